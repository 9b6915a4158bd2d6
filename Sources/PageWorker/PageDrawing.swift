import CaptureModel
import Foundation
import Imaging

/// Draws a page of a PDF with poppler.
struct PageDrawing {
    /// Dots per inch: what a good scan has; more only for the sake of finer images that the page mainly consists of.
    private static let resolution = 300.0...600.0
    /// A page consists mainly of its images from this share on.
    private static let pictureShare = 0.5

    let page: PDFPage
    let input: PDFInput

    /// The page as readers show it.
    func raster(_ images: PageImages, _ limits: InputLimits) throws(CaptureError) -> Raster {
        let finest = images.share(of: page) >= Self.pictureShare ? images.finestLarge : 0
        let wanted = min(max(finest, Self.resolution.lowerBound), Self.resolution.upperBound)
        let size = page.pixels(at: wanted, limits)
        let outcome = try draw(page, of: input.path, width: size.width, height: size.height, to: "page")
        // The tool may end well without a page, so the file is asked.
        guard FileManager.default.fileExists(atPath: input.place("page.ppm")) else {
            throw .pdfPageUnreadable(page.number, "pdftoppm: status \(outcome.status) \(outcome.errors.suffix(200))")
        }
        return try PortableImage(path: input.place("page.ppm"), limits: limits).raster(resolution: size.resolution)
    }

    /// Whether an image taken out of the page is all that readers show of it.
    func shows(_ image: borrowing Raster, _ limits: InputLimits) throws(CaptureError) -> Bool {
        guard let drawn = try thumbnail(cells: PageLikeness.cells(of: image), limits) else { return false }
        return try PageLikeness.isSame(image, drawn: drawn)
    }

    /// The page drawn small, in gray and without its turn; nil where it cannot be drawn.
    private func thumbnail(cells: Int, _ limits: InputLimits) throws(CaptureError) -> PortableImage? {
        guard let (path, number) = try unturned() else { return nil }
        let scale = Double(cells) / max(page.width, page.height)
        let flat = PDFPage(number: number, width: page.width, height: page.height, turn: .none)
        let size = flat.pixels(at: scale, limits)
        let outcome = try draw(flat, of: path, width: size.width, height: size.height, isGray: true, to: "small")
        guard outcome.status == 0, FileManager.default.fileExists(atPath: input.place("small.pgm")) else { return nil }
        return try PortableImage(path: input.place("small.pgm"), limits: limits)
    }

    /// The page without its turn, as a file and a number in it; poppler scales the image of a turned page in another
    /// way, which could not be compared.
    private func unturned() throws(CaptureError) -> (path: String, number: Int)? {
        guard page.turn != .none else { return (input.path, page.number) }
        let flat = input.place("flat.pdf")
        let outcome = try input.tool.run(
            .qpdf,
            ["--warning-exit-0", input.path, "--pages", ".", "\(page.number + 1)", "--", "--rotate=0", flat])
        return outcome.status == 0 ? (flat, 0) : nil
    }

    private func draw(
        _ page: PDFPage, of path: String, width: Int, height: Int, isGray: Bool = false, to name: String
    ) throws(CaptureError) -> PDFTool.Outcome {
        let size = ["-scale-to-x", "\(width)", "-scale-to-y", "\(height)"]
        return try input.tool.run(
            .pdftoppm,
            page.range + ["-singlefile", "-cropbox"] + size + (isGray ? ["-gray"] : []) + [path, input.place(name)])
    }
}
