package import CaptureModel
import CZXing

/// Makes barcodes with zxing-cpp, the same library that reads them.
package enum BarcodeWriter {
    /// The modules of a code, without the quiet zone around it.
    package static func modules(of text: String, _ symbology: Symbology) throws(CaptureError) -> CodeModules {
        guard let format = symbology.writable, let creator = ZXing_CreatorOptions_new(format),
            let writer = ZXing_WriterOptions_new()
        else { throw .fault("ZXing_CreatorOptions_new") }
        defer {
            ZXing_CreatorOptions_delete(creator)
            ZXing_WriterOptions_delete(writer)
        }
        // One pixel a module.
        ZXing_WriterOptions_setScale(writer, 1)
        ZXing_WriterOptions_setAddQuietZones(writer, false)
        ZXing_WriterOptions_setAddHRT(writer, false)
        guard let barcode = ZXing_CreateBarcodeFromText(text, Int32(text.utf8.count), creator) else {
            throw .unwritable
        }
        defer { ZXing_Barcode_delete(barcode) }
        guard let image = ZXing_WriteBarcodeToImage(barcode, writer) else { throw .unwritable }
        defer { ZXing_Image_delete(image) }
        return try modules(of: image, isLinear: symbology == .code128)
    }

    private static func modules(of image: OpaquePointer, isLinear: Bool) throws(CaptureError) -> CodeModules {
        let (width, height) = (Int(ZXing_Image_width(image)), Int(ZXing_Image_height(image)))
        guard width > 0, height > 0, ZXing_Image_format(image) == ZXing_ImageFormat_Lum,
            let pixels = ZXing_Image_data(image)
        else { throw .fault("ZXing_WriteBarcodeToImage") }
        let rows = isLinear ? 1 : height
        return CodeModules(width: width, height: rows, isDark: (0..<width * rows).map { pixels[$0] < 128 })
    }
}

extension Symbology {
    /// The kinds we print: one of bars for every reader, one of squares for cameras and damage.
    fileprivate var writable: ZXing_BarcodeFormat? {
        switch self {
        case .code128: ZXing_BarcodeFormat_Code128
        case .qr: ZXing_BarcodeFormat_QRCode
        default: nil
        }
    }
}

extension CaptureError {
    fileprivate static let unwritable = CaptureError(
        .badInput, "code-not-writable",
        LocalizedText(de: "Der Text passt in keinen Barcode.", en: "The text fits into no barcode."),
        remedy: LocalizedText(
            de: "Bitte einen kürzeren Text ohne Sonderzeichen wählen.",
            en: "Please choose a shorter text without special characters."))
}
