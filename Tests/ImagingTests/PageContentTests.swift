import CaptureModel
import Imaging
import Testing

@Suite("Color, pictures and check boxes")
struct PageContentTests {
    @Test(
        "a small colored stamp makes a page one in color",
        arguments: [(UInt8(190), UInt8(40), UInt8(50)), (40, 60, 180)])
    func stamp(_ color: (UInt8, UInt8, UInt8)) throws {
        var sheet = DrawnSheet()
        sheet.print(lines: 20)
        #expect(try sheet.sketch().colorMode(of: sheet.raster()) == .gray)
        sheet.frame(100, 180, 12, 6, line: 0.5, color)
        #expect(try sheet.sketch().colorMode(of: sheet.raster()) == .color)
    }

    @Test("yellowed paper is gray, a yellow sheet is in color")
    func paper() throws {
        var aged = DrawnSheet((240, 230, 198))
        aged.print(lines: 20)
        #expect(try aged.sketch().colorMode(of: aged.raster()) == .gray)
        var yellow = DrawnSheet((250, 240, 130))
        yellow.print(lines: 20)
        let sketch = try yellow.sketch()
        #expect(try sketch.colorMode(of: yellow.raster()) == .color)
        let found = sketch.paperColor
        let paper = try #require(found)
        #expect(abs(paper.red - 250) < 4 && abs(paper.green - 240) < 4 && abs(paper.blue - 130) < 4)
    }

    @Test("a bitonal page has no color of its sheet")
    func noPaper() throws {
        let found = try DrawnSheet().sketch(.bitonal).paperColor
        #expect(found == nil)
    }

    @Test("a photo is found where it stands, print and an evenly shaded cell are not")
    func photo() throws {
        var sheet = DrawnSheet()
        sheet.print(lines: 20)
        sheet.fill(20, 130, 60, 10, (190, 190, 190))
        #expect(try sheet.sketch(.gray).pictures().isEmpty)
        for row in 0..<40 {
            for column in 0..<60 {
                let tone = UInt8(60 + (column * 7 + row * 11) % 120)
                sheet.fill(60 + Double(column) / 2, 160 + Double(row) / 2, 0.6, 0.6, (tone, tone, tone))
            }
        }
        let pictures = try sheet.sketch(.gray).pictures()
        let picture = try #require(pictures.first)
        // 150 dpi: 5.9 pixels a millimeter.
        #expect(pictures.count == 1)
        #expect(abs(picture.x - 354) < 15 && abs(picture.y - 945) < 15)
        #expect(abs(picture.width - 180) < 25 && abs(picture.height - 120) < 25)
    }

    private func form() -> DrawnSheet {
        var sheet = DrawnSheet()
        sheet.print(lines: 10)
        sheet.frame(15, 90, 3.5, 3.5)
        sheet.frame(15, 100, 3.5, 3.5)
        sheet.fill(15.3, 100.3, 2.9, 2.9) { x, y in abs(x - y) < 0.4 || abs(x + y - 2.9) < 0.4 }
        // Table cells, a ring and a solid square are no boxes to be ticked.
        for cell in 0..<6 { sheet.frame(40 + 5 * Double(cell), 120, 5.3, 5) }
        sheet.fill(15, 130, 4, 4) { x, y in abs(((x - 2) * (x - 2) + (y - 2) * (y - 2)).squareRoot() - 1.7) < 0.25 }
        sheet.fill(30, 130, 4, 4)
        // Nor is a capital D.
        sheet.fill(50, 130, 0.5, 3)
        sheet.fill(50, 130, 2.6, 3) { x, y in
            let distance = ((x - 1.1) * (x - 1.1) + (y - 1.5) * (y - 1.5)).squareRoot()
            return x < 1.1 ? y < 0.5 || y > 2.5 : distance > 1 && distance < 1.5
        }
        return sheet
    }

    @Test("boxes to be ticked are found, and whether they are", arguments: [Raster.Layout.gray, .bitonal])
    func checkBoxes(_ layout: Raster.Layout) throws {
        let boxes = try form().sketch(layout).checkBoxes(PagePose())
        try #require(boxes.count == 2)
        #expect(boxes.allSatisfy { abs($0.box.x - 88) < 4 && abs($0.box.width - 21) < 4 })
        #expect(boxes[0].ink < 0.05 && boxes[1].ink > 0.2)
    }

    @Test("boxes on a turned and leaning page are told in pixels of the page as acquired")
    func turnedCheckBoxes() throws {
        let page = try form().raster(.gray).rotated(degrees: 1.5).rotated(.right)
        let boxes = try PageSketch(of: page).checkBoxes(PagePose(rotation: .left, skewDegrees: 1.5))
        #expect(boxes.count == 2)
        // What lay at the left now lies at the top.
        #expect(boxes.allSatisfy { $0.box.y < 140 })
    }
}
