package import CaptureModel
import Foundation

/// A secret that stands in a file of its own.
package enum SecretFile: Sendable, Hashable {
    /// An absolute path; nobody but the owner may read it.
    case file(String)
    /// A name below the folder the service manager gives (`LoadCredential` of systemd), which guards it itself.
    case credential(String)
    /// There is none to give.
    case none
}

extension SecretFile {
    /// Larger is no password.
    private static let largest = 4_096

    /// Where the secret stands; nil where there is none.
    package var path: String? {
        switch self {
        case .file(let path): path
        case .credential(let name):
            (ProcessInfo.processInfo.environment["CREDENTIALS_DIRECTORY"] ?? "/run/credentials") + "/" + name
        case .none: nil
        }
    }

    /// The text of the file without the line end behind it; empty where there is no secret.
    package func text() throws(CaptureError) -> String {
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

extension CaptureError {
    static func secretMissing(_ cause: String) -> CaptureError {
        CaptureError(
            .badProfile, "secret-missing",
            LocalizedText(
                de: "Die Kennwortdatei ist nicht lesbar.", en: "The password file cannot be read."),
            remedy: LocalizedText(
                de: "Bitte Pfad und Rechte prüfen; nur der Dienst darf sie lesen. Dann freigeben, was wartet.",
                en: "Please check path and permissions; the service alone may read it. Then release what waits for it."),
            cause: cause)
    }

    static func secretOpen(_ mode: String) -> CaptureError {
        CaptureError(
            .badProfile, "secret-open",
            LocalizedText(
                de: "Die Kennwortdatei ist auch für andere lesbar.", en: "Others can read the password file as well."),
            remedy: LocalizedText(
                de: "Bitte „chmod 600“ auf die Datei anwenden, das Kennwort ändern und freigeben, was deshalb wartet.",
                en: "Please apply “chmod 600” to the file, change the password and release what waits for it."),
            cause: "mode \(mode)")
    }
}
