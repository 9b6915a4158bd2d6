// The parts of a business letter by their place and their marks.
//
// Method: DIN 5008 puts the address field of 85 by 45 mm at 20 mm from the left and 27 mm (form A) or 45 mm (form B) from
// the top, the return address in its first lines, references below it or in a block at 125 mm. Real letters keep to this
// roughly, and many citizens' letters not at all; so places only narrow the search, and marks decide: the postcode line
// that ends an address, the place before a date, the salutation that follows the subject.

import CaptureModel
import Patterns

/// The first page of a document, seen as a letter.
struct BusinessLetter {
    /// Words of a part, and how surely they are it.
    struct Part {
        let run: WordRun
        let confidence: Double
    }

    private let page: ReadPage
    let lines: [LetterLine]

    init(_ page: ReadPage) {
        self.page = page
        // In the order of the paper, whatever order the reader found its blocks in.
        lines = page.segments.prefix(Self.mostLines).map { LetterLine($0, on: page) }
            .sorted { ($0.center, $0.left, $0.words.lowerBound) < ($1.center, $1.left, $1.words.lowerBound) }
    }

    /// Letters have a hundred lines; a table of thousands is none.
    private static let mostLines = 400

    func part(_ part: LetterPart) -> Part? {
        switch part {
        case .recipient: recipient
        case .sender: sender
        case .letterDate: letterDate
        case .subject: subject
        }
    }

    func joined(_ lines: [LetterLine], separator: String = ", ", confidence: Double) -> Part? {
        var words: [(index: Int, text: String)] = []
        var breaks: Set<Int> = []
        for line in lines {
            if !words.isEmpty { breaks.insert(words.count) }
            words += line.words.map { ($0, page.words[$0].word.text) }
        }
        return words.isEmpty
            ? nil : Part(run: WordRun(words) { breaks.contains($0) ? separator : " " }, confidence: confidence)
    }

    // MARK: Recipient and sender

    /// Millimeters: both forms of the address field with room for a scan that slipped.
    private static let addressTop = 24.0...96.0
    private static let addressLeft = 12.0...60.0

    /// The lines of the address field down to its postcode, without the return address above them.
    private var recipient: Part? {
        joined(addressLines, confidence: addressLines.count > 1 ? 0.95 : 0.7)
    }

    /// Up from the last postcode line in the field, as long as lines follow close above each other with one left edge.
    private var addressLines: [LetterLine] {
        let field = lines.filter { Self.addressTop.contains($0.center) && Self.addressLeft.contains($0.left) }
        guard let last = field.lastIndex(where: { $0.isPostcodeLine && !$0.isReturnAddress }) else { return [] }
        var address = [field[last]]
        for line in field[..<last].reversed() {
            guard let above = address.first, above.center - line.center < 2.2 * max(above.height, line.height, 3),
                abs(above.left - line.left) < 4, !line.isReturnAddress, address.count < 9
            else { break }
            address.insert(line, at: 0)
        }
        return address
    }

    /// The return address; else the block of the letterhead that ends in a postcode; else the footer's line with one.
    private var sender: Part? {
        if let line = lines.first(where: { $0.isReturnAddress && $0.center < Self.addressTop.upperBound }) {
            return joined([line], confidence: 0.95)
        }
        let recipient = addressLines.first
        let head = lines.filter { line in
            line.center < Self.addressTop.upperBound && !addressLines.contains { $0.words == line.words }
                && (line.left > 95 || recipient.map { line.center < $0.center } ?? (line.center < 45))
        }
        if let end = head.firstIndex(where: \.isPostcodeLine) {
            let block = head[...end].filter { abs($0.left - head[end].left) < 12 || $0.center < 25 }
            return joined(Array(block.suffix(4)), confidence: 0.85)
        }
        let footer = lines.first { $0.center > 250 && $0.hasPostcode }
        return footer.flatMap { joined([$0], confidence: 0.7) }
    }

    // MARK: Date and subject

    /// A date with a place before it, a labeled one, or one in a line of its own, in the upper part of the letter.
    private var letterDate: Part? {
        let dated = lines.filter { $0.center < 150 }.compactMap { line in
            LetterMarks.dated(line.text).map { (line: line, confidence: confidence($0, of: line)) }
        }
        return dated.max { $0.confidence < $1.confidence }.flatMap { best in
            best.confidence > 0.5 ? joined([best.line], confidence: best.confidence) : labeledDate
        } ?? labeledDate
    }

    /// A date alone takes its meaning from what stands left of it.
    private func confidence(_ confidence: Double, of line: LetterLine) -> Double {
        guard LetterMarks.beginsWithDate(line.text) else { return confidence }
        let label = lines.last { abs($0.center - line.center) < 2 && $0.left < line.left && $0.words != line.words }
        guard let label else { return confidence }
        return LetterMarks.announcesDate(label.text) ? 0.97 : 0
    }

    /// The date under the word `Datum` of a reference line.
    private var labeledDate: Part? {
        for label in lines where label.center < 150 && LetterMarks.announcesDate(label.text) {
            let below = lines.first { line in
                LetterMarks.beginsWithDate(line.text) && (0.1..<12).contains(line.center - label.center)
                    && abs(line.left - label.left) < 12
            }
            if let below { return joined([below], confidence: 0.95) }
        }
        return nil
    }

    /// The line that says `Betreff`, or the block before the salutation.
    private var subject: Part? {
        if let line = lines.first(where: { $0.center < 200 && LetterMarks.subjectLabelLength($0.text) > 0 }) {
            let label = LetterMarks.subjectLabelLength(line.text)
            let rest = LetterLine(line, droppingWords: label)
            let below = lines.first {
                (0.1..<12).contains($0.center - line.center) && abs($0.left - line.left) < 8
            }
            return joined(rest.words.isEmpty ? [below].compactMap { $0 } : [rest], separator: " ", confidence: 0.96)
        }
        guard let salutation = lines.first(where: { $0.center < 220 && LetterMarks.isSalutation($0.text) }) else {
            return nil
        }
        return joined(subjectLines(above: salutation), separator: " ", confidence: 0.93)
    }

    /// At most three lines, close to each other, with the salutation's left edge.
    private func subjectLines(above salutation: LetterLine) -> [LetterLine] {
        var found: [LetterLine] = []
        for line in lines.reversed() where line.center < salutation.center - 1 && abs(line.left - salutation.left) < 8 {
            let below = found.first?.center ?? salutation.center
            guard below - line.center < (found.isEmpty ? 25 : 1.9 * max(line.height, 3.2)), found.count < 3,
                LetterMarks.dated(line.text) == nil, !line.isPostcodeLine
            else { break }
            found.insert(line, at: 0)
        }
        return found
    }
}

extension ReadPage {
    var letter: BusinessLetter { BusinessLetter(self) }
}
