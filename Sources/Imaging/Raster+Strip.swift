package import CaptureModel
import CLeptonica

extension Raster {
    /// The part inside `box` with white all round, without the rules (Linien) of a table or form that cross it.
    ///
    /// Rules are runs of ink longer than any stroke of a letter: `longestStroke` pixels across, the whole height down.
    /// 1 bit only.
    package borrowing func strip(
        _ box: CaptureModel.Box, margin: Int, longestStroke: Int
    ) throws(CaptureError) -> Raster {
        var area = boxCreate(Int32(box.x), Int32(box.y), Int32(box.width), Int32(box.height))
        defer { boxDestroy(&area) }
        let part = try Raster(owning: pixClipRectangle(pix, area, nil), "pixClipRectangle")
        let across = try Raster(owning: pixOpenBrick(nil, part.pix, Int32(longestStroke), 1), "pixOpenBrick")
        let down = try Raster(owning: pixOpenBrick(nil, part.pix, 1, Int32(part.height)), "pixOpenBrick")
        let ink = try Raster(owning: pixSubtract(nil, part.pix, across.pix), "pixSubtract")
        let free = try Raster(owning: pixSubtract(nil, ink.pix, down.pix), "pixSubtract")
        return try Raster(owning: pixAddBorder(free.pix, Int32(margin), 0), "pixAddBorder").with(resolution: resolution)
    }
}
