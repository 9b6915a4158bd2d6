import CaptureModel
import Indexing
import Testing

@Suite("What came with a file besides its pages") struct KnownValuesTests {
    private let rule = FieldRule(
        name: "ref", label: LocalizedText(de: "Aktenzeichen", en: "File reference"),
        find: [.near(labels: ["Az."], matches: #"\d{2}\.\d-\d{4}"#)], required: true)

    private func indexed(_ lines: [String], _ context: InputContext) throws -> IndexedDocument {
        let profile = Profile.plain(
            index: [rule], route: [RouteRule(when: ["office": "32"], to: "all"), RouteRule(to: "all")], path: "/${ref}")
        let indexer = try DocumentIndexer(profile: profile, registers: [:])
        let pages = [(number: 0, analysis: PaperPage(lines: lines).analysis)]
        return indexer.index(DocumentDraft(pages: [0]), pages: pages, context: context)
    }

    @Test("a sub-folder's value is a field for routes, and says where it comes from")
    func place() throws {
        let document = try indexed(["Az. 12.3-0815"], InputContext(place: ["office": "32"]))
        #expect(document.fields["office"]?.value == "32" && document.fields["office"]?.why.rule == "folder")
        #expect(document.why.last?.rule == "route[0]")
    }

    @Test("the sender's value is taken where the letter has none")
    func sidecar() throws {
        let document = try indexed(["Guten Tag"], InputContext(values: ["ref": "12.3-0815"]))
        let value = try #require(document.fields["ref"])
        #expect(value.value == "12.3-0815" && value.page == nil && value.why.text.de.contains("Begleitdatei"))
        #expect(!document.needsReview)
    }

    @Test("the sender's value that contradicts the letter is told beside what was read, and a person decides")
    func contradiction() throws {
        let document = try indexed(["Az. 12.3-0815"], InputContext(values: ["ref": "99.9-0000"]))
        let value = try #require(document.fields["ref"])
        #expect(value.value == "12.3-0815" && value.alternatives?.map(\.value) == ["99.9-0000"])
        #expect(document.needsReview && document.findings.map(\.code) == ["ambiguous"])
    }
}
