import CaptureModel
import Foundation
import Indexing
import Profiles
import Testing

/// A small stack of a profile as the worker read it, with all slips of real reading, and what must come of it.
private struct ReadSample {
    struct Expected: Decodable {
        struct Page: Decodable { var role: String }

        struct Document: Decodable {
            struct Field: Decodable { var value: String }

            var pages: [Int]
            var type: String
            var fields: [String: Field]
            var route: String
        }

        var pages: [Page]
        var documents: [Document]
    }

    let analyses: [PageAnalysis]
    let expected: Expected

    init(_ profile: String) throws {
        let folder = URL(filePath: profilesFolder).deletingLastPathComponent()
            .appending(path: "testdata/profiles/\(profile)")
        let lines = try Data(contentsOf: folder.appending(path: "analyses.jsonl")).split(separator: UInt8(ascii: "\n"))
        analyses = try lines.map { try JSONDecoder().decode(PageAnalysis.self, from: Data($0)) }
        let truth = try Data(contentsOf: folder.appending(path: "expected.json"))
        expected = try JSONDecoder().decode(Expected.self, from: truth)
    }

    /// The summaries of one feed.
    var summaries: [PageSummary] {
        analyses.enumerated().map { number, analysis in
            PageSummary(
                number: number, isBlank: analysis.isBlank, patchCode: analysis.patchCode, barcodes: analysis.barcodes,
                findings: analysis.findings)
        }
    }
}

@Suite("Each profile with real readings of its own mail") struct ProfileSampleTests {
    @Test(
        "documents are parted, typed, indexed and routed, and none needs a person",
        arguments: ["bauantraege", "sozialhilfe", "fuehrerschein", "gerichtspost"])
    func sample(_ profile: String) throws {
        let sample = try ReadSample(profile)
        let loaded = try ProfileLibrary(folder: profilesFolder).profile(named: profile)
        let separator = try BatchSeparator(profile: loaded.profile)
        let readings = Dictionary(
            uniqueKeysWithValues: sample.analyses.enumerated().map { ($0, separator.reading(of: $1)) })
        let separation = separator.separate(sample.summaries, readings: readings)
        #expect(separation.roles.map(\.rawValue) == sample.expected.pages.map(\.role))
        try #require(separation.documents.map(\.pages) == sample.expected.documents.map(\.pages))
        let indexer = try DocumentIndexer(profile: loaded.profile, registers: loaded.registers)
        for (draft, expected) in zip(separation.documents, sample.expected.documents) {
            let document = indexer.index(
                draft, pages: draft.pages.map { (number: $0, analysis: sample.analyses[$0]) })
            check(document, against: expected)
        }
    }

    private func check(_ document: IndexedDocument, against expected: ReadSample.Expected.Document) {
        #expect(document.type == expected.type && document.route == expected.route)
        for (name, field) in expected.fields {
            #expect(document.fields[name]?.value == field.value, "\(name) of the \(expected.type)")
        }
        #expect(!document.needsReview, "\(expected.type): \(document.findings.map(\.message.en))")
    }

    @Test("a court's own sign leads to our file where the court left ours out")
    func courtSignAlone() throws {
        var sample = try ReadSample("gerichtspost")
        let loaded = try ProfileLibrary(folder: profilesFolder).profile(named: "gerichtspost")
        let indexer = try DocumentIndexer(profile: loaded.profile, registers: loaded.registers)
        let summons = try #require(sample.expected.documents.first { $0.type == "ladung" })
        let reference = try #require(summons.fields["fileReference"]?.value)
        sample = sample.without(reference, on: summons.pages)
        let pages = summons.pages.map { (number: $0, analysis: sample.analyses[$0]) }
        let document = indexer.index(DocumentDraft(pages: summons.pages), pages: pages)
        #expect(document.fields["fileReference"]?.value == reference)
        #expect(document.route == "fristen" && !document.needsReview)
    }

    @Test("a file that is not in the register waits for a person, however clearly it was read")
    func unknownFile() throws {
        let sample = try ReadSample("sozialhilfe")
        var loaded = try ProfileLibrary(folder: profilesFolder).profile(named: "sozialhilfe")
        loaded.registers["hilfefaelle"]?.entries = [:]
        let indexer = try DocumentIndexer(profile: loaded.profile, registers: loaded.registers)
        let objection = try #require(sample.expected.documents.first { $0.type == "widerspruch" })
        let pages = objection.pages.map { (number: $0, analysis: sample.analyses[$0]) }
        let document = indexer.index(DocumentDraft(pages: objection.pages), pages: pages)
        #expect(document.needsReview && document.findings.contains { $0.code == "not-in-register" })
        #expect(document.route == "klaerung")
    }
}

extension ReadSample {
    private init(analyses: [PageAnalysis], expected: Expected) {
        self.analyses = analyses
        self.expected = expected
    }

    /// The same stack, where some pages lack the lines that hold `text`.
    fileprivate func without(_ text: String, on pages: [Int]) -> ReadSample {
        var analyses = analyses
        for page in pages { analyses[page].lines.removeAll { $0.text.contains(text) } }
        return ReadSample(analyses: analyses, expected: expected)
    }
}
