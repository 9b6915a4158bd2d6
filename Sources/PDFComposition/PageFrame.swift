// Where things stand on a PDF page.
//
// The page keeps the orientation of the record image, whose bytes are not touched; `/Rotate` shows it upright. Words run
// in the reading direction of the upright page, so on a page that lies on its side they run up or down the media box.
// They are placed in pixels of the record image, which are whole numbers: short ones, and exact.

import CaptureModel

/// The page's size and the way from pixels of the record image to points of the page.
struct PageFrame {
    /// What PDF/A-2 allows for a side, in points (6.1.13).
    private static let shortestSide = 3.0
    private static let longestSide = 14_400.0
    /// Points in an inch, by definition.
    private static let pointsPerInch = 72.0
    /// Pixels by which the image stands inside the page at each side.
    ///
    /// An edge exactly on a pixel of the screen makes poppler draw the image one pixel larger than it is, and thereby
    /// blur all of it. With a twentieth of a pixel between, poppler and mupdf show each pixel as it is.
    private static let imageInset = 0.05

    let width: Double
    let height: Double
    let rotation: QuarterTurn
    private let heightInPixels: Int
    private let pointsPerPixel: Double

    init(width: Int, height: Int, resolution: Int, rotation: QuarterTurn) {
        let shorter = Double(max(1, min(width, height)))
        let longer = Double(max(1, width, height))
        let wanted = Self.pointsPerInch / Double(max(1, resolution))
        pointsPerPixel = min(max(wanted, Self.shortestSide / shorter), Self.longestSide / longer)
        heightInPixels = height
        self.width = Double(width) * pointsPerPixel
        self.height = Double(height) * pointsPerPixel
        self.rotation = rotation
    }

    /// The matrix from the unit square of an image to its place on the page.
    var imageMatrix: String {
        let inset = Self.imageInset * pointsPerPixel
        let edge = PDFSyntax.number(inset)
        return "\(PDFSyntax.number(width - 2 * inset)) 0 0 \(PDFSyntax.number(height - 2 * inset)) \(edge) \(edge)"
    }

    /// The box in the directions of the reader.
    func place(_ box: Box) -> WordPlace {
        let (length, extent) = (max(1, box.width), max(1, box.height))
        let (left, right) = (box.x, box.x + length)
        let (top, bottom) = (heightInPixels - box.y, heightInPixels - box.y - extent)
        // The turn that makes a page upright turns its reading direction to the right; so before the turn, text on a
        // page to be turned right runs up, and its lower edge is on the right.
        return switch rotation {
        case .none: WordPlace(start: left, bottom: bottom, length: length, height: extent)
        case .right: WordPlace(start: bottom, bottom: -right, length: extent, height: length)
        case .half: WordPlace(start: -right, bottom: -top, length: length, height: extent)
        case .left: WordPlace(start: -top, bottom: left, length: extent, height: length)
        }
    }

    /// The matrix from places of words to points of the page, all of them lifted by so many pixels.
    func matrix(liftedBy lift: Double) -> String {
        // Nine decimals: over 32,000 pixels they come to a ten-thousandth of one.
        let scale = PDFSyntax.number(pointsPerPixel, decimals: 9)
        let up = PDFSyntax.number(lift * pointsPerPixel)
        let down = PDFSyntax.number(-lift * pointsPerPixel)
        return switch rotation {
        case .none: "\(scale) 0 0 \(scale) 0 \(up)"
        case .right: "0 \(scale) -\(scale) 0 \(down) 0"
        case .half: "-\(scale) 0 0 -\(scale) 0 \(down)"
        case .left: "0 -\(scale) \(scale) 0 \(up) 0"
        }
    }
}

/// A word's place as the reader sees it, in pixels of the record image: along the line, and upward.
struct WordPlace {
    let start: Int
    let bottom: Int
    let length: Int
    let height: Int

    var end: Int { start + length }
}
