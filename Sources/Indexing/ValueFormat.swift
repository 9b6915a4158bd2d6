// How values are written down: one spelling for each, whatever the letter says.

import CaptureModel
import Patterns

/// A value in its normal form, and what that form proves.
struct FormattedValue: Hashable {
    var value: String
    /// Its check digits agree: those of a misread value, or of another number, would most likely not.
    var isProven = false
    /// Letters were taken for the digits they look like, and the check digit agrees.
    var isRepaired = false
}

/// Brings values of each format into their normal form.
///
/// - date: ISO 8601, from `17.11.2026`, `17.11.26`, `17. November 2026` or ISO itself.
/// - amount: digits, a point and two decimals, from `1.234,56`, with or without `EUR` or `€`.
/// - iban: no spaces, check digits verified (ISO 13616, modulus 97).
/// - fileReference: one kind of dash, no spaces around `-`, `/` and `.`.
struct ValueFormatter: Sendable {
    private let numericDate: Pattern
    private let writtenDate: Pattern
    private let isoDate: Pattern
    private let amount: Pattern

    init() throws(CaptureError) {
        numericDate = try Pattern(#"(\d{1,2})\s*\.\s*(\d{1,2})\s*\.\s*(\d{4}|\d{2})"#)
        writtenDate = try Pattern(#"(\d{1,2})\s*\.?\s*(\pL{3,9})\.?\s*(\d{4})"#)
        isoDate = try Pattern(#"(\d{4})-(\d{2})-(\d{2})"#)
        amount = try Pattern(
            #"(?i)(?:EUR|€)?\s*([-–+]?)\s*(\d{1,3}(?:[.' ]\d{3})+|\d+)(?:,(\d{2}))?\s*(-)?\s*(?:EUR|Euro|€)?"#)
    }

    /// nil where `text` is no value of the format.
    func formatted(_ text: String, as format: FieldRule.Format) -> FormattedValue? {
        let text = Self.collapsed(text)
        guard !text.isEmpty else { return nil }
        switch format {
        case .text: return FormattedValue(value: text)
        case .date: return date(text).map { FormattedValue(value: $0) }
        case .amount: return amount(text).map { FormattedValue(value: $0) }
        case .iban: return IBAN.formatted(text)
        case .fileReference: return FormattedValue(value: SearchText(folding: text, confusables: false).text)
        }
    }

    private static func collapsed(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func amount(_ text: String) -> String? {
        guard let match = amount.wholeMatch(in: text), let whole = match[2] else { return nil }
        let digits = whole.filter(\.isNumber)
        let isNegative = match[1] == "-" || match[1] == "–" || match[4] == "-"
        return (isNegative ? "-" : "") + digits + "." + (match[3] ?? "00")
    }

    private func date(_ text: String) -> String? {
        if let match = numericDate.wholeMatch(in: text) {
            return day(match[1], month: match[2].flatMap { Int($0) }, year: match[3])
        }
        if let match = isoDate.wholeMatch(in: text) {
            return day(match[3], month: match[2].flatMap { Int($0) }, year: match[1])
        }
        guard let match = writtenDate.wholeMatch(in: text), let name = match[2] else { return nil }
        return day(match[1], month: Self.month(name), year: match[3])
    }

    /// ISO 8601; nil where the calendar has no such day.
    ///
    /// Two digits mean this century: mail is not older.
    private func day(_ day: String?, month: Int?, year: String?) -> String? {
        guard let day = day.flatMap({ Int($0) }), let month, (1...12).contains(month),
            let yearText = year, let number = Int(yearText)
        else { return nil }
        let year = yearText.count == 2 ? 2_000 + number : number
        guard (1_900...2_199).contains(year), (1...Self.days(in: month, of: year)).contains(day) else { return nil }
        return "\(year)-" + Self.twoDigits(month) + "-" + Self.twoDigits(day)
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// German names, Austrian January, and what is left of them when shortened to three letters or more.
    private static func month(_ name: String) -> Int? {
        let name = name.lowercased()
        let months = [
            ["januar", "jänner"], ["februar", "feber"], ["märz", "maerz", "mrz"], ["april"], ["mai"], ["juni"],
            ["juli"],
            ["august"], ["september"], ["oktober"], ["november"], ["dezember"],
        ]
        return months.firstIndex { $0.contains { $0.hasPrefix(name) } }.map { $0 + 1 }
    }
}

/// International bank account numbers (ISO 13616).
enum IBAN {
    /// nil where the check digits do not agree even with letters taken for the digits they look like.
    static func formatted(_ text: String) -> FormattedValue? {
        let plain = text.uppercased().filter { $0.isLetter || $0.isNumber }
        if isValid(plain) { return FormattedValue(value: plain, isProven: true) }
        // German numbers hold digits alone behind the country.
        guard plain.hasPrefix("DE") else { return nil }
        let repaired = "DE" + String(plain.dropFirst(2).map { Confusable.digit(for: $0) ?? $0 })
        return isValid(repaired) ? FormattedValue(value: repaired, isProven: true, isRepaired: true) : nil
    }

    /// The check digits agree and the length is that of the country where it is known, 15 to 34 else.
    static func isValid(_ text: String) -> Bool {
        guard text.allSatisfy(\.isASCII), text.prefix(2).allSatisfy(\.isLetter),
            text.dropFirst(2).prefix(2).allSatisfy(\.isNumber), length(of: text.prefix(2)).contains(text.count)
        else { return false }
        var remainder = 0
        for character in text.dropFirst(4) + text.prefix(4) {
            guard let digit = Int(String(character), radix: 36) else { return false }
            remainder = (remainder * (digit > 9 ? 100 : 10) + digit) % 97
        }
        return remainder == 1
    }

    private static func length(of country: Substring) -> ClosedRange<Int> {
        let known = ["DE": 22, "AT": 20, "CH": 21, "NL": 18, "DK": 18, "PL": 28, "FR": 27, "LU": 20, "BE": 16]
        return known[String(country)].map { $0...$0 } ?? 15...34
    }
}
