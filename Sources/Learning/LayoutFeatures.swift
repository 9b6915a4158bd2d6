import CaptureModel

/// The look of a document as a few coarse features: counts in steps, places in a grid.
struct LayoutFeatures {
    private let pages: [PageAnalysis]
    private let pageCount: Int

    init(pages: [PageAnalysis], pageCount: Int) {
        self.pages = pages
        self.pageCount = pageCount
    }

    func add(to collector: inout FeatureCollector, page: Int?) {
        guard let first = pages.first, let page else { return }
        let geometry = UprightPage(first)
        var sink = Sink(collector: collector, page: page)
        sink.add("pages", step(pageCount, [1, 2, 4]), .pages(pageCount))
        addShape(first, geometry, &sink)
        addText(first, geometry, &sink)
        addMarks(&sink)
        collector = sink.collector
    }

    /// Writes named features.
    private struct Sink {
        var collector: FeatureCollector
        let page: Int

        mutating func add(_ name: String, _ value: Int, _ text: LocalizedText) {
            let place = collector.place(.init(text: text, page: page, box: nil))
            collector.add(.layout, FeatureHash.of(.layout, "\(name)=\(value)".utf8), place: place)
        }
    }

    /// How many of `limits` lie below `value`.
    private func step(_ value: Int, _ limits: [Int]) -> Int { limits.count { $0 < value } }

    // MARK: Sheet

    private func addShape(_ page: PageAnalysis, _ geometry: UprightPage, _ sink: inout Sink) {
        sink.add("wide", geometry.width > geometry.height ? 1 : 0, .format)
        let long = Int(max(geometry.width, geometry.height) / geometry.pixelsPerMillimeter)
        // A5 and smaller, A4, A3 and larger; A4 is 297 mm long.
        sink.add("size", step(long, [230, 320]), .format)
        if let paper = page.paper?.name, let index = PaperColor.allCases.firstIndex(of: paper) {
            sink.add("paper", index, .paper)
        }
        sink.add("color", page.color == .color ? 1 : 0, .colors)
        sink.add("embedded", page.textOrigin == .embedded ? 1 : 0, .origin)
    }

    private func addMarks(_ sink: inout Sink) {
        let barcodes = pages.flatMap(\.barcodes)
        for symbology in Symbology.allCases where barcodes.contains(where: { $0.symbology == symbology }) {
            sink.add("barcode-\(symbology.rawValue)", 1, .barcode)
        }
        if barcodes.isEmpty { sink.add("barcode", 0, .barcode) }
        sink.add("pictures", step(pages.reduce(0) { $0 + ($1.pictures?.count ?? 0) }, [0, 2]), .pictures)
        sink.add("boxes", step(pages.reduce(0) { $0 + ($1.checkBoxes?.count ?? 0) }, [0, 5, 20]), .checkBoxes)
        if pages.contains(where: { $0.invoice != nil }) { sink.add("invoice", 1, .invoice) }
    }

    // MARK: Text

    private func addText(_ page: PageAnalysis, _ geometry: UprightPage, _ sink: inout Sink) {
        let words = page.lines.flatMap(\.words)
        sink.add("lines", step(page.lines.count, [10, 25, 45]), .textAmount)
        sink.add("words", step(words.count, [60, 140, 260, 400]), .textAmount)
        let gaps = page.lines.count { hasGap($0, geometry) }
        sink.add("columns", step(gaps * 100 / max(page.lines.count, 1), [5, 20, 45]), .columns)
        let numbers = words.count { $0.text.count { $0.isNumber } * 2 > $0.text.count }
        sink.add("numbers", step(numbers * 100 / max(words.count, 1), [8, 16, 30]), .numbers)
        let tallest = words.map { geometry.height(of: $0.box) }.max() ?? 0
        sink.add("large", step(Int(10 * Double(tallest) / geometry.usualHeight), [16, 22, 32]), .largeType)
        addGrid(words, geometry, &sink)
    }

    /// A gap of more than two and a half heights is a column's, not a space.
    private func hasGap(_ line: TextLine, _ geometry: UprightPage) -> Bool {
        let places = line.words.map { (geometry.relativeLeft(of: $0.box), $0) }
        return zip(places, places.dropFirst()).contains { left, right in
            let distance = (right.0 - left.0) * geometry.width
            let widths = Double(length(left.1.box, geometry) + length(right.1.box, geometry)) / 2
            return distance - widths > 2.5 * geometry.usualHeight
        }
    }

    private func length(_ box: Box, _ geometry: UprightPage) -> Int {
        box.width + box.height - geometry.height(of: box)
    }

    /// How full each cell of three by six is.
    private func addGrid(_ words: [Word], _ geometry: UprightPage, _ sink: inout Sink) {
        var cells = [Int](repeating: 0, count: 18)
        for word in words {
            let column = min(max(Int(geometry.relativeLeft(of: word.box) * 3), 0), 2)
            let row = min(max(Int(geometry.relativeTop(of: word.box) * 6), 0), 5)
            cells[row * 3 + column] += 1
        }
        for (index, count) in cells.enumerated() {
            sink.add("cell-\(index)", step(count * 100 / max(words.count, 1), [0, 5, 12]), .places)
        }
    }
}

extension LocalizedText {
    fileprivate static let format = LocalizedText(de: "das Format des Blattes", en: "the size of the sheet")
    fileprivate static let paper = LocalizedText(de: "die Farbe des Papiers", en: "the color of the paper")
    fileprivate static let colors = LocalizedText(de: "Farbe oder Schwarzweiß", en: "color or black and white")
    fileprivate static let origin = LocalizedText(de: "die Herkunft des Textes", en: "where the text comes from")
    fileprivate static let barcode = LocalizedText(de: "die Art der Barcodes", en: "the kinds of barcodes")
    fileprivate static let pictures = LocalizedText(de: "Bilder und Stempel", en: "pictures and stamps")
    fileprivate static let checkBoxes = LocalizedText(de: "Ankreuzfelder", en: "boxes to tick")
    fileprivate static let invoice = LocalizedText(de: "die Daten einer E-Rechnung", en: "the data of an e-invoice")
    fileprivate static let textAmount = LocalizedText(de: "die Menge des Textes", en: "the amount of text")
    fileprivate static let columns = LocalizedText(de: "Spalten und Tabellen", en: "columns and tables")
    fileprivate static let numbers = LocalizedText(de: "der Anteil der Zahlen", en: "the share of numbers")
    fileprivate static let largeType = LocalizedText(de: "die Größe der Schrift", en: "the size of the type")
    fileprivate static let places = LocalizedText(de: "die Aufteilung der Seite", en: "where text stands on the page")

    fileprivate static func pages(_ count: Int) -> LocalizedText {
        LocalizedText(de: "die Zahl der Seiten (\(count))", en: "the number of pages (\(count))")
    }
}
