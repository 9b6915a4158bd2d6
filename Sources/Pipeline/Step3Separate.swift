import BatchStore
import CaptureModel

extension PipelineSteps {
    /// Gives every page its role and every content page its document.
    func separate(_ batch: BatchRecord) async throws(CaptureError) {
        let material = try await BatchMaterial(of: batch, in: store)
        let separation = try await decisions(on: batch).separation(of: material)
        try await store.separated(separation, pages: material.pages.map { $0.summary.number + 1 }, of: batch)
        // Where every page counts as blank or separator a person looks: faint writing must not vanish unseen.
        if separation.documents.isEmpty, !material.pages.isEmpty {
            return try await store.hold(batch, because: .withoutDocuments)
        }
        try await countSheets(of: batch, separation)
    }

    /// What a cover sheet says must agree with what was fed, before anything goes on.
    private func countSheets(of batch: BatchRecord, _ separation: Separation) async throws(CaptureError) {
        guard batch.channel == .scanner else { return }
        let name = try await profile(of: batch).profile.scan.countFrom
        if let name, let count = separation.documents.lazy.compactMap({ $0.given[name].flatMap { Int($0) } }).first {
            try await store.expect(ExpectedSheets(sheets: count, source: .cover), in: batch)
        }
        if let hold = try await store.ledger(of: batch).hold(after: nil) { try await store.hold(batch, because: hold) }
    }

    /// What the profile that the batch began with says about it.
    func decisions(on batch: BatchRecord) async throws(CaptureError) -> BatchDecisions {
        try BatchDecisions(try await profile(of: batch), channel: batch.channel, unseal: unseal)
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
