package import CaptureModel
import DurableFiles
package import Foundation
import GRDB

extension BatchStore {
    /// The outcome of looking at an input: accepted with its pages, or refused with the reason.
    package func inspected(
        _ input: InputRecord, _ result: Result<InputInspection, CaptureError>, of batch: BatchRecord
    ) async throws(CaptureError) {
        var input = input
        switch result {
        case .success(let inspection):
            input.outcome = .accepted
            input.format = inspection.format
            input.pageCount = inspection.pageCount
            input.findings += inspection.findings
            if let values = inspection.values { input.context?.values = values }
        case .failure(let problem):
            input.outcome = .refused
            input.problem = problem
        }
        let done = input
        let event = AuditEvent(
            "input.\(done.outcome.rawValue)", batch.id,
            detail: ["input": "\(done.number)", "pages": "\(done.pageCount)", "problem": done.problem?.problem ?? ""])
        try await commit(event, journal: .batch(batch.id)) { db in
            try db.require(batch, in: .received)
            try done.update(in: db)
        }
    }

    /// An input that turned out unreadable while its pages were read is refused, with all its pages.
    package func refuse(
        input number: Int, because problem: CaptureError, of batch: BatchRecord
    ) async throws(CaptureError) {
        let reason = try encoded(problem)
        let event = AuditEvent("input.refused", batch.id, detail: ["input": "\(number)", "problem": problem.problem])
        try await commit(event, journal: .batch(batch.id)) { [rows] db in
            try db.require(batch, in: .inspected)
            try db.execute(
                sql: "UPDATE input SET outcome = 'refused', problem = ? WHERE batch = ? AND number = ?",
                arguments: [reason, batch.id, number])
            try rows.remove(from: "page", where: "batch = ? AND input = ?", [batch.id, number], in: db)
        }
    }

    /// Numbers the pages of all accepted inputs; scanned pages are there already.
    package func numberPages(of batch: BatchRecord) async throws(CaptureError) {
        let inputs = try await inputs(of: batch.id)
        var pages: [PageRecord] = []
        for input in inputs where input.outcome == .accepted {
            guard let format = input.format else { continue }
            for index in 0..<input.pageCount {
                pages.append(
                    PageRecord(
                        batch: batch.id, number: pages.count + 1, input: input.number, inputPage: index,
                        file: input.file, format: format, state: .stored, attempts: 0))
            }
        }
        let now = now
        let numbered = pages
        let event = AuditEvent("batch.inspected", batch.id, detail: ["pages": "\(pages.count)"])
        try await commit(event, journal: .batch(batch.id)) { [instance] db in
            try db.advance(batch, from: .received, to: .inspected, at: now, by: instance)
            for page in numbered { try page.insert(into: db) }
        }
    }

    /// Counts the attempt before the work starts, so that a crash counts; false where there is nothing left to read.
    package func beginReading(_ page: PageRecord) async throws(CaptureError) -> Bool {
        let event = AuditEvent("page.reading", page.batch, detail: ["page": "\(page.number)"])
        return try await commit(event, journal: .batch(page.batch)) { db in
            try db.execute(
                sql: "UPDATE page SET attempts = attempts + 1 WHERE batch = ? AND number = ? AND state = 'stored'",
                arguments: [page.batch, page.number])
            return db.changesCount == 1
        }
    }

    /// The page is read; its analysis and images are durable in its folder.
    package func analyzed(
        _ page: PageRecord, summary: PageSummary, of batch: BatchRecord
    ) async throws(CaptureError) {
        let text = try encoded(summary)
        let digests = try encoded(try digests(of: page, in: batch))
        let event = AuditEvent("page.analyzed", batch.id, detail: ["page": "\(page.number)"])
        try await commit(event, journal: .batch(batch.id)) { db in
            try db.execute(
                sql: """
                    UPDATE page SET state = 'analyzed', summary = ?, digests = ?
                    WHERE batch = ? AND number = ? AND state = 'stored'
                    """,
                arguments: [text, digests, page.batch, page.number])
        }
    }

