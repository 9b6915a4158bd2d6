// Where documents begin.
//
// Method: one pass over the pages. A page that meets a separation rule separates; the first rule in the profile's order
// decides what becomes of the sheet, and the values of every rule it meets are taken, so that a patch code and a barcode
// may share one sheet. Rules about sheets come before rules about content (count, change, content), so that no separator
// is ever taken for a letter. Blank pages are marked and belong to no document, but end none either. A page of another
// imported file always begins a document, and values that a separator gave end with its file: mail that came as a file
// of its own must not inherit another's office.
//
// A sheet fed in duplex has two sides: the back of a separator belongs to it, whether blank or printed alike. A back that
// is written on is kept as content, and a person is told, because separators are used again and notes get onto them.

package import CaptureModel
import Patterns

/// Divides a batch into documents by the rules of a profile; pure, the same pages always give the same documents.
package struct BatchSeparator: Sendable {
    private let rules: [CompiledSeparationRule]
    private let recipients: [Set<UInt32>]

    /// - Parameter unseal: what a code with a valid check part says, nil where it has none; see `SeparationRule.isSigned`.
    ///   Without it no code counts as signed.
    package init(
        profile: Profile, unseal: @escaping @Sendable (String) -> String? = { _ in nil }
    ) throws(CaptureError) {
        var rules: [CompiledSeparationRule] = []
        for (index, rule) in profile.separate.enumerated() {
            rules.append(try CompiledSeparationRule(rule, index, unseal: unseal))
        }
        self.rules = rules
        recipients = OwnNames.forms(of: profile.recipients ?? []).map { name in
            Set(name.keys.filter { $0.count >= 3 }.map(ShortHash.of))
        }.filter { !$0.isEmpty }
    }

    /// The profile has separators of its own.
    ///
    /// Image files of one page each are then pages of one feed, and their summaries should name no `input`; without
    /// separators every file is a document.
    package var hasRules: Bool { !rules.isEmpty }

    /// Some rule asks for words on the page: `separate` wants a reading of every page.
    package var needsText: Bool { rules.contains { $0.condition.needsText } }

    /// Some rule asks what the page looks like: `separate` wants a reading of pages whose summary has no signs.
    package var needsSigns: Bool { rules.contains { $0.condition.needsSigns } }

    /// What the rules find in a page's text; small, so that a thousand pages fit in memory.
    package func reading(of analysis: PageAnalysis) -> PageReading {
        let page = ReadPage(number: 0, analysis: analysis)
        var reading = PageReading(signs: PageSigns(page, analysis))
        for rule in rules { rule.condition.read(page, into: &reading) }
        return reading
    }

    /// Gives every page a role and every content page a document; `readings` are by page number.
    package func separate(_ pages: [PageSummary], readings: [Int: PageReading] = [:]) -> Separation {
        let isForAll = rules.filter { !$0.isForUnseparated }
        let course = course(of: pages, readings) { _ in isForAll }
        guard isForAll.count < rules.count else { return course.separation }
        return self.course(of: pages, readings) { course.separatedInputs.contains($0) ? isForAll : rules }.separation
    }

    /// The way through the batch by the rules that hold for the pages of each input.
    private func course(
        of pages: [PageSummary], _ readings: [Int: PageReading], by rules: (Int?) -> [CompiledSeparationRule]
    ) -> SeparationCourse {
        var course = SeparationCourse()
        let ourNames =
            recipients.isEmpty
            ? Self.usualAddressee(pages.compactMap { ($0.signs ?? readings[$0.number]?.signs)?.addressee }) : recipients
        for (index, page) in pages.enumerated() {
            let previous = index > 0 ? pages[index - 1] : nil
            if let previous, previous.input != page.input { course.beginFile() }
            let side = SheetSide(
                page: page, previous: previous, next: index + 1 < pages.count ? pages[index + 1] : nil,
                reading: readings[page.number], pagesInDocument: course.pagesInDocument,
                document: course.document, lastPage: course.lastPage, ourNames: ourNames, lastValues: course.values)
            let rules = rules(page.input)
            var notices: [Finding] = []
            let matches = rules.compactMap { $0.match(side, &notices) }
            course.take(side, matches.filter(\.isAboutSheet) + matches.filter { !$0.isAboutSheet }, notices)
            course.remember(rules.reduce(into: [:]) { $1.condition.values(of: side, into: &$0) }, side)
        }
        return course
    }

    /// The words in most addresses of the batch, where the profile does not tell our names.
    ///
    /// At least three letters and half of those with an address: fewer may be any body that gets much mail.
    static func usualAddressee(_ addressees: [[UInt32]]) -> [Set<UInt32>] {
        let letters = addressees.filter { !$0.isEmpty }
        let counts = Dictionary(letters.flatMap { Set($0) }.map { ($0, 1) }, uniquingKeysWith: +)
        let usual = counts.filter { $0.value >= 3 && 2 * $0.value >= letters.count }.keys
        return usual.isEmpty ? [] : [Set(usual)]
    }
}

/// What the rules of a profile found in the text of a page.
package struct PageReading: Sendable {
    var signs: PageSigns
    /// By the id of the condition: what it found, with the named groups of its pattern.
    var found: [String: Found] = [:]

    struct Found: Sendable {
        var box: Box?
        var value = ""
        var groups: [String: String] = [:]
    }
}

/// A page with its neighbors, to tell the sides of a sheet, and what came before.
struct SheetSide {
    let page: PageSummary
    let previous: PageSummary?
    let next: PageSummary?
    let reading: PageReading?
    /// Content pages of the document at hand.
    let pagesInDocument: Int
    /// The document at hand; nil where none is open or its pages were not looked at.
    let document: OpenDocument?
    /// Number of its last page.
    let lastPage: Int?
    /// Names of addressees that are us.
    let ourNames: [Set<UInt32>]
    /// By the id of a `change` condition, the value last read.
    let lastValues: [String: String]

    var signs: PageSigns? { page.signs ?? reading?.signs }

    /// Neither side of the sheet has anything on it.
    ///
    /// The blank back of a written page is no blank sheet.
    var isBlank: Bool {
        guard page.isBlank else { return false }
        if page.isBack { return previous.map { $0.isBlank && $0.input == page.input } ?? true }
        guard let next, next.isBack, next.input == page.input else { return true }
        return next.isBlank
    }

    /// The front of the same sheet; nil for fronts and pages that did not come from a duplex feed.
    var front: PageSummary? {
        guard page.isBack, let previous, !previous.isBack, previous.input == page.input else { return nil }
        return previous
    }
}
