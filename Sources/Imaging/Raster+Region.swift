package import CaptureModel
import CLeptonica

extension PageSketch {
    /// Sizes of print in millimeters: from 5 point small letters to headlines.
    private static let letterHeight = 0.9...9.0
    private static let longestLetter = 12.0

    /// Letters, as far as their size tells, that stand outside `boxes` (in pixels of the page); each in such pixels.
    package borrowing func letters(outside boxes: [CaptureModel.Box]) throws(CaptureError) -> [CaptureModel.Box] {
        let rest = try ink.copied()
        for box in boxes {
            // A pixel more on each side for the rounding.
            var area = boxCreate(
                Int32(box.x / scale - 1), Int32(box.y / scale - 1), Int32(box.width / scale + 3),
                Int32(box.height / scale + 3))
            pixClearInRect(rest.pix, area)
            boxDestroy(&area)
        }
        guard let marks = pixConnCompBB(rest.pix, 8) else { return [] }
        var owned: UnsafeMutablePointer<BOXA>? = marks
        defer { boxaDestroy(&owned) }
        let millimeter = Double(resolution) / 25.4
        return (0..<boxaGetCount(marks)).compactMap { index in
            var (x, y, width, height): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
            boxaGetBoxGeometry(marks, index, &x, &y, &width, &height)
            guard Self.letterHeight.contains(Double(height) / millimeter),
                Double(width) / millimeter <= Self.longestLetter
            else { return nil }
            return CaptureModel.Box(
                x: Int(x) * scale, y: Int(y) * scale, width: Int(width) * scale, height: Int(height) * scale)
        }
    }
}

extension Raster {
    /// A copy in which `boxes` are white.
    package borrowing func covered(_ boxes: [CaptureModel.Box]) throws(CaptureError) -> Raster {
        let copy = try Raster(owning: pixCopy(nil, pix), "pixCopy", isDamaged: isDamaged)
        for box in boxes {
            var area = boxCreate(Int32(box.x), Int32(box.y), Int32(box.width), Int32(box.height))
            pixSetInRect(copy.pix, area)
            if depth == 1 { pixClearInRect(copy.pix, area) }
            boxDestroy(&area)
        }
        return copy
    }

    /// The part of the raster inside `box`, cut at its edges.
    package borrowing func part(_ box: CaptureModel.Box) throws(CaptureError) -> Raster {
        var area = boxCreate(Int32(box.x), Int32(box.y), Int32(box.width), Int32(box.height))
        defer { boxDestroy(&area) }
        return try Raster(owning: pixClipRectangle(pix, area, nil), "pixClipRectangle").with(resolution: resolution)
    }
}
