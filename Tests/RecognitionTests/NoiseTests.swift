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

    @Test("a speck is no quotation mark")
    func lowSpeck() {
        #expect(kept(line(("„", height: 4), ("Sehr", height: 30))) == ["Sehr"])
        #expect(kept(line(("„", height: 10), ("Sehr", height: 30))) == ["„ Sehr"])
    }

    @Test("a rule down the page is no bar, a bar between words is")
    func rule() {
        let text = kept(
            line(("Telefon", height: 30), ("|", height: 34), ("Telefax", height: 30), ("|", height: 118)))
        #expect(text == ["Telefon | Telefax"])
    }

    @Test("what was read of a dot leader is dots, and no letters")
    func leader() {
        func read(_ words: String..., confidence: Double = 0.1) -> (text: String, confidence: Double) {
            let words = words.map { word in
                let isSure = word.count < 12
                return Word(
                    text: word, box: Box(x: 0, y: 0, width: 10, height: 10),
                    confidence: Confidence(isSure ? 0.9 : confidence))
            }
            var text = ReadText()
            text.lines = [TextLine(words: words, block: 0)]
            let line = text.withPlainLeaders().lines[0]
            return (line.text, line.confidence.value)
        }
        #expect(read("5.3.3", "Inhalt", "....eeeeeeesunennnnnnnnnnnn", "18") == ("5.3.3 Inhalt .... 18", 0.9))
        #expect(read("Anhang...ceseseeesessnnn.runn", "23").text == "Anhang.... 23")
        #expect(read("rssscrsunenssnonennnennnnonenn", "20").text == ".... 20")
        #expect(read("Tabellen........20044400r0000200nennnonens", "23").text == "Tabellen.... 23")
        #expect(read("Name....Müllermeister", "23").text == "Name....Müllermeister 23")
        #expect(read("https://www.kreis.example...", "20").text == "https://www.kreis.example... 20")
        #expect(read("Donaudampfschiff", "20").text == "Donaudampfschiff 20")
        #expect(read("....eeeeeeesunennnnn", confidence: 0.7).text == "....eeeeeeesunennnnn")
    }

    @Test("a low, wide row is a leader whatever was read of it, once or twice")
    func flatLeader() {
        let leader = Box(x: 100, y: 25, width: 900, height: 5)
        func read(_ word: String, at box: Box) -> String {
            var text = ReadText()
            text.lines = [
                TextLine(
                    words: [
                        Word(text: "Anhang", box: Box(x: 0, y: 0, width: 90, height: 30), confidence: Confidence(0.9)),
                        Word(text: "wvkxwvkxwvkxwvkx", box: leader, confidence: .none),
                        Word(text: word, box: box, confidence: Confidence(0.2)),
                    ], block: 0)
            ]
            return text.withPlainLeaders().lines[0].text
        }
        #expect(read("nennen", at: Box(x: 900, y: 0, width: 100, height: 40)) == "Anhang ....")
        #expect(read("nennen", at: Box(x: 1010, y: 0, width: 100, height: 40)) == "Anhang .... nennen")
        #expect(read("Krüger", at: Box(x: 400, y: 0, width: 100, height: 40)) == "Anhang .... Krüger")
    }
}
