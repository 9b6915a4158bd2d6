import CaptureModel
import Indexing
import Testing

@Suite struct ContentSeparationTests {
    private static let letter = PaperPage(lines: [
        "", "", "", "Irmela Föhrensang - Erlenring 37 - 00818 Mustertal", "", "", "Landkreis Musterland", "Sozialamt",
        "Kreisstraße 1", "00815 Musterfurt", "", "                                        Mustertal, den 12.10.2026",
        "",
        "Antrag auf Wohngeld", "", "Sehr geehrte Damen und Herren,", "",
        "hiermit beantrage ich Wohngeld ab dem ersten November und lege die Unterlagen", "bei. Bitte prüfen Sie,",
    ])
    private static let secondPage = PaperPage(lines: [
        "- 2 -", "", "ob auch die Heizkosten angerechnet werden können, denn die Miete ist gestiegen.", "",
        "Mit freundlichen Grüßen", "Irmela Föhrensang",
    ])
    private static let otherLetter = PaperPage(lines: [
        "", "", "", "Bertram Distelfink - Bachgasse 36 - 00815 Musterfurt", "", "", "Landkreis Musterland", "Bauamt",
        "Kreisstraße 1", "00815 Musterfurt", "", "                                        Musterfurt, den 14.10.2026",
        "",
        "Widerspruch", "", "Sehr geehrte Damen und Herren,", "", "gegen den Bescheid lege ich Widerspruch ein.",
    ])

    private func separation(
        _ pages: [PaperPage], backs: Set<Int> = [], above: Double = 0.8, storesSigns: Bool = true
    ) throws -> Separation {
        let separator = try BatchSeparator(
            profile: .plain(separate: [SeparationRule(condition: .content(above: above))]))
        let summaries = pages.enumerated().map { number, page in
            PageSummary(
                number: number, isBlank: false, patchCode: nil, barcodes: [], isBack: backs.contains(number),
                signs: storesSigns ? PageSigns(of: page.analysis) : nil)
        }
        let readings =
            storesSigns
            ? [:]
            : Dictionary(
                uniqueKeysWithValues: pages.enumerated().map { ($0, separator.reading(of: $1.analysis)) })
        return separator.separate(summaries, readings: readings)
    }

    @Test("letters part without separator sheets and keep their second pages", arguments: [true, false])
    func letters(_ storesSigns: Bool) throws {
        let pages = [Self.letter, Self.secondPage, Self.otherLetter, Self.letter]
        let separation = try separation(pages, storesSigns: storesSigns)
        #expect(separation.documents.map(\.pages) == [[0, 1], [2], [3]])
        #expect(separation.documents[1].why.first?.rule == "separate[0]")
        #expect((separation.documents[1].why.first?.score?.value ?? 0) > 0.8)
    }

    @Test("where a separator sheet lies in the feed, rules for stacks without any are silent") func unseparated() throws
    {
        let content = SeparationRule(condition: .content(above: 0.8), isForUnseparated: true)
        let separator = try BatchSeparator(
            profile: .plain(separate: [SeparationRule(condition: .patch(.transfer)), content]))
        let pages = [Self.letter, Self.secondPage, Self.otherLetter]
        func documents(sheetBefore page: Int?) -> [[Int]] {
            var summaries = pages.enumerated().map { number, page in
                PageSummary(
                    number: number, isBlank: false, patchCode: nil, barcodes: [], signs: PageSigns(of: page.analysis))
            }
            if let page { summaries[page].patchCode = .transfer }
            return separator.separate(summaries).documents.map(\.pages)
        }
        #expect(documents(sheetBefore: nil) == [[0, 1], [2]])
        #expect(documents(sheetBefore: 0) == [[1, 2]])
    }

    @Test("the back of a sheet never begins a document") func backs() throws {
        let separation = try separation([Self.letter, Self.otherLetter], backs: [1])
        #expect(separation.documents.map(\.pages) == [[0, 1]])
    }

    @Test("where the profile wants to be surer than the signs allow, a person is asked on both sides")
    func doubt() throws {
        let separation = try separation([Self.letter, Self.otherLetter], above: 1)
        #expect(separation.documents.count == 2)
        #expect(separation.documents.allSatisfy { $0.findings?.map(\.code) == ["doubtful-boundary"] })
        let indexed = try DocumentIndexer(profile: .plain(), registers: [:])
            .index(separation.documents[0], pages: [(0, Self.letter.analysis)])
        #expect(indexed.needsReview && indexed.findings.map(\.code).contains("doubtful-boundary"))
    }

