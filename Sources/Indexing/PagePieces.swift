import CaptureModel

/// A page as parts of lines with their places in millimeters, from top to bottom.
struct PagePieces {
    /// Words between wide gaps.
    struct Piece {
        let keys: [String]
        let text: String
        /// Millimeters from the left edge and, for the middle of the line, from the top.
        let left: Double
        let right: Double
        let center: Double
        let height: Double

        /// Postal code and town: the last line of a postal address.
        var isTown: Bool { PagePieces.isTown(keys[...]) }

        /// A whole address in one line, as senders print it above the recipient's.
        var holdsTown: Bool { keys.count >= 4 && keys.indices.contains { PagePieces.isTown(keys[$0...]) } }
    }

    /// "00123 Musterfurt", with or without a country before it.
    static func isTown(_ keys: ArraySlice<String>) -> Bool {
        let keys = keys.first.map { $0 == "d" || $0 == "de" } == true ? keys.dropFirst() : keys
        guard let first = keys.first, let town = keys.dropFirst().first else { return false }
        let digits = first.hasPrefix("d-") ? String(first.dropFirst(2)) : first
        return digits.count == 5 && digits.allSatisfy(\.isNumber) && town.first?.isLetter == true
    }

    let pieces: [Piece]
    /// Size of the upright page in millimeters.
    let width: Double
    let height: Double
    /// The median height of its words in millimeters.
    let textHeight: Double

    init(_ page: ReadPage, _ analysis: PageAnalysis) {
        let scale = 25.4 / Double(max(analysis.resolution, 1))
        let isTurned = analysis.rotation == .left || analysis.rotation == .right
        width = Double(isTurned ? analysis.height : analysis.width) * scale
        height = Double(isTurned ? analysis.width : analysis.height) * scale
        let heights = page.words.filter { $0.word.text.count >= 3 }.map(\.height).sorted()
        textHeight = heights.isEmpty ? 0 : heights[heights.count / 2] * scale
        pieces = page.segments.compactMap { Self.piece($0, page, scale) }.sorted { $0.center < $1.center }
    }

    private static func piece(_ segment: ReadPage.Segment, _ page: ReadPage, _ scale: Double) -> Piece? {
        guard let first = segment.tokens.first?.words.lowerBound, let last = segment.tokens.last?.words.upperBound
        else { return nil }
        let words = page.words[first...last]
        let heights = words.map(\.height).sorted()
        return Piece(
            keys: segment.tokens.map(\.key), text: words.map(\.word.text).joined(separator: " "),
            left: (words.map(\.left).min() ?? 0) * scale, right: (words.map(\.right).max() ?? 0) * scale,
            center: segment.center * scale, height: heights[heights.count / 2] * scale)
    }
}

/// The number a page gives itself, as "Seite 2 von 3", "Blatt 2", "- 2 -", "2/3" or a bare number in the foot.
struct PrintedPageNumber {
    let page: Int
    let of: Int?

    /// The clearest number on the page; the head, the foot and the block beside the address are looked through.
    static func find(in page: PagePieces) -> PrintedPageNumber? {
        // "Seite 2 zum Schreiben vom 3. Mai" heads a page; further down it is what the letter speaks of.
        if let head = page.pieces.first, head.center < 0.09 * page.height, let number = heading(head.keys) {
            return number
        }
        for piece in page.pieces where piece.center < 0.42 * page.height || piece.center > 0.82 * page.height {
            if let number = named(piece.keys) { return number }
        }
        for piece in page.pieces where piece.center < 0.09 * page.height || piece.center > 0.9 * page.height {
            if let number = bare(piece.text) { return number }
        }
        return nil
    }

    private static let names: Set = ["seite", "blatt", "page", "s", "bl", "seiten"]
    private static let links: Set = ["von", "of", "aus"]

    /// "Seite 2 von 3", "Seite 2/3", "Seite 2", "2 von 3"; keys part at the slash.
    private static func named(_ keys: [String]) -> PrintedPageNumber? {
        for (index, key) in keys.enumerated() {
            let isName = names.contains(key)
            let at = isName ? index + 1 : index
            guard at < keys.count, let page = number(keys[at]) else { continue }
            let next = at + 1 < keys.count ? keys[at + 1] : ""
            if links.contains(next), at + 2 < keys.count, let of = number(keys[at + 2]), of >= page {
                // "2 von 3" stands in sentences too; by itself it is a page number.
                if isName || keys.count == 3 { return PrintedPageNumber(page: page, of: of) }
            }
            guard isName, key.count > 1 else { continue }
            if let of = number(next), of >= page, keys.count <= at + 2 { return PrintedPageNumber(page: page, of: of) }
            if at == keys.count - 1, index == 0 || keys.count <= 6 { return PrintedPageNumber(page: page, of: nil) }
        }
        return nil
    }

    /// As "Seite 2 zum Schreiben vom Montag" or "Blatt 2 an das Sozialamt".
    private static func heading(_ keys: [String]) -> PrintedPageNumber? {
        guard keys.count > 2, names.contains(keys[0]), keys[0].count > 2, let page = number(keys[1]),
            number(keys[2]) == nil, !links.contains(keys[2])
        else { return nil }
        return PrintedPageNumber(page: page, of: nil)
    }

    /// "- 2 -", "2/3" or "2" alone in its line.
    private static func bare(_ text: String) -> PrintedPageNumber? {
        let bare = text.filter { !$0.isWhitespace && !"-–—.|[]()".contains($0) }
        let parts = bare.split(separator: "/", omittingEmptySubsequences: false)
        guard let page = parts.first.flatMap({ number(String($0)) }) else { return nil }
        if parts.count == 1 { return PrintedPageNumber(page: page, of: nil) }
        guard parts.count == 2, let of = number(String(parts[1])), of >= page else { return nil }
        return PrintedPageNumber(page: page, of: of)
    }

    /// Pages of a document have up to three digits.
    private static func number(_ text: String) -> Int? {
        guard (1...3).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int(text), number > 0
        else { return nil }
        return number
    }
}
