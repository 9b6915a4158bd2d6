import BatchStore
import CaptureModel
import DurableFiles
import Foundation
import Logging
import Patterns

extension PipelineSteps {
    /// Takes every document that can go as far as it goes; true when the last one has arrived.
    func finishDocuments(of batch: BatchRecord) async throws(CaptureError) -> Bool {
        let documents = try await store.documents(of: batch.id)
        // The last gate before anything leaves: a sheet that is nowhere stops its batch.
        if batch.channel == .scanner, !documents.contains(where: { $0.state.isUnderWay }),
            let hold = try await store.ledger(of: batch).hold(after: nil)
        {
            try await store.hold(batch, because: hold)
            return false
        }
        for document in documents { try await finish(document, of: batch) }
        let states = try await store.documents(of: batch.id).map(\.state)
        guard states.allSatisfy({ $0 == .delivered }) else { return false }
        let inputs = try await store.inputs(of: batch.id)
        if !inputs.isEmpty, inputs.allSatisfy({ $0.outcome == .refused }) {
            try await store.refused(batch)
        } else {
            try await store.delivered(batch)
        }
        return true
    }

    /// The way of one document; each turn commits before the next begins.
    private func finish(_ document: DocumentRecord, of batch: BatchRecord) async throws(CaptureError) {
        switch document.state {
        case .awaitingReview, .delivered: return
        case .ready: try await compose(document, of: batch)
        case .composed: try await deliver(document, of: batch)
        case .delivering: try await resolve(document, of: batch)
        case .retrying:
            guard let time = document.nextAttempt, time <= store.now else { return }
            try await deliver(document, of: batch)
        }
        guard let next = try await store.document(document.id), next.state != document.state else { return }
        try await finish(next, of: batch)
    }

    // MARK: Compose

    private func compose(_ document: DocumentRecord, of batch: BatchRecord) async throws(CaptureError) {
        let folder = store.path(batch, document.folder)
        try DurableFile.createFolder(folder)
        var inputs: [String: String] = [:]
        var pages: [CompositionPage] = []
        for (index, number) in document.indexed.pages.enumerated() {
            let source = store.path(batch, String(format: "pages/%04d", number + 1))
            let image = FileManager.default.fileExists(atPath: source + "/record.jpg") ? "record.jpg" : "record.g4"
            inputs["\(index).image"] = source + "/" + image
            inputs["\(index).json"] = source + "/analysis.json"
            pages.append(
                CompositionPage(image: "in/\(index).image", analysis: "in/\(index).json", label: "\(index + 1)"))
        }
        let metadata = try await pdfMetadata(of: document, in: batch)
        let pdf = folder + "/document.pdf"
        let task = WorkerTask(
            job: .compose(CompositionRequest(pages: pages, metadata: metadata)), inputs: inputs,
            outputs: [("document.pdf", pdf)], timeout: .seconds(60 + 2 * pages.count))
        switch try await workers.perform(task) {
        case .answered(.composed):
            try await store.composed(document, sha256: try SHA256.of(file: pdf).hex, of: batch)
        case .answered(.failed(let problem)): try await store.needsReview(document, because: problem, of: batch)
        case .answered, .workerLost: throw .fault("composition", "the worker gave no document")
        }
    }

    private func pdfMetadata(
        of document: DocumentRecord, in batch: BatchRecord
    ) async throws(CaptureError) -> PDFMetadata {
        let profile = try await profile(of: batch).profile
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
        try await store.delivering(document, of: batch)
        do throws(CaptureError) {
            try await store.delivered(document, try await target.deliver(package), of: batch)
        } catch {
            try await failed(document, because: error, of: batch)
        }
    }

    /// An attempt was begun and its outcome is unknown: ask the target before anything is sent again.
    private func resolve(_ document: DocumentRecord, of batch: BatchRecord) async throws(CaptureError) {
        guard let (target, package) = try await delivery(of: document, in: batch) else { return }
        do throws(CaptureError) {
            let receipt =
                if let found = try await target.find(package) { found } else { try await target.deliver(package) }
            try await store.delivered(document, receipt, of: batch)
        } catch {
            try await failed(document, because: error, of: batch)
        }
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
        return (target, package(of: document, in: batch, folder: folder))
    }

    private func package(of document: DocumentRecord, in batch: BatchRecord, folder: [String]) -> DeliveryPackage {
        let day = batch.created.formatted(.iso8601.year().month().day())
        let sha256 = document.sha256 ?? ""
        let metadata = DocumentMetadata(
            documentID: document.id, deliveryID: document.deliveryID, batchID: batch.id, profile: batch.profile,
            profileVersion: batch.profileVersion, type: document.indexed.type, title: document.title,
            fields: document.indexed.fields.mapValues(\.value), pageCount: document.indexed.pages.count,
            received: batch.created.formatted(.iso8601), channel: batch.channel.rawValue, sha256: sha256)
        return DeliveryPackage(
            deliveryID: document.deliveryID, pdf: store.path(batch, document.folder + "/document.pdf"), sha256: sha256,
            folder: folder, fileName: "\(day)_\(document.indexed.type ?? "schriftstueck")", metadata: metadata)
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

/// The version that reports and documents name.
package enum ScanstelleVersion {
    package static let current = "0.1.0"
}
