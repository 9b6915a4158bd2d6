/// 32-bit hashes of features: FNV-1a over the bytes, mixed at the end (the finalizer of MurmurHash3).
///
/// Two features that share a hash are taken for one; among 100,000 features that are about one pair.
struct FeatureHash {
    private(set) var value: UInt32 = 0x811C_9DC5

    init(_ group: FeatureGroup) { add(group.rawValue) }

    mutating func add(_ byte: UInt8) { value = (value ^ UInt32(byte)) &* 0x0100_0193 }

    mutating func add(_ bytes: some Sequence<UInt8>) { for byte in bytes { add(byte) } }

    var mixed: UInt32 {
        var hash = value
        hash = (hash ^ (hash >> 16)) &* 0x85EB_CA6B
        hash = (hash ^ (hash >> 13)) &* 0xC2B2_AE35
        return hash ^ (hash >> 16)
    }

    static func of(_ group: FeatureGroup, _ bytes: some Sequence<UInt8>) -> UInt32 {
        var hash = FeatureHash(group)
        hash.add(bytes)
        return hash.mixed
    }
}

/// What a feature is of; each group counts as a whole, however many features a document has in it.
enum FeatureGroup: UInt8, CaseIterable {
    /// A word anywhere.
    case word
    /// Two words in a row.
    case pair
    /// Five letters within a word: parts of compounds, and what is left of a misread word.
    case part
    /// A word in the upper third of the first page.
    case head
    /// A word of a subject line or heading on the first page.
    case subject
    /// A word of the lines with which a letter begins: what it is about, before it tells why.
    case opening
    /// A word in the last third of the last page.
    case end
    /// The look of the pages.
    case layout

    /// Share in the length of a document's vector; set by cross-validation on mixed county mail.
    var weight: Double {
        switch self {
        case .word, .part, .opening: 1
        case .pair, .head: 0.6
        case .subject: 1.2
        case .end: 0.3
        case .layout: 0.4
        }
    }
}
