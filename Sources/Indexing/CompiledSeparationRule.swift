import CaptureModel
import Patterns

/// A separation rule with its patterns and templates ready.
struct CompiledSeparationRule: Sendable {
    /// More words than this on a sheet known by words or color alone: it may be a letter about separators.
    ///
    /// Our own setting; separator sheets of offices have about 40.
    private static let mostSheetWords = 120

    let condition: SeparationCondition
    /// Holds only where no sheet separates.
    var isForUnseparated: Bool { rule.isForUnseparated == true }

    private let id: String
    private let rule: SeparationRule
    private let set: [String: Template]
    private let unseal: @Sendable (String) -> String?

    init(
        _ rule: SeparationRule, _ index: Int, unseal: @escaping @Sendable (String) -> String?
    ) throws(CaptureError) {
        id = "separate[\(index)]"
        self.rule = rule
        self.unseal = unseal
        condition = try SeparationCondition(rule.condition, id: id)
        var set: [String: Template] = [:]
        for (name, template) in rule.set { set[name] = try Template(template) }
        self.set = set
    }

    /// What a met condition says.
    private struct Met {
        var reasons: [Reason]
        var groups: [String: String] = [:]
        var isAboutSheet = true
        /// Known by a code that is printed for the purpose.
        var hasCode = false
        var doubt: Finding?
        var isOnlyDoubt = false
    }

    /// nil where the page does not meet the rule; `notices` are what a person should know all the same.
    func match(_ side: SheetSide, _ notices: inout [Finding]) -> SeparationMatch? {
        guard let met = met(condition, side, isAlone: true, &notices) else { return nil }
        var treatment = met.isAboutSheet ? rule.sheet : .keep
        if met.isAboutSheet, treatment == .drop, !met.hasCode, !isSheetLike(side) {
            treatment = .keep
            notices.append(.wordySeparator(side.page.number))
        }
        return SeparationMatch(
            rule: rule, treatment: treatment, isAboutSheet: met.isAboutSheet,
            values: set.mapValues { try? $0.filled(with: met.groups) }, reasons: met.reasons, doubt: met.doubt,
            isOnlyDoubt: met.isOnlyDoubt)
    }

    private func isSheetLike(_ side: SheetSide) -> Bool {
        side.page.isBlank || (side.signs?.wordCount ?? 0) <= Self.mostSheetWords
    }

    private func met(
        _ condition: SeparationCondition, _ side: SheetSide, isAlone: Bool, _ notices: inout [Finding]
    ) -> Met? {
        let page = side.page
        switch condition {
        case .patch(let code): return page.patchCode == code ? met(page, .patchCode(code), hasCode: true) : nil
        case .barcode(let symbology, let pattern): return barcode(symbology, pattern, page, &notices)
        case .blank: return side.isBlank ? met(page, .blankSheet, hasCode: true) : nil
        case .count(let pages):
            // Counted pages are content; there is no sheet to drop.
            guard !page.isBlank, side.pagesInDocument >= pages else { return nil }
            return met(page, .pageCount(pages), isAboutSheet: false)
        case .words(_, let id), .pattern(_, let id):
            return side.reading?.found[id].map { met(page, .separatorWords, box: $0.box, groups: $0.groups) }
        case .paper(let color):
            return page.paper?.name == color ? met(page, .paper(color)) : nil
        case .change(let value, let id):
            guard let now = value.read(side, id), let before = side.lastValues[id], now != before else { return nil }
            return met(page, .otherValue, isAboutSheet: false)
        case .content(let above): return content(above, side, isAlone: isAlone)
        case .all(let parts): return all(parts, side, &notices)
        case .any(let parts):
            for part in parts {
                if let met = met(part, side, isAlone: false, &notices) { return met }
            }
            return nil
        }
    }

    private func met(
        _ page: PageSummary, _ text: LocalizedText, box: Box? = nil, groups: [String: String] = [:],
        isAboutSheet: Bool = true, hasCode: Bool = false
    ) -> Met {
        Met(
            reasons: [Reason(rule: id, text: text, page: page.number, box: box, score: .certain)], groups: groups,
            isAboutSheet: isAboutSheet, hasCode: hasCode)
    }

    private func all(_ parts: [SeparationCondition], _ side: SheetSide, _ notices: inout [Finding]) -> Met? {
        var whole = Met(reasons: [], isAboutSheet: false)
        for part in parts {
            guard let met = met(part, side, isAlone: false, &notices) else { return nil }
            whole.reasons += met.reasons
            whole.groups.merge(met.groups) { first, _ in first }
            whole.isAboutSheet = whole.isAboutSheet || met.isAboutSheet
            whole.hasCode = whole.hasCode || met.hasCode
        }
        return parts.isEmpty ? nil : whole
    }

    private func barcode(
        _ symbology: Symbology?, _ pattern: Pattern, _ page: PageSummary, _ notices: inout [Finding]
    ) -> Met? {
        var hasForeign = false
        for barcode in page.barcodes where symbology == nil || symbology == barcode.symbology {
            let text = rule.isSigned == true ? unseal(barcode.text) : barcode.text
            if let text, let match = pattern.wholeMatch(in: text) {
                return met(
                    page, .separatorBarcode, box: barcode.box, groups: match.groups(of: pattern), hasCode: true)
            }
            let claim = barcode.text.split(separator: ".").dropLast().joined(separator: ".")
            hasForeign =
                hasForeign || pattern.wholeMatch(in: barcode.text) != nil || pattern.wholeMatch(in: claim) != nil
        }
        if hasForeign, rule.isSigned == true { notices.append(.unsignedSeparator(page.number)) }
        return nil
    }

    /// By itself the rule decides at one half and asks a person where it is not as sure as the profile wants; as a part
    /// of another condition it holds or does not.
    private func content(_ above: Double, _ side: SheetSide, isAlone: Bool) -> Met? {
        let page = side.page
        guard !page.isBlank, let document = side.document, let now = side.signs else { return nil }
        // One sheet of paper is never two documents.
        if let front = side.front, front.number == side.lastPage { return nil }
        let border = PageBorder(document, now, paper: page.paper, ourNames: side.ourNames)
        let probability = border.probability
        let isSure = probability >= above || probability <= 1 - above
        if probability < 0.5 || (!isAlone && probability < above) {
            guard isAlone, !isSure else { return nil }
            return Met(
                reasons: [], isAboutSheet: false, doubt: .doubtfulBoundary(page.number, border), isOnlyDoubt: true)
        }
        let reason = Reason(
            rule: id, text: border.reason, page: page.number, score: Confidence(probability))
        return Met(
            reasons: [reason], isAboutSheet: false,
            doubt: isSure ? nil : .doubtfulBoundary(page.number, border))
    }
}
