import CaptureModel
import Patterns

/// A way to a field's value, ready to be gone.
struct CompiledFinder: Sendable {
    let id: String
    let order: Int
    let values: ValuePattern
    /// The field is the reference of a file of ours.
    let isFileReference: Bool
    let hasRegister: Bool
    private let way: Way

    private enum Way: Sendable {
        case barcode(Symbology?)
        case near([Label])
        case anywhere
        case given(String)
        case zone(ZoneReader)
        case letter(LetterPart)
        case invoice(String)
        case checkBox(CheckBoxReader)
    }

    /// More hits of one pattern than this tell nothing.
    static let mostHits = 50

    init(_ finder: FieldRule.Finder, of rule: FieldRule, _ index: Int) throws(CaptureError) {
        id = "index.\(rule.name).find[\(index)]"
        order = index
        hasRegister = rule.register != nil
        isFileReference = rule.format == .fileReference
        var expression: String?
        switch finder {
        case .barcode(let symbology, let matches): (way, expression) = (.barcode(symbology), matches)
        case .pattern(let matches): (way, expression) = (.anywhere, matches)
        case .near(let names, let matches):
            var labels: [Label] = []
            for name in names { labels.append(try Label(name)) }
            (way, expression) = (.near(labels), matches)
        case .given(let name): way = .given(name)
        case .zone(let zone, let matches): (way, expression) = (.zone(ZoneReader(zone)), matches)
        case .letter(let part, let matches): (way, expression) = (.letter(part), matches)
        case .invoice(let term): way = .invoice(term)
        case .checkBox(let labels, let zone): way = .checkBox(CheckBoxReader(labels: labels, zone: zone))
        }
        values = try ValuePattern(expression, of: rule)
    }

    func candidates(in document: ReadDocument, given: [String: String]) -> [FieldCandidate] {
        switch way {
        case .given(let name): given[name].map { [plain($0, nil, nil, 1, .given)] } ?? []
        case .barcode(let symbology): document.pages.flatMap { barcodes(symbology, on: $0) }
        case .anywhere: document.pages.enumerated().flatMap { hits(on: $1, order: $0) }
        case .near(let labels): document.pages.enumerated().flatMap { near(labels, on: $1, order: $0) }
        case .zone(let zone): zone.pages(of: document).flatMap { hits(in: zone, on: $0) }
        case .letter(let part): hits(of: part, in: document)
        case .invoice(let term): document.pages.compactMap { invoice(term, on: $0) }
        case .checkBox(let boxes): boxes.readings(in: document).map(checkBox)
        }
    }

    private func plain(
        _ raw: String, _ page: ReadPage?, _ box: Box?, _ confidence: Double, _ text: LocalizedText
    ) -> FieldCandidate {
        FieldCandidate(
            raw: raw, page: page?.number, box: box, confidence: confidence, source: .init(finder: order), text: text)
    }

    private func invoice(_ term: String, on page: ReadPage) -> FieldCandidate? {
        page.invoice?.terms[term].map { plain($0, page, nil, FieldScore.invoiceData, .invoice(term)) }
    }

    private func checkBox(_ reading: CheckBoxReader.Reading) -> FieldCandidate {
        plain(reading.value, reading.page, reading.box, reading.confidence, .checkBox)
    }

    private func barcodes(_ symbology: Symbology?, on page: ReadPage) -> [FieldCandidate] {
        page.barcodes.compactMap { barcode in
            guard symbology == nil || symbology == barcode.symbology, let value = values.value(of: barcode) else {
                return nil
            }
            return plain(value, page, barcode.box, FieldScore.barcode, .barcode)
        }
    }

    private func hits(on page: ReadPage, order pageOrder: Int) -> [FieldCandidate] {
        values.values(in: page.text.text, limit: Self.mostHits).map { hit in
            candidate(
                hit.raw, page, page.text.words(in: hit.range), base: FieldScore.anywhere - rank(pageOrder),
                source: .init(finder: order), text: .pattern, standing: .mentioned)
        }
    }

    private func hits(in zone: ZoneReader, on page: ReadPage) -> [FieldCandidate] {
        guard let run = zone.run(on: page) else { return [] }
        return values.values(in: run.text, limit: Self.mostHits).map { hit in
            candidate(
                hit.raw, page, run.words(in: hit.range), base: FieldScore.zone, source: .init(finder: order),
                text: .zone)
        }
    }

    private func hits(of part: LetterPart, in document: ReadDocument) -> [FieldCandidate] {
        guard let page = document.pages.first, let found = page.letter.part(part) else { return [] }
        let run = found.run
        return values.values(in: run.text, limit: 1).map { hit in
            candidate(
                hit.raw, page, run.words(in: hit.range), base: found.confidence, source: .init(finder: order),
                text: .letter(part))
        }
    }

    /// Later pages tell a little less of a document than its first.
    func rank(_ pageOrder: Int) -> Double { FieldScore.pageRank * Double(min(pageOrder, 5)) }

    func candidate(
        _ raw: String, _ page: ReadPage, _ words: [Int], base: Double, source: FieldCandidate.Source,
        text: LocalizedText, standing: FieldCandidate.Standing = .placed
    ) -> FieldCandidate {
        let (box, reading) = page.evidence(words)
        return FieldCandidate(
            raw: raw, page: page.number, box: box, confidence: FieldScore.reading(base, reading), source: source,
            text: text, standing: standing)
    }
}

extension LocalizedText {
    fileprivate static let given = LocalizedText(de: "Vom Trennblatt.", en: "From the separator sheet.")
    fileprivate static let barcode = LocalizedText(de: "Aus einem Barcode.", en: "From a barcode.")
    fileprivate static let pattern = LocalizedText(de: "Vom Muster im Text gefunden.", en: "Found by its pattern.")
    fileprivate static let zone = LocalizedText(
        de: "An seinem Platz auf der Seite gelesen.", en: "Read at its place on the page.")
    fileprivate static let checkBox = LocalizedText(de: "Aus einem Ankreuzfeld.", en: "From a check box.")

    fileprivate static func invoice(_ term: String) -> LocalizedText {
        LocalizedText(
            de: "Aus den Daten der elektronischen Rechnung (\(term)).",
            en: "From the data of the electronic invoice (\(term)).")
    }

    fileprivate static func letter(_ part: LetterPart) -> LocalizedText {
        switch part {
        case .recipient: LocalizedText(de: "Aus dem Anschriftfeld.", en: "From the address field.")
        case .sender:
            LocalizedText(de: "Aus Rücksendeangabe oder Briefkopf.", en: "From the return address or letterhead.")
        case .letterDate: LocalizedText(de: "Das Datum des Briefes.", en: "The letter's date.")
        case .subject: LocalizedText(de: "Die Betreffzeile.", en: "The subject line.")
        }
    }
}
