import CaptureModel
import Patterns

/// Something on a page that speaks for a document type.
struct Evidence {
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
    /// Of a long document only the first pages are read.
    let pageCount: Int

    init(pages: [ReadPage], pageCount: Int? = nil) {
        self.pages = pages
        self.pageCount = pageCount ?? pages.count
    }
}

/// A condition of a type rule, ready to be asked.
struct CompiledCondition: Sendable {
    private let id: String
    private let condition: TypeRule.Condition
    private let pattern: Pattern?
    private let phrase: Phrase?
    private let zone: ZoneReader?

    init(_ condition: TypeRule.Condition, id: String) throws(CaptureError) {
        self.id = id
        self.condition = condition
        switch condition {
        case .text(let text), .heading(let text), .sender(let text): (pattern, phrase, zone) = (nil, Phrase(text), nil)
        case .pattern(let matches), .barcode(_, let matches): (pattern, phrase, zone) = (try Pattern(matches), nil, nil)
        case .zone(let place, let matches):
            let pattern = if let matches { try Pattern(matches) } else { nil as Pattern? }
            (self.pattern, phrase, zone) = (pattern, nil, ZoneReader(place))
        case .paper, .pages, .invoice: (pattern, phrase, zone) = (nil, nil, nil)
        }
    }

    /// The strongest evidence in the document, nil where the condition does not hold.
    func evidence(in document: ReadDocument) -> Evidence? {
        switch condition {
        case .zone: return zone?.pages(of: document).lazy.compactMap { zoned($0) }.first
        case .paper, .pages, .invoice: return fact(document)
        default: return strongest(on: document)
        }
    }

