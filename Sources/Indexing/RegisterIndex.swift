import CaptureModel

/// A register ready for looking up: by key and by the columns that tell an entry as surely.
struct RegisterIndex: Sendable {
    private let entries: [String: Register.Entry]
    /// The keys as bytes, for the search of the nearest.
    private let keys: [(bytes: [UInt8], entry: Register.Entry)]

    /// What the register says of a value.
    enum Answer {
        case exact(Register.Entry)
        /// The one entry that is near enough while every other is far, with its distance.
        case near(Register.Entry, distance: Double)
        case unknown
    }

    /// A whole different letter: nothing farther is taken for a slip of the reader.
    private static let limit = 1.0
    /// How much farther the next entry must be.
    private static let margin = 1.0
    /// Shorter keys have neighbors everywhere.
    private static let minimumLength = 6

    init(_ register: Register, lookUp columns: [String]) {
        let byColumn = Self.byColumn(register, columns)
        entries = register.entries.merging(byColumn) { byKey, _ in byKey }
        keys = entries.map { (Array($0.key.utf8), $0.value) }
    }

    /// Values of the columns that stand with one entry only; two creditors with one account are not told apart by it.
    private static func byColumn(_ register: Register, _ columns: [String]) -> [String: Register.Entry] {
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
        if let entry = entries[key] { return .exact(entry) }
        guard corrects, key.count >= Self.minimumLength else { return .unknown }
        return nearest(to: Array(key.utf8))
    }

    private func nearest(to key: [UInt8]) -> Answer {
        var best: (entry: Register.Entry, distance: Double)?
        var second = Double.infinity
        for (other, entry) in keys {
            let found = EditDistance.between(key, other, atMost: Self.limit + Self.margin, cost: Confusable.cost)
            guard let found else { continue }
            if let known = best, known.distance <= found {
                if known.entry != entry { second = min(second, found) }
            } else {
                if let known = best, known.entry != entry { second = known.distance }
                best = (entry, found)
            }
        }
        // Sums of fifths are not exact in binary; a thousandth is far below the smallest price.
        guard let best, best.distance <= Self.limit + 0.001, second - best.distance >= Self.margin - 0.001 else {
            return .unknown
        }
        return .near(best.entry, distance: best.distance)
    }
}
