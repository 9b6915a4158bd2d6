/// How many letters must change to make one word of another, with a price for each pair of letters.
enum EditDistance {
    /// The distance, nil where it is above `limit`; inserting or leaving out a letter costs 1.
    static func between(
        _ left: [Character], _ right: [Character], atMost limit: Double, cost: (Character, Character) -> Double
    ) -> Double? {
        guard Double(abs(left.count - right.count)) <= limit else { return nil }
        var previous = (0...right.count).map(Double.init)
        for (row, letter) in left.enumerated() {
            var current = [Double(row + 1)]
            current.reserveCapacity(right.count + 1)
            for (column, other) in right.enumerated() {
                let substituted = previous[column] + cost(letter, other)
                current.append(min(substituted, previous[column + 1] + 1, current[column] + 1))
            }
            guard (current.min() ?? 0) <= limit else { return nil }
            previous = current
        }
        let distance = previous[right.count]
        return distance <= limit ? distance : nil
    }
}
