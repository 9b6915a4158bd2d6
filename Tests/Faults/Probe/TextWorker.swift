import CaptureModel
import Foundation

/// A worker for pages of plain text: pages are parted by form feeds; some words make it misbehave.
///
///     PATCH          a separator sheet
///     BAD            a file that is refused
///     DIE, HANG      the worker dies or is silent while it reads the page
///     COMPOSE-DIE    it dies while it writes the document that the page stands in
enum TextWorker {
    static func serve() {
        let folder = CommandLine.arguments.last ?? ""
        while let line = readLine(strippingNewline: true) {
            guard let request = try? JSONDecoder().decode(WorkerRequest.self, from: Data(line.utf8)) else { exit(70) }
            let reply = WorkerReply(id: request.id, result: answer(request.job, in: folder))
            guard var text = try? JSONEncoder().encode(reply) else { exit(70) }
            text.append(0x0A)
            try? FileHandle.standardOutput.write(contentsOf: text)
        }
    }

    private static func answer(_ job: WorkerJob, in folder: String) -> WorkerResult {
        switch job {
        case .inspect(let request):
            let pages = pages(folder + "/" + request.file)
            if pages.contains("BAD") { return .failed(bad) }
            return .inspected(InputInspection(format: .tiff, pageCount: pages.count))
        case .analyze(let request): return analyze(request, folder)
        case .compose(let request): return compose(request, folder)
        case .printSheets, .openMessage: return .failed(bad)
        }
    }

    private static func pages(_ file: String) -> [String] {
        let bytes = FileManager.default.contents(atPath: file) ?? Data()
        guard let text = String(data: bytes, encoding: .utf8) else { return ["image of \(bytes.count) bytes"] }
        return text.split(separator: "\u{0C}").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
    }

    private static func analyze(_ request: AnalysisRequest, _ folder: String) -> WorkerResult {
        let pages = pages(folder + "/" + request.file)
        guard pages.indices.contains(request.page) else { return .failed(bad) }
        let text = pages[request.page]
        if text == "DIE" { abort() }
        if text == "HANG" { while true { sleep(1000) } }
        let image = Data(text.utf8)
        guard keep(image, as: folder + "/out/record.g4"), keep(image, as: folder + "/out/preview.jpg") else { exit(74) }
        let box = Box(x: 100, y: 100, width: 500, height: 40)
        let word = Word(text: text, box: box, confidence: Confidence(0.99))
        return .analyzed(
            PageAnalysis(
                width: 1700, height: 2300, resolution: 200, color: .bitonal,
                patchCode: text == "PATCH" ? .transfer : nil,
                lines: [TextLine(words: [word], block: 0)], confidence: Confidence(0.99),
                record: RecordImage(file: "record.g4", coding: .ccittG4, width: 1700, height: 2300, components: 1)))
    }

    /// The document is the text of its pages, one line each.
    private static func compose(_ request: CompositionRequest, _ folder: String) -> WorkerResult {
        var text = "%PDF of \(request.metadata.documentID)\n"
        for page in request.pages {
            guard let bytes = FileManager.default.contents(atPath: folder + "/" + page.image),
                FileManager.default.fileExists(atPath: folder + "/" + page.analysis)
            else { return .failed(bad) }
            if String(decoding: bytes, as: UTF8.self) == "COMPOSE-DIE" { abort() }
            text += String(decoding: bytes, as: UTF8.self) + "\n"
        }
        guard keep(Data(text.utf8), as: folder + "/out/document.pdf") else { exit(74) }
        return .composed(
            CompositionResult(file: "document.pdf", sizeInBytes: text.utf8.count, pageCount: request.pages.count))
    }

    private static func keep(_ bytes: Data, as path: String) -> Bool {
        (try? bytes.write(to: URL(fileURLWithPath: path))) != nil
    }

    private static let bad = CaptureError(
        .badInput, "bad-file", LocalizedText(de: "Unlesbar.", en: "Unreadable."),
        remedy: LocalizedText(de: "Neu scannen.", en: "Scan again."))
}
