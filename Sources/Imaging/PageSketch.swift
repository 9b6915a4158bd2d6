// A page reduced to about 150 dpi, on which everything is measured that needs no detail: orientation, skew, blankness,
// color, exposure, pictures and patch codes. One reduction serves all of them and costs a fraction of one look at full
// size.

package import CaptureModel
import CLeptonica
import Synchronization

/// A reduced page (Skizze): as gray, as ink, and in color where the page is in color.
package struct PageSketch: ~Copyable, Sendable {
    /// 8 bit gray.
    package let gray: Raster
    /// 1 bit; paper of any even tone is white, shine-through is gone.
    package let ink: Raster
    /// 8 bit gray with the paper's tone brought to 200 everywhere; a bitonal page as `gray`.
    let evened: Raster
    /// 1 bit; even pale print.
    let pale: Raster
    /// The ink without the scanner's dark frame around the sheet.
    package let content: Raster
    /// The scanner's dark frame, 1 bit.
    let frame: Raster
    package let hasFrame: Bool
    /// 32 bit where the page is in color, else 8 bit.
    let small: Raster
    /// What is colored on the sheet, 1 bit, at about 75 dpi.
    let colored: Raster
    /// Pixels of the page to one of the sketch, across and down: 1, 2 or 4.
    package let scale: Int
    /// The page has gray or color.
    let isToned: Bool
    private let pageInk = Mutex<Raster?>(nil)

    /// What is darker than 160/200 of the paper around it is ink: measured best for reading, and print that shines
    /// through from the back stays above it.
    package static let inkThreshold = 160
    /// Even pale print is darker, paper being 200: 10 % of contrast.
    private static let paleThreshold = 180

    package init(of page: borrowing Raster) throws(CaptureError) {
        let scale = page.resolution >= 480 ? 4 : page.resolution >= 240 ? 2 : 1
        let small = try page.reduced(by: scale)
        let gray = try small.gray()
        let evened = try (page.depth == 1 ? gray.copied() : gray.paper()).with(resolution: gray.resolution)
        let ink =
            try page.depth == 1
            ? page.reducedInk(by: scale)
            : evened.bitonal(threshold: Self.inkThreshold).with(resolution: gray.resolution)
        let pale = try evened.bitonal(threshold: Self.paleThreshold).with(resolution: gray.resolution)
        let frame = try page.depth == 1 ? ink.scannerFrame(gray: gray) : gray.darkerThanPaper().scannerFrame(gray: gray)
        let content = try ink.without(frame)
        let colored = try small.coloredContent()
        self.hasFrame = !frame.isWhite
        self.colored = colored
        self.content = content
        self.frame = frame
        self.scale = scale
        self.gray = gray
        self.ink = ink
        self.evened = evened
        self.pale = pale
        self.small = small
        isToned = page.depth > 1
    }

    /// Dots per inch of the sketch.
    package var resolution: Int { gray.resolution }
    /// Millimeters of a pixel of the sketch.
    var unit: Double { 25.4 / Double(max(resolution, 1)) }
    var paperWidth: Double { Double(ink.width) * unit }
    var paperHeight: Double { Double(ink.height) * unit }

    /// The ink of the page at its full size (`Raster.ink`), found once though reading and layers both want it.
    ///
    /// - Parameter page: the one the sketch is of.
    borrowing func ink(of page: borrowing Raster) throws(CaptureError) -> Raster {
        guard scale > 1 else { return try ink.copied() }
        return try pageInk.withLock { (found) throws(CaptureError) in
            if let known = found.take() {
                let copy = try known.copied()
                found = .some(known)
                return copy
            }
            let ink = try page.ink()
            found = .some(try ink.copied())
            return ink
        }
    }

    /// The page at its full size with the paper's tone brought to 200 (`Raster.paper`).
    ///
    /// - Parameter page: the one the sketch is of, in gray or color.
    borrowing func paper(of page: borrowing Raster) throws(CaptureError) -> Raster {
        try scale > 1 ? page.paper().with(resolution: page.resolution) : evened.copied()
    }

    /// A box of the sketch in pixels of the page.
    func onPage(_ box: PixelBox) -> PixelBox {
        PixelBox(x: box.x * scale, y: box.y * scale, width: box.width * scale, height: box.height * scale)
    }
}

extension Raster {
    /// Gray or color at a half or a quarter of the size, each pixel the mean of those it replaces.
    package borrowing func reduced(by scale: Int) throws(CaptureError) -> Raster {
        if depth == 1 { return try gray().reduced(by: scale) }
        guard scale > 1 else { return try copied() }
        let half = try Raster(owning: pixScaleAreaMap2(pix), "pixScaleAreaMap2").with(resolution: resolution / 2)
        return scale > 2 ? try half.reduced(by: scale / 2) : half
    }

    /// Ink at a half or a quarter of the size: two of four pixels make one, so that thin strokes stay and specks go.
    fileprivate borrowing func reducedInk(by scale: Int) throws(CaptureError) -> Raster {
        guard scale > 1 else { return try copied() }
        let half = try Raster(owning: pixReduceRankBinary2(pix, 2, nil), "pixReduceRankBinary2")
            .with(resolution: resolution / 2)
        return scale > 2 ? try half.reducedInk(by: scale / 2) : half
    }

    /// 1 bit: darker than `PageSketch.inkThreshold` once the paper's tone is brought to 200.
    borrowing func ink() throws(CaptureError) -> Raster {
        if depth == 1 { return try bitonal() }
        return try paper().bitonal(threshold: PageSketch.inkThreshold).with(resolution: resolution)
    }

    /// 8 bit gray with the paper's tone brought to 200 everywhere.
    borrowing func paper() throws(CaptureError) -> Raster {
        let gray = try gray()
        // Fails on images smaller than a few of its tiles; those are taken as they are.
        guard let even = pixBackgroundNormSimple(gray.pix, nil, nil) else { return gray }
        return try Raster(owning: even, "pixBackgroundNormSimple")
    }
}
