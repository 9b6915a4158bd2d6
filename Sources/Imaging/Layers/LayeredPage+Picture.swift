package import CaptureModel
import CLeptonica

extension LayeredPage {
    /// The page in gray as a reader of the PDF shows it, at full resolution; the layers are those of `source`.
    package borrowing func picture(_ source: borrowing LayerSource) throws(CaptureError) -> Raster {
        let page = try paper.gray().stretched(over: source.ink)
        let letters = try colors.gray().stretched(over: source.ink)
        guard pixCombineMasked(page.pix, letters.pix, source.ink.pix) == 0 else { throw .fault("pixCombineMasked") }
        return page
    }
}

extension LayerSource {
    /// Where other ink would be read from layers than from the page; `picture` is the page as they show it.
    ///
    /// Both are told from paper in the same way, the one in which pages are read.
    package borrowing func changedInk(in picture: borrowing Raster) throws(CaptureError) -> InkChanges {
        let shown = try picture.ink().despeckled()
        return InkChanges(
            before: try wholeInk.copied(),
            changed: try Raster(owning: pixXor(nil, wholeInk.pix, shown.pix), "pixXor"))
    }
}

/// Where a layered page has other ink than the page.
package struct InkChanges: ~Copyable {
    let before: Raster
    let changed: Raster

    /// Share of the ink in `box` that is lost or that was none; 1 and more where nothing of a word is left.
    package func share(in box: CaptureModel.Box) -> Double {
        let had = before.ink(in: box)
        let differs = changed.ink(in: box)
        return differs == 0 ? 0 : Double(differs) / Double(max(1, had))
    }
}

extension Raster {
    /// Gray, at the size of `page`.
    fileprivate borrowing func stretched(over page: borrowing Raster) throws(CaptureError) -> Raster {
        try Raster(owning: pixScaleToSize(pix, Int32(page.width), Int32(page.height)), "pixScaleToSize")
            .with(resolution: page.resolution)
    }
}
