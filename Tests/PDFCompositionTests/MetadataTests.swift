import CaptureModel
import Foundation
import TestSupport
import Testing

@Suite("what the file says about itself")
struct MetadataTests {
    private func packet(_ metadata: PDFMetadata = Sample.metadata) throws -> String {
        var sample = try Sample()
        try sample.addBarPage()
        let packet = try Tool.run("pdfinfo", ["-meta", sample.compose(metadata: metadata)]).text
        let checked = try Tool.run("xmllint", ["--noout", "-"], input: Data(packet.utf8))
        #expect(checked.status == 0, "\(checked.errorText)")
        return packet
    }

    @Test("it claims PDF/A-2u and PDF/UA-1 and nothing more")
    func claims() throws {
        let packet = try packet()
        for claim in ["<pdfaid:part>2<", "<pdfaid:conformance>U<", "<pdfuaid:part>1<"] {
            #expect(packet.contains(claim))
        }
    }

    @Test("title, dates and producer are there, escaped")
    func standard() throws {
        let packet = try packet()
        #expect(packet.contains("Widerspruch &lt;Müller &amp; Söhne&gt;"))
        #expect(packet.contains("<xmp:CreateDate>2026-02-03T08:15:00+01:00<"))
        #expect(packet.contains("<pdf:Producer>Scanstelle 0.1<"))
    }

    @Test("index fields are properties of their own, declared, with names that XML allows")
    func fields() throws {
        let packet = try packet()
        for name in ["fileReference", "Straße", "_2__Feld", "_2__Feld-2"] {
            #expect(packet.contains("<index:\(name)>") && packet.contains("<pdfaProperty:name>\(name)<"), "\(name)")
        }
    }

    @Test("two fields whose names become one keep both values")
    func collision() throws {
        var metadata = Sample.metadata
        metadata.fields = [PDFField(name: "a b", value: "eins"), PDFField(name: "a/b", value: "zwei\u{0}\u{FFFF}")]
        let packet = try packet(metadata)
        #expect(packet.contains("<index:a_b>eins</index:a_b>") && packet.contains("<index:a_b-2>zwei</index:a_b-2>"))
    }

    @Test("pages carry their labels")
    func labels() throws {
        var sample = try Sample()
        try sample.addPage([], label: "1")
        try sample.addPage([], label: "Rückseite (1)")
        let json = try Tool.run("qpdf", ["--json", "--json-key=pages", sample.compose()]).text
        #expect(json.contains(#""/P": "1""#) || json.contains(#""/P": "u:1""#))
        #expect(json.contains("Rückseite (1)") || json.contains("R\\u00fcckseite (1)"))
    }

    @Test("parts of a document are sections of its structure and lines of its contents")
    func parts() throws {
        var sample = try Sample()
        try sample.addPage(Sample.letter, part: "Widerspruch")
        try sample.addPage(Sample.letter)
        try sample.addPage(Sample.letter, part: "Anlage 1")
        let path = try sample.compose()
        let structure = try Tool.run("pdfinfo", ["-struct", path]).text.split(separator: "\n")
        let kinds = structure.map { $0.trimmingCharacters(in: .whitespaces) }
        #expect(kinds.filter { $0.hasPrefix("Sect") }.count == 2 && kinds.filter { $0.hasPrefix("P") }.count == 6)
        let outlines = try Tool.run("qpdf", ["--json", "--json-key=outlines", path]).text
        #expect(outlines.contains("Widerspruch") && outlines.contains("Anlage 1"))
        #expect(outlines.contains(#""destpageposfrom1": 3"#), "\(outlines)")
    }

    @Test("every paragraph of the text is tagged, and the structure names the language")
    func structure() throws {
        var sample = try Sample()
        try sample.addPage(Sample.letter)
        let path = try sample.compose()
        let structure = try Tool.run("pdfinfo", ["-struct", path]).text.split(separator: "\n")
        let kinds = structure.map { $0.trimmingCharacters(in: .whitespaces) }
        #expect(kinds.filter { $0.hasPrefix("P") }.count == 2 && kinds.first == "Document", "\(kinds)")
        #expect(try Tool.run("qpdf", ["--json", "--json-key=qpdf", path]).text.contains("de-DE"))
    }
}
