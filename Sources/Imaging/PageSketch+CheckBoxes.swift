// Boxes to be ticked (Ankreuzfelder): square frames of thin lines, 2 to 7 mm wide.
//
// Straight runs across and down are kept (an opening with a line each), which drops letters and the strokes of a tick;
// what is left of a box is a square whose four sides are covered. Table cells hang together and are too large as a
// whole; letters have a round or an open side.

package import CaptureModel
import CLeptonica

extension PageSketch {
    /// Lengths in millimeters on paper.
    fileprivate enum BoxSize {
        static let side = 1.9...7.2
        /// A straight run shorter than this is no side of a box.
        static let run = 1.4
    }

    /// The boxes to be ticked on a page lying in `pose`, in pixels of the page, and what is in them.
    package borrowing func checkBoxes(_ pose: PagePose) throws(CaptureError) -> [CheckBox] {
        let upright = try content.rotated(pose.rotation)
        let straight = try upright.rotated(degrees: -pose.skewDegrees).with(resolution: resolution)
        let frames = try straight.straightRuns(straight.millimeters(BoxSize.run))
        let way = ReadingTransform(width: ink.width, height: ink.height, pose: pose)
        return frames.marks().filter { isSquare($0) && frames.hasFourSides($0, unit: unit) }.compactMap { mark in
            let ink = straight.inkShare(in: inside(mark.area))
            return ink > Self.solid ? nil : CheckBox(box: onPage(way.original(mark.area)), ink: ink)
        }
    }

    /// More ink inside than any tick leaves: a solid square is a bullet, or part of a code.
    private static let solid = 0.8

    /// As high as wide, 2 to 7 mm.
    private func isSquare(_ mark: Mark) -> Bool {
        let (width, height) = (mark.area.width, mark.area.height)
        return BoxSize.side.contains(Double(width) * unit) && BoxSize.side.contains(Double(height) * unit)
            && abs(width - height) * 5 <= width + 2
    }

    /// What lies within the frame's lines.
    private func inside(_ area: PixelBox) -> PixelBox {
        let line = max(2, Int(0.4 / unit)) + 1
        return PixelBox(
            x: area.x + line, y: area.y + line, width: max(1, area.width - 2 * line),
            height: max(1, area.height - 2 * line))
    }
}

extension Raster {
    /// Ink that runs straight for at least `length` pixels, across or down; a pixel's step of a leaning line is bridged.
    fileprivate borrowing func straightRuns(_ length: Int32) throws(CaptureError) -> Raster {
        let across = try Raster(owning: pixDilateBrick(nil, pix, 1, 2), "pixDilateBrick")
        let rows = try Raster(owning: pixOpenBrick(nil, across.pix, length, 1), "pixOpenBrick")
        let down = try Raster(owning: pixDilateBrick(nil, pix, 2, 1), "pixDilateBrick")
        let columns = try Raster(owning: pixOpenBrick(nil, down.pix, 1, length), "pixOpenBrick")
        return try Raster(owning: pixOr(nil, rows.pix, columns.pix), "pixOr").with(resolution: resolution)
    }

    /// Ink along all four sides of a mark's box, and in its corners, where letters are round or open.
    ///
    /// A line that leans by a pixel or two counts; the letters' size allows for one pixel only.
    fileprivate borrowing func hasFourSides(_ mark: Mark, unit: Double) -> Bool {
        let area = mark.area
        let line = max(Double(mark.short) * unit > 3 ? 3 : 2, Int(0.4 / unit))
        let (right, bottom) = (area.right - line, area.bottom - line)
        let corners = [(area.x, area.y), (right, area.y), (area.x, bottom), (right, bottom)]
        let wanted = Double(mark.short) * unit > 3 ? line : line * line
        guard corners.allSatisfy({ 2 * ink(in: PixelBox(x: $0.0, y: $0.1, width: line, height: line)) >= wanted })
        else { return false }
        return covered(PixelBox(x: area.x, y: area.y, width: area.width, height: line), across: true)
            && covered(PixelBox(x: area.x, y: bottom, width: area.width, height: line), across: true)
            && covered(PixelBox(x: area.x, y: area.y, width: line, height: area.height), across: false)
            && covered(PixelBox(x: right, y: area.y, width: line, height: area.height), across: false)
    }

    /// All columns (`across`) or rows of a side have ink, but for the pixels by which it leans.
    private borrowing func covered(_ area: PixelBox, across: Bool) -> Bool {
        var box = boxCreate(Int32(area.x), Int32(area.y), Int32(area.width), Int32(area.height))
        var counts = across ? pixCountByColumn(pix, box) : pixCountByRow(pix, box)
        defer {
            boxDestroy(&box)
            numaDestroy(&counts)
        }
        guard let found = counts else { return false }
        return Self.values(found).count { $0 == 0 } < (across ? area.height : area.width)
    }
}
