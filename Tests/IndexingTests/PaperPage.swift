import CaptureModel
import Indexing

/// A page of text as the reader would see it: one character is 20 pixels wide, a line 60 high, at 300 dpi on A4.
///
/// Two spaces or more are a gap, which keeps columns where they stand in the text.
struct PaperPage {
    var lines: [String]
    var confidence = 0.95
    var barcodes: [Barcode] = []
    var rotation = QuarterTurn.none
    /// Pixels down for each pixel to the right.
    var slope = 0.0

    var analysis: PageAnalysis {
        let isTurned = rotation == .left || rotation == .right
        return PageAnalysis(
            width: isTurned ? 3_508 : 2_480, height: isTurned ? 2_480 : 3_508, resolution: 300, color: .gray,
            rotation: rotation, barcodes: barcodes, lines: textLines,
            record: RecordImage(file: "record.jpg", coding: .jpeg, width: 2_480, height: 3_508, components: 1))
    }

    private var textLines: [TextLine] {
        var block = 0
        return lines.enumerated().compactMap { row, line in
            let words = words(of: line, row: row)
            if words.isEmpty { block += 1 }
            return words.isEmpty ? nil : TextLine(words: words, block: block)
        }
    }

    private func words(of line: String, row: Int) -> [Word] {
        var words: [Word] = []
        var column = 0
        for part in line.split(separator: " ", omittingEmptySubsequences: false) {
            let x = 200 + column * 20
            let y = 200 + row * 80 + Int(slope * Double(x))
            if !part.isEmpty {
                let box = placed(Box(x: x, y: y, width: part.count * 20, height: 60))
                words.append(Word(text: String(part), box: box, confidence: Confidence(confidence)))
            }
            column += part.count + 1
        }
        return words
    }

    /// Where the box lies on the image as acquired, before the turn that makes it upright.
    private func placed(_ box: Box) -> Box {
        switch rotation {
        case .none: box
        case .right: Box(x: box.y, y: 2_480 - box.right, width: box.height, height: box.width)
        case .half: Box(x: 2_480 - box.right, y: 3_508 - box.bottom, width: box.width, height: box.height)
        case .left: Box(x: 3_508 - box.bottom, y: box.x, width: box.height, height: box.width)
        }
    }
}

extension Barcode {
    static func code128(_ text: String) -> Barcode {
        Barcode(symbology: .code128, text: text, box: Box(x: 100, y: 100, width: 400, height: 100))
    }
}

extension Profile {
    /// A profile without rules, sending everything to one place.
    static func plain(
        separate: [SeparationRule] = [], types: [TypeRule] = [], index: [FieldRule] = [],
        route: [RouteRule] = [RouteRule(to: "all")], path: String = "/all"
    ) -> Profile {
        Profile(
            name: "test", title: LocalizedText(de: "Probe", en: "Test"),
            procedure: Procedure(name: "Probe", version: "1", validFrom: "2026-01-01"), separate: separate,
            types: types, index: index, route: route, deliver: ["all": Destination(target: "eakte", path: path)])
    }

    /// The document made of pages of text.
    func indexed(
        _ pages: [PaperPage], registers: [String: Register] = [:], given: [String: String] = [:]
    ) throws -> IndexedDocument {
        let indexer = try DocumentIndexer(profile: self, registers: registers)
        let draft = DocumentDraft(pages: Array(pages.indices), given: given)
        return indexer.index(draft, pages: pages.enumerated().map { ($0, $1.analysis) })
    }
}
