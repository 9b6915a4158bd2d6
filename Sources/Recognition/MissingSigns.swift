// Signs of German office print that Tesseract's German model cannot say: its alphabet holds no paragraph sign, no
// middle dot, no en dash and no raised two (the list is in the model file, `combine_tessdata -u`). It reads what looks
// most alike: "$ 8" or "8 8" for "§ 8", nothing or a hyphen for the dot, "m?" for "m²".
//
// Method: where the text has one of these substitutes in a place where the sign is usual, the shape of the ink decides.
// Shapes are measured against the line's own letters: the middle height of its pieces of ink and their foot.

import CaptureModel
import Imaging

/// Puts the signs in that a model has no letter for.
struct MissingSigns {
    /// Languages whose models lack them.
    static let languages: Set<String> = ["deu"]

    /// The line with its signs; `page` is the image it was read from.
    static func restored(_ line: TextLine, on page: borrowing Raster) throws(CaptureError) -> TextLine {
        let area = line.box
        // Lines that run up or down are left as they are.
        guard area.height > 0, 2 * area.width > area.height else { return line }
        let pieces = try page.pieces(in: area)
        guard let shape = LineShape(pieces) else { return line }
        var line = line
        line.words = line.words.enumerated().map { index, word in
            let next = index + 1 < line.words.count ? line.words[index + 1].text : nil
            return shape.restored(word, before: next)
        }
        line.words = shape.dotted(line.words).flatMap(shape.parted)
        return line
    }
}

/// The ink of a line and the size of its letters.
private struct LineShape {
    let pieces: [Box]
    /// Height of most small letters, in pixels.
    let letter: Double
    /// Where letters stand, in pixels from the top of the page.
    let foot: Double

    /// Nil where there are too few letters to measure.
    init?(_ pieces: [Box]) {
        let tallest = pieces.map(\.height).max() ?? 0
        // Dots and dashes are below a third of a capital.
        let letters = pieces.filter { $0.height * 3 >= tallest }
        guard letters.count >= 2, tallest >= 8 else { return nil }
        self.pieces = pieces
        letter = Double(letters.map(\.height).sorted()[letters.count / 2])
        // Of two pieces the higher foot, so that a paragraph sign before a single digit hangs below.
        foot = Double(letters.map(\.bottom).sorted()[(letters.count - 1) / 2])
    }

    func restored(_ word: Word, before next: String?) -> Word {
        let text = word.text
        if text == "-" || text == "—" || text == "." || text == ":" { return word.saying(stroke(word)) }
        if let digits = text.areaUnit, isRaised(word) { return word.saying(digits + "²") }
        return word.saying(paragraph(word, before: next))
    }

    /// A word of one stroke or dot: hyphen, en dash or middle dot.
    private func stroke(_ word: Word) -> String {
        let ink = pieces(of: word)
        guard ink.count == 1, let piece = ink.first else { return word.text }
        if isDot(piece) { return "·" }
        guard word.text == "-" || word.text == "—", piece.height * 2 < piece.width else { return word.text }
        return isEnDash(piece) ? "–" : "-"
    }

    /// A dot at half the height of small letters, not on the line.
    private func isDot(_ piece: Box) -> Bool {
        let (wide, high) = (Double(piece.width), Double(piece.height))
        let middle = foot - Double(piece.y) - high / 2
        return (0.12...0.4).contains(wide / letter) && (0.6...1.7).contains(wide / high)
            && (0.3...0.75).contains(middle / letter)
    }

    /// The last piece of the word stands well above the foot.
    private func isRaised(_ word: Word) -> Bool {
        guard let last = pieces(of: word).last else { return false }
        return foot - Double(last.bottom) > 0.25 * letter
    }

    /// The text with the paragraph sign it begins with.
    private func paragraph(_ word: Word, before next: String?) -> String {
        guard let sign = word.text.paragraphStart(before: next) else { return word.text }
        guard let first = pieces(of: word).first(where: { Double($0.height) > 0.6 * letter }) else { return word.text }
        // The sign hangs below the line, digits do not; dollars do, but no amount follows here.
        let hangs = Double(first.bottom) - foot > 0.12 * letter
        return hangs || word.text.drop(while: { $0 == "(" }).first == "$" ? sign : word.text
    }

    /// The words with the middle dots between them that were not read.
    func dotted(_ words: [Word]) -> [Word] {
        guard var last = words.first else { return words }
        var result = [last]
        for word in words.dropFirst() {
            let gap = pieces.filter { $0.x >= last.box.right && $0.right <= word.box.x }
            if gap.count == 1, let dot = gap.first, isDot(dot), stands(dot, between: last, and: word) {
                result.append(Word(text: "·", box: dot, confidence: min(last.confidence, word.confidence)))
            }
            result.append(word)
            last = word
        }
        return result
    }

