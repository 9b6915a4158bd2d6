// Deleting what is no longer needed (Löschen nach Frist).
//
// Some days after its last document was acknowledged, a batch's images, texts, values and names go: the files, the rows'
// contents and what the journal told of them. What stays proves the procedure: ids, counts, digests, times, and the audit
// trail, which never held anything else. Three steps, each of which may be killed and is done again: the intent is
// committed, the files are removed, the emptied rows are committed with a journal that holds nothing but them.

package import CaptureModel
import DurableFiles
package import Foundation
import GRDB

extension BatchStore {
    /// Batches whose time is over, oldest first.
    ///
    /// - Parameter days: whole days since the batch came to its end.
    package func batchesToPurge(afterDays days: Int) async throws(CaptureError) -> [BatchRecord] {
        let before = now.timeIntervalSince1970 - Double(days) * 86_400
        return try await read { db in
            try BatchRecord.fetchWhole(
                db, "WHERE state IN ('delivered', 'refused') AND changed <= ? ORDER BY created, id", [before])
        }
    }

    /// When something last changed, by the clock of then.
    package func newestChange() async throws(CaptureError) -> Date? {
        try await read { db in
            try Double.fetchOne(db, sql: "SELECT max(changed) FROM batch").map { Date(timeIntervalSince1970: $0) }
        }
    }

    /// Deletes the content of a batch that has come to its end.
    package func purge(_ batch: BatchRecord, actor: String = "system") async throws(CaptureError) {
        guard [.delivered, .refused].contains(batch.state) else { throw .outdated }
        try await commit(AuditEvent("batch.purging", batch.id, actor: actor), journal: .batch(batch.id)) { _ in }
        for part in ["inputs", "pages", "documents", "separation.json"] {
            try remove(path(batch, part))
            try FaultPoint.pass("purge.unlink")
        }
        let now = now
        try await commit(AuditEvent("batch.purged", batch.id, actor: actor), journal: .batch(batch.id)) { db in
            try db.execute(
                sql: "UPDATE batch SET state = 'purged', hold = NULL, changed = ? WHERE id = ? AND state = ?",
                arguments: [now.timeIntervalSince1970, batch.id, batch.state.rawValue])
            guard db.changesCount == 1 else { throw CaptureError.outdated }
            try Self.emptyRows(of: batch, in: db)
        }
        try await forget(batch)
    }

    /// Purges that were killed after their commit: their journal may still tell what is gone.
    package func finishPurges() async throws(CaptureError) {
        let open = try await read { db in
            try BatchRecord.fetchWhole(
                db,
                """
                WHERE state = 'purged' AND NOT EXISTS (
                    SELECT 1 FROM audit WHERE object = batch.id AND action = 'batch.emptied')
                """)
        }
        for batch in open { try await forget(batch) }
    }

    /// What journal and write-ahead log still tell goes; that it went is an event of its own.
    private func forget(_ batch: BatchRecord) async throws(CaptureError) {
        try emptyJournal(of: batch)
        try await commit(AuditEvent("batch.emptied", batch.id), journal: .batch(batch.id)) { _ in }
        try await forgetDeletedPages()
    }

    private static func emptyRows(of batch: BatchRecord, in db: Database) throws {
        let id: StatementArguments = [batch.id]
        try db.execute(
            sql: """
                UPDATE input SET name = '', problem = NULL, findings = '[]', claim = NULL, context = NULL WHERE batch = ?
                """,
            arguments: id)
        try db.execute(sql: "UPDATE page SET summary = NULL WHERE batch = ?", arguments: id)
        for row in try Row.fetchAll(db, sql: "SELECT * FROM document WHERE batch = ?", arguments: id) {
            let document = try DocumentRecord(row)
            let rest = IndexedDocument(pages: document.indexed.pages, type: document.indexed.type)
            let receipt = document.receipt.map { receipt in
                Receipt(
                    target: receipt.target, object: "", sha256: receipt.sha256, sizeInBytes: receipt.sizeInBytes,
                    files: [:])
            }
            try db.execute(
                sql: "UPDATE document SET indexed = ?, receipt = ?, problem = NULL WHERE id = ?",
                arguments: [try JSON.text(rest), try receipt.map { try JSON.text($0) }, document.id])
        }
    }

    /// Replaces the journal by one whose lines keep their events alone, and the last one the rows as they are now.
    private func emptyJournal(of batch: BatchRecord) throws(CaptureError) {
        let file = path(batch, "journal.jsonl")
        guard let bytes = FileManager.default.contents(atPath: file) else { return }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { JournalLine(text: $0) }
        guard let last = lines.lastIndex(where: { $0.action == "batch.purged" }) else { return }
        let kept: Set = ["audit", "profileVersion", "profileEvent"]
        let emptied = lines.enumerated().map { index, line in
            var line = line
            if index < last {
                line.rows = line.rows.filter { kept.contains($0.key) }
                line.removed = nil
            }
            return line
        }
        guard emptied != lines else { return }
        do {
            let text = try emptied.map { try $0.text() + "\n" }.joined()
            try DurableFile.write(Data(text.utf8), to: file)
        } catch let error as CaptureError {
            throw error
        } catch {
            throw .fault("journal", "\(error)")
        }
    }

    /// Rows are overwritten when they are deleted; what stood in the write-ahead log goes with it.
    private func forgetDeletedPages() async throws(CaptureError) {
        try await reading { pool in
            try pool.barrierWriteWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
        }
    }

    private func remove(_ path: String) throws(CaptureError) {
        do {
            if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
        } catch {
            throw .storage("unlink")
        }
    }
}
