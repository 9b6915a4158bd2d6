package import CaptureModel
import CLeptonica

/// A rectangle in pixels; leptonica has a type of the same name.
typealias PixelBox = CaptureModel.Box

/// A page image in memory: 1 bit (1 is ink), 8 bit gray or 32 bit color, never with a palette or transparency.
///
/// Owns one leptonica PIX. Steps return new rasters, so a raster never changes once it is made. Leptonica keeps no
/// state between calls except for its message level: any number of threads may work on rasters of their own.
// Sendable: the only reference to the PIX is private to a value that cannot be copied, and nothing writes to it after
// the initializer but the code of this module that made it, before it is handed out.
package struct Raster: ~Copyable, @unchecked Sendable {
    let pix: UnsafeMutablePointer<PIX>
    /// Parts of the file could not be decoded; what is missing shows as gray or white.
    package let isDamaged: Bool

    /// Takes over `pix`; nil means that `call` failed.
    init(owning pix: UnsafeMutablePointer<PIX>?, _ call: String, isDamaged: Bool = false) throws(CaptureError) {
        guard let pix else { throw .fault(call) }
        self.pix = pix
        self.isDamaged = isDamaged
    }

    deinit {
        var pix: UnsafeMutablePointer<PIX>? = pix
        pixDestroy(&pix)
    }

    package var width: Int { Int(pixGetWidth(pix)) }
    package var height: Int { Int(pixGetHeight(pix)) }
    /// Bits of a pixel: 1, 8 or 32.
    package var depth: Int { Int(pixGetDepth(pix)) }
    /// Dots per inch, the same across and down.
    package var resolution: Int { Int(pixGetXRes(pix)) }

    /// The same raster as a value of its own: leptonica counts references without a lock, so none is ever shared.
    borrowing func copied() throws(CaptureError) -> Raster { try Raster(owning: pixCopy(nil, pix), "pixCopy") }

    /// The raster in 8 bit gray; 1 bit becomes black and white.
    package borrowing func gray() throws(CaptureError) -> Raster {
        try Raster(owning: pixConvertTo8(pix, 0), "pixConvertTo8")
    }

    /// The raster as ink and paper: what is darker than `threshold` (1...255) is ink.
    package borrowing func bitonal(threshold: Int = 128) throws(CaptureError) -> Raster {
        if depth == 1 { return try copied() }
        let gray = try gray()
        return try Raster(owning: pixThresholdToBinary(gray.pix, Int32(threshold)), "pixThresholdToBinary")
    }

    /// Turned clockwise; width and height swap for a quarter.
    package borrowing func rotated(_ turn: QuarterTurn) throws(CaptureError) -> Raster {
        try Raster(owning: pixRotateOrth(pix, Int32(turn.rawValue / 90)), "pixRotateOrth")
    }

    /// Turned clockwise about its middle by `degrees`; the size stays, what comes in from outside is white.
    package borrowing func rotated(degrees: Double) throws(CaptureError) -> Raster {
        // 1 bit images are sheared (no gray arises), others are interpolated by area.
        let kind = depth == 1 ? L_ROTATE_SHEAR : L_ROTATE_AREA_MAP
        let radians = Float(degrees * .pi / 180)
        return try Raster(owning: pixRotate(pix, radians, Int32(kind), Int32(L_BRING_IN_WHITE), 0, 0), "pixRotate")
    }

    /// Scaled by a factor across and one down; resolution grows by the factor across.
    package borrowing func scaled(x: Double, y: Double) throws(CaptureError) -> Raster {
        let scaled = try Raster(owning: pixScale(pix, Float(x), Float(y)), "pixScale", isDamaged: isDamaged)
        return scaled.with(resolution: Int((Double(resolution) * x).rounded()))
    }

    /// The same raster, told its resolution.
    consuming func with(resolution: Int) -> Raster {
        pixSetResolution(pix, Int32(resolution), Int32(resolution))
        return self
    }
}
