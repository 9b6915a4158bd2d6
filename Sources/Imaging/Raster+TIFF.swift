// Pages of a TIFF, by libtiff alone: leptonica's reader silences libtiff's error handlers, and damage would go unseen.
//
// 1 bit and 8 bit gray rows go straight into the raster; everything else goes through libtiff's RGBA interface, which
// knows palettes, tiles, planes, YCbCr, CMYK and Lab.

import CLeptonica
import CTIFF
import CaptureModel

extension Raster {
    /// Largest single allocation granted to libtiff: one page of 100 megapixels as RGBA.
    private static let largestAllocation: Int64 = 512 << 20

    /// Decodes the page whose directory stands at `directory`.
    init(tiff path: String, directory: Int) throws(CaptureError) {
        let errors = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
        errors.initialize(to: 0)
        defer { errors.deallocate() }
        guard let tiff = ctiff_open_read(path, errors, Self.largestAllocation) else { throw .damaged("TIFFOpen") }
        defer { TIFFClose(tiff) }
        guard TIFFSetSubDirectory(tiff, UInt64(directory)) == 1 else { throw .damaged("TIFFSetSubDirectory") }
        let page = TIFFPage(tiff)
        errors.pointee = 0
        let pix = page.isPlainGray ? page.decodeRows() : page.decodeRGBA()
        guard let pix else { throw .damaged("TIFF rows") }
        try self.init(plain: pix, isDamaged: errors.pointee > 0)
    }
}

/// One page of an open TIFF.
private struct TIFFPage {
    let tiff: OpaquePointer
    let width, height, bits, samples, photometric, planes: Int

    init(_ tiff: OpaquePointer) {
        func value(_ tag: Int32) -> Int {
            var value: UInt16 = 0
            return ctiff_get_u16(tiff, UInt32(tag), &value) == 1 ? Int(value) : 0
        }
        var (width, height): (UInt32, UInt32) = (0, 0)
        ctiff_get_u32(tiff, UInt32(TIFFTAG_IMAGEWIDTH), &width)
        ctiff_get_u32(tiff, UInt32(TIFFTAG_IMAGELENGTH), &height)
        self.tiff = tiff
        (self.width, self.height) = (Int(width), Int(height))
        bits = value(TIFFTAG_BITSPERSAMPLE)
        samples = value(TIFFTAG_SAMPLESPERPIXEL)
        photometric = value(TIFFTAG_PHOTOMETRIC)
        planes = value(TIFFTAG_PLANARCONFIG)
    }

    private var isBlackZero: Bool { photometric == Int(PHOTOMETRIC_MINISBLACK) }
    private var isWhiteZero: Bool { photometric == Int(PHOTOMETRIC_MINISWHITE) }

    /// Strips of 1 or 8 bit gray.
    var isPlainGray: Bool {
        samples == 1 && (bits == 1 || bits == 8) && (isBlackZero || isWhiteZero) && TIFFIsTiled(tiff) == 0
    }

    /// Row by row into a new image; nil where libtiff gives up.
    func decodeRows() -> UnsafeMutablePointer<PIX>? {
        var pix = pixCreate(Int32(width), Int32(height), Int32(bits))
        guard let image = pix, let data = pixGetData(image) else { return nil }
        let stride = Int(pixGetWpl(image)) * 4
        guard TIFFScanlineSize(tiff) <= stride else {
            pixDestroy(&pix)
            return nil
        }
        for row in 0..<height
        where TIFFReadScanline(tiff, UnsafeMutableRawPointer(data) + row * stride, UInt32(row), 0) < 0 {
            pixDestroy(&pix)
            return nil
        }
        Raster.finish(image)
        // In ours 1 is ink and 255 is white.
        if bits == 1 ? isBlackZero : isWhiteZero { pixInvert(image, image) }
        return pix
    }

    /// Through libtiff's own conversion, over white; rows come as stored, orientation is the caller's.
    func decodeRGBA() -> UnsafeMutablePointer<PIX>? {
        var pix = pixCreate(Int32(width), Int32(height), 32)
        guard let image = pix, let data = pixGetData(image) else { return nil }
        var orientation: UInt16 = 1
        ctiff_get_u16(tiff, UInt32(TIFFTAG_ORIENTATION), &orientation)
        let isRead = TIFFReadRGBAImageOriented(
            tiff, UInt32(width), UInt32(height), data, Int32(orientation), 1)
        guard isRead == 1 else {
            pixDestroy(&pix)
            return nil
        }
        let count = width * height
        for index in 0..<count { data[index] = Self.overWhite(data[index]) }
        guard bits == 1, samples == 1 else { return pix }
        defer { pixDestroy(&pix) }
        return pixConvertTo1(image, 128)
    }

    /// libtiff packs alpha, blue, green, red from the highest byte down, colors already weighted by alpha.
    private static func overWhite(_ abgr: UInt32) -> UInt32 {
        let paper = 255 - (abgr >> 24)
        let red = min(255, (abgr & 0xFF) + paper)
        let green = min(255, (abgr >> 8 & 0xFF) + paper)
        let blue = min(255, (abgr >> 16 & 0xFF) + paper)
        return red << 24 | green << 16 | blue << 8
    }
}
