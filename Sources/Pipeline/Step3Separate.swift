import BatchStore
import CaptureModel
import Indexing

extension PipelineSteps {
    /// Gives every page its role and every content page its document.
    func separate(_ batch: BatchRecord) async throws(CaptureError) {
        let profile = try await profile(of: batch).profile
        let separator = try BatchSeparator(profile: profile, unseal: unseal)
        let pages = try await store.pages(of: batch.id)
        let sheets = separator.hasRules ? try await looseSheets(of: batch) : []
        let isDuplex = batch.channel == .scanner && profile.scan.source == .duplexFeeder
        let summaries = pages.compactMap { page in
            page.summary.map { summary in
                var summary = summary
                summary.isBack = isDuplex && page.number.isMultiple(of: 2)
                if let input = page.input, sheets.contains(input) { summary.input = nil }
                return summary
            }
        }
        let readings = try readings(of: pages, in: batch, by: separator)
        let separation = separator.separate(summaries, readings: readings)
        try await store.separated(separation, pages: pages.map(\.number), of: batch)
        // Where every page counts as blank or separator a person looks: faint writing must not vanish unseen.
        if separation.documents.isEmpty, !pages.isEmpty { try await store.hold(batch, because: .withoutDocuments) }
    }

    /// What rules about words ask of each page; without such rules no page is loaded.
    private func readings(
        of pages: [PageRecord], in batch: BatchRecord, by separator: BatchSeparator
    ) throws(CaptureError) -> [Int: PageReading] {
        var readings: [Int: PageReading] = [:]
        for page in pages where page.summary?.isBlank == false {
            guard separator.needsText || (separator.needsSigns && page.summary?.signs == nil) else { continue }
            let file = store.path(batch, page.folder + "/analysis.json")
            readings[page.number - 1] = separator.reading(of: try store.decoded(PageAnalysis.self, file))
        }
        return readings
    }

    /// Image files of one page: given together with separators they are the sheets of one stack.
    ///
    /// A PDF or a file of several pages is a document of its own, unless separators divide it.
    private func looseSheets(of batch: BatchRecord) async throws(CaptureError) -> Set<Int> {
        let inputs = try await store.inputs(of: batch.id)
        return Set(inputs.filter { $0.pageCount == 1 && $0.format != .pdf }.map(\.number))
    }
}

extension CaptureError {
    static let withoutDocuments = CaptureError(
        .badInput, "no-documents",
        LocalizedText(
            de: "Der Stapel hat nur leere Seiten oder Trennblätter.",
            en: "The batch has only blank pages or separator sheets."),
        remedy: LocalizedText(
            de: "Bitte die Seiten ansehen; ist nichts darauf, den Stapel freigeben.",
            en: "Please look at the pages; if nothing is on them, release the batch."))
}
