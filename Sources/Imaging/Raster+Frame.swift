// The dark frame (schwarzer Rand) that a scanner leaves where the glass is larger than the sheet, or the sheet lies
// askew. It is solid, dark and touches the edge of the image; print is neither solid nor so dark over such an area.
//
// Solid ink is what an opening leaves (pixOpenBrick, at a quarter of the sketch's size); of that only what reaches the
// edge counts. A dark band of a letterhead may reach it as well: it has letters in it, a frame has no holes.

import CLeptonica
import CaptureModel

extension Raster {
    /// Lengths in millimeters on paper.
    private enum FrameSize {
        /// Thinner ink is no frame: the strokes of the largest headings are about 2 mm wide.
        static let thickness = 2.0
        /// What is taken off around the solid part: its blurred rim.
        static let rim = 0.7
        /// The frame runs along at least this much of an edge.
        static let length = 15.0
        /// A hole of the size of letters.
        static let letter = 1.0...12.0
    }

    /// The backing of a scanner is black to middle gray, paper lighter.
    private static let frameDarkness = 190
    /// No paper is so dark.
    private static let surelyBacking = 110
    /// The backing is even: levels between its darker tenth and its middle; photos come to 40 and more.
    private static let frameSpread = 30
    /// Letter-like holes that make a dark area print.
    private static let letters = 4

    /// The dark frame of a page given as ink, 1 bit; all white where there is none.
    ///
    /// `gray` is the same page in gray.
    borrowing func scannerFrame(gray: borrowing Raster) throws(CaptureError) -> Raster {
        let none = try Raster(owning: pixCreateTemplate(pix), "pixCreateTemplate")
        guard isDarkAtEdge, min(width, height) > 100 else { return none }
        let solid = try solidAtEdge()
        guard !solid.isWhite else { return none }
        // The lightest part of the mask is paper: its rim.
        guard let levels = gray.levels(under: solid) else { return none }
        let middle = levels.quantile(0.5)
        // A gray area at the edge may be the shadow of a book's fold, with print in it.
        let mayHoldPrint = middle > Self.surelyBacking
        let isEven = middle - levels.quantile(mayHoldPrint ? 0.01 : 0.1) <= Self.frameSpread
        return middle <= Self.frameDarkness && isEven ? solid : none
    }

    /// A 1 bit image without any ink.
    var isWhite: Bool {
        var isEmpty: Int32 = 1
        return pixZero(pix, &isEmpty) == 0 && isEmpty == 1
    }

    /// 1 bit: what is clearly darker than the sheet; a gray backing is no ink where it is brought to one tone with it.
    borrowing func darkerThanPaper() throws(CaptureError) -> Raster {
        let levels = levels(step: 4)
        let paper = levels.map { $0.mode(from: $0.quantile(0.33)) } ?? 255
        return try bitonal(threshold: max(1, paper * 3 / 4)).with(resolution: resolution)
    }

    /// The ink without what lies in `frame`.
    borrowing func without(_ frame: borrowing Raster) throws(CaptureError) -> Raster {
        try Raster(owning: pixSubtract(nil, pix, frame.pix), "pixSubtract").with(resolution: resolution)
    }

    /// Pixels of a length in millimeters, at least one.
    func millimeters(_ length: Double) -> Int32 { max(1, Int32(Length(millimeters: length).pixels(at: resolution))) }

    /// A quick look: some edge of the image is ink over a good part of its length.
    private var isDarkAtEdge: Bool {
        let wanted = Int(millimeters(FrameSize.length))
        let (right, bottom) = (width - 1, height - 1)
        let edges: [(Int, Int, Int, Int)] = [
            (0, 0, width, 1), (0, bottom, width, 1), (0, 0, 1, height), (right, 0, 1, height),
        ]
        return edges.contains { ink(in: PixelBox(x: $0.0, y: $0.1, width: $0.2, height: $0.3)) > wanted }
    }

    /// Pixels of ink within `box`.
    borrowing func ink(in area: PixelBox) -> Int {
        var box = boxCreate(Int32(area.x), Int32(area.y), Int32(area.width), Int32(area.height))
        defer { boxDestroy(&box) }
        var count: Int32 = 0
        return pixCountPixelsInRect(pix, box, &count, nil) == 0 ? Int(count) : 0
    }

