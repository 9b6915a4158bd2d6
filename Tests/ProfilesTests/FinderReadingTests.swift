import CaptureModel
import Profiles
import Testing

@Suite("Finders in profiles") struct FinderReadingTests {
    private static let yaml = """
        profile: probe
        title: {de: Probe}
        procedure: {name: Probe, version: "1.0", validFrom: 2026-01-01}
        index:
          stelle: {find: [{zone: {x: 125, y: 50, width: 75, height: 40, page: last, anchor: Unser Zeichen}}]}
          datum: {format: date, dates: {pastDays: 3650, futureDays: 0}, find: [{letter: letterDate}]}
          betrag: {format: amount, find: [{invoice: BT-112}, {near: Betrag}]}
          stand: {find: [{checkBox: [ledig, verheiratet]}]}
          kreuz: {find: [{checkBox: {x: 10, y: 20, width: 5, height: 5}}]}
          steuer: {format: taxId, find: [{near: Steuer-ID}]}
        checks: [{same: [stelle, stand]}, {sum: [betrag], of: betrag}, {notAfter: [datum, datum]}]
        route: [{otherwise: da}]
        deliver: {da: {target: eakte, path: /da}}
        """

    private func check(_ yaml: String) -> (profile: LoadedProfile?, problems: [ProfileProblem]) {
        ProfileLibrary.check(yaml, file: "probe.yaml", registersFolder: profilesFolder + "/registers")
    }

    @Test("each kind of finder is read") func kinds() throws {
        let (loaded, problems) = check(Self.yaml)
        #expect(problems == [])
        let index = try #require(loaded).profile.index
        #expect(
            loaded?.profile.checks == [
                .same(["stelle", "stand"]), .sum(["betrag"], of: "betrag"), .notAfter(["datum", "datum"]),
            ])
        let zone = Zone(x: 125, y: 50, width: 75, height: 40, page: .last, anchor: "Unser Zeichen")
        #expect(index[0].find == [.zone(zone, matches: nil)])
        #expect(index[1].dates == DateLimits(pastDays: 3_650, futureDays: 0))
        #expect(index[2].find.first == .invoice(term: "BT-112"))
        #expect(index[3].find == [.checkBox(labels: ["ledig", "verheiratet"], zone: nil)])
        #expect(index[4].find == [.checkBox(labels: [], zone: Zone(x: 10, y: 20, width: 5, height: 5))])
    }

    @Test(
        "each fault is told with its line, and what was meant",
        arguments: [
            ("width: 75, ", "", 5, "width"), ("page: last", "page: letzte", 5, "last"),
            ("width: 75", "width: 0", 5, "number"),
            ("letterDate", "letterdate", 6, "letterDate"), ("pastDays", "pastDay", 6, "pastDays"),
            ("format: date, dates", "dates", 6, "format: date"), ("BT-112", "BT112", 7, "BT-1"),
            ("invoice: BT-112", "invoice: BT-112, matches: a", 7, "matches"), ("taxId", "taxID", 10, "taxId"),
            ("[stelle, stand]", "[stelle, stadt]", 11, "stand"), (", of: betrag", "", 11, "of"),
            ("same: [stelle, stand]", "same: stelle", 11, "list"),
        ])
    func fault(_ old: String, _ new: String, _ line: Int, _ hint: String) {
        let found = check(Self.yaml.replacing(old, with: new, maxReplacements: 1)).problems
        #expect(
            found.contains { $0.line == line && $0.text(.english).contains(hint) }, "\(found.map { $0.text(.english) })"
        )
    }
}
