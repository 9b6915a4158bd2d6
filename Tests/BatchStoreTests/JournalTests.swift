import CaptureModel
import DurableFiles
import Foundation
import GRDB
import TestSupport
import Testing

@testable import BatchStore

/// A store with two batches that went as far as delivery, with real files.
struct WorkedStore {
    let folder: Scratch
    let store: BatchStore
    var batches: [BatchRecord] = []

    init(batches count: Int = 2) async throws {
        folder = try Scratch()
        store = try BatchStore(folder: try StateFolder(path: folder.path("state")))
        for number in 1...count { batches.append(try await work(number)) }
    }

    /// One batch of one file with two pages and one document, which is delivered.
    private func work(_ number: Int) async throws -> BatchRecord {
        let batch = try await store.begin(profile: .sample(), channel: .folder, source: "test")
        let file = try folder.write("Müller \(number)", to: "quelle/\(number).tif")
        let input = try await store.addInput(
            file, name: "Müller.tif", number: 1, claim: "/eingang/.claimed/\(number)", to: batch)
        try await store.received(batch)
        try await store.claim(batch)
        try await store.inspected(input, .success(InputInspection(format: .tiff, pageCount: 2)), of: batch)
        try await store.numberPages(of: batch)
        for page in try await store.pages(of: batch.id) {
            _ = try await store.beginReading(page)
            try folder.write(
                "{\"seite\":\"Müller \(page.number)\"}", to: "state/\(batch.folder)/\(page.folder)/analysis.json")
            let summary = PageSummary(number: page.number - 1, isBlank: false, patchCode: nil, barcodes: [])
            try await store.analyzed(page, summary: summary, of: batch)
        }
        try await store.allPagesAnalyzed(of: batch)
        let separation = Separation(roles: [.content, .content], documents: [DocumentDraft(pages: [0, 1])])
        try await store.separated(separation, pages: [1, 2], of: batch)
        try await store.indexed([IndexedDocument(pages: [0, 1], type: "brief", route: "ablage")], of: batch)
        try await deliver(batch)
        return try #require(try await store.batch(batch.id))
    }

    private func deliver(_ batch: BatchRecord) async throws {
        let pdf = try folder.write("%PDF Müller", to: "state/\(batch.folder)/documents/01/document.pdf")
        let sha256 = try SHA256.of(file: pdf).hex
        try await store.composed(try await document(batch), sha256: sha256, of: batch)
        try await store.delivering(try await document(batch), of: batch)
        let receipt = Receipt(target: "eakte", object: "Müller.pdf", sha256: sha256, sizeInBytes: 11, files: [:])
        try await store.delivered(try await document(batch), receipt, of: batch)
        try await store.delivered(batch)
    }

    private func document(_ batch: BatchRecord) async throws -> DocumentRecord {
        try #require(try await store.documents(of: batch.id).first)
    }

    /// Every row of every table, as text.
    func rows() async throws -> [String] {
        try await store.read { db in
            try ["batch", "input", "page", "document", "profileVersion", "audit"].flatMap { table in
                try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { row in
                    table + row.filter { !["lease", "seal"].contains($0.0) }.map { " \($0.0)=\($0.1)" }.joined()
                }.sorted()
            }
        }
    }

    func change(_ sql: String) async throws {
        let queue = try DatabaseQueue(path: store.folder.catalog)
        try await queue.write { db in try db.execute(sql: sql) }
        try queue.close()
    }
}

@Suite("The journals hold what the catalog holds") struct JournalTests {
    @Test("a catalog made of the journals alone is the same, row for row")
    func rebuild() async throws {
        var worked = try await WorkedStore()
        _ = try await worked.store.handIn(.sample(), actor: "user:1")
        let before = try await worked.rows()
        for ending in ["", "-wal", "-shm"] { unlink(worked.store.folder.catalog + ending) }
        let report = try StoreRebuild.run(worked.store.folder)
        #expect(report.isWhole, "\(report.problems)")
        worked = WorkedStore(folder: worked.folder, store: try BatchStore(folder: worked.store.folder))
        #expect(try await worked.rows() == before)
        #expect(try await worked.store.firstAuditFault() == nil)
        #expect(try await worked.store.settledClaims(below: "/eingang/", limit: 10).count == 2)
        #expect(try await worked.store.profileVersions().count == 1)
    }

    @Test("a missing catalog is not replaced by an empty one")
    func missing() async throws {
        let worked = try await WorkedStore(batches: 1)
        for ending in ["", "-wal", "-shm"] { unlink(worked.store.folder.catalog + ending) }
        let error = #expect(throws: CaptureError.self) { try BatchStore(folder: worked.store.folder) }
        #expect(error?.problem == "catalog-behind")
    }

