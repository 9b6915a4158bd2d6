// A page as three layers (mixed raster content, ISO/IEC 16485): what is ink at full resolution as a 1 bit mask, the colors
// of the ink coarsely, and the paper with all that is no ink at a middle resolution. Letters stay as sharp as they were,
// and a page takes a tenth of the bytes.
//
// 1. The mask is what reading calls ink (Raster+Cleaned.swift), without photos: so the layered page reads as the page.
// 2. The background is the mean of the pixels that are no ink; holes under letters are filled from around them, since a
//    hole of any sharp edge would cost more than the paper. The noise of paper and sensor is smoothed (CellNoise.swift).
// 3. The foreground is the mean color of the ink, 25 to 100 times an inch.
//
// Nothing is taken for granted: both pictures are decoded again as a reader of the PDF would, and what comes out is
// compared with the page (LayeredPage+Difference.swift) before it may stand for it. No symbol coding is used anywhere.

package import CaptureModel
import CLeptonica
package import Foundation

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
    private let size: (width: Int, height: Int)

    private static let foregroundQuality = 60

    package init(of source: borrowing LayerSource, _ coding: LayerCoding) throws(CaptureError) {
        let resolution = source.plain.resolution
        let factor = max(1, Int((Double(resolution) / Double(coding.backgroundResolution)).rounded()))
        let cell = max(1, resolution / coding.foregroundResolution)
        let background = try CellMeans(paperOf: source.plain, without: source.inkWithEdges, factor: factor)
            .picture().smoothed().withColor(isFull: coding.hasFullColor)
            .jpegData(quality: coding.backgroundQuality, isProgressive: true)
        let foreground = try CellMeans(inkOf: source.plain, source.ink, cell: cell)
            .picture().withColor(isFull: true).jpegData(quality: Self.foregroundQuality, isProgressive: true)
        let paper = try Raster(jpeg: FileBytes(background))
        let colors = try Raster(jpeg: FileBytes(foreground))
        // All at the end: what cannot be copied cannot be half made.
        self.background = background
        self.foreground = foreground
        self.mask = source.mask
        self.paper = paper
        self.colors = colors
        size = (source.ink.width, source.ink.height)
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
            mask: LayerImage(file: "mask.g4", width: size.width, height: size.height, components: 1))
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
    /// Told whether JPEG keeps color as fine as brightness.
    fileprivate consuming func withColor(isFull: Bool) -> Raster {
        if depth == 32, isFull { pixSetChromaSampling(pix, 0) }
        return self
    }
}
