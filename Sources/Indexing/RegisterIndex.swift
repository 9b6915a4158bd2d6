import CaptureModel

/// A register ready for looking up: by key and by the columns that tell an entry as surely.
struct RegisterIndex: Sendable {
    private let entries: [String: Register.Entry]
    private let nearest: NearestKeys
    /// The entries in the order of the keys that `nearest` holds.
    private let sorted: [Register.Entry]
    private let answered: Set<String>?

    /// What the register says of a value.
    enum Answer {
        case exact(Register.Entry)
        /// The nearest entry, with its distance; `isClear` where every other is far.
        case near(Register.Entry, distance: Double, isClear: Bool)
        case unknown
        /// The register is a service, and it did not answer.
        case notAnswered
    }

    /// A whole different letter: nothing farther is taken for a slip of the reader.
    private static let limit = 1.0
    /// How much farther the next entry must be to leave no doubt, and how much to be told at all.
    private static let margin = 1.0
    private static let leastMargin = 0.5
    /// Shorter keys have neighbors everywhere.
    private static let minimumLength = 6

    init(_ register: Register, lookUp columns: [String]) {
        let byColumn = Self.byColumn(register, columns)
        entries = byColumn.isEmpty ? register.entries : register.entries.merging(byColumn) { byKey, _ in byKey }
        let ordered = entries.map { (bytes: Array($0.key.utf8), entry: $0.value) }
            .sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
        nearest = NearestKeys(sorted: ordered.map(\.bytes))
        sorted = ordered.map(\.entry)
        answered = register.answered
    }

    /// Values of the columns that stand with one entry only; two creditors with one account are not told apart by it.
    private static func byColumn(_ register: Register, _ columns: [String]) -> [String: Register.Entry] {
        guard !columns.isEmpty else { return [:] }
        var found: [String: Set<Register.Entry>] = [:]
        for entry in register.entries.values {
            for value in columns.compactMap({ entry.columns[$0] }) where !value.isEmpty {
                found[Register.normalizedKey(value), default: []].insert(entry)
            }
        }
        return found.compactMapValues { $0.count == 1 ? $0.first : nil }
    }

    /// With `corrects` the entry that is meant where the value was misread; what a person typed is taken at its word.
    func answer(to value: String, corrects: Bool = true) -> Answer {
        let key = Register.normalizedKey(value)
        if let answered, !answered.contains(key) { return .notAnswered }
        if let entry = entries[key] { return .exact(entry) }
        guard corrects, key.count >= Self.minimumLength else { return .unknown }
        return nearestEntry(to: Array(key.utf8))
    }

    private func nearestEntry(to key: [UInt8]) -> Answer {
        // Most values that are not in the register are near to nothing: a narrow search first tells so cheaply.
        guard let best = nearest.keys(near: key, within: Self.limit).min(by: { $0.isNearer(than: $1) }) else {
            return .unknown
        }
        let entry = sorted[best.index]
        // Sums of fifths are not exact in binary; a thousandth is far below the smallest price.
        let crowd = nearest.keys(near: key, within: best.distance + Self.margin - 0.001)
        let second = crowd.filter { sorted[$0.index] != entry }.map(\.distance).min()
        guard let second else { return .near(entry, distance: best.distance, isClear: true) }
        guard second - best.distance >= Self.leastMargin - 0.001 else { return .unknown }
        return .near(entry, distance: best.distance, isClear: false)
    }
}
