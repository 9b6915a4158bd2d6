import CaptureModel
import Foundation
import PDFComposition
import TestSupport
import Testing

@Suite("files inside a document")
struct AttachmentTests {
    private static func attachment(
        _ file: String, _ name: String, _ relationship: CompositionAttachment.Relationship = .data
    ) -> CompositionAttachment {
        CompositionAttachment(
            file: file, name: name, mediaType: name.hasSuffix(".pdf") ? "application/pdf" : "text/xml",
            relationship: relationship, description: "Prüfdatei (1)", modified: "2026-02-03T08:15:00+01:00")
    }

    private func sample() throws -> Sample {
        var sample = try Sample()
        try sample.addPage(Sample.letter)
        return sample
    }

    /// Writes the files into the job folder and composes a document with them.
    private func compose(_ files: [(name: String, bytes: Data)], in sample: Sample) throws -> String {
        var attachments: [CompositionAttachment] = []
        for (number, file) in files.enumerated() {
            try sample.scratch.write(file.bytes, to: "in/file-\(number)")
            attachments.append(Self.attachment("in/file-\(number)", file.name))
        }
        return try sample.compose(attachments: attachments)
    }

    @Test("what was attached comes out byte for byte, text and large binary files alike")
    func bytes() throws {
        let sample = try sample()
        let files = [
            ("klein.xml", Data("<a>ä</a>\r\n".utf8)), ("groß.xml", Data(repeating: 0x41, count: 3 << 20)),
            ("original.pdf", Data((0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) })), ("leer.xml", Data()),
        ]
        let path = try compose(files, in: sample)
        let listed = try Tool.run("pdfdetach", ["-list", "-enc", "UTF-8", path]).text.split(separator: "\n")
        for (name, bytes) in files {
            let line = try #require(listed.first { $0.hasSuffix(": " + name) }, "\(listed)")
            let number = String(line.prefix { $0 != ":" })
            let target = sample.scratch.path("out-" + number)
            _ = try Tool.run("pdfdetach", ["-save", number, "-o", target, path])
            #expect(FileManager.default.contents(atPath: target) == bytes, "\(name)")
        }
    }

    @Test("a document with files inside is PDF/A-3 and says so; without it stays PDF/A-2")
    func archival() throws {
        let sample = try sample()
        let files = [("a.xml", Data("<a/>".utf8)), ("Ä (2).pdf", Data("%PDF-1.4".utf8))]
        let path = try compose(files, in: sample)
        #expect(try Validation.findings(in: path, level: "3b").isEmpty)
        let checked = try Tool.run("qpdf", ["--check", path])
        #expect(checked.status == 0 && checked.errors.isEmpty, "\(checked.text) \(checked.errorText)")
        #expect(try Tool.run("pdfinfo", ["-meta", path]).text.contains("<pdfaid:part>3<"))
        let plain = try sample.compose("plain.pdf")
        #expect(try Tool.run("pdfinfo", ["-meta", plain]).text.contains("<pdfaid:part>2<"))
    }

    @Test("size, date, checksum and relationship stand with each file, and the document names it as its own")
    func parameters() throws {
        let sample = try sample()
        try sample.scratch.write("<a/>", to: "in/a")
        let path = try sample.compose(attachments: [Self.attachment("in/a", "a.xml", .alternative)])
        let json = try Tool.run("qpdf", ["--json=2", "--json-key=qpdf", path]).text
        let sum = try Tool.run("md5sum", [sample.scratch.path("in/a")]).text.prefix(32)
        for words in [
            "\"/AFRelationship\": \"/Alternative\"", "\"/Size\": 4", "D:20260203081500+01'00'", "b:\(sum)",
            "\"/Subtype\": \"/text/xml\"", "\"/AF\": [",
        ] { #expect(json.contains(words), "\(words)") }
    }

    @Test(
        "names from outside lead nowhere and stay apart",
        arguments: [
            (["../../etc/passwd"], ["passwd"]), ([#"C:\temp\a.pdf"#], ["a.pdf"]), ([""], ["datei"]),
            (["..."], ["datei"]), (["a.xml", "a.xml", "a.xml"], ["a.xml", "2-a.xml", "3-a.xml"]),
            (["a\u{0}b\u{202E}c\n.xml"], ["abc.xml"]),
        ])
    func names(_ given: [String], _ expected: [String]) throws {
        let sample = try sample()
        let path = try compose(given.map { ($0, Data("x".utf8)) }, in: sample)
        let listed = try Tool.run("pdfdetach", ["-list", "-enc", "UTF-8", path]).text.split(separator: "\n").dropFirst()
        #expect(Set(listed.map { String($0.drop { $0 != ":" }.dropFirst(2)) }) == Set(expected))
    }

    @Test("any name gives a file that parsers take", arguments: ["(((", #"\"#, "<>", "Ω≈ç√.xml", "😀.xml", "%#/ .xml"])
    func anyName(_ name: String) throws {
        let path = try compose([(name, Data("x".utf8)), ("z.xml", Data("y".utf8))], in: sample())
        let checked = try Tool.run("qpdf", ["--check", path])
        #expect(checked.status == 0 && checked.errors.isEmpty, "\(checked.errorText)")
    }

    @Test("a file that is missing leaves no document behind")
    func missing() throws {
        let sample = try sample()
        #expect(throws: CaptureError.self) {
            try sample.compose(attachments: [Self.attachment("in/nirgends", "a.xml")])
        }
        #expect(!FileManager.default.fileExists(atPath: sample.scratch.path("document.pdf")))
    }

    @Test("the same files give the same bytes")
    func determinism() throws {
        let sample = try sample()
        let first = try Data(contentsOf: URL(fileURLWithPath: compose([("a.xml", Data("x".utf8))], in: sample)))
        let second = try Data(contentsOf: URL(fileURLWithPath: compose([("a.xml", Data("x".utf8))], in: sample)))
        #expect(first == second)
    }

    @Test(
        "invoices are announced with their level, other data are not",
        arguments: [
            ("urn:cen.eu:en16931:2017", "EN 16931"), ("urn:factur-x.eu:1p0:minimum", "MINIMUM"),
            ("urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0", "XRECHNUNG"),
            ("something else", nil), (nil, nil),
        ])
    func invoices(_ specification: String?, _ level: String?) throws {
        let sample = try sample()
        try sample.scratch.write("<a/>", to: "in/a")
        var attachment = Self.attachment("in/a", "factur-x.xml", .alternative)
        attachment.invoiceSpecification = specification
        let path = try sample.compose(attachments: [attachment])
        let packet = try Tool.run("pdfinfo", ["-meta", path]).text
        #expect(packet.contains("<fx:ConformanceLevel>\(level ?? "")<") == (level != nil))
        #expect(packet.contains("<pdfaSchema:prefix>fx<") == (level != nil))
        #expect(try Validation.findings(in: path, level: "3b").isEmpty)
    }
}

@Suite("the transfer note in the metadata")
struct NoteMetadataTests {
    private static let note: TransferNote = {
        var note = TransferNote(
            created: "2026-02-03T08:20:00+01:00", documentID: "6F0D3C1E", origin: .paper, pageCount: 2,
            operatedBy: "P-0815", organization: Organization(name: "Landkreis <Muster> & Co", place: "M", unit: "10.3"),
            procedure: Procedure(name: "Tagespost", version: "1.0", validFrom: "2026-01-01"), batch: "b-1",
            batchCreated: "2026-02-03T08:15:00+01:00", position: "Abbild 5 bis 6 von 9",
            quality: TransferNote.Quality(.sample, result: "freigegeben", checkedBy: "P-2", checkedAt: "2026-02-03"))
        note.steps = [
            TransferNote.Step(
                "Scannen", time: "2026-02-03T08:16:00+01:00", performedBy: "P-0815", system: "fi-8170",
                attributes: [TransferNote.Attribute("Auflösung", "300 dpi")])
        ]
        note.anomalies = [TransferNote.Attribute("Ecke ab\u{1}gerissen", "Abbild 6")]
        return note
    }()

    @Test("all it says is in the packet, escaped, in a schema the file declares, and the file stays PDF/A-2")
    func metadata() throws {
        var sample = try Sample()
        try sample.addPage(Sample.letter)
        var metadata = Sample.metadata
        metadata.note = Self.note
        let path = try sample.compose(metadata: metadata)
        #expect(try Validation.findings(in: path).isEmpty)
        let packet = try Tool.run("pdfinfo", ["-meta", path]).text
        let checked = try Tool.run("xmllint", ["--noout", "-"], input: Data(packet.utf8))
        #expect(checked.status == 0, "\(checked.errorText)")
        for words in [
            "Landkreis &lt;Muster&gt; &amp; Co", "Erstellt von: P-0815", "Abbild 5 bis 6 von 9", "Geprüft von: P-2",
            "bildlich und inhaltlich mit dem Papierdokument übereinstimmend", "Ecke abgerissen: Abbild 6",
            "Scannen – Auflösung: 300 dpi",
        ] { #expect(packet.contains(words), "\(words)") }
        for name in ["created", "batch", "facts", "anomalies", "steps"] {
            #expect(packet.contains("<transfer:\(name)>") && packet.contains("<pdfaProperty:name>\(name)<"), "\(name)")
        }
    }
}
