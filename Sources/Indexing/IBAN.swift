/// International bank account numbers (ISO 13616).
enum IBAN {
    /// nil where the check digits do not agree even with letters taken for the digits they look like.
    static func formatted(_ text: String) -> FormattedValue? {
        let plain = text.uppercased().filter { $0.isLetter || $0.isNumber }
        if isValid(plain) { return FormattedValue(value: plain, isProven: true) }
        // The check digits of every country are digits; German numbers hold digits alone behind the country.
        let head = plain.prefix(2)
        let body = plain.dropFirst(2)
        let repairable = head == "DE" ? body.count : min(2, body.count)
        let repaired =
            head + body.prefix(repairable).map { Confusable.digit(for: $0) ?? $0 } + body.dropFirst(repairable)
        return isValid(String(repaired))
            ? FormattedValue(value: String(repaired), isProven: true, isRepaired: true) : nil
    }

    /// The check digits agree and the length is that of the country where it is known, 15 to 34 else.
    static func isValid(_ text: String) -> Bool {
        guard text.allSatisfy(\.isASCII), text.prefix(2).allSatisfy(\.isLetter),
            text.dropFirst(2).prefix(2).allSatisfy(\.isNumber), length(of: text.prefix(2)).contains(text.count)
        else { return false }
        return CheckedNumber.remainder97(of: text.dropFirst(4) + text.prefix(4)) == 1
    }

    /// Lengths from the IBAN registry of SWIFT, for the countries of Europe.
    private static func length(of country: Substring) -> ClosedRange<Int> {
        lengths[String(country)].map { $0...$0 } ?? 15...34
    }

    private static let lengths = [
        "AD": 24, "AL": 28, "AT": 20, "BA": 20, "BE": 16, "BG": 22, "BY": 28, "CH": 21, "CY": 28, "CZ": 24, "DE": 22,
        "DK": 18, "EE": 20, "ES": 24, "FI": 18, "FO": 18, "FR": 27, "GB": 22, "GE": 22, "GI": 23, "GL": 18, "GR": 27,
        "HR": 21, "HU": 28, "IE": 22, "IS": 26, "IT": 27, "LI": 21, "LT": 20, "LU": 20, "LV": 21, "MC": 27, "MD": 24,
        "ME": 22, "MK": 19, "MT": 31, "NL": 18, "NO": 15, "PL": 28, "PT": 25, "RO": 24, "RS": 22, "SE": 24, "SI": 19,
        "SK": 24, "SM": 27, "TR": 26, "UA": 29, "VA": 22, "XK": 20,
    ]
}
