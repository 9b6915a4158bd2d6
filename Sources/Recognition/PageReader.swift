package import CaptureModel
package import Imaging

/// Finds out everything about one page after the other (Seitenauswertung), in the cheapest order: what needs no detail
/// is measured on a sketch, blank pages and transfer sheets are not read, and the text engine stays loaded.
package final class PageReader {
    private var text: TextReader?

    /// Loads the text engine for the languages of `settings`; later pages may ask for others.
    package init(settings: AnalysisSettings) throws(CaptureError) {
        if settings.readsText { text = try TextReader(languages: settings.languages) }
    }

    /// Analyses a page, and writes its record image, layers where they are asked for, and `preview.jpg` into `folder`.
    ///
    /// `passThroughJPEG` is the file the raster was decoded from, if it was a JPEG: it becomes the record as it is where
    /// a PDF can hold it. All boxes are in pixels of the record image. With text given only the rest of the page is
    /// read, and the page is never blank.
    package func read(
        _ page: borrowing Raster, passThroughJPEG: String?, to folder: String, settings: AnalysisSettings,
        given: GivenText? = nil
    ) throws(CaptureError) -> PageAnalysis {
        let sketch = try PageSketch(of: page)
        var analysis = try analysis(
            of: page, sketch, passThroughJPEG: passThroughJPEG, to: folder, settings: settings, given: given)
        guard settings.recordStyle == .layered, analysis.color != .bitonal, !analysis.isBlank else { return analysis }
        let (layers, step) = try layers(of: page, sketch, analysis, to: folder)
        analysis.record.layers = layers
        analysis.steps.append(step)
        return analysis
    }

    private func analysis(
        of page: borrowing Raster, _ sketch: borrowing PageSketch, passThroughJPEG: String?, to folder: String,
        settings: AnalysisSettings, given: GivenText?
    ) throws(CaptureError) -> PageAnalysis {
        let reader = BarcodeReader(symbologies: settings.symbologies)
        var barcodes = try reader.read(page, sketch)
        if settings.expectsBarcodes { barcodes = try reader.searched(page, sketch, after: barcodes) }
        let color = sketch.colorMode(of: page)
        let (record, recordStep) = try page.writeRecord(
            to: folder, color: color, passThroughJPEG: passThroughJPEG, quality: settings.jpegQuality,
            bitonal: settings.bitonalCoding ?? .g4)
        try ImageOutput.write(sketch.previewData(), to: folder + "/preview.jpg")

        var analysis = PageAnalysis(
            width: page.width, height: page.height, resolution: page.resolution, color: color, barcodes: barcodes,
            record: record, steps: [recordStep])
        if page.isDamaged { analysis.findings.append(.imageDamaged) }
        analysis.patchCode = try PatchCodeReader().read(sketch, barcodes: barcodes)
        if barcodes.isEmpty, analysis.patchCode == nil, given == nil {
            analysis.isBlank = try sketch.isBlank(below: settings.blankBelow)
        }
        guard !analysis.isBlank else { return analysis }

        analysis.paper = sketch.paperColor
        analysis.pictures = try sketch.pictures()
        if let given {
            try take(given, on: page, sketch, settings, into: &analysis)
            return analysis
        }
        let pose = try sketch.pose(orient: settings.orient, deskew: settings.deskew)
        // A transfer sheet stands for nothing but itself; the other patch codes may stand on pages with text.
        guard settings.readsText, analysis.patchCode != .transfer, min(page.width, page.height) >= Self.smallestText
        else {
            try analysis.take(pose, of: sketch, settings)
            return analysis
        }
        try readText(of: page, sketch, pose, settings, into: &analysis)
        return analysis
    }
}

extension PageReader {
    /// Shortest side of an image that may hold a line of text, in pixels; Tesseract fails on images of a few pixels.
    static let smallestText = 32

    /// Letters close together on a page with a patch code from which on it is no mere separator sheet.
    private static let textOnPatchCode = 150

    private func readText(
        of page: borrowing Raster, _ sketch: borrowing PageSketch, _ measured: PagePose, _ settings: AnalysisSettings,
        into analysis: inout PageAnalysis
    ) throws(CaptureError) {
        var pose = measured
        var found = try recognized(page.cleaned(pose, sketch: sketch), settings)
        // Where the shapes told nothing, it must read well as it lies. Where they told, figures and capitals of even pitch
        // may have looked like letters on their side; those cannot be read that way.
        let isDoubted = measured.isUndecided ? !found.isSurelyUpright : found.isPoor
        // A sheet with a patch code and a few words under it separates whichever way it lies.
        let enough = analysis.patchCode == nil ? 1 : Self.textOnPatchCode
        if settings.orient, isDoubted, let turn = try turnByReading(page, sketch, settings, letters: enough),
            turn != pose.rotation
        {
            pose = try sketch.pose(turned: turn, deskew: settings.deskew)
            found = try recognized(page.cleaned(pose, sketch: sketch), settings)
        }
        try analysis.take(pose, of: sketch, settings)
        analysis.steps += page.cleaningSteps(pose, withoutFrame: sketch.hasFrame)
        analysis.steps.append(
            ProcessingStep(
                "readText", ["engine": TextReader.version, "languages": settings.languages.joined(separator: "+")]))
        let way = ReadingTransform(width: page.width, height: page.height, pose: pose)
        analysis.confidence = found.confidence
        analysis.lines = found.lines.map { line in
            TextLine(
                words: line.words.map { word in word.moved(to: way.original(word.box)) }, block: line.block,
                isHyphenated: line.isHyphenated)
        }
        if !analysis.lines.isEmpty { analysis.textOrigin = .recognized }
    }

    /// Reads an image as it lies.
    func recognized(
        _ image: borrowing Raster, _ settings: AnalysisSettings, thoroughly: Bool = true
    ) throws(CaptureError) -> ReadText {
        if text?.languages != settings.languages { text = try TextReader(languages: settings.languages) }
        return try text?.read(image, thoroughly: thoroughly) ?? ReadText()
    }
}

extension PageAnalysis {
    /// How the page lies, and what is looked for once that is known.
    fileprivate mutating func take(
        _ pose: PagePose, of sketch: borrowing PageSketch, _ settings: AnalysisSettings
    ) throws(CaptureError) {
        rotation = pose.rotation
        skewDegrees = pose.skewDegrees
        findings += sketch.alarms(pose)
        guard settings.findsCheckBoxes else { return }
        // The corner marks of a QR code are square frames, too.
        let codes = barcodes.map(\.box)
        checkBoxes = try sketch.checkBoxes(pose).filter { found in !codes.contains { $0.contains(found.box) } }
    }
}

extension Word {
    func moved(to box: Box) -> Word { Word(text: text, box: box, confidence: confidence) }
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
