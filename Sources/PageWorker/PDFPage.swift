import CaptureModel

/// The size of a PDF's page, as its reader sees it.
struct PDFPage {
    /// Points in an inch, by definition.
    static let pointsPerInch = 72.0
    /// More than this many times longer than wide is no page.
    private static let longestAspect = 50.0
    /// Inches; a larger sheet, of five meters, is beyond what PDF allows for (ISO 32000-1, annex C.2).
    private static let longestSide = 200.0
    /// Pixels such a sheet is drawn with: a scale that has gone wrong is still read, and costs no more than a page.
    private static let oversizePixels = 20_000_000

    /// Number inside the file, from 0.
    let number: Int
    /// Inches before the page's own turn.
    let width: Double
    let height: Double
    /// The turn with which readers show it.
    let turn: QuarterTurn

    init(number: Int, width: Double, height: Double, turn: QuarterTurn) {
        self.number = number
        self.width = width
        self.height = height
        self.turn = turn
    }

    /// The page with this number, from 0; throws where it has no size one could draw.
    init(number: Int, of input: PDFInput) throws(CaptureError) {
        let facts = try input.facts(["-f", "\(number + 1)", "-l", "\(number + 1)"])
        let size = (facts["Page size"] ?? "").split(separator: " ")
        guard size.count >= 3, let width = Double(size[0]), let height = Double(size[2]) else {
            throw .pdfPageUnreadable(number, "pdfinfo tells no size")
        }
        guard width > 1, height > 1, max(width, height) <= Self.longestAspect * min(width, height) else {
            throw .pdfPageAbsurd(number, "\(width) x \(height) points")
        }
        // Turns that are no quarters are none (ISO 32000-1, table 30); poppler tells them as they are.
        let turn = facts["Page rot"].flatMap { Int($0) }.flatMap(QuarterTurn.init(rawValue:)) ?? .none
        self.init(
            number: number, width: width / Self.pointsPerInch, height: height / Self.pointsPerInch, turn: turn)
    }

    /// The size as shown, in inches.
    var shown: (width: Double, height: Double) {
        turn.isSideways ? (height, width) : (width, height)
    }

    /// Square inches.
    var area: Double { width * height }

    /// Arguments that make poppler's tools work on this page alone.
    var range: [String] { ["-f", "\(number + 1)", "-l", "\(number + 1)"] }

    /// Pixels for drawing the page as shown at `wanted` dots per inch, or fewer where the limits demand it; with the
    /// resolution that results.
    func pixels(at wanted: Double, _ limits: InputLimits) -> (width: Int, height: Int, resolution: Int) {
        let bySide = Double(limits.pixelsPerSide - 1) / max(width, height)
        // A little less than the limit, for the rounding of both sides.
        let isOversize = max(width, height) > Self.longestSide
        let area = isOversize ? min(limits.pixelsPerPage, Self.oversizePixels) : limits.pixelsPerPage
        let byArea = (0.99 * Double(area) / (width * height)).squareRoot()
        let resolution = min(wanted, bySide, byArea)
        let size = [shown.width, shown.height].map { max(1, Int(($0 * resolution).rounded())) }
        return (size[0], size[1], max(1, Int(resolution.rounded())))
    }
}

extension QuarterTurn {
    /// Width and height change places.
    var isSideways: Bool { self == .left || self == .right }
}
