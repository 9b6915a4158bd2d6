package import CaptureModel
import Foundation
import Subprocess

/// The talk with a running child: one JSON object a line each way.
package final class Conversation {
    private var output: SubprocessOutputSequence.Iterator
    private let watchdog: Watchdog
    private let write: (Data) async throws -> Void
    private var buffer = Data()
    /// Start of what was not yet searched for a line end.
    private var searched = 0

    /// The longest line taken from a child: a page dense with words is about 1 MB.
    private let longestLine = 64 << 20

    init(
        output: SubprocessOutputSequence, watchdog: Watchdog,
        write: @escaping (Data) async throws -> Void
    ) {
        self.output = output.makeAsyncIterator()
        self.watchdog = watchdog
        self.write = write
    }

    package func send(_ message: some Encodable) async throws(CaptureError) {
        do {
            var line = try JSONEncoder().encode(message)
            line.append(0x0A)
            try await write(line)
        } catch {
            throw .childGone("\(error)")
        }
    }

    /// The next message, nil at the end of the child's output.
    ///
    /// A child that says nothing for `timeout` is killed, which looks like its end.
    package func receive<Message: Decodable>(
        _ type: Message.Type, within timeout: Duration?
    ) async throws(CaptureError) -> Message? {
        await watchdog.allow(timeout)
        guard let line = try await receiveLine() else { return nil }
        await watchdog.allow(nil)
        do {
            return try JSONDecoder().decode(type, from: line)
        } catch {
            throw .fault("message of a child process", "\(error)")
        }
    }

    func receiveLine() async throws(CaptureError) -> Data? {
        while true {
            if let end = buffer[(buffer.startIndex + searched)...].firstIndex(of: 0x0A) {
                let line = buffer[buffer.startIndex..<end]
                buffer = Data(buffer[(end + 1)...])
                searched = 0
                return Data(line)
            }
            searched = buffer.count
            guard buffer.count < longestLine else { throw .childGone("line too long") }
            do {
                guard let bytes = try await output.next() else { return nil }
                bytes.withUnsafeBytes { buffer.append(contentsOf: $0) }
            } catch {
                return nil
            }
        }
    }
}

extension CaptureError {
    static func childGone(_ cause: String) -> CaptureError {
        CaptureError(
            .unavailable, "process-ended",
            LocalizedText(de: "Ein Hilfsprozess ist beendet worden.", en: "A helper process has ended."),
            remedy: LocalizedText(de: "Er wird von selbst neu gestartet.", en: "It is started again by itself."),
            cause: cause)
    }
}
