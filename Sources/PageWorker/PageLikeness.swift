// Whether an image taken out of a PDF is what readers show.
//
// A page may hold more than its scan: a stamp, a fax header, a comment, or a setting that inverts or mirrors the image.
// Taking the image alone would lose it without a trace. So the page is drawn small and compared with the image, cell by
// cell, since an added word changes few cells but those much.
//
// Poppler stretches an image over every pixel it touches, so in a drawing of w by h it has w or w + 1 by h or h + 1
// pixels, of which the first or the last are cut off. All of these are tried.

import CaptureModel
import Imaging

enum PageLikeness {
    /// Cells along the longer side of the drawing: 1.2 mm on A4, but never under 6 pixels of the image, since poppler
    /// gives each cell a whole number of them.
    static func cells(of image: borrowing Raster) -> Int { min(256, max(image.width, image.height) / 6) }

    /// Levels of 255 by which a cell may differ.
    ///
    /// On eight pages of fine print the two ways of scaling differed by 29 to
    /// 53; a line of 8 point letters on white differs by 100 and more.
    private static let tolerance = 64

    /// Compares the image with the page as drawn, in gray and without the page's turn.
    static func isSame(_ image: borrowing Raster, drawn: borrowing PortableImage) throws(CaptureError) -> Bool {
        guard drawn.isGray, drawn.width > 2, drawn.height > 2 else { return false }
        let gray = try image.gray()
        for surplus in [(x: 1, y: 1), (x: 0, y: 1), (x: 1, y: 0), (x: 0, y: 0)] {
            let scaled = try gray.scaled(
                x: Double(drawn.width + surplus.x) / Double(gray.width),
                y: Double(drawn.height + surplus.y) / Double(gray.height))
            if try matches(scaled, drawn) { return true }
        }
        return false
    }

    /// Whether the drawing is like any part of the scaled image that has its size.
    private static func matches(
        _ scaled: borrowing Raster, _ drawn: borrowing PortableImage
    ) throws(CaptureError) -> Bool {
        let spare = (x: scaled.width - drawn.width, y: scaled.height - drawn.height)
        guard (0...2).contains(spare.x), (0...2).contains(spare.y) else { return false }
        let (width, height) = (drawn.width, drawn.height)
        return try scaled.withGrayBytes { (bytes, bytesPerLine) throws(CaptureError) in
            for top in 0...spare.y {
                for left in 0...spare.x {
                    // The outermost cells hold what both ways of scaling round off.
                    let isLike = (1..<height - 1).allSatisfy { y in
                        (1..<width - 1).allSatisfy { x in
                            let level = bytes[(y + top) * bytesPerLine + x + left]
                            return abs(Int(level) - Int(drawn.level(x: x, y: y))) <= tolerance
                        }
                    }
                    if isLike { return true }
                }
            }
            return false
        }
    }
}
