import CaptureModel
import Indexing
import Testing

@Suite struct SeparationRuleTests {
    /// One letter a page: c content, b blank, t patch T, 1 patch 1, 2 patch 2, 3 patch 3, o barcode TB-50, f TB-99 forged,
    /// y yellow, digits 5 to 9 a page with the file barcode AZ:5 to AZ:9; a following `'` is the back of the sheet.
    private func pages(_ script: String) -> [PageSummary] {
        var pages: [PageSummary] = []
        for letter in script {
            if letter == "'" { pages[pages.count - 1].isBack = true } else { pages.append(page(letter, pages.count)) }
        }
        return pages
    }

    private func page(_ letter: Character, _ number: Int) -> PageSummary {
        let patch: [Character: PatchCode] = ["t": .transfer, "1": .one, "2": .two, "3": .three]
        var codes: [Character: String] = ["o": "TB-50.OK", "f": "TB-99"]
        for digit in "56789" { codes[digit] = "AZ:\(digit)" }
        return PageSummary(
            number: number, isBlank: letter == "b", patchCode: patch[letter],
            barcodes: codes[letter].map { [.code128($0)] } ?? [],
            paper: letter == "y"
                ? SheetColor(red: 245, green: 225, blue: 90) : SheetColor(red: 240, green: 238, blue: 235))
    }

    private func separation(_ script: String, _ rules: [SeparationRule]) throws -> Separation {
        // The test's own check part: `.OK`.
        try BatchSeparator(profile: .plain(separate: rules)) { $0.hasSuffix(".OK") ? String($0.dropLast(3)) : nil }
            .separate(pages(script))
    }

