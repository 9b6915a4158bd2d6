import BatchStore
import CaptureModel
import DurableFiles
import Foundation
import Indexing

extension PipelineSteps {
    /// Pages of a document that type and fields are looked for on: they stand on the first ones, and a file of a
    /// thousand pages must not be in memory at once.
    private static let pagesRead = 20

    /// Decides type, fields and way of every document; the unsure ones await a person.
    func index(_ batch: BatchRecord) async throws(CaptureError) {
        let loaded = try await profile(of: batch)
        let indexer = try DocumentIndexer(
            profile: loaded.profile, registers: loaded.registers,
            origin: DocumentOrigin(channel: batch.channel.rawValue))
        let findings = try await findings(in: batch)
        var documents: [IndexedDocument] = []
        for draft in try store.separation(of: batch).documents {
            let document = indexer.index(draft, pages: try analyses(of: draft, in: batch))
                .noting(draft.pages.flatMap { findings[$0] ?? [] })
            documents.append(sampled(document, number: documents.count + 1, batch, loaded.profile.review))
        }
        try await store.indexed(documents, of: batch)
    }

    /// What was found about each page, and with the first page of a file what was found about the file.
    private func findings(in batch: BatchRecord) async throws(CaptureError) -> [Int: [Finding]] {
        let inputs = try await store.inputs(of: batch.id)
        var findings: [Int: [Finding]] = [:]
        for page in try await store.pages(of: batch.id) {
            let ofFile = page.inputPage == 0 ? inputs.first { $0.number == page.input }?.findings ?? [] : []
            let all = ofFile + (page.summary?.findings ?? [])
            findings[page.number - 1] = all.map { Finding($0.code, $0.message, page: page.number - 1) }
        }
        return findings
    }

    private func analyses(
        of draft: DocumentDraft, in batch: BatchRecord
    ) throws(CaptureError) -> [(number: Int, analysis: PageAnalysis)] {
        var pages: [(number: Int, analysis: PageAnalysis)] = []
        for number in draft.pages.prefix(Self.pagesRead) {
            let file = String(format: "pages/%04d/analysis.json", number + 1)
            pages.append((number, try store.decoded(PageAnalysis.self, store.path(batch, file))))
        }
        return pages
    }

    /// A share of the sure documents is looked at all the same; which ones hangs on their id alone.
    private func sampled(
        _ document: IndexedDocument, number: Int, _ batch: BatchRecord, _ review: ReviewSettings
    ) -> IndexedDocument {
        let hash = SHA256.of(Data("\(batch.id)/sample/\(number)".utf8))
        let draw = Double(Int(hash.prefix(6), radix: 16) ?? 0) / Double(1 << 24) * 100
        guard !document.needsReview, draw < review.samplePercent else { return document }
        var document = document
        document.needsReview = true
        document.findings.append(
            Finding(
                "sample", LocalizedText(de: "Stichprobe zur Qualitätssicherung.", en: "Sample for quality control.")))
        return document
    }
}
