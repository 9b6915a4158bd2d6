// Whether anything is on a page (Leerseitenerkennung).
//
// Counted is what may be writing: connected ink of 0.7 mm and more. Not counted are specks, what lies in the corners
// (staples, dog-ears, registration marks) or on the edge (shadows), punch holes, and thin lines (folds). Print that
// shines through from the back is no ink to begin with, see PageSketch.inkThreshold.

package import CaptureModel
import CLeptonica

extension PageSketch {
    /// Lengths in millimeters on paper.
    private enum Size {
        /// Shortest side of what counts; dust stays below, a full stop too.
        static let smallestMark = 0.7
        /// What a character takes on its line beyond its ink, on each side.
        static let surroundings = 1.5
        static let corner = 15.0
        static let edge = 3.0
        /// Punch holes are 6 mm wide, their middle 12 mm from the edge (ISO 838); scanned ones vary.
        static let hole = 4.5...8.0
        static let holeMargin = 20.0
        /// A long line this thin is a fold or a rule.
        static let fold = 0.8
        static let longestCharacter = 20.0
        /// A smaller image is a cutting without margins.
        static let smallestPaper = 60.0
    }

    /// Share of the page, 0...1, that writing covers, each mark with the surroundings a character takes on its line.
    ///
    /// Three small characters on A4 cover 0.0008, a line of text 0.01, a letter 0.2.
    package borrowing func writtenShare() throws(CaptureError) -> Double {
        guard let marks = pixConnCompBB(ink.pix, 8) else { return 0 }
        var boxes: UnsafeMutablePointer<BOXA>? = marks
        defer { boxaDestroy(&boxes) }
        var covered = 0.0
        for index in 0..<boxaGetCount(marks) {
            let mark = mark(marks, index)
            guard isWriting(mark) else { continue }
            covered += (mark.width + 2 * Size.surroundings) * (mark.height + 2 * Size.surroundings)
        }
        return min(1, max(covered / (paperWidth * paperHeight), pictureShare()))
    }

    /// Nothing is written on the page: `writtenShare` is below `share`.
    package borrowing func isBlank(below share: Double) throws(CaptureError) -> Bool { try writtenShare() < share }

    /// A mark in millimeters, with its place in pixels.
    private struct Mark {
        var x, y, width, height: Double
        var area: PixelBox
    }

    private borrowing func mark(_ boxes: UnsafeMutablePointer<BOXA>, _ index: Int32) -> Mark {
        var (x, y, width, height): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
        boxaGetBoxGeometry(boxes, index, &x, &y, &width, &height)
        return Mark(
            x: Double(x) * unit, y: Double(y) * unit, width: Double(width) * unit, height: Double(height) * unit,
            area: PixelBox(x: Int(x), y: Int(y), width: Int(width), height: Int(height)))
    }

    private borrowing func isWriting(_ mark: Mark) -> Bool {
        let (left, right) = (mark.x, paperWidth - mark.x - mark.width)
        let (top, bottom) = (mark.y, paperHeight - mark.y - mark.height)
        guard max(mark.width, mark.height) >= Size.smallestMark else { return false }
        guard min(paperWidth, paperHeight) >= Size.smallestPaper else { return true }
        guard min(left, right, top, bottom) >= Size.edge else { return false }
        let isInCorner =
            min(left + mark.width, right + mark.width) <= Size.corner
            && min(top + mark.height, bottom + mark.height) <= Size.corner
        return !isInCorner && !isHole(mark, toEdge: min(left, right, top, bottom)) && !isFold(mark)
    }

    private borrowing func isHole(_ mark: Mark, toEdge distance: Double) -> Bool {
        // A disc fills 0.785 of its box.
        Size.hole.contains(mark.width) && Size.hole.contains(mark.height) && distance < Size.holeMargin
            && inkArea(mark.area) > 0.65 * mark.width * mark.height
    }

    private borrowing func isFold(_ mark: Mark) -> Bool {
        let length = max(mark.width, mark.height)
        return length > Size.longestCharacter && inkArea(mark.area) < Size.fold * length
    }

    /// Share of ink where it fills more than 2 % of the page inside its margins, as pictures do; else 0.
    private borrowing func pictureShare() -> Double {
        let margin = Int(Size.corner / unit)
        let inside = PixelBox(
            x: margin, y: margin, width: ink.width - 2 * margin, height: ink.height - 2 * margin)
        guard inside.width > 0, inside.height > 0 else { return 0 }
        let share = inkArea(inside) / (paperWidth * paperHeight)
        return share > 0.02 ? share : 0
    }

    /// Square millimeters of ink within `area`.
    private borrowing func inkArea(_ area: PixelBox) -> Double {
        var box = boxCreate(Int32(area.x), Int32(area.y), Int32(area.width), Int32(area.height))
        defer { boxDestroy(&box) }
        var count: Int32 = 0
        guard pixCountPixelsInRect(ink.pix, box, &count, nil) == 0 else { return 0 }
        return Double(count) * unit * unit
    }
}
