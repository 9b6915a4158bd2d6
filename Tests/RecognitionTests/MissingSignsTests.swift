import CaptureModel
import Testing

@testable import Recognition

@Suite("Signs that the model of the engine lacks") struct MissingSignsTests {
    /// What becomes of a word whose pieces of ink, 30 pixels high where nothing else is said, stand so far apart.
    private func restored(_ text: String, _ pieces: [Box]) throws -> String {
        let box = pieces.dropFirst().reduce(pieces[0]) { $0.union($1) }
        let line = TextLine(words: [Word(text: text, box: box, confidence: Confidence(0.9))], block: 0)
        return try MissingSigns.restored(line, on: DrawnPage(width: 400, height: 100, ink: pieces).raster()).text
    }

    private func figure(_ x: Int) -> Box { Box(x: x, y: 20, width: 16, height: 30) }

    @Test("a range keeps the dash and the spaces it was printed with")
    func range() throws {
        func ink(dash: Int, gap: Int) -> [Box] {
            let end = 36 + gap + dash
            return [
                figure(20), Box(x: 36 + gap, y: 36, width: dash, height: 3), figure(end + gap), figure(end + gap + 20),
            ]
        }
        #expect(try restored("5-10", ink(dash: 26, gap: 16)) == "5 – 10")
        #expect(try restored("5-10", ink(dash: 26, gap: 6)) == "5-10")
        #expect(try restored("5-10", ink(dash: 16, gap: 16)) == "5-10")
        #expect(try restored("A-10", ink(dash: 26, gap: 16)) == "A-10")
    }

    @Test("a section is parted from its number where a space is printed")
    func section() throws {
        let sign = Box(x: 20, y: 20, width: 16, height: 40)
        #expect(try restored("§16", [sign, figure(54), figure(74)]) == "§ 16")
        #expect(try restored("§16", [sign, figure(40), figure(60)]) == "§16")
    }
}
