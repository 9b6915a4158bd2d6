// Where photos, stamps and logos stand (Bildbereiche): for layers of a PDF, and so that no text is invented in them.
//
// Three kinds of evidence are drawn into one mask at about 75 dpi: middle tones over an area (photos, where print has
// edges only), color that hangs together (stamps), and solid or dithered ink larger than letters (logos, raster
// prints; leptonica's halftone mask).

package import CaptureModel
import CLeptonica

extension PageSketch {
    /// Lengths in millimeters on paper.
    private enum PictureSize {
        /// Shortest side of a picture.
        static let smallest = 6.0
        /// Gaps that are closed: between the letters of a stamp.
        static let gap = 2.0
        /// Middle tones over less than this are the edges of letters.
        static let tone = 2.4
    }

    /// Photos, stamps, logos and the like, in pixels of the page; a page that is one picture gives one box.
    package borrowing func pictures() throws(CaptureError) -> [CaptureModel.Box] {
        guard min(ink.width, ink.height) > 100 else { return [] }
        let mask = try halftones()
        try mask.paint(stamps())
        if isToned { try mask.paint(middleTones()) }
        let smallest = mask.millimeters(PictureSize.smallest)
        let scale = Double(ink.width) / Double(mask.width)
        return mask.marks().filter { $0.short >= Int(smallest) }.map { mark in
            let area = PixelBox(
                x: Int(Double(mark.area.x) * scale), y: Int(Double(mark.area.y) * scale),
                width: min(ink.width, Int(Double(mark.area.width) * scale)),
                height: min(ink.height, Int(Double(mark.area.height) * scale)))
            return onPage(area)
        }
    }

    /// Photos at the size of the page, 1 bit: ink in them is a tone, no letter.
    borrowing func photos() throws(CaptureError) -> Raster {
        let mask = try halftones()
        let coarse = try gray.reduced(by: 2)
        let smallest = mask.millimeters(PictureSize.smallest)
        if isToned { try mask.paint(middleTones()) }
        // A solid logo or a bar has edges, which a photo's place would blur.
        for mark in mask.marks() where mark.short < smallest || !coarse.isVaried(mark.area) { mask.clear(mark.area) }
        let size = (width: Int32(ink.width * scale), height: Int32(ink.height * scale))
        return try Raster(owning: pixScaleToSize(mask.pix, size.width, size.height), "pixScaleToSize")
    }

    /// Dithered and solid areas of ink, at half the size of the sketch.
    private borrowing func halftones() throws(CaptureError) -> Raster {
        var isFound: Int32 = 0
        let mask = pixGenerateHalftoneMask(content.pix, nil, &isFound, nil)
        let found = try Raster(owning: mask, "pixGenerateHalftoneMask")
        return try Raster(owning: pixReduceRankBinary2(found.pix, 2, nil), "pixReduceRankBinary2")
            .with(resolution: resolution / 2)
    }

    /// Areas where color is dense.
    private borrowing func stamps() throws(CaptureError) -> Raster {
        let gap = colored.millimeters(PictureSize.gap)
        return try Raster(owning: pixCloseSafeBrick(nil, colored.pix, gap, gap), "pixCloseSafeBrick")
    }

    /// Areas of many middle tones; an evenly shaded cell has one only and may hold print.
    private borrowing func middleTones() throws(CaptureError) -> Raster {
        let coarse = try gray.reduced(by: 2)
        guard let paper = paperColor else { return try coarse.bitonal(threshold: 1) }
        let tone = max(30, (paper.red + paper.green + paper.blue) / 3)
        let mask = try Raster(
            owning: pixGenerateMaskByBand(coarse.pix, Int32(tone / 4), Int32(tone * 85 / 100), 1, 0),
            "pixGenerateMaskByBand")
        let size = coarse.millimeters(PictureSize.tone)
        let open = try Raster(owning: pixOpenBrick(nil, mask.pix, size, size), "pixOpenBrick")
        let closed = try Raster(owning: pixCloseSafeBrick(nil, open.pix, size, size), "pixCloseSafeBrick")
        for mark in closed.marks() where !coarse.isVaried(mark.area) {
            closed.clear(mark.area)
        }
        return closed
    }
}

extension Raster {
    /// No gray level holds most of the area.
    fileprivate borrowing func isVaried(_ area: PixelBox) -> Bool {
        guard let levels = levels(step: 1, in: area) else { return false }
        return levels.share(within: 6, of: levels.mode()) < 0.4
    }

    /// Adds the ink of `other`, which is of about the same size.
    fileprivate borrowing func paint(_ other: borrowing Raster) {
        pixRasterop(pix, 0, 0, Int32(width), Int32(height), PIX_PAINT, other.pix, 0, 0)
    }

    fileprivate borrowing func clear(_ area: PixelBox) {
        pixRasterop(
            pix, Int32(area.x), Int32(area.y), Int32(area.width), Int32(area.height), PIX_CLR, nil, 0, 0)
    }
}
