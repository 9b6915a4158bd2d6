import CaptureModel
import Foundation
import TestSupport
import Testing

@Suite("composing documents")
struct CompositionJobTests {
    private static let metadata = PDFMetadata(
        title: "Musterpost", language: "de-DE", created: "2026-02-03T08:15:00+01:00", producer: "Scanstelle",
        documentID: "6F0D3C1E-2B4A-4C5D-8E9F-0123456789AB", fields: [])

    /// A document that shows the same page again and again.
    private func request(pages: Int, in run: JobRun) throws -> CompositionRequest {
        let image = BlockJPEG.letter
        let lines = (0..<20).map { row in
            TextLine(
                words: (0..<5).map { column in
                    Word(
                        text: "Wort\(row * 5 + column)",
                        box: Box(x: 60 + 140 * column, y: 60 + 40 * row, width: 110, height: 24),
                        confidence: .certain)
                }, block: row / 5)
        }
        let analysis = PageAnalysis(
            width: image.width, height: image.height, resolution: 200, color: .gray, lines: lines,
            record: RecordImage(
                file: "record.jpg", coding: .jpeg, width: image.width, height: image.height, components: 1))
        try run.scratch.write(image.data, to: "in/record.jpg")
        try run.scratch.write(JSONEncoder().encode(analysis), to: "in/analysis.json")
        let page = CompositionPage(image: "in/record.jpg", analysis: "in/analysis.json", label: "")
        return CompositionRequest(
            pages: (1...pages).map { CompositionPage(image: page.image, analysis: page.analysis, label: "\($0)") },
            metadata: Self.metadata)
    }

    @Test("what is read and composed is read again as the same page")
    func roundTrip() throws {
        let run = try JobRun()
        guard case .composed(let result) = try run.result(of: .compose(request(pages: 2, in: run))) else {
            Issue.record("not composed")
            return
        }
        #expect(result.file == "out/document.pdf" && result.pageCount == 2)
        let bytes = try run.scratch.read(result.file)
        #expect(bytes.count == result.sizeInBytes)
        let again = try JobRun().analyze(bytes, .pdf, page: 1, settings: .withoutText)
        #expect(again.steps.first?.name == "takePDFImage" && again.width == 1600)
    }

    @Test("a thousand pages need no more memory than ten, but for a few bytes each")
    func memory() throws {
        let few = try peakMemory(pages: 10)
        let many = try peakMemory(pages: 1000)
        // An offset of 8 bytes for each of a page's 8 objects and the names of its tags come to under 4 kB a page.
        #expect(many - few < 1000 * 4, "\(few) kB for 10 pages, \(many) kB for 1,000")
    }

    /// The most memory a worker had resident while it composed, in kB.
    private func peakMemory(pages: Int) throws -> Int {
        let run = try JobRun()
        let job = WorkerRequest(id: 1, job: .compose(try request(pages: pages, in: run)))
        let program = try #require(Programs.path(of: "scanstelle-worker"))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = [run.scratch.path]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: JSONEncoder().encode(job) + Data("\n".utf8))
        // The answer is there when the work is done, and the worker still waits for more.
        let reply = output.fileHandleForReading.availableData
        #expect(String(decoding: reply, as: UTF8.self).contains("composed"))
        let status = try String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        return try #require(status.firstMatch(of: /VmHWM:\s+(\d+) kB/).flatMap { Int($0.1) })
    }
}
