// How e-mail messages stand in the catalog.
//
// A message is a batch. Its first file is the message itself, exactly as the server gave it; the attachments are files of
// their own, taken out of it by the worker. As long as the server holds the message, the first file's claim names it
// there. Batch ids are derived from that name, so that a message is known again after a stop at any moment.

package import CaptureModel
import DurableFiles
import Foundation
import GRDB

extension BatchRecord {
    /// The id of the batch that a message becomes, by its name on the server.
    package static func id(ofMessage claim: String) -> String { Identifier.derived(from: "message/\(claim)") }
}

/// An attachment that was taken out of its message into the batch's folder, durably.
package struct TakenAttachment: Sendable, Hashable {
    /// The name it came with: data, never a path.
    package var name: String
    /// Relative to the batch folder.
    package var file: String
    package var sha256: String
    package var sizeInBytes: Int

    package init(name: String, file: String, sha256: String, sizeInBytes: Int) {
        self.name = name
        self.file = file
        self.sha256 = sha256
        self.sizeInBytes = sizeInBytes
    }
}

extension BatchStore {
    /// The message is taken apart: it counts as accepted, and its attachments wait to be looked at.
    package func opened(
        _ message: InputRecord, _ contents: MessageContents, attachments: [TakenAttachment], of batch: BatchRecord
    ) async throws(CaptureError) {
        let message = message.opened(contents)
        var inputs: [InputRecord] = []
        for (index, file) in attachments.enumerated() {
            let number = message.number + 1 + index
            var context = message.context ?? InputContext()
            (context.message, context.attachedTo) = (nil, message.number)
            let isTwice = inputs.contains { $0.sha256 == file.sha256 }
            inputs.append(
                InputRecord(
                    batch: batch.id, number: number, name: InputName.shown(file.name), file: file.file,
                    sha256: file.sha256, sizeInBytes: file.sizeInBytes, outcome: .stored, pageCount: 0,
                    findings: isTwice
                        ? [.possibleDuplicate(of: batch)]
                        : try await duplicates(of: file.sha256, for: batch, number: number), context: context))
        }
        let found = inputs
        let event = AuditEvent(
            "message.opened", batch.id,
            detail: [
                "input": "\(message.number)", "attachments": "\(found.count)", "leftOut": "\(contents.leftOut)",
                "sha256": found.map(\.sha256).joined(separator: ","),
            ])
        try await commit(event, journal: .batch(batch.id)) { db in
            try db.require(batch, in: .received)
            try message.update(in: db)
            for input in found { try input.insert(into: db, claim: nil) }
        }
    }

    /// Messages below `prefix` that the server may still hold, by their names there.
    package func openClaims(below prefix: String) async throws(CaptureError) -> [String: InputRecord] {
        try await read { db in
            let rows = try Row.fetchAll(
                db, sql: "SELECT * FROM input WHERE claim IS NOT NULL AND substr(claim, 1, ?) = ?",
                arguments: [prefix.unicodeScalars.count, prefix])
            return Dictionary(try rows.map { ($0["claim"], try InputRecord($0)) }) { first, _ in first }
        }
    }

    /// The server holds the message under another name now.
    package func reclaim(_ input: InputRecord, as claim: String) async throws(CaptureError) {
        let event = AuditEvent("message.renamed", input.batch, detail: ["input": "\(input.number)"])
        try await commit(event, journal: .batch(input.batch)) { db in
            try db.execute(
                sql: "UPDATE input SET claim = ? WHERE batch = ? AND number = ?",
                arguments: [claim, input.batch, input.number])
        }
    }

    /// Why nothing of a message could be taken, once it is known; nil where something was.
    package func refusal(ofMessage batch: String) async throws(CaptureError) -> CaptureError? {
        let inputs = try await inputs(of: batch)
        let files = inputs.filter { $0.context?.message == nil }
        if files.contains(where: { $0.outcome != .refused }) { return nil }
        return inputs.lazy.compactMap(\.problem).first
    }
}

extension InputRecord {
    /// The message after it was taken apart; people find it by its subject.
    fileprivate func opened(_ contents: MessageContents) -> InputRecord {
        var message = self
        message.outcome = .accepted
        message.findings += contents.findings
        var facts = message.context?.message
        facts?.subject = contents.subject
        facts?.sender = contents.sender
        facts?.sent = contents.sent
        facts?.leftOut = contents.leftOut
        message.context?.message = facts
        message.context?.values = facts?.candidates
        message.name = InputName.shown((contents.subject ?? "E-Mail") + ".eml")
        return message
    }
}

extension MailFacts {
    /// What fields of these names may take from the message: `mailSender`, `mailSubject`.
    fileprivate var candidates: [String: String]? {
        let pairs = [("mailSender", sender), ("mailSubject", subject)].compactMap { name, value in
            value.map { (name, $0) }
        }
        return pairs.isEmpty ? nil : Dictionary(uniqueKeysWithValues: pairs)
    }
}
