package import CaptureModel
import CZXing
package import Imaging

/// Reads barcodes (Strichcodes) in any direction with zxing-cpp.
///
/// zxing-cpp keeps no state between calls: any thread may read.
package struct BarcodeReader: Sendable {
    /// More on one page is no office document.
    private static let mostCodes = 50
    /// Bytes; no symbology holds more: a QR code of version 40 ends at 7,089 digits (ISO/IEC 18004).
    private static let longestText = 7_089 * 4
    /// Up to this size, in pixels, an image is tried inverted as well.
    ///
    /// On full pages it found nothing more and took a third as long again.
    private static let smallImage = 4_000_000

    private let symbologies: [Symbology]

    /// Looks for `symbologies`, nil for all that are known.
    package init(symbologies: [Symbology]?) { self.symbologies = symbologies ?? Symbology.allCases }

    /// The codes of a page, boxes in its pixels.
    package func read(_ page: borrowing Raster) throws(CaptureError) -> [Barcode] {
        guard !symbologies.isEmpty else { return [] }
        // Fine images hold nothing a code needs: 300 dpi is four pixels for the thinnest bar offices print.
        if page.resolution >= 480 { return try read(page.scaled(x: 0.5, y: 0.5), times: 2) }
        return try read(page, times: 1)
    }

    private func read(_ page: borrowing Raster, times factor: Int) throws(CaptureError) -> [Barcode] {
        let (width, height) = (Int32(page.width), Int32(page.height))
        let isSmall = page.width * page.height <= Self.smallImage
        return try page.withGrayBytes { (bytes, bytesPerLine) throws(CaptureError) in
            guard
                let image = ZXing_ImageView_new_checked(
                    bytes.bindMemory(to: UInt8.self).baseAddress, Int32(bytes.count), width, height,
                    ZXing_ImageFormat_Lum, Int32(bytesPerLine), 1), let options = ZXing_ReaderOptions_new()
            else { throw .fault("ZXing_ImageView_new_checked") }
            defer {
                ZXing_ImageView_delete(image)
                ZXing_ReaderOptions_delete(options)
            }
            configure(options, isSmall: isSmall)
            guard let found = ZXing_ReadBarcodes(image, options) else { throw .fault("ZXing_ReadBarcodes") }
            defer { ZXing_Barcodes_delete(found) }
            return (0..<ZXing_Barcodes_size(found)).compactMap { index in
                ZXing_Barcodes_at(found, index).flatMap { barcode($0, times: factor) }
            }
        }
    }

    private func configure(_ options: OpaquePointer, isSmall: Bool) {
        let formats = symbologies.flatMap(\.formats)
        formats.withUnsafeBufferPointer { ZXing_ReaderOptions_setFormats(options, $0.baseAddress, Int32($0.count)) }
        ZXing_ReaderOptions_setTryRotate(options, true)
        ZXing_ReaderOptions_setTryHarder(options, true)
        ZXing_ReaderOptions_setTryInvert(options, isSmall)
        // Large codes are found only at a reduced size.
        ZXing_ReaderOptions_setTryDownscale(options, true)
        ZXing_ReaderOptions_setTextMode(options, ZXing_TextMode_Plain)
        ZXing_ReaderOptions_setMaxNumberOfSymbols(options, Int32(Self.mostCodes))
    }

    /// Copies a result; nil for kinds that were not asked for and text that is too long or not UTF-8.
    private func barcode(_ found: OpaquePointer, times factor: Int) -> Barcode? {
        guard ZXing_Barcode_isValid(found), let symbology = Symbology(ZXing_Barcode_format(found)),
            symbologies.contains(symbology), let text = ZXing_Barcode_text(found)
        else { return nil }
        defer { ZXing_free(text) }
        guard let content = String(validatingCString: text), !content.isEmpty, content.utf8.count <= Self.longestText
        else { return nil }
        return Barcode(symbology: symbology, text: content, box: box(ZXing_Barcode_position(found), times: factor))
    }

    /// The upright rectangle around the four corners; a code read along one line gets a height of 1.
    private func box(_ corners: ZXing_Position, times factor: Int) -> Box {
        let points = [corners.topLeft, corners.topRight, corners.bottomRight, corners.bottomLeft]
        let (x, y) = (points.map { Int($0.x) }, points.map { Int($0.y) })
        let (left, top) = (max(0, x.min() ?? 0), max(0, y.min() ?? 0))
        let (width, height) = ((x.max() ?? 0) - left, (y.max() ?? 0) - top)
        return Box(x: left * factor, y: top * factor, width: max(1, width) * factor, height: max(1, height) * factor)
    }
}

extension Symbology {
    /// What to ask zxing-cpp for.
    fileprivate var formats: [ZXing_BarcodeFormat] {
        switch self {
        case .code128: [ZXing_BarcodeFormat_Code128]
        case .code39: [ZXing_BarcodeFormat_Code39]
        case .code93: [ZXing_BarcodeFormat_Code93]
        case .itf: [ZXing_BarcodeFormat_ITF]
        case .ean13: [ZXing_BarcodeFormat_EAN13]
        case .ean8: [ZXing_BarcodeFormat_EAN8]
        case .upca: [ZXing_BarcodeFormat_UPCA]
        case .upce: [ZXing_BarcodeFormat_UPCE]
        case .codabar: [ZXing_BarcodeFormat_Codabar]
        case .qr: [ZXing_BarcodeFormat_QRCodeModel2, ZXing_BarcodeFormat_QRCodeModel1]
        case .microqr: [ZXing_BarcodeFormat_MicroQRCode]
        case .datamatrix: [ZXing_BarcodeFormat_DataMatrix]
        case .pdf417: [ZXing_BarcodeFormat_PDF417]
        case .aztec: [ZXing_BarcodeFormat_Aztec]
        }
    }

    /// What zxing-cpp found; nil for kinds this program does not name.
    fileprivate init?(_ format: ZXing_BarcodeFormat) {
        switch format {
        case ZXing_BarcodeFormat_EAN13, ZXing_BarcodeFormat_ISBN: self = .ean13
        case ZXing_BarcodeFormat_EAN8: self = .ean8
        case ZXing_BarcodeFormat_UPCA: self = .upca
        case ZXing_BarcodeFormat_UPCE: self = .upce
        case ZXing_BarcodeFormat_MicroQRCode: self = .microqr
        case ZXing_BarcodeFormat_RMQRCode: return nil
        default: self.init(family: ZXing_BarcodeFormatSymbology(format))
        }
    }

    private init?(family: ZXing_BarcodeFormat) {
        switch family {
        case ZXing_BarcodeFormat_Code128: self = .code128
        case ZXing_BarcodeFormat_Code39: self = .code39
        case ZXing_BarcodeFormat_Code93: self = .code93
        case ZXing_BarcodeFormat_ITF: self = .itf
        case ZXing_BarcodeFormat_Codabar: self = .codabar
        case ZXing_BarcodeFormat_QRCode: self = .qr
        case ZXing_BarcodeFormat_DataMatrix: self = .datamatrix
        case ZXing_BarcodeFormat_PDF417: self = .pdf417
        case ZXing_BarcodeFormat_Aztec: self = .aztec
        default: return nil
        }
    }
}
