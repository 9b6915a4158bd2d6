// What a barcode reader tries on an image that it could not read as it is.

package import CaptureModel
import CLeptonica

extension Raster {
    /// The part of the image inside `box`, which is cut at the image's edges; boxes in it count from its corner.
    package borrowing func cropped(to box: CaptureModel.Box) throws(CaptureError) -> Raster {
        guard let place = boxCreate(Int32(box.x), Int32(box.y), Int32(box.width), Int32(box.height)) else {
            throw .fault("boxCreate")
        }
        var owned: UnsafeMutablePointer<BOX>? = place
        defer { boxDestroy(&owned) }
        return try Raster(owning: pixClipRectangle(pix, place, nil), "pixClipRectangle").with(resolution: resolution)
    }

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

    /// 8 bit gray with every pixel moved away from the mean around it by `amount` times the difference (unsharp
    /// masking), the mean taken over `halfWidth` pixels to each side.
    package borrowing func sharpened(halfWidth: Int, amount: Double) throws(CaptureError) -> Raster {
        let gray = try gray()
        guard min(width, height) > 2 * halfWidth + 1 else { return gray }
        let sharp = pixUnsharpMaskingGray(gray.pix, Int32(halfWidth), Float(amount))
        return try Raster(owning: sharp, "pixUnsharpMaskingGray").with(resolution: resolution)
    }
}

extension PageSketch {
    /// Places that are dense with ink and too deep for a line of text, in pixels of the page, largest first: barcodes
    /// whatever their state, and also logos, stamps and photos.
    ///
    /// Gaps of 0.05 in are closed, which joins bars and modules but not lines of text, then what is not 0.15 in deep
    /// both ways is dropped, which leaves no line of text (capitals of 12 pt measure 0.12 in).
    package func densePlaces(atMost count: Int) throws(CaptureError) -> [CaptureModel.Box] {
        let (gap, least) = (Int32(resolution / 20), Int32(resolution * 3 / 20))
        let closed = try Raster(owning: pixCloseSafeBrick(nil, ink.pix, gap, gap), "pixCloseSafeBrick")
        let blocks = try Raster(owning: pixOpenBrick(nil, closed.pix, least, least), "pixOpenBrick")
        guard let found = pixConnCompBB(blocks.pix, 8) else { throw .fault("pixConnCompBB") }
        var owned: UnsafeMutablePointer<BOXA>? = found
        defer { boxaDestroy(&owned) }
        var places: [CaptureModel.Box] = []
        for index in 0..<boxaGetCount(found) {
            var (x, y, width, height) = (Int32(0), Int32(0), Int32(0), Int32(0))
            guard boxaGetBoxGeometry(found, index, &x, &y, &width, &height) == 0 else { continue }
            places.append(
                CaptureModel.Box(
                    x: Int(x) * scale, y: Int(y) * scale, width: Int(width) * scale, height: Int(height) * scale))
        }
        return Array(places.sorted { $0.width * $0.height > $1.width * $1.height }.prefix(count))
    }
}
