import CaptureModel
import Indexing
import Testing

@Suite struct FieldTests {
    private static let sign = #"\b\d{2}\.\d{1,2}-\d{4}/\d{4}\b"#
    private let register = Register(
        name: "aktenzeichen",
        entries: Dictionary(
            uniqueKeysWithValues: ["50.20-2026/0123", "50.20-2026/0128", "63.1-2026/0815"].map {
                (Register.normalizedKey($0), Register.Entry(value: $0, columns: ["office": String($0.prefix(2))]))
            }))

    private var rule: FieldRule {
        FieldRule(
            name: "ref", label: LocalizedText(de: "Aktenzeichen", en: "File reference"),
            find: [
                .barcode(.code128, matches: "AZ:(.+)"), .near(labels: ["Ihr Zeichen", "Az."], matches: Self.sign),
                .pattern(Self.sign),
            ], format: .fileReference, register: "aktenzeichen", required: true)
    }

    private func indexed(
        _ lines: [String], barcodes: [String] = [], confidence: Double = 0.95, slope: Double = 0
    ) throws -> IndexedDocument {
        let page = PaperPage(
            lines: lines, confidence: confidence, barcodes: barcodes.map(Barcode.code128), slope: slope)
        return try Profile.plain(index: [rule], path: "/${ref.office}/${ref}")
            .indexed([page], registers: ["aktenzeichen": register])
    }

    @Test(
        "the reference is read beside and below its label, with a reader's slips",
        arguments: [
            ["Ihr Zeichen: 63.1-2026/0815"], ["Az.:63.1-2026/0815"], ["ihr  Zeichen   63.1 – 2026 / 0815"],
            ["Ihr Zeichen    Unser Zeichen    Datum", "63.1-2026/0815   ABC   1.1.2026"],
            ["Ihr Zeichen: 63.1-2026/O815"], ["Ihr Zeichen: 63.l-2026/0815"],
            ["Az. 63,1-2026/0815 i"], ["nichts", "wegen 63.1-2026/0815 schreibe"],
        ])
    func found(_ lines: [String]) throws {
        let document = try indexed(lines)
        #expect(document.fields["ref"]?.value == "63.1-2026/0815" && document.fields["ref.office"]?.value == "63")
        #expect(document.findings == [])
    }

    @Test(
        "look-alikes alone are corrected without a question, two of them with one",
        arguments: [("63.1-2026/O815", false), ("63.1-2O26/O8I5", true)])
    func corrected(_ text: String, _ needsReview: Bool) throws {
        let document = try indexed(["Az. " + text])
        #expect(document.fields["ref"]?.value == "63.1-2026/0815" && document.needsReview == needsReview)
    }

    @Test("a whole wrong digit is corrected but always shown to a person") func digit() throws {
        let document = try indexed(["Az. 63.1-2026/0875"])
        #expect(document.fields["ref"]?.value == "63.1-2026/0815" && document.needsReview)
        #expect(document.findings.map(\.code) == ["doubtful-field"])
    }

    @Test("between two entries equally near nothing is corrected") func margin() throws {
        let document = try indexed(["Az. 50.20-2026/0125"])
        #expect(document.fields["ref"]?.value == "50.20-2026/0125")
        #expect(document.findings.map(\.code).contains("not-in-register") && document.needsReview)
    }

    @Test("two valid references on one letter go to a person") func ambiguous() throws {
        let document = try indexed(["Az. 63.1-2026/0815", "Az. 50.20-2026/0123"])
        #expect(document.findings.map(\.code) == ["ambiguous"] && document.needsReview)
    }

    @Test("a barcode and the text that agree need no one") func agree() throws {
        let document = try indexed(
            ["Az. 63.1-2026/0815"], barcodes: ["AZ:63.1-2026/0815", "01 31F7 70C0 11 4017 0998"])
        #expect(document.fields["ref"]?.why.rule == "index.ref.find[0]" && !document.needsReview)
    }

    @Test("a missing required field is told and reviewed") func missing() throws {
        let document = try indexed(["Guten Tag"])
        #expect(document.findings.map(\.code) == ["missing-field", "missing-value"] && document.needsReview)
    }