    private let patch = SeparationRule(condition: .patch(.transfer))
    private let signed = SeparationRule(
        condition: .barcode(.code128, matches: #"TB-(?<office>\d{2})"#), set: ["office": "${office}"], isSigned: true)

    @Test("pages behind an attachment sheet stay with their document and are marked") func attachment() throws {
        let rules = [patch, SeparationRule(condition: .patch(.one), begins: .attachment)]
        let documents = try separation("tcc1cc1ctc", rules).documents
        #expect(documents.map(\.pages) == [[1, 2, 4, 5, 7], [9]])
        #expect(documents.map(\.attachments) == [[4, 7], nil])
    }

    @Test("an attachment sheet with nothing before it begins a document") func looseAttachment() throws {
        let rules = [SeparationRule(condition: .patch(.one), begins: .attachment)]
        #expect(try separation("1cc", rules).documents.map(\.pages) == [[1, 2]])
    }

    @Test("a batch sheet begins a batch and ends all values") func batch() throws {
        let rules = [signed, patch, SeparationRule(condition: .patch(.three), begins: .batch)]
        let separation = try separation("octc3ctc", rules)
        #expect(separation.documents.map { $0.given["office"] } == ["50", "50", nil, nil])
        #expect(separation.batches == [2])
    }

    @Test("a rule that resets ends the values of earlier sheets") func reset() throws {
        let rules = [signed, SeparationRule(condition: .patch(.transfer), resets: true)]
        #expect(try separation("octc", rules).documents.map { $0.given["office"] } == ["50", nil])
    }

    @Test("conditions joined by all must hold together, by any one is enough")
    func joined() throws {
        let both = SeparationRule(condition: .all([.patch(.transfer), .paper(.white)]))
        let one = SeparationRule(condition: .any([.patch(.transfer), .paper(.yellow)]))
        #expect(try separation("ctcyc", [both]).documents.map(\.pages) == [[0], [2, 3, 4]])
        #expect(try separation("ctcyc", [one]).documents.map(\.pages) == [[0], [2], [4]])
        #expect(
            try separation("cyc", [SeparationRule(condition: .all([.patch(.two), .paper(.yellow)]))]).documents.count
                == 1)
    }

    @Test("another value begins a document, the same one and pages without do not")
    func change() throws {
        let rule = SeparationRule(condition: .change(.barcode(.code128, matches: "AZ:(.+)")))
        #expect(try separation("5c56c7", [rule]).documents.map(\.pages) == [[0, 1, 2], [3, 4], [5]])
    }

    @Test("content rules never take a separator sheet for a page") func sheetsFirst() throws {
        let rules = [SeparationRule(condition: .count(pages: 1)), patch]
        let separation = try separation("ctc", rules)
        #expect(separation.roles == [.content, .separator, .content])
        #expect(separation.documents.map(\.pages) == [[0], [2]])
    }

    @Test("an unsigned code is no separator, its page stays and a person is told")
    func unsigned() throws {
        let separation = try separation("cfcoc", [signed])
        #expect(separation.documents.map(\.pages) == [[0, 1, 2], [4]])
        #expect(separation.documents[0].findings?.map(\.code) == ["unsigned-separator"])
        #expect(separation.documents[0].findings?.first?.page == 1)
        #expect(separation.documents.map { $0.given["office"] } == [nil, "50"])
    }

    @Test("without a key no code is believed") func withoutKey() throws {
        let separation = try BatchSeparator(profile: .plain(separate: [signed])).separate(pages("coc"))
        #expect(separation.documents.map(\.pages) == [[0, 1, 2]])
    }

    @Test("the printed back of a separator belongs to it", arguments: ["tt'cc'", "tb'cc'", "bt'cc'"])
    func printedBack(_ script: String) throws {
        let separation = try separation(script, [patch])
        #expect(separation.documents.map(\.pages) == [[2, 3]])
        #expect(separation.documents[0].findings == nil && !separation.roles.prefix(2).contains(.content))
    }

    @Test("a batch sheet printed on both sides begins one batch") func batchBack() throws {
        let separation = try separation("33'cc'", [SeparationRule(condition: .patch(.three), begins: .batch)])
        #expect(separation.batches == [0] && separation.documents.count == 1)
    }

    @Test("a written side of a separator stays content and a person is told")
    func writtenBack() throws {
        let back = try separation("tc'cc'", [patch])
        #expect(back.documents.map(\.pages) == [[1, 2, 3]])
        #expect(back.documents[0].findings?.map(\.code) == ["written-separator"])
        let front = try separation("cc'ct'cc'", [patch])
        #expect(front.documents.map(\.pages) == [[0, 1, 2], [4, 5]])
        #expect(front.documents[0].findings?.map(\.code) == ["written-separator"])
    }

    @Test("a label on the first page does not part the page's own back from it") func keptBack() throws {
        let rule = SeparationRule(condition: .patch(.two), sheet: .keep)
        #expect(try separation("22'cc'2c'", [rule]).documents.map(\.pages) == [[0, 1, 2, 3], [4, 5]])
    }

    @Test(
        "colors of paper have names",
        arguments: [
            ((250, 249, 245), PaperColor.white), ((214, 212, 206), .white), ((120, 121, 120), .gray),
            ((246, 226, 90), .yellow), ((240, 170, 180), .red), ((170, 215, 240), .blue), ((180, 230, 180), .green),
            ((245, 180, 90), .orange),
        ])
    func colors(_ color: (Int, Int, Int), _ name: PaperColor) {
        #expect(SheetColor(red: color.0, green: color.1, blue: color.2).name == name)
    }

    @Test("words on the sheet separate, but a letter about separators stays and a person is told")
    func words() throws {
        let separator = try BatchSeparator(
            profile: .plain(separate: [SeparationRule(condition: .text("Trennblatt"))]))
        let letter = [String](repeating: "Wir bitten um ein neues Trennblatt für unsere Post an das Amt", count: 20)
        let texts = [["TRENNBLATT", "Sozialamt"], ["Ein Brief ohne das Wort"], letter]
        let readings = texts.enumerated().map { ($0, separator.reading(of: PaperPage(lines: $1).analysis)) }
        let separation = separator.separate(
            texts.indices.map {
                PageSummary(
                    number: $0, isBlank: false, patchCode: nil, barcodes: [],
                    signs: PageSigns(of: PaperPage(lines: texts[$0]).analysis))
            }, readings: Dictionary(uniqueKeysWithValues: readings))
        #expect(separator.needsText)
        #expect(separation.roles == [.separator, .content, .content])
        #expect(separation.documents.last?.findings?.map(\.code) == ["written-separator"])
    }

    @Test("values of a text pattern reach the documents that follow") func patternGroups() throws {
        let rule = SeparationRule(
            condition: .pattern(#"TRENNBLATT\s+Amt (?<office>\d{2})"#), set: ["office": "${office}"])
        let separator = try BatchSeparator(profile: .plain(separate: [rule]))
        let readings = [0: separator.reading(of: PaperPage(lines: ["TRENNBLATT", "Amt 51"]).analysis)]
        #expect(separator.separate(pages("cc"), readings: readings).documents.map(\.given) == [["office": "51"]])
    }
}
