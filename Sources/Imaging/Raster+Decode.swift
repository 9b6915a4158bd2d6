package import CaptureModel
import CLeptonica
import CTIFF
import Foundation

extension Raster {
    /// Decodes one page of a file, upright as its own tags say, without palette or transparency, in square pixels.
    ///
    /// The header is checked first; a page that cannot be decoded at all is refused, one with faulty parts is
    /// `isDamaged`. Resolution is the file's where it is plausible, else estimated from the size.
    package init(
        decoding path: String, format: InputFormat, page: Int, limits: InputLimits
    ) throws(CaptureError) {
        LeptonicaMessages.silence()
        let file = try FileBytes(path: path, sizeLimit: limits.fileSizeInBytes)
        let header = try ImageFile.header(file, format, page: page, limits)
        try header.check(limits)
        let stored = try Self.decode(path, file, format, page: page, limits)
        self = try stored.upright(orientation: header.orientation).squared(header)
    }

    private static func decode(
        _ path: String, _ file: FileBytes, _ format: InputFormat, page: Int, _ limits: InputLimits
    ) throws(CaptureError) -> Raster {
        switch format {
        case .jpeg: return try Raster(jpeg: file)
        case .png: return try Raster(png: file)
        case .tiff:
            let directories = try TIFFDirectories(file, pageLimit: limits.pages)
            return try Raster(tiff: path, directory: directories.offsets[page])
        case .pdf: throw .notAnImage()
        }
    }

    init(jpeg file: FileBytes) throws(CaptureError) {
        var warnings: Int32 = 0
        let pix = file.data.withUnsafeBytes { bytes in
            pixReadMemJpeg(bytes.bindMemory(to: UInt8.self).baseAddress, bytes.count, 0, 1, &warnings, 0)
        }
        guard let pix else { throw .damaged("pixReadMemJpeg") }
        try self.init(plain: pix, isDamaged: warnings > 0)
    }

    private init(png file: FileBytes) throws(CaptureError) {
        let pix = file.data.withUnsafeBytes { bytes in
            pixReadMemPng(bytes.bindMemory(to: UInt8.self).baseAddress, bytes.count)
        }
        guard let pix else { throw .damaged("pixReadMemPng") }
        try self.init(plain: pix, isDamaged: false)
    }

    /// Takes over a decoded image and brings it to 1, 8 or 32 bit without palette or transparency (over white).
    init(plain pix: UnsafeMutablePointer<PIX>, isDamaged: Bool) throws(CaptureError) {
        let decoded = try Raster(owning: pix, "decode")
        let flat = try Raster(
            owning: pixRemoveColormap(decoded.pix, Int32(REMOVE_CMAP_BASED_ON_SRC)), "pixRemoveColormap")
        let (plain, call) =
            switch flat.depth {
            case 32 where pixGetSpp(flat.pix) == 4:
                (pixAlphaBlendUniform(flat.pix, 0xFFFF_FF00), "pixAlphaBlendUniform")
            case 1, 8, 32: (pixClone(flat.pix), "pixClone")
            default: (pixConvertTo8(flat.pix, 0), "pixConvertTo8")
            }
        try self.init(owning: plain, call, isDamaged: isDamaged)
    }

    /// Turned and mirrored by the TIFF and EXIF orientation, 1...8.
    private consuming func upright(orientation: Int) throws(CaptureError) -> Raster {
        // Mirror left to right first, then turn clockwise by quarters.
        let (isMirrored, quarters): (Bool, Int32) =
            switch orientation {
            case 2: (true, 0)
            case 3: (false, 2)
            case 4: (true, 2)
            case 5: (true, 3)
            case 6: (false, 1)
            case 7: (true, 1)
            case 8: (false, 3)
            default: (false, 0)
            }
        guard isMirrored || quarters > 0 else { return self }
        let mirrored = try Raster(owning: isMirrored ? pixFlipLR(nil, pix) : pixCopy(nil, pix), "pixFlipLR")
        return try Raster(owning: pixRotateOrth(mirrored.pix, quarters), "pixRotateOrth", isDamaged: isDamaged)
    }

    /// Fax pages (204 x 98 and 204 x 196 dpi) stretched to square pixels; the resolution is noted.
    private consuming func squared(_ header: PageHeader) throws(CaptureError) -> Raster {
        let stated = header.workingResolution
        let (x, y) = header.orientation > 4 ? (stated.y, stated.x) : (stated.x, stated.y)
        let finer = Int(max(x, y).rounded())
        // 2 % is below what anybody sees or any reader minds.
        guard abs(x - y) > 0.02 * max(x, y) else { return with(resolution: finer) }
        return try scaled(x: max(x, y) / x, y: max(x, y) / y).with(resolution: finer)
    }
}
