import CaptureModel

/// A sign for or against a border between two pages.
enum BorderSign: String, CaseIterable {
    // On the page itself.
    case address, returnLine, date, salutation, references, title, largeType, contact, privateSender
    case firstNumber, laterNumber, enclosure, continued, beginsInside, fewWords
    // On the page before.
    case lastOfCount, missingPages, closing, enclosureList, endsInside, continues, shortBefore
    // Between the two.
    case nextNumber, newCount, sameReference, otherReference, sameFrame, otherFrame, sameWords
    case otherHeight, otherEdge, otherSize, otherColor, otherPaper

    static let bias = -1.0

    var weight: Double {
        switch self {
        case .address: 2
        case .returnLine: 1
        case .date: 1
        case .salutation: 1.5
        case .references: 0.7
        case .title: 1.2
        case .largeType: 0.8
        case .contact: 0.6
        case .privateSender: 1
        case .firstNumber: 2
        case .laterNumber: -3
        case .enclosure: -1.5
        case .continued: -2
        case .beginsInside: -1.5
        case .fewWords: -0.8
        case .lastOfCount: 1.5
        case .missingPages: -2
        case .closing: 0.8
        case .enclosureList: 0.2
        case .endsInside: -1
        case .continues: -1.5
        case .shortBefore: 0.3
        case .nextNumber: -2
        case .newCount: 1
        case .sameReference: -1.5
        case .otherReference: 0.7
        case .sameFrame: -1.5
        case .otherFrame: 0.5
        case .sameWords: -1.5
        case .otherHeight: 0.7
        case .otherEdge: 0.5
        case .otherSize: 1
        case .otherColor: 0.5
        case .otherPaper: 1
        }
    }

    /// What each sign says of two pages, mostly 0 or 1; signs that say nothing are left out.
    static func values(
        _ before: PageSigns, _ page: PageSigns, _ paper: (before: SheetColor?, now: SheetColor?)
    ) -> [BorderSign: Double] {
        var values: [BorderSign: Double] = [:]
        func set(_ sign: BorderSign, _ holds: Bool) { if holds { values[sign] = 1 } }
        for (mark, sign) in marksOfPage { set(sign, page.marks.contains(mark)) }
        for (mark, sign) in marksBefore { set(sign, before.marks.contains(mark)) }
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
        set(.otherPaper, isOther(paper.before, paper.now))
        return values
    }

    private static let marksOfPage: [(PageSigns.Marks, BorderSign)] = [
        (.address, .address), (.returnLine, .returnLine), (.date, .date), (.salutation, .salutation),
        (.references, .references), (.title, .title), (.largeType, .largeType), (.contact, .contact),
        (.privateSender, .privateSender), (.enclosure, .enclosure), (.continued, .continued),
        (.beginsInside, .beginsInside),
    ]
    private static let marksBefore: [(PageSigns.Marks, BorderSign)] = [
        (.closing, .closing), (.enclosureList, .enclosureList), (.endsInside, .endsInside), (.continues, .continues),
    ]

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
