import CaptureModel

extension PDFFile {
    /// Writes the record image as it lies on disk: a JPEG is its own PDF stream, and so is group 4 data.
    mutating func add(_ image: RecordImage, file source: borrowing SourceFile) throws(CaptureError) -> ObjectNumber {
        let size = "/Type /XObject /Subtype /Image /Width \(image.width) /Height \(image.height)"
        switch image.coding {
        case .jpeg:
            try JPEGHeader(source).check(against: image)
            let space = image.components == 1 ? "/DeviceGray" : "/DeviceRGB"
            return try add("\(size) /ColorSpace \(space) /BitsPerComponent 8 /Filter /DCTDecode", contentsOf: source)
        case .ccittG4:
            // White runs become 1, which is white in DeviceGray: `/BlackIs1 false`.
            let parameters = "<< /K -1 /Columns \(image.width) /Rows \(image.height) /BlackIs1 false >>"
            return try add(
                "\(size) /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms \(parameters)",
                contentsOf: source)
        }
    }
}
