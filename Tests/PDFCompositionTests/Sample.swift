import CaptureModel
import Foundation
import PDFComposition
import TestSupport

/// Documents for these tests; all names and texts are invented.
struct Sample {
    let scratch: Scratch
    private(set) var pages: [CompositionPage] = []

    init() throws { scratch = try Scratch() }

    static let metadata = PDFMetadata(
        title: "Widerspruch <Müller & Söhne>", language: "de-DE", created: "2026-02-03T08:15:00+01:00",
        producer: "Scanstelle 0.1", documentID: "6F0D3C1E-2B4A-4C5D-8E9F-0123456789AB",
        fields: [
            PDFField(name: "fileReference", value: "50.31-2026/0815"), PDFField(name: "Straße", value: "A & B"),
            PDFField(name: "2. Feld", value: "x"), PDFField(name: "2/ Feld", value: "y"),
        ])

    /// A light gray page of 60 by 80 blocks with words on it, at 100 dots per inch.
    mutating func addPage(
        _ lines: [TextLine], rotation: QuarterTurn = .none, label: String = "1", resolution: Int = 100,
        image: BlockJPEG? = nil, part: String? = nil
    ) throws {
        let image = image ?? Self.sheet(rotation)
        let record = RecordImage(
            file: "record.jpg", coding: .jpeg, width: image.width, height: image.height, components: image.levels.count)
        try add(record, image.data, lines, rotation, label, resolution)
        pages[pages.count - 1].part = part
    }

    /// The page with the bar as JBIG2.
    mutating func addJBIG2Page(_ data: Data? = nil) throws {
        let record = RecordImage(
            file: "record.jb2", coding: .jbig2, width: BarFax.side, height: BarFax.side, components: 1)
        try add(record, data ?? BarJBIG2.data(), [], .none, "1", 72)
    }

    /// A page in layers at 72 dots per inch: the bar in the color of the foreground on the background.
    mutating func addLayeredPage(background: BlockJPEG, foreground: BlockJPEG) throws {
        func layer(_ name: String, _ image: BlockJPEG) -> LayerImage {
            LayerImage(file: name, width: image.width, height: image.height, components: image.levels.count)
        }
        let layers = RecordLayers(
            background: layer("background.jpg", background), foreground: layer("foreground.jpg", foreground),
            mask: LayerImage(file: "mask.g4", width: BarFax.side, height: BarFax.side, components: 1))
        let record = RecordImage(
            file: "record.jpg", coding: .jpeg, width: BarFax.side, height: BarFax.side, components: 3, layers: layers)
        let folder = "in/\(pages.count + 1)"
        for (name, data) in [
            ("background.jpg", background.data), ("foreground.jpg", foreground.data), ("mask.g4", BarFax.strip),
        ] { try scratch.write(data, to: "\(folder)/\(name)") }
        try add(record, Data("not used".utf8), Self.bar, .none, "1", 72)
        pages[pages.count - 1].layers = LayerFiles(
            background: "\(folder)/background.jpg", foreground: "\(folder)/foreground.jpg", mask: "\(folder)/mask.g4")
    }

    private static let bar = [TextLine(("Balken", Box(x: 16, y: 20, width: 16, height: 8)))]

    /// A sheet of 480 by 640 pixels when it is shown, light but for the block at the top left of the record image.
    private static func sheet(_ rotation: QuarterTurn) -> BlockJPEG {
        let isLying = rotation == .left || rotation == .right
        return BlockJPEG(columns: isLying ? 80 : 60, rows: isLying ? 60 : 80) { $0 == 0 && $1 == 0 ? 0 : 230 }
    }

    /// The page with the black bar.
    mutating func addBarPage(rotation: QuarterTurn = .none) throws {
        let record = RecordImage(
            file: "record.g4", coding: .ccittG4, width: BarFax.side, height: BarFax.side, components: 1)
        try add(record, BarFax.strip, [], rotation, "Balken", 72)
    }

    func compose(
        _ name: String = "document.pdf", metadata: PDFMetadata = metadata, attachments: [CompositionAttachment]? = nil
    ) throws -> String {
        let result = try PDFComposer.compose(
            CompositionRequest(pages: pages, metadata: metadata, attachments: attachments), folder: scratch.path,
            to: name)
        return scratch.path(result.file)
    }

    private mutating func add(
        _ record: RecordImage, _ image: Data, _ lines: [TextLine], _ rotation: QuarterTurn, _ label: String,
        _ resolution: Int
    ) throws {
        let analysis = PageAnalysis(
            width: record.width, height: record.height, resolution: resolution, color: .gray, rotation: rotation,
            lines: lines, record: record)
        let folder = "in/\(pages.count + 1)"
        try scratch.write(image, to: "\(folder)/\(record.file)")
        try scratch.write(JSONEncoder().encode(analysis), to: "\(folder)/analysis.json")
        pages.append(
            CompositionPage(image: "\(folder)/\(record.file)", analysis: "\(folder)/analysis.json", label: label))
    }
}

extension TextLine {
    /// A line of words given with their boxes.
    init(_ words: (String, Box)..., block: Int = 0) {
        self.init(words: words.map { Word(text: $0.0, box: $0.1, confidence: Confidence(0.9)) }, block: block)
    }
}

extension Sample {
    /// Words of many heights and widths in two paragraphs.
    static let letter = [
        TextLine(
            ("Sehr", Box(x: 40, y: 60, width: 51, height: 15)), ("geehrte", Box(x: 99, y: 60, width: 83, height: 20)),
            ("Damen", Box(x: 190, y: 60, width: 77, height: 15)), ("–", Box(x: 275, y: 66, width: 12, height: 4))),
        TextLine(
            ("und", Box(x: 40, y: 90, width: 35, height: 16)), ("Herren", Box(x: 82, y: 91, width: 69, height: 16))),
        TextLine(
            ("Az.", Box(x: 40, y: 150, width: 33, height: 17)), ("50.31", Box(x: 200, y: 150, width: 60, height: 17)),
            block: 1),
    ]
}
