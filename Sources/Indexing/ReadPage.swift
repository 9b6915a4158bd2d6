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
    /// For each row the shape of each word, as labels are compared.
    let shapes: [[[UInt8]]]
    let tokens: [Token]
    /// Parts of lines that a wide gap sets apart, with the block's beginning marked.
    let segments: [Segment]
    /// Pixels of the upright page.
    let height: Double
    let pixelsPerMillimeter: Double
    /// Boxes to be ticked, on the upright page.
    let checkBoxes: [(box: Box, ink: Double, place: Box)]
    let invoice: ElectronicInvoice?
    let paper: SheetColor?
    /// Indices of the words of the letter's subject; asked for by many rules.
    private(set) var subjectWords: Set<Int> = []

    /// A part of a line without wide gaps.
    struct Segment {
        let tokens: [Token]
        let center: Double
        let beginsBlock: Bool
        /// Indices on the page.
        let words: Range<Int>
    }

    /// Only a document's first page has a subject.
    init(number: Int, analysis: PageAnalysis, isFirst: Bool = false) {
        self.number = number
        // A franking mark belongs to the post, whatever pattern it happens to match.
        barcodes = analysis.barcodes.filter { $0.content != .franking }
        let isTurned = analysis.rotation == .left || analysis.rotation == .right
        height = Double(isTurned ? analysis.width : analysis.height)
        pixelsPerMillimeter = Double(max(analysis.resolution, 1)) / 25.4
        invoice = analysis.invoice
        paper = analysis.paper
        checkBoxes = (analysis.checkBoxes ?? []).map {
            ($0.box, $0.ink, $0.box.turned(analysis.rotation, width: analysis.width, height: analysis.height))
        }
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
        shapes = rows.map { [words] row in row.words.map { Label.shape(of: words[$0].word.text) } }
        tokens = Token.all(in: words, blocks: analysis.lines.map(\.block))
        segments = Self.segments(words, blocks: analysis.lines.map(\.block))
        if isFirst { subjectWords = Set(letter.part(.subject)?.run.words ?? []) }
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
        for line in lines.indices { lines[line].sort { (words[$0].left, $0) < (words[$1].left, $1) } }
        let ordered = lines.filter { !$0.isEmpty }.sorted {
            (words[$0[0]].center, $0[0]) < (words[$1[0]].center, $1[0])
        }
        var rows: [[Int]] = []
        for line in ordered {
            // Only rows close above can share the height.
            let home = rows.indices.suffix(6).last { isBeside(line, rows[$0], words) }
            guard let home else {
                rows.append(line)
                continue
            }
            let end = rows[home].firstPlace { words[$0].left >= words[line[0]].left }
            rows[home].insert(contentsOf: line, at: end)
            // A line with words of the row between its own is rare; others keep the order as they are.
            if end + line.count < rows[home].count,
                words[rows[home][end + line.count]].left < words[line[line.count - 1]].left
            {
                rows[home].sort { (words[$0].left, $0) < (words[$1].left, $1) }
            }
        }
        return rows.map { row in WordRun(row.map { ($0, words[$0].word.text) }) }
    }

    /// Neither lies over the other: both are in order from left to right, so one pass over them tells.
    private static func isBeside(_ line: [Int], _ row: [Int], _ words: [PlacedWord]) -> Bool {
        let first = words[line[0]]
        let other = words[row[0]]
        guard abs(first.center - other.center) < 0.5 * min(first.height, other.height) else { return false }
        var place = row.firstPlace { words[$0].right > words[line[0]].left }
        for word in line {
            while place < row.count, words[row[place]].right <= words[word].left { place += 1 }
            if place < row.count, words[row[place]].left < words[word].right { return false }
        }
        return true
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
                    center: words[start].center, beginsBlock: line == 0 || blocks[line - 1] != blocks[line],
                    words: start..<next))
            start = next
        }
        return segments
    }
}

extension [Int] {
    /// The first place whose element meets a condition that all behind it meet too, by halving; the end where none does.
    fileprivate func firstPlace(where isMet: (Int) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isMet(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
