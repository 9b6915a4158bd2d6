import CaptureModel
import Foundation
import Indexing
import TestSupport
import Testing

@Suite("separator sheets")
struct SeparatorSheetTests {
    private static let code = "TB-50.M32ZCIBR3T2VAY7E"

    /// The folder in which the worker printed the sheets.
    private func printed(_ sheets: [SeparatorSheet]) throws -> Scratch {
        let run = try JobRun()
        let request = SheetRequest(sheets: sheets, created: "2026-02-03T08:15:00+01:00")
        guard case .printed(let result) = try run.result(of: .printSheets(request)) else {
            throw CaptureError.fault("printSheets")
        }
        #expect(result.pageCount == sheets.count && result.file == "out/sheets.pdf")
        return run.scratch
    }

    /// A sheet as the worker prints it, as an image of a page printed and scanned at 200 dots per inch.
    private func scan(_ sheets: [SeparatorSheet], page: Int = 1) throws -> Data {
        let folder = try printed(sheets)
        let outcome = try Tool.run(
            "/usr/bin/pdftoppm",
            [
                "-gray", "-png", "-r", "200", "-f", "\(page)", "-l", "\(page)", "-singlefile",
                folder.path("out/sheets.pdf"), folder.path("sheet"),
            ])
        #expect(outcome.status == 0, "\(outcome.errorText)")
        return try folder.read("sheet.png")
    }

    private func sheet(_ patch: PatchCode?, code: String? = code) -> SeparatorSheet {
        SeparatorSheet(
            title: "Straßenverkehrs- und Führerscheinamt", lines: ["Amt 36", "Tagespost – „Trennblatt“"], patch: patch,
            code: code)
    }

    @Test("every patch code that is printed is read again with both codes", arguments: PatchCode.allCases)
    func patches(_ patch: PatchCode) throws {
        let page = try JobRun().analyze(scan([sheet(patch)]), .png, settings: .withoutText)
        #expect(page.patchCode == patch)
        #expect(Set(page.barcodes.map(\.symbology)) == [.code128, .qr])
        #expect(Set(page.barcodes.map(\.text)) == [Self.code])
    }

    @Test("people read on it whose mail follows")
    func words() throws {
        let text = try Tool.run("/usr/bin/pdftotext", [try printed([sheet(.transfer)]).path("out/sheets.pdf"), "-"])
        let lines = String(decoding: text.output, as: UTF8.self)
        for words in ["TRENNBLATT", "Straßenverkehrs- und Führerscheinamt", "Amt 36", "Tagespost – „Trennblatt“"] {
            #expect(lines.contains(words))
        }
    }

    @Test("a sheet needs no code and no patch") func plain() throws {
        let page = try JobRun().analyze(
            scan([sheet(nil), sheet(nil, code: nil)], page: 2), .png, settings: .withoutText)
        #expect(page.patchCode == nil && page.barcodes.isEmpty && !page.isBlank)
    }

    @Test("a text that fits into no barcode is refused with a reason") func tooLong() throws {
        let request = SheetRequest(
            sheets: [sheet(.transfer, code: String(repeating: "A", count: 5_000))], created: "2026-02-03")
        #expect(try JobRun().result(of: .printSheets(request)).problem == "code-not-writable")
    }

    @Test("a printed sheet separates and gives its office; the same sheet of another printer does not")
    func roundTrip() throws {
        let rule = SeparationRule(
            condition: .barcode(.code128, matches: #"^TB-(?<office>\d{2})$"#), set: ["office": "${office}"],
            isSigned: true)
        let profile = Profile(
            name: "test", title: LocalizedText(de: "Probe", en: "Test"),
            procedure: Procedure(name: "Probe", version: "1", validFrom: "2026-01-01"), separate: [rule])
        let page = try JobRun().analyze(scan([sheet(.transfer)]), .png, settings: .withoutText)
        let pages = [
            PageSummary(number: 0, isBlank: page.isBlank, patchCode: page.patchCode, barcodes: page.barcodes),
            PageSummary(number: 1, isBlank: false, patchCode: nil, barcodes: []),
        ]
        let ours = try BatchSeparator(profile: profile) { $0 == Self.code ? "TB-50" : nil }.separate(pages)
        #expect(ours.documents.map(\.pages) == [[1]] && ours.documents.first?.given == ["office": "50"])
        let others = try BatchSeparator(profile: profile).separate(pages)
        #expect(others.documents.map(\.pages) == [[0, 1]] && others.documents.first?.given == [:])
        #expect(others.documents.first?.findings?.map(\.code) == ["unsigned-separator"])
    }
}

/// A line of the manifest of real separator sheets; pages count from 1.
private struct SeparatedFile: Decodable, CustomTestStringConvertible {
    let file: String
    let pages: Int
    let documents: [[Int]]?

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../shared/testsets/separation").standardized.path

    static var all: [SeparatedFile] {
        let text = (try? String(contentsOfFile: folder + "/manifest.jsonl", encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap { try? JSONDecoder().decode(Self.self, from: Data($0.utf8)) }
    }

    var testDescription: String { (file as NSString).lastPathComponent }

    var format: InputFormat {
        switch (file as NSString).pathExtension {
        case "pdf": .pdf
        case "jpg": .jpeg
        default: .tiff
        }
    }

    /// The documents as their makers see them, less blank pages: those belong to no document.
    ///
    /// The blurred bars of patch-code-t-middle-unreadable.pdf are read by no program, as its makers want it.
    func expected(without blanks: Set<Int>) -> [[Int]] {
        (documents ?? []).map { $0.filter { !blanks.contains($0) } }.filter { !$0.isEmpty }
    }
}

@Suite("Real separator sheets", .enabled(if: !SeparatedFile.all.isEmpty), .serialized)
struct RealSeparatorTests {
    /// One profile for all of them: patch T, three kinds of sheets with barcodes, and labels that stay on the first page.
    private static let rules = [
        SeparationRule(
            condition: .any([.patch(.transfer), .barcode(nil, matches: "PATCHT|CUSTOM BARCODE|ADAR-NEXTDOC")])),
        SeparationRule(condition: .barcode(nil, matches: #"ASN-?\d+|TAG:.*"#), sheet: .keep),
    ]

    @Test("files with separators part as their makers say, blank pages aside", arguments: SeparatedFile.all)
    fileprivate func parts(_ file: SeparatedFile) throws {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: SeparatedFile.folder + "/" + file.file))
        let run = try JobRun()
        let name = try run.give(bytes)
        let jobs = (0..<file.pages).map { page in
            WorkerJob.analyze(AnalysisRequest(file: name, format: file.format, page: page, settings: .withoutText))
        }
        let pages = try run.results(of: jobs).enumerated().map { number, result in
            guard case .analyzed(let page) = result else { throw try #require(result.error) }
            return PageSummary(
                number: number, isBlank: page.isBlank, patchCode: page.patchCode, barcodes: page.barcodes)
        }
        let profile = Profile(
            name: "test", title: LocalizedText(de: "Probe", en: "Test"),
            procedure: Procedure(name: "Probe", version: "1", validFrom: "2026-01-01"), separate: Self.rules)
        let documents = try BatchSeparator(profile: profile).separate(pages).documents.map { $0.pages.map { $0 + 1 } }
        #expect(documents == file.expected(without: Set(pages.filter(\.isBlank).map { $0.number + 1 })))
    }
}
