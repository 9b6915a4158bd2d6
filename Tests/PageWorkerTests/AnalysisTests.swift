import CaptureModel
import Foundation
import TestSupport
import Testing

@Suite("reading pages")
struct AnalysisTests {
    @Test("each page of a TIFF is read by its number, and one too many is refused")
    func pages() throws {
        let run = try JobRun()
        for page in 0..<2 {
            let analysis = try run.analyze(BarFax.tiff(pages: 2), .tiff, page: page, settings: .withoutText)
            #expect(analysis.record.coding == .ccittG4 && analysis.width == BarFax.side)
        }
        #expect(throws: CaptureError.self) { try run.analyze(BarFax.tiff(pages: 2), .tiff, page: 2) }
    }

    @Test("a JPEG goes into the record byte for byte")
    func jpeg() throws {
        let run = try JobRun()
        let analysis = try run.analyze(BlockJPEG.letter.data, .jpeg, settings: .withoutText)
        #expect(analysis.record.coding == .jpeg)
        #expect(try run.scratch.read("out/\(analysis.record.file)") == BlockJPEG.letter.data)
        #expect(FileManager.default.fileExists(atPath: run.scratch.path("out/preview.jpg")))
    }

    @Test("a PNG is read")
    func png() throws {
        let run = try JobRun()
        let source = try run.scratch.write(HandPDF(scan: .letter).data, to: "source.pdf")
        _ = try Tool.run("pdftoppm", ["-png", "-r", "200", "-singlefile", source, run.scratch.path("page")])
        let analysis = try run.analyze(run.scratch.read("page.png"), .png, settings: .withoutText)
        #expect(analysis.width == 1600 && analysis.height == 2000)
    }

    @Test("the scan of a scanned PDF is taken as it is, with the resolution the PDF gives it")
    func scannedPDF() throws {
        let run = try JobRun()
        let analysis = try run.analyze(HandPDF(scan: .letter).data, .pdf, settings: .withoutText)
        #expect(analysis.steps.first?.name == "takePDFImage" && analysis.resolution == 200)
        #expect(analysis.width == 1600 && analysis.height == 2000)
        let coded = BlockJPEG.letter.data.dropFirst(2)
        #expect(try run.scratch.read("out/\(analysis.record.file)").suffix(coded.count) == coded)
    }

    @Test("a page's own turn is kept where there are no letters to tell it", arguments: [90, 180, 270])
    func turned(_ degrees: Int) throws {
        let pdf = HandPDF(scan: .letter, page: "/Rotate \(degrees)").data
        let analysis = try JobRun().analyze(pdf, .pdf, settings: .withoutText)
        #expect(analysis.rotation.rawValue == degrees && analysis.width == 1600)
    }

    @Test("with turning switched off the image is turned as the page says")
    func turnedImage() throws {
        var settings = AnalysisSettings.withoutText
        settings.orient = false
        let analysis = try JobRun().analyze(HandPDF(scan: .letter, page: "/Rotate 90").data, .pdf, settings: settings)
        #expect(analysis.rotation == .none && analysis.width == 2000 && analysis.height == 1600)
    }

    @Test(
        "a page that shows more than its scan is drawn, so that nothing is lost",
        arguments: [
            "BT /F 9 Tf 60 690 Td (Fax 03.02.2026 08:15 Seite 1) Tj ET", "0 g 100 300 200 12 re f",
            "1 g 100 300 200 60 re f",
        ])
    func overlay(_ drawing: String) throws {
        let analysis = try JobRun().analyze(HandPDF(scan: .letter, over: drawing).data, .pdf, settings: .withoutText)
        #expect(analysis.steps.first?.name == "drawPDFPage" && analysis.resolution == 300)
    }

    @Test(
        "a scan that its page turns is taken as it is",
        arguments: [
            (QuarterTurn.right, 720, 576, "0 -576 720 0 0 576"), (.left, 720, 576, "0 576 -720 0 720 0"),
            (.half, 576, 720, "-576 0 0 -720 576 720"),
        ])
    func placed(_ turn: QuarterTurn, _ width: Int, _ height: Int, _ matrix: String) throws {
        var pdf = HandPDF(scan: .letter)
        let page = HandPDF(width: width, height: height, content: "q \(matrix) cm /I Do Q")
        pdf.objects.replaceSubrange(0..<4, with: page.objects)
        let analysis = try JobRun().analyze(pdf.data, .pdf, settings: .withoutText)
        #expect(analysis.steps.first?.name == "takePDFImage" && analysis.width == 1600 && analysis.rotation == turn)
    }

