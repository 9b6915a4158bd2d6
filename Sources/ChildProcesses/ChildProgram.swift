// A child process and a conversation with it: JSON lines both ways over pipes.
//
// The child leads a process group of its own, so that killing it takes its own children along. It never outlives the
// conversation: when the body returns or the task is canceled, what is left of the group is killed.

package import CaptureModel
import Foundation
import Subprocess
import SystemPackage

/// A program to start, with its arguments and what is added to our environment.
package struct ChildProgram: Sendable, Hashable {
    package var path: String
    package var arguments: [String]
    package var environment: [String: String]

    package init(path: String, arguments: [String] = [], environment: [String: String] = [:]) {
        self.path = path
        self.arguments = arguments
        self.environment = environment
    }
}

extension ChildProgram {
    /// Time a child has to end after the last word; a scanner driver may need some seconds to let go of its device.
    private static let farewell = Duration.seconds(10)

    /// Starts the program, runs `body` and waits for the end of the child.
    ///
    /// - Parameter complain: is given what the child writes to its standard error, as it comes.
    package func converse<Result: Sendable>(
        complain: @escaping @Sendable (String) -> Void = { _ in },
        _ body: @Sendable @escaping (Conversation) async throws(CaptureError) -> Result
    ) async throws(CaptureError) -> Result {
        var options = PlatformOptions()
        options.processGroupID = 0
        // A scanner whose process is killed at once may need its plug pulled before it answers again.
        options.teardownSequence = [.send(signal: .terminate, allowedDurationToNextStep: .seconds(8))]
        let watchdog = Watchdog()
        do {
            let outcome = try await run(
                .path(FilePath(path)), arguments: Arguments(arguments), environment: childEnvironment,
                platformOptions: options, input: .inputWriter, output: .sequence,
                error: .sequence
            ) { execution in
                let child = execution.processIdentifier.value
                let killGroup: @Sendable () -> Void = { kill(-child, SIGKILL) }
                return try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask { await watchdog.stand(kill: killGroup) }
                    let complaints = execution.standardError
                    group.addTask { for try await bytes in complaints { complain(Self.text(bytes)) } }
                    defer { group.cancelAll() }
                    let writer = execution.standardInputWriter
                    let conversation = Conversation(
                        output: execution.standardOutput, watchdog: watchdog,
                        write: { data in _ = try await writer.write(data) })
                    let result: Result
                    do {
                        result = try await body(conversation)
                    } catch {
                        killGroup()
                        throw error
                    }
                    try? await writer.finish()
                    await watchdog.allow(Self.farewell)
                    while try await conversation.receiveLine() != nil {}
                    return result
                }
            }
            // The child is gone; nothing that it started may stay behind.
            kill(-outcome.processIdentifier.value, SIGKILL)
            return outcome.closureResult
        } catch let error as CaptureError {
            throw error
        } catch {
            throw CaptureError.fault("start of \((path as NSString).lastPathComponent)", "\(error)")
        }
    }

    private static func text(_ bytes: SubprocessOutputSequence.Buffer) -> String {
        bytes.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }.trimmingCharacters(in: .newlines)
    }

    /// A crashed Swift program must die at once instead of starting a backtracer that keeps our pipe open.
    private var childEnvironment: Environment {
        var updates: [Environment.Key: String?] = ["SWIFT_BACKTRACE": "enable=no"]
        for (name, value) in environment { updates[Environment.Key(stringLiteral: name)] = value }
        return .inherit.updating(updates)
    }
}

/// Kills a child that does not answer in time.
actor Watchdog {
    private var deadline: ContinuousClock.Instant?

    /// Lets the child live for `duration` from now on.
    func allow(_ duration: Duration?) {
        deadline = duration.map { ContinuousClock.now + $0 }
    }

    /// Looks ten times a second until canceled.
    func stand(kill: @Sendable () -> Void) async {
        while !Task.isCancelled {
            if let deadline, ContinuousClock.now > deadline {
                self.deadline = nil
                kill()
            }
            try? await Task.sleep(for: .milliseconds(100))
        }
    }
}
