import CaptureModel
import Indexing
import Learning
import Testing

@Suite struct LearnedTypeTests {
    private static let words = [
        "kuendigung": ["Kündigung", "hiermit kündige ich den Vertrag", "bitte bestätigen Sie die Kündigung"],
        "rechnung": ["Rechnung", "wir berechnen Ihnen die Lieferung", "bitte überweisen Sie den Betrag"],
        "bewerbung": ["Bewerbung", "auf Ihre Ausschreibung bewerbe ich mich", "mein Lebenslauf liegt bei"],
        "beschwerde": ["Beschwerde", "ich beschwere mich über den Lärm", "seit Wochen kann ich nicht schlafen"],
    ]

    private static let strange = ["Speisekarte", "Montag gibt es Linsensuppe", "Dienstag Nudelpfanne mit Salat"]

    private static let senders = ["Erika Muster", "Max Beispiel", "Anna Probe", "Otto Normal", "Ute Sonst"]

    /// Thirty of each, by several senders: the confidence may rise above the usual threshold.
    private static let model = Result {
        try TypeTraining.train(
            words.flatMap { type, lines in
                (0..<30).map { number in
                    let sender = senders[number % senders.count]
                    let page = PaperPage(lines: [sender, ""] + lines + (number % 2 == 0 ? ["", "Gruß"] : []))
                    return TypeExample(id: "\(type)-\(number)", type: type, pages: [(0, page.analysis)])
                }
            })
    }

    private func document(
        _ lines: [String], _ types: [TypeRule], barcodes: [Barcode] = []
    ) throws -> IndexedDocument {
        let indexer = try DocumentIndexer(
            profile: .plain(types: types), registers: [:], typeModel: try Self.model.get())
        let page = PaperPage(lines: ["Max Beispiel", ""] + lines, barcodes: barcodes).analysis
        return indexer.index(DocumentDraft(pages: [0]), pages: [(0, page)])
    }

    private let learned = words.keys.sorted().map { TypeRule(type: $0, learned: true) }

    @Test("without a rule what was learned decides, and says why", arguments: words.keys.sorted())
    func alone(_ type: String) throws {
        let document = try document(Self.words[type] ?? [], learned)
        #expect(document.type == type && !document.needsReview, "\(document.typeConfidence) \(document.findings)")
        #expect(document.why.contains { $0.rule.hasPrefix("types.learned@") && $0.box != nil })
    }

    @Test("what is like nothing learned goes to a person without a type")
    func unknown() throws {
        let document = try document(Self.strange, learned)
        #expect(document.type == nil && document.findings.map(\.code) == ["unknown-type"] && document.needsReview)
    }

    @Test("a type that the profile does not learn is never named by learning")
    func notLearned() throws {
        let rules = learned.map { TypeRule(type: $0.type, any: [.text("nirgends")], learned: $0.type != "rechnung") }
        #expect(try document(Self.words["rechnung"] ?? [], rules).type == nil)
        #expect(try document(Self.words["bewerbung"] ?? [], rules).type == "bewerbung")
    }

    @Test("learning that agrees makes a rule surer")
    func agrees() throws {
        let rule = TypeRule(type: "rechnung", any: [.text("Lieferung")])
        let alone = try document(Self.words["rechnung"] ?? [], [rule])
        let both = try document(Self.words["rechnung"] ?? [], [rule] + learned)
        #expect(both.type == "rechnung" && both.typeConfidence > alone.typeConfidence)
    }

    @Test(
        "a person looks at a contradiction between rule and learning, and is proposed what was learned but for barcodes",
        arguments: [
            (TypeRule.Condition.text("Lieferung"), "rechnung"), (.barcode(nil, matches: "K-1"), "kuendigung"),
        ])
    func conflict(_ condition: TypeRule.Condition, _ proposed: String) throws {
        let rule = TypeRule(type: "kuendigung", any: [condition])
        let document = try document(Self.words["rechnung"] ?? [], [rule] + learned, barcodes: [.code128("K-1")])
        #expect(document.type == proposed && document.findings.map(\.code) == ["type-conflict"])
        #expect(document.needsReview && document.why.contains { $0.rule.hasPrefix("types.learned@") })
    }

    @Test(
        "learning that is sure of a kind of what a rule says narrows it; one that is sure of the general type does not",
        arguments: [("beschwerde", "rechnung", "rechnung"), ("rechnung", "beschwerde", "rechnung")])
    func narrowed(_ general: String, _ narrow: String, _ proposed: String) throws {
        let rule = TypeRule(type: "beschwerde", any: [.text("Lieferung")])
        let kind = TypeRule(type: narrow, learned: true, kindOf: general)
        let document = try document(Self.words["rechnung"] ?? [], [rule, kind] + learned)
        #expect(document.type == proposed && document.needsReview == (narrow == "beschwerde"))
    }

    @Test("what must not stand there forbids the narrower type too")
    func notNarrowed() throws {
        let rule = TypeRule(type: "beschwerde", any: [.text("Lieferung")])
        let kind = TypeRule(type: "rechnung", none: [.text("Betrag")], learned: true, kindOf: "beschwerde")
        #expect(try document(Self.words["rechnung"] ?? [], [rule, kind]).needsReview)
    }

    @Test("a rule stands where learning has no opinion")
    func noOpinion() throws {
        let rule = TypeRule(type: "speisekarte", any: [.heading("Speisekarte")])
        let document = try document(Self.strange, [rule] + learned)
        #expect(document.type == "speisekarte" && !document.needsReview)
    }

    @Test("learning settles what two equal rules leave open")
    func settles() throws {
        let rules = ["kuendigung", "rechnung"].map { TypeRule(type: $0, any: [.text("Betrag")]) }
        let document = try document(Self.words["rechnung"] ?? [], rules + learned)
        #expect(document.type == "rechnung" && !document.needsReview)
    }

    @Test("what must not stand there forbids the learned type too")
    func excluded() throws {
        var rules = learned
        rules[rules.firstIndex { $0.type == "rechnung" } ?? 0].none = [.text("Lieferung")]
        #expect(try document(Self.words["rechnung"] ?? [], rules).type == nil)
    }
}
