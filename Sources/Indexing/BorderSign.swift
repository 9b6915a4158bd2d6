import CaptureModel

/// A sign for or against a border between two pages.
enum BorderSign: String, CaseIterable {
    // On the page itself.
    case address, returnLine, date, salutation, references, title, largeType, contact, privateSender
    case firstNumber, laterNumber, enclosure, continued, beginsInside, fewWords
    case toUs, toOthers, toNamed, bare, bareAfterList, copy
    case mailHead, receiptStamp, ownKind, enclosedKind, bareEnclosedKind, namedEnclosure, ownLetter, ownForm
    // On the page before.
    case lastOfCount, missingPages, closing, enclosureList, endsInside, continues, shortBefore
    // Between the two.
    case goesOn, nextNumber, newCount, sameReference, otherReference, sameFrame, otherFrame, sameWords
    case otherHeight, otherEdge, otherSize, otherColor, otherPaper

    static let bias = -1.1

    var weight: Double {
        switch self {
        case .address: 0.9
        case .returnLine: 0
        case .date: 0.5
        case .salutation: 1.1
        case .references: 1.1
        case .title: 0.5
        case .largeType: 0.9
        case .contact: 1.3
        case .privateSender: 0
        case .firstNumber: 1.5
        case .laterNumber: -2.5
        case .enclosure: -1.5
        case .continued: -1.5
        case .beginsInside: -0.1
        case .fewWords: -1
        case .toUs: 1.1
        case .toOthers: -0.6
        case .toNamed: -1.8
        case .bare: -0.9
        case .bareAfterList: -1.4
        case .copy: -1.4
        case .mailHead: 1.1
        case .receiptStamp: 2
        case .ownKind: 2.5
        case .enclosedKind: -2.3
        case .bareEnclosedKind: -1.2
        case .namedEnclosure: -0.8
        case .ownLetter: -5
        case .ownForm: 1.6
        case .lastOfCount: 0.9
        case .missingPages: -1.8
        case .closing: 1.1
        case .enclosureList: -1.2
        case .endsInside: -0.4
        case .continues: -1.2
        case .shortBefore: 0.4
        case .goesOn: -2
        case .nextNumber: -1.5
        case .newCount: 0.4
        case .sameReference: -1.3
        case .otherReference: 1.1
        case .sameFrame: -1.5
        case .otherFrame: 0
        case .sameWords: -1.6
        case .otherHeight: 0.9
        case .otherEdge: 0.2
        case .otherSize: 1.6
        case .otherColor: 0.2
        case .otherPaper: 0.5
        }
    }

    /// What each sign says of two pages, mostly 0 or 1; signs that say nothing are left out.
    static func values(
        _ document: OpenDocument, _ page: PageSigns, _ paper: SheetColor?, _ ourNames: [Set<UInt32>]
    ) -> [BorderSign: Double] {
        let before = document.last
        var values: [BorderSign: Double] = [:]
        func set(_ sign: BorderSign, _ holds: Bool) { if holds { values[sign] = 1 } }
        for (mark, sign) in marksOfPage { set(sign, page.marks.contains(mark)) }
        for (mark, sign) in marksBefore { set(sign, before.marks.contains(mark)) }
        set(.goesOn, before.marks.contains(.endsInside) && page.marks.contains(.beginsInside))
        set(.fewWords, page.wordCount < 25)
        set(.shortBefore, before.bottom < 60)
        setNumbers(before, page, &values)
        let (shared, total) = overlap(before.references, page.references)
        set(.sameReference, shared > 0)
        set(.otherReference, shared == 0 && total > 0)
        let frame = share(before.frame, page.frame)
        values[.sameFrame] = frame
        set(.otherFrame, frame.map { $0 < 0.1 } ?? false)
        values[.sameWords] = share(before.words, page.words).map { min(1, 3 * $0) }
        set(.otherHeight, differ(before.textHeight, page.textHeight, by: 0.12))
        set(.otherEdge, min(before.leftEdge, page.leftEdge) > 0 && abs(before.leftEdge - page.leftEdge) > 6)
        set(.otherSize, abs(before.width - page.width) > 6 || abs(before.height - page.height) > 6)
        set(.otherColor, before.color != page.color)
        set(.otherPaper, isOther(document.lastPaper, paper))
        let isBare = page.marks.isDisjoint(with: letterMarks)
        set(.bare, isBare)
        set(.bareEnclosedKind, isBare && page.marks.contains(.enclosedKind))
        set(.bareAfterList, isBare && document.namesEnclosures)
        let named = [document.first, document.last].map { WordFilter(bits: $0.vocabulary) }
        set(
            .namedEnclosure,
            isBare && document.namesEnclosures
                && page.titles.contains { title in named.contains { $0.contains(title) } })
        setAddressee(document, page, ourNames, &values)
        return values
    }

