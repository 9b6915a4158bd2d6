import BatchStore
import CaptureModel
import DurableFiles
import Foundation
import Logging

extension PipelineSteps {
    /// Reads every page that is not read yet, in parallel as far as there are workers.
    func analyze(_ batch: BatchRecord) async throws(CaptureError) {
        let settings = try await profile(of: batch).profile.analysisSettings
        let pages = try await store.pages(of: batch.id).filter { $0.state == .stored }
        try await forEach(pages, atOnce: workers.count * 2) { (page) async throws(CaptureError) in
            try await analyze(page, of: batch, settings)
        }
        try await store.allPagesAnalyzed(of: batch)
    }

    /// Reads one page; one that ends its worker again and again is taken without text, or refused with its file.
    private func analyze(
        _ page: PageRecord, of batch: BatchRecord, _ settings: AnalysisSettings
    ) async throws(CaptureError) {
        try DurableFile.createFolder(store.path(batch, page.folder))
        for attempt in 1...RetryPolicy.pageAttempts {
            var settings = settings
            settings.readsText = attempt < RetryPolicy.pageAttempts && page.attempts < RetryPolicy.pageBeginnings
            // A page that is gone belonged to a file that another page refused meanwhile.
            guard try await store.beginReading(page) else { return }
            switch try await workers.perform(task(for: page, of: batch, settings)) {
            case .answered(.analyzed(let analysis)):
                return try await keep(analysis, of: page, in: batch, hasText: settings.readsText)
            case .answered(.failed(let problem)) where problem.code == .badInput:
                return try await refuse(page, of: batch, because: problem)
            case .answered(.failed(let problem)): throw problem
            case .answered: throw .fault("analysis", "unexpected answer")
            case .workerLost:
                logger.warning("page ended its worker", metadata: ["batch": "\(batch.id)", "page": "\(page.number)"])
            }
        }
        try await refuse(page, of: batch, because: .unreadable)
    }

    /// Files that a worker may write for a page.
    private static let pageFiles =
        ["preview.jpg"] + RecordImage.Coding.allCases.map(\.fileName) + RecordLayers.fileNames

    private func task(for page: PageRecord, of batch: BatchRecord, _ settings: AnalysisSettings) -> WorkerTask {
        let folder = store.path(batch, page.folder)
        return WorkerTask(
            job: .analyze(
                AnalysisRequest(file: "in/file", format: page.format, page: page.inputPage, settings: settings)),
            inputs: ["file": store.path(batch, page.file)],
            outputs: Self.pageFiles.map { ($0, folder + "/" + $0) },
            timeout: .seconds(150))
    }

    /// The images are in place already; the analysis joins them, then the catalog learns of both.
    private func keep(
        _ analysis: PageAnalysis, of page: PageRecord, in batch: BatchRecord, hasText: Bool
    ) async throws(CaptureError) {
        var analysis = analysis
        analysis.record.file = analysis.record.coding.fileName
        let files = [analysis.record.file] + (analysis.record.layers == nil ? [] : RecordLayers.fileNames)
        for file in files {
            guard FileManager.default.fileExists(atPath: store.path(batch, page.folder + "/" + file)) else {
                throw .fault("analysis", "\(file) is missing")
            }
        }
        if !hasText { analysis.findings.append(.withoutText) }
        try DurableFile.write(try store.encodedData(analysis), to: store.path(batch, page.folder + "/analysis.json"))
        try FaultPoint.pass("work.result")
        let summary = PageSummary(of: analysis, number: page.number - 1, input: page.input)
        try await store.analyzed(page, summary: summary, of: batch)
    }

    /// A scanned page is never given up without a person; a file is refused as a whole, its original is kept.
    private func refuse(_ page: PageRecord, of batch: BatchRecord, because problem: CaptureError)
        async throws(CaptureError)
    {
        guard let input = page.input else { throw problem }
        try await store.refuse(input: input, because: problem, of: batch)
    }
}

extension Finding {
    static let withoutText = Finding(
        "page-without-text",
        LocalizedText(
            de: "Bild vorhanden, Text fehlt: Die Texterkennung brach auf dieser Seite mehrfach ab.",
            en: "Image present, text missing: recognition broke off on this page several times."))
}
