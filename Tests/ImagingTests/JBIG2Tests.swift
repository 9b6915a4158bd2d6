import CaptureModel
import Foundation
import Imaging
import TestSupport
import Testing

@Suite("JBIG2")
struct JBIG2Tests {
    private static let hasDecoder = (try? Tool.run("jbig2dec", ["--version"]))?.status == 0

    /// Pixels that no prediction gets right, lines that are all alike, and sizes that fill no byte.
    private static func pixels(_ width: Int, _ height: Int) -> [[Bool]] {
        var random = SeededGenerator(seed: UInt64(width * height))
        return (0..<height).map { y in
            (0..<width).map { x in
                switch y % 11 {
                case 0..<3: Bool.random(using: &random)
                case 3..<7: x % 7 < 3
                case 7: true
                default: false
                }
            }
        }
    }

    private func raster(_ pixels: [[Bool]]) throws -> Raster {
        let width = pixels[0].count
        let stride = (width + 7) / 8
        var rows = [UInt8](repeating: 0, count: stride * pixels.count)
        for (y, line) in pixels.enumerated() {
            for (x, isInk) in line.enumerated() where isInk { rows[y * stride + x / 8] |= 0x80 >> UInt8(x % 8) }
        }
        return try Raster(
            rows, width: width, height: pixels.count, bytesPerLine: stride, layout: .bitonal, resolution: 300)
    }

    @Test(
        "another decoder gets back every pixel", .enabled(if: hasDecoder),
        arguments: [(1, 1), (7, 3), (64, 64), (333, 200), (1_000, 40)])
    func lossless(_ width: Int, _ height: Int) throws {
        let pixels = Self.pixels(width, height)
        let scratch = try Scratch()
        try scratch.write(raster(pixels).jbig2Data(), to: "page.jb2")
        let outcome = try Tool.run(
            "jbig2dec", ["-e", "-t", "pbm", "-o", scratch.path("page.pbm"), scratch.path("page.jb2")])
        #expect(outcome.status == 0, "\(outcome.errorText)")
        let head = Data("P4\n\(width) \(height)\n".utf8)
        let decoded = try scratch.read("page.pbm")
        #expect(decoded.prefix(head.count) == head)
        let bits = decoded.dropFirst(head.count)
        for (y, line) in pixels.enumerated() {
            for (x, isInk) in line.enumerated() {
                let byte = bits[bits.startIndex + y * ((width + 7) / 8) + x / 8]
                #expect((byte >> UInt8(7 - x % 8) & 1 == 1) == isInk)
            }
        }
    }

    @Test("it is smaller than group 4, and the same image gives the same bytes")
    func size() throws {
        let page = try raster(Self.pixels(333, 200))
        #expect(try page.jbig2Data().count < page.g4Data().count)
        #expect(try page.jbig2Data() == page.jbig2Data())
    }
}
