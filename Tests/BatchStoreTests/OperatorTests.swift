import CaptureModel
import Foundation
import TestSupport
import Testing

@testable import BatchStore

@Suite("People behind pseudonyms")
struct OperatorTests {
    private let folder: Scratch
    private let store: BatchStore

    init() throws {
        folder = try Scratch()
        store = try BatchStore(folder: try StateFolder(path: folder.path("state")))
    }

    @Test("an account gets one pseudonym for good, and it can be resolved at once")
    func enrolling() async throws {
        let first = try await store.enroll(account: "user:1000", name: "Erika Muster")
        let again = try await store.enroll(account: "user:1000", name: "somebody else")
        #expect(first == again && first.pseudonym != "Erika Muster")
        #expect(try await store.operatorRecord(for: first.pseudonym)?.name == "Erika Muster")
        #expect(try await store.operatorRecord(for: "user:1000") == first)
        #expect(try await store.enroll(account: "user:1001", name: "Max").pseudonym != first.pseudonym)
    }

    @Test("two who enroll the same account at once agree")
    func race() async throws {
        let names = try await withThrowingTaskGroup(of: String.self) { [store] group in
            for _ in 1...8 {
                group.addTask { try await store.enroll(account: "user:1000", name: "Erika").pseudonym }
            }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(names.count == 1)
        #expect(try await store.operators().count == 1)
    }

    @Test("a pseudonym that is taken is not given to another account")
    func collision() async throws {
        let own = try await store.enroll(account: "user:1000", name: "Erika")
        _ = try await store.add(
            OperatorRecord(pseudonym: own.pseudonym, account: "user:7", name: "Max", since: store.now), by: "test")
        let other = try await store.enroll(account: "user:1000", name: "Erika")
        #expect(other.pseudonym != own.pseudonym && other.account == "user:1000")
    }

    @Test("each person stands in the journal of what belongs to no batch, from which a lost catalog can be made again")
    func journal() async throws {
        _ = try await store.enroll(account: "user:1000", name: "Erika Muster")
        let journal = String(decoding: try folder.read("state/journal.jsonl"), as: UTF8.self)
        #expect(journal.contains("Erika Muster") && journal.contains("user:1000"))
        #expect(try await store.firstAuditFault() == nil)
    }

    @Test("the audit trail names pseudonyms, never names")
    func privacy() async throws {
        let person = try await store.enroll(account: "user:1000", name: "Erika Muster")
        let history = try await store.history(of: person.pseudonym)
        #expect(history.map(\.action) == ["operator.named"] && !"\(history)".contains("Erika"))
    }

    @Test("a batch and a scan request remember who it was")
    func remembering() async throws {
        let batch = try await store.begin(
            profile: .sample(), channel: .scanner, source: "test", operatedBy: "user:1000")
        #expect(try await store.batch(batch.id)?.operatedBy == "user:1000")
        let request = try await store.requestScan(scanner: "s", profile: "p", actor: "user:1000")
        #expect(try await store.scanRequest(request.id)?.actor == "user:1000")
    }

    @Test("with a very high protection need who scanned may not check; somebody else may", arguments: [true, false])
    func fourEyes(_ needsOther: Bool) async throws {
        let (batch, document) = try await waitingDocument()
        func confirm(_ actor: String) async -> String? {
            do throws(CaptureError) {
                try await store.confirm(document, of: batch, actor: actor, needsOtherChecker: needsOther)
                return nil
            } catch { return error.problem }
        }
        #expect(await confirm("user:1000") == (needsOther ? "other-checker-needed" : nil))
        if needsOther { #expect(await confirm("user:1001") == nil) }
    }

    private func waitingDocument() async throws -> (BatchRecord, DocumentRecord) {
        var batch = try await store.begin(
            profile: .sample(), channel: .scanner, source: "test", operatedBy: "user:1000")
        try await store.received(batch)
        try await store.claim(batch)
        try await store.numberPages(of: batch)
        try await store.allPagesAnalyzed(of: batch)
        try await store.separated(Separation(roles: [], documents: []), pages: [], of: batch)
        try await store.indexed([IndexedDocument(pages: [0], needsReview: true)], of: batch)
        batch = try #require(try await store.batch(batch.id))
        return (batch, try #require(try await store.documents(of: batch.id).first))
    }
}
