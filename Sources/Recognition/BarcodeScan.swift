import CZXing
import CaptureModel
import Imaging

/// A code as one scan read it.
struct BarcodeReading {
    var barcode: Barcode
    /// Lines of the image a bar code was read along; 0 for matrix codes.
    var lines: Int
}

/// One call of zxing-cpp, which keeps no state between calls: any thread may scan.
struct BarcodeScan {
    var symbologies: [Symbology]
    /// White on black as well.
    var triesInverted = true
    /// One threshold for a whole line instead of one for every 8 by 8 pixels.
    var usesHistogram = false
    /// A bar code counts only if so many lines say the same.
    var leastLines = 2

    /// More on one page is no office document.
    private static let mostCodes = 50

    /// The codes of an image, boxes in its pixels.
    func read(_ image: borrowing Raster) throws(CaptureError) -> [BarcodeReading] {
        let (width, height) = (Int32(image.width), Int32(image.height))
        return try image.withGrayBytes { (bytes, bytesPerLine) throws(CaptureError) in
            guard
                let view = ZXing_ImageView_new_checked(
                    bytes.bindMemory(to: UInt8.self).baseAddress, Int32(bytes.count), width, height,
                    ZXing_ImageFormat_Lum, Int32(bytesPerLine), 1)
            else { throw .fault("ZXing_ImageView_new_checked") }
            defer { ZXing_ImageView_delete(view) }
            if let all = try readings(of: view, symbologies) { return all }
            // A code that its decoder stumbles over must not cost the others of the page.
            var rest: [BarcodeReading] = []
            for symbology in symbologies { rest += try readings(of: view, [symbology]) ?? [] }
            return rest
        }
    }

    /// nil where zxing-cpp gave up.
    private func readings(
        of view: OpaquePointer, _ symbologies: [Symbology]
    ) throws(CaptureError) -> [BarcodeReading]? {
        guard let options = ZXing_ReaderOptions_new() else { throw .fault("ZXing_ReaderOptions_new") }
        defer { ZXing_ReaderOptions_delete(options) }
        let formats = symbologies.flatMap(\.formats)
        formats.withUnsafeBufferPointer { ZXing_ReaderOptions_setFormats(options, $0.baseAddress, Int32($0.count)) }
        ZXing_ReaderOptions_setTryRotate(options, true)
        ZXing_ReaderOptions_setTryHarder(options, true)
        ZXing_ReaderOptions_setTryInvert(options, triesInverted)
        // Large codes are found only at a reduced size.
        ZXing_ReaderOptions_setTryDownscale(options, true)
        ZXing_ReaderOptions_setTextMode(options, ZXing_TextMode_Plain)
        ZXing_ReaderOptions_setMaxNumberOfSymbols(options, Int32(Self.mostCodes))
        ZXing_ReaderOptions_setMinLineCount(options, Int32(leastLines))
        if usesHistogram { ZXing_ReaderOptions_setBinarizer(options, ZXing_Binarizer_GlobalHistogram) }
        guard let found = ZXing_ReadBarcodes(view, options) else { return nil }
        defer { ZXing_Barcodes_delete(found) }
        return (0..<ZXing_Barcodes_size(found)).compactMap { index in
            ZXing_Barcodes_at(found, index).flatMap(reading)
        }
    }

    /// Copies a result; nil for kinds that were not asked for and content that cannot be.
    private func reading(_ found: OpaquePointer) -> BarcodeReading? {
        guard ZXing_Barcode_isValid(found), var symbology = Symbology(ZXing_Barcode_format(found)),
            let pointer = ZXing_Barcode_text(found)
        else { return nil }
        defer { ZXing_free(pointer) }
        guard
            let payload = BarcodePayload(
                text: String(cString: pointer), bytes: bytes(found), kind: kind(ZXing_Barcode_contentType(found)),
                symbology: symbology)
        else { return nil }
        let text = articleNumber(payload.text, &symbology)
        guard symbologies.contains(symbology) else { return nil }
        let box = box(ZXing_Barcode_position(found))
        return BarcodeReading(
            barcode: Barcode(symbology: symbology, text: text, box: box, content: payload.content),
            lines: Int(ZXing_Barcode_lineCount(found)))
    }

    /// Both kinds of UPC are given as the 12 digits of UPC-A; zxing-cpp writes them with the 0 that makes them EAN-13.
    ///
    /// The bars of UPC-A are those of EAN-13 with a leading 0, so that is what tells them (GS1 General Specifications).
    private func articleNumber(_ text: String, _ symbology: inout Symbology) -> String {
        guard text.utf8.count == 13, text.hasPrefix("0") else { return text }
        switch symbology {
        case .ean13 where symbologies.contains(.upca): symbology = .upca
        case .upca, .upce: break
        default: return text
        }
        return String(text.dropFirst())
    }

    private func bytes(_ found: OpaquePointer) -> [UInt8] {
        var count: Int32 = 0
        guard let pointer = ZXing_Barcode_bytes(found, &count) else { return [] }
        defer { ZXing_free(pointer) }
        return Array(UnsafeBufferPointer(start: pointer, count: Int(max(0, count))))
    }

    private func kind(_ type: ZXing_ContentType) -> BarcodePayload.Kind {
        switch type {
        case ZXing_ContentType_GS1: .gs1
        case ZXing_ContentType_ISO15434: .envelope
        case ZXing_ContentType_Binary, ZXing_ContentType_UnknownECI: .bytes
        default: .text
        }
    }

    /// The upright rectangle around the four corners; a code read along one line gets a height of 1.
    private func box(_ corners: ZXing_Position) -> Box {
        let points = [corners.topLeft, corners.topRight, corners.bottomRight, corners.bottomLeft]
        let (x, y) = (points.map { Int($0.x) }, points.map { Int($0.y) })
        let (left, top) = (max(0, x.min() ?? 0), max(0, y.min() ?? 0))
        return Box(
            x: left, y: top, width: max(1, (x.max() ?? 0) - left), height: max(1, (y.max() ?? 0) - top))
    }
}
