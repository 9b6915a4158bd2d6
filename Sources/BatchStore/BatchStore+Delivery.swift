package import CaptureModel
package import Foundation
import GRDB

extension BatchStore {
    /// The PDF is durable in the document's folder.
    package func composed(
        _ document: DocumentRecord, sha256: String, of batch: BatchRecord
    ) async throws(CaptureError) {
        try await change(
            document, of: batch, from: [.ready], to: .composed, action: "document.composed", detail: ["sha256": sha256],
            columns: ["sha256": sha256])
    }

    /// The sealed PDF, and its evidence record where there is one, are durable in the document's folder.
    package func sealed(
        _ document: DocumentRecord, sha256: String, detail: [String: String], of batch: BatchRecord
    ) async throws(CaptureError) {
        try await change(
            document, of: batch, from: [.composed], to: .sealed, action: "document.sealed",
            detail: detail.merging(["sha256": sha256]) { $1 }, columns: ["sha256": sha256, "problem": nil],
            attempts: "0")
    }

    /// Key or timestamp service are away for now; the document stays ready or composed until `time`.
    package func waitForSeal(
        _ document: DocumentRecord, until time: Date, because problem: CaptureError, of batch: BatchRecord
    ) async throws(CaptureError) {
        try await change(
            document, of: batch, from: [document.state], to: document.state, action: "document.waiting",
            detail: ["problem": problem.problem], columns: ["problem": try encoded(problem)], nextAttempt: time,
            attempts: "attempts + 1")
    }

    /// Committed before the first byte leaves: from here on the outcome is unknown until the target has told it.
    ///
    /// - Parameter manifest: the SHA-256 of the document's manifest, so that the chain of the audit trail holds it fast.
    package func delivering(
        _ document: DocumentRecord, manifest: String? = nil, of batch: BatchRecord
    ) async throws(CaptureError) {
        var detail = ["attempt": "\(document.attempts + 1)"]
        detail["manifest"] = manifest
        try await change(
            document, of: batch, from: [.composed, .sealed, .retrying], to: .delivering, action: "document.delivering",
            detail: detail, columns: [:], attempts: "attempts + 1")
    }

    package func delivered(
        _ document: DocumentRecord, _ receipt: Receipt, of batch: BatchRecord
    ) async throws(CaptureError) {
        try await change(
            document, of: batch, from: [.delivering], to: .delivered, action: "document.delivered",
            detail: ["target": receipt.target, "sha256": receipt.sha256], columns: ["receipt": try encoded(receipt)])
    }

    /// The attempt failed for now; it is tried again at `time`.
    package func retry(
        _ document: DocumentRecord, at time: Date, because problem: CaptureError, of batch: BatchRecord
    ) async throws(CaptureError) {
        try await change(
            document, of: batch, from: [.delivering], to: .retrying, action: "document.retrying",
            detail: ["problem": problem.problem], columns: ["problem": try encoded(problem)], nextAttempt: time)
    }

    /// A person must look: the target refused the document, or it cannot be made.
    package func needsReview(
        _ document: DocumentRecord, because problem: CaptureError, of batch: BatchRecord
    ) async throws(CaptureError) {
        try await change(
            document, of: batch, from: [.ready, .composed, .sealed, .delivering, .retrying], to: .awaitingReview,
            action: "document.held", detail: ["problem": problem.problem], columns: ["problem": try encoded(problem)])
    }

    /// A person has looked and lets the document go.
    ///
    /// - Parameter needsOtherChecker: who captured the batch may not check it (TR-03138 A.AM.IN.SH.1).
    package func confirm(
        _ document: DocumentRecord, of batch: BatchRecord, actor: String, needsOtherChecker: Bool = false
    ) async throws(CaptureError) {
        if needsOtherChecker, batch.operatedBy == actor { throw .otherCheckerNeeded }
        try await change(
            document, of: batch, from: [.awaitingReview], to: .ready, action: "document.confirmed", actor: actor,
            detail: [:], columns: [:])
    }

    /// All documents of the batch have arrived.
    package func delivered(_ batch: BatchRecord) async throws(CaptureError) {
        try await move(batch, from: .indexed, to: .delivered, event: AuditEvent("batch.delivered", batch.id))
    }

    /// Nothing of the batch could be taken.
    package func refused(_ batch: BatchRecord) async throws(CaptureError) {
        try await move(batch, from: .indexed, to: .refused, event: AuditEvent("batch.refused", batch.id))
    }

    private func change(
        _ document: DocumentRecord, of batch: BatchRecord, from: [DocumentState], to: DocumentState, action: String,
        actor: String = "system", detail: [String: String], columns: [String: String?], nextAttempt: Date? = nil,
        attempts: String = "attempts"
    ) async throws(CaptureError) {
        let event = AuditEvent(
            action, batch.id, actor: actor, detail: detail.merging(["document": document.id]) { $1 })
        let now = now
        try await commit(event, journal: .batch(batch.id)) { db in
            let names = columns.keys.sorted()
            let assignments = names.map { "\($0) = ?, " }.joined()
            let states = from.map { "'\($0.rawValue)'" }.joined(separator: ", ")
            var arguments = StatementArguments(names.map { columns[$0] ?? nil })
            arguments += [to.rawValue, nextAttempt?.timeIntervalSince1970, document.id]
            try db.execute(
                sql: """
                    UPDATE document SET \(assignments)state = ?, nextAttempt = ?, attempts = \(attempts)
                    WHERE id = ? AND state IN (\(states))
                    """,
                arguments: arguments)
            guard db.changesCount == 1 else { throw CaptureError.outdated }
            try db.execute(
                sql: "UPDATE batch SET changed = ? WHERE id = ?", arguments: [now.timeIntervalSince1970, batch.id])
        }
    }
}

extension CaptureError {
    fileprivate static let otherCheckerNeeded = CaptureError(
        .badInput, "other-checker-needed",
        LocalizedText(
            de: "Bei sehr hohem Schutzbedarf prüft eine andere Person als die, die gescannt hat.",
            en: "With a very high protection need somebody else must check than who scanned."),
        remedy: LocalizedText(
            de: "Bitte eine zweite Person um die Prüfung bitten.", en: "Please ask a second person to check."))
}
