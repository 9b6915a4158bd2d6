// Layers of a page (Imaging/Layers), accepted only where nothing of the page is lost by them. What was read from the page
// must be read from them: codes are read again, and every word must keep its ink, told from paper as for reading. Tones,
// colors and faint strokes may differ within bounds that were measured on drawn and scanned pages. Where a coding fails
// the next finer one is tried, and where all fail the page keeps its image; the record says which and why.

import CaptureModel
import Imaging

extension PageReader {
    /// Below this resolution letters have too few pixels to be told by black and white alone.
    private static let leastResolution = 240
    /// Layers are worth their loss where they save a third of the image.
    private static let worthwhile = 0.67

    /// The page in layers, written into `folder`, and what was done; no layers where they would lose or gain too little.
    func layers(
        of page: borrowing Raster, _ sketch: borrowing PageSketch, _ analysis: PageAnalysis,
        to folder: String
    ) throws(CaptureError) -> (record: RecordLayers?, step: ProcessingStep) {
        guard page.resolution >= Self.leastResolution else { return (nil, Self.kept(["reason": "resolution"])) }
        guard !page.isDamaged else { return (nil, Self.kept(["reason": "damaged"])) }
        let imageSize = try ImageFile.sizeInBytes(folder + "/" + analysis.record.file)
        var last = Self.kept(["reason": "size"])
        let source = try LayerSource(of: page, sketch)
        var next: LayerCoding? = .coarsest
        while let coding = next {
            let layered = try LayeredPage(of: source, coding)
            guard Double(layered.sizeInBytes) <= Self.worthwhile * Double(imageSize) else { return (nil, last) }
            let verdict = try LayerVerdict(on: layered, coding, source, of: page, analysis)
            guard let reason = verdict.objection else {
                try layered.write(to: folder)
                return (layered.record, ProcessingStep("layers", Self.parameters(coding) + verdict.measures))
            }
            last = Self.kept(["reason": reason.rawValue] + Self.parameters(coding) + verdict.measures)
            next = reason == .color ? coding.withFinerForeground : coding.withFinerBackground
        }
        return (nil, last)
    }

    private static func kept(_ parameters: [String: String]) -> ProcessingStep {
        ProcessingStep("keepImage", parameters)
    }

    private static func parameters(_ coding: LayerCoding) -> [String: String] {
        [
            "backgroundResolution": "\(coding.backgroundResolution)", "quality": "\(coding.backgroundQuality)",
            "foregroundResolution": "\(coding.foregroundResolution)",
        ]
    }
}

/// Whether layers may stand for a page.
private struct LayerVerdict {
    /// What would be lost, as the record names it.
    enum Objection: String { case tone, color, strokes, text, barcode }

    /// Levels of 255 by which tones of paper, colors of ink and strokes beyond noise may differ.
    ///
    /// On 16 sample pages the usual is 3, 45 and 4. On drawn ones a stamp over print whose colors ran came to 70 and more,
    /// pencil that could not be read any more to 8, the blurred edge of a highlighter to 30.
    private static let bounds = LayerDifference(paper: 10, ink: 64, strokes: 6)
    /// Strokes at the resolution offices scan at: what differs are the hardest edges only.
    private static let fineStrokes = 10.0
    /// Share of a word's ink that may change; 0 to 2 % is usual, with 10 % a reader sees no difference.
    private static let wordBound = 0.12
    /// What was read with less confidence is mostly no text, as in photos.
    private static let leastConfidence = Confidence(0.4)
    /// Room around a code that is read again.
    private static let quietZone = Length(millimeters: 5)

    private(set) var measures: [String: String] = [:]
    /// Why they may not; nil where they may.
    private(set) var objection: Objection?

    init(
        on layered: borrowing LayeredPage, _ coding: LayerCoding, _ source: borrowing LayerSource,
        of page: borrowing Raster, _ analysis: PageAnalysis
    ) throws(CaptureError) {
        let difference = try layered.difference(from: page, source)
        measures["paper"] = "\(Int(difference.paper))"
        measures["ink"] = "\(Int(difference.ink))"
        measures["strokes"] = "\(Int(difference.strokes))"
        objection = Self.objection(to: difference, coding)
        guard objection == nil else { return }
        let picture = try layered.picture(source)
        let changes = try source.changedInk(in: picture)
        let words = analysis.lines.lazy.flatMap(\.words).filter { $0.confidence >= Self.leastConfidence }
        let worst = words.map { changes.share(in: $0.box) }.max() ?? 0
        measures["words"] = "\(Int(100 * worst))"
        if worst > Self.wordBound { objection = .text }
        if objection == nil, try !Self.hasSameCodes(analysis.barcodes, picture) { objection = .barcode }
    }

    private static func objection(to difference: LayerDifference, _ coding: LayerCoding) -> Objection? {
        if difference.paper > bounds.paper { return .tone }
        if difference.ink > bounds.ink { return .color }
        let strokes = coding.isFine ? fineStrokes : bounds.strokes
        return difference.strokes > strokes ? .strokes : nil
    }

    private static func hasSameCodes(_ codes: [Barcode], _ picture: borrowing Raster) throws(CaptureError) -> Bool {
        let whole = Box(x: 0, y: 0, width: picture.width, height: picture.height)
        for code in codes {
            let area = code.box.grown(by: quietZone.pixels(at: picture.resolution), within: whole)
            let found = try BarcodeReader(symbologies: [code.symbology]).read(picture.part(area))
            guard found.contains(where: { $0.text == code.text && $0.symbology == code.symbology }) else {
                return false
            }
        }
        return true
    }
}

extension [String: String] {
    fileprivate static func + (first: Self, second: Self) -> Self { first.merging(second) { $1 } }
}
