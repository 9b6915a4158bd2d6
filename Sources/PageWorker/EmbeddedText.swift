// The text that a PDF carries, with its places, as `pdftotext -bbox-layout` tells it: one word a line, inside lines and
// blocks, in reading order.
//
// Poppler ends a word where the font changes, so that an accounting program's "Ver" and "käufer" come apart. Pieces that
// touch are joined again, as poppler does for plain text.

import CaptureModel
import Foundation

/// The text of a PDF's page.
struct EmbeddedText {
    /// A word in points, on the page as shown, from its top left corner.
    struct Word {
        var text: String
        var left, top, right, bottom: Double

        var height: Double { bottom - top }
        var width: Double { right - left }
    }

    struct Line {
        var words: [Word] = []
        /// Number of the block the line stands in.
        var block: Int
    }

    private(set) var lines: [Line] = []

    var words: [Word] { lines.flatMap(\.words) }

    /// Reads what the tool prints; everything it does not print on a line of its own is passed over.
    init(printed: String) {
        var block = -1
        var hasBegun = false
        for row in printed.utf8.split(separator: UInt8(ascii: "\n")).lazy.map(Substring.init) {
            let row = row.drop { $0 == " " }
            if row.hasPrefix("<doc>") { hasBegun = true }  // before it stand title and author, which are not the page's
            guard hasBegun else { continue }
            if row.hasPrefix("<block") { block += 1 }
            if row.hasPrefix("<line") { lines.append(Line(block: max(0, block))) }
            guard row.hasPrefix("<word"), !lines.isEmpty, let word = Word(row: row) else { continue }
            lines[lines.count - 1].append(word)
        }
        lines.removeAll(where: \.words.isEmpty)
    }
}

extension EmbeddedText.Line {
    /// Share of a line's height up to which pieces are one word: poppler's `minWordSpacing`; the narrowest fonts' space
    /// has 0.22.
    private static let closest = 0.15

    /// Adds a word, or joins it to the last one where there is no space between them.
    fileprivate mutating func append(_ word: EmbeddedText.Word) {
        guard let last = words.last, last.touches(word, within: Self.closest) else { return words.append(word) }
        words[words.count - 1].text += word.text
        words[words.count - 1].left = min(last.left, word.left)
        words[words.count - 1].top = min(last.top, word.top)
        words[words.count - 1].right = max(last.right, word.right)
        words[words.count - 1].bottom = max(last.bottom, word.bottom)
    }
}

extension EmbeddedText.Word {
    /// Reads `<word xMin="60.0" yMin="85.6" xMax="105.5" yMax="104.1">Hallo</word>`; nil where nothing is left of it.
    fileprivate init?(row: Substring) {
        guard let open = row.firstIndex(of: ">"), let close = row.range(of: "</word>", options: .backwards),
            open < close.lowerBound
        else { return nil }
        let numbers = row[..<open].split(separator: "\"").compactMap { Double($0) }
        guard numbers.count == 4, numbers.allSatisfy(\.isFinite) else { return nil }
        text = Self.unescaped(row[row.index(after: open)..<close.lowerBound])
        (left, top, right, bottom) = (numbers[0], numbers[1], numbers[2], numbers[3])
        guard !text.isEmpty, right > left, bottom > top else { return nil }
    }

    /// Follows in the same line without a gap, whichever way the line runs.
    ///
    /// Superscripts are words of their own.
    fileprivate func touches(_ next: EmbeddedText.Word, within share: Double) -> Bool {
        let across = min(right, next.right) - max(left, next.left)
        let down = min(bottom, next.bottom) - max(top, next.top)
        let isSideways = across > down
        let (overlap, gap) = isSideways ? (across, -down) : (down, -across)
        let sizes = isSideways ? (width, next.width) : (height, next.height)
        let (small, large) = (min(sizes.0, sizes.1), max(sizes.0, sizes.1))
        return overlap > 0.5 * small && abs(gap) < share * small && small > 0.8 * large
    }

    /// Without the five escapes of XML, ligatures spelled out, and no soft hyphens but the one that ends a line.
    private static func unescaped(_ text: Substring) -> String {
        var result = String(text)
        for (escape, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")] {
            if result.contains("&") { result = result.replacingOccurrences(of: escape, with: character) }
        }
        if result.hasSuffix("\u{AD}") { result = result.dropLast() + "-" }
        var scalars = String.UnicodeScalarView()
        for scalar in result.unicodeScalars where scalar != "\u{AD}" && !scalar.properties.isWhitespace {
            // The Latin ligatures, as "ﬁ"; nothing else is changed, since "²" is not "2".
            if ("\u{FB00}"..."\u{FB06}").contains(scalar) {
                scalars += String(scalar).precomposedStringWithCompatibilityMapping.unicodeScalars
            } else {
                scalars.append(scalar)
            }
        }
        return String(scalars).precomposedStringWithCanonicalMapping
    }
}
