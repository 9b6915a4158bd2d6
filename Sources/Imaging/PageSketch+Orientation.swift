// How the page lies: the quarter turn by ascenders and descenders (Latin text has about three ascenders to one
// descender, leptonica's flipdetect.c), the small angle by the contrast of neighboring row sums (skew.c).

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
        let lean = ink.lean()
        guard orient else { return PagePose(skewDegrees: deskew ? lean : 0) }
        guard let rotation = try ink.rotated(degrees: -lean).quarterTurn() else {
            return PagePose(skewDegrees: deskew ? lean : 0)
        }
        return try pose(turned: rotation, deskew: deskew)
    }

    /// How the page lies once its turn is known.
    package borrowing func pose(turned rotation: QuarterTurn, deskew: Bool) throws(CaptureError) -> PagePose {
        guard deskew else { return PagePose(rotation: rotation, isUndecided: false) }
        // Lines that ran down the page were no lines to the first look.
        let isSideways = rotation == .left || rotation == .right
        let skew = try isSideways ? ink.rotated(rotation).lean() : ink.lean()
        return PagePose(rotation: rotation, skewDegrees: skew, isUndecided: false)
    }
}

extension Raster {
    /// The clockwise angle of text lines to the horizontal in degrees, within 7 either way; 0 where it cannot be told.
    fileprivate borrowing func lean() -> Double {
        var (angle, confidence): (Float, Float) = (0, 0)
        // Sweep at half size, search at full size: the sketch is reduced already. Ranges are leptonica's own.
        let status = pixFindSkewSweepAndSearch(pix, &angle, &confidence, 2, 1, 10, 1, 0.01)
        // Leptonica's limits in pixDeskew: a confidence of 3 says there are lines, under 0.05 degrees nothing is gained.
        guard status == 0, confidence >= 3, abs(angle) >= 0.05 else { return 0 }
        return -Double(angle)
    }

    /// The turn that makes text upright; nil where there is too little of it.
    fileprivate borrowing func quarterTurn() -> QuarterTurn? {
        // The templates fit letters of 9 to 12 points at 150 dpi and more; on coarser images they take tables for text.
        guard resolution >= 100 else { return nil }
        var (up, left): (Float, Float) = (0, 0)
        guard pixOrientDetect(pix, &up, &left, 0, 0) == 0 else { return nil }
        var decision: Int32 = 0
        // Leptonica's own 8 for the surer score. It wants 2.5 times the other; wide tables and two-column reports of the
        // leptonica and UNLV collections come to 1.8 to 2.2 and are told right.
        guard makeOrientDecision(up, left, 8, 1.8, &decision, 0) == 0 else { return nil }
        switch Int(decision) {
        case Int(L_TEXT_ORIENT_UP): return QuarterTurn.none
        case Int(L_TEXT_ORIENT_LEFT): return .right
        case Int(L_TEXT_ORIENT_DOWN): return .half
        case Int(L_TEXT_ORIENT_RIGHT): return .left
        default: return nil
        }
    }
}
