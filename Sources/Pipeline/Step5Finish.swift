import BatchStore
import CaptureModel
import DurableFiles
import Foundation
import Logging
import Patterns

extension PipelineSteps {
    /// Takes every document that can go as far as it goes; true when the last one has arrived.
    func finishDocuments(of batch: BatchRecord) async throws(CaptureError) -> Bool {
        // The last gate before anything leaves: a sheet that is nowhere stops its batch.
        if let hold = try await openBalance(of: batch) {
            try await store.hold(batch, because: hold)
            return false
        }
        // Composed first, so that documents of a batch can share a timestamp.
        try await composeDocuments(of: batch)
        try await seal(batch)
        let isSealing = try await profile(of: batch).profile.seal != nil
        for document in try await store.documents(of: batch.id) where !(isSealing && document.state == .composed) {
            try await finish(document, of: batch)
        }
        let states = try await store.documents(of: batch.id).map(\.state)
        guard states.allSatisfy({ $0 == .delivered }) else { return false }
        let inputs = try await store.inputs(of: batch.id)
        // A message that was taken apart is no document; its attachments are.
        if !inputs.isEmpty, inputs.allSatisfy({ $0.outcome == .refused || $0.context?.message != nil }) {
            try await store.refused(batch)
        } else {
            try await store.delivered(batch)
        }
        return true
    }

    /// The way of one document; each turn commits before the next begins.
    private func finish(_ document: DocumentRecord, of batch: BatchRecord) async throws(CaptureError) {
        switch document.state {
        case .awaitingReview, .ready, .delivered: return
        case .composed: try await deliver(document, of: batch)
        case .sealed:
            forgetUnsealed(document, of: batch)
            try await deliver(document, of: batch)
        case .delivering: try await resolve(document, of: batch)
        case .retrying:
            guard document.isDue(at: store.now) else { return }
            try await deliver(document, of: batch)
        }
        guard let next = try await store.document(document.id), next.state != document.state else { return }
        try await finish(next, of: batch)
    }

    // MARK: Compose

    private func composeDocuments(of batch: BatchRecord) async throws(CaptureError) {
        let ready = try await store.documents(of: batch.id).filter { $0.state == .ready && $0.isDue(at: store.now) }
        guard !ready.isEmpty else { return }
        let seal: SealPreparation?
        do throws(CaptureError) {
            seal = try await sealPreparation(of: batch)
        } catch {
            guard error.code == .unavailable else { throw error }
            return try await wait(ready, because: error, of: batch)
        }
        // After the documents: who let a ready one go stands in the history by then.
        let facts = try await BatchFacts(of: batch, from: store)
        try await forEach(ready, atOnce: workers.count * 2) { (document) async throws(CaptureError) in
            try await compose(document, of: batch, facts, seal)
        }
    }

    private func compose(
        _ document: DocumentRecord, of batch: BatchRecord, _ facts: BatchFacts, _ seal: SealPreparation?
    ) async throws(CaptureError) {
        let profile = try await profile(of: batch).profile
        try DurableFile.createFolder(store.path(batch, document.folder))
        let material = try DocumentMaterial(of: document, in: batch, profile, facts, from: store)
        let note = try await writeNote(of: document, in: batch, profile, material, facts.history)
        let composed = seal == nil ? document.pdf : document.unsealedPDF
        let pdf = store.path(batch, composed)
        if let input = material.inputs.first(where: { $0.number == material.form.delivered }) {
            try DurableFile.copy(store.path(batch, input.file), to: pdf)
        } else {
            var metadata = pdfMetadata(of: document, in: batch, profile)
            metadata.note = profile.transferNote ?? .metadata == .metadata ? note : nil
            var request = CompositionRequest(pages: [], metadata: metadata, seal: seal)
            let inputs = fill(&request, with: material, of: document, in: batch, hasNoteFile: profile.attachesNote)
            let task = WorkerTask(
                job: .compose(request), inputs: inputs, outputs: [("document.pdf", pdf)],
                timeout: .seconds(60 + 2 * request.pages.count))
            guard let result = try await performed(task, document, of: batch) else { return }
            try keep(result.seal, of: document, in: batch, isWanted: seal != nil)
        }
        try writeManifest(of: document, in: batch, material, pdf: composed, hasNote: note != nil)
        try FaultPoint.pass("doc.freeze")
        try await store.composed(document, sha256: try SHA256.of(file: pdf).hex, of: batch)
    }

    /// What the worker wrote; nil where the document was put aside for a person.
    private func performed(
        _ task: WorkerTask, _ document: DocumentRecord, of batch: BatchRecord
    ) async throws(CaptureError) -> CompositionResult? {
        for _ in 1...RetryPolicy.documentAttempts {
            switch try await workers.perform(task) {
            case .answered(.composed(let result)): return result
            case .answered(.failed(let problem)):
                try await store.needsReview(document, because: problem, of: batch)
                return nil
            case .answered: throw .fault("composition", "the worker gave no document")
            case .workerLost: continue
            }
        }
        // The others of the batch must not wait for it.
        try await store.needsReview(document, because: .notComposed, of: batch)
        return nil
    }

