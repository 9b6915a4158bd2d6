import CaptureModel
import Patterns

/// A way to a field's value, ready to be gone.
struct CompiledFinder: Sendable {
    let id: String
    private let order: Int
    private let finder: FieldRule.Finder
    private let pattern: Pattern?
    private let labels: [Label]
    /// Slips of the reader are folded away in a second search: dashes and spaces, and with a register look-alikes too.
    private let folds: (marks: Bool, confusables: Bool)

    /// More hits of one pattern than this tell nothing.
    private static let mostHits = 50

    init(_ finder: FieldRule.Finder, of rule: FieldRule, _ index: Int) throws(CaptureError) {
        id = "index.\(rule.name).find[\(index)]"
        order = index
        self.finder = finder
        folds = (rule.format == .fileReference || rule.register != nil, rule.register != nil)
        var labels: [Label] = []
        switch finder {
        case .barcode(_, let matches), .pattern(let matches): pattern = try Pattern(matches)
        case .near(let names, let matches):
            pattern = try Pattern(matches)
            for name in names { labels.append(try Label(name)) }
        case .given: pattern = nil
        }
        self.labels = labels
    }

    func candidates(in document: ReadDocument, given: [String: String]) -> [FieldCandidate] {
        switch finder {
        case .given(let name): given[name].map { [self.given($0)] } ?? []
        case .barcode(let symbology, _): document.pages.flatMap { barcodes(symbology, on: $0) }
        case .pattern: document.pages.enumerated().flatMap { hits(on: $1, order: $0) }
        case .near: document.pages.enumerated().flatMap { nearLabels(on: $1, order: $0) }
        }
    }

    private func given(_ value: String) -> FieldCandidate {
        FieldCandidate(
            raw: value, page: nil, box: nil, confidence: 1, source: .init(finder: order), text: .given)
    }

    private func barcodes(_ symbology: Symbology?, on page: ReadPage) -> [FieldCandidate] {
        page.barcodes.compactMap { barcode in
            guard symbology == nil || symbology == barcode.symbology,
                let match = pattern?.wholeMatch(in: barcode.text), let value = match[match.valueGroup]
            else { return nil }
            return FieldCandidate(
                raw: value, page: page.number, box: barcode.box, confidence: FieldScore.barcode,
                source: .init(finder: order), text: .barcode)
        }
    }

    private func hits(on page: ReadPage, order pageOrder: Int) -> [FieldCandidate] {
        values(in: page.text.text, limit: Self.mostHits).map { hit in
            candidate(
                hit.raw, page, page.text.words(in: hit.range), base: FieldScore.anywhere - rank(pageOrder),
                source: .init(finder: order), text: .pattern)
        }
    }

    // MARK: Labels

    private func nearLabels(on page: ReadPage, order pageOrder: Int) -> [FieldCandidate] {
        page.rows.indices.flatMap { row in
            labels.enumerated().flatMap { labelOrder, label in
                label.places(in: page.rows[row].text).flatMap { range in
                    let place = LabelPlace(row: row, range: range, name: label.name, order: labelOrder)
                    return near(place, page, rank(pageOrder))
                }
            }
        }
    }

    /// Beside the label; below it too where other words stand between, as in a line of labels with values underneath.
    private func near(_ place: LabelPlace, _ page: ReadPage, _ penalty: Double) -> [FieldCandidate] {
        let beside = beside(place, page, penalty)
        if let beside, beside.foreignWords < 2 { return [beside.candidate] }
        return [beside?.candidate, below(place, page, penalty)].compactMap { $0 }
    }

    private func rank(_ pageOrder: Int) -> Double { FieldScore.pageRank * Double(min(pageOrder, 5)) }

    private func beside(
        _ place: LabelPlace, _ page: ReadPage, _ penalty: Double
    ) -> (candidate: FieldCandidate, foreignWords: Int)? {
        let row = page.rows[place.row]
        guard let hit = values(in: row.suffix(from: place.range.upperBound), limit: 1).first else { return nil }
        let start = place.range.upperBound + hit.range.lowerBound
        let words = row.words(in: start..<place.range.upperBound + hit.range.upperBound)
        // Words that the pattern itself takes in, as a `Nr.` before its group, are not foreign.
        let foreign = row.count(in: place.range.upperBound..<place.range.upperBound + hit.matchStart)
        let found = candidate(
            hit.raw, page, words,
            base: FieldScore.besideLabel - penalty - FieldScore.foreignWord * Double(max(foreign - 1, 0)),
            source: .init(finder: order, label: place.order), text: .beside(place.name))
        return (found, foreign)
    }

