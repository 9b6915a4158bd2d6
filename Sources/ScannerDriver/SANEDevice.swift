import CSANE

/// An open scanner; the thread rule of `SANE` holds.
struct SANEDevice: ~Copyable {
    /// Kept so that the device is closed before libsane ends.
    private let library: SANE
    private let handle: SANE_Handle

    init(_ name: String, on library: SANE) throws(ScannerFault) {
        var handle: SANE_Handle?
        try check("sane_open", sane_open(name, &handle))
        guard let handle else { throw ScannerFault("sane_open", SANE_STATUS_INVAL) }
        self.library = library
        self.handle = handle
    }

    deinit { sane_close(handle) }

    /// All options but groups and the option that counts them; a set option may change them all.
    func options() -> [SANEOption] {
        var options: [SANEOption] = []
        var index: SANE_Int = 1
        while let descriptor = sane_get_option_descriptor(handle, index) {
            if let option = SANEOption(descriptor.pointee, index: index) { options.append(option) }
            index += 1
        }
        return options
    }

    func value(of option: SANEOption) throws(ScannerFault) -> SANEValue {
        let buffer = option.makeBuffer()
        defer { buffer.deallocate() }
        try control(option, SANE_ACTION_GET_VALUE, buffer)
        return option.read(buffer)
    }

    /// What the driver answers: it may have taken the nearest value, and other options may have changed.
    @discardableResult
    func set(_ option: SANEOption, to value: SANEValue) throws(ScannerFault) -> SANEChanges {
        let buffer = option.makeBuffer()
        defer { buffer.deallocate() }
        option.write(value, to: buffer)
        return try control(option, SANE_ACTION_SET_VALUE, buffer)
    }

    /// Begins the next frame: on a feeder, paper moves.
    func start() throws(ScannerFault) { try check("sane_start", sane_start(handle)) }

    /// True only after `start`; a guess before that.
    func parameters() throws(ScannerFault) -> FrameParameters {
        var parameters = SANE_Parameters()
        try check("sane_get_parameters", sane_get_parameters(handle, &parameters))
        guard let parameters = FrameParameters(parameters) else {
            throw ScannerFault("sane_get_parameters", SANE_STATUS_INVAL)
        }
        return parameters
    }

    /// The number of bytes read, nil at the end of the frame.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ScannerFault) -> Int? {
        var count: SANE_Int = 0
        let status = sane_read(
            handle, buffer.baseAddress?.assumingMemoryBound(to: SANE_Byte.self), SANE_Int(buffer.count), &count)
        if status == SANE_STATUS_EOF { return nil }
        try check("sane_read", status)
        return Int(count)
    }

    /// Ends the feed; the device can then be started anew.
    func cancel() { sane_cancel(handle) }

    /// Lets `flag` stop this device from another thread until `flag.disarm()`, which must come before the device closes.
    func arm(_ flag: CancelFlag) {
        let canceler = Canceler(handle: handle)
        flag.arm { sane_cancel(canceler.handle) }
    }

    @discardableResult
    private func control(
        _ option: SANEOption, _ action: SANE_Action, _ buffer: UnsafeMutableRawBufferPointer
    ) throws(ScannerFault) -> SANEChanges {
        var info: SANE_Int = 0
        let status = sane_control_option(handle, option.index, action, buffer.baseAddress, &info)
        try check("sane_control_option \(option.name)", status)
        return SANEChanges(rawValue: info)
    }
}

/// What setting an option changed besides it.
struct SANEChanges: OptionSet {
    let rawValue: SANE_Int
    static let inexact = SANEChanges(rawValue: SANE_INFO_INEXACT)
    static let options = SANEChanges(rawValue: SANE_INFO_RELOAD_OPTIONS)
    static let parameters = SANEChanges(rawValue: SANE_INFO_RELOAD_PARAMS)
}

/// `@unchecked Sendable`: the handle is only ever given to `sane_cancel`, the one call the SANE standard allows from any
/// thread and at any time while the device is open.
private struct Canceler: @unchecked Sendable {
    let handle: SANE_Handle
}

private func check(_ call: String, _ status: SANE_Status) throws(ScannerFault) {
    guard status == SANE_STATUS_GOOD else { throw ScannerFault(call, status) }
}
