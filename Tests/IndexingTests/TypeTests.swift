import CaptureModel
import Indexing
import Testing

@Suite struct TypeTests {
    private let types = [
        TypeRule(type: "widerspruch", any: [.heading("Widerspruch"), .text("lege ich Widerspruch ein")]),
        TypeRule(type: "antrag", any: [.heading("Antrag"), .text("beantrage ich")]),
        TypeRule(type: "wohngeld", any: [.heading("Antrag auf Wohngeld")]),
        TypeRule(type: "bescheid", any: [.text("Bescheid")]),
        TypeRule(type: "formular", any: [.barcode(.code128, matches: "F-.*")]),
        TypeRule(type: "rechnung", all: [.text("Rechnung"), .pattern(#"\d+,\d{2} EUR"#)], none: [.text("Mahnung")]),
    ]

    private func document(_ lines: [String], confidence: Double = 0.95, barcode: String? = nil) throws
        -> IndexedDocument
    {
        let page = PaperPage(lines: lines, confidence: confidence, barcodes: barcode.map { [.code128($0)] } ?? [])
        return try Profile.plain(types: types).indexed([page])
    }

    @Test(
        "words are found whole, in any case, across lines",
        arguments: [
            ("hiermit BEANTRAGE ich Hilfe", "antrag"), ("hiermit bean-\ntrage ich Hilfe", "antrag"),
            ("ich lege\nich   Widerspruch\nein, denn", "widerspruch"), ("die Bescheidung", nil),
            ("(Bescheid).", "bescheid"),
            ("Rechnung über 12,50 EUR", "rechnung"), ("Rechnung ohne Betrag", nil),
            ("Mahnung zur Rechnung 1,00 EUR", nil),
        ])
    func words(_ text: String, _ type: String?) throws {
        #expect(try document(text.split(separator: "\n").map(String.init)).type == type)
    }

    @Test("where a type and a kind of it fit equally well, the kind is meant, also over several steps")
    func kinds() throws {
        let rules = [
            TypeRule(type: "schreiben", any: [.text("bitte")]), TypeRule(type: "antrag", kindOf: "schreiben"),
            TypeRule(type: "bauantrag", any: [.text("Neubau")], kindOf: "antrag"),
        ]
        let page = PaperPage(lines: ["bitte prüfen Sie den Neubau"], confidence: 0.95)
        func found(_ rules: [TypeRule]) throws -> IndexedDocument { try Profile.plain(types: rules).indexed([page]) }
        let document = try found(rules)
        #expect(document.type == "bauantrag" && !document.needsReview)
        let strangers = try found([rules[0], TypeRule(type: "bauantrag", any: [.text("Neubau")])])
        #expect(strangers.findings.map(\.code) == ["ambiguous-type"])
    }

    @Test("a heading decides against words in the text") func heading() throws {
        let document = try document(["Widerspruch gegen den Bescheid vom 3.3.2026", "", "der Bescheid ist falsch"])
        #expect(document.type == "widerspruch" && !document.needsReview)
        #expect(document.why.first { $0.rule == "types[0].any[0]" }?.box != nil)
    }

    @Test("what the subject is about decides, wherever in the subject it stands")
    func subject() throws {
        let lines = ["Müller, Mein Antrag", "Sehr geehrte Damen und Herren,", "der Bescheid liegt bei"]
        #expect(try document(lines).type == "antrag")
    }

    @Test(
        "what a subject only mentions is not what the letter is",
        arguments: [
            "Nachfrage zum Antrag", "Rückfrage zu meinem Antrag", "Mein Antrag vom 22.08.2026: Stand der Dinge",
            "Antrag vom 22.08.2026",
        ])
    func mentioned(_ subject: String) throws {
        let letter = [subject, "Sehr geehrte Damen und Herren,", "wann darf ich mit Nachricht rechnen?"]
        #expect(try document(letter).type == nil)
    }

    @Test("the last word of a paragraph is no heading")
    func lastWord() throws {
        let text = ["gegen diese Entscheidung bleibt mir nur ein sofortiger", "Widerspruch."]
        #expect(try document(text).type == nil)
        #expect(try document(["Max Beispiel", "", "Widerspruch.", "", "so geht es nicht"]).type == "widerspruch")
    }

    @Test("a barcode decides against a heading") func barcode() throws {
        #expect(try document(["Antrag"], barcode: "F-1").type == "formular")
    }

    @Test("the longer heading decides against one within it") func longer() throws {
        let document = try document(["Antrag auf Wohngeld"])
        #expect(document.type == "wohngeld" && !document.needsReview)
    }

    @Test("two types with equal evidence go to a person") func ambiguous() throws {
        let document = try document(["Widerspruch", "", "Antrag"])
        #expect(document.needsReview && document.findings.map(\.code) == ["ambiguous-type"])
    }

    @Test("an unknown type goes to a person") func unknown() throws {
        let document = try document(["Guten Tag"])
        #expect(document.type == nil && document.needsReview && document.findings.map(\.code) == ["unknown-type"])
    }

    @Test(
        "words read badly or with a wrong letter make the type doubtful",
        arguments: [("Widerspruch", 0.5), ("Widersprueh", 0.95)])
    func doubtful(_ text: String, _ confidence: Double) throws {
        let document = try document([text], confidence: confidence)
        #expect(document.type == "widerspruch" && document.findings.map(\.code) == ["doubtful-type"])
    }

    @Test("a misread heading is not doubted where well read words say the same") func supported() throws {
        let document = try document(["Widersprueh", "Hiermit lege ich Widerspruch ein"])
        #expect(document.type == "widerspruch" && !document.findings.map(\.code).contains("doubtful-type"))
    }

    @Test("words on a later page are weaker than those on the first") func laterPage() throws {
        let pages = [PaperPage(lines: ["hiermit beantrage ich Hilfe"]), PaperPage(lines: ["Bescheid"])]
        let document = try Profile.plain(types: types).indexed(pages)
        #expect(document.type == "antrag" && !document.needsReview)
    }

    @Test("a heading is found on turned pages too", arguments: QuarterTurn.allCases)
    func turned(_ rotation: QuarterTurn) throws {
        let page = PaperPage(lines: ["Widerspruch", "", "Antrag beantrage ich nicht"], rotation: rotation)
        #expect(try Profile.plain(types: types).indexed([page]).type == "widerspruch")
    }
}
