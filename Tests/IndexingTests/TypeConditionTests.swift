import CaptureModel
import Indexing
import Testing

@Suite struct TypeConditionTests {
    private func type(_ condition: TypeRule.Condition, _ pages: [PageAnalysis]) throws -> IndexedDocument {
        let profile = Profile.plain(types: [TypeRule(type: "gesucht", any: [condition])])
        let indexer = try DocumentIndexer(profile: profile, registers: [:])
        let draft = DocumentDraft(pages: Array(pages.indices))
        return indexer.index(draft, pages: pages.enumerated().map { ($0, $1) })
    }

    private let letter = PaperPage(
        lines: ["Amtsgericht Musterstadt", "", "", "", "", "", "", "", "", "", "das Amtsgericht Beispielberg schrieb"])

    @Test(
        "words of the sender count in the letterhead alone",
        arguments: [("Musterstadt", true), ("Beispielberg", false)])
    func sender(_ town: String, _ isSender: Bool) throws {
        let document = try type(.sender("Amtsgericht \(town)"), [letter.analysis])
        #expect((document.type == "gesucht") == isSender)
        #expect(document.why.contains { $0.rule == "types[0].any[0]" && $0.box != nil } == isSender)
    }

    @Test(
        "a zone looks where it lies and nowhere else",
        arguments: [
            (10.0, "Amtsgericht", true), (10.0, "schrieb", false), (75.0, "schrieb", true), (75.0, nil, true),
            (200.0, nil, false),
        ])
    func zone(_ y: Double, _ matches: String?, _ isThere: Bool) throws {
        let zone = Zone(x: 10, y: y, width: 180, height: 20)
        let document = try type(.zone(zone, matches: matches), [letter.analysis])
        #expect((document.type == "gesucht") == isThere && (!isThere || document.why.contains { $0.box != nil }))
    }

    @Test("a zone may lie on the last page")
    func lastPage() throws {
        let zone = Zone(x: 10, y: 10, width: 180, height: 20, page: .last)
        let pages = [letter, PaperPage(lines: ["Rechtsbehelfsbelehrung"])].map(\.analysis)
        #expect(try type(.zone(zone, matches: "Rechtsbehelf"), pages).why.contains { $0.page == 1 })
        #expect(try type(.zone(zone, matches: "Amtsgericht"), pages).type == nil)
    }

    @Test("the color of the sheet counts where it was measured")
    func paper() throws {
        var yellow = letter.analysis
        yellow.paper = SheetColor(red: 250, green: 235, blue: 120)
        #expect(try type(.paper(.yellow), [yellow]).type == "gesucht")
        #expect(try type(.paper(.green), [yellow]).type == nil)
        #expect(try type(.paper(.yellow), [letter.analysis]).type == nil)
    }

    @Test("the number of pages counts", arguments: [(1...1, false), (2...2, true), (2...10_000, true), (3...9, false)])
    func pages(_ counts: ClosedRange<Int>, _ fits: Bool) throws {
        let document = try type(.pages(counts), [letter.analysis, letter.analysis])
        #expect((document.type == "gesucht") == fits)
    }

    @Test("an electronic invoice is told by its data")
    func invoice() throws {
        var page = letter.analysis
        page.invoice = ElectronicInvoice(specification: "urn:cen.eu:en16931:2017", terms: [:])
        let document = try type(.invoice, [page])
        #expect(document.type == "gesucht" && !document.needsReview)
        #expect(try type(.invoice, [letter.analysis]).type == nil)
    }

    @Test("all kinds of conditions go together in one rule")
    func together() throws {
        let rule = TypeRule(
            type: "beschluss", any: [.text("Beschluss")], all: [.sender("Amtsgericht"), .pages(1...2)],
            none: [.paper(.yellow)])
        var page = PaperPage(lines: ["Amtsgericht Musterstadt", "", "Beschluss"]).analysis
        let indexer = try DocumentIndexer(profile: .plain(types: [rule]), registers: [:])
        #expect(indexer.index(DocumentDraft(pages: [0]), pages: [(0, page)]).type == "beschluss")
        #expect(indexer.index(DocumentDraft(pages: [0, 1, 2]), pages: [(0, page)]).type == nil)
        page.paper = SheetColor(red: 250, green: 235, blue: 120)
        #expect(indexer.index(DocumentDraft(pages: [0]), pages: [(0, page)]).type == nil)
    }
}