    @Test("a catalog that was put back in time is refused")
    func old() async throws {
        let worked = try await WorkedStore(batches: 1)
        try await worked.change("DELETE FROM audit WHERE number > 5")
        let error = #expect(throws: CaptureError.self) { try BatchStore(folder: worked.store.folder) }
        #expect(error?.problem == "catalog-behind")
    }

    @Test("a line torn by a power cut costs nothing else, and the next one is whole")
    func torn() async throws {
        let worked = try await WorkedStore(batches: 1)
        let journal = worked.store.path(worked.batches[0], "journal.jsonl")
        let file = try #require(FileHandle(forWritingAtPath: journal))
        try file.seekToEnd()
        try file.write(contentsOf: Data("{\"sum\":\"0123\",\"li".utf8))
        try file.close()
        try await worked.store.hold(worked.batches[0], because: .outdated)
        let report = try await worked.store.verified(isThorough: true)
        #expect(report.problems.map(\.kind) == ["journal-damaged"])
        #expect(try StoreRebuild.run(worked.store.folder).counts["batch"] == 1)
    }

    @Test(
        "of two lines with one event, the later one tells what was committed: the first attempt failed within the second"
    )
    func triedAgain() async throws {
        let worked = try await WorkedStore(batches: 1)
        _ = try await worked.store.requestScan(scanner: "a", profile: "b", actor: "user:1")
        let journal = worked.store.folder.path + "/journal.jsonl"
        let lines = try String(contentsOfFile: journal, encoding: .utf8).split(separator: "\n")
        var failed = try #require(lines.last.flatMap { JournalLine(text: $0) })
        failed.rows["scanRequest"]?[0].columns["created"] = .real(1)
        let all = try lines.dropLast().map(String.init) + [failed.text()] + lines.suffix(1).map(String.init)
        try all.map { $0 + "\n" }.joined().write(toFile: journal, atomically: true, encoding: .utf8)
        let report = try await worked.store.verified(isThorough: true)
        #expect(report.isWhole, "\(report.problems)")
        _ = try await worked.store.requestScan(scanner: "a", profile: "b", actor: "user:1")
        #expect(try await worked.store.verified(isThorough: true).isWhole)
    }

    @Test("a journal that claims impossible numbers is read to its end")
    func impossibleNumbers() async throws {
        let worked = try await WorkedStore(batches: 1)
        let row = JournalRow(["number": -3, "at": "", "actor": "", "action": "", "hash": ""])
        let line = JournalLine(action: "", at: "", rows: ["audit": [row]])
        let folder = try StateFolder(path: worked.folder.path("anderer"))
        try DurableFile.append(line: try line.text(), to: folder.path + "/journal.jsonl")
        #expect(try JournalArchive(folder).firstGap == 1)
    }

    @Test("a line whose commit never came gives way to the one that came instead")
    func uncommitted() async throws {
        let worked = try await WorkedStore(batches: 1)
        let journal = worked.store.path(worked.batches[0], "journal.jsonl")
        let number = try await worked.store.auditCount() + 1
        let lost = JournalLine(
            action: "batch.held", at: "",
            rows: [
                "audit": [JournalRow(["number": number, "at": "", "actor": "", "action": "batch.held", "hash": "x"])],
                "batch": [JournalRow(["id": worked.batches[0].id, "state": "held"])],
            ])
        try DurableFile.append(line: try lost.text(), to: journal)
        _ = try BatchStore(folder: worked.store.folder)
        _ = try await worked.store.requestScan(scanner: "a", profile: "b", actor: "user:1")
        _ = try await worked.store.requestScan(scanner: "a", profile: "b", actor: "user:1")
        let before = try await worked.rows()
        #expect(try StoreRebuild.run(worked.store.folder).isWhole)
        let rebuilt = WorkedStore(folder: worked.folder, store: try BatchStore(folder: worked.store.folder))
        #expect(try await rebuilt.rows() == before)
    }
}

extension JournalRow {
    fileprivate var unsealed: JournalRow {
        var row = self
        row.columns[RowSeal.column] = nil
        return row
    }
}

extension WorkedStore {
    /// A batch that a program began, into which a scanner feeds, with a number of sheets it should have.
    fileprivate func takeSheets() async throws -> BatchRecord {
        let id = Identifier.make()
        let batch = try await store.begin(
            id: id, profile: .sample(), channel: .scanner, source: "test",
            upload: UploadRecord(batch: id, account: "fachverfahren", files: 2))
        let request = try await store.requestScan(scanner: "test", profile: "muster", actor: "user:1")
        let feed = try await store.beginFeed(request, ScanSettings(), into: batch)
        let end = FeedEnd(reason: .jammed, pagesStarted: 1, pagesStored: 0)
        try await store.endFeed(feed, end, of: batch)
        try await store.expect(ExpectedSheets(sheets: 3, source: .person), in: batch)
        return batch
    }

