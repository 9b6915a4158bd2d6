// Reads a page of a PDF.
//
// A scanned page is one image: it is taken as it is, without drawing and coding it anew. Every other page is drawn, at a
// size counted in pixels: a page may claim to be kilometers long (and `-r` would try, or fail without saying so).

import CaptureModel
import Foundation
import Imaging
import Recognition

struct PDFPageReader {
    /// Dots per inch for pages that are drawn: what a good scan has.
    private static let drawingResolution = 300.0

    let input: PDFInput
    let reader: PageReader
    let output: String

    func read(
        page number: Int, _ settings: AnalysisSettings, _ limits: InputLimits
    ) throws(CaptureError) -> PageAnalysis {
        let page = try PDFPage(number: number, of: input)
        if let image = try EmbeddedImage(of: page, in: input) {
            if let analysis = try read(image, page, settings, limits) { return analysis }
        }
        let raster = try draw(page, limits)
        return try reader.read(raster, passThroughJPEG: nil, to: output, settings: settings)
            .with(ProcessingStep("drawPDFPage", ["resolution": "\(raster.resolution)"]))
    }

    /// Reads the image of a scanned page; nil where it is not what readers show.
    private func read(
        _ image: EmbeddedImage, _ page: PDFPage, _ settings: AnalysisSettings, _ limits: InputLimits
    ) throws(CaptureError) -> PageAnalysis? {
        let file = try extract(image, page)
        guard let file else { return nil }
        let raster: Raster
        do throws(CaptureError) { raster = try decode(file, image, limits) } catch { return nil }
        guard let drawn = try thumbnail(page, cells: PageLikeness.cells(of: raster), limits) else { return nil }
        guard try PageLikeness.isSame(raster, drawn: drawn) else { return nil }
        let step = ProcessingStep("takePDFImage", ["resolution": "\(image.resolution)"])
        // The turn is found from the letters. Where that is switched off the page's own turn counts, and then the
        // image is turned, for an analysis tells one turn only: the one that was found.
        guard settings.orient || page.turn == .none else {
            return try reader.read(raster.rotated(page.turn), passThroughJPEG: nil, to: output, settings: settings)
                .with(step)
        }
        let original = image.isJPEG ? file : nil
        var analysis = try reader.read(raster, passThroughJPEG: original, to: output, settings: settings).with(step)
        if analysis.lines.isEmpty { analysis.rotation = page.turn }
        return analysis
    }

    private func decode(
        _ file: String, _ image: EmbeddedImage, _ limits: InputLimits
    ) throws(CaptureError) -> Raster {
        guard image.isJPEG else {
            return try PortableImage(path: file, limits: limits).raster(resolution: image.resolution)
        }
        return try Raster(decoding: file, format: .jpeg, page: 0, limits: limits)
    }

    /// Takes the image out of the PDF: a JPEG as it is, every other kind decoded; nil where that fails.
    private func extract(_ image: EmbeddedImage, _ page: PDFPage) throws(CaptureError) -> String? {
        let range = ["-f", "\(page.number + 1)", "-l", "\(page.number + 1)"]
        let outcome = try input.tool.run(
            .pdfimages, (image.isJPEG ? ["-j"] : []) + range + [input.path, place("image")])
        guard outcome.status == 0 else { return nil }
        let names = (image.isJPEG ? ["jpg"] : ["pbm", "ppm", "pgm"]).map { place("image-000." + $0) }
        guard let path = names.first(where: FileManager.default.fileExists(atPath:)) else { return nil }
        guard image.isJPEG else { return path }
        try JPEGWrap.write(path, to: place("page.jpg"), resolution: image.resolution)
        return place("page.jpg")
    }

    private func draw(_ page: PDFPage, _ limits: InputLimits) throws(CaptureError) -> Raster {
        let size = page.pixels(at: Self.drawingResolution, limits)
        let outcome = try draw(page, of: input.path, width: size.width, height: size.height, to: "page")
        // The tool may end well without a page, so the file is asked.
        guard FileManager.default.fileExists(atPath: place("page.ppm")) else {
            throw .pdfPageUnreadable(page.number, "pdftoppm: status \(outcome.status) \(outcome.errors.suffix(200))")
        }
        return try PortableImage(path: place("page.ppm"), limits: limits).raster(resolution: size.resolution)
    }

    /// The page drawn small, in gray and without its turn; nil where it cannot be drawn.
    private func thumbnail(
        _ page: PDFPage, cells: Int, _ limits: InputLimits
    ) throws(CaptureError) -> PortableImage? {
        guard let (path, number) = try unturned(page) else { return nil }
        let scale = Double(cells) / max(page.width, page.height)
        let flat = PDFPage(number: number, width: page.width, height: page.height, turn: .none)
        let size = flat.pixels(at: scale, limits)
        let outcome = try draw(flat, of: path, width: size.width, height: size.height, isGray: true, to: "small")
        guard outcome.status == 0, FileManager.default.fileExists(atPath: place("small.pgm")) else { return nil }
        return try PortableImage(path: place("small.pgm"), limits: limits)
    }

    /// The page without its turn, as a file and a number in it; poppler scales the image of a turned page in another
    /// way, which could not be compared.
    private func unturned(_ page: PDFPage) throws(CaptureError) -> (path: String, number: Int)? {
        guard page.turn != .none else { return (input.path, page.number) }
        let outcome = try input.tool.run(
            .qpdf,
            [
                "--warning-exit-0", input.path, "--pages", ".", "\(page.number + 1)", "--", "--rotate=0",
                place("flat.pdf"),
            ])
        return outcome.status == 0 ? (place("flat.pdf"), 0) : nil
    }

    private func draw(
        _ page: PDFPage, of path: String, width: Int, height: Int, isGray: Bool = false, to name: String
    ) throws(CaptureError) -> PDFTool.Outcome {
        let number = "\(page.number + 1)"
        let size = ["-scale-to-x", "\(width)", "-scale-to-y", "\(height)"]
        return try input.tool.run(
            .pdftoppm,
            ["-f", number, "-l", number, "-singlefile", "-cropbox"] + size + (isGray ? ["-gray"] : [])
                + [path, place(name)])
    }

    private func place(_ name: String) -> String { input.tool.job.temporary + "/" + name }
}

extension PageAnalysis {
    /// With what was done before the page was read.
    fileprivate func with(_ first: ProcessingStep) -> PageAnalysis {
        var analysis = self
        analysis.steps.insert(first, at: 0)
        return analysis
    }
}
