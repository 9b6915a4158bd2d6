import CaptureModel
import Foundation
import TestSupport
import Testing

/// A word as poppler finds it on the page as shown, in points.
private struct FoundWord {
    let text: String
    let left, top, right, bottom: Double

    static func all(in path: String) throws -> [FoundWord] {
        let pattern = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/
        return try Tool.run("pdftotext", ["-bbox", path, "-"]).text.matches(of: pattern).map { match in
            let numbers = [match.1, match.2, match.3, match.4].map { Double($0) ?? .nan }
            return FoundWord(
                text: String(match.5), left: numbers[0], top: numbers[1], right: numbers[2], bottom: numbers[3])
        }
    }

    /// Shared area over joint area.
    func overlap(with box: Box, scale: Double) -> Double {
        let (x, y) = (Double(box.x) * scale, Double(box.y) * scale)
        let (right, bottom) = (Double(box.right) * scale, Double(box.bottom) * scale)
        let shared = max(0, min(self.right, right) - max(left, x)) * max(0, min(self.bottom, bottom) - max(top, y))
        let joint = (self.right - left) * (self.bottom - top) + (right - x) * (bottom - y) - shared
        return shared / joint
    }
}

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

    @Test(
        "a word is marked as wide as it is and as high as its line, however the sheet was fed",
        arguments: QuarterTurn.allCases)
    func boxes(_ rotation: QuarterTurn) throws {
        var sample = try Sample()
        try sample.addPage(letter(rotation), rotation: rotation)
        let found = try FoundWord.all(in: sample.compose())
        #expect(found.count == Sample.letter.flatMap(\.words).count)
        for line in Sample.letter {
            let height = line.words.map(\.box).reduce(line.words[0].box) { $0.union($1) }
            for word in line.words {
                let match = try #require(found.first { $0.text == word.text })
                let expected = Box(x: word.box.x, y: height.y, width: word.box.width, height: height.height)
                #expect(match.overlap(with: expected, scale: 72 / 100) >= 0.99, "\(word.text)")
            }
        }
    }

    @Test("on a skewed page the marking follows the line down", arguments: [-3.0, 2.0])
    func skew(_ degrees: Double) throws {
        let words = (0..<6).map { index in
            let fall = Int((tan(degrees * .pi / 180) * Double(70 * index)).rounded())
            return Word(
                text: "Wort\(index)", box: Box(x: 20 + 70 * index, y: 100 + fall, width: 60, height: 16),
                confidence: .certain)
        }
        var sample = try Sample()
        try sample.addPage([TextLine(words: words, block: 0)], skewDegrees: degrees)
        let found = try FoundWord.all(in: sample.compose())
        for (word, match) in zip(words, found) {
            #expect(match.text == word.text && match.overlap(with: word.box, scale: 72 / 100) >= 0.9)
        }
    }

    @Test("a rule read as a letter does not make its line higher")
    func outlier() throws {
        let box = Box(x: 60, y: 100, width: 50, height: 16)
        var sample = try Sample()
        try sample.addPage([
            TextLine(
                ("|", Box(x: 40, y: 20, width: 4, height: 400)), ("eins", box),
                ("zwei", Box(x: 120, y: 100, width: 50, height: 16)))
        ])
        let match = try #require(FoundWord.all(in: sample.compose()).first { $0.text == "eins" })
        #expect(match.overlap(with: box, scale: 72 / 100) >= 0.99)
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
        #expect(try FoundWord.all(in: sample.compose()).map(\.text) == ["klein"])
    }
}
