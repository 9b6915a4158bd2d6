// A page as three layers (mixed raster content, ISO/IEC 16485): what is ink at full resolution as a 1 bit mask, the colors
// of the ink coarsely, and the paper with all that is no ink at a middle resolution. Letters stay as sharp as they were,
// and a page takes a tenth of the bytes.
//
// 1. The mask is what reading calls ink (Raster+Cleaned.swift), without photos: so the layered page reads as the page.
// 2. The background is the mean of the pixels that are no ink; holes under letters are filled from around them, since a
//    hole of any sharp edge would cost more than the paper.
// 3. The foreground is the mean color of the ink, 25 or 50 times an inch.
//
// Nothing is taken for granted: both pictures are decoded again as a reader of the PDF would, and what comes out is
// compared with the page (LayeredPage+Difference.swift) before it may stand for it. No symbol coding is used anywhere.

package import CaptureModel
import CLeptonica
package import Foundation

/// How the layers of a page are coded.
package struct LayerCoding: Sendable, Hashable {
    /// Dots per inch of the background.
    package let backgroundResolution: Int
    /// JPEG quality of the background, 1...100.
    package let backgroundQuality: Int
    /// Colors of the ink to an inch.
    package let foregroundResolution: Int

    /// Whether color is as fine as brightness.
    package let hasFullColor: Bool

    /// The background has the resolution of a scan.
    package var isFine: Bool { backgroundResolution >= 200 }

    /// What is tried, the smallest first; the second keeps pencil and stamps over print, the third the edges of
    /// highlighters and most photos.
    package static let trials = [
        LayerCoding(backgroundResolution: 100, backgroundQuality: 45, foregroundResolution: 25, hasFullColor: false),
        LayerCoding(backgroundResolution: 150, backgroundQuality: 75, foregroundResolution: 50, hasFullColor: true),
        LayerCoding(backgroundResolution: 200, backgroundQuality: 80, foregroundResolution: 50, hasFullColor: true),
    ]
}

/// The layers of a page (Schichten), coded and decoded again.
package struct LayeredPage: ~Copyable {
    /// JPEG files.
    package let background: Data
    package let foreground: Data
    /// Group 4 data, black is ink.
    package let mask: Data

    /// The decoded pictures, as a reader gets them.
    let paper: Raster
    let colors: Raster
    /// The ink that the mask shows, 1 bit.
    let ink: Raster
    /// All ink of the page, also that of photos, 1 bit.
    let wholeInk: Raster

    private static let foregroundQuality = 60
    /// How far the mask is grown before the paper is looked at, in millimeters: letters have soft edges.
    private static let edgeMillimeters = 0.17

    package init(
        of page: borrowing Raster, _ sketch: borrowing PageSketch, _ coding: LayerCoding
    ) throws(CaptureError) {
        let wholeInk = try page.ink().despeckled()
        let ink = try wholeInk.without(sketch.photos())
        let isColor = page.depth == 32 && sketch.colorMode(of: page) == .color
        let plain = try isColor ? Raster(owning: pixCopy(nil, page.pix), "pixCopy") : page.gray()
        let factor = max(1, Int((Double(page.resolution) / Double(coding.backgroundResolution)).rounded()))
        let cell = max(1, page.resolution / coding.foregroundResolution)
        let background = try CellMeans(paperOf: plain, without: ink.grown(Self.edgeMillimeters), factor: factor)
            .picture().withColor(isFull: coding.hasFullColor).jpegData(
                quality: coding.backgroundQuality, isProgressive: true)
        let foreground = try CellMeans(inkOf: plain, ink, core: ink.core(), cell: cell)
            .picture().withColor(isFull: true).jpegData(quality: Self.foregroundQuality, isProgressive: true)
        let mask = try ink.g4Data()
        let paper = try Raster(jpeg: FileBytes(background))
        let colors = try Raster(jpeg: FileBytes(foreground))
        // All at the end: what cannot be copied cannot be half made.
        self.background = background
        self.foreground = foreground
        self.mask = mask
        self.paper = paper
        self.colors = colors
        self.ink = ink
        self.wholeInk = wholeInk
    }

    package var sizeInBytes: Int { background.count + foreground.count + mask.count }

    package var record: RecordLayers {
        let components = paper.depth == 32 ? 3 : 1
        return RecordLayers(
            background: LayerImage(
                file: "background.jpg", width: paper.width, height: paper.height, components: components),
            foreground: LayerImage(
                file: "foreground.jpg", width: colors.width, height: colors.height,
                components: colors.depth == 32 ? 3 : 1),
            mask: LayerImage(file: "mask.g4", width: ink.width, height: ink.height, components: 1))
    }

    /// Writes the three files into `folder`; the caller makes them durable.
    package borrowing func write(to folder: String) throws(CaptureError) {
        let record = record
        try ImageOutput.write(background, to: folder + "/" + record.background.file)
        try ImageOutput.write(foreground, to: folder + "/" + record.foreground.file)
        try ImageOutput.write(mask, to: folder + "/" + record.mask.file)
    }
}

extension Raster {
    /// The ink and what is near it.
    fileprivate borrowing func grown(_ millimeters: Double) throws(CaptureError) -> Raster {
        let size = 2 * max(1, self.millimeters(millimeters)) + 1
        return try Raster(owning: pixDilateBrick(nil, pix, size, size), "pixDilateBrick")
    }

    /// The ink without its edges, which are mixed with paper; thin strokes keep one pixel of two.
    fileprivate borrowing func core() throws(CaptureError) -> Raster {
        try Raster(owning: pixErodeBrick(nil, pix, 2, 2), "pixErodeBrick")
    }

    /// Told whether JPEG keeps color as fine as brightness.
    fileprivate consuming func withColor(isFull: Bool) -> Raster {
        if depth == 32, isFull { pixSetChromaSampling(pix, 0) }
        return self
    }
}
