import CaptureModel
import Testing

@testable import Recognition

@Suite("What is no writing") struct NoiseTests {
    private func line(_ words: (String, height: Int)...) -> TextLine {
        TextLine(
            words: words.enumerated().map { index, word in
                let box = Box(x: 100 * index, y: 0, width: 10 * word.0.count, height: word.height)
                return Word(text: word.0, box: box, confidence: Confidence(0.9))
            }, block: 0)
    }

    private func kept(_ lines: TextLine...) -> [String] {
        var text = ReadText()
        text.lines = lines
        return text.withoutNoise().lines.map(\.text)
    }

    @Test("a speck beside a line is no full stop")
    func speck() {
        #expect(kept(line((".", height: 3), ("Sehr", height: 30), ("geehrte.", height: 30))) == ["Sehr geehrte."])
        #expect(kept(line((".", height: 3)), line(("Damen", height: 30))) == ["Damen"])
    }

    @Test("a rule down the page is no bar, a bar between words is")
    func rule() {
        let text = kept(
            line(("Telefon", height: 30), ("|", height: 34), ("Telefax", height: 30), ("|", height: 118)))
        #expect(text == ["Telefon | Telefax"])
    }
}