    /// Names everything that goes into the PDF; answers the files behind the names.
    private func fill(
        _ request: inout CompositionRequest, with material: DocumentMaterial, of document: DocumentRecord,
        in batch: BatchRecord, hasNoteFile: Bool
    ) -> [String: String] {
        var inputs: [String: String] = [:]
        let parts = Self.parts(of: document)
        for (index, page) in material.pages.enumerated() {
            inputs.merge(files(of: page, in: store.path(batch, page.record.folder), as: index)) { $1 }
            request.pages.append(
                CompositionPage(
                    image: "in/\(index).image", analysis: "in/\(index).json", label: "\(index + 1)",
                    layers: page.facts.record.layers.map { _ in
                        LayerFiles(
                            background: "in/\(index).background", foreground: "in/\(index).foreground",
                            mask: "in/\(index).mask")
                    }, part: parts[page.record.number - 1]))
        }
        attach(material, to: &request, &inputs, of: document, in: batch, hasNoteFile: hasNoteFile)
        return inputs
    }

    /// Titles of the document's parts by the page of the batch, from 0, on which each begins; none where it has one only.
    private static func parts(of document: DocumentRecord) -> [Int: String] {
        let attachments = document.indexed.attachments ?? []
        guard !attachments.isEmpty, let first = document.indexed.pages.first else { return [:] }
        var parts = [first: document.title]
        for (index, page) in attachments.enumerated() { parts[page] = "Anlage \(index + 1)" }
        return parts
    }

    /// A page's files by the names the worker gets: those its facts speak of, whatever else lies in the folder.
    private func files(of page: DocumentMaterial.Page, in folder: String, as index: Int) -> [String: String] {
        let record = page.facts.record
        var files = [("json", "analysis.json"), ("image", record.coding.fileName)]
        if record.layers != nil { files += RecordLayers.files }
        return Dictionary(uniqueKeysWithValues: files.map { ("\(index).\($0)", folder + "/" + $1) })
    }

    private func pdfMetadata(
        of document: DocumentRecord, in batch: BatchRecord, _ profile: Profile
    ) -> PDFMetadata {
        let fields = profile.index.compactMap { rule in
            document.indexed.fields[rule.name].map { PDFField(name: rule.name, value: $0.value) }
        }
        return PDFMetadata(
            title: document.title, language: "de-DE", created: batch.created.formatted(.iso8601),
            producer: "Scanstelle \(ScanstelleVersion.current)", documentID: document.id, fields: fields)
    }

    // MARK: Deliver

    private func deliver(_ document: DocumentRecord, of batch: BatchRecord) async throws(CaptureError) {
        guard let (target, package) = try await delivery(of: document, in: batch) else { return }
        try await store.delivering(document, manifest: package.manifest, of: batch)
        do throws(CaptureError) {
            try FaultPoint.pass("deliver.attempt")
            try await store.delivered(document, try await receipt(for: package, from: target), of: batch)
        } catch {
            try await failed(document, because: error, of: batch)
        }
    }

    /// An attempt was begun and its outcome is unknown: ask the target before anything is sent again.
    private func resolve(_ document: DocumentRecord, of batch: BatchRecord) async throws(CaptureError) {
        guard let (target, package) = try await delivery(of: document, in: batch) else { return }
        do throws(CaptureError) {
            let found = try await target.find(package)
            let receipt =
                if let found, found.sha256 == package.sha256 { found } else {
                    try await receipt(for: package, from: target)
                }
            try await store.delivered(document, receipt, of: batch)
        } catch {
            try await failed(document, because: error, of: batch)
        }
    }

    /// A receipt for anything but these very bytes is none.
    private func receipt(
        for package: DeliveryPackage, from target: any DeliveryTarget
    ) async throws(CaptureError) -> Receipt {
        let receipt = try await target.deliver(package)
        try FaultPoint.pass("deliver.answer")
        guard receipt.sha256 == package.sha256, !receipt.object.isEmpty else { throw .receiptForOther }
        return receipt
    }

    private func failed(
        _ document: DocumentRecord, because problem: CaptureError, of batch: BatchRecord
    ) async throws(CaptureError) {
        logger.warning("delivery failed", metadata: ["batch": "\(batch.id)", "problem": "\(problem.problem)"])
        guard problem.code == .unavailable else {
            return try await store.needsReview(document, because: problem, of: batch)
        }
        let pause = RetryPolicy.deliveryPause(afterAttempts: document.attempts + 1)
        try await store.retry(document, at: store.now + pause, because: problem, of: batch)
    }

