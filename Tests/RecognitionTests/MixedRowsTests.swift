import CaptureModel
import Foundation
import Imaging
import TestSupport
import Testing

@testable import Recognition

/// Place and date beside "Ihr Zeichen" on a letter of the samples, read as the engine reads rows it mixes up.
@Suite("Rows that the engine mixed up with those of another column")
struct MixedRowsTests {
    /// Place and date on the page.
    private let row = Box(x: 1683, y: 1125, width: 560, height: 42)
    private var text = ReadText()

    init() {
        let sign = [
            Word(text: "Ihr", box: Box(x: 296, y: 1125, width: 52, height: 32), confidence: Confidence(0.97)),
            Word(text: "Zeichen:", box: Box(x: 362, y: 1125, width: 154, height: 32), confidence: Confidence(0.92)),
        ]
        text.lines = [TextLine(words: sign + [nonsense], block: 4)]
    }

    private var nonsense: Word {
        Word(text: "a", box: Box(x: 1683, y: 1120, width: 202, height: 42), confidence: Confidence(0.3))
    }

    private func page() throws -> Raster {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../testdata/pages/letter-gray.jpg").standardized.path
        let format = try ImageFile.inspect(path, limits: InputLimits()).format
        return try Raster(decoding: path, format: format, page: 0, limits: InputLimits())
            .bitonal(threshold: PageSketch.inkThreshold)
    }

    @Test("are found by their ink, to their whole width")
    func found() throws {
        let rows = try #require(MixedRows(text)).rows(on: try page())
        let box = try #require(rows.first)
        #expect(rows.count == 1 && abs(box.x - row.x) < 6 && abs(box.right - row.right) < 6, "\(rows)")
        #expect(abs(box.y - row.y) < 6 && abs(box.bottom - row.bottom) < 6, "\(rows)")
    }

    @Test("are left alone where sure words fill them")
    func sure() throws {
        var text = text
        text.lines.append(TextLine(words: said(0.96), block: 4))
        #expect(try #require(MixedRows(text)).rows(on: try page()).isEmpty)
    }

    @Test("become a line of their own where they say more and more surely, and else stay as they were")
    func taken() {
        var better = text
        let isTaken = better.take(said(0.95), as: row)
        #expect(isTaken)
        #expect(better.lines.map(\.text) == ["Ihr Zeichen:", "Oberprobe, 4. November 2026"])
        var worse = text
        let guess = Word(text: "e", box: row, confidence: Confidence(0.4))
        let isWorseTaken = worse.take([guess], as: row)
        #expect(!isWorseTaken && worse.lines == text.lines)
    }

    private func said(_ sure: Double) -> [Word] {
        let places = [("Oberprobe,", 1683, 202), ("4.", 1900, 32), ("November", 1948, 192), ("2026", 2154, 89)]
        return places.map { text, x, width in
            Word(text: text, box: Box(x: x, y: 1127, width: width, height: 32), confidence: Confidence(sure))
        }
    }
}
