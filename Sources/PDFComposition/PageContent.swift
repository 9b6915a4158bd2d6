// The content stream of a page: the image, then its words in invisible letters over it.
//
// Each word is scaled to its width, with a font size that follows from its height, so that readers mark exactly its box,
// and is followed by a space scaled to reach the next word, so that no reader has to guess where words end. A word that
// goes on in the next line (Silbentrennung) has no space behind its hyphen: then poppler, mupdf and pdfium find it whole,
// while a soft hyphen or a replacement text helps only some of them. All words stand in one text object, because poppler
// forgets the scaling at its end.

import CaptureModel

/// Operators of a page.
struct PageContent {
    private let frame: PageFrame
    private var operators: [UInt8]
    /// Paragraphs written, which are marked-content ids from 0.
    private(set) var paragraphCount = 0
    private(set) var fonts: Set<LayerFont> = []

    /// A page with so many images one over the other, each on the whole page.
    init(_ frame: PageFrame, imageCount: Int = 1) {
        self.frame = frame
        let images = (0..<imageCount).map { "\(Self.imageName($0)) Do" }.joined(separator: " ")
        // The image is an artifact: what it says is said by the text.
        operators = Array("/Artifact BMC\nq \(frame.imageMatrix) cm \(images) Q\nEMC\n".utf8)
    }

    /// Name of an image in the page's resources, counted from 0.
    static func imageName(_ index: Int) -> String { "/I\(index)" }

    /// Adds the page's text, once; lines of one block in a row make a paragraph.
    mutating func add(_ lines: [TextLine], codes: inout CharacterCodes) {
        let shown = lines.map { (line: $0, words: words($0.words, &codes)) }.filter { !$0.words.isEmpty }
        guard !shown.isEmpty else { return }
        var pen = TextPen(lift: Self.lift(of: shown.flatMap(\.words)))
        operators += Array("\(frame.matrix(liftedBy: pen.lift)) cm\nBT 3 Tr\n".utf8)
        var block: Int?
        for (line, words) in shown {
            if block != line.block { beginParagraph(&pen) }
            block = line.block
            pen.write(words, isHyphenated: line.isHyphenated == true)
            fonts.formUnion(words.map(\.font))
        }
        operators += pen.operators + Array("EMC\nET\n".utf8)
    }

    var bytes: [UInt8] { operators }

    /// The words of a line that can be shown, each in its place and the font that goes with its line.
    private func words(_ words: [Word], _ codes: inout CharacterCodes) -> [ShownWord] {
        let coded = words.map { (text: $0.text, codes: codes.codes(for: $0.text), place: frame.place($0.box)) }
            .filter { !$0.codes.isEmpty }
        let size = LetterSize.size(of: coded.map { ($0.text, Double($0.place.height)) })
        return coded.map {
            ShownWord(codes: $0.codes, place: $0.place, font: LayerFont(height: Double($0.place.height), near: size))
        }
    }

    /// What the baseline of usual words stands above their lower edge; lifting all at once keeps numbers whole.
    private static func lift(of words: [ShownWord]) -> Double {
        let rises = words.map(\.rise).sorted()
        return rises[rises.count / 2]
    }

    private mutating func beginParagraph(_ pen: inout TextPen) {
        pen.put(paragraphCount == 0 ? "" : "EMC\n")
        pen.put("/P <</MCID \(paragraphCount)>> BDC\n")
        paragraphCount += 1
    }
}

/// A word as the text layer shows it.
struct ShownWord {
    let codes: [Int]
    let place: WordPlace
    let font: LayerFont

    var size: Double { font.size(for: Double(place.height)) }
    var rise: Double { font.rise(at: size) }
}
