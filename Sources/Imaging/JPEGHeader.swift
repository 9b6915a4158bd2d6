// The markers of a JPEG (ITU-T T.81 Annex B), walked once from start to end: size, coding, density and EXIF
// orientation, and whether the end is there. libjpeg fills what is missing with gray and goes on.

import CaptureModel
import Foundation

struct JPEGHeader {
    private(set) var page = PageHeader(width: 0, height: 0, bitsPerPixel: 0)
    /// The start-of-frame marker: 0xC0 baseline, 0xC1 extended, 0xC2 progressive; others are not common in scans.
    private(set) var frame = 0
    private(set) var components = 0
    private(set) var precision = 0
    private var hasEnd = false
    private var hasScan = false

    static let magic: [UInt8] = [0xFF, 0xD8, 0xFF]

    /// A PDF viewer shows it as it is: 8 bits, gray or YCbCr, Huffman coded, not turned by EXIF.
    var isPassable: Bool {
        (0xC0...0xC2).contains(frame) && precision == 8 && (components == 1 || components == 3) && page.orientation == 1
    }

    init(_ file: FileBytes) throws(CaptureError) {
        var offset = 2
        while let marker = Self.nextMarker(file, &offset) {
            switch marker {
            case 0xD9:
                hasEnd = true
            case 0x01, 0xD0...0xD8:
                continue
            default:
                guard let length = file.u16(offset), length >= 2, offset + length <= file.count else {
                    throw .truncated("segment at \(offset)")
                }
                read(marker, file, offset + 2, offset + length)
                offset += length
                continue
            }
            break
        }
        guard frame != 0 else { throw .damaged("no frame") }
        guard hasScan, hasEnd else { throw .truncated("no end of image") }
        guard [0xC0, 0xC1, 0xC2].contains(frame), precision == 8 else {
            throw .unsupported("frame \(String(frame, radix: 16)), \(precision) bits")
        }
    }

    /// The next marker at or behind `offset`, which is moved behind it; stuffed zeros and restarts are image data.
    private static func nextMarker(_ file: FileBytes, _ offset: inout Int) -> Int? {
        while let start = file.firstIndex(of: 0xFF, from: offset) {
            guard let code = file.u8(start + 1) else { return nil }
            if code == 0xFF {
                offset = start + 1
                continue
            }
            offset = start + 2
            if code != 0, !(0xD0...0xD7).contains(code) { return code }
        }
        return nil
    }

    private mutating func read(_ marker: Int, _ file: FileBytes, _ start: Int, _ end: Int) {
        switch marker {
        case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF: readFrame(marker, file, start)
        case 0xDA: hasScan = true
        case 0xE0: readDensity(file, start)
        case 0xE1: readEXIF(file, start, end)
        default: break
        }
    }

    private mutating func readFrame(_ marker: Int, _ file: FileBytes, _ start: Int) {
        guard frame == 0, let bits = file.u8(start), let height = file.u16(start + 1), let width = file.u16(start + 3),
            let count = file.u8(start + 5)
        else { return }
        (frame, precision, components) = (marker, bits, count)
        (page.width, page.height, page.bitsPerPixel) = (width, height, bits * count)
    }

    private mutating func readDensity(_ file: FileBytes, _ start: Int) {
        guard file.hasPrefix(Array("JFIF\0".utf8), at: start), let unit = file.u8(start + 7),
            let x = file.u16(start + 8), let y = file.u16(start + 10), x > 0, y > 0
        else { return }
        switch unit {
        case 1: page.resolution = (Double(x), Double(y))
        case 2: page.resolution = (Double(x) * 2.54, Double(y) * 2.54)
        default: break
        }
    }

    /// Only the orientation of the first directory is wanted; links are not followed.
    private mutating func readEXIF(_ file: FileBytes, _ start: Int, _ end: Int) {
        guard file.hasPrefix(Array("Exif\0\0".utf8), at: start), start + 14 < end else { return }
        var tiff = FileBytes(file.data.subdata(in: file.data.startIndex + start + 6..<file.data.startIndex + end))
        tiff.isLittleEndian = tiff.hasPrefix([0x49, 0x49])
        guard let directory = tiff.u32(4), let count = tiff.u16(directory) else { return }
        for index in 0..<min(count, 100) {
            let entry = directory + 2 + 12 * index
            guard tiff.u16(entry) == 274, let value = tiff.u16(entry + 8), (1...8).contains(value) else { continue }
            page.orientation = value
        }
    }
}
