import BatchStore
import CaptureModel
import TestSupport
import Testing
import Workbench

@Suite("Profiles are released by rule") struct ProfileReleaseTests {
    private let store: BatchStore
    private let release: ProfileRelease

    init() throws {
        store = try BatchStore(folder: try StateFolder(path: try Scratch().path("state")))
        release = ProfileRelease(store: store)
    }

    private func test(_ loaded: LoadedProfile, on name: String, by actor: String) async throws -> ProfileVersionRecord {
        let report = try ProfileTest(loaded).report(on: try Samples.cases(name))
        return try await release.tested(loaded, report, by: actor)
    }

    @Test("a high protection need asks for a second person, a normal one does not")
    func secondPerson() async throws {
        let court = try Samples.profile("gerichtspost")
        #expect(court.profile.protection.obligations.needsSecondPerson)
        _ = try await test(court, on: "gerichtspost", by: "anna")
        await #expect(throws: CaptureError.self) { try await release.activate(court, by: "anna") }
        #expect(try await release.activate(court, by: "bert").state == .released)

        var plain = court
        plain.profile.protection = ProtectionNeed()
        plain.source += "\n# normal\n"
        _ = try await test(plain, on: "gerichtspost", by: "anna")
        #expect(try await release.activate(plain, by: "anna").state == .released)
    }

    @Test("a version that fails its test stays a draft")
    func failed() async throws {
        let changed = try Samples.profile("gerichtspost", replacing: "to: zustellungen}", with: "to: fristen}")
        #expect(try await test(changed, on: "gerichtspost", by: "anna").state == .draft)
        await #expect(throws: CaptureError.self) { try await release.activate(changed, by: "bert") }
    }

    @Test("the report of another version releases nothing")
    func other() async throws {
        let report = try ProfileTest(try Samples.profile("sozialhilfe")).report(on: [])
        let court = try Samples.profile("gerichtspost")
        await #expect(throws: CaptureError.self) { try await release.tested(court, report, by: "anna") }
    }

    @Test("a test of nothing is no test")
    func empty() async throws {
        let court = try Samples.profile("gerichtspost")
        let report = try ProfileTest(court).report(on: [])
        #expect(!report.isPassed)
        #expect(try await release.tested(court, report, by: "anna").state == .draft)
    }
}
