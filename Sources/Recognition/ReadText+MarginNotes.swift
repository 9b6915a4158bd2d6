// Notes in the margin that the engine took for the end of the row beside them. Where that row ends inside of a word, it is
// certain: "Erklä-   Anmerkungen:" above "rung abgegeben".

import CaptureModel

extension ReadText {
    /// With such notes as lines of their own, after the block they stand beside.
    func withMarginNotes() -> ReadText {
        var text = self
        for index in lines.indices.dropLast().reversed() {
            guard let start = lines[index].marginNote(above: lines[index + 1]) else { continue }
            let block = lines[index].block
            let end = text.lines[index...].firstIndex { $0.block != block } ?? text.lines.endIndex
            text.lines.insert(TextLine(words: Array(lines[index].words[start...]), block: block), at: end)
            text.lines[index].words = Array(lines[index].words[..<start])
        }
        return text
    }
}

extension TextLine {
    /// The word that a note in the margin begins with; nil where none is known to be one.
    fileprivate func marginNote(above next: TextLine) -> Int? {
        words.indices.dropFirst().first { start in
            let (left, right) = (words[start - 1], words[start])
            guard 2 * (right.box.x - left.box.right) > 3 * left.box.height, next.box.right <= right.box.x else {
                return false
            }
            let row = TextLine(words: Array(words[..<start]), block: block)
            return next.words.first?.text.first?.isLowercase == true && row.goesOn(in: next)
        }
    }
}
