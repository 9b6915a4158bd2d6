package import CaptureModel
import Foundation
package import Imaging

/// Finds out everything about one page after the other (Seitenauswertung), in the cheapest order: what needs no detail
/// is measured on a sketch, blank pages and transfer sheets are not read, and the text engine stays loaded.
package final class PageReader {
    private var text: TextReader?

    /// Loads the text engine for the languages of `settings`; later pages may ask for others.
    package init(settings: AnalysisSettings) throws(CaptureError) {
        if settings.readsText { text = try TextReader(languages: settings.languages) }
    }

    /// Analyses a page, and writes `record.jpg` or `record.g4` and `preview.jpg` into `folder`.
    ///
    /// `passThroughJPEG` is the file the raster was decoded from, if it was a JPEG: it becomes the record as it is where
    /// a PDF can hold it. All boxes are in pixels of the record image.
    package func read(
        _ page: borrowing Raster, passThroughJPEG: String?, to folder: String, settings: AnalysisSettings
    ) throws(CaptureError) -> PageAnalysis {
        let barcodes = try BarcodeReader(symbologies: settings.symbologies).read(page)
        let sketch = try PageSketch(of: page)
        let color = sketch.colorMode(of: page)
        let (record, recordStep) = try page.writeRecord(
            to: folder, color: color, passThroughJPEG: passThroughJPEG, quality: settings.jpegQuality)
        try ImageOutput.write(sketch.previewData(), to: folder + "/preview.jpg")

        var analysis = PageAnalysis(
            width: page.width, height: page.height, resolution: page.resolution, color: color, barcodes: barcodes,
            record: record, steps: [recordStep])
        if page.isDamaged { analysis.findings.append(.imageDamaged) }
        analysis.patchCode = try PatchCodeReader().read(sketch, barcodes: barcodes)
        if barcodes.isEmpty, analysis.patchCode == nil {
            analysis.isBlank = try sketch.isBlank(below: settings.blankBelow)
        }
        guard !analysis.isBlank else { return analysis }

        if color != .bitonal { analysis.findings += sketch.exposureFindings() }
        let pose = try sketch.pose(orient: settings.orient, deskew: settings.deskew)
        // A transfer sheet stands for nothing but itself; the other patch codes may stand on pages with text.
        guard settings.readsText, analysis.patchCode != .transfer else {
            analysis.take(pose)
            return analysis
        }
        try readText(of: page, sketch, pose, settings, into: &analysis)
        return analysis
    }
}

extension PageReader {
    /// A page whose turn could not be told from its letters is read again in the other turns where the first reading
    /// is worse than this. Upside down print comes to 0.4; sideways to 0.8, as the engine tries to turn columns itself.
    private static let doubtful = Confidence(0.82)

    private func readText(
        of page: borrowing Raster, _ sketch: borrowing PageSketch, _ measured: PagePose, _ settings: AnalysisSettings,
        into analysis: inout PageAnalysis
    ) throws(CaptureError) {
        if text?.languages != settings.languages { text = try TextReader(languages: settings.languages) }
        var pose = measured
        var lines = try text?.read(page.cleaned(pose)) ?? []
        if settings.orient, pose.isUndecided, lines.confidence < Self.doubtful,
            let better = try betterPose(sketch, than: lines.confidence, settings)
        {
            pose = better
            lines = try text?.read(page.cleaned(pose)) ?? []
        }
        analysis.take(pose)
        analysis.steps += Self.steps(pose, settings)
        let way = ReadingTransform(width: page.width, height: page.height, pose: pose)
        analysis.confidence = lines.confidence
        analysis.lines = lines.map { line in
            TextLine(words: line.words.map { word in word.moved(to: way.original(word.box)) }, block: line.block)
        }
    }

    /// The turn in which the sketch reads clearly better than the page did as it lay; nil where there is none.
    private func betterPose(
        _ sketch: borrowing PageSketch, than confidence: Confidence, _ settings: AnalysisSettings
    ) throws(CaptureError) -> PagePose? {
        var best: (rotation: QuarterTurn, confidence: Confidence)?
        for rotation in [QuarterTurn.right, .half, .left] {
            let found = try text?.read(sketch.ink.rotated(rotation)).confidence ?? .none
            if found > best?.confidence ?? confidence { best = (rotation, found) }
        }
        guard let best, best.confidence.value > confidence.value + 0.1 else { return nil }
        return try sketch.pose(turned: best.rotation, deskew: settings.deskew)
    }

    private static func steps(_ pose: PagePose, _ settings: AnalysisSettings) -> [ProcessingStep] {
        [
            ProcessingStep("evenPaper", ["threshold": "\(PageSketch.inkThreshold)"]),
            ProcessingStep("turn", ["degrees": "\(pose.rotation.rawValue)"]),
            ProcessingStep("straighten", ["degrees": String(format: "%.2f", -pose.skewDegrees)]),
            ProcessingStep("despeckle", ["millimeters": "0.2"]),
            ProcessingStep(
                "readText", ["engine": TextReader.version, "languages": settings.languages.joined(separator: "+")]),
        ]
    }
}

extension PageAnalysis {
    fileprivate mutating func take(_ pose: PagePose) {
        rotation = pose.rotation
        skewDegrees = pose.skewDegrees
    }
}

extension [TextLine] {
    /// Mean confidence of the words, weighted by their length; 0 where there are none.
    fileprivate var confidence: Confidence {
        var (sum, letters) = (0.0, 0)
        for word in self.lazy.flatMap(\.words) {
            sum += word.confidence.value * Double(word.text.count)
            letters += word.text.count
        }
        return letters == 0 ? .none : Confidence(sum / Double(letters))
    }
}

extension Word {
    fileprivate func moved(to box: Box) -> Word { Word(text: text, box: box, confidence: confidence) }
}

extension Finding {
    fileprivate static var imageDamaged: Finding {
        Finding(
            "image-damaged",
            LocalizedText(
                de: "Teile des Bildes sind beschädigt. Bitte mit der Vorlage vergleichen.",
                en: "Parts of the image are damaged. Please compare it with the original."))
    }
}
