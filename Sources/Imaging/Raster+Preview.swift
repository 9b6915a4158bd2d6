package import CaptureModel
import CLeptonica

extension Raster {
    /// Longest side in pixels: a page is told from its neighbors at a glance.
    private static let previewSide = 700.0

    /// Writes a small JPEG of the page as it is, made in a few milliseconds: pixels are taken, not averaged.
    package borrowing func writePreview(to path: String) throws(CaptureError) {
        let factor = Float(min(1, Self.previewSide / Double(max(width, height))))
        let small =
            depth == 1
            ? try Raster(owning: pixScaleToGray(pix, min(factor, 0.99)), "pixScaleToGray")
            : try Raster(owning: pixScaleBySampling(pix, factor, factor), "pixScaleBySampling")
        try small.writeJPEG(to: path, quality: 60)
    }
}
