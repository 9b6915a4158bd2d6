import BatchStore
import CaptureModel

extension PipelineSteps {
    /// Looks at every file of the batch: accepted with its pages, or refused with the reason.
    ///
    /// Scanned pages need no look.
    func inspect(_ batch: BatchRecord) async throws(CaptureError) {
        for input in try await store.inputs(of: batch.id) where input.outcome == .stored {
            if input.context?.message != nil { try await open(input, in: batch) }
        }
        let files = try await store.inputs(of: batch.id).filter { $0.outcome == .stored }
        try await forEach(files, atOnce: workers.count) { (input) async throws(CaptureError) in
            try await store.inspected(input, try await inspection(of: input, in: batch), of: batch)
        }
        try await store.numberPages(of: batch)
    }

    /// A file that kills or stalls two workers is refused; a fault that is not the file's is thrown.
    private func inspection(
        of input: InputRecord, in batch: BatchRecord
    ) async throws(CaptureError) -> Result<InputInspection, CaptureError> {
        var files = ["file": store.path(batch, input.file)]
        if let sidecar = input.context?.sidecar { files["sidecar"] = store.path(batch, sidecar) }
        let request = InspectionRequest(file: "in/file", sidecar: files["sidecar"].map { _ in "in/sidecar" })
        for _ in 1...2 {
            let task = WorkerTask(job: .inspect(request), inputs: files, timeout: .seconds(60))
            switch try await workers.perform(task) {
            case .answered(.inspected(let inspection)): return .success(inspection)
            case .answered(.failed(let problem)) where problem.code == .badInput: return .failure(problem)
            case .answered(.failed(let problem)): throw problem
            case .answered: throw .fault("inspection", "unexpected answer")
            case .workerLost: continue
            }
        }
        return .failure(.unreadable)
    }
}

extension CaptureError {
    /// Reading a file or page ended every worker that tried.
    static let unreadable = CaptureError(
        .badInput, "file-unreadable",
        LocalizedText(
            de: "Die Datei lässt sich nicht sicher lesen: Die Verarbeitung brach mehrfach ab.",
            en: "The file cannot be read safely: processing broke off several times."),
        remedy: LocalizedText(
            de: "Bitte das Schriftstück neu scannen oder den Absender um eine andere Datei bitten.",
            en: "Please scan the document again or ask the sender for another file."))
}
