// Patterns of profiles, matched by RE2.
//
// Method: RE2 runs an automaton, so the time of a match grows with the length of the text and with nothing else. No
// expression in a profile and no text on a letter can stall the program; the price is that backreferences and
// look-around do not exist. Swift's Regex backtracks and would take exponential time on (a+)+$.

package import CaptureModel
import CRE2

/// A regular expression of RE2's syntax over Unicode text; named groups are written `(?<name>...)` or `(?P<name>...)`.
///
/// Thread rule: RE2 objects are immutable once compiled, and matching locks its own caches, so a pattern may be used from
/// any thread at once. That, and that `handle` never changes, is why the class is safely Sendable.
package final class Pattern: @unchecked Sendable {
    package let expression: String
    /// Names of the groups that have one, in order of their numbers.
    package let groupNames: [String]
    private let groupNumbers: [String: Int]
    private let groupCount: Int
    private let handle: OpaquePointer

    /// RE2's own default, 8 MB; about two thirds of it bound the compiled program.
    private static let maxMemory: Int64 = 8 << 20
    /// In bytes; the longest pattern a person has reason to write is far below.
    private static let maxLength = 4_000

    package init(_ expression: String, ignoresCase: Bool = false) throws(CaptureError) {
        guard expression.utf8.count <= Self.maxLength else {
            throw .badPattern(cause: "longer than \(Self.maxLength) bytes")
        }
        let source = PatternSyntax.translated(expression)
        var failure = cre2_error()
        guard let handle = cre2_compile(source, source.utf8.count, ignoresCase, Self.maxMemory, &failure) else {
            throw PatternSyntax.refusal(of: source, message: failure.text, offset: Int(failure.offset))
        }
        self.expression = expression
        self.handle = handle
        groupCount = Int(cre2_group_count(handle))
        let names = (0...groupCount).map { cre2_group_name(handle, Int32($0)).map { String(cString: $0) } }
        groupNames = names.compactMap { $0 }
        groupNumbers = Dictionary(
            names.enumerated().compactMap { number, name in name.map { ($0, number) } }, uniquingKeysWith: min)
    }

    deinit { cre2_free(handle) }

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
        var spans = [cre2_span](repeating: cre2_span(begin: -1, end: -1), count: groupCount + 1)
        var text = text
        let found = text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                cre2_match(handle, $0.baseAddress, $0.count, start, whole, &spans, Int32(spans.count))
            }
        }
        guard found == 1 else { return nil }
        let ranges = spans.map { $0.begin < 0 ? nil : Int($0.begin)..<Int($0.end) }
        return PatternMatch(text: text, ranges: ranges, numbers: groupNumbers)
    }
}
