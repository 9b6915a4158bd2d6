// Where things stand on a PDF page.
//
// The page keeps the orientation of the record image, whose bytes are not touched; `/Rotate` shows it upright. Words run
// in the reading direction of the upright page, so on a page that lies on its side they run up or down the media box.

import CaptureModel

/// The page's size and the way from pixels of the record image to points of the page.
struct PageFrame {
    /// What PDF/A-2 allows for a side, in points (6.1.13).
    private static let shortestSide = 3.0
    private static let longestSide = 14_400.0
    /// Points in an inch, by definition.
    private static let pointsPerInch = 72.0

    let width: Double
    let height: Double
    let rotation: QuarterTurn
    private let pointsPerPixel: Double

    init(width: Int, height: Int, resolution: Int, rotation: QuarterTurn) {
        let shorter = Double(max(1, min(width, height)))
        let longer = Double(max(1, width, height))
        let wanted = Self.pointsPerInch / Double(max(1, resolution))
        pointsPerPixel = min(max(wanted, Self.shortestSide / shorter), Self.longestSide / longer)
        self.width = Double(width) * pointsPerPixel
        self.height = Double(height) * pointsPerPixel
        self.rotation = rotation
    }

    /// The box in points, in the directions of the reader.
    func place(_ box: Box) -> WordPlace {
        let left = Double(box.x) * pointsPerPixel
        let right = Double(box.x + max(1, box.width)) * pointsPerPixel
        let top = height - Double(box.y) * pointsPerPixel
        let bottom = height - Double(box.y + max(1, box.height)) * pointsPerPixel
        // The turn that makes a page upright turns its reading direction to the right; so before the turn, text on a
        // page to be turned right runs up, and its lower edge is on the right.
        return switch rotation {
        case .none: WordPlace(start: left, bottom: bottom, length: right - left, height: top - bottom)
        case .right: WordPlace(start: bottom, bottom: -right, length: top - bottom, height: right - left)
        case .half: WordPlace(start: -right, bottom: -top, length: right - left, height: top - bottom)
        case .left: WordPlace(start: -top, bottom: left, length: top - bottom, height: right - left)
        }
    }

    /// The text matrix for a word at this place: the reading direction, the upward direction, where it begins on a
    /// baseline that lies `rise` above its lower edge.
    func matrix(at place: WordPlace, rise: Double) -> String {
        let baseline = place.bottom + rise
        let (direction, x, y) =
            switch rotation {
            case .none: ("1 0 0 1", place.start, baseline)
            case .right: ("0 1 -1 0", -baseline, place.start)
            case .half: ("-1 0 0 -1", -place.start, -baseline)
            case .left: ("0 -1 1 0", baseline, -place.start)
            }
        return "\(direction) \(PDFSyntax.number(x, decimals: 3)) \(PDFSyntax.number(y, decimals: 3))"
    }
}

/// A word's place in points as the reader sees it: along the line, and upward.
struct WordPlace {
    let start: Double
    let bottom: Double
    let length: Double
    let height: Double

    var end: Double { start + length }
}
