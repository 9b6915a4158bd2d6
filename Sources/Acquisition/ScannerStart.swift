import BatchStore
import CaptureModel

/// What starts a batch at a scanner without a person at a screen: paper in the feeder, or a button on the device.
package struct ScannerStart: Sendable, Hashable, Codable {
    /// Name of the profile for paper that is put in; nil where paper starts nothing.
    package var paper: String?
    /// Names of profiles by the button that starts them.
    package var buttons: [String: String]?

    package init(paper: String? = nil, buttons: [String: String]? = nil) {
        self.paper = paper
        self.buttons = buttons
    }

    /// All profiles it names.
    package var profiles: [String] { [paper].compactMap(\.self) + (buttons ?? [:]).values.sorted() }
}

extension ScannerStart {
    /// The scan that a signal asks for, nil where it asks for none.
    ///
    /// A button pressed while the last batch of the scanner waits for its rest goes on with that batch. Paper alone never
    /// does: whoever clears a jam moves paper, too.
    func request(
        for signal: DeviceSignal, waiting: BatchRecord?, missingBacks: Bool
    ) -> (profile: String, wish: ScanWish?)? {
        switch signal {
        case .paperLoaded: return waiting == nil ? paper.map { ($0, nil) } : nil
        case .button(let name):
            guard let profile = buttons?[name] else { return nil }
            guard let waiting else { return (profile, nil) }
            var wish = ScanWish(batch: waiting.id)
            if missingBacks {
                wish.sides = .backs
                wish.source = .feeder
            }
            return (profile, wish)
        case .watching, .quiet, .failed: return nil
        }
    }
}
