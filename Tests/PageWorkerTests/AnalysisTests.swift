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

    @Test("text that was never paper is drawn and read")
    func born() throws {
        let lines = ["Landkreis Musterhausen", "Bescheid vom 3. Februar 2026", "Aktenzeichen 50.31-2026/0815"]
        let content = "BT /F 20 Tf 60 700 Td " + lines.map { "(\($0)) Tj 0 -40 Td " }.joined() + "ET"
        let run = try JobRun()
        let analysis = try run.analyze(HandPDF(width: 595, height: 842, content: content).data, .pdf)
        #expect(analysis.text.contains("Landkreis Musterhausen") && analysis.text.contains("50.31-2026/0815"))
        #expect(analysis.resolution == 300 && analysis.width == 2479)
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
