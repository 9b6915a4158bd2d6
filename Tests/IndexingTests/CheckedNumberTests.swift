import CaptureModel
import Testing

@testable import Indexing

@Suite("Numbers with check digits") struct CheckedNumberTests {
    private func read(_ text: String, _ format: FieldRule.Format) throws -> FormattedValue? {
        try ValueFormatter().formatted(text, as: format)
    }

    @Test(
        "right numbers are proven, and look-alikes are corrected where the check digit agrees",
        arguments: [
            (FieldRule.Format.taxId, "86 095 742 719", "86095742719", false),
            (.taxId, "8609574271g", "", false), (.taxId, "86O95742719", "86095742719", true),
            (.taxId, "65929970489", "65929970489", false),
            (.vatId, "DE 136 695 976", "DE136695976", false), (.vatId, "DE 136 695 97G", "DE136695976", true),
            (.pensionNumber, "15 070649 C 103", "15070649C103", false),
            (.pensionNumber, "15 O70649 C 103", "15070649C103", true),
            (.leitwegId, "992-90009-96", "992-90009-96", false), (.leitwegId, "991–01484–64", "991-01484-64", false),
            (.leitwegId, "992-90009-9G", "992-90009-96", true),
        ])
    func proven(_ format: FieldRule.Format, _ text: String, _ value: String, _ isRepaired: Bool) throws {
        let expected =
            value.isEmpty ? nil : FormattedValue(value: value, isProven: true, isRepaired: isRepaired)
        #expect(try read(text, format) == expected)
    }

    @Test(
        "numbers whose check digit is wrong, or whose form is another's, are refused",
        arguments: [
            (FieldRule.Format.taxId, "86095742718"), (.taxId, "06095742719"), (.taxId, "11111111111"), (.taxId, "123"),
            (.vatId, "DE136695977"), (.vatId, "136695976"), (.pensionNumber, "15070649C104"),
            (.pensionNumber, "150706490103"), (.leitwegId, "992-90009-97"), (.leitwegId, "99290009"),
            (.taxNumber, "12/34"), (.licensePlate, "Musterstadt 12"), (.licensePlate, "MU-AB 0123"),
        ])
    func refused(_ format: FieldRule.Format, _ text: String) throws { #expect(try read(text, format) == nil) }

    @Test(
        "other numbers get one spelling",
        arguments: [
            (FieldRule.Format.taxNumber, "201 / 113 / 40209", "201/113/40209"),
            (.taxNumber, "133/8150/8159", "133/8150/8159"),
            (.taxNumber, "9181081508155", "9181081508155"), (.licensePlate, "mu - ab 123 E", "MU-AB 123E"),
            (.licensePlate, "B-A 1", "B-A 1"),
            (.courtReference, "7C 2284/24", "7 C 2284/24"), (.courtReference, "S 4 SO 12 / 26 ER", "S 4 SO 12/26 ER"),
            (.courtReference, "14 K 1542/15", "14 K 1542/15"), (.courtReference, "VI ZR 12/25", "VI ZR 12/25"),
            (.courtReference, "L 10 SO 836/25 BER", "L 10 SO 836/25 B ER"),
            (.vatId, "ATU12345678", "ATU12345678"),
        ])
    func spelled(_ format: FieldRule.Format, _ text: String, _ value: String) throws {
        #expect(try read(text, format) == FormattedValue(value: value))
    }

    @Test("a court reference whose slash was read as a 7, or whose branch as a 5, is a guess")
    func courtReferenceWithoutSlash() throws {
        let guess = FormattedValue(value: "3 LA 2017/24", isRepaired: true)
        #expect(try read("3 LA 2017724", .courtReference) == guess)
        let branch = try ValueFormatter().formatted("5 6 SO 3898/26", as: .courtReference)
        #expect(branch == FormattedValue(value: "S 6 SO 3898/26", isRepaired: true))
    }

    @Test(
        "an IBAN of another country has that country's length",
        arguments: [
            ("AT61 1904 3002 3457 3201", true), ("GB82 WEST 1234 5698 7654 32", true), ("AT6119043002345732011", false),
        ])
    func countries(_ text: String, _ isValid: Bool) throws {
        #expect(try (read(text, .iban) != nil) == isValid)
    }
}
