import CaptureModel

/// Words joined to a text, with the way back from bytes of the text to the words.
struct WordRun {
    let text: String
    /// Index of each word on its page.
    let words: [Int]
    /// First byte of each word in `text`, ascending.
    private let starts: [Int]

    init(_ words: [(index: Int, text: String)], separator: (Int) -> String = { _ in " " }) {
        var text = ""
        var starts: [Int] = []
        for (position, word) in words.enumerated() {
            if position > 0 { text += separator(position) }
            starts.append(text.utf8.count)
            text += word.text
        }
        self.text = text
        self.starts = starts
        self.words = words.map(\.index)
    }

    /// The whole page: a line break after each line, an empty line between blocks.
    init(pageOf lines: [TextLine]) {
        var words: [(Int, String)] = []
        var breaks: [Int: String] = [:]
        var block: Int?
        for line in lines where !line.words.isEmpty {
            if let block { breaks[words.count] = block == line.block ? "\n" : "\n\n" }
            block = line.block
            for word in line.words { words.append((words.count, word.text)) }
        }
        self.init(words) { breaks[$0] ?? " " }
    }

    /// The words that bytes of `text` belong to.
    func words(in range: Range<Int>) -> [Int] {
        let first = position(of: range.lowerBound)
        let last = position(of: max(range.lowerBound, range.upperBound - 1))
        return first <= last && !words.isEmpty ? Array(words[first...last]) : []
    }

    /// The bytes of `text` that hold the words at `positions`, counted from 0 in the run.
    func bytes(ofWords positions: Range<Int>) -> Range<Int> {
        guard starts.indices.contains(positions.lowerBound), positions.upperBound <= starts.count else { return 0..<0 }
        let end = positions.upperBound < starts.count ? starts[positions.upperBound] - 1 : text.utf8.count
        return starts[positions.lowerBound]..<max(end, starts[positions.lowerBound])
    }

    /// Number of words that begin in `range`.
    func count(in range: Range<Int>) -> Int { starts.count { range.contains($0) } }

    /// `text` from byte `start` on.
    func suffix(from start: Int) -> String { String(decoding: text.utf8.dropFirst(start), as: UTF8.self) }

    /// Binary search for the last word that begins at or before `byte`.
    private func position(of byte: Int) -> Int {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= byte { low = middle + 1 } else { high = middle }
        }
        return max(low - 1, 0)
    }
}
