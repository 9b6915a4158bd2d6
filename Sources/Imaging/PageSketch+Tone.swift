// How much color a page needs, and the color of its bare sheet.
//
// Color is looked for on a further reduction to 75 dpi, where the color noise of JPEG and the fringes of scanned black
// print have averaged out, and relative to the sheet around it (pixBackgroundNorm on each component), so that
// yellowed paper is white. What is left must hang together to the size of a pen's stroke.

package import CaptureModel
import CLeptonica

extension PageSketch {
    /// The color of the bare sheet differs so much between its components that the sheet itself is colored; yellowed
    /// paper stays below 50.
    private static let coloredSheet = 60

    /// How much color the content needs; `page` is the raster the sketch was made of.
    ///
    /// Bitonal only where every pixel is black or white already: nothing is lost by storing it so.
    package borrowing func colorMode(of page: borrowing Raster) -> ColorMode {
        if page.depth == 1 { return .bitonal }
        if coloredArea >= Tint.smallestArea || isSheetColored { return .color }
        return page.isBlackAndWhite ? .bitonal : .gray
    }

    private var isSheetColored: Bool {
        guard small.depth == 32, let paper = paperColor else { return false }
        let components = [paper.red, paper.green, paper.blue]
        return (components.max() ?? 0) - (components.min() ?? 0) >= Self.coloredSheet
    }

    /// Square millimeters of what is colored on the sheet.
    var coloredArea: Double {
        let unit = 25.4 / Double(max(colored.resolution, 1))
        return Double(colored.ink(in: PixelBox(x: 0, y: 0, width: colored.width, height: colored.height))) * unit * unit
    }

    /// The color of the bare sheet: the mean of the pixels about as bright as most; nil on bitonal pages.
    package var paperColor: SheetColor? {
        guard isToned, let levels = gray.levels(step: 4) else { return nil }
        // Print is the lesser part of the brighter two thirds of a page.
        let mode = levels.mode(from: levels.quantile(0.33))
        guard small.depth == 32 else { return SheetColor(red: mode, green: mode, blue: mode) }
        return small.meanColor(where: gray, isWithin: 8, of: mode)
    }
}

/// What counts as colored.
private enum Tint {
    /// Difference between the components, of 255: ball pens and stamps come to 60 and more.
    static let difference = 40
    /// Longest side of what hangs together, in millimeters.
    static let smallestSide = 1.2
    /// Square millimeters: a signature has 30, a stamp 50.
    static let smallestArea = 3.0
    /// Tiles in which the sheet's own color is measured, in millimeters: larger than a stroke of a marker.
    static let tile = 11.0
    /// The tone the sheet is brought to.
    static let sheet = 220
}

extension Raster {
    /// Colored content of a color image of about 150 dpi as a 1 bit mask at half its size; white for gray images.
    borrowing func coloredContent() throws(CaptureError) -> Raster {
        let scale = resolution >= 120 ? 2 : 1
        guard depth == 32 else {
            let none = pixCreate(Int32(max(1, width / scale)), Int32(max(1, height / scale)), 1)
            return try Raster(owning: none, "pixCreate").with(resolution: resolution / scale)
        }
        let coarse = try reduced(by: scale)
        let mask = try coarse.balanced().differingComponents(by: Tint.difference)
        return try mask.withoutLines().largeMarks(Tint.smallestSide)
    }

    /// With the sheet brought to the same gray everywhere; as it is where it is too small for that.
    private borrowing func balanced() throws(CaptureError) -> Raster {
        let tile = millimeters(Tint.tile)
        let even = pixBackgroundNorm(
            pix, nil, nil, tile, tile, 60, tile * tile / 4, Int32(Tint.sheet), 2, 2)
        return try Raster(owning: even ?? pixCopy(nil, pix), "pixBackgroundNorm").with(resolution: resolution)
    }

    /// 1 bit: pixels whose largest and smallest component differ by `limit` or more.
    private borrowing func differingComponents(by limit: Int) throws(CaptureError) -> Raster {
        let range = try Raster(
            owning: pixConvertRGBToGrayMinMax(pix, Int32(L_CHOOSE_MAXDIFF)), "pixConvertRGBToGrayMinMax")
        let low = try range.bitonal(threshold: limit)
        return try Raster(owning: pixInvert(nil, low.pix), "pixInvert").with(resolution: resolution)
    }

    /// Without marks that run through most of the page: streaks of a dirty glass.
    private borrowing func withoutLines() throws(CaptureError) -> Raster {
        let length = Int32(Double(max(width, height)) * 0.7)
        let lines = try Raster(owning: pixOpenCompBrick(nil, pix, 1, max(1, length)), "pixOpenCompBrick")
        return try without(lines).with(resolution: resolution)
    }

    /// Marks whose longer side measures at least `side` millimeters.
    borrowing func largeMarks(_ side: Double) throws(CaptureError) -> Raster {
        let size = millimeters(side)
        let marks = pixSelectBySize(pix, size, size, 8, Int32(L_SELECT_IF_EITHER), Int32(L_SELECT_IF_GTE), nil)
        return try Raster(owning: marks, "pixSelectBySize").with(resolution: resolution)
    }

    /// The mean color of the pixels of a 32 bit image that are within `span` of `level` in `gray`, of every fourth in
    /// every fourth row.
    fileprivate borrowing func meanColor(where gray: borrowing Raster, isWithin span: Int, of level: Int) -> SheetColor?
    {
        guard let colors = pixGetData(pix), let grays = pixGetData(gray.pix), gray.width == width else { return nil }
        let (colorStride, grayStride) = (Int(pixGetWpl(pix)), Int(pixGetWpl(gray.pix)))
        var (red, green, blue, count) = (0, 0, 0, 0)
        for row in stride(from: 0, to: height, by: 4) {
            for column in stride(from: 0, to: width, by: 4) {
                // Leptonica packs from the highest byte of each word down.
                let tone = Int(grays[row * grayStride + column / 4] >> 24)
                guard abs(tone - level) <= span else { continue }
                let color = colors[row * colorStride + column]
                red += Int(color >> 24)
                green += Int(color >> 16 & 0xFF)
                blue += Int(color >> 8 & 0xFF)
                count += 1
            }
        }
        return count == 0 ? nil : SheetColor(red: red / count, green: green / count, blue: blue / count)
    }
}
