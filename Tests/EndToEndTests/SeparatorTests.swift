import Foundation
import TestSupport
import Testing

extension EndToEnd {
    @Suite("scanstelle separators", .serialized, .timeLimit(.minutes(5)))
    struct SeparatorTests {
        private let folder: Scratch

        init() throws { folder = try Scratch() }

        /// The daily mail's profile, believing signed sheets only.
        private func profile() throws -> String {
            let text = try String(contentsOfFile: Project.path("profiles/tagespost.yaml"), encoding: .utf8)
            let signed = text.replacing(
                "set: {office: \"${office}\"}}", with: "signed: true, set: {office: \"${office}\"}}")
            #expect(signed != text)
            try FileManager.default.createSymbolicLink(
                atPath: folder.path("registers"), withDestinationPath: Project.path("profiles/registers"))
            return try folder.write(signed, to: "tagespost.yaml")
        }

        private func process(_ sheet: String, _ profile: String, key: [String]) throws -> Report {
            let letter = try Project.path("testdata/pages/notice-first.jpg")
            _ = try Project.scanstelle(
                [
                    "process", sheet, letter, "--profile", profile, "--output", folder.path("eakte"), "--report",
                    folder.path("report.json"),
                ] + key)
            return try Report.read(folder.path("report.json"))
        }

        @Test("printed sheets begin the mail of their office; under another key they give none")
        func printed() throws {
            let profile = try profile()
            let (pdf, key) = (folder.path("sheets.pdf"), folder.path("separator.key"))
            let outcome = try Project.scanstelle([
                "separators", "print", "--profile", profile, "--office", "50", "--copies", "2", "--output", pdf,
                "--key",
                key,
            ])
            #expect(outcome.status == 0, "\(outcome.errorText)")
            let rendered = try Tool.run(
                "/usr/bin/pdftoppm",
                ["-gray", "-png", "-r", "300", "-f", "2", "-singlefile", pdf, folder.path("sheet")])
            #expect(rendered.status == 0)
            let ours = try process(folder.path("sheet.png"), profile, key: ["--key", key])
            #expect(ours.pages.map(\.role) == ["separator", "content"])
            #expect(ours.documents.map { $0.fields["office"]?.value } == ["50"])
            try folder.write(Data(repeating: 1, count: 32), to: "other.key")
            let others = try process(folder.path("sheet.png"), profile, key: ["--key", folder.path("other.key")])
            #expect(others.documents.allSatisfy { $0.fields["office"] == nil })
        }

        @Test("what cannot be printed is explained") func refused() throws {
            let profile = try profile()
            let without = try Project.scanstelle([
                "separators", "print", "--profile", profile, "--all", "--output", folder.path("sheets.pdf"),
            ])
            #expect(without.status == 1 && without.errorText.contains("--key"))
            let usage = try Project.scanstelle(["separators", "print", "--output", folder.path("sheets.pdf")])
            #expect(usage.status == 1 && usage.errorText.contains("Usage:"))
        }
    }
}
