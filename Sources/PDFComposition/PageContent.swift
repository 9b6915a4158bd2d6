// The content stream of a page: the image, then its words in invisible letters over it.
//
// Each word has its own text matrix, font size (its height) and horizontal scaling (its width), and is followed by a space
// scaled to reach the next word, so that no reader has to guess where words are or end. All words stand in one text
// object, because poppler forgets the scaling at its end.

import CaptureModel

/// Operators of a page, gathered word by word.
struct PageContent {
    /// Name of the font and of the image in the page's resources.
    static let fontName = "/F0"
    static let imageName = "/I0"
    /// Width of a space at the end of a line, in heights of the word before it: an average letter.
    private static let endOfLineSpace = 0.5
    /// Bounds of the horizontal scaling in percent, inside those of PDF/A for numbers.
    private static let scaling = 0.1...32_000.0

    private let frame: PageFrame
    private let skewDegrees: Double
    private var operators: String
    /// Paragraphs written, which are marked-content ids from 0.
    private(set) var paragraphCount = 0

    /// A page with its image; `skewDegrees` is how much its lines fall to the right.
    init(_ frame: PageFrame, skewDegrees: Double) {
        self.frame = frame
        self.skewDegrees = skewDegrees
        let width = PDFSyntax.number(frame.width)
        let height = PDFSyntax.number(frame.height)
        // The image is an artifact: what it says is said by the text.
        operators = "/Artifact BMC\nq \(width) 0 0 \(height) 0 0 cm \(Self.imageName) Do Q\nEMC\n"
    }

    /// Adds the page's text; lines of one block in a row make a paragraph.
    mutating func add(_ lines: [TextLine], font: inout TextFont) {
        var block: Int?
        for line in lines {
            let words = shown(line.words, &font)
            guard !words.isEmpty else { continue }
            if block != line.block { beginParagraph() }
            block = line.block
            for (index, word) in words.enumerated() {
                add(word, before: index + 1 < words.count ? words[index + 1] : nil)
            }
        }
        if paragraphCount > 0 { operators += "EMC\nET\n" }
    }

    var bytes: [UInt8] { Array(operators.utf8) }

    private struct Shown {
        let codes: [Int]
        let place: WordPlace
    }

    /// The words of a line that can be shown, each in its place.
    private func shown(_ words: [Word], _ font: inout TextFont) -> [Shown] {
        let coded = words.map { (codes: font.codes(for: $0.text), box: $0.box) }.filter { !$0.codes.isEmpty }
        let places = LineFit.aligned(coded.map { frame.place($0.box) }, skewDegrees: skewDegrees)
        return zip(coded, places).map { Shown(codes: $0.codes, place: $1) }
    }

    private mutating func beginParagraph() {
        operators += paragraphCount == 0 ? "BT 3 Tr\n" : "EMC\n"
        operators += "/P << /MCID \(paragraphCount) >> BDC\n"
        paragraphCount += 1
    }

    private mutating func add(_ word: Shown, before next: Shown?) {
        let place = word.place
        let gap = next.map { $0.place.start - place.end } ?? place.height * Self.endOfLineSpace
        let codes = word.codes.map { PDFSyntax.hex($0, digits: 4) }.joined()
        operators += "\(Self.fontName) \(PDFSyntax.number(place.height)) Tf "
        operators += "\(scaling(of: place.length, cells: word.codes.count, place.height)) Tz "
        operators += "\(frame.matrix(at: place)) Tm <\(codes)> Tj "
        operators += "\(scaling(of: gap, cells: 1, place.height)) Tz <\(PDFSyntax.hex(TextFont.space, digits: 4))> Tj\n"
    }

    /// The horizontal scaling in percent that makes `cells` characters as long as asked, in points.
    private func scaling(of length: Double, cells: Int, _ fontSize: Double) -> String {
        let advance = Double(GlyphlessFont.advance) / Double(GlyphlessFont.unitsPerEm)
        let percent = 100 * length / (Double(cells) * advance * fontSize)
        return PDFSyntax.number(min(max(percent, Self.scaling.lowerBound), Self.scaling.upperBound))
    }
}
