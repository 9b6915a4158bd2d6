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
}
