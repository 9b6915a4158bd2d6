// Whether anything is on a page (Leerseitenerkennung).
//
// Counted is what may be writing: connected ink of 0.7 mm and more, and what is colored. Not counted are specks, what
// lies in the corners (staples, dog-ears, registration marks) or on the edge (shadows), punch holes, and straight thin
// lines (folds, streaks). Print that shines through from the back is no ink to begin with, see PageSketch.inkThreshold.
//
// A page on which that finds nothing is looked at once more for pencil paler than ink: strokes that hang together as a
// word does, where no lines of print shine through.

package import CaptureModel
import CLeptonica

extension PageSketch {
    /// Share of the page, 0...1, that writing covers, each mark with the surroundings a character takes on its line.
    ///
    /// Three small characters on A4 cover 0.0008, a line of text 0.01, a letter 0.2.
    package borrowing func writtenShare() throws(CaptureError) -> Double {
        // Most pages hold so much that no doubt is left.
        let plain = covered(by: writing(in: content), of: content)
        guard plain < Size.surelyWritten else { return min(1, plain) }
        let clear = try content.withoutStreaks()
        return try min(1, max(covered(by: writing(in: clear), of: clear), pictureShare(), coloredShare()))
    }

    /// Share of the page that marks cover with their surroundings.
    private borrowing func covered(by marks: [PlacedMark], of ink: borrowing Raster) -> Double {
        var covered = 0.0
        for mark in marks {
            let margin = isCharacter(mark, of: ink) ? Size.ownLine : Size.surroundings
            covered += (mark.width + 2 * margin) * (mark.height + 2 * margin)
        }
        return covered / (paperWidth * paperHeight)
    }

    /// Nothing is written on the page: `writtenShare` is below `share`.
    package borrowing func isBlank(below share: Double) throws(CaptureError) -> Bool {
        guard try writtenShare() < share else { return false }
        return try !hasPalePencil()
    }

    /// Strokes too pale for ink that hang together as handwriting does.
    private borrowing func hasPalePencil() throws(CaptureError) -> Bool {
        guard isToned, min(paperWidth, paperHeight) >= Size.smallestPaper else { return false }
        let pale = try gray.paleInk().without(frame.dilated(by: Size.edge)).withoutStreaks()
        let marks = pale.marks().map { PlacedMark($0, unit: unit, of: (paperWidth, paperHeight)) }
        guard marks.count(where: { Size.shineThrough.contains($0.long) }) <= Size.shineThroughMarks else {
            return false
        }
        return writing(in: pale).contains {
            $0.long >= Size.pencil && $0.short >= Size.pencilHeight
                && inkArea($0, of: pale) < Size.pencilStroke * ($0.width + $0.height) * 2
        }
    }

    /// Compact and of a character's size: the number of a page may be all there is; hairs are long and thin.
    private borrowing func isCharacter(_ mark: PlacedMark, of ink: borrowing Raster) -> Bool {
        guard Size.character.contains(mark.height), mark.width <= 1.5 * mark.height else { return false }
        // A capital I is narrow, but solid.
        let isLetter = mark.width >= 0.5 && inkArea(mark, of: ink) >= 0.2 * mark.width * mark.height
        return isLetter || mark.width >= Size.narrowest && inkArea(mark, of: ink) >= 0.7 * mark.width * mark.height
    }

    /// What may be writing, of ink without streaks.
    private borrowing func writing(in ink: borrowing Raster) -> [PlacedMark] {
        let marks = ink.marks().map { PlacedMark($0, unit: unit, of: (paperWidth, paperHeight)) }
            .filter { $0.long >= Size.smallestMark && ($0.short >= Size.thinnest || $0.long >= Size.thinPiece) }
        guard min(paperWidth, paperHeight) >= Size.smallestPaper else { return marks }
        let holes = marks.filter { isHole($0, in: ink) || isOneOfTwoHoles($0, among: marks) }
        let streaks = streaks(marks)
        let hairs = marks.filter { isHair($0) }
        var writing: [PlacedMark] = []
        for mark in marks where mark.toEdge >= Size.edge && !mark.isInCorner {
            guard !isThinLine(mark, of: ink), !isStaple(mark, of: ink) else { continue }
            guard !holes.contains(where: { $0.surrounds(mark) }),
                !streaks.contains(Int(mark.middle.x)) || !mark.isNarrow
            else { continue }
            writing.append(mark)
        }
        // More than a few are the strokes of a fine pencil.
        return hairs.count > Size.hairs ? writing : writing.filter { !isHair($0) }
    }

    /// Millimeters across the page where narrow marks stand in a column from top to bottom: pieces of a streak.
    private borrowing func streaks(_ marks: [PlacedMark]) -> Set<Int> {
        var lengths: [Int: Double] = [:]
        for mark in marks where mark.isNarrow {
            for column in Int(mark.middle.x) - 1...Int(mark.middle.x) + 1 { lengths[column, default: 0] += mark.height }
        }
        return Set(lengths.filter { $0.value > Size.streak * paperHeight }.keys)
    }

