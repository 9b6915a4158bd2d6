import CaptureModel
import Foundation

/// What a program says about a file before it sends it; text from outside, checked here and nowhere else.
package struct UploadRequest: Sendable, Hashable {
    /// Letters of a key; a UUID has 36.
    private static let longestKey = 200

    /// The name the file had there; data, never a path.
    package var name: String
    package var profile: String
    package var key: String?
    /// Lower-case hexadecimal.
    package var sha256: String?
    package var sizeInBytes: Int?
    package var files: Int?

    /// The parameter or header that is not valid.
    package struct Fault: Error, Hashable { package let name: String }

    /// - Parameters:
    ///   - parameters: of the address, with escapes resolved.
    ///   - headers: by lower-case name.
    package init(parameters: [String: String], headers: [String: String]) throws(Fault) {
        name = parameters["name"] ?? "upload"
        guard !name.isEmpty, name.utf8.count <= 1024 else { throw Fault(name: "name") }
        profile = parameters["profile"] ?? ""
        guard profile.utf8.count <= 100 else { throw Fault(name: "profile") }
        key = headers["idempotency-key"].map(Self.unquoted)
        if let key {
            let isPlain = key.utf8.allSatisfy { (0x21...0x7E).contains($0) }
            guard isPlain, (1...Self.longestKey).contains(key.utf8.count) else { throw Fault(name: "Idempotency-Key") }
        }
        if let text = headers["content-length"] {
            guard let size = Int(text), size >= 0 else { throw Fault(name: "Content-Length") }
            sizeInBytes = size
        }
        if let text = parameters["files"] {
            guard let count = Int(text), count > 0 else { throw Fault(name: "files") }
            files = count
        }
        let digest = headers["content-digest"] ?? headers["repr-digest"]
        if let digest {
            guard let sha256 = Self.sha256(digest) else { throw Fault(name: "Content-Digest") }
            self.sha256 = sha256
        }
    }

    /// A structured header's string (RFC 8941) without its quotes; other texts as they are.
    private static func unquoted(_ text: String) -> String {
        text.count >= 2 && text.hasPrefix("\"") && text.hasSuffix("\"") ? String(text.dropFirst().dropLast()) : text
    }

    /// The SHA-256 in a digest header (RFC 9530), as `sha-256=:base64:`.
    private static func sha256(_ header: String) -> String? {
        for part in header.split(separator: ",") {
            let part = part.trimmingCharacters(in: .whitespaces)
            guard part.lowercased().hasPrefix("sha-256=:"), part.hasSuffix(":") else { continue }
            guard let bytes = Data(base64Encoded: String(part.dropFirst(9).dropLast())), bytes.count == 32 else {
                return nil
            }
            return bytes.hexadecimal
        }
        return nil
    }
}
