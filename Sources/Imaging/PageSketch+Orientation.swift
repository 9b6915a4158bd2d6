// How the page lies: the quarter turn by ascenders and descenders (Latin text has about three ascenders to one
// descender, leptonica's flipdetect.c), the small angle by the contrast of neighboring row sums (skew.c).
//
// Cheap first: the page as it lies. Where that leaves the turn open, lines that run down the page are straightened, and
// letters of unusual size are brought to the size the templates are made for.

package import CaptureModel
import CLeptonica

/// How a page lies on the glass.
package struct PagePose: Sendable, Hashable {
    /// The turn that makes it upright.
    package var rotation: QuarterTurn
    /// The angle by which the upright page leans, clockwise positive, in degrees; 0 where it cannot be told.
    package var skewDegrees: Double
    /// Too little text to tell the turn: it stays as it is.
    package var isUndecided: Bool

    package init(rotation: QuarterTurn = .none, skewDegrees: Double = 0, isUndecided: Bool = true) {
        self.rotation = rotation
        self.skewDegrees = skewDegrees
        self.isUndecided = isUndecided
    }
}

extension PageSketch {
    /// How the page lies; parts not asked for are 0.
    package borrowing func pose(orient: Bool, deskew: Bool) throws(CaptureError) -> PagePose {
        let lean = content.lean()
        guard orient else { return PagePose(skewDegrees: deskew ? lean.degrees : 0) }
        guard let rotation = try quarterTurn(lean) else { return PagePose(skewDegrees: deskew ? lean.degrees : 0) }
        // Lines that ran down the page were no lines to the first look.
        if rotation.isSideways { return try pose(turned: rotation, deskew: deskew) }
        return PagePose(rotation: rotation, skewDegrees: deskew ? lean.degrees : 0, isUndecided: false)
    }

    /// How the page lies once its turn is known.
    package borrowing func pose(turned rotation: QuarterTurn, deskew: Bool) throws(CaptureError) -> PagePose {
        guard deskew else { return PagePose(rotation: rotation, isUndecided: false) }
        let lean = try rotation.isSideways ? content.rotated(rotation).lean() : content.lean()
        return PagePose(rotation: rotation, skewDegrees: lean.degrees, isUndecided: false)
    }

    /// The turn that makes text upright; nil where there is too little of it.
    private borrowing func quarterTurn(_ lean: Lean) throws(CaptureError) -> QuarterTurn? {
        // The templates fit letters of 9 to 12 points at 150 dpi and more; on coarser images they take tables for text.
        if resolution >= 100 {
            let straight = try content.rotated(degrees: -lean.degrees)
            let turn = straight.quarterTurn(hasLines: lean.contrast > 0)
            if let turn, !turn.isSideways { return turn }
            let sideways = try content.rotated(.right)
            let sidewaysLean = sideways.lean()
            // Lines that are clearer as the page lies contradict: columns of figures may look like letters on their side.
            let isContradicted = sidewaysLean.contrast < Self.contradiction * lean.contrast
            if turn != nil { return isContradicted ? nil : turn }
            if sidewaysLean.contrast > lean.contrast, sidewaysLean.degrees != 0,
                let turn = try sideways.rotated(degrees: -sidewaysLean.degrees).quarterTurn()
            {
                return turn.followed(by: .right)
            }
        }
        return try rescaledTurn(lean)
    }

    /// Share of the lines' contrast below which lines that run down the page are none.
    private static let contradiction = 0.7

    /// Median height of letters the templates fit best, in pixels: 11 points at 150 dpi have an x-height of about 11.
    private static let letterHeight = 12.0

    /// Tesseract's models are made for letters as 10 points have at 300 dpi: a median side of some 20 pixels.
    private static let (readableHeight, wellReadHeight) = (13.0, 20.0)
    /// Longer side of an image, in pixels, whose text can only be coarse: A4 at 125 dpi has 1,460.
    private static let coarsePage = 1_500

    /// The factor by which a coarse page must be enlarged to be read; 1 where its letters have the size.
    ///
    /// The pixels tell, not the resolution the file states: pictures from the net often state a wrong one.
    package borrowing func enlargementForReading() -> Double {
        let side = Double(max(ink.width, ink.height) * scale)
        guard side < Double(Self.coarsePage) else { return 1 }
        guard let height = content.letterHeight() else { return max(1, Double(Self.coarsePage) / side) }
        let letters = height * Double(scale)
        return letters < Self.readableHeight ? min(4, Self.wellReadHeight / letters) : 1
    }

    /// The turn told on letters brought to the size of the templates; nil where they have it, or are no letters.
    private borrowing func rescaledTurn(_ lean: Lean) throws(CaptureError) -> QuarterTurn? {
        guard let height = content.letterHeight() else { return nil }
        let factor = Self.letterHeight / height
        guard factor < 0.7 || factor > 1.3 || resolution < 100, (0.2...4).contains(factor) else { return nil }
        // Small print must be enlarged as gray: as ink it has no more detail to give.
        let scaled =
            factor > 1
            ? try evened.scaled(x: factor, y: factor).bitonal(threshold: Self.inkThreshold)
            : try content.scaled(x: factor, y: factor).bitonal()
        let turn = try scaled.rotated(degrees: -lean.degrees).quarterTurn()
        // Coarse images tell too little to go against lines that can be seen, and take small tables for text on its side.
        return turn?.isSideways == true && (lean.contrast > 0 || resolution < 100) ? nil : turn
    }
}

