import CaptureModel
import Foundation
import Profiles
import Testing

@Suite struct ProfileProblemTests {
    /// A small profile without fault, line by line.
    static let good = """
        profile: probe
        title: {de: Probe}
        procedure: {name: Probe, version: "1.0", validFrom: 2026-01-01}
        separate:
          - {barcode: code128, matches: '^TB-(?<office>.+)$', set: {office: "${office}"}}
        types:
          - {type: brief, any: [{text: Guten Tag}]}
        index:
          zahl: {find: [{near: Zahl, matches: '[0-9]+'}], required: true}
          abc: {find: [{given: office}], register: aemter}
        route:
          - {when: {type: brief, abc.name: '.+'}, to: da}
          - {otherwise: da}
        deliver:
          da: {target: eakte, path: "/Amt ${office}/${zahl}"}
        """

    private func problems(_ yaml: String) -> [ProfileProblem] {
        ProfileLibrary.check(yaml, file: "probe.yaml", registersFolder: profilesFolder + "/registers").problems
    }

    @Test("a good profile keeps the order of its fields and has no problem") func fine() throws {
        let loaded = try ProfileLibrary.parse(
            Self.good, file: "probe.yaml", registersFolder: profilesFolder + "/registers")
        #expect(loaded.profile.index.map(\.name) == ["zahl", "abc"] && loaded.version == "1.0")
        #expect(loaded.registers["aemter"]?.entries["50"]?.columns["name"] == "Sozialamt")
        #expect(loaded.profile.separate.first?.set == ["office": "${office}"])
    }

    @Test(
        "each fault is told with its line, and what was meant",
        arguments: [
            ("title:", "titel:", 2, "title"), ("code128", "code182", 5, "code128"),
            ("(?<office>.+)", "(?<office>.+", 5, "RE2"),
            ("{office: \"${office}\"}", "{office: \"${ofice}\"}", 5, "office"),
            ("type: brief,", "tipe: brief,", 7, "type"),
            ("text: Guten", "texd: Guten", 7, "text"), ("required: true", "required: ja", 9, "true or false"),
            ("register: aemter", "register: ämter", 10, "dashes"),
            ("register: aemter", "register: keines", 10, "keines.csv"),
            ("given: office", "given: offise", 10, "office"), ("type: brief, abc", "type: breif, abc", 12, "brief"),
            ("abc.name", "abc.nahme", 12, "abc.name"), ("to: da", "to: dort", 12, "da"),
            ("${zahl}", "${zal}", 15, "zahl"), ("path: \"/", "path: \"", 15, "begins with /"),
            ("2026-01-01", "01.01.2026", 3, "2026-01-31"), ("profile: probe", "profile: Probe 1", 1, "small letters"),
            ("  - {otherwise: da}", "  - {otherwise: da}\n  - {otherwise: da}", 14, "otherwise"),
            ("title: {de: Probe}", "title: {de: Probe}\nseparate: [{patch: T}]", 3, "separate"),
            ("title: {de: Probe}", "title: &a {de: Probe}", 2, "Anchors"),
            ("[{text: Guten Tag}]", "[{text: Guten Tag, heading: Guten}]", 7, "split"),
        ])
    func fault(_ old: String, _ new: String, _ line: Int, _ hint: String) {
        let found = problems(Self.good.replacing(old, with: new, maxReplacements: 1))
        #expect(
            found.contains { $0.line == line && $0.text(.english).contains(hint) }, "\(found.map { $0.text(.english) })"
        )
    }

    @Test("all faults are told at once, in the order of the file") func all() {
        let yaml = Self.good.replacing("title:", with: "titel:").replacing("to: da", with: "to: dort")
        let error = #expect(throws: CaptureError.self) {
            try ProfileLibrary.parse(yaml, file: "probe.yaml", registersFolder: profilesFolder + "/registers")
        }
        let lines = error?.cause.split(separator: "\n") ?? []
        #expect(error?.code == .badProfile && lines.count == 3)
        #expect(lines.last?.hasPrefix("probe.yaml:12:") == true)
    }

    @Test(
        "what is no profile is refused, not run into",
        arguments: [
            "", "\u{0}", "a: b: c", "[1, 2", "- x", "profile: [", "\t", "? ? ?", "!!binary x", "%YAML 9.9\n---\nx",
            String(repeating: "[", count: 100_000), String(repeating: "- ", count: 50_000),
            String(repeating: "x: &a [*a]\n", count: 50), String(repeating: "# x\n", count: 300_000), "a: 1\n---\nb: 2",
        ])
    func garbage(_ yaml: String) { #expect(!problems(yaml).isEmpty) }

    @Test("aliases that multiply are refused before they are followed") func bomb() {
        var yaml = "a0: &a0 [x, x]\n"
        for level in 1...40 { yaml += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
        #expect(problems(yaml).count == 1)
        #expect(!problems("b: &b {? *x : 1}\nx: &x 1").isEmpty)
    }

    @Test("damaged profiles never crash the loader") func mutated() {
        var generator = Generator(state: 11)
        let original = Array(Self.good.utf8)
        for _ in 0..<300 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...8, using: &generator) {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0...2, using: &generator) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes.remove(at: place)
                default: bytes.insert(Array("{}[]:-&*!|>'\"\n# ".utf8).randomElement(using: &generator) ?? 0, at: place)
                }
            }
            _ = problems(String(decoding: bytes, as: UTF8.self))
        }
    }
}

/// A linear congruential generator (Knuth, MMIX), so that a failing case comes again.
private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 33)
    }
}
