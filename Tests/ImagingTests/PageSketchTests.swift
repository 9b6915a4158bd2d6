import CaptureModel
import Imaging
import TestSupport
import Testing

@Suite("What a sketch tells of a page")
struct PageSketchTests {
    /// A5 at 150 dpi keeps the pages small.
    private static let (width, height) = (874, 1240)

    private static func sketch(level: (Int, Int) -> UInt8) throws -> PageSketch {
        try PageSketch(of: GrayPage(width: width, height: height, level: level).raster(resolution: 150))
    }

    @Test("paper of an even tone is blank", arguments: [UInt8(255), 230, 170])
    func evenPaper(_ tone: UInt8) throws {
        #expect(try Self.sketch { _, _ in tone }.isBlank(below: 0.0007))
    }

    @Test("print that shines through from the back is blank")
    func shineThrough() throws {
        let sketch = try Self.sketch { x, y in y % 40 < 16 && x % 14 < 9 ? 222 : 240 }
        #expect(try sketch.isBlank(below: 0.0007))
    }

    @Test("punch holes, a fold and a staple are blank")
    func holes() throws {
        let sketch = try Self.sketch { x, y in
            let toHole = min(abs(y - 430), abs(y - 810))
            let isHole = (x - 71) * (x - 71) + toHole * toHole < 18 * 18
            let isFold = y == 620 || y == 621
            let isStaple = y >= 30 && y < 35 && x >= 30 && x < 80
            return isHole || isFold || isStaple ? 20 : 245
        }
        #expect(try sketch.isBlank(below: 0.0007))
    }

    @Test("a page number between dashes is not blank")
    func pageNumber() throws {
        let sketch = try Self.sketch { x, y in
            let isDigit = x >= 432 && x < 441 && y >= 1150 && y < 1165
            let isDash = (y == 1157 || y == 1158) && min(abs(x - 418), abs(x - 455)) < 4
            return isDigit || isDash ? 20 : 245
        }
        #expect(try !sketch.isBlank(below: 0.0007))
    }

    @Test("black and white pixels are bitonal, a gray one makes the page gray")
    func grayContent() throws {
        let pure = try GrayPage(width: 400, height: 400) { x, _ in x % 8 < 4 ? 0 : 255 }.raster()
        #expect(try PageSketch(of: pure).colorMode(of: pure) == .bitonal)
        let mixed = try GrayPage(width: 400, height: 400) { x, y in x == 7 && y == 9 ? 128 : 255 }.raster()
        #expect(try PageSketch(of: mixed).colorMode(of: mixed) == .gray)
    }

    @Test("a blue stamp makes a page one in color, a yellowish sheet does not")
    func colorContent() throws {
        let paper: (UInt8, UInt8, UInt8) = (244, 240, 226)
        func isStamp(_ x: Int, _ y: Int) -> Bool { x >= 40 && x < 80 && y >= 40 && y < 50 }
        #expect(try mode { x, y in isStamp(x, y) ? (40, 60, 180) : paper } == .color)
        #expect(try mode { x, y in isStamp(x, y) ? (30, 30, 30) : paper } == .gray)
    }

    private func mode(_ pixel: (Int, Int) -> (UInt8, UInt8, UInt8)) throws -> ColorMode {
        let bytes = (0..<600).flatMap { y in
            (0..<400).flatMap { x in
                let color = pixel(x, y)
                return [color.0, color.1, color.2]
            }
        }
        let page = try Raster(bytes, width: 400, height: 600, bytesPerLine: 1200, layout: .rgb, resolution: 150)
        return try PageSketch(of: page).colorMode(of: page)
    }

    @Test("a page photographed in the dark and one in faint pencil are told to a person")
    func exposure() throws {
        let dark = try Self.sketch { x, y in y % 40 < 16 && x % 14 < 5 ? 10 : 50 }
        #expect(dark.exposureFindings().map(\.code) == ["page-too-dark"])
        let faint = try Self.sketch { x, y in y % 40 < 16 && x % 14 < 5 ? 190 : 252 }
        #expect(faint.exposureFindings().map(\.code) == ["page-too-light"])
    }
}
