import CaptureModel
import Profiles
import Testing

@Suite struct SeparationProfileTests {
    private func load(_ separate: String, extra: String = "") throws(CaptureError) -> Profile {
        try ProfileLibrary.parse(
            """
            profile: test
            title: Probe
            procedure: {name: Probe, version: "1", validFrom: 2026-01-01}
            \(extra)
            separate:
            \(separate.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))
            route: [{otherwise: all}]
            deliver: {all: {target: eakte, path: /all}}
            """, file: "test.yaml", registersFolder: "."
        ).profile
    }

    @Test("every condition is read as it is written") func conditions() throws {
        let profile = try load(
            """
            - {patch: 1, begins: attachment}
            - {patch: 3, begins: batch, sheet: keep}
            - {barcode: any, matches: 'TB-(?<office>\\d+)', signed: true, reset: true, set: {office: "${office}"}}
            - {text: Trennblatt}
            - {all: [{patch: T}, {paper: yellow}]}
            - {any: [{heading: Deckblatt}, {pattern: 'Amt (?<office>\\d+)'}], set: {office: "${office}"}}
            - {change: {pattern: 'Az\\. (\\S+)'}}
            - {change: {barcode: code128, matches: 'AZ:(.+)'}}
            - {content: first-page, above: 0.9}
            - {content: first-page, unseparated: true}
            """)
        #expect(
            profile.separate.map(\.condition) == [
                .patch(.one), .patch(.three), .barcode(nil, matches: #"TB-(?<office>\d+)"#), .text("Trennblatt"),
                .all([.patch(.transfer), .paper(.yellow)]),
                .any([.heading("Deckblatt"), .pattern(#"Amt (?<office>\d+)"#)]), .change(.pattern(#"Az\. (\S+)"#)),
                .change(.barcode(.code128, matches: "AZ:(.+)")), .content(above: 0.9), .content(above: 0.8),
            ])
        #expect(profile.separate.map(\.isForUnseparated).last == true && profile.separate[8].isForUnseparated == nil)
        #expect(profile.separate.prefix(3).map(\.begins) == [.attachment, .batch, nil])
        #expect(profile.separate[2].isSigned == true && profile.separate[2].resets == true)
    }

    @Test("tenant and our names are read") func tenant() throws {
        let profile = try load("- {patch: T}", extra: "tenant: kreis\nrecipients: [Landkreis Musterland, Landratsamt]")
        #expect(profile.tenant == "kreis" && profile.recipients == ["Landkreis Musterland", "Landratsamt"])
    }

    @Test(
        "what makes no sense is told",
        arguments: [
            "- {patch: T, signed: true}", "- {content: last-page}", "- {content: first-page, above: 0.3}",
            "- {content: first-page, sheet: drop}", "- {all: []}", "- {all: [{patch: T, blank: true}]}",
            "- {change: {matches: x}}", "- {paper: beige}", "- {any: [{sheet: drop}]}", "- {patch: T, begins: page}",
            "- {patch: T, set: {tenant: x}}", "- {patch: T, unseparated: true}",
            "- {text: Trennblatt, set: {office: \"${office}\"}}",
        ])
    func nonsense(_ rule: String) {
        #expect(throws: CaptureError.self) { try load(rule) }
    }
}
