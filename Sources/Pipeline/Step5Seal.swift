// Sealing, between composing and delivering, for profiles that ask for it.
//
// The composed file with the empty room for the seal lies beside the final name as `unsealed.pdf`, and `seal.json` tells
// where the room is. Killed anywhere, the step runs again from there: the document stays `composed` until the sealed file
// is durable under its own name. Only then is it `sealed`, and nothing but a sealed document is delivered.

import BatchStore
import CaptureModel
import DurableFiles
import Foundation
import Logging
import Sealing

extension PipelineSteps {
    /// Seals the composed documents of the batch whose time has come.
    ///
    /// A service that is away makes them wait. A wrong key is thrown: it is wrong for the whole batch, so that is held.
    func seal(_ batch: BatchRecord) async throws(CaptureError) {
        guard let settings = try await profile(of: batch).profile.seal else { return }
        let waiting = try await store.documents(of: batch.id).filter { document in
            document.state == .composed && document.isDue(at: store.now)
        }
        let groups = settings.makesEvidence ? [waiting] : waiting.map { [$0] }
        for (index, group) in groups.enumerated() where !group.isEmpty {
            do throws(CaptureError) {
                try await seal(group, of: batch, settings)
            } catch {
                guard error.code == .unavailable else { throw error }
                // The others would ask the same service.
                return try await wait(groups[index...].joined().map(\.self), because: error, of: batch)
            }
        }
    }

    /// What the composer must leave room for; nil where nothing is put into documents.
    func sealPreparation(of batch: BatchRecord) async throws(CaptureError) -> SealPreparation? {
        guard let settings = try await profile(of: batch).profile.seal else { return nil }
        return try await seals.preparation(for: settings)
    }

    private func seal(
        _ documents: [DocumentRecord], of batch: BatchRecord, _ settings: SealSettings
    ) async throws(CaptureError) {
        let sealed: [SealedDocument]
        do throws(CaptureError) {
            sealed = try await seals.seal(documents.map { unsealed($0, of: batch, settings) }, settings)
        } catch {
            guard error.code == .badInput, let document = documents.first else { throw error }
            // One of them is not what was composed. Alone it goes to a person; of several each is tried alone.
            if documents.count == 1 { return try await store.needsReview(document, because: error, of: batch) }
            for document in documents { try await seal([document], of: batch, settings) }
            return
        }
        for (document, result) in zip(documents, sealed) {
            try await store.sealed(document, sha256: result.sha256, detail: result.detail, of: batch)
        }
    }

    /// The composed file; where its slot cannot be read, sealing says so.
    private func unsealed(
        _ document: DocumentRecord, of batch: BatchRecord, _ settings: SealSettings
    ) -> UnsealedDocument {
        let target = store.path(batch, document.pdf)
        return UnsealedDocument(
            path: settings.key == nil ? target : store.path(batch, document.unsealedPDF),
            sha256: document.sha256 ?? "",
            slot: try? store.decoded(SealSlot.self, store.path(batch, document.sealSlot)), target: target,
            evidence: store.path(batch, document.evidence))
    }

    /// The evidence record, as it goes out beside the document.
    func evidence(of document: DocumentRecord, in batch: BatchRecord) throws(CaptureError) -> Companion {
        let path = store.path(batch, document.evidence)
        return Companion(kind: "evidence", ending: ".ers", path: path, sha256: try SHA256.of(file: path).hex)
    }

    /// What sealing worked on is not needed any more; its text may not outlive the document's.
    func forgetUnsealed(_ document: DocumentRecord, of batch: BatchRecord) {
        for file in [document.unsealedPDF, document.sealSlot] { unlink(store.path(batch, file)) }
    }

    /// Documents stay where they are until key or service may be back.
    func wait(
        _ documents: [DocumentRecord], because problem: CaptureError, of batch: BatchRecord
    ) async throws(CaptureError) {
        logger.warning(
            "seal waits",
            metadata: [
                "batch": "\(batch.id)", "problem": "\(problem.problem)", "documents": "\(documents.count)",
                "cause": "\(problem.cause)",
            ])
        // One time for all of them, so that they share the next timestamp as well.
        let attempts = documents.map(\.attempts).max() ?? 0
        let time = store.now + RetryPolicy.deliveryPause(afterAttempts: attempts + 1)
        for document in documents {
            try await store.waitForSeal(document, until: time, because: problem, of: batch)
        }
    }

    /// Remembers where the room for the seal is, before the document counts as composed.
    func keep(
        _ slot: SealSlot?, of document: DocumentRecord, in batch: BatchRecord, isWanted: Bool
    ) throws(CaptureError) {
        guard isWanted else { return }
        guard let slot else { throw .fault("composition", "the worker left no room for the seal") }
        try DurableFile.write(try store.encodedData(slot), to: store.path(batch, document.sealSlot))
    }
}

// Files of a document, relative to the batch folder.
extension DocumentRecord {
    /// The document as it is delivered.
    var pdf: String { folder + "/document.pdf" }
    /// The document with empty room for the seal; never delivered.
    var unsealedPDF: String { folder + "/unsealed.pdf" }
    /// A `SealSlot`.
    var sealSlot: String { folder + "/seal.json" }
    /// The evidence record (RFC 4998).
    var evidence: String { folder + "/document.ers" }
}
