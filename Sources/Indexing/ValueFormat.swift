// How values are written down: one spelling for each, whatever the letter says.

import CaptureModel
import Patterns

/// A value in its normal form, and what that form proves.
struct FormattedValue: Hashable {
    var value: String
    /// Its check digits agree: those of a misread value, or of another number, would most likely not.
    var isProven = false
    /// Characters were taken for those they look like; without a proof this is a guess.
    var isRepaired = false
}

/// Brings values of each format into their normal form.
///
/// - date: ISO 8601 (`DateReading`).
/// - amount: digits, a point and two decimals (`AmountReading`).
/// - fileReference: one kind of dash, no spaces around `-`, `/` and `.`.
/// - number: as it stands, where it is neither a day nor an amount.
/// - all others: as their issuers write them, check digits verified (`IBAN`, `CheckedNumber`).
struct ValueFormatter: Sendable {
    private let dates: DateReading
    private let amounts: AmountReading
    private let numbers: NumberShapes

    init() throws(CaptureError) {
        dates = try DateReading()
        amounts = try AmountReading()
        numbers = try NumberShapes()
    }

    /// nil where `text` is no value of the format.
    func formatted(_ text: String, as format: FieldRule.Format) -> FormattedValue? {
        let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !text.isEmpty else { return nil }
        switch format {
        case .text: return FormattedValue(value: text)
        case .number: return isDayOrAmount(text) ? nil : FormattedValue(value: text)
        case .date: return dates.formatted(text)
        case .amount: return amounts.formatted(text)
        case .iban: return IBAN.formatted(text)
        case .fileReference: return FormattedValue(value: SearchText(folding: text, confusables: false).text)
        case .taxId: return CheckedNumber.taxId(text)
        case .vatId: return CheckedNumber.vatId(text)
        case .pensionNumber: return CheckedNumber.pensionNumber(text)
        case .leitwegId: return CheckedNumber.leitwegId(text)
        case .taxNumber: return numbers.taxNumber(text)
        case .licensePlate: return numbers.licensePlate(text)
        case .courtReference: return numbers.courtReference(text)
        }
    }
}

extension ValueFormatter {
    /// `29.10.26` or `1.898,38`, but not `2026-0815` or `34816`.
    private func isDayOrAmount(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let isNumeric = text.allSatisfy { $0.isNumber || $0 == "." || $0 == "," }
        guard isNumeric else { return false }
        return parts.count == 3 && dates.formatted(text) != nil || text.contains(",") && amounts.formatted(text) != nil
    }
}

extension FormattedValue {
    /// What `read` makes of the text, or of the text with letters taken for the digits they look like.
    static func repairing(_ text: String, _ read: (String) -> String?) -> FormattedValue? {
        if let value = read(text) { return FormattedValue(value: value) }
        let folded = SearchText(folding: text, confusables: true).text
        guard folded != text, let value = read(folded) else { return nil }
        return FormattedValue(value: value, isRepaired: true)
    }
}
