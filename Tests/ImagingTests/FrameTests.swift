import CaptureModel
import Imaging
import Testing

@Suite("The scanner's dark frame")
struct FrameTests {
    private func framed() -> DrawnSheet {
        var sheet = DrawnSheet()
        sheet.print(lines: 20)
        sheet.fill(0, 0, 148, 210) { x, y in x < 4 || x > 140 + y * 0.02 || y > 203 }
        return sheet
    }

    @Test("the frame is white in the image that is read, print stays", arguments: Cleaning.allCases)
    func cleaned(_ cleaning: Cleaning) throws {
        let page = try framed().raster(.gray)
        let sketch = try PageSketch(of: page)
        let hasFrame = sketch.hasFrame
        #expect(hasFrame)
        let clean = try page.cleaned(PagePose(), as: cleaning, sketch: sketch).gray()
        #expect(try clean.level(8, 600) > 190 && clean.level(870, 600) > 190 && clean.level(400, 1230) > 190)
        #expect(try clean.level(89, 122) < 128)
        let steps = page.cleaningSteps(PagePose(), as: cleaning, withoutFrame: true).map(\.name)
        #expect(steps.contains("removeFrame"))
    }

    @Test("neither a clean page nor a dark band with light print has a frame")
    func band() throws {
        var sheet = DrawnSheet()
        sheet.print(lines: 20, y: 60)
        let printed = try sheet.sketch(.gray).hasFrame
        #expect(!printed)
        sheet.fill(0, 0, 148, 20)
        for letter in 0..<8 { sheet.fill(20 + 8 * Double(letter), 6, 4, 7, (250, 250, 250)) }
        let banded = try sheet.sketch(.gray).hasFrame
        #expect(!banded)
    }
}
