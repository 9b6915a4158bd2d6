import CaptureModel
import Foundation
import TestSupport
import Testing

@Suite("text that a PDF brings with it")
struct EmbeddedTextTests {
    private static let letter = [
        "Landkreis Musterhausen", "Bescheid vom 3. Februar 2026", "Aktenzeichen 50.31-2026/0815",
        "Sehr geehrte Damen und Herren,", "Ihrem Antrag wird entsprochen.",
    ]

    /// Lines of Helvetica, 20 points, one below the other.
    private static func shown(_ lines: [String] = letter) -> String {
        "BT /F 20 Tf 60 700 Td " + lines.map { "(\($0)) Tj 0 -40 Td " }.joined() + "ET "
    }

    private func read(_ content: String, page: String = "") throws -> PageAnalysis {
        try JobRun().analyze(HandPDF(width: 595, height: 842, content: content, page: page).data, .pdf)
    }

    private func step(_ name: String, of analysis: PageAnalysis) -> ProcessingStep? {
        analysis.steps.first { $0.name == name }
    }

    @Test("it is taken word for word, with boxes around the ink, and nothing is read")
    func taken() throws {
        let analysis = try read(Self.shown())
        #expect(analysis.textOrigin == .embedded && analysis.confidence == .certain)
        #expect(analysis.lines.map(\.text) == Self.letter)
        #expect(analysis.steps.map(\.name) == ["drawPDFPage", "takePDFText", "record"])
        // 60 points from the left, 842 - 700 from the top to the line the letters stand on, 300 pixels to 72 points.
        let box = try #require(analysis.lines.first?.words.first?.box)
        #expect(abs(box.x - 250) <= 2 && box.y < 592 && box.bottom > 592 && box.height < 100)
    }

    @Test(
        "words that nobody sees are left out",
        arguments: [
            "1 g BT /F 20 Tf 60 300 Td (geheimes Wort) Tj ET",
            "0.97 g BT /F 20 Tf 60 300 Td (geheimes Wort) Tj ET",
            "BT 3 Tr /F 20 Tf 60 300 Td (geheimes Wort) Tj ET",
            "BT /F 1 Tf 60 300 Td (geheimes Wort) Tj ET",
            "BT /F 20 Tf 60 300 Td (geheimes Wort) Tj ET 1 g 50 290 300 40 re f",
            "BT /F 20 Tf 60 300 Td (geheimes Wort) Tj ET 0 g 50 290 300 40 re f",
        ])
    func hidden(_ drawing: String) throws {
        let analysis = try read(Self.shown() + drawing)
        #expect(analysis.lines.map(\.text) == Self.letter)
        #expect(step("takePDFText", of: analysis)?.parameters["hidden"] == "2")
    }

    @Test("of two texts in one place, the one that shows is read")
    func doubled() throws {
        let analysis = try read(
            "1 g BT /F 20 Tf 60 300 Td (Betrag 900 Euro) Tj ET 0 g BT /F 20 Tf 60 300 Td (Betrag 100 Euro) Tj ET "
                + Self.shown())
        #expect(!analysis.text.contains("900") && analysis.text.contains("100"))
    }

    @Test("white print on a dark bar is seen")
    func inverted() throws {
        let analysis = try read(Self.shown() + "0 0 0.4 rg 50 290 300 40 re f 1 g BT /F 20 Tf 60 300 Td (Summe) Tj ET")
        #expect(analysis.textOrigin == .embedded && analysis.text.contains("Summe"))
    }

    @Test("letters that stand for others than they show are not believed, and the page is read")
    func garbled() throws {
        // The glyphs are right and the table of meanings says the next letter: Helvetica's codes, moved by one.
        let map = "1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <20> <7D> <0021> endbfrange"
        let program =
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def \(map) endcmap end end"
        var pdf = HandPDF(width: 595, height: 842, content: Self.shown())
        pdf.objects[2] = Data(
            String(decoding: pdf.objects[2], as: UTF8.self)
                .replacingOccurrences(of: "/Helvetica", with: "/Helvetica /ToUnicode 5 0 R").utf8)
        pdf.objects.append(Data("<< /Length \(program.utf8.count) >>\nstream\n\(program)\nendstream".utf8))
        let analysis = try JobRun().analyze(pdf.data, .pdf)
        #expect(step("ignorePDFText", of: analysis)?.parameters["because"] == "garbled")
        #expect(analysis.textOrigin == .recognized && analysis.text.contains("Landkreis Musterhausen"))
    }

    @Test("what scanning software put over its image is not taken")
    func scanLayer() throws {
        let layer = "BT 3 Tr /F 12 Tf 60 600 Td (Das hat ein Scanner gelesen und dazu geschrieben) Tj ET"
        let analysis = try JobRun().analyze(HandPDF(scan: .letter, over: layer).data, .pdf)
        #expect(analysis.steps.first?.name == "takePDFImage" && analysis.textOrigin != .embedded)
        #expect(!analysis.text.contains("Scanner"))
    }

    @Test("words in a picture beside the text are read")
    func picture() throws {
        let run = try JobRun()
        let words = HandPDF(width: 300, height: 60, content: "BT /F 24 Tf 10 20 Td (Stadtwerke Beispielstadt) Tj ET")
        let source = try run.scratch.write(words.data, to: "words.pdf")
        _ = try Tool.run("pdftoppm", ["-jpeg", "-r", "200", "-singlefile", source, run.scratch.path("words")])
        let image = try run.scratch.read("words.jpg")
        var pdf = HandPDF(width: 595, height: 842, content: Self.shown() + "q 300 0 0 60 60 750 cm /I Do Q")
        let head = """
            << /Type /XObject /Subtype /Image /Width 834 /Height 167 /ColorSpace /DeviceRGB /BitsPerComponent 8 \
            /Filter /DCTDecode /Length \(image.count) >>
            stream

            """
        pdf.objects.append(Data(head.utf8) + image + Data("\nendstream".utf8))
        let analysis = try run.analyze(pdf.data, .pdf)
        #expect(analysis.textOrigin == .embedded && analysis.text.contains("Stadtwerke Beispielstadt"))
        let box = try #require(analysis.lines.last?.words.first?.box)
        #expect((250...320).contains(box.x) && (140...390).contains(box.y))
    }

    @Test(
        "text that runs up, down or upside down tells the turn that makes it upright",
        arguments: [(QuarterTurn.right, "0 1 -1 0 100 60"), (.left, "0 -1 1 0 400 780"), (.half, "-1 0 0 -1 500 600")])
    func turned(_ turn: QuarterTurn, _ matrix: String) throws {
        let content = "BT /F 14 Tf \(matrix) Tm " + Self.letter.map { "(\($0)) Tj 0 -20 Td " }.joined() + "ET"
        let analysis = try read(content)
        #expect(analysis.rotation == turn && analysis.lines.map(\.text) == Self.letter)
    }

    @Test("a page that is turned is drawn in its proportions, and its words are where they are drawn")
    func turnedPage() throws {
        let analysis = try read(Self.shown(), page: "/Rotate 90")
        #expect(analysis.width == 3508 && analysis.height == 2479 && analysis.rotation == .left)
        #expect(analysis.textOrigin == .embedded && analysis.lines.map(\.text) == Self.letter)
    }
}
