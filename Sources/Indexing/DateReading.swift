import CaptureModel
import Patterns

/// Reads days as German letters write them.
///
/// `17.11.2026`, `17.11.26`, `17/11/2026`, `17. November 2026`, `17 Nov 2026`, `November 17, 2026` and ISO 8601 itself;
/// a month without a day is no date. Two digits of a year mean this century: mail is not older.
struct DateReading: Sendable {
    private let numeric: Pattern
    private let written: Pattern
    private let english: Pattern
    private let iso: Pattern

    init() throws(CaptureError) {
        // A comma is a point that ran, as readers see it.
        numeric = try Pattern(#"(\d{1,2})\s*[.,/-]\s*(\d{1,2})\s*[.,/-]\s*(\d{4}|\d{2})"#)
        written = try Pattern(#"(\d{1,2})\s*[.,]?\s*(\pL{3,9})[.,]?\s*(\d{4})"#)
        english = try Pattern(#"(\pL{3,9})\.?\s*(\d{1,2})(?:st|nd|rd|th)?\s*[.,]?\s*(\d{4})"#)
        iso = try Pattern(#"(\d{4})\s*[-/.]\s*(\d{2})\s*[-/.]\s*(\d{2})"#)
    }

    /// ISO 8601; nil where the calendar has no such day.
    func formatted(_ text: String) -> FormattedValue? {
        let text = text.hasPrefix("den ") ? String(text.dropFirst(4)) : text
        return FormattedValue.repairing(text, day)
    }

    private func day(_ text: String) -> String? {
        if let match = numeric.wholeMatch(in: text) {
            return Self.day(match[1], month: match[2].flatMap { Int($0) }, year: match[3])
        }
        if let match = iso.wholeMatch(in: text) {
            return Self.day(match[3], month: match[2].flatMap { Int($0) }, year: match[1])
        }
        if let match = written.wholeMatch(in: text), let name = match[2] {
            return Self.day(match[1], month: Self.month(name), year: match[3])
        }
        guard let match = english.wholeMatch(in: text), let name = match[1] else { return nil }
        return Self.day(match[2], month: Self.month(name), year: match[3])
    }

    private static func day(_ day: String?, month: Int?, year: String?) -> String? {
        guard let day = day.flatMap({ Int($0) }), let month, let yearText = year, let number = Int(yearText) else {
            return nil
        }
        let year = yearText.count == 2 ? 2_000 + number : number
        guard (1_900...2_199).contains(year) else { return nil }
        return CalendarDay(year: year, month: month, day: day)?.text
    }

    /// German and English names, Austrian January, and what is left of them when shortened to three letters or more.
    private static func month(_ name: String) -> Int? {
        let name = name.lowercased()
        let months = [
            ["januar", "jänner", "january"], ["februar", "feber", "february"], ["märz", "maerz", "mrz", "march"],
            ["april"], ["mai", "may"], ["juni", "june"], ["juli", "july"], ["august"], ["september", "sept"],
            ["oktober", "october"], ["november"], ["dezember", "december"],
        ]
        return months.firstIndex { $0.contains { $0.hasPrefix(name) } }.map { $0 + 1 }
    }
}
