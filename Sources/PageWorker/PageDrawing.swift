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

    /// The turn with which the page, before its own turn, shows an image and nothing besides; nil where it shows more,
    /// or the image changed.
    func turn(
        of image: borrowing Raster, isSideways: Bool, _ limits: InputLimits
    ) throws(CaptureError) -> QuarterTurn? {
        let cells = PageLikeness.cells(of: image)
        for turn in isSideways ? [QuarterTurn.right, .left] : [.none, .half] {
            guard let drawn = try thumbnail(turnedBack: turn, cells: cells, limits) else { return nil }
            if try PageLikeness.isSame(image, drawn: drawn) { return turn }
        }
        return nil
    }

    /// The page drawn small, in gray, without its own turn and so that an image it turns is upright; nil where it cannot
    /// be drawn.
    private func thumbnail(
        turnedBack turn: QuarterTurn, cells: Int, _ limits: InputLimits
    ) throws(CaptureError) -> PortableImage? {
        let back = QuarterTurn(rawValue: (360 - turn.rawValue) % 360) ?? .none
        guard let (path, number) = try file(turned: back) else { return nil }
        let flat = PDFPage(number: number, width: page.width, height: page.height, turn: back)
        let size = flat.pixels(at: Double(cells) / max(page.width, page.height), limits)
        let outcome = try draw(flat, of: path, width: size.width, height: size.height, isGray: true, to: "small")
        guard outcome.status == 0, FileManager.default.fileExists(atPath: input.place("small.pgm")) else { return nil }
        return try PortableImage(path: input.place("small.pgm"), limits: limits)
    }

    /// The page with this turn in place of its own, as a file and a number in it; poppler scales an image
    /// it has to turn in another way, which could not be compared.
    private func file(turned turn: QuarterTurn) throws(CaptureError) -> (path: String, number: Int)? {
        guard page.turn != turn else { return (input.path, page.number) }
        let flat = input.place("flat.pdf")
        let outcome = try input.tool.run(
            .qpdf,
            [
                "--warning-exit-0", input.path, "--pages", ".", "\(page.number + 1)", "--", "--rotate=\(turn.rawValue)",
                flat,
            ])
        return outcome.status == 0 ? (flat, 0) : nil
    }

    private func draw(
        _ page: PDFPage, of path: String, width: Int, height: Int, isGray: Bool = false, to name: String
    ) throws(CaptureError) -> PDFTool.Outcome {
        // Poppler counts these before the page's turn.
        let (across, down) = page.turn.isSideways ? (height, width) : (width, height)
        let size = ["-scale-to-x", "\(across)", "-scale-to-y", "\(down)"]
        return try input.tool.run(
            .pdftoppm,
            page.range + ["-singlefile", "-cropbox"] + size + (isGray ? ["-gray"] : []) + [path, input.place(name)])
    }
}
