/// Bytes gathered most significant first, as TrueType fonts and ICC profiles store numbers.
struct BigEndian {
    private(set) var bytes: [UInt8] = []

    mutating func add<Value: FixedWidthInteger>(_ values: Value...) {
        for value in values { withUnsafeBytes(of: value.bigEndian) { bytes += $0 } }
    }

    /// Four characters of ASCII, as a table's or tag's name.
    mutating func add(_ tag: StaticString) { tag.withUTF8Buffer { bytes += $0 } }

    mutating func add(_ more: [UInt8]) { bytes += more }

    mutating func pad(toMultipleOf size: Int) {
        while bytes.count % size != 0 { bytes.append(0) }
    }
}