    private borrowing func isHole(_ mark: PlacedMark, in ink: borrowing Raster) -> Bool {
        // A disc fills 0.785 of its box.
        mark.isHoleSized && inkArea(mark, of: ink) > 0.65 * mark.width * mark.height
    }

    /// Rings and crescents, as gray holes leave: the other hole of the pair lies at the distance the standard gives.
    private borrowing func isOneOfTwoHoles(_ mark: PlacedMark, among marks: [PlacedMark]) -> Bool {
        guard mark.isHoleSized else { return false }
        return marks.contains { other in
            guard other.isHoleSized else { return false }
            let (across, down) = (abs(other.middle.x - mark.middle.x), abs(other.middle.y - mark.middle.y))
            return abs(max(across, down) - Size.holeDistance) < 2.5 && min(across, down) < 4
        }
    }

    /// Thinner and paler than any pen's stroke.
    private borrowing func isHair(_ mark: PlacedMark) -> Bool {
        guard isToned, Size.hair.contains(mark.long) else { return false }
        let around = PixelBox(
            x: max(0, mark.mark.area.x - 2), y: max(0, mark.mark.area.y - 2), width: mark.mark.area.width + 4,
            height: mark.mark.area.height + 4)
        guard let levels = gray.levels(step: 1, in: around) else { return false }
        // As wide as the same amount of black would be.
        return levels.blackness(on: levels.quantile(0.5)) * unit * unit < Size.hairStroke * mark.diagonal
    }

    private borrowing func isThinLine(_ mark: PlacedMark, of ink: borrowing Raster) -> Bool {
        guard mark.long > Size.longestCharacter, inkArea(mark, of: ink) < Size.fold * mark.long else { return false }
        // A signature is long and thin as well, but not straight.
        return mark.short < 1.5 + 0.03 * mark.long || ink.isDiagonal(mark.mark)
    }

    /// A straight line of a staple's length near a corner, whichever way it points.
    private borrowing func isStaple(_ mark: PlacedMark, of ink: borrowing Raster) -> Bool {
        guard mark.isNearCorner, Size.staple.contains(mark.diagonal) else { return false }
        return mark.short < 2 || ink.isDiagonal(mark.mark, tolerance: 0.2)
    }

    /// Share of ink where it fills more than 2 % of the page inside its margins, as pictures do; else 0.
    private borrowing func pictureShare() -> Double {
        let margin = Int(Size.corner / unit)
        let inside = PixelBox(
            x: margin, y: margin, width: ink.width - 2 * margin, height: ink.height - 2 * margin)
        guard inside.width > 0, inside.height > 0 else { return 0 }
        let share = Double(content.ink(in: inside)) * unit * unit / (paperWidth * paperHeight)
        return share > 0.02 ? share : 0
    }

    /// Share of the page that is colored, inside the edges: the pale stroke of a marker is no ink.
    private borrowing func coloredShare() throws(CaptureError) -> Double {
        // The rim of a dark frame shimmers.
        let colored = try self.colored.without(frame.dilated(by: 1).brought(toSizeOf: self.colored))
        let margin = Int(Size.edge / 25.4 * Double(colored.resolution))
        let inside = PixelBox(
            x: margin, y: margin, width: colored.width - 2 * margin, height: colored.height - 2 * margin)
        guard inside.width > 0, inside.height > 0 else { return 0 }
        let area = Double(colored.ink(in: inside)) / Double(colored.width * colored.height) * paperWidth * paperHeight
        guard area >= Size.coloredMark else { return 0 }
        return (area + Size.surroundings * Size.surroundings * 20) / (paperWidth * paperHeight)
    }

    /// Square millimeters of ink within a mark's box.
    private borrowing func inkArea(_ mark: PlacedMark, of ink: borrowing Raster) -> Double {
        Double(ink.ink(in: mark.mark.area)) * unit * unit
    }
}

extension Raster {
    /// Without straight lines across or down most of the page, so that writing on them stands alone.
    fileprivate borrowing func withoutStreaks() throws(CaptureError) -> Raster {
        let down = try Raster(owning: pixOpenCompBrick(nil, pix, 1, Int32(max(1, height / 3))), "pixOpenCompBrick")
        let across = try Raster(owning: pixOpenCompBrick(nil, pix, Int32(max(1, width / 3)), 1), "pixOpenCompBrick")
        let lines = try Raster(owning: pixOr(nil, down.pix, across.pix), "pixOr")
        guard !lines.isWhite else { return try copied() }
        return try without(lines.with(resolution: resolution).dilated(by: Size.fold))
    }

