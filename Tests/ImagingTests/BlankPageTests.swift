import CaptureModel
import Imaging
import Testing

@Suite("Blank pages")
struct BlankPageTests {
    /// The share that profiles start with.
    private let share = AnalysisSettings().blankBelow

    @Test("a signature alone is not blank, though it is one long thin line", arguments: [Raster.Layout.gray, .bitonal])
    func signature(_ layout: Raster.Layout) throws {
        var sheet = DrawnSheet()
        for step in 0..<300 {
            let place = Double(step) / 300
            let up = (place * 12).truncatingRemainder(dividingBy: 2)
            sheet.fill(40 + 40 * place, 150 - 8 * (up < 1 ? up : 2 - up), 0.5, 0.7)
        }
        #expect(try !sheet.sketch(layout).isBlank(below: share))
    }

    @Test("the pale stroke of a marker is not blank")
    func marker() throws {
        var sheet = DrawnSheet()
        sheet.fill(40, 100, 40, 6, (250, 245, 120))
        #expect(try !sheet.sketch().isBlank(below: share))
    }

    @Test("one digit is not blank")
    func digit() throws {
        var sheet = DrawnSheet()
        sheet.frame(72, 195, 1.5, 2.2, line: 0.4)
        #expect(try !sheet.sketch(.gray).isBlank(below: share))
    }

    @Test("a staple pointing anywhere is blank")
    func staple() throws {
        var sheet = DrawnSheet()
        sheet.fill(8, 6, 9, 5, (90, 90, 90)) { x, y in abs(y - x * 5 / 9) < 0.4 }
        #expect(try sheet.sketch(.gray).isBlank(below: share))
    }

    @Test("the pieces of a streak through the page are blank")
    func streak() throws {
        var sheet = DrawnSheet()
        for piece in 0..<40 { sheet.fill(60, 5 * Double(piece) + 2, 0.3, 3) }
        #expect(try sheet.sketch(.gray).isBlank(below: share))
    }

    @Test("the rims of two punch holes are blank")
    func rims() throws {
        var sheet = DrawnSheet()
        for y in [60.0, 140] {
            sheet.fill(9, y, 6, 6, (140, 140, 140)) { x, y in
                let distance = ((x - 3) * (x - 3) + (y - 3) * (y - 3)).squareRoot()
                return distance > 2.2 && distance < 3
            }
        }
        #expect(try sheet.sketch(.gray).isBlank(below: share))
    }

    @Test("an askew sheet on black or gray backing is blank", arguments: [UInt8(10), 60, 150])
    func backing(_ tone: UInt8) throws {
        var sheet = DrawnSheet()
        sheet.fill(0, 0, 148, 210, (tone, tone, tone)) { x, y in x < 2 + y * 0.04 || y > 206 - x * 0.03 }
        #expect(try sheet.sketch(.gray).isBlank(below: share))
    }

    @Test("yellowed paper with a darker rim is blank")
    func yellowed() throws {
        var sheet = DrawnSheet((240, 230, 200))
        for rim in 0..<20 {
            let tone = UInt8(190 + 2 * rim)
            let place = Double(rim)
            sheet.frame(place, place, 148 - 2 * place, 210 - 2 * place, line: 1, (tone, tone - 20, tone - 60))
        }
        #expect(try sheet.sketch().isBlank(below: share))
    }

    @Test("a word in pencil too pale for ink is not blank")
    func palePencil() throws {
        var sheet = DrawnSheet()
        wave(on: &sheet, x: 40, width: 16, (205, 205, 205))
        #expect(try !sheet.sketch(.gray).isBlank(below: share))
    }

    @Test("writing on a streak through the page is not blank")
    func writtenOnStreak() throws {
        var sheet = DrawnSheet()
        sheet.fill(60, 0, 0.35, 210, (60, 60, 60))
        #expect(try sheet.sketch(.gray).isBlank(below: share))
        wave(on: &sheet, x: 40, width: 30, DrawnSheet.black)
        #expect(try !sheet.sketch(.gray).isBlank(below: share))
    }

    @Test("a hair is blank, a pale tick of a pen as large is not")
    func hair() throws {
        func sheet(_ tone: UInt8, stroke: Double) -> DrawnSheet {
            var sheet = DrawnSheet()
            for step in 0..<40 {
                let place = Double(step) / 10
                sheet.fill(70 + place, 100 - abs(place - 1.5), stroke, stroke, (tone, tone, tone))
            }
            return sheet
        }
        #expect(try sheet(190, stroke: 0.1).sketch(.gray).isBlank(below: share))
        #expect(try !sheet(110, stroke: 0.5).sketch(.gray).isBlank(below: share))
    }

    /// A wave of a pen's stroke, as handwriting is.
    private func wave(on sheet: inout DrawnSheet, x: Double, width: Double, _ color: DrawnSheet.Color) {
        for step in 0..<400 {
            let place = Double(step) / 400
            let up = (place * 12).truncatingRemainder(dividingBy: 2)
            sheet.fill(x + width * place, 120 - 4 * (up < 1 ? up : 2 - up), 0.5, 0.5, color)
        }
    }
}
