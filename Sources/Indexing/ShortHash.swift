/// Short hashes of words: FNV-1a (Fowler, Noll, Vo), 32 bits.
enum ShortHash {
    static func of(_ text: String) -> UInt32 {
        text.utf8.reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
    }
}

/// A set of words in little space that may take a word for a member that is none (Bloom 1970).
///
/// 1,024 bits and one hash: a page of 200 different words takes a foreign word for its own in one case of six, two
/// foreign words in one of thirty.
struct WordFilter {
    private static let size = 1_024

    var bits: [UInt64]

    init(bits: [UInt64]) { self.bits = bits }

    init(_ words: [String]) {
        bits = [UInt64](repeating: 0, count: Self.size / 64)
        for word in words where word.count >= 3 {
            let place = Self.place(ShortHash.of(word))
            bits[place / 64] |= 1 << UInt64(place % 64)
        }
    }

    func contains(_ hash: UInt32) -> Bool {
        let place = Self.place(hash)
        return bits.indices.contains(place / 64) && bits[place / 64] & (1 << UInt64(place % 64)) != 0
    }

    /// The upper bits of FNV mix best.
    private static func place(_ hash: UInt32) -> Int { Int(hash >> 22) }
}
