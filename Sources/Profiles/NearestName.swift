/// What a misspelled name was meant to be.
enum NearestName {
    /// The known name with the fewest letters to change, nil where even that is far: more than a third, at least two.
    static func nearest(to name: String, among known: [String]) -> String? {
        let found = known.map { ($0, distance(Array(name.lowercased()), Array($0.lowercased()))) }
        guard let best = found.min(by: { $0.1 < $1.1 }) else { return nil }
        return best.1 <= max(2, name.count / 3) ? best.0 : nil
    }

    /// Levenshtein's distance; a name longer than any of ours is far from all.
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        guard left.count <= 64 else { return left.count }
        var previous = Array(0...right.count)
        for (row, letter) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                let substituted = previous[column] + (letter == other ? 0 : 1)
                current.append(min(substituted, previous[column + 1] + 1, current[column] + 1))
            }
            previous = current
        }
        return previous[right.count]
    }
}