    private func strongest(on document: ReadDocument) -> Evidence? {
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
        case .sender(let text): isFirst ? sender(text, page) : nil
        case .zone, .paper, .pages, .invoice: nil
        }
    }

    /// What the document tells as a whole; no doubt of the reader touches it.
    private func fact(_ document: ReadDocument) -> Evidence? {
        let found: (Evidence.Strength, LocalizedText)? =
            switch condition {
            case .paper(let color) where document.pages.first?.paper?.name == color: (.sheet, .paper(color))
            case .pages(let counts) where counts.contains(document.pageCount): (.sheet, .pages(document.pageCount))
            case .invoice where document.pages.contains { $0.invoice != nil }: (.barcode, .invoice)
            default: nil
            }
        return found.map { strength, text in
            Evidence(
                strength: strength, confidence: strength.base,
                reason: Reason(
                    rule: id, text: text, page: document.pages.first?.number, score: Confidence(strength.base)))
        }
    }

    private func zoned(_ page: ReadPage) -> Evidence? {
        guard let run = zone?.run(on: page) else { return nil }
        guard let pattern else { return evidence(.zone, .zone, page, run.words) }
        return pattern.firstMatch(in: run.text).map { evidence(.zone, .zone, page, run.words(in: $0.range)) }
    }

    private func sender(_ text: String, _ page: ReadPage) -> Evidence? {
        let places = phrase?.occurrences(in: page.tokens) ?? []
        guard !places.isEmpty else { return nil }
        let sender = Set(page.letter.part(.sender)?.run.words ?? [])
        let found = places.compactMap { place -> Evidence? in
            let words = Self.words(page.tokens[place.tokens])
            let isOfSender = words.allSatisfy { sender.contains($0) || isHeadOrFoot(page.words[$0], page) }
            return isOfSender ? evidence(.sender, .sender(text), page, words, isExact: place.isExact) : nil
        }
        return found.max { $0.confidence < $1.confidence }
    }

    /// Millimeters: a letterhead ends above the address field of form B (DIN 5008), a foot is as high as bank details are.
    private func isHeadOrFoot(_ word: PlacedWord, _ page: ReadPage) -> Bool {
        let fromTop = word.center / page.pixelsPerMillimeter
        let fromBottom = (page.height - word.center) / page.pixelsPerMillimeter
        return fromTop < 45 || fromBottom < 27
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
        let best = found?.max { $0.confidence < $1.confidence }
        return best == nil || !isFirst ? best : inSubject(text, page) ?? best
    }

    /// What a letter is about counts more than what it mentions, as “application” in “question on my application”.
    private func inSubject(_ text: String, _ page: ReadPage) -> Evidence? {
        guard !page.subjectWords.isEmpty, let phrase else { return nil }
        let found = phrase.occurrences(in: page.tokens).compactMap { place -> Evidence? in
            let words = Self.words(page.tokens[place.tokens])
            guard words.allSatisfy(page.subjectWords.contains), !isMentioned(place.tokens, page) else { return nil }
            return evidence(.subject, .subject(text), page, words, isExact: place.isExact)
        }
        return found.max { $0.confidence < $1.confidence }
    }

    /// Stands behind a word that makes it the object of another, or before the day of an earlier document.
    private func isMentioned(_ place: Range<Int>, _ page: ReadPage) -> Bool {
        if place.lowerBound > 0, Self.mentioning.contains(page.tokens[place.lowerBound - 1].key) { return true }
        return Self.isOfDay(page.tokens[place.upperBound...])
    }

    /// A document that is known by its day (“vom 03.03.2026”) is not the one at hand.
    private static func isOfDay(_ tokens: ArraySlice<Token>) -> Bool {
        tokens.first?.key == "vom" && tokens.dropFirst().first?.key.first?.isNumber == true
    }

    /// Prepositions, articles and possessives in the cases that follow them.
    private static let mentioning: Set<String> = [
        "zu", "zum", "zur", "gegen", "wegen", "über", "in", "im", "für", "nach", "auf", "aus", "von", "vom", "mit",
        "bei",
        "beim", "betreffend", "bezüglich", "der", "die", "das", "den", "dem", "des", "einen", "einem", "einer", "eines",
        "diesen", "diesem", "dieser", "dieses", "meinen", "meinem", "meiner", "meines", "unseren", "unserem", "unserer",
        "unseres", "ihr", "ihre", "ihren", "ihrem", "ihrer", "ihres",
    ]

    private func match(_ page: ReadPage, _ isFirst: Bool) -> Evidence? {
        guard let match = pattern?.firstMatch(in: page.text.text) else { return nil }
        return evidence(isFirst ? .firstPage : .laterPage, .pattern, page, page.text.words(in: match.range))
    }

    /// A heading stands alone in its line, or begins a block and is short: a subject line goes on after its keyword.
    ///
    /// Elsewhere in the subject the words count less: other keywords may stand before them.
    private func heading(_ text: String, _ page: ReadPage) -> Evidence? {
        guard let phrase else { return nil }
        let found = page.segments.compactMap { segment -> Evidence? in
            guard segment.center < page.height / 2 else { return nil }
            let isLabeled = segment.tokens.first.map { Self.subjectLabels.contains($0.key) } ?? false
            let tokens = isLabeled ? Array(segment.tokens.dropFirst()) : segment.tokens
            guard let isExact = phrase.agreement(with: tokens, at: 0) else { return nil }
            let isAlone = tokens.count == phrase.keys.count && (segment.beginsBlock || !endsSentence(segment, page))
            let isSubject = (segment.beginsBlock || isLabeled) && tokens.count <= Self.longestSubject
            guard isAlone || isSubject, !Self.isOfDay(tokens.dropFirst(phrase.keys.count)) else { return nil }
            return evidence(
                .heading, .heading(text), page, Self.words(tokens[..<phrase.keys.count]), isExact: isExact)
        }
        return found.max { $0.confidence < $1.confidence } ?? inSubject(text, page)
    }

    /// The last words of a paragraph stand alone in their line too.
    private func endsSentence(_ segment: ReadPage.Segment, _ page: ReadPage) -> Bool {
        segment.words.last.map { page.words[$0].word.text.hasSuffix(".") } ?? false
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
    fileprivate static let zone = LocalizedText(
        de: "An der Stelle der Regel steht, was sie verlangt.", en: "What the rule asks for stands in its place.")
    fileprivate static let invoice = LocalizedText(
        de: "Die Datei enthält eine elektronische Rechnung.", en: "The file carries an electronic invoice.")

    fileprivate static func pages(_ count: Int) -> LocalizedText {
        LocalizedText(de: "Seiten: \(count).", en: "Pages: \(count).")
    }

    fileprivate static func sender(_ text: String) -> LocalizedText {
        LocalizedText(de: "„\(text)“ steht beim Absender.", en: "“\(text)” stands with the sender.")
    }

    fileprivate static func words(_ text: String) -> LocalizedText {
        LocalizedText(de: "„\(text)“ steht im Text.", en: "“\(text)” is in the text.")
    }

    fileprivate static func subject(_ text: String) -> LocalizedText {
        LocalizedText(de: "„\(text)“ steht im Betreff.", en: "“\(text)” stands in the subject.")
    }

    fileprivate static func heading(_ text: String) -> LocalizedText {
        LocalizedText(de: "„\(text)“ steht als Überschrift.", en: "“\(text)” is a heading.")
    }
}
