import CaptureModel

/// The features of a page's words.
struct TextFeatures {
    private let analysis: PageAnalysis
    private let number: Int
    private let isFirst: Bool
    private let isLast: Bool
    private let geometry: UprightPage
    /// The lines with which the letter begins.
    private let opening: Range<Int>

    init(_ analysis: PageAnalysis, number: Int, isFirst: Bool, isLast: Bool) {
        self.analysis = analysis
        self.number = number
        self.isFirst = isFirst
        self.isLast = isLast
        geometry = UprightPage(analysis)
        opening = isFirst ? Self.opening(of: analysis.lines) : 0..<0
    }

    /// Enough for a sentence; what follows is told in letters of every kind.
    private static let openingLines = 3
    /// In words: the first line of running text where nobody is greeted.
    private static let fullLine = 8

    private static func opening(of lines: [TextLine]) -> Range<Int> {
        let greeting = lines.firstIndex(where: isSalutation).map { $0 + 1 }
        guard let start = greeting ?? lines.firstIndex(where: { $0.words.count >= fullLine }) else { return 0..<0 }
        return start..<min(start + openingLines, lines.count)
    }

    private static func isSalutation(_ line: TextLine) -> Bool {
        let start = line.words.prefix(2).map { $0.text.lowercased() }.joined(separator: " ")
        return salutations.contains { start.hasPrefix($0) }
    }

    /// A word's piece as a feature, with what it needs for the features that begin at it.
    private struct Piece {
        let bytes: [UInt8]
        let place: Int32?
    }

    func add(to collector: inout FeatureCollector) {
        var previous: Piece?
        var broken: Word?
        for (index, line) in analysis.lines.enumerated() {
            let zones = zones(of: line, index)
            for (position, word) in line.words.enumerated() {
                let isAtEnd = position == line.words.count - 1
                if isAtEnd, WordFold.isBroken(word.text), index + 1 < analysis.lines.count {
                    broken = word
                    continue
                }
                let whole = (broken.map { String($0.text.unicodeScalars.dropLast()) } ?? "") + word.text
                broken = nil
                for piece in pieces(of: whole, word, zones, &collector) {
                    add(piece, after: previous, zones, &collector)
                    previous = piece
                }
            }
        }
    }

    private func pieces(
        of text: String, _ word: Word, _ zones: Set<FeatureGroup>, _ collector: inout FeatureCollector
    ) -> [Piece] {
        let pieces = WordFold.pieces(of: text)
        guard !pieces.isEmpty else { return [] }
        let place = collector.place(
            .init(text: .word(text.prefix(40), isSubject: zones.contains(.subject)), page: number, box: word.box))
        return pieces.map { Piece(bytes: $0, place: place) }
    }

    /// Enclosures speak of many things: words of later pages count a quarter.
    private func add(
        _ piece: Piece, after previous: Piece?, _ zones: Set<FeatureGroup>, _ collector: inout FeatureCollector
    ) {
        let count = isFirst ? 1 : 0.25
        collector.add(.word, FeatureHash.of(.word, piece.bytes), count: count, place: piece.place)
        for zone in FeatureGroup.zones where zones.contains(zone) {
            collector.add(zone, FeatureHash.of(zone, piece.bytes), place: piece.place)
        }
        if let previous {
            var pair = FeatureHash(.pair)
            pair.add(previous.bytes)
            pair.add(0x20)
            pair.add(piece.bytes)
            collector.add(.pair, pair.mixed, count: count, place: piece.place)
        }
        addParts(of: piece, count, &collector)
    }

    /// Letters in one part; shorter ones stand in every letter, longer ones in one word alone.
    private static let partLength = 5

    private func addParts(of piece: Piece, _ count: Double, _ collector: inout FeatureCollector) {
        guard piece.bytes.count >= Self.partLength else { return }
        let bytes = [0x5E] + piece.bytes + [0x24]
        for start in 0...(bytes.count - Self.partLength) {
            let hash = FeatureHash.of(.part, bytes[start..<start + Self.partLength])
            collector.add(.part, hash, count: count, place: piece.place)
        }
    }

    // MARK: Zones

    private func zones(of line: TextLine, _ index: Int) -> Set<FeatureGroup> {
        guard let first = line.words.first else { return [] }
        let height = geometry.relativeTop(of: first.box)
        var zones: Set<FeatureGroup> = []
        if isFirst, height < 1.0 / 3 { zones.insert(.head) }
        if isLast, height > 2.0 / 3 { zones.insert(.end) }
        if isFirst, height < 0.6, isTitle(line, index) { zones.insert(.subject) }
        if opening.contains(index) { zones.insert(.opening) }
        return zones
    }

    private static let subjectLabels: Set<String> = ["betreff", "betr", "betrifft", "wegen"]
    /// In words; longer lines are sentences.
    private static let longestTitle = 8
    /// Times the usual height of the page's words.
    private static let largeType = 1.3

    /// Large type, a subject's label before it, the salutation below it, or a short line that stands alone.
    private func isTitle(_ line: TextLine, _ index: Int) -> Bool {
        guard let first = line.words.first else { return false }
        let label = first.text.lowercased().filter(\.isLetter)
        if Self.subjectLabels.contains(label) { return true }
        let heights = line.words.map { geometry.height(of: $0.box) }.sorted()
        if Double(heights[heights.count / 2]) >= Self.largeType * geometry.usualHeight { return true }
        if line.words.count <= Self.longestSubject, isBeforeSalutation(index) { return true }
        return line.words.count <= Self.longestTitle && standsAlone(index)
    }

    /// In words; a subject may fill a line.
    private static let longestSubject = 12
    private static let salutations = ["sehr geehrt", "guten tag", "liebe", "hallo"]

    /// A letter's subject stands above the salutation (DIN 5008), in usual type and often without a label.
    private func isBeforeSalutation(_ index: Int) -> Bool {
        analysis.lines.dropFirst(index + 1).prefix(2).contains(where: Self.isSalutation)
    }

    private func standsAlone(_ index: Int) -> Bool {
        let block = analysis.lines[index].block
        let isAfterOther = index == 0 || analysis.lines[index - 1].block != block
        let isBeforeOther = index + 1 == analysis.lines.count || analysis.lines[index + 1].block != block
        return isAfterOther && isBeforeOther
    }
}

extension FeatureGroup {
    /// The groups of words that count again for where they stand.
    fileprivate static let zones: [FeatureGroup] = [.head, .subject, .opening, .end]
}

extension LocalizedText {
    fileprivate static func word(_ text: Substring, isSubject: Bool) -> LocalizedText {
        isSubject
            ? LocalizedText(de: "„\(text)“ im Betreff", en: "“\(text)” in the subject")
            : LocalizedText(de: "„\(text)“", en: "“\(text)”")
    }
}
