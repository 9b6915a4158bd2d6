import CaptureModel
import Foundation
import Imaging
import Recognition
import TestSupport
import Testing

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

    @Test("a sheet that lies askew by some degrees is read", arguments: [-6.0, -2.5, 2.5, 6.0])
    func skew(_ degrees: Double) throws {
        let sheet = try PatchSheet(bars: "WNNW").raster().rotated(degrees: degrees)
        #expect(try PatchCodeReader().read(PageSketch(of: sheet)) == .two)
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

    func raster() throws -> Raster {
        let (width, height) = (Int(5.83 * Double(resolution)), Int(8.27 * Double(resolution)))
        var bytes = [UInt8](repeating: 245, count: width * height)
        var top = 0.6
        for bar in bars {
            let depth = (bar == "W" ? 0.2 : 0.08) * scale
            for y in pixels(top)..<pixels(top + depth) {
                for x in pixels(1)..<pixels(1 + length) { bytes[y * width + x] = 25 }
            }
            top += depth + 0.08 * scale
        }
        return try Raster(
            bytes, width: width, height: height, bytesPerLine: width, layout: .gray, resolution: resolution)
    }

    private func pixels(_ inches: Double) -> Int { Int((inches * Double(resolution)).rounded()) }
}
