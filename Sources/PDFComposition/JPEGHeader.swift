import CaptureModel

/// What a JPEG file says of its size, read from its markers (ITU-T T.81, annex B).
struct JPEGHeader {
    let width: Int
    let height: Int
    let components: Int

    /// Markers looked at before the frame header; cameras write a dozen.
    private static let longestSearch = 200

    init(_ file: borrowing SourceFile) throws(CaptureError) {
        var offset = 2
        guard try file.bytes(at: 0, count: 2) == [0xFF, 0xD8] else { throw Self.fault("no start of image") }
        for _ in 0..<Self.longestSearch {
            let segment = try file.bytes(at: offset, count: 10)
            guard segment.count == 10, segment[0] == 0xFF else { throw Self.fault("no marker at \(offset)") }
            if segment[1] == 0xFF {
                offset += 1  // a fill byte
                continue
            }
            if Self.isFrame(segment[1]) {
                guard segment[4] == 8 else { throw Self.fault("\(segment[4]) bits a component") }
                height = Int(segment[5]) << 8 | Int(segment[6])
                width = Int(segment[7]) << 8 | Int(segment[8])
                components = Int(segment[9])
                return
            }
            offset += 2 + (Int(segment[2]) << 8 | Int(segment[3]))
        }
        throw Self.fault("no frame header")
    }

    /// A wrong size or number of components would give a PDF that some readers show and others do not.
    func check(against image: LayerImage) throws(CaptureError) {
        guard (width, height, components) == (image.width, image.height, image.components), [1, 3].contains(components)
        else { throw Self.fault("\(width)x\(height)x\(components) is not what the analysis says") }
    }

    /// SOF0 to SOF2: baseline, extended and progressive, the kinds that `/DCTDecode` takes.
    private static func isFrame(_ marker: UInt8) -> Bool { (0xC0...0xC2).contains(marker) }

    private static func fault(_ cause: String) -> CaptureError { .fault("JPEGHeader", cause) }
}
