package import CaptureModel
import Foundation
import GRDB

/// How many batches and documents are in which state.
package struct StoreCounts: Sendable, Hashable, Codable {
    package var batches: [String: Int] = [:]
    package var documents: [String: Int] = [:]
    package var inputs: [String: Int] = [:]
    package var pages: [String: Int] = [:]
}

/// How far the pages of a batch are.
package struct PageProgress: Sendable, Hashable, Codable {
    package var total: Int
    package var analyzed: Int
}

extension BatchStore {
    /// Batches that can go on by themselves now, oldest first; those that wait for a person or a time are not among them.
    package func openBatches(limit: Int) async throws(CaptureError) -> [BatchRecord] {
        let now = now.timeIntervalSince1970
        return try await read { db in
            try BatchRecord.fetchWhole(
                db,
                """
                WHERE state IN ('received', 'inspected', 'analyzed', 'separated') OR (state = 'indexed' AND (
                    EXISTS (SELECT 1 FROM document WHERE batch = batch.id AND (
                        state IN ('sealed', 'delivering')
                        OR (state IN ('ready', 'composed', 'retrying')
                            AND coalesce(nextAttempt, 0) NOT BETWEEN ? AND ?)))
                    OR NOT EXISTS (SELECT 1 FROM document WHERE batch = batch.id AND state <> 'delivered')))
                ORDER BY created, id LIMIT ?
                """, [now.nextUp, now + DocumentRecord.longestPause, limit])
        }
    }

    /// Leases the batch to this process: what another process still does with it is refused from here on.
    package func claim(_ batch: BatchRecord) async throws(CaptureError) {
        let instance = instance
        try await commit(AuditEvent("batch.claimed", batch.id), journal: .batch(batch.id)) { db in
            try db.execute(sql: "UPDATE batch SET lease = ? WHERE id = ?", arguments: [instance, batch.id])
        }
    }

    /// The newest batches, newest first.
    package func recentBatches(limit: Int) async throws(CaptureError) -> [BatchRecord] {
        try await read { db in try BatchRecord.fetchWhole(db, "ORDER BY created DESC, id DESC LIMIT ?", [limit]) }
    }

    /// The newest batches that were worked with any version of a profile, newest first.
    package func batches(ofProfile name: String, newest count: Int) async throws(CaptureError) -> [BatchRecord] {
        try await read { db in
            try BatchRecord.fetch(db, "WHERE name = ? ORDER BY created DESC, id DESC LIMIT ?", [name, count])
        }
    }

    package func batches(in state: BatchState) async throws(CaptureError) -> [BatchRecord] {
        try await read { db in try BatchRecord.fetch(db, "WHERE state = ? ORDER BY created, id", [state.rawValue]) }
    }

    package func batch(_ id: String) async throws(CaptureError) -> BatchRecord? {
        try await read { db in try BatchRecord.fetch(db, "WHERE id = ?", [id]).first }
    }

    package func inputs(of batch: String) async throws(CaptureError) -> [InputRecord] {
        try await read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM input WHERE batch = ? ORDER BY number", arguments: [batch])
                .map { try InputRecord($0) }
        }
    }

    package func pages(of batch: String) async throws(CaptureError) -> [PageRecord] {
        try await read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM page WHERE batch = ? ORDER BY number", arguments: [batch])
                .map { try PageRecord($0) }
        }
    }

    package func progress(of batch: String) async throws(CaptureError) -> PageProgress {
        try await read { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT count(*) AS total, total(state = 'analyzed') AS done FROM page WHERE batch = ?",
                arguments: [batch])
            return PageProgress(total: row?["total"] ?? 0, analyzed: Int(row?["done"] as Double? ?? 0))
        }
    }

    package func document(_ id: String) async throws(CaptureError) -> DocumentRecord? {
        try await read { db in
            try Row.fetchOne(db, sql: "SELECT * FROM document WHERE id = ?", arguments: [id])
                .map { try DocumentRecord($0) }
        }
    }

    package func documents(of batch: String) async throws(CaptureError) -> [DocumentRecord] {
        try await read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM document WHERE batch = ? ORDER BY number", arguments: [batch])
                .map { try DocumentRecord($0) }
        }
    }

    /// The documents of a batch that a person has looked at and let go, as the audit trail has it.
    package func confirmedDocuments(of batch: BatchRecord) async throws(CaptureError) -> [DocumentRecord] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM document WHERE batch = ? AND id IN (
                        SELECT json_extract(detail, '$.document') FROM audit
                        WHERE action = 'document.confirmed' AND object = ?) ORDER BY number
                    """, arguments: [batch.id, batch.id]
            ).map { try DocumentRecord($0) }
        }
    }

    /// The YAML text of the profile version that a batch began with.
    package func profileSource(of batch: BatchRecord) async throws(CaptureError) -> String {
        try await read { db in
            try String.fetchOne(
                db, sql: "SELECT source FROM profileVersion WHERE digest = ?", arguments: [batch.profileDigest]) ?? ""
        }
    }

    /// Sources that wait in a claim folder below `prefix` though the outcome of their input is known, oldest first.
    ///
    /// A file is done when its pages are read: until then it may still be refused.
    package func settledClaims(
        below prefix: String, limit: Int
    ) async throws(CaptureError) -> [(claim: String, input: InputRecord)] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT input.* FROM input JOIN batch ON batch.id = input.batch
                    WHERE claim IS NOT NULL AND substr(claim, 1, ?) = ? AND outcome <> 'stored'
                        AND NOT (outcome = 'accepted' AND batch.state IN ('received', 'inspected'))
                    ORDER BY input.batch, input.number LIMIT ?
                    """,
                // SQLite counts code points, not what people take for one letter.
                arguments: [prefix.unicodeScalars.count, prefix, limit]
            ).map { row in (row["claim"], try InputRecord(row)) }
        }
    }

    /// The source is put away; nothing waits for it any more.
    package func settleClaim(of input: InputRecord) async throws(CaptureError) {
        let event = AuditEvent("input.settled", input.batch, detail: ["input": "\(input.number)"])
        try await commit(event, journal: .batch(input.batch)) { db in
            try db.execute(
                sql: "UPDATE input SET claim = NULL WHERE batch = ? AND number = ?",
                arguments: [input.batch, input.number])
        }
    }

    package func counts() async throws(CaptureError) -> StoreCounts {
        try await read { db in
            func count(_ table: String, by column: String) throws -> [String: Int] {
                let rows = try Row.fetchAll(db, sql: "SELECT \(column) AS k, count(*) AS n FROM \(table) GROUP BY 1")
                return Dictionary(uniqueKeysWithValues: rows.map { ($0["k"], $0["n"]) })
            }
            return StoreCounts(
                batches: try count("batch", by: "state"), documents: try count("document", by: "state"),
                inputs: try count("input", by: "outcome"), pages: try count("page", by: "state"))
        }
    }

    /// How many events the audit trail holds.
    package func auditCount() async throws(CaptureError) -> Int {
        try await read { db in try Int.fetchOne(db, sql: "SELECT max(number) FROM audit") ?? 0 }
    }
}
