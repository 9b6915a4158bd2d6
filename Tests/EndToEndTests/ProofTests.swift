import Foundation
import TestSupport
import Testing

extension EndToEnd {
    @Suite("What goes with a document as proof", .serialized, .timeLimit(.minutes(5)))
    struct ProofTests {
        private let folder: Scratch

        init() throws { folder = try Scratch() }

        /// What `scanstelle process` delivered of one file.
        private struct Delivered {
            let pdf: String
            let files: [String: String]

            func attachments() throws -> [String] {
                try Tool.run("pdfdetach", ["-list", "-enc", "UTF-8", pdf]).text.split(separator: "\n").dropFirst()
                    .map { String($0.drop { $0 != ":" }.dropFirst(2)) }
            }

            func attachment(_ name: String, in folder: Scratch) throws -> Data {
                let target = folder.path("attachment")
                _ = try Tool.run("pdfdetach", ["-enc", "UTF-8", "-savefile", name, "-o", target, pdf])
                return try folder.read("attachment")
            }

            var text: String { get throws { try Tool.run("pdftotext", [pdf, "-"]).text } }
        }

        /// Runs the invoices' profile with other settings at its end over one file.
        private func deliver(_ file: String, _ settings: String, operator person: String? = nil) throws -> Delivered {
            let profile = try String(contentsOfFile: Project.path("profiles/rechnungen.yaml"), encoding: .utf8)
                .split(separator: "\n", omittingEmptySubsequences: false)
                .filter { !$0.hasPrefix("transferNote:") && !$0.hasPrefix("originals:") }.joined(separator: "\n")
            let changed = try folder.write(profile + "\n" + settings + "\n", to: "profiles/rechnungen.yaml")
            try? FileManager.default.copyItem(
                atPath: Project.path("profiles/registers"), toPath: folder.path("profiles/registers"))
            let outcome = try Project.scanstelle(
                [
                    "process", file, "--profile", changed, "--output", folder.path("eakte"), "--report",
                    folder.path("report.json"),
                ] + (person.map { ["--operator", $0] } ?? []))
            #expect(outcome.status == 0, "\(outcome.errorText)")
            let files = try #require(try Report.read(folder.path("report.json")).documents.first?.files)
            return Delivered(pdf: try #require(files["pdf"]), files: files)
        }

        private func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

        private static func digital() throws -> String { try Project.path("testdata/invoices/05-digital.pdf") }

        @Test("a born-digital file is converted, attached as it came, or delivered bit for bit, as the profile says")
        func originals() throws {
            let original = try bytes(Self.digital())
            let converted = try deliver(Self.digital(), "originals: {bornDigital: convert}")
            #expect(try converted.attachments() == [] && bytes(converted.pdf) != original)
            let attached = try deliver(Self.digital(), "originals: {bornDigital: attach}")
            #expect(try attached.attachments() == ["05-digital.pdf"])
            #expect(try attached.attachment("05-digital.pdf", in: folder) == original)
            let delivered = try deliver(Self.digital(), "originals: {bornDigital: deliver}")
            #expect(try bytes(delivered.pdf) == original)
            let note = try String(contentsOfFile: #require(delivered.files["transferNote"]), encoding: .utf8)
            #expect(note.contains("Originaldatei, bitgleich abgeliefert") && note.contains("Datei, nicht Papier"))
        }

        @Test("a signed file keeps its bytes inside the PDF/A where it is converted")
        func signed() throws {
            let plain = folder.path("plain.pdf")
            _ = try Tool.run("qpdf", ["--qdf", "--object-streams=disable", Self.digital(), plain])
            let signature = "<< /Type /Sig /Filter /Adobe.PPKLite /ByteRange [ 0 1 2 3 ] /Contents <00> >>"
            let form = "/AcroForm << /SigFlags 3 /Fields [ << /FT /Sig /T (S) /V \(signature) >> ] >> /Type /Catalog"
            let text = try String(decoding: folder.read("plain.pdf"), as: Unicode.ASCII.self)
            try #require(text.contains("/Type /Catalog"))
            // Bytes, not text: the file holds compressed streams.
            var changed = try folder.read("plain.pdf")
            let place = try #require(changed.range(of: Data("/Type /Catalog".utf8)))
            changed.replaceSubrange(place, with: Data(form.utf8))
            let broken = try folder.write(changed, to: "broken.pdf")
            let file = folder.path("signed.pdf")
            _ = try Tool.run("qpdf", [broken, file])
            let delivered = try deliver(file, "originals: {bornDigital: convert}")
            #expect(try delivered.attachments() == ["signed.pdf"])
            #expect(try delivered.attachment("signed.pdf", in: folder) == bytes(file))
        }

        @Test("an electronic invoice's data are attached again, related as the alternative they are")
        func invoice() throws {
            let data = try folder.write(Self.invoice, to: "factur-x.xml")
            let file = folder.path("zugferd.pdf")
            _ = try Tool.run("qpdf", [try Self.digital(), "--add-attachment", data, "--", file])
            let delivered = try deliver(file, "originals: {invoiceData: attach}")
            #expect(try delivered.attachments() == ["factur-x.xml"])
            #expect(try delivered.attachment("factur-x.xml", in: folder) == Data(Self.invoice.utf8))
            let json = try Tool.run("qpdf", ["--json=2", "--json-key=qpdf", delivered.pdf]).text
            #expect(json.contains("\"/AFRelationship\": \"/Alternative\""))
            let packet = try Tool.run("pdfinfo", ["-meta", delivered.pdf]).text
            #expect(packet.contains("<fx:ConformanceLevel>EN 16931<"))
        }

        @Test("the note stands where the profile says, names who handed the file in, and keeps to its schema")
        func note() throws {
            let sample = try Project.path("testdata/invoices/01-bueromaterial.tif")
            let attached = try deliver(sample, "transferNote: attached", operator: "P-0815")
            #expect(try attached.attachments() == ["transfervermerk.xml"])
            let xml = try attached.attachment("transfervermerk.xml", in: folder)
            let text = String(decoding: xml, as: UTF8.self)
            for words in [
                "<Bezeichnung>Rechnungseingang<", "<Name>Landkreis Musterland<", "\"Erstellt von\">P-0815<",
                "Abbild 1 bis 2 von 2", "Texterkennung", "Bilddatei, nicht in diesem Verfahren gescannt",
            ] { #expect(text.contains(words), "\(words)") }
            #expect(!text.contains("bildlich und inhaltlich"), "nobody looked")
            let schema = try Project.path("../shared/norms-data/transfervermerk/transfervermerk.xsd")
            if FileManager.default.fileExists(atPath: schema) {
                let checked = try Tool.run("xmllint", ["--noout", "--schema", schema, "-"], input: xml)
                #expect(checked.status == 0, "\(checked.errorText)")
            }
            let inside = try deliver(sample, "transferNote: metadata", operator: "P-0815")
            #expect(try inside.attachments() == [])
            #expect(try Tool.run("pdfinfo", ["-meta", inside.pdf]).text.contains("Erstellt von: P-0815"))
        }

        @Test("the manifest that arrives beside the PDF has its hash")
        func manifest() throws {
            let delivered = try deliver(Self.digital(), "originals: {bornDigital: attach}")
            let sum = try Tool.run("sha256sum", [delivered.pdf]).text.prefix(64)
            let manifest = try String(contentsOfFile: #require(delivered.files["manifest"]), encoding: .utf8)
            #expect(manifest.contains(sum) && manifest.contains("\"form\" : \"attached\""))
        }

        /// As little of an invoice as is one.
        private static let invoice = """
            <?xml version="1.0" encoding="UTF-8"?>
            <r:CrossIndustryInvoice xmlns:r="urn:r" xmlns:a="urn:a"><r:ExchangedDocumentContext>\
            <a:GuidelineSpecifiedDocumentContextParameter><a:ID>urn:cen.eu:en16931:2017</a:ID>\
            </a:GuidelineSpecifiedDocumentContextParameter></r:ExchangedDocumentContext>\
            <r:ExchangedDocument><a:ID>RE-1</a:ID></r:ExchangedDocument></r:CrossIndustryInvoice>
            """
    }
}
