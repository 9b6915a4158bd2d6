// Levenshtein's distance with a price for each pair of symbols, kept to the band around the diagonal that a limit leaves:
// inserting or leaving out costs 1, so a cell farther from the diagonal than the limit cannot lie on a way within it.

/// How much must change to make one word of another.
enum EditDistance {
    /// The distance, nil where it is above `limit`; inserting or leaving out a symbol costs 1.
    static func between<Symbol>(
        _ left: [Symbol], _ right: [Symbol], atMost limit: Double, cost: (Symbol, Symbol) -> Double
    ) -> Double? {
        let band = Int(limit)
        guard abs(left.count - right.count) <= band else { return nil }
        var previous = (0...right.count).map { $0 <= band ? Double($0) : .infinity }
        var current = previous
        for row in left.indices {
            let first = max(0, row - band)
            let last = min(right.count - 1, row + band)
            current[first] = first == 0 ? Double(row + 1) : .infinity
            var least = current[first]
            for column in stride(from: first, through: last, by: 1) {
                let substituted = previous[column] + cost(left[row], right[column])
                let best = min(substituted, min(previous[column + 1], current[column]) + 1)
                current[column + 1] = best
                least = min(least, best)
            }
            guard least <= limit else { return nil }
            // The next row looks one column farther than this one wrote.
            if last + 2 <= right.count { current[last + 2] = .infinity }
            swap(&previous, &current)
        }
        return previous[right.count] <= limit ? previous[right.count] : nil
    }
}
