import CaptureModel
import Foundation
import TestSupport
import Testing

@Suite("looking at files that came in")
struct InspectionTests {
    @Test(
        "what cannot become pages is refused with its reason",
        arguments: [
            ("file-empty", Data()),
            ("format-unknown", Data("Sehr geehrte Damen und Herren".utf8)),
            ("file-truncated", BarFax.tiff().dropLast(40)),
            ("tiff-directory-loop", BarFax.tiff(pages: 2, isRing: true)),
            ("image-too-large", BarFax.tiff(width: 30_000, height: 30_000)),
            ("file-truncated", BlockJPEG.letter.data.dropLast(200)),
            ("pdf-without-pages", HandPDF.empty.data),
            ("pdf-damaged", Data("%PDF-1.4\n<html>please log in</html>".utf8)),
        ])
    func refusals(_ problem: String, _ bytes: Data) throws {
        #expect(try JobRun().refusal(of: bytes) == problem)
    }

    @Test("a PDF with a password is refused for that")
    func encrypted() throws {
        let run = try JobRun()
        let plain = try run.scratch.write(HandPDF(scan: .letter).data, to: "plain.pdf")
        let locked = run.scratch.path("locked.pdf")
        let made = try Tool.run("qpdf", ["--encrypt", "geheim", "chef", "256", "--", plain, locked])
        try #require(made.status == 0, "\(made.errorText)")
        #expect(try run.refusal(of: run.scratch.read("locked.pdf")) == "pdf-encrypted")
    }

    @Test("a PDF that only forbids changes is taken, and that is told")
    func ownerPassword() throws {
        let run = try JobRun()
        let plain = try run.scratch.write(HandPDF(scan: .letter).data, to: "plain.pdf")
        _ = try Tool.run("qpdf", ["--encrypt", "", "chef", "256", "--", plain, run.scratch.path("locked.pdf")])
        let name = try run.give(run.scratch.read("locked.pdf"))
        let inspection = try #require(run.result(of: .inspect(InspectionRequest(file: name))).inspection)
        #expect(inspection.findings.map(\.code) == ["pdf-restricted"])
    }

    @Test(
        "good files tell their format and pages",
        arguments: [
            (InputFormat.tiff, 3, BarFax.tiff(pages: 3)), (.jpeg, 1, BlockJPEG.letter.data),
            (.pdf, 1, HandPDF(scan: .letter).data),
        ])
    func accepted(_ format: InputFormat, _ pages: Int, _ bytes: Data) throws {
        let run = try JobRun()
        let inspection = try #require(run.result(of: .inspect(InspectionRequest(file: run.give(bytes)))).inspection)
        #expect(inspection == InputInspection(format: format, pageCount: pages))
    }

    @Test("more pages than the limit are refused", arguments: [BarFax.tiff(pages: 4), fourPages])
    func pageLimit(_ bytes: Data) throws {
        let run = try JobRun()
        var limits = InputLimits()
        limits.pages = 3
        let request = InspectionRequest(file: try run.give(bytes), limits: limits)
        #expect(try run.result(of: .inspect(request)).problem == "too-many-pages")
    }

    @Test(
        "what a PDF would do or hides is told",
        arguments: [
            ("pdf-javascript", "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"),
            ("pdf-launch", "/OpenAction << /S /Launch /F (calc.exe) >>"),
            ("pdf-launch", "/OpenAction << /S /L#61unch /F (calc.exe) >>"),
            ("pdf-sends-data", "/OpenAction << /S /SubmitForm /F (http://example.org) >>"),
            ("pdf-multimedia", "/OpenAction << /S /Movie /T (x) >>"),
            ("pdf-signed", "/AcroForm << /Fields [ << /FT /Sig /V << /ByteRange [ 0 1 2 3 ] >> >> ] >>"),
            (
                "pdf-attachments",
                "/Names << /EmbeddedFiles << /Names [ (a) << /Type /Filespec /F (a) /EF << /F 4 0 R >> >> ] >> >>"
            ),
        ])
    func findings(_ code: String, _ catalog: String) throws {
        let run = try JobRun()
        let bytes = HandPDF(width: 595, height: 842, content: "", catalog: catalog).data
        let inspection = try #require(run.result(of: .inspect(InspectionRequest(file: run.give(bytes)))).inspection)
        #expect(inspection.findings.map(\.code) == [code])
    }

