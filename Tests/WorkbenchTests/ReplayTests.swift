import BatchStore
import CaptureModel
import TestSupport
import Testing
import Workbench

@Suite("Stored batches are decided again with another profile") struct ReplayTests {
    @Test("the same profile changes nothing")
    func same() async throws {
        let stored = try await StoredBatch("gerichtspost", in: try Scratch())
        let replay = ProfileReplay(store: stored.store, profile: try Samples.profile("gerichtspost"))
        let report = try await replay.report(newest: 10)
        #expect(report.batches.map(\.unchanged) == [3] && report.changedDocuments == 0)
        #expect(report.batches.first?.findings == [])
    }

    @Test("a changed rule is told side by side, for the documents it would change and no others")
    func changed() async throws {
        let stored = try await StoredBatch("gerichtspost", in: try Scratch())
        let profile = try Samples.profile("gerichtspost", replacing: "to: zustellungen}", with: "to: fristen}")
        let report = try await ProfileReplay(store: stored.store, profile: profile).report(newest: 10)
        let batch = try #require(report.batches.first)
        #expect(batch.unchanged == 2 && batch.changes.map(\.kind) == [.changed])
        #expect(batch.changes.first?.differences == [.init("route", before: "zustellungen", after: "fristen")])
    }

    @Test("documents that would be parted otherwise are told as gone and new")
    func parted() async throws {
        let stored = try await StoredBatch("gerichtspost", in: try Scratch())
        let profile = try Samples.profile("gerichtspost", replacing: "{patch: T, sheet: drop}", with: "{count: 1}")
        let report = try await ProfileReplay(store: stored.store, profile: profile).report(newest: 10)
        let kinds = (report.batches.first?.changes ?? []).map(\.kind)
        #expect(kinds.contains(.new) && !kinds.isEmpty)
    }

    @Test("settings that change the reading of pages are told, for stored readings cannot show them")
    func reading() async throws {
        let stored = try await StoredBatch("gerichtspost", in: try Scratch())
        let profile = try Samples.profile("gerichtspost", replacing: "{below: 0.0007}", with: "{below: 0.01}")
        let report = try await ProfileReplay(store: stored.store, profile: profile).report(newest: 10)
        #expect(report.batches.first?.findings.map(\.code) == ["would-read-otherwise"])
    }

    @Test("nothing in the state folder changes, and a store for reading takes no change")
    func untouched() async throws {
        let folder = try Scratch()
        let stored = try await StoredBatch("gerichtspost", in: folder)
        let before = try stored.bytes()
        let reading = try BatchStore(reading: try StateFolder(path: folder.path("state")))
        let profile = try Samples.profile("gerichtspost", replacing: "to: zustellungen}", with: "to: fristen}")
        let report = try await ProfileReplay(store: reading, profile: profile).report(newest: 10)
        #expect(report.changedDocuments == 1)
        let after = try stored.bytes()
        #expect(after == before)
        await #expect(throws: CaptureError.self) { try await reading.claim(stored.batch) }
    }

    @Test("a batch that is not there is told by its id")
    func unknown() async throws {
        let stored = try await StoredBatch("gerichtspost", in: try Scratch())
        let replay = ProfileReplay(store: stored.store, profile: try Samples.profile("gerichtspost"))
        await #expect(throws: CaptureError.self) { try await replay.report(newest: 1, ids: ["x"]) }
    }
}
