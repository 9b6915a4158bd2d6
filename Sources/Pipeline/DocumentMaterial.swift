import BatchStore
import CaptureModel
import Foundation

/// What is known of a document's pages and files besides what was read: for its form, its note and its manifest.
struct DocumentMaterial: Sendable {
    /// A page with what was done to it; the text stays on disk.
    struct Page: Sendable {
        let record: PageRecord
        let facts: PageFacts
    }

    /// The part of a page's analysis that proofs need.
    struct PageFacts: Sendable, Decodable {
        let steps: [ProcessingStep]
        let record: RecordImage
        let resolution: Int
        let color: ColorMode
        let hasInvoice: Bool

        private enum Key: CodingKey { case steps, record, resolution, color, invoice }

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: Key.self)
            steps = try values.decode([ProcessingStep].self, forKey: .steps)
            record = try values.decode(RecordImage.self, forKey: .record)
            resolution = try values.decode(Int.self, forKey: .resolution)
            color = try values.decode(ColorMode.self, forKey: .color)
            hasInvoice = try values.contains(.invoice) && !values.decodeNil(forKey: .invoice)
        }
    }

    /// In the document's order.
    let pages: [Page]
    /// All pages of the batch, in order.
    let batchPages: [PageRecord]
    /// The files the document's pages come from.
    let inputs: [InputRecord]
    /// The e-mail message they were attached to; nil where they came otherwise.
    let message: InputRecord?
    let form: DocumentForm

    init(
        of document: DocumentRecord, in batch: BatchRecord, _ profile: Profile, _ known: BatchFacts,
        from store: BatchStore
    ) throws(CaptureError) {
        batchPages = known.pages
        let records = Dictionary(uniqueKeysWithValues: batchPages.map { ($0.number, $0) })
        var pages: [Page] = []
        for number in document.indexed.pages {
            guard let record = records[number + 1] else { throw .fault("DocumentMaterial", "page is gone") }
            let file = store.path(batch, record.folder + "/analysis.json")
            pages.append(Page(record: record, facts: try store.decoded(PageFacts.self, file)))
        }
        self.pages = pages
        let numbers = Set(pages.compactMap(\.record.input))
        inputs = known.inputs.filter { numbers.contains($0.number) }
        let origins = Set(inputs.compactMap { $0.context?.attachedTo })
        message = known.inputs.first { origins.contains($0.number) }
        let (all, inputs) = (batchPages, inputs)
        form = DocumentForm.choose(
            profile.originals ?? OriginalSettings(), inputs.map { Self.source($0, pages: pages, of: all) },
            isSealed: profile.seal?.key != nil)
    }

    private static func source(
        _ input: InputRecord, pages: [Page], of all: [PageRecord]
    ) -> DocumentForm.Source {
        let ours = pages.filter { $0.record.input == input.number }
        let numbers = Set(ours.map(\.record.number))
        let others = all.filter { $0.input == input.number && !numbers.contains($0.number) }
        return DocumentForm.Source(
            number: input.number, isPDF: input.format == .pdf, findings: Set(input.findings.map(\.code)),
            isWhole: others.allSatisfy { $0.role == .blank },
            isBornDigital: ours.contains(where: \.isDrawn),
            hasInvoice: ours.contains { $0.facts.hasInvoice })
    }

    /// Where the pages come from, for the transfer note.
    func origin(_ channel: Channel) -> TransferNote.Origin {
        if channel == .scanner { return .paper }
        return pages.contains(where: \.isDrawn) ? .bornDigital : .file
    }
}

extension DocumentMaterial.Page {
    /// Its image was drawn from a born-digital PDF.
    fileprivate var isDrawn: Bool { facts.steps.contains { $0.name == "drawPDFPage" } }
}
