// Which of a PDF's words can be seen.
//
// A file may carry text that nobody sees on paper: white on white, under a picture, in letters of half a point. It would
// be found, would file the letter and would talk to whatever reads the file next. So a word counts only where the page,
// as drawn, has ink of its kind: along the word strokes and gaps alternate, about as often as it has letters.

import CaptureModel
import Imaging

struct VisibleText {
    /// What can be seen, in reading order; boxes in pixels of the drawn page.
    private(set) var lines: [TextLine] = []
    /// Words without ink of their kind, outside the page, too small to be read, or in the place of another word.
    private(set) var hiddenWords = 0
    /// Where words were left out though there is ink: what it says must be read.
    private(set) var doubtful: [Box] = []
    private(set) var words = 0

    /// A word more than half covered by another is in its place.
    private static let samePlace = 0.5
    /// Letters below are not for people: the smallest print in contracts has 4 points, its box 4.5.
    private static let smallestPoints = 3.0

    init(_ text: EmbeddedText, of page: PDFPage, drawnAs raster: borrowing Raster) throws(CaptureError) {
        let scale = (
            x: Double(raster.width) / (page.shown.width * PDFPage.pointsPerInch),
            y: Double(raster.height) / (page.shown.height * PDFPage.pointsPerInch)
        )
        let whole = Box(x: 0, y: 0, width: raster.width, height: raster.height)
        var placed = text.lines.map { line in
            TextLine(
                words: line.words.map {
                    Word(text: $0.text, box: $0.box(scale).cut(to: whole), confidence: .certain)
                }, block: line.block)
        }
        words = placed.reduce(0) { $0 + $1.words.count }
        let doubled = Self.doubled(placed.flatMap(\.words))
        let smallest = Self.smallestPoints * min(scale.x, scale.y)
        doubtful = try raster.withGrayBytes { (bytes, bytesPerLine) throws(CaptureError) in
            let probe = InkProbe(bytes: bytes, bytesPerLine: bytesPerLine)
            var doubtful: [Box] = []
            var number = 0
            for index in placed.indices {
                let isSideways = placed[index].turn.isSideways
                placed[index].words.removeAll { word in
                    defer { number += 1 }
                    let box = word.box
                    guard box.width > 0, box.height > 0 else { return true }
                    guard Double(isSideways ? box.width : box.height) >= smallest else { return true }
                    let ink = doubled[number] ?? probe.ink(of: word, isSideways: isSideways)
                    if ink == .another { doubtful.append(box) }
                    return ink != .itsOwn
                }
            }
            return doubtful
        }
        lines = placed.filter { !$0.words.isEmpty }
        hiddenWords = words - lines.reduce(0) { $0 + $1.words.count }
    }

    /// The turn that lets most of the letters run from left to right.
    var turn: QuarterTurn {
        var letters: [QuarterTurn: Int] = [:]
        for line in lines where line.words.count > 1 { letters[line.turn, default: 0] += line.text.count }
        // Of equals the smaller turn, so that the same page always lies the same way.
        return letters.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key ?? .none
    }

    /// Words, by number, in the place of another: of two with the same text (a shadow) the later adds nothing, of others
    /// either may be what shows.
    private static func doubled(_ words: [Word]) -> [Int: InkProbe.Ink] {
        var doubled: [Int: InkProbe.Ink] = [:]
        let order = words.indices.sorted { words[$0].box.y < words[$1].box.y }
        for (place, first) in order.enumerated() {
            for second in order[(place + 1)...] {
                let (upper, lower) = (words[first].box, words[second].box)
                guard lower.y < upper.bottom else { break }
                let smaller = min(upper.width * upper.height, lower.width * lower.height)
                guard Double(upper.overlap(lower)) > samePlace * Double(smaller) else { continue }
                let isShadow = words[first].text == words[second].text
                if isShadow {
                    if doubled[max(first, second)] == nil { doubled[max(first, second)] = InkProbe.Ink.none }
                } else {
                    doubled[first] = .another
                    doubled[second] = .another
                }
            }
        }
        return doubled
    }
}

/// The gray pixels of a page, asked for strokes.
private struct InkProbe {
    let bytes: UnsafeRawBufferPointer
    let bytesPerLine: Int