    @Test("a mirrored scan is drawn, for nobody sees it as it is stored")
    func mirrored() throws {
        var pdf = HandPDF(scan: .letter)
        let page = HandPDF(width: 576, height: 720, content: "q -576 0 0 720 576 0 cm /I Do Q 0 g 20 20 9 200 re f")
        pdf.objects.replaceSubrange(0..<4, with: page.objects)
        let analysis = try JobRun().analyze(pdf.data, .pdf, settings: .withoutText)
        #expect(analysis.steps.first?.name == "drawPDFPage")
    }

    @Test("a scan that came in strips is drawn whole")
    func strips() throws {
        var pdf = HandPDF(scan: .letter)
        let strips = "q 576 0 0 720 0 720 cm /I Do Q q 576 0 0 720 0 0 cm /I Do Q"
        pdf.objects.replaceSubrange(0..<4, with: HandPDF(width: 576, height: 1440, content: strips).objects)
        let analysis = try JobRun().analyze(pdf.data, .pdf, settings: .withoutText)
        #expect(analysis.steps.first?.name == "drawPDFPage" && analysis.width == 2400 && analysis.height == 6000)
    }

    @Test("a page that consists of a fine picture is drawn as finely")
    func finePicture() throws {
        // 1,600 pixels on 3.2 inches are 500 to the inch; the bar over it must not be lost.
        var pdf = HandPDF(scan: .letter)
        let content = "q 230.4 0 0 288 0 0 cm /I Do Q 0 g 20 20 9 200 re f"
        pdf.objects.replaceSubrange(0..<4, with: HandPDF(width: 230, height: 288, content: content).objects)
        let analysis = try JobRun().analyze(pdf.data, .pdf, settings: .withoutText)
        #expect(analysis.steps.first?.name == "drawPDFPage" && analysis.resolution == 500)
    }

    @Test("JBIG2 of a PDF that came in is decoded and coded anew, never passed on: it may hold symbols")
    func importedJBIG2() throws {
        // A comment of its own behind the region tells the bytes that came in from ours.
        let foreign = Data("from outside".utf8)
        let data = try BarJBIG2.data() + BarJBIG2.comment(foreign)
        let head = """
            << /Type /XObject /Subtype /Image /Width 64 /Height 64 /ColorSpace /DeviceGray /BitsPerComponent 1 \
            /Filter /JBIG2Decode /Length \(data.count) >>
            stream

            """
        var pdf = HandPDF(width: 64, height: 64, content: "q 64 0 0 64 0 0 cm /I Do Q")
        pdf.objects.append(Data(head.utf8) + data + Data("\nendstream".utf8))
        for coding in [BitonalCoding.g4, .jbig2] {
            let run = try JobRun()
            var settings = AnalysisSettings.withoutText
            settings.bitonalCoding = coding
            let analysis = try run.analyze(pdf.data, .pdf, settings: settings)
            #expect(analysis.color == .bitonal && analysis.record.coding == (coding == .g4 ? .ccittG4 : .jbig2))
            #expect(try run.scratch.read("out/\(analysis.record.file)").range(of: foreign) == nil)
        }
    }

    @Test("a page of kilometers is drawn within the limits")
    func huge() throws {
        var limits = InputLimits()
        limits.pixelsPerPage = 1_000_000
        let analysis = try JobRun().analyze(
            HandPDF(width: 14_400_000, height: 14_400_000, content: "").data, .pdf, settings: .withoutText,
            limits: limits)
        #expect((980_000...1_000_000).contains(analysis.width * analysis.height))
    }

    @Test("a page without sense is refused", arguments: [(1, 800), (20, 20_000)])
    func absurd(_ width: Int, _ height: Int) throws {
        let run = try JobRun()
        let name = try run.give(HandPDF(width: width, height: height, content: "").data)
        let request = AnalysisRequest(file: name, format: .pdf, page: 0, settings: .withoutText)
        #expect(try run.result(of: .analyze(request)).problem == "pdf-page-absurd")
    }

    @Test("what a job leaves in its own folder is gone before the next")
    func cleaning() throws {
        let run = try JobRun()
        _ = try run.analyze(HandPDF(scan: .letter).data, .pdf, settings: .withoutText)
        #expect(try FileManager.default.contentsOfDirectory(atPath: run.scratch.path("tmp")) == [])
    }
}
