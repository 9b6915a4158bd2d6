import CaptureModel
import Foundation
import Indexing
import Profiles
import Testing

/// The sample mail as a perfect reader would see it: the text its makers wrote on the pages.
struct SampleMail: Decodable {
    struct Page: Decodable {
        var input: String
        var role: String
        var patchCode: PatchCode?
        var barcodes: [Code]?
        var text: String?
    }

    struct Code: Decodable {
        var symbology: Symbology
        var text: String
    }

    struct Document: Decodable, Equatable {
        struct Field: Decodable, Equatable { var value: String }

        var pages: [Int]
        var type: String?
        var fields: [String: Field]
    }

    var pages: [Page]
    var documents: [Document]

    init(_ set: String) throws {
        let file = URL(filePath: profilesFolder).deletingLastPathComponent()
            .appending(path: "testdata/\(set)/expected.json")
        self = try JSONDecoder().decode(SampleMail.self, from: Data(contentsOf: file))
    }
}

extension SampleMail.Page {
    /// The text on a grid: characters 18 pixels wide, lines 50 apart.
    var analysis: PageAnalysis {
        let lines = (text ?? "").split(separator: "\n").enumerated().map { row, line in
            var column = 0
            let words = line.split(separator: " ").map { part in
                defer { column += part.count + 1 }
                let box = Box(x: 200 + column * 18, y: 150 + row * 50, width: part.count * 18, height: 40)
                return Word(text: String(part), box: box, confidence: Confidence(0.94))
            }
            return TextLine(words: words, block: row)
        }
        return PageAnalysis(
            width: 2_480, height: 3_508, resolution: 300, color: .gray, isBlank: role == "blank", patchCode: patchCode,
            barcodes: codes, lines: lines,
            record: RecordImage(file: "record.jpg", coding: .jpeg, width: 2_480, height: 3_508, components: 1))
    }

    var codes: [Barcode] {
        (barcodes ?? []).map {
            Barcode(symbology: $0.symbology, text: $0.text, box: Box(x: 0, y: 0, width: 400, height: 100))
        }
    }
}

@Suite struct SampleMailTests {
    @Test(
        "the sample mail is parted, recognized and indexed as its makers meant it",
        arguments: [("mail", "tagespost", false), ("invoices", "rechnungen", true)])
    func sample(_ set: String, _ profile: String, _ areFiles: Bool) throws {
        let mail = try SampleMail(set)
        let loaded = try ProfileLibrary(folder: profilesFolder).profile(named: profile)
        let files = mail.pages.map(\.input)
        let summaries = mail.pages.enumerated().map { number, page in
            PageSummary(
                number: number, isBlank: page.role == "blank", patchCode: page.patchCode, barcodes: page.codes,
                input: areFiles ? files.firstIndex(of: page.input) : nil)
        }
        let separation = try BatchSeparator(profile: loaded.profile).separate(summaries)
        #expect(separation.roles.map(\.rawValue) == mail.pages.map(\.role))
        let indexer = try DocumentIndexer(profile: loaded.profile, registers: loaded.registers)
        #expect(separation.documents.map(\.pages) == mail.documents.map(\.pages))
        for (draft, expected) in zip(separation.documents, mail.documents) {
            let pages = draft.pages.map { (number: $0, analysis: mail.pages[$0].analysis) }
            check(indexer.index(draft, pages: pages), against: expected)
        }
    }

    private func check(_ document: IndexedDocument, against expected: SampleMail.Document) {
        #expect(document.type == expected.type, "\(document.findings.map(\.code)) \(document.why.map(\.rule))")
        for (name, field) in expected.fields {
            #expect(document.fields[name]?.value == field.value, "\(name) of \(expected.pages)")
        }
        #expect(document.findings.map(\.message.en) == [] && !document.needsReview, "pages \(expected.pages)")
    }
}
