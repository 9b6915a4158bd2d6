import CaptureModel
import Imaging
import TestSupport
import Testing

@Suite("How a page lies")
struct PoseTests {
    @Test("lines leaning up to 15 degrees are straightened", arguments: [-14.5, -9, -3, 0.3, 6.5, 12])
    func skew(_ degrees: Double) throws {
        var sheet = DrawnSheet()
        sheet.print(lines: 28)
        let page = try sheet.raster(.gray).rotated(degrees: degrees)
        let found = try PageSketch(of: page).pose(orient: false, deskew: true).skewDegrees
        #expect(abs(found - degrees) < 0.15, "\(found)")
    }

    @Test("a screen's resolution is not believed where the sheet would be larger than A3")
    func resolution() throws {
        let scratch = try Scratch()
        let path = scratch.path("page.tif")
        try GrayPage(width: 1300, height: 1800) { x, _ in x % 8 < 4 ? 0 : 255 }.raster(resolution: 96)
            .writeG4TIFF(to: path)
        let page = try Raster(decoding: path, format: .tiff, page: 0, limits: InputLimits())
        #expect(page.resolution == 157)
    }

    @Test("a lone word stands in the middle of the part that is read", arguments: [20.0, 79, 84, 120])
    func loneWord(_ x: Double) throws {
        var sheet = DrawnSheet()
        sheet.print(lines: 1, x: x, y: 79, right: x + 14)
        let page = try sheet.raster(.gray)
        let millimeter = Double(page.resolution) / 25.4
        let part = try #require(try PageSketch(of: page).densestPart(side: Int(80 * millimeter)))
        #expect(Double(part.x) < (x - 5) * millimeter && Double(part.x + part.width) > (x + 19) * millimeter)
        #expect(Double(part.y) < 74 * millimeter && Double(part.y + part.height) > 86 * millimeter)
    }

    @Test("a few letters are no part worth reading where more are asked for")
    func fewLetters() throws {
        var sheet = DrawnSheet()
        sheet.print(lines: 1, right: 40)
        let sketch = try sheet.sketch(.gray)
        #expect(sketch.densestPart(side: 400, letters: 150) == nil && sketch.densestPart(side: 400) != nil)
    }

    @Test("a caption is the part that is read, not the picture above it that is as dense as print")
    func caption() throws {
        var sheet = DrawnSheet()
        sheet.print(lines: 20, x: 20, y: 20)
        sheet.print(lines: 1, x: 20, y: 180, right: 40)
        let page = try sheet.raster(.gray)
        let sketch = try PageSketch(of: page)
        let millimeter = Double(page.resolution) / 25.4
        let picture = Box(x: 0, y: 0, width: page.width, height: Int(150 * millimeter))
        let side = Int(80 * millimeter)
        let found = (sketch.densestPart(side: side), sketch.densestPart(side: side, outside: [picture]))
        let (dense, caption) = (try #require(found.0), try #require(found.1))
        #expect(picture.contains(dense) && Double(caption.y + caption.height) > 185 * millimeter)
        let nothing = sketch.densestPart(side: side, outside: [picture, caption])
        #expect(nothing == nil)
    }

    @Test("letters of a coarse page are enlarged for reading, those of a usual one are not")
    func enlargement() throws {
        var sheet = DrawnSheet()
        sheet.print(lines: 28)
        let page = try sheet.raster(.gray)
        #expect(try PageSketch(of: page.scaled(x: 0.5, y: 0.5)).enlargementForReading() > 1.5)
        #expect(try PageSketch(of: page.scaled(x: 2, y: 2)).enlargementForReading() == 1)
    }
}
