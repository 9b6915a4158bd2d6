import Foundation
import Synchronization

/// Standard output as lines of JSON, from any thread.
///
/// Drivers are strangers' code and some print; from here on their standard output is our standard error.
final class LineOutput: Sendable {
    private let file: Mutex<FileHandle>

    init() {
        let original = dup(STDOUT_FILENO)
        dup2(STDERR_FILENO, STDOUT_FILENO)
        file = Mutex(FileHandle(fileDescriptor: original, closeOnDealloc: false))
    }

    /// False where nobody reads any more.
    @discardableResult
    func write(_ value: some Encodable) -> Bool {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard var line = try? encoder.encode(value) else { return false }
        line.append(UInt8(ascii: "\n"))
        let bytes = line
        return file.withLock { (try? $0.write(contentsOf: bytes)) != nil }
    }
}
