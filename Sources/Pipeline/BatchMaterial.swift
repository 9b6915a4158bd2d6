package import BatchStore
package import CaptureModel
import Foundation
package import Indexing

/// What the decisions about a batch (Stapel) are made of: its pages as they were read, and how it came in.
package struct BatchMaterial: Sendable {
    /// A page with what was found about it and, at its first page, about its file.
    package struct Page: Sendable {
        package var summary: PageSummary
        package var findings: [Finding]
        /// The page is an image file of its own: with separators such files are the sheets of one stack.
        ///
        /// A PDF or a file of several pages is a document of its own, unless separators divide it.
        package var isLooseSheet: Bool
        /// What came with its file; nil where nothing did.
        package var context: InputContext?
        /// The side of its sheet, as the feed had it; nil where nobody kept it.
        package var isBack: Bool?

        package init(
            summary: PageSummary, findings: [Finding] = [], isLooseSheet: Bool = false, context: InputContext? = nil,
            isBack: Bool? = nil
        ) {
            self.isBack = isBack
            self.summary = summary
            self.findings = findings
            self.isLooseSheet = isLooseSheet
            self.context = context
        }
    }

    /// Names the batch; which documents are samples hangs on it.
    package var id: String
    package var channel: Channel
    /// The day the mail came in; nil leaves dates unjudged.
    package var received: CalendarDay?
    package var pages: [Page]
    /// The whole analysis of a page by its number from 0; read when it is asked for, one page at a time.
    package var analysis: @Sendable (Int) throws(CaptureError) -> PageAnalysis

    package init(
        id: String, channel: Channel, received: CalendarDay? = nil, pages: [Page],
        analysis: @escaping @Sendable (Int) throws(CaptureError) -> PageAnalysis
    ) {
        self.id = id
        self.channel = channel
        self.received = received
        self.pages = pages
        self.analysis = analysis
    }

    /// The pages of a stored batch; reads, never writes.
    package init(of batch: BatchRecord, in store: BatchStore) async throws(CaptureError) {
        let inputs = try await store.inputs(of: batch.id)
        let loose = Set(inputs.filter { $0.isLooseSheet }.map(\.number))
        var pages: [Page] = []
        for page in try await store.pages(of: batch.id) {
            guard let summary = page.summary else { continue }
            let input = inputs.first { $0.number == page.input }
            let ofFile = page.inputPage == 0 ? input?.findings ?? [] : []
            pages.append(
                Page(
                    summary: summary, findings: ofFile + summary.findings,
                    isLooseSheet: page.input.map { loose.contains($0) } ?? false, context: input?.context,
                    isBack: page.isBack))
        }
        if !pages.isEmpty { pages[0].findings += inputs.flatMap(\.findingsWithoutPage) }
        self.init(
            id: batch.id, channel: batch.channel, received: CalendarDay(of: batch.received(by: inputs)), pages: pages
        ) { number throws(CaptureError) in
            let file = String(format: "pages/%04d/analysis.json", number + 1)
            return try store.decoded(PageAnalysis.self, store.path(batch, file))
        }
    }
}

extension BatchMaterial {
    /// What came with the file that a document begins in; nil where nothing did.
    func context(of draft: DocumentDraft) -> InputContext? {
        draft.pages.first.flatMap { first in pages.first { $0.summary.number == first }?.context }
    }
}

extension PageSummary {
    /// What separation needs to know of page `number`, from 0, of file `input`, from 1.
    package init(of analysis: PageAnalysis, number: Int, input: Int?) {
        self.init(
            number: number, isBlank: analysis.isBlank, patchCode: analysis.patchCode, barcodes: analysis.barcodes,
            input: input, findings: analysis.findings, signs: analysis.isBlank ? nil : PageSigns(of: analysis),
            paper: analysis.paper)
    }
}

extension InputRecord {
    /// An image file of its own that may be one sheet of a stack; an attachment is a document, whatever its length.
    fileprivate var isLooseSheet: Bool { pageCount == 1 && format != .pdf && context?.attachedTo == nil }

    /// What a person must know of a message though no page tells it: about the whole, and about attachments not taken.
    fileprivate var findingsWithoutPage: [Finding] {
        if context?.message != nil { return findings }
        guard let message = context?.attachedTo, outcome == .refused, let problem else { return [] }
        return [.attachmentMissing(number - message, problem)]
    }
}

extension BatchRecord {
    /// When the mail came in: a message when its server took it, all else when we did.
    func received(by inputs: [InputRecord]) -> Date {
        inputs.lazy.compactMap { $0.context?.message?.received }.first ?? created
    }
}

extension Finding {
    fileprivate static func attachmentMissing(_ number: Int, _ problem: CaptureError) -> Finding {
        Finding(
            "attachment-missing",
            LocalizedText(
                de: "Anlage \(number) der E-Mail wurde nicht übernommen: \(problem.message.de) \(problem.remedy.de)",
                en: "Attachment \(number) of the message was not taken: \(problem.message.en) \(problem.remedy.en)"))
    }
}

extension CalendarDay {
    /// The day of an instant where the mailroom stands.
    fileprivate init?(of date: Date) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .current
        let parts = calendar.dateComponents([.year, .month, .day], from: date)
        guard let year = parts.year, let month = parts.month, let day = parts.day else { return nil }
        self.init(year: year, month: month, day: day)
    }
}
