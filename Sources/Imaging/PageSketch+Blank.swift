// Whether anything is on a page (Leerseitenerkennung).
//
// Counted is what may be writing: connected ink of 0.7 mm and more, and what is colored. Not counted are specks, what
// lies in the corners (staples, dog-ears, registration marks) or on the edge (shadows), punch holes, and straight thin
// lines (folds, streaks). Print that shines through from the back is no ink to begin with, see PageSketch.inkThreshold.

package import CaptureModel

extension PageSketch {
    /// Share of the page, 0...1, that writing covers, each mark with the surroundings a character takes on its line.
    ///
    /// Three small characters on A4 cover 0.0008, a line of text 0.01, a letter 0.2.
    package borrowing func writtenShare() throws(CaptureError) -> Double {
        var covered = 0.0
        for mark in writing() {
            let margin = isCharacter(mark) ? Size.ownLine : Size.surroundings
            covered += (mark.width + 2 * margin) * (mark.height + 2 * margin)
        }
        return min(1, max(covered / (paperWidth * paperHeight), pictureShare(), coloredShare()))
    }

    /// Nothing is written on the page: `writtenShare` is below `share`.
    package borrowing func isBlank(below share: Double) throws(CaptureError) -> Bool { try writtenShare() < share }

    /// Compact and of a character's size: the number of a page may be all there is; hairs are long and thin.
    private borrowing func isCharacter(_ mark: PlacedMark) -> Bool {
        Size.character.contains(mark.height) && mark.width >= 0.5 && mark.width <= 1.5 * mark.height
            && inkArea(mark) >= 0.2 * mark.width * mark.height
    }

    /// What may be writing.
    private borrowing func writing() -> [PlacedMark] {
        let marks = content.marks().map { PlacedMark($0, unit: unit, of: (paperWidth, paperHeight)) }
            .filter { $0.long >= Size.smallestMark }
        guard min(paperWidth, paperHeight) >= Size.smallestPaper else { return marks }
        let holes = marks.filter { isHole($0) || isOneOfTwoHoles($0, among: marks) }
        let streaks = streaks(marks)
        let hairs = marks.filter { isHair($0) }
        var writing: [PlacedMark] = []
        for mark in marks where mark.toEdge >= Size.edge && !mark.isInCorner && !isThinLine(mark) && !isStaple(mark) {
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

    private borrowing func isHole(_ mark: PlacedMark) -> Bool {
        // A disc fills 0.785 of its box.
        mark.isHoleSized && inkArea(mark) > 0.65 * mark.width * mark.height
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

    /// Pale, and thinner than any pen's stroke.
    private borrowing func isHair(_ mark: PlacedMark) -> Bool {
        guard isToned, Size.hair.contains(mark.long), inkArea(mark) < 0.35 * mark.diagonal else { return false }
        guard let levels = gray.levels(step: 1, in: mark.mark.area) else { return false }
        return levels.quantile(0.02) > levels.quantile(0.9) / 2
    }

    private borrowing func isThinLine(_ mark: PlacedMark) -> Bool {
        guard mark.long > Size.longestCharacter, inkArea(mark) < Size.fold * mark.long else { return false }
        // A signature is long and thin as well, but not straight.
        return mark.short < 1.5 + 0.03 * mark.long || content.isDiagonal(mark.mark)
    }

    /// A straight line of a staple's length near a corner, whichever way it points.
    private borrowing func isStaple(_ mark: PlacedMark) -> Bool {
        guard mark.isNearCorner, Size.staple.contains(mark.diagonal) else { return false }
        return mark.short < 2 || content.isDiagonal(mark.mark, tolerance: 0.2)
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
    private borrowing func coloredShare() -> Double {
        let margin = Int(Size.edge / 25.4 * Double(colored.resolution))
        let inside = PixelBox(
            x: margin, y: margin, width: colored.width - 2 * margin, height: colored.height - 2 * margin)
        guard inside.width > 0, inside.height > 0 else { return 0 }
        let area = Double(colored.ink(in: inside)) / Double(colored.width * colored.height) * paperWidth * paperHeight
        guard area >= Size.coloredMark else { return 0 }
        return (area + Size.surroundings * Size.surroundings * 20) / (paperWidth * paperHeight)
    }

    /// Square millimeters of ink within a mark's box.
    private borrowing func inkArea(_ mark: PlacedMark) -> Double {
        Double(content.ink(in: mark.mark.area)) * unit * unit
    }
}

/// Lengths in millimeters on paper.
private enum Size {
    /// Shortest side of what counts; dust stays below, a full stop too.
    static let smallestMark = 0.7
    /// What a character takes on its line beyond its ink, on each side.
    static let surroundings = 1.5
    /// The same for a compact mark that looks like a character.
    static let ownLine = 3.0
    static let character = 1.5...8.0
    static let corner = 15.0
    static let edge = 3.0
    /// Punch holes are 6 mm wide, their middle 12 mm from the edge, 80 mm apart (ISO 838); scanned ones vary.
    static let hole = 3.5...8.0
    static let holeMargin = 20.0
    static let holeDistance = 80.0
    /// A long line this thin is a fold or a rule.
    static let fold = 0.8
    static let longestCharacter = 20.0
    /// A hair or fiber on the glass; more than a few are pencil.
    static let hair = 2.0...10.0
    static let hairs = 2
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
        other.x >= x - 1.5 && other.y >= y - 1.5 && other.x + other.width <= x + width + 1.5
            && other.y + other.height <= y + height + 1.5
    }
}
