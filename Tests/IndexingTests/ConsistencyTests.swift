import CaptureModel
import Indexing
import Testing

@Suite("Values of one document fit together") struct ConsistencyTests {
    private func field(
        _ name: String, _ format: FieldRule.Format = .text, dates: DateLimits? = nil
    ) -> FieldRule {
        var rule = FieldRule(
            name: name, label: LocalizedText(de: name, en: name),
            find: [.near(labels: [name], matches: format.standardPattern ?? #"\d+"#)], format: format, required: true)
        rule.dates = dates
        return rule
    }

    private func findings(
        _ lines: [String], _ fields: [FieldRule], checks: [CheckRule] = [], received: CalendarDay? = nil
    ) throws -> [String] {
        var profile = Profile.plain(index: fields)
        profile.checks = checks
        let indexer = try DocumentIndexer(profile: profile, registers: [:])
        let page = PaperPage(lines: lines).analysis
        let document = indexer.index(DocumentDraft(pages: [0]), pages: [(0, page)], received: received)
        #expect(document.needsReview == !document.findings.isEmpty)
        return document.findings.map(\.code)
    }

    @Test("amounts that do not add up go to a person", arguments: [("119,00", []), ("119,02", ["contradiction"])])
    func sum(_ gross: String, _ expected: [String]) throws {
        let fields = ["Netto", "Steuer", "Brutto"].map { field($0, .amount) }
        let found = try findings(
            ["Netto: 100,00", "Steuer: 19,00", "Brutto: \(gross)"], fields,
            checks: [.sum(["Netto", "Steuer"], of: "Brutto")])
        #expect(found == expected)
    }

    @Test("two offices go to a person", arguments: [("5 0", []), ("51", ["contradiction"])])
    func same(_ other: String, _ expected: [String]) throws {
        var second = field("Stelle")
        second.find = [.near(labels: ["Stelle"], matches: #"\d.*"#)]
        let found = try findings(
            ["Amt: 50", "Stelle: \(other)"], [field("Amt"), second], checks: [.same(["Amt", "Stelle"])])
        #expect(found == expected)
    }

    @Test("a value that is not there contradicts nothing") func missing() throws {
        let found = try findings(["Amt: 50"], [field("Amt")], checks: [.same(["Amt", "Stelle"])])
        #expect(found == [])
    }

    @Test(
        "dates too long before or after receipt go to a person",
        arguments: [
            ("16.11.2026", []), ("17.11.2026", []), ("18.11.2026", ["implausible-date"]),
            ("01.01.2016", ["implausible-date"]),
        ])
    func receipt(_ day: String, _ expected: [String]) throws {
        let date = field("Datum", .date, dates: DateLimits(pastDays: 3_650, futureDays: 0))
        #expect(try findings(["Datum: \(day)"], [date], received: CalendarDay("2026-11-17")) == expected)
        #expect(try findings(["Datum: \(day)"], [date]) == [])
    }

    private func indexed(_ lines: [String], _ rule: FieldRule) throws -> IndexValue? {
        try Profile.plain(index: [rule]).indexed([PaperPage(lines: lines)]).fields[rule.name]
    }

    @Test("the gross amount is the one that net amount and tax add up to") func gross() throws {
        let lines = ["Summe:     100,00", "Steuer:     19,00", "Summe:     119,00", "Summe:     115,43"]
        let value = try #require(try indexed(lines, field("Summe", .amount)))
        #expect(value.value == "119.00" && value.confidence >= Confidence(0.9))
        #expect(Set(value.alternatives?.map(\.value) ?? []) == ["100.00", "115.43"])
    }

    @Test("what a reminder demands is the sum of the amounts directly before it") func demanded() throws {
        let lines = ["Rechnung:     696,88", "Spesen:     5,00", "Saldo:     701,88", "Spesen:     696,90"]
        var rule = field("Betrag", .amount)
        rule.find = [.near(labels: ["Rechnung", "Spesen", "Saldo"], matches: FieldRule.Format.amountPattern)]
        let value = try #require(try indexed(lines, rule))
        #expect(value.value == "701.88" && value.confidence >= Confidence(0.9))
    }

    private static let register = Register(
        name: "az",
        entries: ["50.20-2026/0123", "63.1-2026/0815"].reduce(into: [:]) {
            $0[Register.normalizedKey($1)] = Register.Entry(value: $1)
        })

    @Test(
        "our sign is the one the writer calls ours; a mention of another does not call it into question",
        arguments: [
            ["Ihr Zeichen: 50.20-2026/0123", "Unser Zeichen: 63.1-2026/0815"],
            ["Unser Zeichen: 63.1-2026/0815", "Ihr Zeichen: 50.20-2026/0123"],
            ["Ihr Zeichen: 50.20-2026/0123", "wie schon zu 63.1-2026/0815 gesagt"],
        ])
    func ours(_ lines: [String]) throws {
        let sign = #"\b\d{2}\.\d{1,2}-\d{4}/\d{4}\b"#
        let rule = FieldRule(
            name: "ref", label: LocalizedText(de: "Aktenzeichen", en: "File reference"),
            find: [.near(labels: ["Ihr Zeichen", "Unser Zeichen"], matches: sign), .pattern(sign)],
            format: .fileReference, register: "az", required: true)
        let document = try Profile.plain(index: [rule]).indexed(
            [PaperPage(lines: lines)], registers: ["az": Self.register])
        #expect(document.fields["ref"]?.value == "50.20-2026/0123" && !document.needsReview)
        #expect(document.fields["ref"]?.alternatives?.map(\.value) == ["63.1-2026/0815"])
    }

    @Test("a sign of ours where the writer's own stands goes to a person") func writers() throws {
        let rule = FieldRule(
            name: "ref", label: LocalizedText(de: "Aktenzeichen", en: "File reference"),
            find: [.near(labels: ["Ihr Zeichen", "Unser Zeichen"], matches: #"\S+/\d{4}"#)],
            format: .fileReference, register: "az", required: true)
        let document = try Profile.plain(index: [rule]).indexed(
            [PaperPage(lines: ["Unser Zeichen: 63.1-2026/0815"])], registers: ["az": Self.register])
        #expect(document.fields["ref"]?.value == "63.1-2026/0815" && document.needsReview)
    }
}
