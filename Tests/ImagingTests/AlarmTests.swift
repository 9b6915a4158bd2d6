import CaptureModel
import Imaging
import Testing

@Suite("Quality alarms")
struct AlarmTests {
    private func alarms(_ sheet: DrawnSheet, skew: Double = 0) throws -> [String] {
        try sheet.sketch(.gray).alarms(PagePose(skewDegrees: skew)).map(\.code)
    }

    private func letter() -> DrawnSheet {
        var sheet = DrawnSheet()
        sheet.print(lines: 25)
        return sheet
    }

    @Test("a good page gives none, nor one with a frame and rules")
    func quiet() throws {
        var form = letter()
        form.frame(10, 10, 128, 190)
        form.fill(70, 10, 0.3, 190)
        #expect(try alarms(letter()).isEmpty)
        #expect(try alarms(form).isEmpty)
    }

    @Test("a streak through print and margins is told")
    func streak() throws {
        var sheet = letter()
        sheet.fill(66, 0, 0.35, 210, (200, 200, 200))
        #expect(try alarms(sheet) == ["page-streaked"])
    }

    @Test("print that runs over the edge is told, from a few lines on", arguments: [(25, true), (5, true), (3, false)])
    func cutOff(_ lines: Int, _ isTold: Bool) throws {
        var sheet = DrawnSheet()
        sheet.print(lines: lines, x: 0, right: 100)
        #expect(try alarms(sheet) == (isTold ? ["page-cut-off"] : []))
    }

    @Test("a corner folded over is told", arguments: [UInt8(20), 120])
    func corner(_ tone: UInt8) throws {
        var sheet = letter()
        sheet.fill(0, 0, 18, 18, (tone, tone, tone)) { x, y in x + y < 17 }
        #expect(try alarms(sheet) == ["page-corner-folded"])
    }

    @Test("a blurred page is told")
    func blurred() throws {
        let sharp = try letter().raster(.gray)
        // Down to a sixth and up again: 25 dpi.
        let soft = try sharp.scaled(x: 1.0 / 6, y: 1.0 / 6).scaled(x: 6, y: 6)
        #expect(try PageSketch(of: soft).alarms(PagePose()).map(\.code).contains("page-blurred"))
    }

    @Test("a page lying very askew is told")
    func askew() throws {
        #expect(try alarms(letter(), skew: -13) == ["page-askew"])
    }
}
