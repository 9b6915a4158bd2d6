import CaptureModel
import Profiles
import Testing

@Suite("Transfer note and originals in profiles")
struct ProofReadingTests {
    private func check(_ more: String, integrity: String = "normal") -> (profile: Profile?, problems: [String]) {
        let yaml = """
            profile: muster
            title: Muster
            procedure:
              name: Muster
              version: "1.0"
              validFrom: 2026-01-01
              variant: Farbe
              organization: {name: Landkreis, street: Am Markt 1, postalCode: "00001", place: M, unit: "10.3"}
              maintainer: {name: IT, place: M, unit: "10.1"}
            protection: {integrity: \(integrity)}
            route: [{otherwise: a}]
            deliver: {a: {target: eakte, path: /A}}
            \(more)
            """
        let (loaded, problems) = ProfileLibrary.check(yaml, file: "muster.yaml", registersFolder: "")
        return (loaded?.profile, problems.map(\.message.en))
    }

    @Test("all of it is read as it is written")
    func reading() {
        let (profile, problems) = check(
            "transferNote: attached\noriginals: {bornDigital: deliver, invoiceData: attach}")
        #expect(problems == [])
        #expect(profile?.transferNote == .attached)
        #expect(profile?.originals?.bornDigital == .deliver && profile?.originals?.invoiceData == .attach)
        #expect(profile?.procedure.organization?.line == "Landkreis, 10.3, Am Markt 1, 00001 M")
        #expect(profile?.procedure.maintainer?.name == "IT" && profile?.procedure.variant == "Farbe")
    }

    @Test("without a word the note stands in the metadata and files are converted")
    func defaults() {
        let (profile, problems) = check("")
        #expect(problems == [] && profile?.transferNote == nil && profile?.originals == nil)
        #expect(OriginalSettings().bornDigital == .convert && OriginalSettings().invoiceData == .leave)
    }

    @Test(
        "what cannot be is told",
        arguments: ["transferNote: somewhere", "originals: {bornDigital: burn}", "originals: {scanned: keep}"])
    func faults(_ more: String) { #expect(check(more).problems.count == 1) }

    @Test("from high integrity on there is no document without a note", arguments: ["normal", "high", "very-high"])
    func protection(_ integrity: String) {
        #expect(check("transferNote: none", integrity: integrity).problems.isEmpty == (integrity == "normal"))
    }
}
