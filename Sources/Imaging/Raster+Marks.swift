package import CaptureModel
import CLeptonica

extension Raster {
    /// Boxes of the connected pieces of ink inside `box`, from left to right, in pixels of the raster; 1 bit only.
    ///
    /// Pieces that reach beyond the box are cut at its edge.
    package borrowing func pieces(in box: CaptureModel.Box) throws(CaptureError) -> [CaptureModel.Box] {
        guard depth == 1, let wanted = boxCreate(Int32(box.x), Int32(box.y), Int32(box.width), Int32(box.height)) else {
            return []
        }
        var area: UnsafeMutablePointer<BOX>? = wanted
        defer { boxDestroy(&area) }
        var kept: UnsafeMutablePointer<BOX>?
        // Nil where the box lies wholly outside of the page.
        guard let clip = pixClipRectangle(pix, area, &kept) else { return [] }
        let part = try Raster(owning: clip, "pixClipRectangle")
        defer { boxDestroy(&kept) }
        var found = pixConnCompBB(part.pix, 8)
        defer { boxaDestroy(&found) }
        guard let found, let kept else { return [] }
        return (0..<boxaGetCount(found)).compactMap { index in
            var (x, y, width, height): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
            guard boxaGetBoxGeometry(found, index, &x, &y, &width, &height) == 0 else { return nil }
            return CaptureModel.Box(
                x: Int(kept.pointee.x + x), y: Int(kept.pointee.y + y), width: Int(width), height: Int(height))
        }
        .sorted { $0.x < $1.x }
    }
}
