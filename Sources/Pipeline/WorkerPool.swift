// The workers: one sandboxed process a slot, kept warm, replaced after a crash, a stall or a number of jobs.
//
// A slot owns a job folder. Before a job its inputs are linked into `in/`; after it the named outputs are synced and moved
// from `out/` to where they belong. What the worker wrote besides is thrown away: it is not trusted.

package import CaptureModel
import ChildProcesses
import DurableFiles
import Foundation
package import Logging
import Synchronization

/// A job with the files it needs and gives.
package struct WorkerTask: Sendable {
    package var job: WorkerJob
    /// Names in `in/` and the absolute paths they stand for.
    package var inputs: [String: String]
    /// Names in `out/` and the absolute paths they go to; those that the worker did not write are left out.
    package var outputs: [(name: String, target: String)]
    /// Wall-clock time after which the worker is killed.
    package var timeout: Duration

    package init(
        job: WorkerJob, inputs: [String: String], outputs: [(name: String, target: String)] = [], timeout: Duration
    ) {
        self.job = job
        self.inputs = inputs
        self.outputs = outputs
        self.timeout = timeout
    }
}

package enum WorkerAnswer: Sendable {
    case answered(WorkerResult)
    /// The worker crashed or was killed because it took too long.
    case workerLost
}

package actor WorkerPool {
    /// A worker is replaced after this many jobs, so that what its libraries leak stays small.
    static let jobsPerProcess = 200

    package nonisolated let count: Int
    private let program: String
    private let environment: [String: String]
    private let folders: [String]
    private let logger: Logger
    private var queue: [WaitingTask] = []
    private var idle: [CheckedContinuation<WaitingTask?, Never>] = []
    private var isOpen = true

    /// - Parameter folders: one job folder for each worker.
    package init(program: String, environment: [String: String] = [:], folders: [String], logger: Logger) {
        self.program = program
        self.environment = environment
        self.folders = folders
        self.count = folders.count
        self.logger = logger
    }

    /// Has the job done by the next free worker; waits its turn.
    package func perform(_ task: WorkerTask) async throws(CaptureError) -> WorkerAnswer {
        let result = await withCheckedContinuation { answer in
            let waiting = WaitingTask(task, answer)
            guard isOpen else { return waiting.answer(.failure(.shuttingDown)) }
            if idle.isEmpty { queue.append(waiting) } else { idle.removeFirst().resume(returning: waiting) }
        }
        return try result.get()
    }

    /// Keeps the workers running until canceled.
    package func run() async {
        await withTaskCancellationHandler {
            await withDiscardingTaskGroup { group in
                for folder in folders { group.addTask { await self.runSlot(in: folder) } }
            }
        } onCancel: {
            Task { await self.close() }
        }
    }

    private func close() {
        isOpen = false
        for waiting in queue { waiting.answer(.failure(.shuttingDown)) }
        queue = []
        for slot in idle { slot.resume(returning: nil) }
        idle = []
    }

    private func next() async -> WaitingTask? {
        guard isOpen else { return nil }
        if !queue.isEmpty { return queue.removeFirst() }
        return await withCheckedContinuation { idle.append($0) }
    }

    /// Starts a process when there is work and again when it is used up.
    private nonisolated func runSlot(in folder: String) async {
        while let first = await next() {
            let variables = WorkerVariables.inside(jobFolder: folder).merging(environment) { $1 }
            let child = ChildProgram(path: program, arguments: [folder], environment: variables)
            do throws(CaptureError) {
                let job = JobFolder(path: folder)
                try job.clear()
                _ = try await child.converse(complain: note) { (conversation) async throws(CaptureError) in
                    await self.serve(first, then: conversation, in: job)
                }
            } catch {
                logger.error("worker cannot run", metadata: ["cause": "\(error)"])
                first.answer(.failure(error))
                try? await Task.sleep(for: .seconds(1))
            }
        }
    }

    /// What the worker itself says matters to the operator; what its libraries say of strange files does not.
    private nonisolated func note(_ text: String) {
        let isOurs = text.contains("scanstelle-worker:") || text.contains("Fatal error")
        logger.log(level: isOurs ? .notice : .debug, "worker says", metadata: ["text": "\(text)"])
    }

    private nonisolated func serve(_ first: WaitingTask, then conversation: Conversation, in job: JobFolder) async {
        var waiting: WaitingTask? = first
        for id in 1...Self.jobsPerProcess {
            guard let current = waiting else { return }
            let result: Result<WorkerAnswer, CaptureError>
            do throws(CaptureError) {
                result = .success(try await Self.work(current.task, id: id, conversation, in: job))
            } catch {
                result = .failure(error)
            }
            // Pages are personal data: nothing of a job outlives it. What cannot be removed now is tried before the next.
            try? job.clear()
            current.answer(result)
            if case .success(.answered) = result, id < Self.jobsPerProcess { waiting = await next() } else { return }
        }
    }

    private static func work(
        _ task: WorkerTask, id: Int, _ conversation: Conversation, in job: JobFolder
    ) async throws(CaptureError) -> WorkerAnswer {
        try job.prepare(task.inputs)
        do throws(CaptureError) {
            try await conversation.send(WorkerRequest(id: id, job: task.job))
        } catch {
            return .workerLost
        }
        guard let reply = try await conversation.receive(WorkerReply.self, within: task.timeout), reply.id == id else {
            return .workerLost
        }
        // Half a document must never leave, whatever the worker believes.
        if case .composed(let composition) = reply.result, let output = task.outputs.first,
            job.size(of: output.name) != composition.sizeInBytes
        {
            return .workerLost
        }
        for output in task.outputs { try job.take(output.name, to: output.target) }
        return .answered(reply.result)
    }
}

