import BatchStore
import CaptureModel
import Logging
import RegisterServices

extension PipelineSteps {
    /// Decides type, fields and way of every document; the unsure ones await a person.
    func index(_ batch: BatchRecord) async throws(CaptureError) {
        let material = try await BatchMaterial(of: batch, in: store)
        let separation = try store.separation(of: batch)
        let decisions = try await answered(try await decisions(on: batch), on: batch, separation, material)
        let documents = try decisions.documents(separation, of: material)
        try await store.indexed(documents.map { $0.notingOperator(of: batch) }, of: batch)
    }

    /// The decisions with what services say of the values read; without an answer the documents go to a person.
    private func answered(
        _ decisions: BatchDecisions, on batch: BatchRecord, _ separation: Separation, _ material: BatchMaterial
    ) async throws(CaptureError) -> BatchDecisions {
        let questions = try decisions.questions(separation, of: material)
        guard !questions.isEmpty else { return decisions }
        var loaded = try await profile(of: batch)
        for (name, register) in await registers.registers(answering: questions, of: loaded.profile) {
            loaded.registers[name] = register
            let open = Set((questions[name] ?? []).map(Register.normalizedKey)).subtracting(register.answered ?? [])
            guard !open.isEmpty else { continue }
            logger.warning(
                "register did not answer",
                metadata: ["batch": "\(batch.id)", "register": "\(name)", "open": "\(open.count)"])
        }
        return try BatchDecisions(loaded, channel: batch.channel, unseal: unseal)
    }
}

extension IndexedDocument {
    /// Paper that nobody is known to have fed waits for a person, who then answers for it.
    ///
    /// A scan product names a natural person; an organization alone is not enough (TR-03138 A.NB.4 a).
    fileprivate func notingOperator(of batch: BatchRecord) -> IndexedDocument {
        guard batch.channel == .scanner, batch.operatedBy == nil else { return self }
        var document = self
        document.findings.append(.operatorUnknown)
        document.needsReview = true
        return document
    }
}

extension Finding {
    fileprivate static let operatorUnknown = Finding(
        "operator-unknown",
        LocalizedText(
            de: "Nicht bekannt ist, wer gescannt hat. Bitte den Scanner in der Konfiguration einer Person zuordnen; "
                + "wer das Schriftstück freigibt, steht dafür ein.",
            en: "It is not known who scanned. Please assign the scanner to a person in the configuration; whoever "
                + "releases the document answers for it."))
}
