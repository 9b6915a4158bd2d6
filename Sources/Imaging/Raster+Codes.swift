// What a barcode reader tries on an image that it could not read as it is.

package import CaptureModel
import CLeptonica
import Foundation

/// A place of a page that is dense with ink.
package struct DensePlace: Sendable {
    /// In pixels of the page.
    package var box: CaptureModel.Box
    /// 0 where edges run in all directions alike, as in text and squares, 1 where they all run in one, as in bars.
    package var coherence: Double
    /// The direction across the bars, clockwise from left to right, -90...90.
    package var degrees: Double
    /// Share of the place that is the edge of something: little in photos and stamps of solid ink, much in codes.
    package var edges: Double
}

extension Raster {
    /// 8 bit gray whose darkest and lightest spots become black and white within every few bars' width.
    ///
    /// Images too small for that come back as they are.
    package borrowing func contrastStretched() throws(CaptureError) -> Raster {
        let gray = try gray()
        // Tiles of 15 pixels, smoothed over 3 by 3 of them, hold bars of up to 20 pixels; 30 levels are noise.
        guard min(width, height) >= 60, let stretched = pixContrastNorm(nil, gray.pix, 15, 15, 30, 1, 1) else {
            return gray
        }
        return try Raster(owning: stretched, "pixContrastNorm").with(resolution: resolution)
    }

    /// 8 bit gray with black and white exchanged.
    package borrowing func inverted() throws(CaptureError) -> Raster {
        let gray = try gray()
        return try Raster(owning: pixInvert(nil, gray.pix), "pixInvert").with(resolution: resolution)
    }

    /// 8 bit gray with every pixel moved away from the mean around it by `amount` times the difference (unsharp
    /// masking), the mean taken over `halfWidth` pixels to each side.
    package borrowing func sharpened(halfWidth: Int, amount: Double) throws(CaptureError) -> Raster {
        let gray = try gray()
        guard min(width, height) > 2 * halfWidth + 1 else { return gray }
        let sharp = pixUnsharpMaskingGray(gray.pix, Int32(halfWidth), Float(amount))
        return try Raster(owning: sharp, "pixUnsharpMaskingGray").with(resolution: resolution)
    }
}

extension Raster {
    /// 8 bit gray with every pixel the mean of `pixels` above and below it: what is worn off upright bars is filled up.
    package borrowing func smoothedDown(_ pixels: Int) throws(CaptureError) -> Raster {
        let gray = try gray()
        guard pixels > 1, height > pixels, let kernel = makeFlatKernel(Int32(pixels), 1, Int32(pixels / 2), 0) else {
            return gray
        }
        var owned: UnsafeMutablePointer<L_KERNEL>? = kernel
        defer { kernelDestroy(&owned) }
        return try Raster(owning: pixConvolve(gray.pix, kernel, 8, 1), "pixConvolve").with(resolution: resolution)
    }
}

extension PageSketch {
    /// Places that are dense with ink and too deep for a line of text, in pixels of the page, largest first: barcodes
    /// whatever their state, and also logos, stamps and photos.
    ///
    /// What is not 0.15 in deep both ways is dropped, which leaves no line of text.
    package func densePlaces(atMost count: Int) throws(CaptureError) -> [DensePlace] {
        let places = try pale.blocks(deeperThan: 0.15).boxes()
        let largest = places.sorted { $0.width * $0.height > $1.width * $1.height }.prefix(count)
        return try gray.withGrayBytes { (bytes, bytesPerLine) in
            largest.map { place($0, bytes, bytesPerLine) }
        }
    }

    /// Where codes of usual size may stand, in pixels of the page, with room for their quiet zones.
    ///
    /// Places that meet are one. A page of text has few of them or none. Blocks of 0.12 in are kept, which is the smallest
    /// DataMatrix stamp and the lowest bars of office mail, and also a heading; what lies within 0.3 in is one place.
    package func codePlaces() throws(CaptureError) -> [CaptureModel.Box] {
        // Where something stands can be told at half the size.
        let half = try Raster(owning: pixReduceRankBinary2(pale.pix, 1, nil), "pixReduceRankBinary2")
            .with(resolution: resolution / 2)
        let blocks = try half.blocks(deeperThan: 0.12, acrossGaps: 0.1)
        let reach = half.inches(0.3)
        let joined = try Raster(owning: pixCloseSafeCompBrick(nil, blocks.pix, reach, reach), "pixCloseSafeCompBrick")
        let margin = half.resolution / 4
        let sheet = PixelBox(x: 0, y: 0, width: half.width, height: half.height)
        var places: [PixelBox] = []
        for place in try joined.boxes() {
            var place = place.grown(by: margin, within: sheet)
            while let other = places.firstIndex(where: { $0.meets(place) }) {
                place = place.union(places.remove(at: other))
            }
            places.append(place)
        }
        return places.map {
            onPage(PixelBox(x: 2 * $0.x, y: 2 * $0.y, width: 2 * $0.width, height: 2 * $0.height))
        }
    }