/// A task in the queue with whom to answer; only the first answer counts.
private final class WaitingTask: Sendable {
    let task: WorkerTask
    private let continuation: Mutex<CheckedContinuation<Result<WorkerAnswer, CaptureError>, Never>?>

    init(_ task: WorkerTask, _ continuation: CheckedContinuation<Result<WorkerAnswer, CaptureError>, Never>) {
        self.task = task
        self.continuation = Mutex(continuation)
    }

    func answer(_ result: Result<WorkerAnswer, CaptureError>) {
        continuation.withLock { $0.take() }?.resume(returning: result)
    }
}

/// A worker's own folder: `in/` it may read, `out/` and `tmp/` it may write.
struct JobFolder: Sendable {
    let path: String

    func clear() throws(CaptureError) {
        for part in ["in", "out", "tmp"] { try empty(part) }
    }

    func prepare(_ inputs: [String: String]) throws(CaptureError) {
        try empty("in")
        try empty("out")
        for (name, source) in inputs {
            guard link(source, "\(path)/in/\(name)") == 0 else { throw .storage("link") }
        }
    }

    /// Moves what the worker wrote to its place; only a regular file counts.
    func take(_ name: String, to target: String) throws(CaptureError) {
        let source = "\(path)/out/\(name)"
        var status = stat()
        guard lstat(source, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return }
        try DurableFile.adopt(source, as: target)
    }

    /// Bytes of what the worker wrote; nil where it is no regular file.
    func size(of name: String) -> Int? {
        var status = stat()
        guard lstat("\(path)/out/\(name)", &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
    }

    /// Folders stay the same ones, since the worker's sandbox holds on to them.
    private func empty(_ part: String) throws(CaptureError) {
        let folder = "\(path)/\(part)"
        try DurableFile.createFolder(folder)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names { try? FileManager.default.removeItem(atPath: folder + "/" + name) }
    }
}

extension CaptureError {
    static let shuttingDown = CaptureError(
        .unavailable, "shutting-down",
        LocalizedText(de: "Scanstelle wird gerade beendet.", en: "Scanstelle is shutting down."),
        remedy: LocalizedText(
            de: "Nach dem nächsten Start geht es von selbst weiter.", en: "Work goes on by itself after the next start."
        ))
}
