// Patterns of profiles, matched by RE2.
//
// Method: RE2 runs an automaton, so the time of a match grows with the length of the text and with nothing else. No
// expression in a profile and no text on a letter can stall the program; the price is that backreferences and
// look-around do not exist. Swift's Regex backtracks and would take exponential time on (a+)+$.

package import CaptureModel

/// A regular expression of RE2's syntax over Unicode text; named groups are written `(?<name>...)` or `(?P<name>...)`.
///
/// Patterns of one expression share what RE2 made of it: the profile of every batch is compiled anew, and compiling the
/// few hundred expressions of a profile takes a quarter of a second.
package struct Pattern: Sendable {
    package let expression: String
    private let compiled: CompiledExpression

    /// In bytes; the longest pattern a person has reason to write is far below.
    private static let maxLength = 4_000

    package init(_ expression: String, ignoresCase: Bool = false) throws(CaptureError) {
        guard expression.utf8.count <= Self.maxLength else {
            throw .badPattern(cause: "longer than \(Self.maxLength) bytes")
        }
        self.expression = expression
        compiled = try CompiledExpression.of(PatternSyntax.translated(expression), ignoresCase: ignoresCase)
    }

    /// Names of the groups that have one, in order of their numbers.
    package var groupNames: [String] { compiled.groupNames }

    /// A match that takes in all of `text`.
    package func wholeMatch(in text: String) -> PatternMatch? { match(text, from: 0, whole: true) }

    /// The leftmost match.
    package func firstMatch(in text: String) -> PatternMatch? { match(text, from: 0, whole: false) }

    /// Matches from left to right that do not overlap, at most `limit`; empty matches are left out.
    package func allMatches(in text: String, limit: Int = 1_000) -> [PatternMatch] {
        var matches: [PatternMatch] = []
        var start = 0
        while matches.count < limit, let match = match(text, from: start, whole: false) {
            if !match.range.isEmpty { matches.append(match) }
            guard match.range.upperBound < text.utf8.count else { break }
            // One byte on after an empty match may stand inside a character; RE2 finds nothing there and goes on.
            start = match.range.isEmpty ? match.range.upperBound + 1 : match.range.upperBound
        }
        return matches
    }

    private func match(_ text: String, from start: Int, whole: Bool) -> PatternMatch? {
        compiled.ranges(in: text, from: start, whole: whole).map {
            PatternMatch(text: text, ranges: $0, numbers: compiled.groupNumbers)
        }
    }
}
