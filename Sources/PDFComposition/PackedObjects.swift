/// Objects that are to stand in a stream together (ISO 32000-1, 7.5.7); none of them may be a stream.
struct PackedObjects {
    private(set) var numbers: [ObjectNumber] = []
    private var offsets: [Int] = []
    private var bodies: [UInt8] = []

    /// Readers unpack all of them to see one; and the index of each must fit a byte.
    private static let most = 200
    private static let mostBytes = 1 << 16

    var isFull: Bool { numbers.count == Self.most || bodies.count >= Self.mostBytes }

    mutating func add(_ body: String, as number: ObjectNumber) {
        numbers.append(number)
        offsets.append(bodies.count)
        bodies += Array(body.utf8)
        bodies.append(UInt8(ascii: "\n"))
    }

    /// The entries of the stream's dictionary.
    var entries: String { "/Type /ObjStm /N \(numbers.count) /First \(index.count)" }

    var bytes: [UInt8] { index + bodies }

    /// Pairs of an object's number and its offset.
    private var index: [UInt8] {
        Array(zip(numbers, offsets).map { "\($0.value) \($1)" }.joined(separator: " ").utf8) + [UInt8(ascii: "\n")]
    }
}