    @Test(
        "what lies in compressed objects is told as well",
        arguments: [
            ("pdf-javascript", "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"),
            ("pdf-launch", "/OpenAction << /S /Launch /F (calc.exe) >>"),
            ("pdf-signed", "/AcroForm << /Fields [ << /FT /Sig /V << /ByteRange [ 0 1 2 3 ] >> >> ] >>"),
        ])
    func compressed(_ code: String, _ catalog: String) throws {
        let run = try JobRun()
        let plain = try run.scratch.write(
            HandPDF(width: 595, height: 842, content: "", catalog: catalog).data, to: "plain.pdf")
        let packed = run.scratch.path("packed.pdf")
        _ = try Tool.run("qpdf", ["--object-streams=generate", plain, packed])
        let bytes = try run.scratch.read("packed.pdf")
        try #require(bytes.range(of: Data("OpenAction".utf8)) == nil && bytes.range(of: Data("/Sig".utf8)) == nil)
        let inspection = try #require(run.result(of: .inspect(InspectionRequest(file: run.give(bytes)))).inspection)
        #expect(inspection.findings.map(\.code) == [code])
    }

    @Test("a name that only begins like a dangerous one, or stands in a text, is none")
    func harmlessNames() throws {
        let run = try JobRun()
        let catalog = "/LaunchPad (a) /JSON (b) /Title (/JavaScript and /Launch) /Custom /ByteRanges"
        let bytes = HandPDF(width: 595, height: 842, content: "", catalog: catalog).data
        let inspection = try #require(run.result(of: .inspect(InspectionRequest(file: run.give(bytes)))).inspection)
        #expect(inspection.findings == [])
    }

    @Test("one worker outlives all hostile files and still reads a good one")
    func survival() throws {
        let run = try JobRun()
        let files = [
            Data(), Data("text".utf8), BarFax.tiff().dropLast(40), BarFax.tiff(pages: 2, isRing: true),
            BarFax.tiff(width: 30_000, height: 30_000), HandPDF.empty.data, Data("%PDF-1.4".utf8),
        ]
        var jobs: [WorkerJob] = []
        for (index, bytes) in files.enumerated() {
            let name = try run.give(bytes, as: "\(index)")
            jobs.append(.inspect(InspectionRequest(file: name)))
            for format in [InputFormat.tiff, .pdf] {
                jobs.append(.analyze(AnalysisRequest(file: name, format: format, page: 0, settings: .withoutText)))
            }
        }
        let good = try run.give(BlockJPEG.letter.data, as: "good")
        jobs.append(.analyze(AnalysisRequest(file: good, format: .jpeg, page: 0, settings: .withoutText)))
        let results = try run.results(of: jobs)
        #expect(results.dropLast().allSatisfy { $0.problem != nil } && results.last?.problem == nil)
    }

    @Test(
        "a name that leads out of the job folder is not opened",
        arguments: ["/etc/passwd", "../in/file", "in/./file", ""])
    func names(_ name: String) throws {
        let result = try JobRun().result(of: .inspect(InspectionRequest(file: name)))
        #expect(result.problem == "internal-fault")
    }

    private static let fourPages: Data = {
        var pdf = HandPDF(width: 595, height: 842, content: "")
        pdf.objects[1] = Data("<< /Type /Pages /Kids [ 3 0 R 3 0 R 3 0 R 3 0 R ] /Count 4 >>".utf8)
        return pdf.data
    }()
}
