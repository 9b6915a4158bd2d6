import CaptureModel

/// A part of a line without wide gaps, measured in millimeters.
struct LetterLine {
    let text: String
    /// Indices on the page.
    let words: Range<Int>
    let left: Double
    let center: Double
    let height: Double

    init(_ segment: ReadPage.Segment, on page: ReadPage) {
        words = segment.words
        let placed = page.words[segment.words]
        text = placed.map(\.word.text).joined(separator: " ")
        left = (placed.first?.left ?? 0) / page.pixelsPerMillimeter
        center = segment.center / page.pixelsPerMillimeter
        height = (placed.map(\.height).max() ?? 0) / page.pixelsPerMillimeter
    }

    init(_ line: LetterLine, droppingWords count: Int) {
        words = line.words.dropFirst(count)
        text = line.text
        left = line.left
        center = line.center
        height = line.height
    }

    /// The line ends an address: it begins with a postcode, with `D-` before it at most.
    var isPostcodeLine: Bool { LetterMarks.isPostcodeLine(text) }

    var hasPostcode: Bool { LetterMarks.hasPostcode(text) }

    /// A whole address in one line, its parts set apart by signs.
    var isReturnAddress: Bool { LetterMarks.isReturnAddress(text) }
}
