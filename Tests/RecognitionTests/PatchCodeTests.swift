import CaptureModel
import Foundation
import Imaging
import TestSupport
import Testing

@testable import Recognition

@Suite("Patch codes")
struct PatchCodeTests {
    /// Bars from the leading edge: N narrow, W wide (Kodak A-61599).
    static let patterns: [(PatchCode, String)] = [
        (.one, "WWNN"), (.two, "WNNW"), (.three, "WNWN"), (.four, "NWWN"), (.six, "NNWW"), (.transfer, "NWNW"),
    ]

    @Test(
        "every code is read from its leading edge, whichever way the sheet lies",
        arguments: patterns, QuarterTurn.allCases)
    func codes(_ pattern: (code: PatchCode, bars: String), _ turn: QuarterTurn) throws {
        let sheet = try PatchSheet(bars: pattern.bars).raster().rotated(turn)
        #expect(try PatchCodeReader().read(PageSketch(of: sheet)) == pattern.code)
    }

    @Test("every usual resolution will do", arguments: [150, 200, 300, 400, 600])
    func resolutions(_ resolution: Int) throws {
        let sheet = try PatchSheet(bars: "NWNW", resolution: resolution).raster()
        #expect(try PatchCodeReader().read(PageSketch(of: sheet)) == .transfer)
    }

    @Test("a sheet that lies askew by some degrees is read", arguments: [-15.0, -6, -2.5, 2.5, 6, 15])
    func skew(_ degrees: Double) throws {
        let sheet = try PatchSheet(bars: "WNNW").raster().rotated(degrees: degrees)
        #expect(try PatchCodeReader().read(PageSketch(of: sheet)) == .two)
    }

    @Test("faint toner is enough, on gray paper as on white", arguments: [(UInt8(245), UInt8(180)), (190, 140)])
    func faint(_ paper: UInt8, _ toner: UInt8) throws {
        var sheet = PatchSheet(bars: "NWNW")
        sheet.paper = paper
        sheet.toner = toner
        #expect(try PatchCodeReader().read(PageSketch(of: sheet.raster())) == .transfer)
    }

    @Test("toner that left a sixth of the bars white is enough")
    func streaks() throws {
        var sheet = PatchSheet(bars: "WWNN")
        sheet.isWorn = true
        #expect(try PatchCodeReader().read(PageSketch(of: sheet.raster())) == .one)
    }

    @Test("lines of print as deep and as far apart as the bars are no code")
    func print() throws {
        var sheet = PatchSheet(bars: "NWNW")
        sheet.isPrint = true
        #expect(try PatchCodeReader().read(PageSketch(of: sheet.raster())) == nil)
    }

    @Test("random stripes, blots and images of a few pixels are answered, whatever they look like")
    func fuzz() throws {
        var random = SeededGenerator(seed: 1)
        for (width, height) in [(1, 1), (1, 900), (900, 1), (40, 40), (500, 700), (700, 500)] {
            var level = UInt8.random(in: 0...255, using: &random)
            let bytes = (0..<width * height).map { index in
                if index % Int.random(in: 1...400, using: &random) == 0 { level = .random(in: 0...255, using: &random) }
                return level
            }
            bytes.withUnsafeBytes { bytes in
                let view = LineView(
                    bytes: bytes, lines: width, lineStride: 1, length: height, pixelStride: width, resolution: 150)
                for group in PatchCodeScan(view: view).groups() {
                    #expect(group.bars.count == 4 && group.line < width && group.middle < height)
                }
            }
        }
    }

    @Test("a sheet printed to fit the page is read", arguments: [0.9, 0.94, 1.1])
    func printedSmaller(_ scale: Double) throws {
        let sheet = try PatchSheet(bars: "WNWN", scale: scale).raster()
        #expect(try PatchCodeReader().read(PageSketch(of: sheet)) == .three)
    }

    @Test("four bars of other widths are no code", arguments: ["NNNN", "WWWW", "WNNN", "NWWW"])
    func otherBars(_ bars: String) throws {
        #expect(try PatchCodeReader().read(PageSketch(of: PatchSheet(bars: bars).raster())) == nil)
    }

    @Test("bars in a row with others, as in tables and rulers, are no code")
    func manyBars() throws {
        #expect(try PatchCodeReader().read(PageSketch(of: PatchSheet(bars: "NWNWNWNW").raster())) == nil)
    }

    @Test("bars shorter than 0.6 in are no code")
    func shortBars() throws {
        #expect(try PatchCodeReader().read(PageSketch(of: PatchSheet(bars: "NWNW", length: 0.4).raster())) == nil)
    }

    @Test("bars inside a barcode that was read are no code")
    func insideBarcode() throws {
        let sheet = try PatchSheet(bars: "NWNW").raster()
        let barcode = Barcode(
            symbology: .code39, text: "A", box: Box(x: 0, y: 0, width: sheet.width, height: sheet.height))
        #expect(try PatchCodeReader().read(PageSketch(of: sheet), barcodes: [barcode]) == nil)
    }
}

/// An A5 sheet with bars across, beginning 0.6 in below its upper edge.
private struct PatchSheet {
    var bars: String
    var resolution = 150
    /// Against the true size.
    var scale = 1.0
    /// Length of the bars in inches.
    var length = 3.0
    var paper: UInt8 = 245
    var toner: UInt8 = 25
    /// Every sixth pixel along the bars is white.
    var isWorn = false
    /// Two of five strokes along the bars are ink, as in a line of letters.
    var isPrint = false

    func raster() throws -> Raster {
        let (width, height) = (Int(5.83 * Double(resolution)), Int(8.27 * Double(resolution)))
        var bytes = [UInt8](repeating: paper, count: width * height)
        var top = 0.6
        for bar in bars {
            let depth = (bar == "W" ? 0.2 : 0.08) * scale
            for y in pixels(top)..<pixels(top + depth) {
                for x in pixels(1)..<pixels(1 + length) where isInk(x, y) { bytes[y * width + x] = toner }
            }
            top += depth + 0.08 * scale
        }
        return try Raster(
            bytes, width: width, height: height, bytesPerLine: width, layout: .gray, resolution: resolution)
    }

    private func isInk(_ x: Int, _ y: Int) -> Bool {
        if isWorn { return (x + 4 * y) % 6 != 0 }
        return !isPrint || x / 4 % 5 < 2
    }

    private func pixels(_ inches: Double) -> Int { Int((inches * Double(resolution)).rounded()) }
}