    init(folder: Scratch, store: BatchStore) {
        self.folder = folder
        self.store = store
    }
}

@Suite("Damage is noticed") struct DamageTests {
    @Test("an untouched store is whole, also when every byte is read")
    func whole() async throws {
        let worked = try await WorkedStore()
        let report = try await worked.store.verified(isThorough: true)
        #expect(report.isWhole, "\(report.problems)")
        #expect(report.counts["files"] == 8 && report.counts["page"] == 4)
    }

    @Test(
        "an altered row is refused where it is read, and named by the check",
        arguments: [
            "UPDATE page SET role = 'blank' WHERE number = 1", "UPDATE document SET state = 'delivered', number = 1",
            "UPDATE document SET sha256 = 'x'", "UPDATE input SET pageCount = 1",
            "UPDATE batch SET created = created + 1",
            "UPDATE profileVersion SET name = 'x'",
        ])
    func altered(_ sql: String) async throws {
        let worked = try await WorkedStore(batches: 1)
        try await worked.change(sql)
        let report = try await worked.store.verified(isThorough: true)
        let isRepaired = sql.contains("number = 1") && sql.contains("document")
        #expect(isRepaired || report.problems.contains { $0.kind == "row-damaged" }, "\(report.problems)")
    }

    @Test(
        "so is one about how sheets and files came in",
        arguments: [
            "UPDATE feed SET started = 7", "UPDATE sheetCount SET expected = replace(expected, '3', '2')",
            "UPDATE upload SET files = 1",
        ])
    func alteredIntake(_ sql: String) async throws {
        let worked = try await WorkedStore(batches: 1)
        let batch = try await worked.takeSheets()
        #expect(try await worked.store.verified(isThorough: true).isWhole)
        try await worked.change(sql)
        let report = try await worked.store.verified(isThorough: false)
        #expect(report.problems.map(\.kind) == ["row-damaged"])
        let error = await #expect(throws: CaptureError.self) {
            _ = try await worked.store.ledger(of: batch)
            _ = try await worked.store.upload(of: batch.id)
        }
        #expect(error?.problem == "catalog-damaged")
    }

    @Test("rows from before their table was sealed are sealed with it, and their journals still agree")
    func sealedLater() async throws {
        let worked = try await WorkedStore(batches: 1)
        let batch = try await worked.takeSheets()
        let journal = worked.store.path(batch, "journal.jsonl")
        // As an older version wrote them: rows without a seal, and a catalog without a place for it.
        let lines = try String(contentsOfFile: journal, encoding: .utf8).split(separator: "\n").map { text in
            var line = try #require(JournalLine(text: text))
            for table in RowSeal.intakeTables { line.rows[table] = line.rows[table]?.map { $0.unsealed } }
            return try line.text() + "\n"
        }
        try lines.joined().write(toFile: journal, atomically: true, encoding: .utf8)
        for table in RowSeal.intakeTables { try await worked.change("ALTER TABLE \(table) DROP COLUMN seal") }
        try await worked.change("DELETE FROM grdb_migrations WHERE identifier LIKE 'seals of feeds%'")
        let store = try BatchStore(folder: worked.store.folder)
        #expect(try await store.feeds(of: batch.id).count == 1)
        let report = try await store.verified(isThorough: true)
        #expect(report.isWhole, "\(report.problems)")
    }

    @Test("a damaged row is never sealed again by a later change")
    func laundering() async throws {
        let worked = try await WorkedStore(batches: 1)
        try await worked.change("UPDATE batch SET source = 'x'")
        let batch = worked.batches[0]
        let error = await #expect(throws: CaptureError.self) { try await worked.store.claim(batch) }
        #expect(error?.problem == "catalog-damaged")
        #expect(try await worked.store.recentBatches(limit: 10).isEmpty)
    }

    @Test("a removed row, a missing file and an altered file are found")
    func missing() async throws {
        let worked = try await WorkedStore(batches: 1)
        try await worked.change("DELETE FROM page WHERE number = 2")
        unlink(worked.store.path(worked.batches[0], "pages/0001/analysis.json"))
        try Data("x".utf8).write(to: URL(fileURLWithPath: worked.store.path(worked.batches[0], "inputs/0001.tif")))
        let kinds = Set(try await worked.store.verified(isThorough: true).problems.map(\.kind))
        #expect(kinds == ["row-missing", "file-missing", "file-altered"])
    }
}
