// The little of DER (ITU-T X.690) that evidence records and seals need beside OpenSSL's own structures: elements with tags
// below 31 and definite lengths.

/// Writes elements.
enum DER {
    enum Tag: UInt8 {
        case integer = 0x02
        case octetString = 0x04
        case objectIdentifier = 0x06
        case sequence = 0x30
        case set = 0x31
        /// `[2]`, implicit, of something constructed.
        case context2 = 0xA2
    }

    static func element(_ tag: Tag, _ content: [UInt8]) -> [UInt8] { [tag.rawValue] + length(content.count) + content }

    static func sequence(_ parts: [[UInt8]]) -> [UInt8] { element(.sequence, Array(parts.joined())) }

    /// The elements in the order of their encodings, as DER wants them (X.690, 11.6).
    static func set(_ parts: [[UInt8]]) -> [UInt8] {
        element(.set, Array(parts.sorted { $0.lexicographicallyPrecedes($1) }.joined()))
    }

    private static func length(_ count: Int) -> [UInt8] {
        if count < 0x80 { return [UInt8(count)] }
        var digits: [UInt8] = []
        var rest = count
        while rest > 0 {
            digits.insert(UInt8(rest & 0xFF), at: 0)
            rest >>= 8
        }
        return [0x80 | UInt8(digits.count)] + digits
    }
}

/// Reads elements one after the other; every answer is nil where the bytes are not what is asked for.
struct DERReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    private init(_ slice: ArraySlice<UInt8>) { rest = slice }

    var isAtEnd: Bool { rest.isEmpty }

    func isNext(_ tag: DER.Tag) -> Bool { rest.first == tag.rawValue }

    /// The content of the next element.
    mutating func content(_ tag: DER.Tag) -> [UInt8]? { next(tag).map { Array($0.content) } }

    /// A reader of what is inside the next element.
    mutating func inside(_ tag: DER.Tag) -> DERReader? { next(tag).map { DERReader($0.content) } }

    /// The next element with its tag and length.
    mutating func whole(_ tag: DER.Tag) -> [UInt8]? { next(tag).map { Array($0.whole) } }

    private mutating func next(_ tag: DER.Tag) -> (whole: ArraySlice<UInt8>, content: ArraySlice<UInt8>)? {
        let bytes = rest
        guard bytes.first == tag.rawValue, let first = bytes.dropFirst().first else { return nil }
        var head = 2
        var count = Int(first)
        if first >= 0x80 {
            let digits = Int(first & 0x7F)
            guard (1...4).contains(digits), bytes.count >= 2 + digits else { return nil }
            count = bytes.dropFirst(2).prefix(digits).reduce(0) { $0 << 8 | Int($1) }
            head += digits
            // The shortest form alone is DER; another one would be a second encoding of the same thing.
            guard count >= 0x80, bytes.dropFirst(2).first != 0 else { return nil }
        }
        guard bytes.count >= head + count else { return nil }
        rest = bytes.dropFirst(head + count)
        return (bytes.prefix(head + count), bytes.dropFirst(head).prefix(count))
    }
}
