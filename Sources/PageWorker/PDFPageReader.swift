// Reads a page of a PDF.
//
// A scanned page is one image: it is taken as it is, without drawing and coding it anew. Every other page is drawn, at a
// size counted in pixels: a page may claim to be kilometers long (and `-r` would try, or fail without saying so). Its
// text is taken from the file where that is what the drawing shows, and read from the drawing where not.

import CaptureModel
import Foundation
import Imaging
import Recognition

struct PDFPageReader {
    let input: PDFInput
    let reader: PageReader
    let output: String

    func read(
        page number: Int, _ settings: AnalysisSettings, _ limits: InputLimits
    ) throws(CaptureError) -> PageAnalysis {
        var analysis = try pageAnalysis(number, settings, limits)
        // The data belong to the file; its first page carries them.
        if number == 0, let invoice = try PDFAttachments(of: input).invoice {
            analysis.invoice = invoice.data
            analysis.steps.append(
                ProcessingStep(
                    "readInvoiceData", ["file": invoice.fileName, "specification": invoice.data.specification]))
        }
        return analysis
    }

    private func pageAnalysis(
        _ number: Int, _ settings: AnalysisSettings, _ limits: InputLimits
    ) throws(CaptureError) -> PageAnalysis {
        let page = try PDFPage(number: number, of: input)
        let images = try PageImages(of: page, in: input)
        if let image = EmbeddedImage(of: page, images), let analysis = try read(image, page, settings, limits) {
            return analysis
        }
        let raster = try PageDrawing(page: page, input: input).raster(images, limits)
        let text = try settings.readsText ? PDFPageText(of: page, images, drawnAs: raster, in: input) : nil
        return try reader.read(raster, passThroughJPEG: nil, to: output, settings: settings, given: text?.given)
            .with([ProcessingStep("drawPDFPage", ["resolution": "\(raster.resolution)"]), text?.step])
    }

    /// Reads the image of a scanned page; nil where it is not what readers show.
    private func read(
        _ image: EmbeddedImage, _ page: PDFPage, _ settings: AnalysisSettings, _ limits: InputLimits
    ) throws(CaptureError) -> PageAnalysis? {
        guard let file = try image.extracted(from: page, of: input) else { return nil }
        let raster: Raster
        do throws(CaptureError) { raster = try image.decoded(file, limits) } catch { return nil }
        guard
            let placed = try PageDrawing(page: page, input: input).turn(
                of: raster, isSideways: image.isSideways, limits)
        else { return nil }
        let turn = placed + page.turn
        let step = ProcessingStep("takePDFImage", ["resolution": "\(image.resolution)"])
        // The turn is found from the letters. Where that is switched off the page's own turn counts, and then the
        // image is turned, for an analysis tells one turn only: the one that was found.
        guard settings.orient || turn == .none else {
            return try reader.read(raster.rotated(turn), passThroughJPEG: nil, to: output, settings: settings)
                .with([step])
        }
        var analysis = try reader.read(
            raster, passThroughJPEG: image.isJPEG ? file : nil, to: output, settings: settings
        ).with([step])
        if analysis.lines.isEmpty { analysis.rotation = turn }
        return analysis
    }
}

extension QuarterTurn {
    /// One turn after the other.
    fileprivate static func + (first: QuarterTurn, second: QuarterTurn) -> QuarterTurn {
        QuarterTurn(rawValue: (first.rawValue + second.rawValue) % 360) ?? .none
    }
}

extension PageAnalysis {
    /// With what was done before the page was read.
    fileprivate func with(_ first: [ProcessingStep?]) -> PageAnalysis {
        var analysis = self
        analysis.steps.insert(contentsOf: first.compactMap(\.self), at: 0)
        return analysis
    }
}
