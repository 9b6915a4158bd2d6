package import CaptureModel
import Foundation
import GRDB

extension BatchStore {
    /// Commits what a feed is to do; no sheet may move before this returns.
    package func beginFeed(
        _ request: ScanRequest, _ settings: ScanSettings, into batch: BatchRecord
    ) async throws(CaptureError) -> FeedRecord {
        let wish = request.wish ?? ScanWish()
        let ledger = try await ledger(of: batch)
        let feed = FeedRecord(
            batch: batch.id, number: ledger.feeds.count + 1, request: request.id,
            plan: ledger.plan(wish, scanner: request.scanner, source: settings.source), started: 0, findings: [],
            begun: now)
        let event = AuditEvent(
            "feed.begun", batch.id, detail: ["feed": "\(feed.number)", "request": request.id])
        try await commit(event, journal: .batch(batch.id)) { db in
            try db.require(batch, in: .receiving)
            try feed.insert(into: db)
            try db.execute(
                sql: "UPDATE scanRequest SET state = 'feeding', batch = ? WHERE id = ?",
                arguments: [batch.id, request.id])
        }
        return feed
    }

    /// The feed is over; nil as its end means that nobody told.
    package func endFeed(_ feed: FeedRecord, _ end: FeedEnd?, of batch: BatchRecord) async throws(CaptureError) {
        let text: String? = if let end { try encoded(end) } else { nil }
        let started = max(feed.started, end?.pagesStarted ?? 0)
        let event = AuditEvent(
            "feed.ended", batch.id,
            detail: [
                "feed": "\(feed.number)", "reason": end?.reason.rawValue ?? "unknown", "started": "\(started)",
                "stored": "\(end?.pagesStored ?? 0)",
            ])
        try await commit(event, journal: .batch(batch.id)) { db in
            try db.execute(
                sql: "UPDATE feed SET outcome = ?, started = max(started, ?) WHERE batch = ? AND number = ?",
                arguments: [text, started, batch.id, feed.number])
        }
    }

    /// Something a person should know about a feed.
    package func note(_ finding: Finding, on feed: FeedRecord, of batch: BatchRecord) async throws(CaptureError) {
        let text = try encoded(finding)
        let event = AuditEvent("feed.noted", batch.id, detail: ["feed": "\(feed.number)", "finding": finding.code])
        try await commit(event, journal: .batch(batch.id)) { db in
            try db.execute(
                sql: """
                    UPDATE feed SET findings = json_insert(findings, '$[#]', json(?)) WHERE batch = ? AND number = ?
                    """,
                arguments: [text, batch.id, feed.number])
        }
    }

    package func feeds(of batch: String) async throws(CaptureError) -> [FeedRecord] {
        try await read { db in try FeedRecord.fetch(db, batch) }
    }

    /// Every page that was ever stored, those that count no more included.
    package func allPages(of batch: String) async throws(CaptureError) -> [PageRecord] {
        try await read { db in try PageRecord.fetch(db, batch) }
    }

    /// What is known of the sheets of a batch, at one moment.
    package func ledger(of batch: BatchRecord) async throws(CaptureError) -> SheetLedger {
        try await read { db in
            let row = try Row.fetchOne(db, sql: "SELECT * FROM sheetCount WHERE batch = ?", arguments: [batch.id])
            if let row { try RowSeal.check(row, of: "sheetCount") }
            return SheetLedger(
                pages: try PageRecord.fetch(db, batch.id), feeds: try FeedRecord.fetch(db, batch.id),
                documents: try Row.fetchAll(db, sql: "SELECT * FROM document WHERE batch = ?", arguments: [batch.id])
                    .map { try DocumentRecord($0) },
                expected: try row?.json("expected"), accepted: try row?.json("accepted"))
        }
    }

    /// How many sheets there should be.
    package func expect(_ expected: ExpectedSheets, in batch: BatchRecord, actor: String = "system")
        async throws(CaptureError)
    {
        let text = try encoded(expected)
        let event = AuditEvent(
            "sheets.expected", batch.id, actor: actor,
            detail: ["sheets": "\(expected.sheets)", "from": expected.source.rawValue])
        try await commit(event, journal: .batch(batch.id)) { db in
            try db.execute(
                sql: """
                    INSERT INTO sheetCount (batch, expected) VALUES (?, ?)
                    ON CONFLICT (batch) DO UPDATE SET expected = excluded.expected
                    """, arguments: [batch.id, text])
        }
    }

