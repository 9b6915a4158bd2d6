import CSANE
import CaptureModel

/// A device and its options as they stand right now.
///
/// What a profile means by a setting is found among whatever names and values the device offers; an option that the
/// device lacks or does not let set at the moment is passed over, unless the page would not be what the profile asks for.
struct ControlPanel: ~Copyable {
    let device: SANEDevice
    private(set) var options: [SANEOption]

    init(_ name: String, on library: SANE) throws(ScannerFault) {
        device = try SANEDevice(name, on: library)
        options = device.options()
    }

    /// Sets an option and looks at the others anew where the driver says they changed.
    mutating func set(_ option: SANEOption, to value: SANEValue) throws(ScannerFault) {
        let changes = try device.set(option, to: value)
        if changes.contains(.options) { options = device.options() }
    }

    /// The resolution pages come in, in dots per inch; nil where the device does not tell.
    func resolution() -> Int? {
        let option = options.first { $0.name == SANE_NAME_SCAN_RESOLUTION && $0.isActive && $0.isReadable }
        guard let option = option ?? options.first(where: { $0.name == SANE_NAME_SCAN_X_RESOLUTION }),
            case .number(let dots)? = try? device.value(of: option), dots >= 1
        else { return nil }
        return Int(dots.rounded())
    }

    /// Sheets the device has counted; nil where it does not, or sets its count back.
    func sheetCounter(_ quirks: DeviceQuirks) -> Int? {
        guard quirks.countsSheets, let option = options.readable(ScanFeature.sheetCounter.valueOptions),
            case .number(let count)? = try? device.value(of: option)
        else { return nil }
        return Int(count)
    }

    /// Whether the device says that its last stop was two sheets at once.
    ///
    /// fujitsu devices report it as a jam; the sensor is called `double-feed`, or `omr-df` on the newer ones.
    func feelsDoubleFeed() -> Bool {
        options.contains { option in
            ["double-feed", "omr-df"].contains(option.name) && option.isActive && option.isReadable
                && (try? device.value(of: option)) == .flag(true)
        }
    }
}
