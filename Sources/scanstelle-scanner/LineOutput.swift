import Foundation

/// Standard output as lines of JSON.
///
/// Drivers are strangers' code and some print; from here on their standard output is our standard error.
struct LineOutput {
    private let file: FileHandle

    init() {
        let original = dup(STDOUT_FILENO)
        dup2(STDERR_FILENO, STDOUT_FILENO)
        file = FileHandle(fileDescriptor: original, closeOnDealloc: false)
    }

    /// False where nobody reads any more.
    @discardableResult
    func write(_ value: some Encodable) -> Bool {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard var line = try? encoder.encode(value) else { return false }
        line.append(UInt8(ascii: "\n"))
        return (try? file.write(contentsOf: line)) != nil
    }
}