    private func stands(_ dot: Box, between left: Word, and right: Word) -> Bool {
        let room = 0.2 * letter
        return Double(dot.x - left.box.right) > room && Double(right.box.x - dot.right) > room
            && Double(right.box.x - left.box.right) < 6 * letter
    }

    /// The words that the engine ran together: "§ 16" read as "§16", "5 – 10" as "5-10".
    func parted(_ word: Word) -> [Word] {
        if word.text.first == "§", word.text.dropFirst().isSectionNumber {
            let ink = pieces(of: word).filter { Double($0.height) > 0.6 * letter }
            guard ink.count > 1, isSpace(between: ink[0], and: ink[1]) else { return [word] }
            return word.parted(after: 1, at: ink[0].right, ink[1].x)
        }
        guard let dash = word.text.dashInRange else { return [word] }
        let ink = pieces(of: word)
        let strokes = ink.indices.dropFirst().dropLast().filter { isEnDash(ink[$0]) }
        guard strokes.count == 1, let stroke = strokes.first else { return [word] }
        let (before, piece, after) = (ink[stroke - 1], ink[stroke], ink[stroke + 1])
        guard isSpace(between: before, and: piece), isSpace(between: piece, and: after) else { return [word] }
        let parts = word.parted(after: dash, at: before.right, piece.x)
        let rest = parts[1].saying("–" + parts[1].text.dropFirst())
        return [parts[0]] + rest.parted(after: 1, at: piece.right, after.x)
    }

    /// Hyphens measure 0.33 em, en dashes 0.5 to 0.56 em; a small letter is about 0.5 em high.
    private func isEnDash(_ piece: Box) -> Bool { piece.height * 2 < piece.width && Double(piece.width) > 0.8 * letter }

    /// Spaces measure a quarter of an em and more, what parts letters at most half of that.
    private func isSpace(between left: Box, and right: Box) -> Bool { Double(right.x - left.right) > 0.45 * letter }

    private func pieces(of word: Word) -> [Box] {
        pieces.filter { $0.x + $0.width / 2 >= word.box.x && $0.x + $0.width / 2 < word.box.right }
    }
}

extension Word {
    fileprivate func saying(_ text: String) -> Word { Word(text: text, box: box, confidence: confidence) }

    /// Two words: the first ends after so many letters and at `right`, the second begins at `left`, in pixels.
    fileprivate func parted(after letters: Int, at right: Int, _ left: Int) -> [Word] {
        let boxes = [
            Box(x: box.x, y: box.y, width: right - box.x, height: box.height),
            Box(x: left, y: box.y, width: box.right - left, height: box.height),
        ]
        return zip([text.prefix(letters), text.dropFirst(letters)], boxes).map {
            Word(text: String($0), box: $1, confidence: confidence)
        }
    }
}

extension TextLine {
    /// The box around all words.
    var box: Box {
        words.dropFirst().reduce(words.first?.box ?? Box(x: 0, y: 0, width: 0, height: 0)) { $0.union($1.box) }
    }
}

extension String {
    /// What stands before the raised two of "12m²" or "m²", read as "m?"; nil for other words.
    fileprivate var areaUnit: String? {
        guard let last, "?2*°’".contains(last), dropLast().last == "m" else { return nil }
        let number = dropLast(2)
        let rest = number.last.map { "ck".contains($0) } == true ? number.dropLast() : number
        return rest.allSatisfy { $0.isNumber || $0 == "," } ? String(dropLast()) : nil
    }

    /// How many digits stand before the dash of "5-10" or "100-250"; nil for other words.
    fileprivate var dashInRange: Int? {
        let parts = split(separator: "-", omittingEmptySubsequences: false)
        let areNumbers = parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }
        return parts.count == 2 && areNumbers ? parts[0].count : nil
    }

    /// The word with "§" for the "$", "8" or "5" it begins with, where a number follows as in the law; else nil.
    fileprivate func paragraphStart(before next: String?) -> String? {
        let opening = prefix { $0 == "(" }
        let rest = dropFirst(opening.count)
        guard let sign = rest.first, "$85S".contains(sign) else { return nil }
        let tail = rest.dropFirst()
        let number =
            tail.isEmpty
            ? next.map { Substring($0) } : tail.allSatisfy { $0 == "$" } ? next.map { Substring($0) } : tail
        guard let number, number.isSectionNumber else { return nil }
        return opening + "§" + tail.map { $0 == "$" ? "§" : $0 }
    }
}

extension Substring {
    /// As "8", "18a" or "35," but no amount as "5,00".
    fileprivate var isSectionNumber: Bool {
        let digits = prefix { $0.isASCII && $0.isNumber }
        guard (1...4).contains(digits.count), digits.first != "0" else { return false }
        let rest = dropFirst(digits.count).drop { $0.isASCII && $0.isLowercase }
        return dropFirst(digits.count).count - rest.count <= 1 && rest.allSatisfy { "),.;:".contains($0) }
    }
}