    @Test("our own letter, enclosed by the citizen it went to, stays with theirs")
    func ownLetter() throws {
        let copy = PaperPage(lines: [
            "Landkreis Musterland", "", "", "Landkreis Musterland - Kreisstraße 1 - 00815 Musterfurt", "", "",
            "Irmela Föhrensang", "Erlenring 37", "00818 Mustertal", "", "Unser Zeichen  50.20-2026/0815", "",
            "Bescheid", "", "Sehr geehrte Frau Föhrensang,", "", "Ihren Antrag lehnen wir ab.",
        ])
        let pages = [Self.letter, copy, Self.otherLetter, Self.letter]
        #expect(try separation(pages).documents.map(\.pages) == [[0, 1], [2], [3]])
    }

    @Test(
        "page numbers are read in the forms offices print them",
        arguments: [
            ("Seite 2 von 3", 2, 3), ("Seite 2/3", 2, 3), ("- 2 -", 2, nil), ("2 / 3", 2, 3), ("Blatt 4", 4, nil),
            ("Seite: 2", 2, nil), ("Seite 12", 12, nil), ("Seite 2 zum Schreiben vom 3. Mai 2026", 2, nil),
            ("Blatt 3 an das Sozialamt", 3, nil),
        ] as [(String, Int, Int?)])
    func numbers(_ text: String, _ page: Int, _ count: Int?) {
        let signs = PageSigns(
            of: PaperPage(lines: [text, "", "und so geht der Brief hier weiter, wie man sieht."]).analysis)
        #expect(signs.page == page && signs.of == count)
    }

    @Test(
        "dates, amounts and sentences are no page numbers",
        arguments: ["12.10.2026", "2 von 3 Kindern wohnen hier", "Seitenstraße 2"])
    func noNumbers(_ text: String) {
        #expect(PageSigns(of: PaperPage(lines: [text]).analysis).page == nil)
    }

    @Test("the stamp of receipt marks a first page, and our name in it makes no letter ours")
    func receiptStamp() throws {
        let stamp = "                                        Landkreis Musterland"
        let day = "                                          17. Nov. 2026"
        var stamped = Self.otherLetter
        stamped.lines[0...2] = [stamp, "                                          Eingegangen", day]
        let stranger = PaperPage(lines: [
            stamp, "                                          Eingegangen", day,
            "Strom und Wärme AG - Netzallee 90 - 00869 Hohenfelde", "", "", "Philippa Löffelkraut", "Bachgasse 27",
            "00817 Oberprobe", "", "Jahresablesung", "", "Sehr geehrte Kundin,", "", "bitte lesen Sie den Zähler ab.",
        ])
        #expect(PageSigns(of: stamped.analysis).marks.contains(.receiptStamp))
        #expect(!PageSigns(of: Self.otherLetter.analysis).marks.contains(.receiptStamp))
        #expect(try separation([Self.letter, stamped, stranger]).documents.map(\.pages) == [[0], [1], [2]])
    }

    @Test("a certificate of service names whom it was served on, and is no enclosure all the same")
    func certificateOfService() throws {
        let certificate = PaperPage(lines: [
            "Zustellungsurkunde", "", "Aktenzeichen 50.20-2026/0815", "", "Irmela Föhrensang", "Erlenring 37",
            "00818 Mustertal", "", "1. Das Schriftstück habe ich übergeben.", "Datum 12.10.2026 Unterschrift",
        ])
        #expect(
            try separation([Self.letter, certificate, Self.otherLetter]).documents.map(\.pages) == [[0], [1], [2]])
    }

    @Test("a page that goes on inside a sentence, or with a later section, stays with the one before")
    func goesOn() throws {
        let full = PaperPage(
            lines: Self.letter.lines + ["Ich habe bei der Beratung nachgefragt und alles noch einmal"])
        let next = PaperPage(lines: [
            "aufgeschrieben, auch wenn es damit etwas länger wird als sonst üblich.", "",
            "Az 50.20-2026/0815 am 17.9.2026", "", "MfG", "Irmela Föhrensang",
        ])
        let section = PaperPage(lines: [
            "§ 3 Mietzins. Die Miete ist am dritten Werktag zu zahlen.", "", "Unterschrift",
        ])
        #expect(try separation([full, next, section, Self.otherLetter]).documents.map(\.pages) == [[0, 1, 2], [3]])
    }

    @Test("a page without words has signs too, and old summaries are still read") func edges() throws {
        #expect(PageSigns(of: PaperPage(lines: []).analysis).wordCount == 0)
        #expect(try separation([PaperPage(lines: []), PaperPage(lines: [])]).documents.count == 1)
    }
}
