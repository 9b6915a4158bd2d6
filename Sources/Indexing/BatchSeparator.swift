// Where documents begin.
//
// Method: one pass over the pages. A page that meets a separation rule separates; the first rule in the profile's order
// decides what becomes of the sheet, and the values of every rule it meets are taken, so that a patch code and a barcode
// may share one sheet. Blank pages are marked and belong to no document, but end none either. A page of another
// imported file always begins a document, and values that a separator gave end with its file: mail that came as a file
// of its own must not inherit another's office.

package import CaptureModel
import Patterns

/// Divides a batch into documents by the rules of a profile; pure, the same pages always give the same documents.
package struct BatchSeparator: Sendable {
    private let rules: [CompiledRule]

    package init(profile: Profile) throws(CaptureError) {
        var rules: [CompiledRule] = []
        for (index, rule) in profile.separate.enumerated() { rules.append(try CompiledRule(rule, index)) }
        self.rules = rules
    }

    /// The profile has separators of its own.
    ///
    /// Image files of one page each are then pages of one feed, and their summaries should name no `input`; without
    /// separators every file is a document.
    package var hasRules: Bool { !rules.isEmpty }

    /// Gives every page a role and every content page a document.
    package func separate(_ pages: [PageSummary]) -> Separation {
        var course = Course()
        for (index, page) in pages.enumerated() {
            let previous = index > 0 ? pages[index - 1] : nil
            if let previous, previous.input != page.input { course.beginFile() }
            let sheet = Sheet(page: page, previous: previous, next: index + 1 < pages.count ? pages[index + 1] : nil)
            let matches = rules.compactMap { $0.match(sheet, pagesSoFar: course.pagesInDocument) }
            course.take(page, matches)
        }
        return course.separation
    }
}

/// A page with its neighbors, to tell the sides of a sheet.
private struct Sheet {
    let page: PageSummary
    let previous: PageSummary?
    let next: PageSummary?

    /// Neither side of the sheet has anything on it.
    ///
    /// The blank back of a written page is no blank sheet.
    var isBlank: Bool {
        guard page.isBlank else { return false }
        if page.isBack { return previous.map { $0.isBlank && $0.input == page.input } ?? true }
        guard let next, next.isBack, next.input == page.input else { return true }
        return next.isBlank
    }
}

/// What a rule says about a page.
private struct RuleMatch {
    let treatment: SeparationRule.Sheet
    /// nil takes the value back.
    let values: [String: String?]
    let reason: Reason
}

/// The way through the batch: what is decided, and what the next page must know.
private struct Course {
    private(set) var separation = Separation(roles: [], documents: [])
    private var isOpen = false
    private var given: [String: String] = [:]
    private var pending: [Reason] = []

    /// Content pages of the document at hand.
    var pagesInDocument: Int { isOpen ? separation.documents.last?.pages.count ?? 0 : 0 }

    mutating func beginFile() {
        isOpen = false
        given = [:]
        pending = [Reason(rule: "input", text: .newFile)]
    }

    mutating func take(_ page: PageSummary, _ matches: [RuleMatch]) {
        guard let first = matches.first else { return page.isBlank ? mark(.blank) : add(page) }
        isOpen = false
        for match in matches.reversed() { apply(match) }
        pending = matches.map(\.reason)
        switch first.treatment {
        case .drop: mark(.separator)
        case .keep: add(page)
        }
    }

    private mutating func apply(_ match: RuleMatch) {
        for (name, value) in match.values { given[name] = value }
    }

    private mutating func mark(_ role: PageRole) { separation.roles.append(role) }

    private mutating func add(_ page: PageSummary) {
        mark(.content)
        if isOpen, let last = separation.documents.indices.last {
            separation.documents[last].pages.append(page.number)
        } else {
            let why = pending.isEmpty ? [Reason(rule: "batch", text: .firstPage, page: page.number)] : pending
            separation.documents.append(DocumentDraft(pages: [page.number], given: given, why: why))
            isOpen = true
            pending = []
        }
    }
}

/// A rule with its pattern and templates ready.
private struct CompiledRule: Sendable {
    private let id: String
    private let rule: SeparationRule
    private let pattern: Pattern?
    private let set: [String: Template]

    init(_ rule: SeparationRule, _ index: Int) throws(CaptureError) {
        id = "separate[\(index)]"
        self.rule = rule
        if case .barcode(_, let matches) = rule.condition { pattern = try Pattern(matches) } else { pattern = nil }
        var set: [String: Template] = [:]
        for (name, template) in rule.set { set[name] = try Template(template) }
        self.set = set
    }

    /// nil where the page does not meet the rule.
    func match(_ sheet: Sheet, pagesSoFar: Int) -> RuleMatch? {
        let page = sheet.page
        switch rule.condition {
        case .patch(let code): return page.patchCode == code ? found(page, .patchCode(code)) : nil
        case .barcode(let symbology, _): return barcode(symbology, page)
        case .blank: return sheet.isBlank ? found(page, .blankSheet) : nil
        case .count(let pages):
            // Counted pages are content; there is no sheet to drop.
            return !page.isBlank && pagesSoFar >= pages ? found(page, .pageCount(pages), treatment: .keep) : nil
        }
    }

    private func barcode(_ symbology: Symbology?, _ page: PageSummary) -> RuleMatch? {
        for barcode in page.barcodes where symbology == nil || symbology == barcode.symbology {
            guard let match = pattern?.wholeMatch(in: barcode.text) else { continue }
            return found(page, .separatorBarcode, box: barcode.box, groups: match)
        }
        return nil
    }

    private func found(
        _ page: PageSummary, _ text: LocalizedText, box: Box? = nil, groups: PatternMatch? = nil,
        treatment: SeparationRule.Sheet? = nil
    ) -> RuleMatch {
        var values: [String: String] = [:]
        for name in pattern?.groupNames ?? [] { values[name] = groups?[name] }
        return RuleMatch(
            treatment: treatment ?? rule.sheet, values: set.mapValues { try? $0.filled(with: values) },
            reason: Reason(rule: id, text: text, page: page.number, box: box, score: .certain))
    }
}

extension LocalizedText {
    fileprivate static let firstPage = LocalizedText(de: "Erste Seite des Stapels.", en: "First page of the batch.")
    fileprivate static let newFile = LocalizedText(de: "Hier beginnt eine neue Datei.", en: "A new file begins here.")
    fileprivate static let blankSheet = LocalizedText(de: "Nach einem leeren Blatt.", en: "After a blank sheet.")
    fileprivate static let separatorBarcode = LocalizedText(
        de: "Barcode eines Trennblatts.", en: "Barcode of a separator sheet.")

    fileprivate static func patchCode(_ code: PatchCode) -> LocalizedText {
        LocalizedText(de: "Patchcode \(code.rawValue).", en: "Patch code \(code.rawValue).")
    }

    fileprivate static func pageCount(_ pages: Int) -> LocalizedText {
        LocalizedText(de: "Nach je \(pages) Seiten.", en: "After every \(pages) pages.")
    }
}
