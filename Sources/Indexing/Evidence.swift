import CaptureModel
import Patterns

/// Something on a page that speaks for a document type.
struct Evidence {
    /// How much a kind of evidence counts against another; a stronger kind decides without a question.
    enum Strength: Int, Comparable {
        /// Words on a later page: enclosures speak of many things.
        case laterPage
        /// Words, or what a pattern found, on the first page.
        case firstPage
        /// Words in a line of their own in the upper half of the first page.
        case heading
        /// A barcode: printed for this very purpose.
        case barcode

        static func < (left: Strength, right: Strength) -> Bool { left.rawValue < right.rawValue }

        /// How sure perfectly read evidence of this kind makes us.
        ///
        /// Our own setting: above the usual threshold of 0.9 for
        /// the first page, below it for later ones.
        var base: Double {
            switch self {
            case .laterPage: 0.80
            case .firstPage: 0.95
            case .heading: 0.98
            case .barcode: 0.99
            }
        }
    }

    var strength: Strength
    var confidence: Double
    var reason: Reason
    /// Words of the page it stands on, to see whether one evidence lies within another.
    var words: [Int] = []

    /// The other is part of what stands here: `Antrag` within `Antrag auf Wohngeld`.
    func contains(_ other: Evidence) -> Bool {
        reason.page == other.reason.page && words.count > other.words.count && Set(words).isSuperset(of: other.words)
    }
}

/// A document's pages, in order.
struct ReadDocument {
    let pages: [ReadPage]
}

/// A condition of a type rule, ready to be asked.
struct CompiledCondition: Sendable {
    private let id: String
    private let condition: TypeRule.Condition
    private let pattern: Pattern?
    private let phrase: Phrase?

    init(_ condition: TypeRule.Condition, id: String) throws(CaptureError) {
        self.id = id
        self.condition = condition
        switch condition {
        case .text(let text), .heading(let text): (pattern, phrase) = (nil, Phrase(text))
        case .pattern(let matches), .barcode(_, let matches): (pattern, phrase) = (try Pattern(matches), nil)
        }
    }

    /// The strongest evidence in the document, nil where the condition does not hold.
    func evidence(in document: ReadDocument) -> Evidence? {
        var best: Evidence?
        for (index, page) in document.pages.enumerated() {
            guard let found = evidence(on: page, isFirst: index == 0) else { continue }
            if best.map({ ($0.strength, $0.confidence) < (found.strength, found.confidence) }) ?? true { best = found }
        }
        return best
    }

    private func evidence(on page: ReadPage, isFirst: Bool) -> Evidence? {
        switch condition {
        case .barcode(let symbology, _): barcode(symbology, page)
        case .heading(let text): isFirst ? heading(text, page) : nil
        case .text(let text): words(text, page, isFirst)
        case .pattern: match(page, isFirst)
        }
    }

    private func barcode(_ symbology: Symbology?, _ page: ReadPage) -> Evidence? {
        let found = page.barcodes.first {
            (symbology == nil || symbology == $0.symbology) && pattern?.wholeMatch(in: $0.text) != nil
        }
        return found.map { barcode in
            Evidence(
                strength: .barcode, confidence: Evidence.Strength.barcode.base,
                reason: Reason(
                    rule: id, text: .barcode, page: page.number, box: barcode.box,
                    score: Confidence(Evidence.Strength.barcode.base)))
        }
    }

    private func words(_ text: String, _ page: ReadPage, _ isFirst: Bool) -> Evidence? {
        let found = phrase?.occurrences(in: page.tokens).map { place in
            evidence(
                isFirst ? .firstPage : .laterPage, .words(text), page, Self.words(page.tokens[place.tokens]),
                isExact: place.isExact)
        }
        return found?.max { $0.confidence < $1.confidence }
    }

    private func match(_ page: ReadPage, _ isFirst: Bool) -> Evidence? {
        guard let match = pattern?.firstMatch(in: page.text.text) else { return nil }
        return evidence(isFirst ? .firstPage : .laterPage, .pattern, page, page.text.words(in: match.range))
    }

    /// A heading stands alone in its line, or begins a block and is short: a subject line goes on after its keyword.
    private func heading(_ text: String, _ page: ReadPage) -> Evidence? {
        guard let phrase else { return nil }
        let found = page.segments.compactMap { segment -> Evidence? in
            guard segment.center < page.height / 2 else { return nil }
            let isLabeled = segment.tokens.first.map { Self.subjectLabels.contains($0.key) } ?? false
            let tokens = isLabeled ? Array(segment.tokens.dropFirst()) : segment.tokens
            guard let isExact = phrase.agreement(with: tokens, at: 0) else { return nil }
            let isAlone = tokens.count == phrase.keys.count
            let isSubject = (segment.beginsBlock || isLabeled) && tokens.count <= Self.longestSubject
            guard isAlone || isSubject else { return nil }
            return evidence(
                .heading, .heading(text), page, Self.words(tokens[..<phrase.keys.count]), isExact: isExact)
        }
        return found.max { $0.confidence < $1.confidence }
    }

    private static let subjectLabels: Set = ["betreff", "betr", "betrifft"]
    /// In words; longer lines at the beginning of a block are sentences.
    private static let longestSubject = 8

    private static func words(_ tokens: ArraySlice<Token>) -> [Int] { tokens.flatMap { Array($0.words) } }

    /// That the words read are words we look for speaks for the reader, so its doubt counts a quarter; a word that had
    /// to be corrected lowers the confidence below the usual threshold.
    private func evidence(
        _ strength: Evidence.Strength, _ text: LocalizedText, _ page: ReadPage, _ words: [Int], isExact: Bool = true
    ) -> Evidence {
        let (box, reading) = page.evidence(words)
        let confidence = strength.base * (1 - (1 - reading) / 4) * (isExact ? 1 : 0.85)
        return Evidence(
            strength: strength, confidence: confidence,
            reason: Reason(rule: id, text: text, page: page.number, box: box, score: Confidence(confidence)),
            words: words)
    }
}

extension LocalizedText {
    fileprivate static let barcode = LocalizedText(
        de: "Barcode dieser Dokumentart.", en: "Barcode of this document type.")
    fileprivate static let pattern = LocalizedText(
        de: "Das Muster der Regel steht im Text.", en: "The rule's pattern is in the text.")

    fileprivate static func words(_ text: String) -> LocalizedText {
        LocalizedText(de: "„\(text)“ steht im Text.", en: "“\(text)” is in the text.")
    }

    fileprivate static func heading(_ text: String) -> LocalizedText {
        LocalizedText(de: "„\(text)“ steht als Überschrift.", en: "“\(text)” is a heading.")
    }
}
