/// What a pattern found in a text.
package struct PatternMatch: Sendable, Hashable {
    private let text: String
    private let ranges: [Range<Int>?]
    private let numbers: [String: Int]

    init(text: String, ranges: [Range<Int>?], numbers: [String: Int]) {
        self.text = text
        self.ranges = ranges
        self.numbers = numbers
    }

    /// The whole match, in UTF-8 bytes of the text.
    package var range: Range<Int> { range(of: 0) ?? 0..<0 }

    /// Number of groups, without the whole match.
    package var groupCount: Int { ranges.count - 1 }

    /// What an index field takes: the first group where the pattern has groups, else all of the match.
    package var valueGroup: Int { groupCount > 0 ? 1 : 0 }

    /// Group `number` in UTF-8 bytes of the text, 0 being the whole match; nil where it took no part.
    package func range(of number: Int) -> Range<Int>? { ranges.indices.contains(number) ? ranges[number] : nil }

    /// The text of group `number`, 0 being the whole match; nil where it took no part.
    package subscript(number: Int) -> String? {
        guard let range = range(of: number) else { return nil }
        let bytes = text.utf8
        let begin = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
        return String(decoding: bytes[begin..<bytes.index(begin, offsetBy: range.count)], as: UTF8.self)
    }

    /// The text of the group called `name`; nil where there is no such group or it took no part.
    package subscript(name: String) -> String? { numbers[name].flatMap { self[$0] } }
}
