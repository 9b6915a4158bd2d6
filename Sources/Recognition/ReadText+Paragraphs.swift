// Paragraphs: Tesseract's blocks part a paragraph in wide spacing and join paragraphs in narrow one. What tells them on
// office pages is the way from line to line: within a paragraph it stays the same, before the next it is longer.

import CaptureModel

extension ReadText {
    /// With blocks numbered anew, one a paragraph, in the order of the lines.
    func withParagraphs() -> ReadText {
        var text = self
        var number = 0
        for column in columns {
            let steps = zip(column, column.dropFirst()).map { lines[$1].middle - lines[$0].middle }
            // The lower quarter: most steps of a page of short paragraphs lead to the next one.
            let usual = steps.isEmpty ? 0 : steps.sorted()[(steps.count - 1) / 4]
            for (place, index) in column.enumerated() {
                if place > 0, lines[index].begins(after: lines[index - 1], step: steps[place - 1], usual: usual) {
                    number += 1
                }
                text.lines[index].block = number
            }
            number += 1
        }
        return text
    }

    /// Runs of lines that stand one below the other.
    private var columns: [[Int]] {
        var columns: [[Int]] = []
        for index in lines.indices {
            if index > 0, lines[index].continues(lines[index - 1]) {
                columns[columns.count - 1].append(index)
            } else {
                columns.append([index])
            }
        }
        return columns
    }
}

extension TextLine {
    /// The middle of the line, in pixels from the top.
    fileprivate var middle: Int { box.y + box.height / 2 }

    /// Follows below `other` at most three lines further down, in the same column and in print of like size.
    fileprivate func continues(_ other: TextLine) -> Bool {
        let (mine, above) = (box, other.box)
        let height = max(mine.height, above.height)
        return 2 * (middle - other.middle) > height && middle - other.middle < 3 * height
            && mine.x < above.right && above.x < mine.right && 2 * min(mine.height, above.height) > height
    }

    /// A longer way than usual before it; boxes are as tall as their letters, so that a tenth of a line is no more than
    /// a missing descender.
    fileprivate func begins(after other: TextLine, step: Int, usual: Int) -> Bool {
        10 * step > 13 * usual || 10 * step > 22 * max(box.height, other.box.height)
    }
}
