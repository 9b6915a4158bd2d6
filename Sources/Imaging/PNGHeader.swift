// The chunks of a PNG (ISO/IEC 15948), walked from IHDR to IEND; their checksums are checked by libpng.

import CaptureModel
import Foundation

struct PNGHeader {
    private(set) var page: PageHeader

    static let magic: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    init(_ file: FileBytes) throws(CaptureError) {
        guard file.u32(8) == 13, file.hasPrefix(Array("IHDR".utf8), at: 12), let width = file.u32(16),
            let height = file.u32(20), let bits = file.u8(24), let kind = file.u8(25)
        else { throw .truncated("IHDR") }
        guard let samples = Self.samples(kind: kind, bits: bits) else { throw .damaged("kind \(kind), \(bits) bits") }
        page = PageHeader(width: width, height: height, bitsPerPixel: samples * bits)
        let chunks = try walk(file)
        guard kind != 3 || chunks.contains("PLTE") else { throw .damaged("no PLTE") }
        guard chunks.contains("IDAT") else { throw .damaged("no IDAT") }
    }

    /// Samples of a pixel by color type; nil for a depth the standard does not allow for it.
    private static func samples(kind: Int, bits: Int) -> Int? {
        switch (kind, bits) {
        case (0, 1), (0, 2), (0, 4), (0, 8), (0, 16): 1
        case (3, 1), (3, 2), (3, 4), (3, 8): 1
        case (4, 8), (4, 16): 2
        case (2, 8), (2, 16): 3
        case (6, 8), (6, 16): 4
        default: nil
        }
    }

    private mutating func walk(_ file: FileBytes) throws(CaptureError) -> Set<String> {
        var names: Set<String> = []
        var offset = 8
        while let length = file.u32(offset), offset + 12 + length <= file.count {
            let start = file.data.startIndex + offset + 4
            let name = String(decoding: file.data[start..<start + 4], as: UTF8.self)
            names.insert(name)
            if name == "pHYs", let x = file.u32(offset + 8), let y = file.u32(offset + 12), file.u8(offset + 16) == 1 {
                // Pixels per meter.
                page.resolution = (Double(x) * 0.0254, Double(y) * 0.0254)
            }
            if name == "IEND" { return names }
            offset += 12 + length
        }
        throw .truncated("no IEND")
    }
}
