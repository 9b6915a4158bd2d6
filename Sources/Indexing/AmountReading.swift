import CaptureModel
import Patterns

/// Reads amounts of money: `1.234,56`, `1 234,56`, `1'234.56`, `1,234.56`, `250,-`, with or without `EUR` or `€`.
///
/// Of a single point or comma the digits behind tell what it is: two are decimals, three behind a point thousands. In
/// `3,327,26` a point was read as a comma.
struct AmountReading: Sendable {
    private let german: Pattern
    private let english: Pattern
    /// As `3,327,26`.
    private let smudged: Pattern

    init() throws(CaptureError) {
        let before = #"(?i)(?:EUR|Euro|€)?\s*([-–—−+]?)\s*"#
        let after = #"\s*([-–—−])?\s*(?:EUR|Euro|€)?"#
        let cents = #"(?:\s?,\s?(\d{2}|-{1,2}|–|—))?"#
        german = try Pattern(before + #"(\d{1,3}(?:\s?[.' ]\s?\d{3})+|\d+)"# + cents + after)
        smudged = try Pattern(before + #"(\d{1,3}(?:,\d{3})+)\s?,\s?(\d{2})"# + after)
        english = try Pattern(before + #"(\d{1,3}(?:[,' ]\d{3})+|\d+)\s?\.\s?(\d{2})"# + after)
    }

    /// Digits, a point and two decimals, with a minus where the letter has one before or behind.
    func formatted(_ text: String) -> FormattedValue? { FormattedValue.repairing(text, amount) }

    private func amount(_ text: String) -> String? {
        let match = german.wholeMatch(in: text) ?? english.wholeMatch(in: text) ?? smudged.wholeMatch(in: text)
        guard let match, let whole = match[2] else { return nil }
        let digits = whole.filter(\.isNumber).drop { $0 == "0" }
        let cents = match[3].flatMap { Int($0) == nil ? nil : $0 } ?? "00"
        let isNegative = [match[1], match[4]].contains { sign in sign.map { !$0.isEmpty && $0 != "+" } ?? false }
        return (isNegative ? "-" : "") + (digits.isEmpty ? "0" : digits) + "." + cents
    }
}