/// The small angle of text lines.
struct Lean {
    /// The clockwise angle to the horizontal in degrees; 0 where it cannot be told.
    var degrees = 0.0
    /// How much clearer the rows are at this angle than at the worst; 0 where it cannot be told.
    var contrast = 0.0
}

extension QuarterTurn {
    fileprivate var isSideways: Bool { self == .left || self == .right }

    /// Both turns, one after the other.
    func followed(by other: QuarterTurn) -> QuarterTurn {
        QuarterTurn(rawValue: (rawValue + other.rawValue) % 360) ?? .none
    }
}

extension Raster {
    /// Leptonica's limits in pixDeskew: a contrast of 3 says there are lines.
    private static let surelyLines: Float = 3
    /// An angle that only the wide search finds must stand out more: a table or a photo has a best angle, too.
    private static let surelyLinesFarOff: Float = 4.5

    /// The lines of text far off must be so much clearer than the best near angle: letters of even pitch line up at
    /// other angles, too, with a fifth of the score.
    private static let farOff: Float = 1.5

    /// The small angle of text lines, within 15 degrees either way.
    borrowing func lean() -> Lean {
        let near = search(within: 7)
        // At the end of the range the contrast cannot be told.
        let isNear = near.contrast >= Self.surelyLines && abs(near.degrees) < 6.8
        // A look at a quarter of the size tells whether it is worth to search farther off.
        if !isNear || abs(sweep(within: 16)) > 5 {
            let far = search(within: 16)
            let isClearer = !isNear || far.score > Self.farOff * near.score
            if far.contrast >= Self.surelyLinesFarOff, isClearer { return far.lean }
        }
        return isNear ? near.lean : Lean()
    }

    /// The best angle of a search, and how clear the rows are at it.
    private struct Found {
        var (degrees, contrast, score): (Float, Float, Float) = (0, 0, 0)

        var lean: Lean {
            // Under 0.05 degrees nothing is gained.
            Lean(degrees: abs(degrees) < 0.05 ? 0 : -Double(degrees), contrast: Double(contrast))
        }
    }

    /// The coarse angle of text lines.
    private borrowing func sweep(within range: Float) -> Float {
        var angle: Float = 0
        return pixFindSkewSweep(pix, &angle, 4, range, 1) == 0 ? angle : 0
    }

    private borrowing func search(within range: Float) -> Found {
        var found = Found()
        // Sweep at half size, search at full size: the sketch is reduced already. 0.01 degrees is leptonica's own.
        let status = pixFindSkewSweepAndSearchScore(
            pix, &found.degrees, &found.contrast, &found.score, 2, 1, 0, range, 1, 0.01)
        return status == 0 ? found : Found()
    }

    // Leptonica's own 8 for the surer score. It wants 2.5 times the other; wide tables and two-column reports of the
    // leptonica and UNLV collections come to 1.8 to 2.2 and are told right.
    private static let (leastScore, leastRatio): (Float, Float) = (8, 1.8)

    /// The turn that makes text upright; nil where there is too little of it.
    ///
    /// Where it `hasLines` as it lies and their letters leave no doubt, it is not looked at on its side: of 111 pages with
    /// print none on its side comes to half the score for that, and of the others 50 have more.
    fileprivate borrowing func quarterTurn(hasLines: Bool = false) -> QuarterTurn? {
        var (up, left): (Float, Float) = (0, 0)
        guard pixUpDownDetect(pix, &up, 0, 0, 0) == 0 else { return nil }
        if hasLines, abs(up) > Self.leastScore * Self.leastRatio { return up > 0 ? QuarterTurn.none : .half }
        guard let onItsSide = try? rotated(.right), pixUpDownDetect(onItsSide.pix, &left, 0, 0, 0) == 0 else {
            return nil
        }
        var decision: Int32 = 0
        guard makeOrientDecision(up, left, Self.leastScore, Self.leastRatio, &decision, 0) == 0 else { return nil }
        switch Int(decision) {
        case Int(L_TEXT_ORIENT_UP): return QuarterTurn.none
        case Int(L_TEXT_ORIENT_LEFT): return .right
        case Int(L_TEXT_ORIENT_DOWN): return .half
        case Int(L_TEXT_ORIENT_RIGHT): return .left
        default: return nil
        }
    }

    /// Median of the longer sides of what may be letters, in pixels, whichever way they lie; nil where there are few.
    fileprivate borrowing func letterHeight() -> Double? {
        var boxes: UnsafeMutablePointer<BOXA>? = pixConnCompBB(pix, 8)
        defer { boxaDestroy(&boxes) }
        var sides: [Int32] = []
        for index in 0..<boxaGetCount(boxes) {
            var (width, height): (Int32, Int32) = (0, 0)
            boxaGetBoxGeometry(boxes, index, nil, nil, &width, &height)
            // No specks, no lines, no pictures.
            let (short, long) = (min(width, height), max(width, height))
            if short >= 3, long <= 4 * short, long < 200 { sides.append(long) }
        }
        guard sides.count >= 40 else { return nil }
        return Double(sides.sorted()[sides.count / 2])
    }
}
