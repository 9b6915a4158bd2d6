import CaptureModel
import Foundation
import TestSupport
import Testing

extension Box {
    /// The box in the record image of a page that has this size when it is shown, after this turn.
    fileprivate func recorded(_ rotation: QuarterTurn, width shownWidth: Int, height shownHeight: Int) -> Box {
        switch rotation {
        case .none: self
        case .right: Box(x: y, y: shownWidth - right, width: height, height: width)
        case .half: Box(x: shownWidth - right, y: shownHeight - bottom, width: width, height: height)
        case .left: Box(x: shownHeight - bottom, y: x, width: height, height: width)
        }
    }
}

@Suite("the text layer")
struct TextLayerTests {
    /// `Sample.letter` as the record image of a page fed like this holds it.
    private func letter(_ rotation: QuarterTurn) -> [TextLine] {
        Sample.letter.map { line in
            let words = line.words.map { word in
                Word(text: word.text, box: word.box.recorded(rotation, width: 480, height: 640), confidence: .certain)
            }
            return TextLine(words: words, block: line.block)
        }
    }

    /// How much the mark of each word overlaps its box at least, words being told apart by their texts.
    private func leastOverlap(_ reader: LayerReader, _ path: String, _ lines: [TextLine]) throws -> Double {
        let found = try reader.words(of: path)
        return lines.flatMap(\.words).map { word in
            found.filter { $0.text == word.text }.map { $0.overlap(with: word.box, scale: 0.72) }.max() ?? 0
        }.min() ?? 0
    }

    @Test(
        "readers mark a word exactly where it was read, however the sheet was fed",
        arguments: LayerReader.installed, QuarterTurn.allCases)
    func boxes(_ reader: LayerReader, _ rotation: QuarterTurn) throws {
        var sample = try Sample()
        try sample.addPage(letter(rotation), rotation: rotation)
        let lines = reader.tellsShownPage ? Sample.letter : letter(rotation)
        #expect(try leastOverlap(reader, sample.compose(), lines) >= 0.99)
    }

    @Test("words of one letter, slivers and giants are marked as exactly", arguments: LayerReader.installed)
    func oddWords(_ reader: LayerReader) throws {
        let lines = [
            TextLine(
                ("Kreisstraße", Box(x: 20, y: 40, width: 110, height: 20)),
                ("1", Box(x: 140, y: 41, width: 4, height: 16)), ("–", Box(x: 152, y: 50, width: 14, height: 2)),
                ("·", Box(x: 176, y: 49, width: 3, height: 3)), ("|", Box(x: 190, y: 20, width: 3, height: 400)),
                ("x", Box(x: 200, y: 46, width: 9, height: 11)))
        ]
        var sample = try Sample()
        try sample.addPage(lines)
        #expect(try leastOverlap(reader, sample.compose(), lines) >= 0.99)
    }

    @Test(
        "on a skewed page each word is marked where it is", arguments: LayerReader.installed, [-3.0, 2.0])
    func skew(_ reader: LayerReader, _ degrees: Double) throws {
        let words = (0..<6).map { index in
            let fall = Int((tan(degrees * .pi / 180) * Double(70 * index)).rounded())
            return Word(
                text: "Wort\(index)", box: Box(x: 20 + 70 * index, y: 100 + fall, width: 60, height: 16),
                confidence: .certain)
        }
        var sample = try Sample()
        let lines = [TextLine(words: words, block: 0)]
        try sample.addPage(lines)
        #expect(try leastOverlap(reader, sample.compose(), lines) >= 0.99)
    }

    @Test("a word parted at the end of a line is found whole", arguments: LayerReader.installed)
    func hyphens(_ reader: LayerReader) throws {
        var first = TextLine(
            ("eins", Box(x: 100, y: 100, width: 33, height: 10)),
            ("unterschiedli-", Box(x: 140, y: 100, width: 107, height: 13)))
        first.isHyphenated = true
        let second = TextLine(
            ("chen", Box(x: 100, y: 117, width: 40, height: 10)), ("Wegen", Box(x: 147, y: 117, width: 40, height: 13)))
        var sample = try Sample()
        try sample.addPage([first, second])
        #expect(try reader.finds("unterschiedlichen", in: sample.compose()))
    }

    @Test("lines and paragraphs are read in their order", arguments: QuarterTurn.allCases)
    func order(_ rotation: QuarterTurn) throws {
        var sample = try Sample()
        try sample.addPage(letter(rotation), rotation: rotation)
        let text = try Tool.run("pdftotext", [sample.compose(), "-"]).text
        #expect(
            text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                == "Sehr geehrte Damen – und Herren Az. 50.31")
    }

    @Test(
        "characters come out as they went in",
        arguments: [
            "Grüße", "Maß", "ẞtraẞe", "12,50€", "ſchön", "ﬁnden", "e\u{301}t\u{332}", "😀", "👨‍👩‍👧", "𝔐", "(\\)", "<a>&",
        ])
    func characters(_ word: String) throws {
        var sample = try Sample()
        try sample.addPage([TextLine((word, Box(x: 100, y: 100, width: 120, height: 20)))])
        let text = try Tool.run("pdftotext", [sample.compose(), "-"]).text
        let found = text.trimmingCharacters(in: .whitespacesAndNewlines.union(.controlCharacters))
        #expect(Array(found.unicodeScalars) == Array(word.unicodeScalars))
    }

    @Test("characters that no PDF/A may hold are left out")
    func forbidden() throws {
        var sample = try Sample()
        try sample.addPage([TextLine(("a\u{0}b\u{FEFF}c\u{FFFE}\n", Box(x: 100, y: 100, width: 120, height: 20)))])
        #expect(try Tool.run("pdftotext", [sample.compose(), "-"]).text.contains("abc"))
    }

    @Test("a word without extent is still found")
    func pointlike() throws {
        var sample = try Sample()
        try sample.addPage([TextLine(("klein", Box(x: 100, y: 100, width: 0, height: 0)))])
        #expect(try LayerReader.poppler.words(of: sample.compose()).map(\.text) == ["klein"])
    }
}
