import CaptureModel
import Indexing
import Testing

@Suite struct LetterInspectorTests {
    private var profile: Profile {
        var profile = Profile.plain(route: [
            RouteRule(when: ["finding": "misdirected"], to: "post"),
            RouteRule(when: ["finding": "confidential|unopened"], to: "closed"), RouteRule(to: "all"),
        ])
        profile.recipients = ["Landkreis Musterland", "Landratsamt"]
        for key in ["post", "closed"] { profile.deliver[key] = Destination(target: "eakte", path: "/\(key)") }
        return profile
    }

    private func letter(to name: String, note: String = "", body: String = "wir bitten um Auskunft.") -> PaperPage {
        PaperPage(lines: [
            "", "", "", "", note, name, "Rathausplatz 2", "00816 Beispielhausen", "", "",
            "Sehr geehrte Damen und Herren,",
            "", body,
        ])
    }

    private func indexed(_ page: PaperPage) throws -> IndexedDocument { try profile.indexed([page]) }

    @Test("a letter to another body goes its own way") func misdirected() throws {
        let document = try indexed(letter(to: "Stadt Beispielhausen"))
        #expect(document.findings.map(\.code) == ["misdirected"] && document.route == "post")
    }

    @Test(
        "a letter to us does not, though a letter of our name was misread",
        arguments: [
            "Landkreis Musterland", "Landkreis Musterlanb", "des Landkreises Musterland", "Kasse des Landratsamtes",
        ])
    func ours(_ name: String) throws {
        let document = try indexed(letter(to: name))
        #expect(document.findings == [] && document.route == "all" && !document.needsReview)
    }

    @Test("the writer's address under a short letter is no address field") func below() throws {
        let mail = PaperPage(lines: [
            "Betreff: Bevollmächtigung", "Von: Malwine Quittenbaum", "An: info@musterland.example", "",
            "ich erteile hiermit Frau Regenfaß Vollmacht.", "Mit freundlichen Grüßen", "Malwine Quittenbaum",
            "Hinter den Höfen 54", "00815 Musterfurt",
        ])
        #expect(try indexed(mail).findings == [])
    }

    @Test("without names in the profile no address is judged") func noNames() throws {
        var profile = profile
        profile.recipients = nil
        #expect(try profile.indexed([letter(to: "Stadt Beispielhausen")]).findings == [])
    }

    @Test(
        "what is for certain eyes only or was to stay closed goes its own way",
        arguments: [
            ("Persönlich", "confidential"), ("- persönlich/vertraulich -", "confidential"),
            ("An den Personalrat", "confidential"), ("Wahlunterlagen", "unopened"),
            ("Angebot - bitte nicht öffnen", "unopened"), ("Verschlossen", "unopened"),
        ])
    func closed(_ note: String, _ code: String) throws {
        let document = try indexed(letter(to: "Landkreis Musterland", note: note))
        #expect(document.findings.map(\.code) == [code] && document.route == "closed" && !document.needsReview)
    }

    @Test(
        "remarks on how a letter came, and ends of sentences, are none of these",
        arguments: ["Persönlich abgegeben", "persönlich überbracht am 3.11.", "die Akte nicht öffnen konnte."])
    func harmless(_ note: String) throws {
        #expect(try indexed(letter(to: "Landkreis Musterland", note: note)).findings == [])
    }

    @Test("the same words in a sentence mean nothing") func sentences() throws {
        let body = "Ihre Angaben werden vertraulich behandelt und nicht weitergegeben, auch nicht persönlich."
        #expect(try indexed(letter(to: "Landkreis Musterland", body: body)).findings == [])
    }

    @Test("where no route asks for it, a person decides") func withoutWay() throws {
        var profile = profile
        profile.route = [RouteRule(to: "all")]
        let document = try profile.indexed([letter(to: "Landkreis Musterland", note: "Vertraulich")])
        #expect(document.route == "all" && document.needsReview)
    }

    @Test("originals to be returned are told, and go where they belong") func originals() throws {
        let document = try indexed(letter(to: "Landkreis Musterland", note: "Bitte Original zurück"))
        #expect(document.findings.map(\.code) == ["return-original"] && document.route == "all")
        #expect(!document.needsReview)
    }

    @Test("a person's correction does not open confidential mail to all") func corrected() throws {
        let indexer = try DocumentIndexer(profile: profile, registers: [:])
        let document = try indexed(letter(to: "Landkreis Musterland", note: "Vertraulich"))
        #expect(indexer.corrected(document, type: nil, values: [:]).route == "closed")
    }
}
