// Rows that Tesseract mixed up.
//
// Where two columns stand side by side and their rows at different heights, as the reference block beside the address
// field of a letter (DIN 5008), the engine draws one line through both now and then, and reads the row of one column as
// a letter or two. The ink tells the rows anew: pieces of ink at one height, close together.

import CaptureModel
import Imaging

/// Finds rows of print whose text cannot be what stands there, beside another column.
struct MixedRows {
    /// The usual height of a line's box, in pixels.
    private let height: Int
    private let lines: [TextLine]

    /// Nil where there is no text to measure.
    init?(_ text: ReadText) {
        let heights = text.lines.flatMap(\.words).filter { $0.confidence >= Self.sure }.map(\.box.height).sorted()
        guard !heights.isEmpty, heights[heights.count / 2] >= 8 else { return nil }
        height = heights[heights.count / 2]
        lines = text.lines
    }

    /// Words of print come to 0.85 and more.
    private static let sure = Confidence(0.75)

    /// The boxes of rows that are worth reading by themselves; `page` is the bitonal image the text was read from.
    func rows(on page: borrowing Raster) throws(CaptureError) -> [Box] {
        var rows: [Box] = []
        for line in lines {
            let parts = line.parts(atGapsOver: 5 * height / 2)
            guard parts.count > 1 else { continue }
            for (index, part) in parts.enumerated() where part.isDubious {
                let left = index > 0 ? parts[index - 1].box.right + height / 2 : 0
                let right = index + 1 < parts.count ? parts[index + 1].box.x - height / 2 : page.width
                rows += try self.rows(around: part.box, between: left, and: right, on: page)
            }
        }
        return rows.reduce(into: []) { found, row in if !found.contains(where: row.isMostly(in:)) { found.append(row) }
        }
        .filter { !isRead($0) }
    }

    private func rows(
        around part: Box, between left: Int, and right: Int, on page: borrowing Raster
    ) throws(CaptureError) -> [Box] {
        let (top, bottom) = (max(0, part.y - height), min(page.height, part.bottom + height))
        let area = Box(x: left, y: top, width: right - left, height: bottom - top)
        guard area.width > height, area.height > 0 else { return [] }
        let pieces = try page.pieces(in: area)
            // What the edge cuts belongs to other rows; rules and pictures to none.
            .filter { ($0.y > area.y || $0.y == 0) && ($0.bottom < area.bottom || $0.bottom == page.height) }
            .filter { $0.height < 2 * height && $0.width < 6 * height }
        return grouped(pieces).flatMap { $0.parts(atGapsOver: 2 * height) }
            .filter { $0.count > 2 }.map { $0.dropFirst().reduce($0[0]) { $0.union($1) } }
            .filter { $0.meets(part) && $0.height < 2 * height && $0.width > 2 * $0.height }
    }

    /// The pieces by rows: letters whose middles are at one height, and what is small within the row's height.
    private func grouped(_ pieces: [Box]) -> [[Box]] {
        let letters = pieces.filter { 2 * $0.height >= height }.sorted { $0.middle < $1.middle }
        var rows: [[Box]] = []
        for letter in letters {
            if let last = rows.last?.last, letter.middle - last.middle < height / 3 {
                rows[rows.count - 1].append(letter)
            } else {
                rows.append([letter])
            }
        }
        for piece in pieces where 2 * piece.height < height {
            let row = rows.firstIndex { row in
                let (top, bottom) = (row.map(\.y).min() ?? 0, row.map(\.bottom).max() ?? 0)
                return piece.middle > top && piece.middle < bottom + height / 4
            }
            if let row { rows[row].append(piece) }
        }
        return rows.map { $0.sorted { $0.x < $1.x } }
    }

    /// Whether sure words fill the row.
    private func isRead(_ row: Box) -> Bool {
        let words = lines.flatMap(\.words).filter { $0.confidence >= Self.sure && $0.stands(in: row) }
        return 4 * words.reduce(0) { $0 + $1.box.width } > 3 * row.width
    }
}

extension ReadText {
    /// The text with `words` as the row in `box` where they say more, and more surely, than what was read there.
    ///
    /// - Returns: whether they do.
    mutating func take(_ words: [Word], as box: Box) -> Bool {
        guard let place = lines.firstIndex(where: { $0.words.contains { $0.stands(in: box) } }) else { return false }
        let old = lines.flatMap(\.words).filter { $0.stands(in: box) }
        let line = TextLine(words: words, block: lines[place].block)
        guard words.certainty > 1.15 * old.certainty, line.confidence >= Confidence(0.75) else { return false }
        for index in lines.indices { lines[index].words.removeAll { $0.stands(in: box) } }
        lines.insert(line, at: place + 1)
        lines.removeAll(where: \.words.isEmpty)
        return true
    }
}

extension [Word] {
    /// Letters, each as much as the engine is sure of it.
    fileprivate var certainty: Double { reduce(0) { $0 + $1.confidence.value * Double($1.text.count) } }
}

extension [Box] {
    /// Boxes from left to right, parted where nothing stands for longer than `gap`.
    fileprivate func parts(atGapsOver gap: Int) -> [[Box]] {
        var parts: [[Box]] = []
        var right = 0
        for box in self {
            if parts.isEmpty || box.x - right > gap { parts.append([]) }
            parts[parts.count - 1].append(box)
            right = Swift.max(right, box.right)
        }
        return parts
    }
}

extension TextLine {
    fileprivate func parts(atGapsOver gap: Int) -> [TextLine] {
        var parts: [TextLine] = []
        for word in words {
            if let last = parts.last?.words.last, word.box.x - last.box.right <= gap {
                parts[parts.count - 1].words.append(word)
            } else {
                parts.append(TextLine(words: [word], block: block))
            }
        }
        return parts
    }

    /// Reads like what is no word.
    fileprivate var isDubious: Bool {
        confidence < Confidence(0.75) || words.contains { $0.confidence < Confidence(0.5) }
    }
}

extension Word {
    /// Its middle lies in the row.
    fileprivate func stands(in row: Box) -> Bool {
        let x = box.x + box.width / 2
        return x >= row.x && x < row.right && box.middle >= row.y - row.height / 4
            && box.middle < row.bottom + row.height / 4
    }
}

extension Box {
    /// Half way down, in pixels from the top of the page.
    fileprivate var middle: Int { y + height / 2 }

    /// Another finding of the same row.
    fileprivate func isMostly(in other: Box) -> Bool {
        let width = min(right, other.right) - max(x, other.x)
        let height = min(bottom, other.bottom) - max(y, other.y)
        return width > 0 && height > 0 && 2 * width * height > self.width * self.height
    }
}
