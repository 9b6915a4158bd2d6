import CaptureModel
import Foundation
import Imaging
import TestSupport
import Testing

@Suite("Layers of a page")
struct LayeredPageTests {
    private let coarse = LayerCoding.coarsest
    private let fine = LayerCoding.finest

    private func letter() -> DrawnSheet {
        var sheet = DrawnSheet()
        sheet.print(lines: 20)
        return sheet
    }

    private func source(_ sheet: DrawnSheet) throws -> LayerSource {
        let page = try sheet.raster()
        return try LayerSource(of: page, PageSketch(of: page))
    }

    private func layered(_ sheet: DrawnSheet, _ coding: LayerCoding) throws -> LayeredPage {
        try LayeredPage(of: source(sheet), coding)
    }

    private func difference(_ sheet: DrawnSheet, _ coding: LayerCoding) throws -> LayerDifference {
        let source = try source(sheet)
        return try LayeredPage(of: source, coding).difference(from: sheet.raster(), source)
    }

    @Test("letters are read from the layers as from the page")
    func letters() throws {
        let source = try source(letter())
        let changes = try source.changedInk(in: LayeredPage(of: source, coarse).picture(source))
        #expect(changes.share(in: Box(x: 0, y: 0, width: 874, height: 1240)) < 0.01)
    }

    @Test("layers take a fraction of the bytes of the page as JPEG")
    func size() throws {
        var sheet = letter()
        sheet.fill(100, 10, 20, 10, (200, 40, 50))
        let image = try sheet.raster().jpegData(quality: 75)
        #expect(try 3 * layered(sheet, coarse).sizeInBytes < image.count)
    }

    @Test("each layer says its size, and a gray page has no colors")
    func record() throws {
        let page = try letter().raster(.gray)
        let record = try LayeredPage(of: LayerSource(of: page, PageSketch(of: page)), coarse).record
        #expect(record.mask.width == page.width && record.mask.height == page.height)
        #expect(record.background.width < page.width && record.foreground.width < record.background.width)
        #expect(record.background.components == 1 && record.foreground.components == 1)
    }

    @Test("a plain letter differs little from its layers")
    func plain() throws {
        let found = try difference(letter(), coarse)
        #expect(found.paper <= 6 && found.strokes <= 6, "\(found)")
    }

    @Test("a wash of highlighter keeps its tone")
    func highlighter() throws {
        var sheet = letter()
        sheet.fill(10, 30, 100, 12, (255, 250, 140))
        sheet.print(lines: 2, y: 33)
        #expect(try difference(sheet, fine).paper <= 10)
    }

    @Test("fine hatching too faint for ink that blurs is noticed")
    func pencil() throws {
        var sheet = letter()
        for line in 0..<40 { sheet.fill(20 + Double(line), 140, 0.17, 20, (215, 215, 215)) }
        let plain = try difference(letter(), coarse)
        #expect(try difference(sheet, coarse).strokes > plain.strokes + 4)
    }

    @Test("colors that run together in the foreground are noticed")
    func stamp() throws {
        var sheet = letter()
        for line in 0..<30 {
            sheet.fill(30, 140 + Double(line), 40, 0.5, line % 2 == 0 ? (20, 20, 20) : (215, 30, 40))
        }
        let plain = try difference(letter(), coarse)
        #expect(try difference(sheet, coarse).ink > plain.ink + 20)
    }

    @Test("the soft edges of thick bars do not lighten them, wherever they fall")
    func bars() throws {
        var sheet = DrawnSheet()
        sheet.print(lines: 6)
        for bar in 0..<16 {
            let x = 8 + 7.3 * Double(bar)
            sheet.fill(x - 0.17, 120, 1.7, 60, (150, 150, 148))
            sheet.fill(x, 120, 1.36, 60, (20, 20, 20))
        }
        #expect(try difference(sheet, coarse).ink <= 45)
    }

    @Test("dark specks that reading leaves out stay on the page")
    func specks() throws {
        var sheet = letter()
        for dot in 0..<12 { sheet.set(100 + 50 * dot, 1_000, (40, 40, 40)) }
        #expect(try difference(sheet, coarse).strokes <= difference(letter(), coarse).strokes + 1)
    }

    @Test("noise of paper and sensor costs next to nothing, and what is faint on it stays")
    func noise() throws {
        var noisy = DrawnSheet()
        var state: UInt32 = 1
        for y in 0..<noisy.height {
            for x in 0..<noisy.width {
                state = state &* 1_664_525 &+ 1_013_904_223
                let gray = UInt8(232 + (state >> 28))
                noisy.set(x, y, (gray, gray, gray))
            }
        }
        noisy.print(lines: 20)
        noisy.fill(20, 190, 60, 12, (205, 215, 235))
        let background = try layered(noisy, coarse).background
        #expect(try background.count < 2 * layered(letter(), coarse).background.count)
        #expect(try difference(noisy, coarse).paper <= 10)
    }

    @Test("parts of a millimeter at the edge of a page are not held against it")
    func edges() throws {
        var sheet = letter()
        for y in 0..<sheet.height where y % 2 == 0 {
            sheet.set(sheet.width - 1, y, (205, 205, 205))
        }
        #expect(try difference(sheet, coarse).paper <= 10)
    }

    @Test("a coding is made finer where it was objected to, until there is no finer one")
    func steps() throws {
        var coding: LayerCoding? = .coarsest
        var backgrounds: [Int] = []
        while let tried = coding {
            backgrounds.append(tried.backgroundResolution)
            #expect(tried.foregroundResolution == LayerCoding.coarsest.foregroundResolution)
            coding = tried.withFinerBackground
        }
        #expect(backgrounds == backgrounds.sorted() && backgrounds.last == LayerCoding.finest.backgroundResolution)
        #expect(LayerCoding.finest.withFinerForeground == nil && LayerCoding.finest.withFinerBackground == nil)
        let finer = try #require(LayerCoding.coarsest.withFinerForeground)
        #expect(finer.foregroundResolution > LayerCoding.coarsest.foregroundResolution)
        #expect(finer.backgroundResolution == LayerCoding.coarsest.backgroundResolution)
    }

    @Test("the same page gives the same bytes")
    func determinism() throws {
        let first = try layered(letter(), coarse)
        let second = try layered(letter(), coarse)
        #expect(first.background == second.background && first.foreground == second.foreground)
        #expect(first.mask == second.mask)
    }
}
