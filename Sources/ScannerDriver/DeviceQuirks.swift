/// Where a device behaves unlike what SANE says or most devices do, told by the driver's name in its own.
struct DeviceQuirks {
    /// The first "out of documents" is the truth.
    ///
    /// SANE's own `test` device has ten sheets for ever: it says "empty" once and is loaded anew.
    let trustsEmpty: Bool

    /// A jam may also be a double feed, a crooked sheet or a staple: the driver answers "jammed" to all of them and has
    /// no sensor that tells which (canon_dr's and kvs40xx's tables of sense codes).
    let jamMayBeMore: Bool

    /// Lengths count to the end of the paper size that was chosen by name, and only "user_def" lets them be set
    /// (kvs20xx, kvs40xx).
    let namesPaper: Bool

    /// The option `counter` counts sheets as long as the device is open; canon_dr sets its counter back at each start.
    let countsSheets: Bool

    init(device name: String) {
        let driver = Self.driver(of: name)
        trustsEmpty = driver == "test"
        jamMayBeMore = ["canon_dr", "kvs1025", "kvs20xx", "kvs40xx"].contains(driver)
        countsSheets = driver == "folder"
        namesPaper = ["kvs20xx", "kvs40xx"].contains(driver)
    }

    /// `fujitsu` of `fujitsu:fi-7160:1234` and of `net:scanserver:fujitsu:fi-7160:1234`.
    static func driver(of name: String) -> Substring {
        let parts = name.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.first == "net" else { return parts.first ?? "" }
        let closing = parts.firstIndex { $0.hasSuffix("]") }
        return parts.dropFirst((closing ?? 1) + 1).first ?? ""
    }
}
