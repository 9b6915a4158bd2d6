import CaptureModel
import Foundation

extension SecretFile {
    /// Larger is no password.
    private static let largest = 4_096

    /// Where the secret stands; nil where there is none.
    var path: String? {
        switch self {
        case .file(let path): path
        case .credential(let name):
            (ProcessInfo.processInfo.environment["CREDENTIALS_DIRECTORY"] ?? "/run/credentials") + "/" + name
        case .none: nil
        }
    }

    /// The text of the file without the line end behind it; empty where there is no secret.
    func text() throws(CaptureError) -> String {
        guard let path else { return "" }
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .secretMissing(String(cString: strerror(errno))) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw .secretMissing("no file") }
        if case .file = self, status.st_mode & 0o077 != 0 {
            throw .secretOpen(String(status.st_mode & 0o777, radix: 8))
        }
        var buffer = [UInt8](repeating: 0, count: Self.largest)
        let count = read(file, &buffer, buffer.count)
        guard count >= 0 else { throw .secretMissing(String(cString: strerror(errno))) }
        var text = String(decoding: buffer[..<count], as: UTF8.self)
        while let last = text.last, last.isNewline { text.removeLast() }
        return text
    }
}
