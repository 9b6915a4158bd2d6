import CaptureModel

/// A page as the rules see it: words in reading order, in rows across columns, and as tokens.
struct ReadPage {
    let number: Int
    let barcodes: [Barcode]
    /// The page's text as `PageAnalysis.text` writes it.
    let text: WordRun
    let words: [PlacedWord]
    /// Words that stand side by side, left to right, whichever block the reader put them in; from top to bottom.
    let rows: [WordRun]
    let tokens: [Token]
    /// Parts of lines that a wide gap sets apart, with the block's beginning marked.
    let segments: [Segment]
    /// Pixels of the upright page.
    let height: Double

    /// A part of a line without wide gaps.
    struct Segment {
        let tokens: [Token]
        let center: Double
        let beginsBlock: Bool
    }

    init(number: Int, analysis: PageAnalysis) {
        self.number = number
        // A franking mark belongs to the post, whatever pattern it happens to match.
        barcodes = analysis.barcodes.filter { $0.content != .franking }
        let isTurned = analysis.rotation == .left || analysis.rotation == .right
        height = Double(isTurned ? analysis.width : analysis.height)
        var lines = analysis.lines.enumerated().map { index, line in
            line.words.map { PlacedWord($0, line: index, on: analysis) }
        }
        let slope = LineSlope.median(of: lines)
        for line in lines.indices {
            for word in lines[line].indices { lines[line][word].center -= slope * lines[line][word].left }
        }
        words = lines.flatMap { $0 }
        text = WordRun(pageOf: analysis.lines)
        rows = Self.rows(words, lineCount: lines.count)
        tokens = Token.all(in: words, blocks: analysis.lines.map(\.block))
        segments = Self.segments(words, blocks: analysis.lines.map(\.block))
    }

    /// The box around words on the image as acquired, and how surely they were read.
    func evidence(_ indices: [Int]) -> (box: Box?, confidence: Double) {
        let found = indices.map { words[$0].word }
        guard let first = found.first else { return (nil, 0) }
        let box = found.dropFirst().reduce(first.box) { $0.union($1.box) }
        return (box, found.reduce(0) { $0 + $1.confidence.value } / Double(found.count))
    }

    /// Lines of one height that do not overlap sideways are one row: columns and tables are read across.
    private static func rows(_ words: [PlacedWord], lineCount: Int) -> [WordRun] {
        var lines = [[Int]](repeating: [], count: lineCount)
        for index in words.indices { lines[words[index].line].append(index) }
        let ordered = lines.filter { !$0.isEmpty }.sorted { words[$0[0]].center < words[$1[0]].center }
        var rows: [[Int]] = []
        for line in ordered {
            // Only rows close above can share the height.
            let home = rows.indices.suffix(6).last { isBeside(line, rows[$0], words) }
            if let home { rows[home] += line } else { rows.append(line) }
        }
        return rows.map { row in
            let sorted = row.sorted { words[$0].left < words[$1].left }
            return WordRun(sorted.map { ($0, words[$0].word.text) })
        }
    }

    private static func isBeside(_ line: [Int], _ row: [Int], _ words: [PlacedWord]) -> Bool {
        let first = words[line[0]]
        let other = words[row[0]]
        guard abs(first.center - other.center) < 0.5 * min(first.height, other.height) else { return false }
        return line.allSatisfy { word in
            row.allSatisfy { words[word].left >= words[$0].right || words[word].right <= words[$0].left }
        }
    }

    /// A gap of more than two and a half heights is a column's, not a space.
    private static func segments(_ words: [PlacedWord], blocks: [Int]) -> [Segment] {
        var segments: [Segment] = []
        var start = 0
        for index in words.indices {
            let next = index + 1
            let ends = next == words.count || words[next].line != words[index].line
            let isGap = !ends && words[next].left - words[index].right > 2.5 * words[index].height
            guard ends || isGap else { continue }
            let line = words[index].line
            segments.append(
                Segment(
                    tokens: Token.all(in: Array(words[start...index]), blocks: blocks, offset: start),
                    center: words[start].center, beginsBlock: line == 0 || blocks[line - 1] != blocks[line]))
            start = next
        }
        return segments
    }
}