    /// Puts fronts and backs that were scanned one after the other together, once they are equally many.
    package func pairSides(of batch: BatchRecord) async throws(CaptureError) {
        guard let order = try await ledger(of: batch).pairedOrder else { return }
        let event = AuditEvent("pages.ordered", batch.id, detail: ["pages": "\(order.count)"])
        try await commit(event, journal: .batch(batch.id)) { db in
            try db.require(batch, in: .receiving)
            for (index, number) in order.enumerated() {
                try db.execute(
                    sql: "UPDATE page SET place = ? WHERE batch = ? AND number = ?",
                    arguments: [index + 1, batch.id, number])
            }
        }
    }

    /// The newest batch of a scanner, where it waits for its rest; nil where that one goes its way.
    package func batchWaitingForSheets(at scanner: String) async throws(CaptureError) -> BatchRecord? {
        let newest = try await read { db in
            try BatchRecord.fetch(
                db, "WHERE channel = 'scanner' AND batch.source = ? ORDER BY created DESC, id DESC LIMIT 1", [scanner])
        }
        return newest.first { $0.state == .held && $0.heldFrom == .receiving }
    }

    /// A held batch takes sheets again: what was decided about it is decided anew afterwards.
    ///
    /// Refused once a document is on its way, as it could not be called back.
    package func resume(_ batch: BatchRecord) async throws(CaptureError) -> BatchRecord {
        let now = now
        let event = AuditEvent("batch.resumed", batch.id)
        try await commit(event, journal: .batch(batch.id)) { [rows] db in
            try db.execute(
                sql: """
                    UPDATE batch SET state = 'receiving', heldFrom = NULL, hold = NULL, changed = ?, lease = NULL
                    WHERE id = ? AND state = 'held' AND channel = 'scanner' AND NOT EXISTS (
                        SELECT 1 FROM document
                        WHERE batch = batch.id AND state IN ('delivering', 'retrying', 'delivered'))
                    """,
                arguments: [now.timeIntervalSince1970, batch.id])
            guard db.changesCount == 1 else { throw CaptureError.notResumable }
            try rows.remove(from: "document", where: "batch = ?", [batch.id], in: db)
            try db.execute(sql: "UPDATE page SET role = NULL WHERE batch = ?", arguments: [batch.id])
        }
        guard let resumed = try await self.batch(batch.id) else { throw .outdated }
        return resumed
    }

    /// A batch that never got a sheet ends at once: there is nothing a person could decide about.
    package func abandon(_ batch: BatchRecord, because problem: CaptureError) async throws(CaptureError) {
        let now = now
        let reason = try encoded(problem)
        let event = AuditEvent("batch.abandoned", batch.id, detail: ["problem": problem.problem])
        try await commit(event, journal: .batch(batch.id)) { db in
            try db.execute(
                sql: """
                    UPDATE batch SET state = 'refused', hold = ?, changed = ? WHERE id = ? AND state = 'receiving'
                        AND NOT EXISTS (SELECT 1 FROM page WHERE batch = batch.id)
                    """,
                arguments: [reason, now.timeIntervalSince1970, batch.id])
            guard db.changesCount == 1 else { throw CaptureError.outdated }
        }
    }

    /// A person gives a held batch up: nothing of it is delivered, its images are kept.
    package func reject(_ batch: BatchRecord, reason: String, actor: String) async throws(CaptureError) {
        let now = now
        let event = AuditEvent("batch.rejected", batch.id, actor: actor)
        try await commit(event, journal: .batch(batch.id)) { db in
            try db.execute(
                sql: """
                    UPDATE batch SET state = 'refused', changed = ? WHERE id = ? AND state = 'held' AND NOT EXISTS (
                        SELECT 1 FROM document
                        WHERE batch = batch.id AND state IN ('delivering', 'retrying', 'delivered'))
                    """,
                arguments: [now.timeIntervalSince1970, batch.id])
            guard db.changesCount == 1 else { throw CaptureError.notResumable }
        }
    }
}

extension CaptureError {
    /// The batch is not held, or is on its way already.
    static let notResumable = CaptureError(
        .badInput, "batch-not-open",
        LocalizedText(
            de: "Dieser Stapel nimmt keine Blätter mehr an: Er ist nicht angehalten oder schon unterwegs.",
            en: "This batch takes no more sheets: it is not held, or on its way already."),
        remedy: LocalizedText(
            de: "Bitte einen neuen Stapel beginnen oder diesen zuerst anhalten.",
            en: "Please begin a new batch, or hold this one first."))

    /// A batch whose balance does not agree goes on only with a reason.
    static func reasonNeeded(_ differences: [SheetDifference]) -> CaptureError {
        let nothing = LocalizedText(de: "Die Bilanz geht nicht auf.", en: "The balance does not agree.")
        return CaptureError(
            .badInput, "reason-needed", differences.reduce(nothing) { $0 + " " + $1.text },
            remedy: LocalizedText(
                de: "Bitte den Rest scannen oder den Grund angeben: --reason.",
                en: "Please scan the rest or give the reason: --reason."))
    }
}
