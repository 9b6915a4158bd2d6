import CaptureModel
import Testing

@testable import Indexing

@Suite("Fields whose register is a service") struct RegisterServiceTests {
    private static let key = "50.20-2026/0123"

    private func profile(isRequired: Bool = true) -> Profile {
        var rule = FieldRule(
            name: "fileReference", label: LocalizedText(de: "Aktenzeichen", en: "File reference"),
            find: [.pattern(#"\b\d{2}\.\d{2}-\d{4}/\d{4}\b"#)], register: "faelle")
        rule.required = isRequired
        return .plain(index: [rule])
    }

    private func indexed(
        _ register: Register, isRequired: Bool = true
    ) throws -> (document: IndexedDocument, questions: [String: Set<String>]) {
        let indexer = try DocumentIndexer(profile: profile(isRequired: isRequired), registers: ["faelle": register])
        let page = PaperPage(lines: ["Ihr Zeichen: \(Self.key)"]).analysis
        let draft = DocumentDraft(pages: [0])
        return (indexer.index(draft, pages: [(0, page)]), indexer.questions(on: draft, pages: [(0, page)]))
    }

    @Test("the values found are what is asked; a register at hand asks nothing") func questions() throws {
        #expect(try indexed(Register(name: "faelle", entries: [:], answered: [])).questions == ["faelle": [Self.key]])
        #expect(try indexed(Register(name: "faelle", entries: [:])).questions == [:])
    }

    @Test("an answered value is confirmed with its columns") func confirmed() throws {
        let entry = Register.Entry(value: Self.key, columns: ["team": "7"])
        let document = try indexed(Register(name: "faelle", entries: [Self.key: entry], answered: [Self.key])).document
        #expect(document.fields["fileReference.team"]?.value == "7")
        #expect(!document.findings.contains { $0.code == "register-unavailable" })
    }

    @Test("without an answer a person looks, also where the field is not required", arguments: [true, false])
    func unanswered(_ isRequired: Bool) throws {
        let document = try indexed(
            Register(name: "faelle", entries: [:], answered: []), isRequired: isRequired
        ).document
        #expect(document.needsReview && document.fields["fileReference"]?.value == Self.key)
        #expect(document.findings.map(\.code).filter { $0.contains("register") } == ["register-unavailable"])
    }

    @Test("a service that knows nothing of a value says so") func unknown() throws {
        let document = try indexed(Register(name: "faelle", entries: [:], answered: [Self.key])).document
        #expect(document.findings.contains { $0.code == "not-in-register" })
    }
}
