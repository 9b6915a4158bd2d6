package import CaptureModel
import CLeptonica
import Foundation

/// A page taken apart for its layers, once for all codings that are tried.
package struct LayerSource: ~Copyable {
    /// The page, gray where its color says nothing.
    let plain: Raster
    /// All ink of the page as reading finds it, also that of photos, 1 bit.
    let wholeInk: Raster
    /// The ink that the mask shows, 1 bit.
    let ink: Raster
    /// The same as group 4 data, black is ink.
    let mask: Data
    /// The ink and its soft edges, which are no paper.
    let inkWithEdges: Raster

    /// How far letters have soft edges, in millimeters.
    private static let edgeMillimeters = 0.17

    package init(of page: borrowing Raster, _ sketch: borrowing PageSketch) throws(CaptureError) {
        let all = try sketch.ink(of: page)
        let wholeInk = try all.despeckled()
        // With the specks: reading does not want them, but a dark dot in the background costs more than in the mask.
        let ink = try all.without(sketch.photos())
        let isColor = page.depth == 32 && sketch.colorMode(of: page) == .color
        let plain = try isColor ? page.copied() : page.gray()
        let mask = try ink.g4Data()
        let inkWithEdges = try ink.grown(Self.edgeMillimeters)
        // All at the end: what cannot be copied cannot be half made.
        self.plain = plain.with(resolution: page.resolution)
        self.wholeInk = wholeInk
        self.ink = ink.with(resolution: page.resolution)
        self.mask = mask
        self.inkWithEdges = inkWithEdges
    }
}

extension Raster {
    /// The ink and what is near it.
    fileprivate borrowing func grown(_ millimeters: Double) throws(CaptureError) -> Raster {
        let size = 2 * max(1, self.millimeters(millimeters)) + 1
        return try Raster(owning: pixDilateBrick(nil, pix, size, size), "pixDilateBrick")
    }
}