    /// The target and what it gets; nil where the document was put aside because its way leads nowhere.
    private func delivery(
        of document: DocumentRecord, in batch: BatchRecord
    ) async throws(CaptureError) -> (any DeliveryTarget, DeliveryPackage)? {
        let profile = try await profile(of: batch).profile
        guard let destination = document.indexed.route.flatMap({ profile.deliver[$0] }),
            let target = targets[destination.target]
        else {
            try await store.needsReview(document, because: .withoutTarget, of: batch)
            return nil
        }
        let values = document.templateValues
        let folder: [String]
        do throws(CaptureError) {
            folder = try Template(destination.path).components(filledWith: values)
        } catch {
            try await store.needsReview(document, because: error, of: batch)
            return nil
        }
        let received = batch.received(by: try await store.inputs(of: batch.id))
        return (
            target, try package(of: document, in: batch, folder: folder, received: received, seal: profile.seal)
        )
    }

    private func package(
        of document: DocumentRecord, in batch: BatchRecord, folder: [String], received: Date, seal: SealSettings?
    ) throws(CaptureError) -> DeliveryPackage {
        let day = received.formatted(.iso8601.year().month().day())
        let sha256 = document.sha256 ?? ""
        let makesEvidence = seal?.makesEvidence ?? false
        let proofs = try proofs(of: document, in: batch)
        var metadata = DocumentMetadata(
            documentID: document.id, deliveryID: document.deliveryID, batchID: batch.id, profile: batch.profile,
            profileVersion: batch.profileVersion, type: document.indexed.type, title: document.title,
            fields: document.indexed.fields.mapValues(\.value), pageCount: document.indexed.pages.count,
            received: received.formatted(.iso8601), channel: batch.channel.rawValue, sha256: sha256)
        metadata.seal = seal?.level
        metadata.evidence = makesEvidence ? "RFC 4998" : nil
        metadata.form = proofs?.form
        var package = DeliveryPackage(
            deliveryID: document.deliveryID, pdf: store.path(batch, document.pdf), sha256: sha256, folder: folder,
            fileName: "\(day)_\(document.indexed.type ?? "schriftstueck")", metadata: metadata)
        package.companions = (makesEvidence ? [try evidence(of: document, in: batch)] : []) + (proofs?.companions ?? [])
        return package
    }
}

extension PipelineSteps {
    /// What keeps a scanned batch from leaving; nil where its balance is settled, as it is once a document is under way.
    private func openBalance(of batch: BatchRecord) async throws(CaptureError) -> CaptureError? {
        guard batch.channel == .scanner else { return nil }
        let ledger = try await store.ledger(of: batch)
        return ledger.documents.contains { $0.state.isUnderWay } ? nil : ledger.hold(after: nil)
    }
}

extension DocumentState {
    /// It has begun to leave, so that the batch's balance was settled then.
    fileprivate var isUnderWay: Bool { [.delivering, .retrying, .delivered].contains(self) }
}

extension DocumentRecord {
    /// What the document is called in viewers and in the electronic file.
    var title: String {
        let type = (indexed.type ?? "schriftstück").capitalized
        return indexed.fields["fileReference"].map { "\(type) \($0.value)" } ?? type
    }

    /// Values for the path template: the fields and the type.
    var templateValues: [String: String] {
        var values = indexed.fields.mapValues(\.value)
        values["type"] = indexed.type
        return values
    }
}

extension CaptureError {
    static let withoutTarget = CaptureError(
        .badInput, "no-target",
        LocalizedText(
            de: "Für dieses Schriftstück gibt es keinen Ablageort.", en: "There is no place for this document."),
        remedy: LocalizedText(
            de: "Bitte im Profil unter route und deliver ergänzen und danach freigeben.",
            en: "Please add it to the profile under route and deliver, then release."))
}

extension CaptureError {
    fileprivate static let notComposed = CaptureError(
        .badInput, "document-not-made",
        LocalizedText(
            de: "Aus den Seiten ließ sich kein PDF erzeugen: Die Verarbeitung brach mehrfach ab.",
            en: "No PDF could be made of the pages: processing broke off several times."),
        remedy: LocalizedText(
            de: "Bitte die Seiten ansehen und neu scannen oder die Betriebsstelle ansprechen; nichts ist verloren.",
            en: "Please look at the pages and scan them again or contact your administrator; nothing is lost."))

    fileprivate static let receiptForOther = CaptureError(
        .unavailable, "receipt-for-other",
        LocalizedText(
            de: "Der Ablageort bestätigte etwas anderes als das, was abgeliefert wurde.",
            en: "The target confirmed something else than what was delivered."),
        remedy: LocalizedText(
            de: "Es wird von selbst wieder versucht. Bleibt es dabei, bitte die E-Akte prüfen lassen.",
            en: "It is tried again by itself. If that does not help, please have the electronic file checked."))
}

/// The version that reports and documents name.
package enum ScanstelleVersion {
    package static let current = "0.1.0"
}
