package import CaptureModel
import CLeptonica

extension Raster {
    /// How the pixels of raw rows lie in memory.
    package enum Layout: Sendable {
        /// 8 pixels a byte, the first in the highest bit, 1 is black (as SANE delivers line art).
        case bitonal
        /// One byte a pixel, 0 is black.
        case gray
        /// Three bytes a pixel: red, green, blue.
        case rgb

        /// Bytes that hold `width` pixels.
        func bytes(of width: Int) -> Int {
            switch self {
            case .bitonal: (width + 7) / 8
            case .gray: width
            case .rgb: 3 * width
            }
        }
    }

    /// Copies `height` rows of `bytesPerLine` bytes each; bytes behind the last pixel of a row are ignored.
    package init(
        rows: UnsafeRawBufferPointer, width: Int, height: Int, bytesPerLine: Int, layout: Layout, resolution: Int
    ) throws(CaptureError) {
        guard width > 0, height > 0, bytesPerLine >= layout.bytes(of: width), rows.count >= bytesPerLine * height,
            let first = rows.baseAddress
        else {
            throw .fault("Raster(rows:)", "\(width) x \(height), \(bytesPerLine) bytes a line, \(rows.count) bytes")
        }
        let depth: Int32 = layout == .bitonal ? 1 : layout == .gray ? 8 : 32
        let raster = try Raster(owning: pixCreate(Int32(width), Int32(height), depth), "pixCreate")
        guard let target = pixGetData(raster.pix) else { throw .fault("pixGetData") }
        let stride = Int(pixGetWpl(raster.pix)) * 4
        for line in 0..<height {
            let source = first + line * bytesPerLine
            let row = UnsafeMutableRawPointer(target) + line * stride
            switch layout {
            case .bitonal, .gray: row.copyMemory(from: source, byteCount: layout.bytes(of: width))
            case .rgb: Self.spread(source, to: row, pixels: width)
            }
        }
        Self.finish(raster.pix)
        self = raster.with(resolution: resolution)
    }

    /// Three bytes a pixel to four.
    private static func spread(_ source: UnsafeRawPointer, to row: UnsafeMutableRawPointer, pixels: Int) {
        let source = source.assumingMemoryBound(to: UInt8.self)
        let row = row.assumingMemoryBound(to: UInt8.self)
        for pixel in 0..<pixels {
            row[4 * pixel] = source[3 * pixel]
            row[4 * pixel + 1] = source[3 * pixel + 1]
            row[4 * pixel + 2] = source[3 * pixel + 2]
            row[4 * pixel + 3] = 0
        }
    }

    /// Rows were written byte by byte from left to right: leptonica keeps 32 bit words, and clean bits behind each row.
    static func finish(_ pix: UnsafeMutablePointer<PIX>) {
        pixEndianByteSwap(pix)
        pixSetPadBits(pix, 0)
    }

    /// Lends the pixels as bytes, one a pixel, 0 is black; rows are `bytesPerLine` apart.
    package borrowing func withGrayBytes<R>(
        _ body: (_ bytes: UnsafeRawBufferPointer, _ bytesPerLine: Int) throws(CaptureError) -> R
    ) throws(CaptureError) -> R {
        let gray = try gray()
        let swapped = try Raster(owning: pixEndianByteSwapNew(gray.pix), "pixEndianByteSwapNew")
        guard let data = pixGetData(swapped.pix) else { throw .fault("pixGetData") }
        let bytesPerLine = Int(pixGetWpl(swapped.pix)) * 4
        return try body(UnsafeRawBufferPointer(start: data, count: bytesPerLine * height), bytesPerLine)
    }

    /// Lends leptonica's own image, for a library that is built on leptonica and takes its images (Tesseract).
    ///
    /// The pointer is a `PIX *`, valid during `body` only and not to be written to.
    package borrowing func withLeptonicaImage<R>(
        _ body: (UnsafeMutableRawPointer) throws(CaptureError) -> R
    ) throws(CaptureError) -> R {
        try body(UnsafeMutableRawPointer(pix))
    }
}
