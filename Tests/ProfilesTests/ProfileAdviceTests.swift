import CaptureModel
import Foundation
import Profiles
import Testing

@Suite("Advice on profiles") struct ProfileAdviceTests {
    private static let conditions = ["a", "b"].map { TypeRule.Condition.heading($0) }

    private func profile(routes: [RouteRule] = [RouteRule(to: "eins")]) -> Profile {
        var profile = Profile(
            name: "muster", title: LocalizedText(de: "M", en: "M"),
            procedure: Procedure(name: "M", version: "1", validFrom: "2026-01-01"), route: routes,
            deliver: ["eins": Destination(target: "eakte", path: "/1")])
        profile.review.samplePercent = 4
        profile.procedure.organization = Organization(name: "M", place: "M", unit: "10")
        return profile
    }

    private func codes(_ profile: Profile) throws -> [String] { try ProfileAdvice.all(on: profile).map(\.code) }

    @Test("a sound profile gets none") func sound() throws { #expect(try codes(profile()) == []) }

    @Test(
        "a route that earlier ones take everything from is never reached",
        arguments: [
            ([["type": "rechnung"], ["type": "rechnung"]], true),
            ([["type": "rechnung|mahnung"], ["type": "mahnung"]], true),
            ([["type": "rechnung"], ["type": "mahnung"], ["type": "mahnung|rechnung"]], true),
            ([["type": "rechnung"], ["type": "rechnung", "office": "20"]], true),
            ([["type": ".*"], ["type": "mahnung"]], true),
            ([["office": #"\d+"#], ["office": #"\d+"#, "type": "x"]], true),
            ([["type": "rechnung", "office": "20"], ["type": "rechnung"]], false),
            ([["type": "rechnung"], ["type": "rechnung|mahnung"]], false),
            ([["type": "rechnung"], ["type": "rechn.*"]], false),
            ([["office": "20"], ["type": "rechnung"]], false),
        ])
    func routes(_ when: [[String: String]], _ isUnreachable: Bool) throws {
        let routes = when.map { RouteRule(when: $0, to: "eins") } + [RouteRule(to: "eins")]
        let advice = try ProfileAdvice.all(on: profile(routes: routes))
        #expect(advice.map(\.code) == (isUnreachable ? ["route-unreachable"] : []))
        #expect(advice.allSatisfy { $0.place == "route[\(when.count - 1)]" })
    }

    @Test("a destination without a rule and rules without an end are told")
    func destinations() throws {
        var sample = profile(routes: [RouteRule(when: ["type": "x"], to: "eins")])
        sample.deliver["zwei"] = Destination(target: "eakte", path: "/2")
        #expect(try codes(sample) == ["route-open", "destination-unused"])
    }

    @Test("types that cannot be, or cannot be told apart, are told")
    func types() throws {
        var sample = profile()
        sample.types = [TypeRule(type: "x", any: [Self.conditions[0]], none: Self.conditions)]
        #expect(try codes(sample) == ["type-unreachable"])
        sample.types = [
            TypeRule(type: "x", any: Self.conditions), TypeRule(type: "y", any: [Self.conditions[1]]),
        ]
        #expect(try codes(sample) == ["types-ambiguous"])
        sample.types[1].none = [.heading("c")]
        #expect(try codes(sample) == [])
    }

    @Test("a destination whose target the daemon does not have is told")
    func targets() throws {
        let sample = profile()
        #expect(ProfileAdvice.targets(of: sample, known: ["eakte"]) == [])
        #expect(ProfileAdvice.targets(of: sample, known: ["archiv"]).map(\.place) == ["deliver.eins.target"])
    }

    @Test("a separator that an equal one stands before is told")
    func separators() throws {
        var sample = profile()
        let patch = SeparationRule.Condition.patch(.transfer)
        sample.separate = [SeparationRule(condition: patch), SeparationRule(condition: patch, sheet: .keep)]
        #expect(try codes(sample) == ["separator-unreachable"])
    }

    @Test(
        "the sample follows the protection need",
        arguments: [
            (ProtectionNeed.Level.normal, 0.0, "A.SC.8"), (.high, 4, "A.AM.IN.H.7"), (.veryHigh, 50, "A.AM.IN.SH.5"),
        ])
    func samples(_ level: ProtectionNeed.Level, _ percent: Double, _ requirement: String) throws {
        var sample = profile()
        sample.protection.integrity = level
        sample.review.samplePercent = percent
        let small = try ProfileAdvice.all(on: sample).filter { $0.code == "sample-small" }
        #expect(small.map(\.requirement) == [requirement])
        sample.review.samplePercent = 100
        #expect(try !codes(sample).contains("sample-small"))
        #expect(try codes(sample).contains("seal-needed") == (level != .normal))
    }

    @Test("a missing transfer note, and one that does not name who scans, are told")
    func notes() throws {
        var sample = profile()
        sample.procedure.organization = nil
        #expect(try codes(sample) == ["organization-missing"])
        sample.transferNote = TransferNotePlace.none
        #expect(try codes(sample) == ["note-missing"])
    }

    @Test(
        "what a protection need obliges to",
        arguments: [
            (ProtectionNeed.Level.normal, 2.0, Obligations.Seal.advanced, false), (.high, 10, .qualified, false),
            (.veryHigh, 100, .qualified, true),
        ])
    func obligations(_ level: ProtectionNeed.Level, _ sample: Double, _ seal: Obligations.Seal, _ isStrict: Bool) {
        var need = ProtectionNeed()
        need.integrity = level
        let obligations = need.obligations
        #expect(obligations.samplePercent == sample && obligations.seal == seal)
        #expect(obligations.needsOtherChecker == isStrict && obligations.isSampleForced == isStrict)
        #expect(obligations.needsTimestamp == isStrict && obligations.needsSecondPerson == (level != .normal))
        var profile = profile()
        profile.protection = need
        #expect(profile.effectiveSamplePercent == (isStrict ? 100 : 4), "drawn whatever the profile says")
    }

    @Test("scanning that loses backs, sheets or color is told")
    func scanning() throws {
        var sample = profile()
        sample.scan.source = .feeder
        sample.scan.mode = .gray
        sample.scan.onDoubleFeed = .ignore
        #expect(try codes(sample) == ["one-side", "double-feed", "not-color"])
    }

    @Test("the shipped profiles have no rule that is never reached", arguments: ["tagespost", "rechnungen"])
    func shipped(_ name: String) throws {
        let loaded = try ProfileLibrary.load(file: profilesFolder + "/\(name).yaml")
        let rules = try ProfileAdvice.all(on: loaded.profile).filter { $0.requirement == nil }
        #expect(rules == [])
    }
}
