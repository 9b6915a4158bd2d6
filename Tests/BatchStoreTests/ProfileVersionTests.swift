import BatchStore
import CaptureModel
import Foundation
import TestSupport
import Testing

@Suite("Versions of profiles are handed in, tested, released and rolled back") struct ProfileVersionTests {
    private let folder: Scratch
    private let store: BatchStore

    init() throws {
        folder = try Scratch()
        store = try BatchStore(folder: try StateFolder(path: folder.path("state")))
    }

    private func version(_ number: Int) -> LoadedProfile {
        var loaded = LoadedProfile.sample()
        loaded.source = "profile: muster\n# \(number)\n"
        return loaded
    }

    /// Handed in by Anna, tested by Anna.
    private func tested(_ number: Int) async throws -> ProfileVersionRecord {
        let record = try await store.handIn(version(number), actor: "anna")
        return try await store.tested(record.digest, isPassed: true, result: [:], actor: "anna")
    }

    private func problem(_ body: () async throws -> Void) async -> String? {
        do {
            try await body()
            return nil
        } catch {
            return (error as? CaptureError)?.problem
        }
    }

    @Test("a draft becomes tested, a tested version released, with everybody's name")
    func way() async throws {
        let draft = try await store.handIn(version(1), actor: "anna")
        #expect(draft.state == .draft && draft.author == "anna")
        let tested = try await store.tested(draft.digest, isPassed: true, result: ["wrong": "0"], actor: "bert")
        #expect(tested.state == .tested && tested.tester == "bert")
        let released = try await store.release(draft.digest, needsSecondPerson: true, actor: "cora")
        #expect(released.state == .released && released.releaser == "cora")
        #expect(try await store.releasedProfiles() == ["muster": version(1).source])
        #expect(try await store.firstAuditFault() == nil)
    }

    @Test("a version without a passed test is not released")
    func untested() async throws {
        let draft = try await store.handIn(version(1), actor: "anna")
        _ = try await store.tested(draft.digest, isPassed: false, result: [:], actor: "anna")
        let refusal = await problem {
            _ = try await store.release(draft.digest, needsSecondPerson: false, actor: "bert")
        }
        #expect(refusal == "profile-not-tested")
        #expect(try await store.releasedProfiles().isEmpty)
    }

    @Test("where a second person is needed neither author nor tester may release", arguments: ["anna", "bert"])
    func secondPerson(_ actor: String) async throws {
        let draft = try await store.handIn(version(1), actor: "anna")
        _ = try await store.tested(draft.digest, isPassed: true, result: [:], actor: "bert")
        let refusal = await problem {
            _ = try await store.release(draft.digest, needsSecondPerson: true, actor: actor)
        }
        #expect(refusal == "second-person-needed")
        _ = try await store.release(draft.digest, needsSecondPerson: false, actor: actor)
    }

    @Test("a roll-back brings the version released before, and there is an end to it")
    func rollBack() async throws {
        let (one, two) = (try await tested(1), try await tested(2))
        _ = try await store.release(one.digest, needsSecondPerson: false, actor: "anna")
        _ = try await store.release(two.digest, needsSecondPerson: false, actor: "anna")
        let back = try await store.rollBack(profile: "muster", actor: "bert")
        #expect(back.digest == one.digest && back.state == .released && back.releaser == "bert")
        #expect(try await store.profileVersions().first { $0.digest == two.digest }?.state == .superseded)
        #expect(try await store.releasedProfiles() == ["muster": version(1).source])
        #expect(
            await problem { _ = try await store.rollBack(profile: "muster", actor: "bert") } == "no-earlier-release")
        // What was rolled back from may be released again.
        #expect(try await store.release(two.digest, needsSecondPerson: false, actor: "anna").state == .released)
    }

    @Test("a batch keeps the version it began with when another is released")
    func pinned() async throws {
        let batch = try await store.begin(profile: version(1), channel: .folder, source: "test")
        let two = try await tested(2)
        _ = try await store.release(two.digest, needsSecondPerson: false, actor: "bert")
        #expect(try await store.profileSource(of: batch) == version(1).source)
    }

    @Test("the text lies under its hash, and the journal tells only what was done")
    func files() async throws {
        let one = try await tested(1)
        _ = await problem { _ = try await store.release(one.digest, needsSecondPerson: true, actor: "anna") }
        let text = try folder.read("state/profiles/\(one.digest).yaml")
        #expect(text == Data(version(1).source.utf8))
        let journal = String(decoding: try folder.read("state/profiles/journal.jsonl"), as: UTF8.self)
        #expect(journal.contains("profile.tested") && !journal.contains("profile.released"))
    }
}