    /// SHA-256 of every file in the page's folder, for telling damage later.
    private func digests(of page: PageRecord, in batch: BatchRecord) throws(CaptureError) -> [String: String] {
        var digests = page.digests ?? [:]
        let folder = path(batch, page.folder)
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            guard digests[name] == nil, !name.hasSuffix(".part") else { continue }
            digests[name] = try SHA256.of(file: folder + "/" + name).hex
        }
        return digests
    }

    package func allPagesAnalyzed(of batch: BatchRecord) async throws(CaptureError) {
        try await move(batch, from: .inspected, to: .analyzed, event: AuditEvent("batch.analyzed", batch.id))
    }

    /// Every page has a role; the documents are drafts in `separation.json` until they are indexed.
    ///
    /// - Parameter pages: the page numbers, from 1, that the roles belong to, in order.
    package func separated(
        _ separation: Separation, pages: [Int], of batch: BatchRecord
    ) async throws(CaptureError) {
        let drafts = try encodedData(separation)
        try DurableFile.write(drafts, to: path(batch, "separation.json"))
        let now = now
        let event = AuditEvent(
            "batch.separated", batch.id,
            detail: ["documents": "\(separation.documents.count)", "sha256": SHA256.of(drafts)])
        try await commit(event, journal: .batch(batch.id)) { [instance] db in
            try db.advance(batch, from: .analyzed, to: .separated, at: now, by: instance)
            for (number, role) in zip(pages, separation.roles) {
                try db.execute(
                    sql: "UPDATE page SET role = ? WHERE batch = ? AND number = ?",
                    arguments: [role.rawValue, batch.id, number])
            }
        }
    }

    package func separation(of batch: BatchRecord) throws(CaptureError) -> Separation {
        try decoded(Separation.self, path(batch, "separation.json"))
    }

    /// The documents with all that was decided about them; the sure ones are ready, the others await a person.
    ///
    /// Ids are derived from the batch and the position, so that a stage run twice makes the same documents.
    package func indexed(_ documents: [IndexedDocument], of batch: BatchRecord) async throws(CaptureError) {
        let now = now
        let records = documents.enumerated().map { index, document in
            DocumentRecord(
                id: Identifier.derived(from: "\(batch.id)/document/\(index + 1)"), batch: batch.id, number: index + 1,
                state: document.needsReview ? .awaitingReview : .ready, indexed: document,
                deliveryID: Identifier.derived(from: "\(batch.id)/delivery/\(index + 1)"), attempts: 0)
        }
        let waiting = documents.count { $0.needsReview }
        let event = AuditEvent(
            "batch.indexed", batch.id, detail: ["documents": "\(documents.count)", "awaitingReview": "\(waiting)"])
        try await commit(event, journal: .batch(batch.id)) { [instance] db in
            try db.advance(batch, from: .separated, to: .indexed, at: now, by: instance)
            for record in records { try record.insert(into: db) }
        }
    }

    package func decoded<Value: Decodable>(_ type: Value.Type, _ path: String) throws(CaptureError) -> Value {
        do {
            return try JSONDecoder().decode(type, from: try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw .fault("reading \((path as NSString).lastPathComponent)", "\(error)")
        }
    }

    package func encodedData(_ value: some Encodable) throws(CaptureError) -> Data {
        try JSON.encoded(value)
    }

    func encoded(_ value: some Encodable) throws(CaptureError) -> String {
        String(decoding: try encodedData(value), as: UTF8.self)
    }

    func move(
        _ batch: BatchRecord, from: BatchState, to: BatchState, event: AuditEvent
    ) async throws(CaptureError) {
        let now = now
        try await commit(event, journal: .batch(batch.id)) { [instance] db in
            try db.advance(batch, from: from, to: to, at: now, by: instance)
        }
    }
}

extension Identifier {
    /// The same UUID (version 8, RFC 9562) for the same text, cut from its SHA-256.
    static func derived(from text: String) -> String {
        var digits = Array(SHA256.of(Data(text.utf8)).prefix(32))
        digits[12] = "8"
        digits[16] = "8"
        return grouped(digits)
    }
}
