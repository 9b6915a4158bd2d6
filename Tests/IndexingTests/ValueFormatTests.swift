import CaptureModel
import Testing

@testable import Indexing

@Suite struct ValueFormatTests {
    @Test(
        "German dates become ISO 8601; days the calendar lacks are no dates",
        arguments: [
            ("17.11.2026", "2026-11-17"), ("7. 3. 26", "2026-03-07"), ("17. November 2026", "2026-11-17"),
            ("1. März 2026", "2026-03-01"), ("17. Nov. 2026", "2026-11-17"), ("2026-11-17", "2026-11-17"),
            ("17/11/2026", "2026-11-17"), ("den 3. März 2026", "2026-03-03"), ("l7.1O.2026", "2026-10-17"),
            ("17,11.2026", "2026-11-17"), ("November 17, 2026", "2026-11-17"), ("März 2026", nil),
            ("29.02.2028", "2028-02-29"), ("29.02.2026", nil), ("31.04.2026", nil), ("12.13.2026", nil),
            ("gestern", nil),
        ])
    func dates(_ text: String, _ expected: String?) throws {
        #expect(try ValueFormatter().formatted(text, as: .date)?.value == expected)
    }

    @Test(
        "amounts have a point and two decimals",
        arguments: [
            ("1.234,56", "1234.56"), ("1234,56 EUR", "1234.56"), ("€ 12,00", "12.00"), ("1 234,50 €", "1234.50"),
            ("-5,00", "-5.00"), ("5,00- EUR", "-5.00"), ("1.234.567,89", "1234567.89"), ("250", "250.00"), ("1,2", nil),
            ("1,234.56", "1234.56"), ("1'234.56 EUR", "1234.56"), ("250,- €", "250.00"), ("12.50", "12.50"),
            ("1.250", "1250.00"), ("1.234, 56", "1234.56"), ("1.234,5O", "1234.50"), ("0,05", "0.05"),
            ("3,327,26 €", "3327.26"),
            ("zwölf", nil),
            ("12,50 USD", nil),
        ])
    func amounts(_ text: String, _ expected: String?) throws {
        #expect(try ValueFormatter().formatted(text, as: .amount)?.value == expected)
    }

    @Test(
        "an IBAN must have right check digits; look-alikes are corrected by them",
        arguments: [
            ("DE29 0123 0045 6655 7937 45", "DE29012300456655793745"),
            ("de29012300456655793745", "DE29012300456655793745"),
            ("DE29 O123 OO45 6655 7937 45", "DE29012300456655793745"), ("DE29 0123 0045 6655 7937 46", nil),
            ("DE29 0123", nil), ("AT61 1904 3002 3457 3201", "AT611904300234573201"), ("", nil),
        ])
    func ibans(_ text: String, _ expected: String?) throws {
        #expect(try ValueFormatter().formatted(text, as: .iban)?.value == expected)
    }

    @Test(
        "what somebody else numbered is neither a day nor an amount",
        arguments: [
            ("34816", "34816"), ("2026-0815", "2026-0815"), ("AR-85516/26", "AR-85516/26"), ("29.10.26", nil),
            ("29.10.2026", nil), ("1.898,38", nil), ("2026.0815.3", "2026.0815.3"),
        ])
    func numbers(_ text: String, _ expected: String?) throws {
        #expect(try ValueFormatter().formatted(text, as: .number)?.value == expected)
    }

    @Test("a repair that nothing proves is told") func guessed() throws {
        let found = try ValueFormatter().formatted("17.1l.2026", as: .date)
        #expect(found == FormattedValue(value: "2026-11-17", isProven: false, isRepaired: true))
    }

    @Test("days are counted across leap years") func days() throws {
        let first = try #require(CalendarDay("2024-02-28"))
        let last = try #require(CalendarDay("2025-03-01"))
        #expect(last.number - first.number == 367 && CalendarDay("2026-02-29") == nil)
    }

    @Test(
        "references have one kind of dash and no loose spaces",
        arguments: [("50.20 – 2026 / 0123", "50.20-2026/0123"), ("14 K 1542/15 AO", "14 K 1542/15 AO")])
    func references(_ text: String, _ expected: String) throws {
        #expect(try ValueFormatter().formatted(text, as: .fileReference)?.value == expected)
    }

    @Test("folded text knows the bytes it came from") func folding() {
        let folded = SearchText(folding: "Größe 5O – 7", confusables: true)
        #expect(folded.text == "Größe 50-7" && folded.sourceRange(8..<12) == 8..<16)
    }
}
