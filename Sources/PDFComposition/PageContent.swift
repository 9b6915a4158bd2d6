// The content stream of a page: the image, then its words in invisible letters over it.
//
// Each word has its own text matrix, font and font size (its height) and horizontal scaling (its width), so that readers
// mark exactly its box, and is followed by a space scaled to reach the next word, so that no reader has to guess where
// words end. A word that goes on in the next line (Silbentrennung) has no space behind its hyphen: then poppler, mupdf
// and pdfium find it whole, while a soft hyphen or a replacement text helps only some of them. All words stand in one
// text object, because poppler forgets the scaling at its end.

import CaptureModel

/// Operators of a page, gathered word by word.
struct PageContent {
    /// Width of a space at the end of a line, in heights of the word before it: an average letter.
    private static let endOfLineSpace = 0.5
    /// Bounds of the horizontal scaling in percent, inside those of PDF/A for numbers.
    private static let scaling = 0.1...32_000.0

    private let frame: PageFrame
    private var operators: String
    /// Paragraphs written, which are marked-content ids from 0.
    private(set) var paragraphCount = 0
    private(set) var fonts: Set<LayerFont> = []

    /// A page with so many images one over the other, each as large as the page.
    init(_ frame: PageFrame, imageCount: Int = 1) {
        self.frame = frame
        let width = PDFSyntax.number(frame.width)
        let height = PDFSyntax.number(frame.height)
        let images = (0..<imageCount).map { "\(Self.imageName($0)) Do" }.joined(separator: " ")
        // The image is an artifact: what it says is said by the text.
        operators = "/Artifact BMC\nq \(width) 0 0 \(height) 0 0 cm \(images) Q\nEMC\n"
    }

    /// Name of an image in the page's resources, counted from 0.
    static func imageName(_ index: Int) -> String { "/I\(index)" }

    /// Adds the page's text; lines of one block in a row make a paragraph.
    mutating func add(_ lines: [TextLine], codes: inout CharacterCodes) {
        var block: Int?
        for line in lines {
            let words = shown(line.words, &codes)
            guard !words.isEmpty else { continue }
            if block != line.block { beginParagraph() }
            block = line.block
            for (index, word) in words.enumerated() {
                let isLast = index + 1 == words.count
                write(word)
                if isLast, line.isHyphenated == true { continue }
                writeSpace(after: word, before: isLast ? nil : words[index + 1])
            }
        }
        if paragraphCount > 0 { operators += "EMC\nET\n" }
    }

    var bytes: [UInt8] { Array(operators.utf8) }

    private struct Shown {
        let codes: [Int]
        let place: WordPlace
        let font: LayerFont
        var size: Double { font.size(for: place.height) }
    }

    /// The words of a line that can be shown, each in its place and the font that goes with its line.
    private func shown(_ words: [Word], _ codes: inout CharacterCodes) -> [Shown] {
        let coded = words.map { (text: $0.text, codes: codes.codes(for: $0.text), place: frame.place($0.box)) }
            .filter { !$0.codes.isEmpty }
        let size = LetterSize.size(of: coded.map { ($0.text, $0.place.height) })
        return coded.map {
            Shown(codes: $0.codes, place: $0.place, font: LayerFont(height: $0.place.height, near: size))
        }
    }

    private mutating func beginParagraph() {
        operators += paragraphCount == 0 ? "BT 3 Tr\n" : "EMC\n"
        operators += "/P << /MCID \(paragraphCount) >> BDC\n"
        paragraphCount += 1
    }

    private mutating func write(_ word: Shown) {
        fonts.insert(word.font)
        let codes = word.codes.map { PDFSyntax.hex($0, digits: 4) }.joined()
        operators += "\(word.font.name) \(PDFSyntax.number(word.size, decimals: 3)) Tf "
        operators += "\(scaling(of: word.place.length, cells: word.codes.count, word.size)) Tz "
        operators += "\(frame.matrix(at: word.place, rise: word.font.rise(at: word.size))) Tm <\(codes)> Tj\n"
    }

    private mutating func writeSpace(after word: Shown, before next: Shown?) {
        let gap = next.map { $0.place.start - word.place.end } ?? word.place.height * Self.endOfLineSpace
        let code = PDFSyntax.hex(CharacterCodes.space, digits: 4)
        operators += "\(scaling(of: gap, cells: 1, word.size)) Tz <\(code)> Tj\n"
    }

    /// The horizontal scaling in percent that makes `cells` characters as long as asked, in points.
    private func scaling(of length: Double, cells: Int, _ fontSize: Double) -> String {
        let advance = Double(GlyphlessFont.advance) / Double(GlyphlessFont.unitsPerEm)
        let percent = 100 * length / (Double(cells) * advance * fontSize)
        return PDFSyntax.number(min(max(percent, Self.scaling.lowerBound), Self.scaling.upperBound), decimals: 2)
    }
}
