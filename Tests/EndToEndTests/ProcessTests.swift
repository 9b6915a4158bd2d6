import Foundation
import TestSupport
import Testing

extension EndToEnd {
    @Suite("scanstelle process takes mail the whole way", .serialized, .timeLimit(.minutes(5)))
    struct ProcessTests {
        private let folder: Scratch

        init() throws { folder = try Scratch() }

        @Test(
            "every sample page and document becomes what is expected of it",
            arguments: [
                ("mail", "tagespost"), ("invoices", "rechnungen"), ("profiles/bauantraege", "bauantraege"),
                ("profiles/sozialhilfe", "sozialhilfe"), ("profiles/fuehrerschein", "fuehrerschein"),
                ("profiles/gerichtspost", "gerichtspost"),
            ])
        func samples(_ set: String, _ profile: String) throws {
            let samples = try Project.path("testdata/\(set)")
            let expected = try Report.read(samples + "/expected.json")
            let (outcome, report) = try Project.process([samples], profile: profile, in: folder)
            #expect(outcome.status == 0, "\(outcome.errorText)")
            try #require(report.pages.count == expected.pages.count)
            for (number, (page, wanted)) in zip(report.pages, expected.pages).enumerated() {
                #expect(page.role == wanted.role, "page \(number)")
                #expect(page.patchCode == wanted.patchCode, "page \(number)")
                #expect(Set(page.barcodes ?? []) == Set(wanted.barcodes ?? []), "page \(number)")
                guard wanted.role == "content" else { continue }
                #expect(page.rotationDegrees == wanted.rotationDegrees, "page \(number)")
                #expect(abs((page.skewDegrees ?? 0) - (wanted.skewDegrees ?? 0)) < 0.4, "page \(number)")
            }
            try #require(report.documents.count == expected.documents.count)
            for (document, wanted) in zip(report.documents, expected.documents) {
                #expect(document.pages == wanted.pages && document.type == wanted.type)
                #expect(document.route == wanted.route)
                #expect(document.delivery?.state == "delivered")
                for (name, field) in wanted.fields { #expect(document.fields[name]?.value == field.value, "\(name)") }
                for file in (document.files ?? [:]).values { #expect(FileManager.default.fileExists(atPath: file)) }
            }
            #expect(folder.files().filter { $0.hasSuffix(".pdf") }.count == expected.documents.count)
        }

        @Test("every hostile file is refused with reason and remedy, and good mail beside it still arrives")
        func hostile() throws {
            let samples = try Project.path("testdata/hostile")
            let expected = try Report.read(samples + "/expected.json")
            let good = try Project.path("testdata/invoices/01-bueromaterial.tif")
            let (outcome, report) = try Project.process([samples, good], profile: "rechnungen", in: folder)
            #expect(outcome.status == 2)
            for wanted in expected.inputs {
                let input = try #require(report.inputs.first { $0.path.hasSuffix("/" + wanted.path) })
                #expect(input.outcome == "refused" && input.problem?.code == wanted.problem?.code, "\(wanted.path)")
                #expect(input.problem?.message?.isEmpty == false && input.problem?.remedy?.isEmpty == false)
            }
            #expect(report.documents.map(\.delivery?.state) == ["delivered"])
        }

        @Test("an unknown key, a bad pattern and a missing register are told with file and line before anything starts")
        func badProfile() throws {
            let text = try String(contentsOfFile: Project.path("profiles/rechnungen.yaml"), encoding: .utf8)
            let faulty = try folder.write("tippfehler: 1\n" + text, to: "faulty.yaml")
            let outcome = try Project.scanstelle([
                "process", try Project.path("testdata/invoices/01-bueromaterial.tif"), "--profile", faulty, "--output",
                folder.path("eakte"),
            ])
            #expect(outcome.status == 1)
            #expect(outcome.errorText.contains("faulty.yaml:1:") && outcome.errorText.contains("tippfehler"))
            #expect(!FileManager.default.fileExists(atPath: folder.path("eakte")))
        }

        @Test("a batch without any document is held for a person: what counts as blank may hold faint writing")
        func withoutDocuments() throws {
            let blank = try Project.path("testdata/pages/blank-holes.tif")
            let (outcome, report) = try Project.process([blank], profile: "tagespost", in: folder)
            #expect(outcome.status == 2 && report.hold?.code == "no-documents")
            #expect(report.pages.map(\.role) == ["blank"] && report.documents.isEmpty)
        }

        @Test(
            "arguments that make no sense are a usage fault",
            arguments: [["process"], ["process", "x", "--jobs", "0"], ["prozess"]])
        func usage(_ arguments: [String]) throws {
            let outcome = try Project.scanstelle(arguments)
            #expect(outcome.status == 1 && outcome.errorText.contains("Usage:"))
        }

        @Test("a path that does not exist is a usage fault")
        func missing() throws {
            let outcome = try Project.scanstelle([
                "process", folder.path("nirgends.tif"), "--profile", try Project.path("profiles/tagespost.yaml"),
                "--output",
                folder.path("eakte"),
            ])
            #expect(outcome.status == 1 && outcome.errorText.contains("There is nothing to process"))
        }
    }
}