    /// Solid ink connected to the edge, with its rim, at the size of the raster.
    private borrowing func solidAtEdge() throws(CaptureError) -> Raster {
        let reduction = 4
        let coarse = try Raster(owning: pixReduceRankBinaryCascade(pix, 3, 3, 0, 0), "pixReduceRankBinaryCascade")
            .with(resolution: resolution / reduction)
        let size = coarse.millimeters(FrameSize.thickness)
        // Outside counts as ink, so that frames thinner than the brick stay.
        let border = size + 1
        let wide = try Raster(owning: pixAddBorder(coarse.pix, border, 1), "pixAddBorder")
        let open = try Raster(owning: pixOpenBrick(nil, wide.pix, size, size), "pixOpenBrick")
        let inside = try Raster(owning: pixRemoveBorder(open.pix, border), "pixRemoveBorder")
        let inner = try Raster(owning: pixRemoveBorderConnComps(inside.pix, 8), "pixRemoveBorderConnComps")
        let outer = try Raster(owning: pixSubtract(nil, inside.pix, inner.pix), "pixSubtract")
            .with(resolution: coarse.resolution)
        let frame = try outer.largeParts()
        let rim = 2 * coarse.millimeters(FrameSize.rim) + 1
        let grown = try Raster(owning: pixDilateBrick(nil, frame.pix, rim, rim), "pixDilateBrick")
        let full = try Raster(owning: pixExpandReplicate(grown.pix, Int32(reduction)), "pixExpandReplicate")
        return try full.extended(toFit: pix)
    }

    /// At the size of `canvas`, which is up to three pixels larger: the last column and row are repeated.
    private borrowing func extended(toFit canvas: UnsafeMutablePointer<PIX>) throws(CaptureError) -> Raster {
        let fitting = try Raster(owning: pixCreateTemplate(canvas), "pixCreateTemplate")
        let (right, bottom) = (Int32(fitting.width - width), Int32(fitting.height - height))
        let full = try Raster(owning: pixAddContinuedBorder(pix, 0, max(0, right), 0, max(0, bottom)), "pixAddBorder")
        pixRasterop(fitting.pix, 0, 0, Int32(fitting.width), Int32(fitting.height), PIX_SRC, full.pix, 0, 0)
        return fitting
    }

    /// The parts that are long enough for a frame and hold no letters.
    private borrowing func largeParts() throws(CaptureError) -> Raster {
        var parts: UnsafeMutablePointer<PIXA>?
        var boxes: UnsafeMutablePointer<BOXA>? = pixConnComp(pix, &parts, 8)
        defer {
            boxaDestroy(&boxes)
            pixaDestroy(&parts)
        }
        let kept = try Raster(owning: pixCreateTemplate(pix), "pixCreateTemplate").with(resolution: resolution)
        for index in 0..<boxaGetCount(boxes) {
            var (x, y, width, height): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
            boxaGetBoxGeometry(boxes, index, &x, &y, &width, &height)
            let part = try Raster(owning: pixaGetPix(parts, index, Int32(L_CLONE)), "pixaGetPix")
            guard max(width, height) >= millimeters(FrameSize.length), try !part.hasLetters(resolution) else {
                continue
            }
            pixRasterop(kept.pix, x, y, width, height, PIX_PAINT, part.pix, 0, 0)
        }
        return kept
    }

    /// Holes of the size of letters: light print on a dark band.
    private borrowing func hasLetters(_ resolution: Int) throws(CaptureError) -> Bool {
        let holes = try Raster(owning: pixHolesByFilling(pix, 4), "pixHolesByFilling")
        var boxes: UnsafeMutablePointer<BOXA>? = pixConnCompBB(holes.pix, 8)
        defer { boxaDestroy(&boxes) }
        var count = 0
        for index in 0..<boxaGetCount(boxes) {
            var (width, height): (Int32, Int32) = (0, 0)
            boxaGetBoxGeometry(boxes, index, nil, nil, &width, &height)
            let size = 25.4 / Double(max(resolution, 1)) * Double(max(width, height))
            if FrameSize.letter.contains(size) { count += 1 }
        }
        return count >= Self.letters
    }
}
