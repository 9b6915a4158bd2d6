import CaptureModel

/// What a JBIG2 stream says of itself, read from its first two segments (ITU-T T.88, 7.2).
enum JBIG2Header {
    /// Segment header, page information, segment header of a region with its size.
    private static let length = 11 + 19 + 11 + 8
    private static let pageInformation: UInt8 = 48
    /// Coded pixel by pixel without loss; neither symbols nor refinement.
    private static let losslessGenericRegion: UInt8 = 39

    /// Refuses what is not one page with one lossless generic region of the image's size.
    ///
    /// Symbol coding may put one letter for another and is forbidden in records; so it never gets into a document, even
    /// if a file is exchanged on disk.
    static func check(_ file: borrowing SourceFile, against image: RecordImage) throws(CaptureError) {
        let bytes = try file.bytes(at: 0, count: length)
        guard bytes.count == length, bytes[4] & 63 == pageInformation, bytes[34] & 63 == losslessGenericRegion else {
            throw .fault("JBIG2Header", "not a page of one generic region")
        }
        let sizes = [11, 15, 41, 45].map { number(bytes, at: $0) }
        let (end, dataLength) = (file.sizeInBytes, number(bytes, at: 37))
        guard sizes == [image.width, image.height, image.width, image.height], end == 41 + dataLength else {
            throw .fault("JBIG2Header", "\(sizes) and \(dataLength) bytes are not what the analysis says")
        }
    }

    private static func number(_ bytes: [UInt8], at offset: Int) -> Int {
        bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
    }
}