    /// 1 bit of a gray page: what is a tenth darker than the paper around it once noise has averaged out.
    fileprivate borrowing func paleInk() throws(CaptureError) -> Raster {
        let even = try paper()
        let smooth = try Raster(owning: pixBlockconv(even.pix, 1, 1), "pixBlockconv").with(resolution: resolution)
        let pale = try smooth.bitonal(threshold: Size.pale)
        let gap = millimeters(0.7)
        return try Raster(owning: pixCloseSafeBrick(nil, pale.pix, gap, gap), "pixCloseSafeBrick")
            .with(resolution: resolution)
    }

    /// Scaled to the size of `other`.
    fileprivate borrowing func brought(toSizeOf other: borrowing Raster) throws(CaptureError) -> Raster {
        try Raster(owning: pixScaleToSize(pix, Int32(other.width), Int32(other.height)), "pixScaleToSize")
    }

    /// Grown by `length` millimeters to every side.
    fileprivate borrowing func dilated(by length: Double) throws(CaptureError) -> Raster {
        let size = 2 * Int32(Length(millimeters: length).pixels(at: max(resolution, 72))) + 1
        return try Raster(owning: pixDilateBrick(nil, pix, size, size), "pixDilateBrick").with(resolution: resolution)
    }
}

/// Lengths in millimeters on paper.
private enum Size {
    /// Share of the page from which on no closer look is needed: two lines of text.
    static let surelyWritten = 0.02
    /// Shortest side of what counts; dust stays below, a full stop too.
    static let smallestMark = 0.7
    /// No pen writes so thin: short pieces are what is left of a fold or a scratch.
    static let thinnest = 0.2
    static let thinPiece = 2.0
    /// What a character takes on its line beyond its ink, on each side.
    static let surroundings = 1.5
    /// The same for a compact mark that looks like a character.
    static let ownLine = 3.0
    static let character = 1.5...8.0
    /// A capital I of 8 points.
    static let narrowest = 0.25
    static let corner = 15.0
    static let edge = 3.0
    /// Punch holes are 6 mm wide, their middle 12 mm from the edge, 80 mm apart (ISO 838); scanned ones vary.
    static let hole = 3.0...8.0
    static let holeMargin = 20.0
    static let holeDistance = 80.0
    /// A long line this thin is a fold or a rule.
    static let fold = 0.8
    static let longestCharacter = 20.0
    /// A hair or fiber on the glass; more than a few are pencil.
    static let hair = 2.0...10.0
    static let hairs = 2
    /// Hairs are 0.1 mm thick and less; a fine pencil's stroke is as black as 0.15 mm of ink.
    static let hairStroke = 0.11
    /// Gray level of paper at 200 below which pale pencil begins.
    static let pale = 180
    /// Pale strokes that hang together over this length, and are no line: a written word.
    static let pencil = 7.0
    static let pencilHeight = 1.5
    /// Square millimeters of such a stroke for a millimeter of its box's sides: an area or a shadow has more.
    static let pencilStroke = 1.0
    /// So many marks of a letter's size among the pale ones are print that shines through.
    static let shineThrough = 1.0...6.0
    static let shineThroughMarks = 40
    /// Office staples are 8 to 13 mm long; with their shadow a little more.
    static let staple = 5.0...15.0
    static let stapleCorner = 25.0
    /// Pieces of a streak cover at least this share of the page's height.
    static let streak = 0.25
    /// A smaller image is a cutting without margins.
    static let smallestPaper = 60.0
    /// Square millimeters of color: the tick of a pen has 3.
    static let coloredMark = 3.0
}

/// A mark in millimeters.
private struct PlacedMark {
    let mark: Mark
    let x, y, width, height: Double
    let paper: (width: Double, height: Double)

    init(_ mark: Mark, unit: Double, of paper: (width: Double, height: Double)) {
        self.mark = mark
        self.paper = paper
        (x, y) = (Double(mark.area.x) * unit, Double(mark.area.y) * unit)
        (width, height) = (Double(mark.area.width) * unit, Double(mark.area.height) * unit)
    }

    var short: Double { min(width, height) }
    var long: Double { max(width, height) }
    var diagonal: Double { (width * width + height * height).squareRoot() }
    var middle: (x: Double, y: Double) { (x + width / 2, y + height / 2) }
    private var toSide: Double { min(x, paper.width - x - width) }
    private var toTop: Double { min(y, paper.height - y - height) }
    var toEdge: Double { min(toSide, toTop) }

    var isInCorner: Bool { toSide + width <= Size.corner && toTop + height <= Size.corner }
    var isNearCorner: Bool { toSide + width <= Size.stapleCorner && toTop + height <= Size.stapleCorner }
    var isHoleSized: Bool { Size.hole.contains(width) && Size.hole.contains(height) && toEdge < Size.holeMargin }

    var isNarrow: Bool { width < 1.5 }

    /// A part of what this one shows.
    func surrounds(_ other: PlacedMark) -> Bool {
        other.x >= x - 2 && other.y >= y - 2 && other.x + other.width <= x + width + 2
            && other.y + other.height <= y + height + 2
    }
}