    /// In the next rows, not farther than five heights of the label, beginning under the label.
    private func below(_ place: LabelPlace, _ page: ReadPage, _ penalty: Double) -> FieldCandidate? {
        let label = page.rows[place.row].words(in: place.range).map { page.words[$0] }
        guard let first = label.first, let last = label.last else { return nil }
        let column = (first.left - 2 * first.height)...(last.right + first.height)
        for row in page.rows[(place.row + 1)...].prefix(6) {
            let drop = row.words.first.map { page.words[$0].center - first.center } ?? 0
            guard drop <= 5 * first.height else { break }
            guard drop > 0, let hit = value(in: row, under: column, page) else { continue }
            return candidate(
                hit.raw, page, hit.words, base: FieldScore.belowLabel - penalty,
                source: .init(finder: order, label: place.order), text: .below(place.name))
        }
        return nil
    }

    private func value(
        in row: WordRun, under column: ClosedRange<Double>, _ page: ReadPage
    ) -> (raw: String, words: [Int])? {
        for hit in values(in: row.text, limit: Self.mostHits) {
            let words = row.words(in: hit.range)
            if let first = words.first, column.contains(page.words[first].left) { return (hit.raw, words) }
        }
        return nil
    }

    // MARK: Values

    private func candidate(
        _ raw: String, _ page: ReadPage, _ words: [Int], base: Double, source: FieldCandidate.Source,
        text: LocalizedText
    ) -> FieldCandidate {
        let (box, reading) = page.evidence(words)
        return FieldCandidate(
            raw: raw, page: page.number, box: box, confidence: FieldScore.reading(base, reading), source: source,
            text: text)
    }

    /// What the pattern finds in `text` as it was read, or where there is nothing, with the reader's slips folded away.
    private func values(in text: String, limit: Int) -> [Hit] {
        let plain = hits(in: text, limit)
        guard plain.isEmpty, folds.marks else { return plain }
        let folded = SearchText(folding: text, confusables: folds.confusables)
        return hits(in: folded.text, limit).map { hit in
            let range = folded.sourceRange(hit.range)
            let start = folded.sourceRange(hit.matchStart..<hit.range.upperBound).lowerBound
            return Hit(raw: text.bytes(range), range: range, matchStart: start)
        }
    }

    private func hits(in text: String, _ limit: Int) -> [Hit] {
        let matches = pattern?.allMatches(in: text, limit: limit) ?? []
        return matches.compactMap { match in
            match.range(of: match.valueGroup).map { range in
                Hit(raw: text.bytes(range), range: range, matchStart: match.range.lowerBound)
            }
        }
    }
}

/// A value in a text, in bytes, and where the pattern's match began.
private struct Hit {
    let raw: String
    let range: Range<Int>
    let matchStart: Int
}

/// Where a label stands: a row of the page and bytes of its text.
private struct LabelPlace {
    let row: Int
    let range: Range<Int>
    let name: String
    let order: Int
}

/// The name a form or letter gives to a field, as `Ihr Zeichen`.
private struct Label: Sendable {
    let name: String
    private let pattern: Pattern

    /// The words in any case, however far apart, no letter or digit on either side.
    init(_ name: String) throws(CaptureError) {
        self.name = name
        let words = name.split(whereSeparator: \.isWhitespace).map { word in
            word.map { $0.isLetter || $0.isNumber ? String($0) : "\\" + String($0) }.joined()
        }
        pattern = try Pattern(
            #"(?:^|[^\pL\pN])("# + words.joined(separator: #"\s+"#) + #")(?:[^\pL\pN]|$)"#, ignoresCase: true)
    }

    /// Bytes of each place where the label stands.
    func places(in text: String) -> [Range<Int>] { pattern.allMatches(in: text).compactMap { $0.range(of: 1) } }
}

extension String {
    fileprivate func bytes(_ range: Range<Int>) -> String {
        String(decoding: utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
    }
}

extension LocalizedText {
    fileprivate static let given = LocalizedText(de: "Vom Trennblatt.", en: "From the separator sheet.")
    fileprivate static let barcode = LocalizedText(de: "Aus einem Barcode.", en: "From a barcode.")
    fileprivate static let pattern = LocalizedText(de: "Vom Muster im Text gefunden.", en: "Found by its pattern.")

    fileprivate static func beside(_ label: String) -> LocalizedText {
        LocalizedText(de: "Neben „\(label)“ gelesen.", en: "Read beside “\(label)”.")
    }

    fileprivate static func below(_ label: String) -> LocalizedText {
        LocalizedText(de: "Unter „\(label)“ gelesen.", en: "Read below “\(label)”.")
    }
}
