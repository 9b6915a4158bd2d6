package import CaptureModel
import CSANE

/// Looks at the buttons and the paper sensor of a device until it is told to stop.
///
/// SANE has no way to be told: sensors are options that are read, twice a second, which costs a scanner nothing and the
/// computer a few hundredths of a percent. While a device is watched no other program can use it.
package struct DeviceWatch {
    /// Time between two looks: a press is shorter, but drivers keep it until it was read.
    private static let intervalSeconds = 0.5
    /// Looks in a row that must find paper: people push a stack into place.
    private static let looksForPaper = 4

    private let request: WatchRequest
    private let cancel: CancelFlag
    private let emit: (DeviceSignal) -> Bool

    /// - Parameter emit: hears every signal; false where nobody listens any more, which ends the watch.
    package init(_ request: WatchRequest, cancel: CancelFlag, emit: @escaping (DeviceSignal) -> Bool) {
        self.request = request
        self.cancel = cancel
        self.emit = emit
    }

    package func run(on library: SANE) {
        do throws(ScannerFault) { try watch(try ControlPanel(request.device, on: library)) } catch {
            _ = emit(.failed(error.error))
        }
    }

    private func watch(_ panel: borrowing ControlPanel) throws(ScannerFault) {
        let sensors = panel.options.filter { $0.isActive && $0.isReadable }
        let buttons = request.buttons.compactMap { name in sensors.first { $0.name == name } }
        let paper = request.watchesPaper ? panel.options.readable(ScanFeature.pageSensor.valueOptions) : nil
        var lacking = request.buttons.filter { name in !buttons.contains { $0.name == name } }
        if request.watchesPaper, paper == nil { lacking.append("page-loaded") }
        guard emit(.watching(lacking: lacking)) else { return }
        var pressed = Set(buttons.map(\.name))
        var looksWithPaper = request.isEmptyNow ? 0 : Self.looksForPaper
        while !cancel.isSet {
            for button in buttons {
                let isDown = try panel.device.value(of: button).isOn
                // A press from before the watch, or one that is held, is no new wish.
                if isDown, !pressed.contains(button.name), !emit(.button(button.name)) { return }
                if isDown { pressed.insert(button.name) } else { pressed.remove(button.name) }
            }
            if let paper {
                looksWithPaper = try panel.device.value(of: paper).isOn ? looksWithPaper + 1 : 0
                if looksWithPaper == Self.looksForPaper, !emit(.paperLoaded) { return }
            }
            guard emit(.quiet) else { return }
            cancel.pause(seconds: Self.intervalSeconds)
        }
    }
}

extension SANEValue {
    /// A sensor that feels something; pixma's `adf-status` counts from 1, which is empty.
    fileprivate var isOn: Bool {
        switch self {
        case .flag(let flag): flag
        case .number(let number): number > 0
        case .text, .press: false
        }
    }
}
