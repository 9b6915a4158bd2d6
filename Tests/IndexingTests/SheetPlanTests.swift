import CaptureModel
import Indexing
import Testing

@Suite struct SheetPlanTests {
    private var profile: Profile {
        .plain(
            separate: [
                SeparationRule(
                    condition: .barcode(.code128, matches: #"^TB-(?<office>\d{2})$"#), set: ["office": "${office}"],
                    isSigned: true), SeparationRule(condition: .patch(.transfer)),
            ],
            index: [
                FieldRule(
                    name: "office", label: LocalizedText(de: "Amt", en: "Office"), find: [.given("office")],
                    register: "offices")
            ])
    }
    private let offices = Register(
        name: "offices",
        entries: [
            "50": Register.Entry(value: "50", columns: ["name": "Sozialamt"]),
            "10": Register.Entry(value: "10", columns: ["name": "Hauptamt"]),
        ])

    @Test("each value of the register gets a sheet that the profile's own rule reads") func all() throws {
        let sheets = try SheetPlan(profile: profile, registers: ["offices": offices]).sheets()
        #expect(sheets.map(\.sheet.code) == ["TB-10", "TB-50"])
        #expect(sheets.map(\.sheet.title) == ["Hauptamt", "Sozialamt"])
        #expect(sheets.allSatisfy { $0.isSigned && $0.sheet.patch == .transfer })
    }

    @Test("a value that the pattern would not read is refused") func refused() throws {
        let plan = SheetPlan(profile: profile, registers: ["offices": offices])
        #expect(try plan.sheets(for: ["50"]).map(\.sheet.code) == ["TB-50"])
        #expect(throws: CaptureError.self) { try plan.sheets(for: ["Sozialamt"]) }
    }

    @Test("without a register all values cannot be known") func unknown() {
        #expect(throws: CaptureError.self) { try SheetPlan(profile: profile, registers: [:]).sheets() }
    }

    @Test("a profile with patch codes alone has one plain sheet") func plain() throws {
        let profile = Profile.plain(separate: [SeparationRule(condition: .patch(.two))])
        let sheets = try SheetPlan(profile: profile, registers: [:]).sheets()
        #expect(sheets.map(\.sheet.patch) == [.two] && sheets.map(\.sheet.code) == [nil])
    }

    @Test("patterns that are no plain form are refused, not guessed") func notPlain() {
        let rule = SeparationRule(condition: .barcode(nil, matches: "(TB|AB)-[0-9]+"))
        #expect(throws: CaptureError.self) {
            try SheetPlan(profile: .plain(separate: [rule]), registers: [:]).sheets()
        }
    }
}
