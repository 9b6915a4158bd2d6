import CaptureModel
import Patterns

/// Numbers without check digits of their own, known by their outer form alone.
struct NumberShapes: Sendable {
    private let taxNumber: Pattern
    private let plate: Pattern
    private let court: Pattern

    init() throws(CaptureError) {
        // The Länder write 2/3/5, 3/3/5, 3/4/4 or 5/5 digits, Hessen a 0 before; together they use 13 (ELSTER).
        taxNumber = try Pattern(
            #"(\d{2,3})\s?[/ ]\s?(\d{3})\s?[/ ]\s?(\d{5})|(\d{3})\s?[/ ]\s?(\d{4})\s?[/ ]\s?(\d{4})|(\d{5})\s?[/ ]\s?(\d{5})|(\d{4}0\d{8})"#
        )
        // District, one or two letters, up to four digits, E for electric or H for historic (§ 9, § 10 FZV).
        plate = try Pattern(#"([A-ZÄÖÜ]{1,3})\s?[- ]\s?([A-Z]{1,2})\s?[- ]?\s?([1-9]\d{0,3})\s?([EH]?)"#)
        // Kinds of cases by the Aktenordnungen of the Länder; social courts put S, L or B before the chamber, and a 5 there
        // is an S.
        court = try Pattern(
            #"(?:([LSB]|5\s)\s?)?(\d{1,3}|[IVX]{1,5})\s?([A-Z][A-Za-z]{0,3}(?:-[A-Z]{1,2})?)\s?(\d{1,5})\s?([/7])\s?(\d{2})\s?(B)?\s?(ER|AO|PKH)?"#
        )
    }

    /// As `S 4 SO 12/26 ER`: court branch, chamber or senate, kind of case, number and year, kind of procedure (appeal
    /// B, interim relief ER), with single spaces between.
    ///
    /// In narrow print the slash is read as a 7, and a space is lost now and then.
    func courtReference(_ text: String) -> FormattedValue? {
        guard let match = court.wholeMatch(in: text), let year = match[6] else { return nil }
        let isMisread = match[1]?.hasPrefix("5") ?? false
        let head = ([isMisread ? "S" : match[1]] + (2...4).map { match[$0] }).compactMap(\.self).joined(separator: " ")
        let value = ([head + "/" + year] + (7...8).compactMap { match[$0] }).joined(separator: " ")
        return FormattedValue(value: value, isRepaired: isMisread || match[5] == "7")
    }

    /// The groups of digits with slashes between them.
    func taxNumber(_ text: String) -> FormattedValue? {
        FormattedValue.repairing(text) { text in
            guard let match = taxNumber.wholeMatch(in: text) else { return nil }
            return (1...match.groupCount).compactMap { match[$0] }.joined(separator: "/")
        }
    }

    /// As `MU-AB 1234E`.
    func licensePlate(_ text: String) -> FormattedValue? {
        guard let match = plate.wholeMatch(in: text.uppercased()), let district = match[1], let letters = match[2],
            let digits = match[3], district.count + letters.count + digits.count <= 8
        else { return nil }
        return FormattedValue(value: "\(district)-\(letters) \(digits)\(match[4] ?? "")")
    }
}
