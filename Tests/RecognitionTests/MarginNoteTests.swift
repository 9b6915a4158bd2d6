import CaptureModel
import Testing

@testable import Recognition

@Suite("Notes in the margin") struct MarginNoteTests {
    /// Lines of words with their left edges; a letter is 10 pixels wide.
    private func lines(_ rows: [[(String, x: Int)]]) -> [String] {
        var text = ReadText()
        text.lines = rows.enumerated().map { number, words in
            TextLine(
                words: words.map {
                    let box = Box(x: $0.x, y: 40 * number, width: 10 * $0.0.count, height: 20)
                    return Word(text: $0.0, box: box, confidence: Confidence(0.9))
                }, block: 0)
        }
        return text.withMarginNotes().lines.map(\.text)
    }

    private let second = [("rung", x: 0), ("abgegeben", x: 50)]
    private let third = [("wurde.", x: 0)]

    @Test("come after the block where the row beside them ends inside of a word")
    func parted() {
        let found = lines([[("die", x: 0), ("Erklä-", x: 80), ("Anmerkungen:", x: 300)], second, third])
        #expect(found == ["die Erklä-", "rung abgegeben", "wurde.", "Anmerkungen:"])
    }

    @Test("are not looked for in rows that end with a word, in gaps of a space or two, and above rows as long")
    func left() {
        let whole = lines([[("Summe", x: 0), ("12,00", x: 300)], second])
        #expect(whole == ["Summe 12,00", "rung abgegeben"])
        let narrow = lines([[("Haupt-", x: 0), ("Erklä-", x: 80)], second])
        #expect(narrow == ["Haupt- Erklä-", "rung abgegeben"])
        let table = lines([[("Erklä-", x: 0), ("Betrag", x: 300)], second + [("12,00", x: 300)]])
        #expect(table == ["Erklä- Betrag", "rung abgegeben 12,00"])
    }
}