    @Test("lines that lean are read across all the same", arguments: [-0.05, 0.05])
    func leaning(_ slope: Double) throws {
        let gap = String(repeating: " ", count: 30)
        let lines = ["Herr Ohnename   wohnt in einem langen Haus", "Ihr Zeichen:\(gap)63.1-2026/0815"]
        #expect(try indexed(lines, slope: slope).fields["ref"]?.value == "63.1-2026/0815")
    }

    @Test("the box of a value covers its words on the image as acquired") func box() throws {
        let value = try #require(try indexed(["Az. 63.1-2026/0815"]).fields["ref"])
        #expect(value.box == Box(x: 280, y: 200, width: 280, height: 60) && value.page == 0)
    }

    @Test("a separator's value is a field for routes and folders") func given() throws {
        let profile = Profile.plain(route: [RouteRule(when: ["office": "5."], to: "all")], path: "/${office}")
        #expect(try profile.indexed([], given: ["office": "50"]).route == "all")
        #expect(try profile.indexed([], given: ["office": "60"]).findings.map(\.code) == ["no-route"])
    }

    @Test("a supplier is told by a column of the register") func lookUp() throws {
        let register = Register(
            name: "k",
            entries: ["70001": .init(value: "70001", columns: ["iban": "DE29012300456655793745", "name": "Muster"])])
        let rule = FieldRule(
            name: "supplier", label: LocalizedText(de: "Kreditor", en: "Supplier"),
            find: [.near(labels: ["IBAN"], matches: #"DE\d{2}(?: ?\d{4}){4} ?\d{2}"#)], register: "k", lookUp: ["iban"])
        let document = try Profile.plain(index: [rule]).indexed(
            [PaperPage(lines: ["IBAN DE29 0123 0045 6655 7937 45"])], registers: ["k": register])
        #expect(document.fields["supplier"]?.value == "70001" && document.fields["supplier.name"]?.value == "Muster")
    }

    @Test("a column value that two entries share tells neither") func shared() throws {
        let entries = ["70001", "70002"].map { ($0, Register.Entry(value: $0, columns: ["vatId": "DE012345678"])) }
        let register = Register(name: "k", entries: Dictionary(uniqueKeysWithValues: entries))
        let rule = FieldRule(
            name: "supplier", label: LocalizedText(de: "Kreditor", en: "Supplier"), find: [.pattern(#"DE\d{9}"#)],
            register: "k", lookUp: ["vatId"])
        let document = try Profile.plain(index: [rule]).indexed(
            [PaperPage(lines: ["DE012345678"])], registers: ["k": register])
        #expect(document.findings.map(\.code) == ["not-in-register"])
    }

    @Test("what a person enters is taken at its word, checked against the register, and routed anew")
    func person() throws {
        let profile = Profile.plain(index: [rule], path: "/${ref}")
        let indexer = try DocumentIndexer(profile: profile, registers: ["aktenzeichen": register])
        let document = try profile.indexed(
            [PaperPage(lines: ["Az. 63.1-2026/0875"])], registers: ["aktenzeichen": register])
        let entered = indexer.corrected(document, type: nil, values: ["ref": "50.20 - 2026/0128"])
        #expect(entered.fields["ref"]?.value == "50.20-2026/0128" && !entered.needsReview)
        #expect(entered.fields["ref"]?.confidence == .certain && entered.fields["ref.office"]?.value == "50")
        let unknown = indexer.corrected(document, type: nil, values: ["ref": "50.20-2026/0129"])
        #expect(
            unknown.fields["ref"]?.value == "50.20-2026/0129" && unknown.findings.map(\.code) == ["not-in-register"])
        let confirmed = indexer.corrected(document, type: nil, values: [:])
        #expect(confirmed.fields["ref"]?.value == "63.1-2026/0815" && !confirmed.needsReview)
        #expect(indexer.corrected(document, type: nil, values: ["ref": ""]).findings.first?.code == "missing-field")
    }
}
