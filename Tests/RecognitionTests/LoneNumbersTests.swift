import CaptureModel
import Testing

@testable import Recognition

@Suite("Page numbers that stand alone") struct LoneNumbersTests {
    private static let line = Box(x: 100, y: 600, width: 400, height: 30)
    private static let figure = Box(x: 900, y: 1320, width: 16, height: 26)

    private func places(_ ink: [Box], line: Box = Self.line) throws -> (upper: [Box], lower: [Box]) {
        var text = ReadText()
        text.lines = [TextLine(words: [Word(text: "Text", box: line, confidence: Confidence(0.9))], block: 0)]
        return try #require(LoneNumbers(besides: text))
            .places(on: DrawnPage(width: 1_000, height: 1_400, ink: ink).raster())
    }

    @Test("figures at an edge that nothing stands beside are one number")
    func alone() throws {
        let next = Box(x: 920, y: 1320, width: 16, height: 26)
        #expect(try places([Self.figure]).lower == [Self.figure])
        #expect(try places([Self.figure, next]).lower == [Self.figure.union(next)])
        #expect(try places([Box(x: 500, y: 60, width: 16, height: 26)]).upper.count == 1)
    }

    @Test(
        "strokes, pictures, figures in the text and those that something stands beside are none",
        arguments: [
            [Box(x: 900, y: 1320, width: 3, height: 26)], [Box(x: 900, y: 1290, width: 80, height: 80)],
            [Box(x: 900, y: 700, width: 16, height: 26)],
            [LoneNumbersTests.figure, Box(x: 930, y: 1300, width: 60, height: 60)],
            [300, 500, 700].map { Box(x: $0, y: 1320, width: 16, height: 26) },
        ])
    func others(_ ink: [Box]) throws {
        let found = try places(ink)
        #expect(found.upper.isEmpty && found.lower.isEmpty)
    }

    @Test("what was read already is not read again")
    func known() throws {
        #expect(try places([Self.figure], line: Box(x: 880, y: 1318, width: 50, height: 30)).lower.isEmpty)
    }

    @Test(
        "only a number counts, and only where it was read surely",
        arguments: [("7", 0.95, true), ("180", 0.9, true), ("7", 0.6, false), ("o", 0.95, false), ("07", 0.95, false)])
    func isNumber(_ text: String, _ confidence: Double, _ counts: Bool) {
        #expect(Word(text: text, box: Self.figure, confidence: Confidence(confidence)).isPageNumber == counts)
    }
}
