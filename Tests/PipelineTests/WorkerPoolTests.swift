import CaptureModel
import Foundation
import Logging
import TestSupport
import Testing

@testable import Pipeline

@Suite("The worker pool", .timeLimit(.minutes(5))) struct WorkerPoolTests {
    private let folder: Scratch

    init() throws { folder = try Scratch() }

    /// Runs `body` with a pool of one worker, which is a shell script.
    private func withWorker<Value: Sendable>(
        _ script: String, _ body: @escaping @Sendable (WorkerPool) async throws -> Value
    ) async throws -> Value {
        let program = try folder.write("#!/bin/sh\n" + script, to: "worker")
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program)
        let pool = WorkerPool(
            program: program, folders: [folder.path("job")],
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
        return try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask {
                await pool.run()
                return nil
            }
            group.addTask { try await body(pool) }
            defer { group.cancelAll() }
            while let value = try await group.next() { if let value { return value } }
            throw CancellationError()
        }
    }

    private func task(
        inputs: [String: String] = [:], outputs: [(name: String, target: String)] = [],
        timeout: Duration = .seconds(20)
    ) -> WorkerTask {
        WorkerTask(
            job: .inspect(InspectionRequest(file: "in/file")), inputs: inputs, outputs: outputs, timeout: timeout)
    }

    /// A line that answers request `id` with an inspection.
    private static let answer = #"""
        echo '{"id":1,"result":{"inspected":{"_0":{"format":"tiff","pageCount":3,"findings":[]}}}}'
        """#

    private func pages(_ answer: WorkerAnswer) -> Int? {
        guard case .answered(.inspected(let inspection)) = answer else { return nil }
        return inspection.pageCount
    }

    private func isLost(_ answer: WorkerAnswer) -> Bool {
        if case .workerLost = answer { true } else { false }
    }

    @Test("a worker finds the variables it needs, and need not start itself anew")
    func variables() async throws {
        let script = #"""
            read line
            [ "$TMPDIR" = "$1/tmp" ] && [ -n "$GLIBC_TUNABLES" ] &&
            """# + " " + Self.answer
        let answer = try await withWorker(script) { pool in try await pool.perform(task()) }
        #expect(pages(answer) == 3)
    }

    @Test("a document that is not as long as the worker says is none", arguments: [(4, true), (9, false)])
    func halfDocument(_ size: Int, _ isWhole: Bool) async throws {
        let script = #"""
            read line
            printf '%%PDF' > "$1/out/document.pdf"
            echo '{"id":1,"result":{"composed":{"_0":{"file":"out/document.pdf","sizeInBytes":\#(size),"pageCount":1}}}}'
            read line
            """#
        let task = task(outputs: [("document.pdf", folder.path("document.pdf"))])
        let answer = try await withWorker(script) { try await $0.perform(task) }
        #expect(isLost(answer) == !isWhole)
        #expect(folder.files().contains("document.pdf") == isWhole)
    }

    @Test("gives the worker's answer")
    func answer() async throws {
        let task = task()
        let answer = try await withWorker("read line; \(Self.answer); read line") { try await $0.perform(task) }
        #expect(pages(answer) == 3)
    }

    @Test("starts a new worker after a crash: the job that was hit is told, the next one is served")
    func crash() async throws {
        let flag = folder.path("crashed")
        let task = task()
        let script = "read line; [ -e \(flag) ] || { touch \(flag); kill -SEGV $$; }; \(Self.answer); read line"
        let answers = try await withWorker(script) { pool in
            [try await pool.perform(task), try await pool.perform(task)]
        }
        #expect(isLost(answers[0]) && pages(answers[1]) == 3)
    }

    @Test("kills a worker that does not answer in time, with all it started")
    func hang() async throws {
        let task = task(timeout: .milliseconds(300))
        let answer = try await withWorker("read line; sleep 1000 & wait") { try await $0.perform(task) }
        #expect(isLost(answer))
        let left = try Tool.run("pgrep", ["-f", "^sleep 1000$"])
        #expect(left.text.isEmpty)
    }

    @Test("links inputs and takes the named outputs; a link in the worker's folder is no output")
    func files() async throws {
        let source = try folder.write("Seite", to: "quelle.tif")
        let task = task(
            inputs: ["file": source],
            outputs: [("gut", folder.path("gut")), ("link", folder.path("link")), ("fehlt", folder.path("fehlt"))])
        let script = """
            read line
            cp "$1/in/file" "$1/out/gut"; ln -s /etc/passwd "$1/out/link"; echo zuviel > "$1/out/mehr"
            \(Self.answer)
            read line
            """
        _ = try await withWorker(script) { try await $0.perform(task) }
        #expect(try String(contentsOfFile: folder.path("gut"), encoding: .utf8) == "Seite")
        #expect(!FileManager.default.fileExists(atPath: folder.path("link")))
        #expect(!FileManager.default.fileExists(atPath: folder.path("fehlt")))
    }

    @Test("leaves nothing of a job behind")
    func clearing() async throws {
        let source = try folder.write("Seite", to: "quelle.tif")
        let task = task(inputs: ["file": source])
        let script = "read line; echo mehr > \"$1/out/mehr\"; echo halb > \"$1/tmp/halb\"; \(Self.answer); read line"
        _ = try await withWorker(script) { try await $0.perform(task) }
        #expect(folder.files().filter { $0.hasPrefix("job/") } == [])
    }

    @Test("an answer that is no message of ours is a fault, not a crash of the daemon")
    func garbage() async throws {
        let task = task()
        await #expect(throws: CaptureError.self) {
            try await withWorker("read line; echo '{\"id\":'; read line") { try await $0.perform(task) }
        }
    }

    @Test("a program that is not there is told")
    func missingProgram() async throws {
        let pool = WorkerPool(
            program: folder.path("nirgends"), folders: [folder.path("job")],
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
        let task = task()
        await #expect(throws: CaptureError.self) {
            try await withThrowingTaskGroup(of: WorkerAnswer?.self) { group in
                group.addTask {
                    await pool.run()
                    return nil
                }
                group.addTask { try await pool.perform(task) }
                defer { group.cancelAll() }
                _ = try await group.next()
            }
        }
    }
}
