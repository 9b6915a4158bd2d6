import CaptureModel
import Indexing
import Testing

@Suite("Text that nobody would write") struct HostileTextTests {
    private static let sign = #"\b\d{2}\.\d{1,2}-\d{4}/\d{4}\b"#
    private let profile = Profile.plain(index: [
        FieldRule(
            name: "ref", label: LocalizedText(de: "Aktenzeichen", en: "File reference"),
            find: [.near(labels: ["Aktenzeichen", "Az."], matches: sign), .pattern(sign)], format: .fileReference),
        FieldRule(
            name: "amount", label: LocalizedText(de: "Betrag", en: "Amount"),
            find: [.near(labels: ["Betrag"], matches: FieldRule.Format.amountPattern)], format: .amount),
        FieldRule(
            name: "subject", label: LocalizedText(de: "Betreff", en: "Subject"), find: [.letter(.subject, matches: nil)]
        ),
    ])

    private func analysis(_ lines: [TextLine]) -> PageAnalysis {
        var page = PaperPage(lines: []).analysis
        page.lines = lines
        return page
    }

    /// Lines of `words` words each, all at the places they would have on endless paper.
    private func page(lines: Int, words: Int, _ text: (Int) -> String, sameHeight: Bool = false) -> PageAnalysis {
        analysis(
            (0..<lines).map { line in
                let placed = (0..<words).map { word in
                    let x = (sameHeight ? line * words + word : word) * 50
                    let box = Box(x: x, y: sameHeight ? 200 : line * 50, width: 40, height: 30)
                    return Word(text: text(line * words + word), box: box, confidence: .certain)
                }
                return TextLine(words: placed, block: line)
            })
    }

    @Test(
        "a page of thousands of words without sense is decided on all the same",
        arguments: ["Aktenzeichen", "Az.", "1,00", "50.20-2026/O", "((((((((", "aaaaaaaa"])
    func many(_ word: String) throws {
        for page in [
            page(lines: 1, words: 3_000, { _ in word }), page(lines: 600, words: 5, { _ in word }),
            page(lines: 100, words: 30, { _ in word }, sameHeight: true),
        ] {
            let indexer = try DocumentIndexer(profile: profile, registers: [:])
            let document = indexer.index(DocumentDraft(pages: [0]), pages: [(0, page)])
            #expect(document.pages == [0])
        }
    }

    @Test("the same page gives the same decisions, to the last bit") func same() throws {
        let page = page(lines: 40, words: 6) {
            ["Az.", "50.20-2026/0\(100 + $0 % 7)", "Betrag", "\($0),00", "x", "y"][$0 % 6]
        }
        let first = try DocumentIndexer(profile: profile, registers: [:])
        let second = try DocumentIndexer(profile: profile, registers: [:])
        let decided = [first, second, first].map { $0.index(DocumentDraft(pages: [0]), pages: [(0, page)]) }
        #expect(Set(decided).count == 1)
    }
}