    /// Levels of 255 by which ink differs from what is around it: pale gray on white has 40, tricks with white have few.
    private static let contrast = 32
    /// Strokes to a letter in the row that has most of them; some run into each other.
    ///
    /// "l" has 1, "m" 3.
    private static let strokes = 0.5...6.0

    enum Ink { case none, itsOwn, another }

    /// Whether strokes and gaps alternate along the word as its letters do.
    func ink(of word: Word, isSideways: Bool) -> Ink {
        let letters = Double(word.text.count { $0.isLetter || $0.isNumber })
        let most = crossings(word.box, isSideways: isSideways)
        guard most.anywhere > 0 else { return .none }
        // Of a full stop or dash any ink will do.
        guard letters > 0 else { return .itsOwn }
        let wanted = max(1, Self.strokes.lowerBound * letters)...(Self.strokes.upperBound * letters + 6)
        return wanted.contains(Double(most.inside)) ? .itsOwn : .another
    }

    /// The most strokes that one line along the word crosses: in its middle, where neighboring lines do not reach, and
    /// anywhere in its box.
    private func crossings(_ box: Box, isSideways: Bool) -> (inside: Int, anywhere: Int) {
        let (length, height) = isSideways ? (box.height, box.width) : (box.width, box.height)
        let (along, across) = isSideways ? (bytesPerLine, 1) : (1, bytesPerLine)
        let start = box.y * bytesPerLine + box.x
        let paper = paper(start, length, along, height, across)
        var most = (inside: 0, anywhere: 0)
        for row in 0..<height {
            var count = 0
            var wasInk = false
            for step in 0..<length {
                let isInk = abs(Int(bytes[start + row * across + step * along]) - paper) >= Self.contrast
                if isInk, !wasInk { count += 1 }
                wasInk = isInk
            }
            most.anywhere = max(most.anywhere, count)
            if (height / 5...height * 4 / 5).contains(row) { most.inside = max(most.inside, count) }
        }
        return most
    }

    /// The most frequent level, to 8 of 255.
    private func paper(_ start: Int, _ length: Int, _ along: Int, _ height: Int, _ across: Int) -> Int {
        var counts = [Int](repeating: 0, count: 32)
        for row in 0..<height {
            for step in 0..<length { counts[Int(bytes[start + row * across + step * along]) >> 3] += 1 }
        }
        let most = counts.indices.max { counts[$0] < counts[$1] } ?? 31
        return most * 8 + 4
    }
}

extension EmbeddedText.Word {
    fileprivate func box(_ scale: (x: Double, y: Double)) -> Box {
        // Coordinates may be anything; pixels far outside are outside all the same.
        func pixel(_ value: Double) -> Int { Int(min(max(value.rounded(), -1e6), 1e6)) }
        let (x, y) = (pixel(left * scale.x), pixel(top * scale.y))
        return Box(x: x, y: y, width: pixel(right * scale.x) - x, height: pixel(bottom * scale.y) - y)
    }
}

extension TextLine {
    /// The turn that lets the line run from left to right, told by where its words follow each other.
    fileprivate var turn: QuarterTurn {
        guard let first = words.first?.box, let last = words.last?.box else { return .none }
        guard words.count > 1 else {
            // A word of three letters and more that is much higher than wide stands on its side.
            let isSideways = first.height > 2 * first.width && (words.first?.text.count ?? 0) > 2
            return isSideways ? .right : .none
        }
        let (across, down) = (
            last.x + last.right - first.x - first.right, last.y + last.bottom - first.y - first.bottom
        )
        if abs(across) >= abs(down) { return across < 0 ? .half : .none }
        return down > 0 ? .left : .right
    }
}

extension Box {
    /// The part inside `whole`; without width or height where there is none.
    fileprivate func cut(to whole: Box) -> Box {
        let (left, top) = (max(x, whole.x), max(y, whole.y))
        return Box(x: left, y: top, width: min(right, whole.right) - left, height: min(bottom, whole.bottom) - top)
    }

    /// Pixels that both cover.
    fileprivate func overlap(_ other: Box) -> Int {
        let (across, down) = (min(right, other.right) - max(x, other.x), min(bottom, other.bottom) - max(y, other.y))
        return across > 0 && down > 0 ? across * down : 0
    }
}
