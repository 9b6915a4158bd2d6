import BatchStore
import CaptureModel
import DurableFiles

extension PipelineSteps {
    /// Takes a message apart; its attachments become files of the batch.
    ///
    /// Killed on the way it is done again: the files are written over, the catalog learns of them all at once.
    func open(_ message: InputRecord, in batch: BatchRecord) async throws(CaptureError) {
        switch try await contents(of: message, in: batch) {
        case .success(let contents):
            let taken = try take(contents, of: message, in: batch)
            try FaultPoint.pass("message.parts")
            try await store.opened(message, contents, attachments: taken, of: batch)
        case .failure(let problem):
            try await store.inspected(message, .failure(problem), of: batch)
        }
    }

    /// A message that kills or stalls two workers is refused; a fault that is not the message's is thrown.
    private func contents(
        of message: InputRecord, in batch: BatchRecord
    ) async throws(CaptureError) -> Result<MessageContents, CaptureError> {
        let request = MessageRequest(file: "in/file")
        let task = WorkerTask(
            job: .openMessage(request), inputs: ["file": store.path(batch, message.file)],
            outputs: (0..<request.limits.attachments).map { index in
                (MessageAttachment.file(index), store.path(batch, Self.passingFile(message, index)))
            }, timeout: .seconds(120))
        for _ in 1...2 {
            switch try await workers.perform(task) {
            case .answered(.opened(let contents)):
                guard contents.attachments.count <= request.limits.attachments else {
                    throw .fault("message", "more attachments than allowed")
                }
                return .success(contents)
            case .answered(.failed(let problem)) where problem.code == .badInput: return .failure(problem)
            case .answered(.failed(let problem)): throw problem
            case .answered: throw .fault("message", "unexpected answer")
            case .workerLost: continue
            }
        }
        return .failure(.unreadable)
    }

    /// Gives the attachments the names they keep; what is not as the worker said is a fault of ours.
    private func take(
        _ contents: MessageContents, of message: InputRecord, in batch: BatchRecord
    ) throws(CaptureError) -> [TakenAttachment] {
        var taken: [TakenAttachment] = []
        for (index, attachment) in contents.attachments.enumerated() {
            let file = store.file(ofInput: message.number + 1 + index, named: attachment.name)
            try DurableFile.rename(store.path(batch, Self.passingFile(message, index)), to: store.path(batch, file))
            let (sha256, size) = try SHA256.of(file: store.path(batch, file))
            guard size == attachment.sizeInBytes else { throw .fault("message", "an attachment of another size") }
            taken.append(TakenAttachment(name: attachment.name, file: file, sha256: sha256, sizeInBytes: size))
        }
        return taken
    }

    /// Where an attachment lies until its name is known, relative to the batch folder.
    private static func passingFile(_ message: InputRecord, _ index: Int) -> String {
        "inputs/\(message.number).\(MessageAttachment.file(index)).part"
    }
}
