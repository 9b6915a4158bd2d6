// Whether an image taken out of a PDF is what readers show.
//
// A page may hold more than its scan: a stamp, a fax header, a comment, or a setting that inverts or mirrors the image.
// Taking the image alone would lose it without a trace. So the page is drawn small and compared with the image: cell by
// cell of about 1 mm, since an added word changes few cells but those much.

import CaptureModel
import Imaging

enum PageLikeness {
    /// Cells along the longer side of the drawing: 1.2 mm on A4.
    static let longerSide = 256
    /// Levels of 255 by which a cell may differ; two ways of scaling a page of fine print differ by up to 40.
    private static let tolerance = 72

    /// Compares the page as drawn, in gray, with the image after the page's turn.
    static func isSame(
        _ image: borrowing Raster, turn: QuarterTurn, drawn: borrowing PortableImage
    ) throws(CaptureError) -> Bool {
        let scaled = try scaled(image, turn: turn, to: drawn)
        let (width, height) = (min(scaled.width, drawn.width), min(scaled.height, drawn.height))
        guard drawn.isGray, abs(scaled.width - drawn.width) <= 2, abs(scaled.height - drawn.height) <= 2 else { return false }
        return try scaled.withGrayBytes { (bytes, bytesPerLine) throws(CaptureError) in
            // The outermost cells hold the rounding of both drawings.
            for y in 1..<max(1, height - 1) {
                for x in 1..<max(1, width - 1) {
                    let difference = Int(bytes[y * bytesPerLine + x]) - Int(drawn.level(x: x, y: y))
                    if abs(difference) > tolerance { return false }
                }
            }
            return true
        }
    }

    private static func scaled(
        _ image: borrowing Raster, turn: QuarterTurn, to drawn: borrowing PortableImage
    ) throws(CaptureError) -> Raster {
        let gray = try image.gray().rotated(turn)
        return try gray.scaled(
            x: Double(drawn.width) / Double(gray.width), y: Double(drawn.height) / Double(gray.height))
    }
}
