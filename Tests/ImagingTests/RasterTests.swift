import CaptureModel
import Foundation
import Imaging
import TestSupport
import Testing

@Suite("Rasters")
struct RasterTests {
    @Test(
        "a quarter turn swaps width and height and carries the corner along",
        arguments: [(QuarterTurn.right, 39, 0), (.half, 39, 19), (.left, 0, 19), (.none, 0, 0)])
    func quarterTurn(_ turn: QuarterTurn, _ column: Int, _ row: Int) throws {
        let isSideways = turn == .right || turn == .left
        let page = GrayPage(width: isSideways ? 20 : 40, height: isSideways ? 40 : 20) { x, y in x + y == 0 ? 0 : 255 }
        let turned = try page.raster().rotated(turn)
        #expect(turned.width == 40 && turned.height == 20)
        #expect(try turned.level(column, row) == 0)
    }

    @Test("rows of one bit a pixel mean black where the bit is set, whatever fills the rest of the line")
    func bitonalRows() throws {
        // 10 pixels: black, white ..., black; the 6 bits behind are set as well.
        let row: [UInt8] = [0b1000_0000, 0b0111_1111, 0xEE]
        let raster = try Raster(row, width: 10, height: 1, bytesPerLine: 3, layout: .bitonal, resolution: 300)
        let levels = try raster.levels()
        #expect(levels == [0, 255, 255, 255, 255, 255, 255, 255, 255, 0])
    }

    @Test("rows that are too short for their pixels are refused")
    func shortRows() {
        #expect(throws: CaptureError.self) {
            let bytes = [UInt8](repeating: 0, count: 99)
            _ = try Raster(bytes, width: 10, height: 10, bytesPerLine: 10, layout: .gray, resolution: 300)
        }
    }

    @Test("a group 4 file gives back every pixel and the resolution")
    func g4RoundTrip() throws {
        let scratch = try Scratch()
        let page = GrayPage(width: 301, height: 203) { x, y in (x / 7 + y / 5) % 2 == 0 ? 0 : 255 }
        let path = scratch.path("page.tif")
        try page.raster(resolution: 240).bitonal().writeG4TIFF(to: path)
        let read = try Raster(decoding: path, format: .tiff, page: 0, limits: InputLimits())
        #expect(read.width == 301 && read.height == 203 && read.depth == 1 && read.resolution == 240)
        #expect(try read.levels() == page.levels)
        let isDamaged = read.isDamaged
        #expect(!isDamaged)
    }

    @Test("raw group 4 data is the strip of the file, without its header")
    func g4Strip() throws {
        let page = GrayPage(width: 64, height: 64) { x, _ in BarFax.bar.contains(x) ? 0 : 255 }
        #expect(try page.raster().g4Data() == BarFax.strip)
    }

    @Test("a JPEG file keeps size and resolution, one component for gray")
    func jpeg() throws {
        let scratch = try Scratch()
        let page = GrayPage(width: 160, height: 96) { x, _ in UInt8(x) }
        let path = scratch.path("page.jpg")
        try page.raster(resolution: 200).writeJPEG(to: path, quality: 90)
        let read = try Raster(decoding: path, format: .jpeg, page: 0, limits: InputLimits())
        #expect(read.width == 160 && read.height == 96 && read.depth == 8 && read.resolution == 200)
        #expect(try ImageFile.isPassableJPEG(path))
    }

    @Test("a fax page of 204 by 98 dpi becomes square at the finer resolution")
    func fax() throws {
        let scratch = try Scratch()
        let tiff = HandTIFF(width: 1728, height: 1100, resolution: (204, 98)).data
        let path = try scratch.write(tiff, to: "fax.tif")
        let read = try Raster(decoding: path, format: .tiff, page: 0, limits: InputLimits())
        #expect(read.resolution == 204 && read.width == 1728)
        #expect(abs(read.height - 1100 * 204 / 98) <= 1)
    }

    @Test("a missing or absurd resolution is taken from the width of A4", arguments: [0, 1, 65_000])
    func assumedResolution(_ stated: Int) throws {
        let scratch = try Scratch()
        let tiff = HandTIFF(width: 1654, height: 2339, resolution: (stated, stated)).data
        let path = try scratch.write(tiff, to: "page.tif")
        #expect(try Raster(decoding: path, format: .tiff, page: 0, limits: InputLimits()).resolution == 200)
    }

    @Test(
        "the orientation tag is followed",
        arguments: [(1, 0, 0), (2, 39, 0), (3, 39, 19), (4, 0, 19), (5, 0, 0), (6, 19, 0), (7, 19, 39), (8, 0, 39)])
    func orientationTag(_ tag: Int, _ column: Int, _ row: Int) throws {
        let scratch = try Scratch()
        let tiff = HandTIFF(width: 40, height: 20, resolution: (300, 300), orientation: tag, hasCornerDot: true).data
        let path = try scratch.write(tiff, to: "page.tif")
        let read = try Raster(decoding: path, format: .tiff, page: 0, limits: InputLimits())
        #expect(try read.level(column, row) == 0)
    }
}
