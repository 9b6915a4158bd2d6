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
        return frames.marks().filter { frames.isSquareFrame($0, unit: unit) }.map { mark in
            CheckBox(box: onPage(way.original(mark.area)), ink: straight.inkShare(in: inside(mark.area)))
        }
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

    /// A square of 2 to 7 mm with ink along all four sides and thin lines.
    fileprivate borrowing func isSquareFrame(_ mark: Mark, unit: Double) -> Bool {
        let area = mark.area
        let side = PageSketch.BoxSize.side
        guard side.contains(Double(area.width) * unit), side.contains(Double(area.height) * unit),
            abs(area.width - area.height) * 5 <= area.width + 2
        else { return false }
        let line = max(2, Int(0.3 / unit))
        let sides = [
            PixelBox(x: area.x, y: area.y, width: area.width, height: line),
            PixelBox(x: area.x, y: area.bottom - line, width: area.width, height: line),
            PixelBox(x: area.x, y: area.y, width: line, height: area.height),
            PixelBox(x: area.right - line, y: area.y, width: line, height: area.height),
        ]
        guard sides.allSatisfy({ inkShare(in: $0) > 0.6 }) else { return false }
        // Straight runs inside are the strokes of a tick at most; a solid square or a code has many.
        let middle = PixelBox(
            x: area.x + area.width / 4, y: area.y + area.height / 4, width: area.width / 2, height: area.height / 2)
        return inkShare(in: middle) < 0.5
    }
}