    /// How the edges of a place run: the main axis of their gradients, and how far they keep to it (structure tensor,
    /// after Bigun and Granlund, "Optimal orientation detection of linear symmetry", 1987).
    private func place(_ box: PixelBox, _ bytes: UnsafeRawBufferPointer, _ bytesPerLine: Int) -> DensePlace {
        var (xx, yy, xy) = (0, 0, 0)
        var strengths = [Int](repeating: 0, count: 511)
        for y in max(1, box.y)..<max(1, min(box.bottom, gray.height - 1)) {
            for x in max(1, box.x)..<max(1, min(box.right, gray.width - 1)) {
                let (above, at, below) = ((y - 1) * bytesPerLine + x, y * bytesPerLine + x, (y + 1) * bytesPerLine + x)
                // Scharr's weights tell directions evenly: 3, 10, 3.
                let left = 3 * Int(bytes[above - 1]) + 10 * Int(bytes[at - 1]) + 3 * Int(bytes[below - 1])
                let right = 3 * Int(bytes[above + 1]) + 10 * Int(bytes[at + 1]) + 3 * Int(bytes[below + 1])
                let top = 3 * Int(bytes[above - 1]) + 10 * Int(bytes[above]) + 3 * Int(bytes[above + 1])
                let bottom = 3 * Int(bytes[below - 1]) + 10 * Int(bytes[below]) + 3 * Int(bytes[below + 1])
                let (across, down) = ((right - left) / 16, (bottom - top) / 16)
                xx += across * across
                yy += down * down
                xy += across * down
                strengths[abs(across) + abs(down)] += 1
            }
        }
        let (sum, difference, mixed) = (Double(xx + yy), Double(xx - yy), 2 * Double(xy))
        return DensePlace(
            box: onPage(box), coherence: sum > 0 ? (difference * difference + mixed * mixed).squareRoot() / sum : 0,
            degrees: atan2(mixed, difference) * 90 / .pi, edges: Self.edges(strengths))
    }

    /// Share of pixels whose gradient is a third of the strong ones at least; strong is what one pixel in 50 exceeds.
    private static func edges(_ strengths: [Int]) -> Double {
        let all = strengths.reduce(0, +)
        var (strong, above) = (strengths.count - 1, 0)
        while strong > 0, above + strengths[strong] < all / 50 {
            above += strengths[strong]
            strong -= 1
        }
        return all > 0 ? Double(strengths[(strong / 3 + 1)...].reduce(0, +)) / Double(all) : 0
    }
}

extension Raster {
    /// What is dense with ink and at least so many inches deep, across and down.
    ///
    /// Gaps of 0.05 in are closed, which joins bars and modules but not lines of text (capitals of 12 pt measure 0.12 in).
    /// Where more is closed `acrossGaps`, in inches, bars with wide spaces are joined as well, and the words of a line.
    fileprivate borrowing func blocks(
        deeperThan depth: Double, acrossGaps wide: Double = 0
    ) throws(CaptureError) -> Raster {
        let (gap, least) = (inches(0.05), inches(depth))
        var closed = try Raster(owning: pixCloseSafeBrick(nil, pix, gap, gap), "pixCloseSafeBrick")
        if wide > 0 {
            let lines = try Raster(owning: pixCloseSafeBrick(nil, pix, inches(wide), 1), "pixCloseSafeBrick")
            closed = try Raster(owning: pixOr(nil, closed.pix, lines.pix), "pixOr")
        }
        return try Raster(owning: pixOpenBrick(nil, closed.pix, least, least), "pixOpenBrick")
    }

    /// A length in pixels; 1 at least, as sheets of many meters have less than a pixel to the inch.
    fileprivate borrowing func inches(_ inches: Double) -> Int32 { max(1, Int32(Double(resolution) * inches)) }

    /// The boxes around what is connected.
    fileprivate borrowing func boxes() throws(CaptureError) -> [PixelBox] {
        guard let found = pixConnCompBB(pix, 8) else { throw .fault("pixConnCompBB") }
        var owned: UnsafeMutablePointer<BOXA>? = found
        defer { boxaDestroy(&owned) }
        return (0..<boxaGetCount(found)).compactMap { index in
            var (x, y, width, height) = (Int32(0), Int32(0), Int32(0), Int32(0))
            guard boxaGetBoxGeometry(found, index, &x, &y, &width, &height) == 0 else { return nil }
            return PixelBox(x: Int(x), y: Int(y), width: Int(width), height: Int(height))
        }
    }
}
