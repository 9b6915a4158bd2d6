// A bitonal image as JBIG2 (ITU-T T.88), a quarter to a half smaller than group 4.
//
// Only the generic region is used: pixel by pixel, each told from the sixteen before and above it (template 0). There are
// no symbols, neither exact nor alike, so no letter can stand for another; symbol coding is forbidden in records
// (BSI TR-03138, A.SC.12). The stream is as a PDF embeds it: no file header, no end of page (ISO 32000-1, 7.4.7).

import CLeptonica
package import CaptureModel
package import Foundation

extension Raster {
    /// A JBIG2 page of one generic region, decoded to exactly the same pixels; other depths are cut at middle gray.
    package borrowing func jbig2Data() throws(CaptureError) -> Data {
        let ink = try bitonal()
        let region = try JBIG2Region.coded(ink)
        var data = BigEndianData()
        data.segment(number: 0, type: 48, length: 19)  // page information
        data.add(UInt32(width), UInt32(height))
        // Dots per meter; flags: lossless; not in stripes.
        let density = UInt32((Double(resolution) / 0.0254).rounded())
        data.add(density, density)
        data.add(UInt8(1), 0, 0)
        data.segment(number: 1, type: 39, length: 26 + region.count)  // immediate lossless generic region
        data.add(UInt32(width), UInt32(height), 0, 0)
        // Drawn as it is; template 0 with equal lines told by one bit; the four movable pixels in their usual places.
        data.add(UInt8(0), 0x08)
        data.add(Int8(3), -1, -3, -1, 2, -2, -2, -2)
        return data.bytes + region
    }
}

private struct BigEndianData {
    private(set) var bytes = Data()

    mutating func add<Value: FixedWidthInteger>(_ values: Value...) {
        for value in values { withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) } }
    }

    /// The header of a segment of page 1 that refers to no other.
    mutating func segment(number: UInt32, type: UInt8, length: Int) {
        add(number)
        add(type, 0, 1)
        add(UInt32(length))
    }
}

private enum JBIG2Region {
    /// The context that codes whether a line is as the one above (6.2.5.7, figure 8).
    private static let equalLineContext = 0x9B25
    /// White pixels around each line, as far as contexts look.
    private static let margin = 4

    static func coded(_ ink: borrowing Raster) throws(CaptureError) -> [UInt8] {
        guard let words = pixGetData(ink.pix) else { throw .fault("pixGetData") }
        let (width, height, stride) = (ink.width, ink.height, Int(pixGetWpl(ink.pix)))
        var coder = ArithmeticCoder(contexts: 1 << 16)
        var line = [UInt8](repeating: 0, count: width + 2 * margin)
        var (above, twoAbove) = (line, line)
        var wasEqual: UInt8 = 0
        for y in 0..<height {
            for x in 0..<width {
                line[x + margin] = UInt8(words[y * stride + x >> 5] >> UInt32(31 - x & 31) & 1)
            }
            let isEqual: UInt8 = line == above ? 1 : 0
            coder.encode(isEqual ^ wasEqual, equalLineContext)
            wasEqual = isEqual
            if isEqual == 0 { code(line, above, twoAbove, &coder) }
            (twoAbove, above, line) = (above, line, twoAbove)
        }
        return coder.finish()
    }

    /// Codes the pixels of a line: five pixels two lines above, seven above and four before make the context.
    private static func code(
        _ line: [UInt8], _ above: [UInt8], _ twoAbove: [UInt8], _ coder: inout ArithmeticCoder
    ) {
        var second = Int(twoAbove[margin]) << 1 | Int(twoAbove[margin + 1])
        var first = Int(above[margin]) << 2 | Int(above[margin + 1]) << 1 | Int(above[margin + 2])
        var before = 0
        for x in margin..<line.count - margin {
            second = (second << 1 | Int(twoAbove[x + 2])) & 0x1F
            first = (first << 1 | Int(above[x + 3])) & 0x7F
            coder.encode(line[x], second << 11 | first << 4 | before)
            before = (before << 1 | Int(line[x])) & 0xF
        }
    }
}
