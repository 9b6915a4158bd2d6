extension FieldRule.Format {
    /// How values of the format look on German letters, for finders without a pattern of their own (RE2).
    ///
    /// nil where they have no form in common.
    package var standardPattern: String? {
        switch self {
        case .date:
            #"\b(?:\d{1,2}\.\s*\d{1,2}\.\s*(?:\d{4}|\d{2})|\d{1,2}\.?\s*\pL{3,9}\.?\s*\d{4}|\d{4}-\d{2}-\d{2}|"#
                + #"\d{1,2}/\d{1,2}/\d{4})\b"#
        case .amount:
            Self.amountPattern
        case .iban:
            // The German length first: the general form would take in a word of capitals behind it.
            // Letters stand for the digits they look like, and a speck for a space: the check digits tell.
            #"\bDE\s?[\dODIlSBZ]{2}(?:[\s.]?[\dODIlSBZ]{4}){4}[\s.]?[\dODIlSBZ]{2}\b|\b[A-Z]{2}\s?\d{2}(?:\s?[0-9A-Z]{4}){2,7}(?:\s?[0-9A-Z]{1,3})?\b"#
        case .taxId: #"\b\d{2}(?:\s?\d{3}){3}\b"#
        case .taxNumber:
            #"\b(?:\d{2,3}\s?[/ ]\s?\d{3}\s?[/ ]\s?\d{5}|\d{3}\s?/\s?\d{4}\s?/\s?\d{4}|\d{5}\s?/\s?\d{5}|\d{13})\b"#
        case .vatId: #"\bDE\s?\d{3}\s?\d{3}\s?\d{3}\b|\b[A-Z]{2}\s?[0-9A-Z]{8,12}\b"#
        case .pensionNumber: #"\b\d{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-Z]\s?\d{2}\s?\d\b"#
        case .licensePlate: #"\b[A-ZÄÖÜ]{1,3}\s?[- ]\s?[A-Z]{1,2}\s?[- ]?\s?[1-9]\d{0,3}\s?[EH]?\b"#
        case .leitwegId: #"\b\d{2,12}-(?:[0-9A-Z]{1,30}-)?\d{2}\b"#
        case .courtReference:
            #"\b(?:[LSB]\s?|5\s)?(?:\d{1,3}|[IVX]{1,5})\s?[A-Z][A-Za-z]{0,3}(?:-[A-Z]{1,2})?\s?\d{1,5}\s?[/7]\s?\d{2}(?:\s(?:B\s?)?(?:ER|B|AO|PKH)\b){0,2}"#
        case .text, .fileReference, .number: nil
        }
    }

    /// Amounts of money between figures that are not part of a longer number or of a date.
    package static let amountPattern =
        #"(?:^|[^\d.,-])([-–]?(?:\d{1,3}(?:[.,' ]\d{3})+|\d+),\s?\d{2}-?|[-–]?(?:\d{1,3}(?:[,']\d{3})+|\d+)\.\d{2}|"#
        + #"\d+,-{1,2})(?:[^\d.,]|[.,](?:\D|$)|$)"#
}
