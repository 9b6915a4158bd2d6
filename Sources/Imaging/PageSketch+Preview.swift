package import CaptureModel
package import Foundation

extension PageSketch {
    /// Longest side of a preview in pixels: a page fills a screen, and a line of print can just be read.
    private static let previewSide = 1000.0

    /// A small JPEG of the page as acquired, for people to look at.
    package borrowing func previewData() throws(CaptureError) -> Data {
        let factor = Self.previewSide / Double(max(small.width, small.height))
        // Quality 60: at this size the eye sees no difference to more.
        if factor >= 1 { return try small.jpegData(quality: 60) }
        return try small.scaled(x: factor, y: factor).jpegData(quality: 60)
    }
}
