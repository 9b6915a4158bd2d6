import CaptureModel
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import BatchStore

@Suite("A document that is to be sealed")
struct SealStateTests {
    /// The time as the store sees it.
    private final class HandClock: Sendable {
        let time = Mutex(Date(timeIntervalSince1970: 1_800_000_000))
        func advance(by seconds: TimeInterval) { time.withLock { $0 += seconds } }
    }

    private let clock = HandClock()
    private let folder: Scratch
    private let store: BatchStore

    init() throws {
        folder = try Scratch()
        let clock = clock
        store = try BatchStore(folder: try StateFolder(path: folder.path("state"))) { clock.time.withLock { $0 } }
    }

    private let problem = CaptureError(
        .unavailable, "timestamp-unavailable", LocalizedText(de: "Weg.", en: "Away."),
        remedy: LocalizedText(de: "-", en: "-"))

    /// A batch with one document that is composed.
    private func composed() async throws -> (BatchRecord, DocumentRecord) {
        let begun = try await store.begin(profile: .sample(), channel: .folder, source: "test")
        let file = try folder.write("Inhalt", to: "quelle.tif")
        let input = try await store.addInput(file, name: "quelle.tif", number: 1, to: begun)
        try await store.received(begun)
        var batch = try #require(try await store.batch(begun.id))
        try await store.inspected(input, .success(InputInspection(format: .tiff, pageCount: 1)), of: batch)
        try await store.numberPages(of: batch)
        batch = try #require(try await store.batch(begun.id))
        try await store.allPagesAnalyzed(of: batch)
        batch = try #require(try await store.batch(begun.id))
        let separation = Separation(roles: [.content], documents: [DocumentDraft(pages: [0])])
        try await store.separated(separation, pages: [1], of: batch)
        batch = try #require(try await store.batch(begun.id))
        try await store.indexed([IndexedDocument(pages: [0], route: "ablage")], of: batch)
        batch = try #require(try await store.batch(begun.id))
        let ready = try #require(try await store.documents(of: batch.id).first)
        try await store.composed(ready, sha256: "unsealed", of: batch)
        return (batch, try #require(try await store.document(ready.id)))
    }

    @Test("waits with its reason until the time has come, and its batch is left alone until then")
    func waiting() async throws {
        let (batch, document) = try await composed()
        #expect(try await store.openBatches(limit: 10).map(\.id) == [batch.id])
        try await store.waitForSeal(document, until: store.now + 10, because: problem, of: batch)
        let waiting = try #require(try await store.document(document.id))
        #expect(waiting.state == .composed && waiting.attempts == 1 && waiting.problem == problem)
        #expect(try await store.openBatches(limit: 10).isEmpty)
        clock.advance(by: 11)
        #expect(try await store.openBatches(limit: 10).map(\.id) == [batch.id])
    }

    @Test("forgets what it waited for once it is sealed, and only then is it delivered")
    func sealed() async throws {
        let (batch, document) = try await composed()
        try await store.waitForSeal(document, until: store.now + 10, because: problem, of: batch)
        try await store.sealed(document, sha256: "sealed", detail: ["level": "B-T"], of: batch)
        let sealed = try #require(try await store.document(document.id))
        #expect(sealed.state == .sealed && sealed.sha256 == "sealed")
        #expect(sealed.problem == nil && sealed.attempts == 0 && sealed.nextAttempt == nil)
        await #expect(throws: CaptureError.self) {
            try await store.sealed(sealed, sha256: "again", detail: [:], of: batch)
        }
        try await store.delivering(sealed, of: batch)
        #expect(try await store.document(document.id)?.attempts == 1)
        #expect(try await store.firstAuditFault() == nil)
    }

    @Test("is verified where it lies: before its seal under another name than after")
    func verified() async throws {
        let (batch, document) = try await composed()
        let made = try folder.write("unversiegelt", to: "state/\(batch.folder)/\(document.folder)/unsealed.pdf")
        let file = StoredFile(
            path: "\(batch.folder)/\(document.folder)/document.pdf", sha256: "unsealed",
            unsealed: "\(batch.folder)/\(document.folder)/unsealed.pdf")
        let known = { [store] in try await store.read { db in try StoredFile.all(in: db, of: batch.id) } }
        #expect(try await known().last == file)
        #expect(file.place(below: folder.path("state")) == made)
        try await store.sealed(document, sha256: "sealed", detail: [:], of: batch)
        let sealed = try #require(try await known().last)
        #expect(sealed.place(below: folder.path("state")).hasSuffix("document.pdf") && sealed.sha256 == "sealed")
    }
}
