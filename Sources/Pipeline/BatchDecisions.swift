// Everything a profile decides about a batch: where its documents begin, what they are, where they go.
//
// Pure over the batch's material: the same profile and the same readings give the same result, bit for bit. The steps of
// the way commit what it says; the workbench asks the same questions with another profile and commits nothing.

package import BatchStore
package import CaptureModel
import DurableFiles
import Foundation
import Indexing

package struct BatchDecisions: Sendable {
    /// Pages of a document that type and fields are looked for on: they stand on the first ones, and a file of a
    /// thousand pages must not be in memory at once.
    private static let pagesRead = 20

    private let profile: Profile
    private let separator: BatchSeparator
    private let indexer: DocumentIndexer

    /// - Parameter unseal: what a signed separator code says, nil where its check part is missing or wrong.
    package init(
        _ loaded: LoadedProfile, channel: Channel,
        unseal: @escaping @Sendable (String) -> String? = { _ in nil }
    ) throws(CaptureError) {
        profile = loaded.profile
        separator = try BatchSeparator(profile: loaded.profile, unseal: unseal)
        indexer = try DocumentIndexer(
            profile: loaded.profile, registers: loaded.registers, typeModel: loaded.typeModel,
            origin: DocumentOrigin(channel: channel.rawValue))
    }

    /// A role for every page, a document for every content page.
    package func separation(of material: BatchMaterial) throws(CaptureError) -> Separation {
        let isDuplex = material.channel == .scanner && profile.scan.source == .duplexFeeder
        let summaries = material.pages.map { page in
            var summary = page.summary
            summary.isBack = page.isBack ?? (isDuplex && !page.summary.number.isMultiple(of: 2))
            if separator.hasRules, page.isLooseSheet { summary.input = nil }
            return summary
        }
        return separator.separate(summaries, readings: try readings(of: material))
    }

    /// What rules about words ask of each page; without such rules no page is loaded.
    private func readings(of material: BatchMaterial) throws(CaptureError) -> [Int: PageReading] {
        var readings: [Int: PageReading] = [:]
        for page in material.pages.map(\.summary) where !page.isBlank {
            guard separator.needsText || (separator.needsSigns && page.signs == nil) else { continue }
            readings[page.number] = separator.reading(of: try material.analysis(page.number))
        }
        return readings
    }

    /// What services must be asked before `documents`, by the name of their register.
    package func questions(
        _ separation: Separation, of material: BatchMaterial
    ) throws(CaptureError) -> [String: Set<String>] {
        guard indexer.asksServices else { return [:] }
        var questions: [String: Set<String>] = [:]
        for draft in separation.documents {
            let pages = try Self.pages(of: draft, material)
            let asked = indexer.questions(on: draft, pages: pages, context: material.context(of: draft))
            questions.merge(asked) { $0.union($1) }
        }
        return questions
    }

    private static func pages(
        of draft: DocumentDraft, _ material: BatchMaterial
    ) throws(CaptureError) -> [(number: Int, analysis: PageAnalysis)] {
        var pages: [(number: Int, analysis: PageAnalysis)] = []
        for number in draft.pages.prefix(pagesRead) { pages.append((number, try material.analysis(number))) }
        return pages
    }

    /// Type, fields and way of every document; the unsure ones await a person.
    package func documents(
        _ separation: Separation, of material: BatchMaterial
    ) throws(CaptureError) -> [IndexedDocument] {
        var findings: [Int: [Finding]] = [:]
        for page in material.pages {
            let number = page.summary.number
            findings[number] = page.findings.map { Finding($0.code, $0.message, page: number) }
        }
        var documents: [IndexedDocument] = []
        for draft in separation.documents {
            let pages = try Self.pages(of: draft, material)
            let context = material.context(of: draft)
            let document = indexer.index(draft, pages: pages, received: material.received, context: context)
                .noting(draft.pages.flatMap { findings[$0] ?? [] })
            documents.append(sampled(document, number: documents.count + 1, batch: material.id))
        }
        return documents
    }

    /// A share of the sure documents is looked at all the same; which ones hangs on their id alone.
    private func sampled(_ document: IndexedDocument, number: Int, batch: String) -> IndexedDocument {
        let hash = SHA256.of(Data("\(batch)/sample/\(number)".utf8))
        let draw = Double(Int(hash.prefix(6), radix: 16) ?? 0) / Double(1 << 24) * 100
        guard !document.needsReview, draw < profile.effectiveSamplePercent else { return document }
        var document = document
        document.needsReview = true
        document.findings.append(
            Finding(
                "sample", LocalizedText(de: "Stichprobe zur Qualitätssicherung.", en: "Sample for quality control.")))
        return document
    }
}
