/// Where a device behaves unlike what SANE says or most devices do, told by its name.
struct DeviceQuirks {
    /// The first "out of documents" is the truth.
    ///
    /// SANE's own `test` device has ten sheets for ever: it says "empty" once and is loaded anew.
    let trustsEmpty: Bool

    init(device name: String) {
        trustsEmpty = name.split(separator: ":").contains("test")
    }
}
