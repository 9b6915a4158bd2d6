import CaptureModel
import Foundation
import TestSupport
import Testing

@Suite("validity")
struct ValidityTests {
    /// All that a document can hold: every turn, gray, color and bitonal pages, with and without text.
    private func everything() throws -> Sample {
        var sample = try Sample()
        for turn in QuarterTurn.allCases {
            try sample.addPage(Sample.letter, rotation: turn, label: "S. \(turn.rawValue)")
        }
        try sample.addBarPage()
        try sample.addJBIG2Page()
        try sample.addLayeredPage(
            background: BlockJPEG(columns: 2, rows: 2) { _, _ in 230 },
            foreground: BlockJPEG(columns: 1, rows: 1, levels: [[76], [85], [255]]))
        try sample.addPage(Sample.letter, label: "A", part: "Anlage 1 (Vollmacht)")
        let levels: [[UInt8]] = [[128, 128, 200, 50], [128, 200, 90, 128], [128, 60, 128, 220]]
        try sample.addPage(
            [TextLine(("Farbe😀", Box(x: 1, y: 1, width: 10, height: 4)))], label: "(",
            image: BlockJPEG(columns: 2, rows: 2, levels: levels))
        return sample
    }

    @Test("a document with every kind of page is PDF/A")
    func archival() throws {
        let findings = try Validation.findings(in: everything().compose())
        #expect(findings.isEmpty, "\(findings)")
    }

    @Test("it keeps the rules of PDF/A-2u, 3u and PDF/UA-1 that the validator does not judge")
    func rules() throws {
        let sample = try everything()
        #expect(try Validation.brokenRules(in: sample.compose()) == [])
        try sample.scratch.write("<a/>", to: "in/a")
        let attachment = CompositionAttachment(
            file: "in/a", name: "a.xml", mediaType: "text/xml", relationship: .data, description: "Angaben",
            modified: "2026-02-03T08:15:00+01:00")
        #expect(try Validation.brokenRules(in: sample.compose("files.pdf", attachments: [attachment])) == [])
    }

    @Test(
        "a broken rule is noticed",
        arguments: [
            "del pdf.Root.Lang", "del pdf.Root.MarkInfo", "page.Tabs = Name('/R')", "del page['/StructParents']",
            "pdf.Root.StructTreeRoot.ParentTree.Nums[1][0] = pdf.Root.StructTreeRoot.ParentTree.Nums[1][1]",
            "page.Contents = pdf.make_stream(b'BT /F0 9 Tf (\\0a) Tj ET')",
            "page.Contents = pdf.make_stream(page.Contents.read_bytes().replace(b'3 Tr', b'0 Tr'))",
            "page.Resources.XObject['/I0'].Interpolate = True",
            "next(iter(page.Resources.Font.values())).DescendantFonts[0].DW = 600",
            "next(iter(page.Resources.Font.values())).DescendantFonts[0].CIDToGIDMap = pdf.make_stream(bytes(999))",
            "next(iter(page.Resources.Font.values())).ToUnicode = pdf.make_stream(b'')",
            "pdf.Root.OutputIntents[0].DestOutputProfile.write(b'no profile')",
            "pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes().replace(b'index:fileReference', b'index:other'))",
            "pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes().replace(b'conformance>U', b'conformance>B'))",
        ])
    func brokenRule(_ change: String) throws {
        var sample = try Sample()
        try sample.addPage(Sample.letter)
        #expect(try Validation.brokenRules(in: sample.compose(), afterChange: change).isEmpty == false)
    }

    @Test("a page without text is PDF/A")
    func textless() throws {
        var sample = try Sample()
        try sample.addBarPage()
        let findings = try Validation.findings(in: sample.compose())
        #expect(findings.isEmpty, "\(findings)")
    }

    @Test("a page of one pixel and one of absurd resolution keep to the limits of PDF/A", arguments: [1, 20_000])
    func extremes(_ resolution: Int) throws {
        var sample = try Sample()
        try sample.addPage(
            Sample.letter, resolution: resolution, image: BlockJPEG(columns: 300, rows: 1) { _, _ in 200 })
        let findings = try Validation.findings(in: sample.compose())
        #expect(findings.isEmpty, "\(findings)")
    }

    @Test("qpdf reads it without a complaint")
    func secondParser() throws {
        let outcome = try Tool.run("qpdf", ["--check", everything().compose()])
        #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.text) \(outcome.errorText)")
    }

    @Test("poppler reads and draws it without a complaint")
    func poppler() throws {
        let sample = try everything()
        let path = try sample.compose()
        for (tool, arguments) in [
            ("pdfinfo", [path]), ("pdffonts", [path]), ("pdftoppm", ["-r", "30", path, sample.scratch.path("p")]),
        ] {
            let outcome = try Tool.run(tool, arguments)
            #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(tool): \(outcome.errorText)")
        }
    }

    @Test("the same pages give the same bytes")
    func determinism() throws {
        let sample = try everything()
        let first = try Data(contentsOf: URL(fileURLWithPath: sample.compose("first.pdf")))
        let second = try Data(contentsOf: URL(fileURLWithPath: sample.compose("second.pdf")))
        #expect(first == second)
    }

    @Test("a failure leaves no file behind")
    func failure() throws {
        var sample = try Sample()
        try sample.addPage(Sample.letter)
        try sample.scratch.write(Data("no image".utf8), to: "in/1/record.jpg")
        #expect(throws: CaptureError.self) { try sample.compose() }
        #expect(!FileManager.default.fileExists(atPath: sample.scratch.path("document.pdf")))
    }

    @Test("JBIG2 with symbols, or that is cut off, never gets into a document", arguments: [4, 34])
    func symbols(_ offset: Int) throws {
        var data = try BarJBIG2.data()
        // A symbol dictionary in place of the page or of the region.
        data[offset] = 0
        var sample = try Sample()
        try sample.addJBIG2Page(data)
        #expect(throws: CaptureError.self) { try sample.compose() }
        var cut = try Sample()
        try cut.addJBIG2Page(BarJBIG2.data().dropLast())
        #expect(throws: CaptureError.self) { try cut.compose() }
    }

    @Test("an image that is not as the analysis says is refused")
    func mismatch() throws {
        var sample = try Sample()
        try sample.addPage(Sample.letter)
        try sample.scratch.write(BlockJPEG(columns: 3, rows: 3) { _, _ in 9 }.data, to: "in/1/record.jpg")
        #expect(throws: CaptureError.self) { try sample.compose() }
    }
}