    private static let marksOfPage: [(PageSigns.Marks, BorderSign)] = [
        (.address, .address), (.returnLine, .returnLine), (.date, .date), (.salutation, .salutation),
        (.references, .references), (.title, .title), (.largeType, .largeType), (.contact, .contact),
        (.privateSender, .privateSender), (.enclosure, .enclosure), (.continued, .continued),
        (.beginsInside, .beginsInside), (.copy, .copy), (.mailHead, .mailHead), (.enclosedKind, .enclosedKind),
        (.receiptStamp, .receiptStamp), (.ownKind, .ownKind),
    ]
    private static let marksBefore: [(PageSigns.Marks, BorderSign)] = [
        (.closing, .closing), (.enclosureList, .enclosureList), (.endsInside, .endsInside), (.continues, .continues),
    ]

    private static let letterMarks: PageSigns.Marks = [
        .address, .returnLine, .salutation, .references, .privateSender,
    ]

    /// Mail comes to us; a letter to the one who writes, or to somebody the document speaks of, was enclosed by them.
    private static func setAddressee(
        _ document: OpenDocument, _ page: PageSigns, _ ourNames: [Set<UInt32>], _ values: inout [BorderSign: Double]
    ) {
        let isOurPaper = ourNames.contains { $0.isSubset(of: page.frame) }
        guard !page.addressee.isEmpty else {
            let isForm = page.marks.isDisjoint(with: letterMarks.subtracting(.references).union(.enclosedKind))
            if isOurPaper, isForm { values[.ownForm] = 1 }
            return
        }
        if ourNames.contains(where: { $0.isSubset(of: page.addressee) }) {
            values[.toUs] = 1
            return
        }
        if !ourNames.isEmpty { values[.toOthers] = 1 }
        if isOurPaper, page.marks.contains(.salutation) { values[.ownLetter] = 1 }
        let isNamed = [document.first, document.last].contains { pageBefore in
            let vocabulary = WordFilter(bits: pageBefore.vocabulary)
            return page.addressee.allSatisfy { vocabulary.contains($0) }
        }
        if isNamed { values[.toNamed] = 1 }
    }

    private static func setNumbers(_ before: PageSigns, _ page: PageSigns, _ values: inout [BorderSign: Double]) {
        if let number = page.page { values[number == 1 ? .firstNumber : .laterNumber] = 1 }
        if let last = before.page, let of = before.of { values[last == of ? .lastOfCount : .missingPages] = 1 }
        guard let number = page.page, let last = before.page else { return }
        let isSameCount = before.of == nil || page.of == nil || before.of == page.of
        values[number == last + 1 && isSameCount ? .nextNumber : .newCount] = 1
    }

    private static func overlap(_ left: [UInt32], _ right: [UInt32]) -> (shared: Int, total: Int) {
        (Set(left).intersection(right).count, min(left.count, right.count))
    }

    /// What the shorter list has in common with the longer; nil where there is too little to tell.
    private static func share(_ left: [UInt32], _ right: [UInt32]) -> Double? {
        let (shared, total) = overlap(left, right)
        return total < 3 ? nil : Double(shared) / Double(total)
    }

    private static func differ(_ left: Int, _ right: Int, by share: Double) -> Bool {
        min(left, right) > 0 && Double(abs(left - right)) > share * Double(max(left, right))
    }

    /// Scans of one kind of paper differ by a few steps; 24 of 255 is another paper.
    private static func isOther(_ left: SheetColor?, _ right: SheetColor?) -> Bool {
        guard let left, let right else { return false }
        return max(abs(left.red - right.red), abs(left.green - right.green), abs(left.blue - right.blue)) > 24
    }
}
