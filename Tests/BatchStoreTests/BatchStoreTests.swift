import CaptureModel
import Foundation
import GRDB
import TestSupport
import Testing

@testable import BatchStore

@Suite("The store remembers batches") struct BatchStoreTests {
    private let folder: Scratch
    private let store: BatchStore

    init() throws {
        folder = try Scratch()
        store = try BatchStore(folder: try StateFolder(path: folder.path("state")))
    }

    private func receivedBatch(files: [String] = ["eins"]) async throws -> BatchRecord {
        let batch = try await store.begin(profile: .sample(), channel: .folder, source: "test")
        for (index, text) in files.enumerated() {
            let file = try folder.write(text, to: "quelle/\(index).txt")
            _ = try await store.addInput(file, name: "\(index).tif", number: index + 1, to: batch)
        }
        try await store.received(batch)
        return try #require(try await store.batch(batch.id))
    }

    private func accepted(_ pages: Int) -> Result<InputInspection, CaptureError> {
        .success(InputInspection(format: .tiff, pageCount: pages))
    }

    @Test("commits survive a power cut: the writer syncs fully")
    func synchronous() async throws {
        let value = try await store.commit(AuditEvent("test", "")) { db in
            try Int.fetchOne(db, sql: "PRAGMA synchronous")
        }
        #expect(value == 2)
    }

    @Test("several may open a new store at the same moment: one creates the catalog, the others wait for it")
    func openedTogether() async throws {
        for round in 1...10 {
            let state = try StateFolder(path: folder.path("together-\(round)"))
            try await withThrowingTaskGroup { group in
                for _ in 1...4 { group.addTask { _ = try BatchStore(folder: state) } }
                try await group.waitForAll()
            }
        }
    }

    @Test("an input is copied byte for byte and its source is left alone")
    func input() async throws {
        let batch = try await receivedBatch(files: ["Inhalt"])
        let input = try #require(try await store.inputs(of: batch.id).first)
        let copy = try String(contentsOfFile: store.path(batch, input.file), encoding: .utf8)
        #expect(copy == "Inhalt" && input.sizeInBytes == 6)
        #expect(FileManager.default.fileExists(atPath: folder.path("quelle/0.txt")))
    }

    @Test("pages of several inputs are numbered through")
    func numbering() async throws {
        let batch = try await receivedBatch(files: ["a", "b"])
        for input in try await store.inputs(of: batch.id) { try await store.inspected(input, accepted(2), of: batch) }
        try await store.numberPages(of: batch)
        let pages = try await store.pages(of: batch.id)
        #expect(pages.map(\.number) == [1, 2, 3, 4])
        #expect(pages.map(\.input) == [1, 1, 2, 2] && pages.map(\.inputPage) == [0, 1, 0, 1])
    }

    @Test("a refused input keeps its reason and gives no pages")
    func refusal() async throws {
        let batch = try await receivedBatch()
        let input = try #require(try await store.inputs(of: batch.id).first)
        let problem = CaptureError(
            .badInput, "file-empty", LocalizedText(de: "Leer.", en: "Empty."), remedy: LocalizedText(de: "-", en: "-"))
        try await store.inspected(input, .failure(problem), of: batch)
        try await store.numberPages(of: batch)
        #expect(try await store.inputs(of: batch.id).first?.problem == problem)
        #expect(try await store.pages(of: batch.id).isEmpty)
    }

    @Test("a step that names an old state is refused and changes nothing")
    func outdated() async throws {
        let batch = try await receivedBatch()
        await #expect(throws: CaptureError.outdated) { try await store.allPagesAnalyzed(of: batch) }
        #expect(try await store.batch(batch.id)?.state == .received)
        #expect(try await store.firstAuditFault() == nil)
    }

    @Test("a process that lost its lease commits nothing more")
    func lease() async throws {
        let batch = try await receivedBatch()
        let other = try BatchStore(folder: store.folder)
        try await store.claim(batch)
        try await other.claim(batch)
        await #expect(throws: CaptureError.outdated) { try await store.numberPages(of: batch) }
        try await other.numberPages(of: batch)
        #expect(try await store.batch(batch.id)?.state == .inspected)
    }

    @Test("a held batch goes on from where it stood")
    func holdAndRelease() async throws {
        let batch = try await receivedBatch()
        try await store.hold(batch, because: .outdated, actor: "user:7")
        #expect(try await store.openBatches(limit: 10).isEmpty)
        try await store.release(batch, actor: "user:7")
        #expect(try await store.openBatches(limit: 10).map(\.id) == [batch.id])
        #expect(try await store.batch(batch.id)?.state == .received)
    }

    @Test("the attempt at a page is counted before the work")
    func attempts() async throws {
        let batch = try await receivedBatch()
        let input = try #require(try await store.inputs(of: batch.id).first)
        try await store.inspected(input, accepted(1), of: batch)
        try await store.numberPages(of: batch)
        let page = try #require(try await store.pages(of: batch.id).first)
        #expect(try await store.beginReading(page))
        #expect(try await store.pages(of: batch.id).first?.attempts == 1)
    }

    @Test("indexing twice would make the same documents")
    func documentIDs() {
        #expect(Identifier.derived(from: "a/1") == Identifier.derived(from: "a/1"))
        #expect(Identifier.derived(from: "a/1") != Identifier.derived(from: "a/2"))
    }

    @Test("identifiers sort by time")
    func identifiers() {
        let early = Identifier.make(at: Date(timeIntervalSince1970: 1_700_000_000))
        let late = Identifier.make(at: Date(timeIntervalSince1970: 1_700_000_001))
        #expect(early < late && early.count == 36)
    }

    @Test("a second daemon is refused")
    func lock() throws {
        let first = try StateLock(store.folder)
        #expect(StateLock.isHeld(store.folder))
        _ = consume first
        #expect(!StateLock.isHeld(store.folder))
    }

    @Test("the journal holds the facts of every commit that changes the batch")
    func journal() async throws {
        let batch = try await receivedBatch()
        let text = try String(contentsOfFile: store.path(batch, "journal.jsonl"), encoding: .utf8)
        let lines = try text.split(separator: "\n").map { try #require(JournalLine(text: $0)) }
        let actions = lines.map(\.action)
        #expect(lines[1].rows["input"]?.first?["name"] == "0.tif".databaseValue)
        #expect(actions == ["batch.begun", "input.stored", "batch.received"])
    }
}

@Suite("The audit trail proves itself") struct AuditTests {
    @Test(
        "a changed, removed or swapped row is found",
        arguments: [
            "UPDATE audit SET actor = 'jemand' WHERE number = 3", "DELETE FROM audit WHERE number = 2",
            "UPDATE audit SET detail = '{}' WHERE number = 1",
            "UPDATE audit SET at = '2020-01-01T00:00:00Z' WHERE number = 4",
            """
            UPDATE audit SET action = (SELECT action FROM audit WHERE number = 2) WHERE number = 3
            """,
        ])
    func tampering(_ sql: String) async throws {
        let folder = try Scratch()
        let store = try BatchStore(folder: try StateFolder(path: folder.path("state")))
        for number in 1...4 {
            try await store.commit(AuditEvent("test.\(number)", "x", detail: ["n": "\(number)"])) { _ in }
        }
        #expect(try await store.firstAuditFault() == nil)
        let catalog = try DatabaseQueue(path: store.folder.catalog)
        try await catalog.write { db in try db.execute(sql: sql) }
        #expect(try await store.firstAuditFault() != nil)
    }
}
