// The keys of a register that a misread value may have meant.
//
// Method: the sorted keys are a trie laid flat. Levenshtein's table is kept row by row along the key at hand; keys that
// begin alike share its first rows, and where all of a row is above the limit, the whole range of keys with that
// beginning is passed over (after H. Shang and T. Merrett, "Tries for approximate string matching", IEEE TKDE 8,
// 1996). What is visited grows with the number of beginnings within the limit, hardly with the number of keys.

/// Sorted keys, searched for those within an edit distance.
struct NearestKeys: Sendable {
    struct Found {
        let index: Int
        let distance: Double

        /// Of equally near keys the first in the order of bytes, so that the answer is always the same.
        func isNearer(than other: Found) -> Bool { (distance, index) < (other.distance, other.index) }
    }

    /// All keys behind each other.
    private let bytes: [UInt8]
    /// Where each key begins, and the end of the last.
    private let starts: [Int]
    private let longest: Int

    init(sorted keys: [[UInt8]]) {
        bytes = keys.flatMap { $0 }
        var starts = [0]
        starts.reserveCapacity(keys.count + 1)
        for key in keys { starts.append((starts.last ?? 0) + key.count) }
        self.starts = starts
        longest = keys.map(\.count).max() ?? 0
    }

    private var count: Int { starts.count - 1 }

    private func length(_ index: Int) -> Int { starts[index + 1] - starts[index] }

    /// Every key whose distance from `value` is at most `limit`, in order; look-alikes cost a fifth, all else 1.
    func keys(near value: [UInt8], within limit: Double) -> [Found] {
        var table = DistanceTable(value: value, limit: limit + 0.001, depth: longest)
        var found: [Found] = []
        var index = 0
        var shared = 0
        while index < count {
            let start = starts[index]
            let length = length(index)
            var depth = shared
            while depth < length, table.extend(depth, with: bytes[start + depth]) { depth += 1 }
            // The row at `depth` cannot lead anywhere: nor can that of any key with the same beginning.
            if depth < length {
                index = end(ofKeysLike: index, first: depth + 1)
            } else {
                if let distance = table.distance(at: length) { found.append(Found(index: index, distance: distance)) }
                index += 1
            }
            if index < count { shared = min(common(index, with: start, length: length), depth) }
        }
        return found
    }

    /// Number of bytes with which key `index` begins like the key at `other`.
    private func common(_ index: Int, with other: Int, length: Int) -> Int {
        let most = min(self.length(index), length)
        var common = 0
        while common < most, bytes[starts[index] + common] == bytes[other + common] { common += 1 }
        return common
    }

    /// The first key behind `index` that does not share its first `length` bytes, by doubling steps and halving them.
    private func end(ofKeysLike index: Int, first length: Int) -> Int {
        var step = 1
        var low = index
        while low + step < count, shares(low + step, index, length) {
            low += step
            step *= 2
        }
        var high = min(low + step, count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if shares(middle, index, length) { low = middle } else { high = middle }
        }
        return high
    }

    private func shares(_ index: Int, _ other: Int, _ length: Int) -> Bool {
        self.length(index) >= length && common(index, with: starts[other], length: length) == length
    }
}

/// Rows of Levenshtein's table, kept to the band that the limit leaves around the diagonal.
private struct DistanceTable {
    private let value: [UInt8]
    private let limit: Double
    private let band: Int
    private let width: Int
    private var cells: [Double]

    init(value: [UInt8], limit: Double, depth: Int) {
        self.value = value
        self.limit = limit
        band = Int(limit)
        width = value.count + 1
        cells = [Double](repeating: .infinity, count: width * (depth + 1))
        for column in 0...min(band, value.count) { cells[column] = Double(column) }
    }

    /// Fills the row below `row` for a key's next `byte`; false where nothing in it is within the limit.
    mutating func extend(_ row: Int, with byte: UInt8) -> Bool {
        let above = row * width
        let below = above + width
        let first = max(0, row + 1 - band)
        let last = min(value.count, row + 1 + band)
        guard first <= last else { return false }
        var least = Double.infinity
        if first > 0 { cells[below + first - 1] = .infinity }
        for column in first...last {
            // The band of the row above ends one column earlier, and what is left there is of another key.
            let isInBand = column < row + 1 + band
            var best = isInBand ? cells[above + column] + 1 : .infinity
            if column > 0 {
                best = min(best, cells[above + column - 1] + Confusable.cost(value[column - 1], byte))
                if column > first { best = min(best, cells[below + column - 1] + 1) }
            }
            cells[below + column] = best
            least = min(least, best)
        }
        return least <= limit
    }

    /// The distance of the key whose last row is `row`; nil above the limit.
    func distance(at row: Int) -> Double? {
        guard abs(value.count - row) <= band else { return nil }
        let distance = cells[row * width + value.count]
        return distance <= limit ? distance : nil
    }
}
