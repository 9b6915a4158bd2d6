// A JPEG taken out of a PDF, as a file of its own.
//
// Inside a PDF the image's size on paper and its orientation are the PDF's affair, and what the JPEG says of them itself
// is ignored; as a file it would be believed. So its application segments are replaced by one with the true resolution.
// The coded image stays as it is, byte for byte.

import CaptureModel
import Foundation

enum JPEGWrap {
    private static let application0 = UInt8(0xE0)
    /// Adobe's segment tells how color is coded, so it stays.
    private static let application14 = UInt8(0xEE)
    private static let startOfScan = UInt8(0xDA)

    /// Writes the JPEG at `source` to `target` with this resolution, in dots per inch.
    static func write(_ source: String, to target: String, resolution: Int) throws(CaptureError) {
        let file = try MappedFile(path: source)
        let bytes = file.bytes
        guard bytes.count > 4, bytes[0] == 0xFF, bytes[1] == 0xD8 else { throw .fault("JPEGWrap", "no JPEG") }
        var result = Data([0xFF, 0xD8, 0xFF, application0, 0, 16]) + Data("JFIF\0".utf8)
        let density = UInt16(clamping: resolution)
        result +=
            [1, 2, 1] + [UInt8(density >> 8), UInt8(density & 255), UInt8(density >> 8), UInt8(density & 255)] + [0, 0]
        var offset = 2
        while offset + 4 <= bytes.count, bytes[offset] == 0xFF {
            let marker = bytes[offset + 1]
            if marker == startOfScan { break }
            if marker == 0xFF {
                offset += 1  // a fill byte
                continue
            }
            let end = min(bytes.count, offset + 2 + (Int(bytes[offset + 2]) << 8 | Int(bytes[offset + 3])))
            if !(application0...0xEF).contains(marker) || marker == application14 { result += bytes[offset..<end] }
            offset = end
        }
        result += bytes[offset...]
        do { try result.write(to: URL(fileURLWithPath: target)) } catch { throw .fault("JPEGWrap", "\(error)") }
    }
}
