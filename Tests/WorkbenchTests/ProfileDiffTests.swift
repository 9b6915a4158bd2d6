import CaptureModel
import Testing
import Workbench

@Suite("Two profiles are told apart in words") struct ProfileDiffTests {
    private func changes(_ old: String, _ new: String) throws -> [ProfileChange] {
        ProfileDiff.changes(
            from: try Samples.profile("gerichtspost").profile,
            to: try Samples.profile("gerichtspost", replacing: old, with: new).profile)
    }

    @Test("how a profile is written does not count")
    func alike() throws {
        #expect(try changes("review: {below: 0.90", "# ein Hinweis\nreview: {below: 0.9") == [])
    }

    @Test("a changed value is told with before and after, in both languages")
    func value() throws {
        let change = try #require(try changes("review: {below: 0.90", "review: {below: 0.95").first)
        #expect(change.kind == .changed && change.place == "review.below")
        #expect(change.before == "0.9" && change.after == "0.95")
        #expect(change.message.de.contains("bisher „0.9“") && change.message.en.contains("was “0.9”"))
    }

    @Test("a route that changes is told as the old rule gone and the new one there")
    func route() throws {
        let found = try changes("to: zustellungen}", "to: fristen}")
        #expect(found.map(\.kind) == [.removed, .added] && found.allSatisfy { $0.place == "route" })
        #expect(found.last?.after == "when: {type: 'zustellungsurkunde'}, to: fristen")
    }

    @Test("rules in another order are told, since the first that matches decides")
    func order() throws {
        let (patch, heading) = ("  - {patch: T, sheet: drop}\n", "  - {heading: Zustellungsurkunde, sheet: keep}\n")
        let found = try changes(patch + heading, heading + patch)
        #expect(found.map(\.kind) == [.reordered] && found.first?.place == "separate")
    }

    @Test("of a type that comes or goes as a whole the parts are not told again")
    func whole() throws {
        let found = try changes(
            "types:\n", "types:\n  - type: neues\n    any:\n      - heading: Neues Schreiben\n")
        #expect(found.map(\.kind) == [.added] && found.first?.after == "neues")
    }
}
