// The integrity manifest: the SHA-256 of every file that makes up a document.
//
//     {"batch": "<id>", "document": "<id>", "form": "converted", "files": [{"path", "role", "sha256", "sizeInBytes"}], "version": 1}
//
// Canonical: keys and files in order, no time in it, so that the same files give the same bytes; a seal or timestamp over
// the manifest covers them all. Paths are relative to the batch folder and never lead out of it.

package import CaptureModel
import DurableFiles
package import Foundation

/// What a document is made of, file by file.
package struct Manifest: Sendable, Hashable, Codable {
    package enum Role: String, Sendable, Codable {
        /// A page as it was acquired, or a file as it came in.
        case original
        /// A page's image as it stands in the document.
        case recordImage
        case analysis
        case transferNote
        /// The PDF that is delivered.
        case document
    }

    package struct Entry: Sendable, Hashable, Codable {
        package var path: String
        package var role: Role
        package var sha256: String
        package var sizeInBytes: Int

        package init(path: String, role: Role, sha256: String, sizeInBytes: Int) {
            self.path = path
            self.role = role
            self.sha256 = sha256
            self.sizeInBytes = sizeInBytes
        }
    }

    package static let fileName = "manifest.json"
    private static let currentVersion = 1

    package let version: Int
    package let batch: String
    package let document: String
    /// What the PDF is, as `DocumentMetadata.form`.
    package let form: String
    /// By path, each one once.
    package let files: [Entry]

    package init(batch: String, document: String, form: String, files: [Entry]) {
        version = Self.currentVersion
        self.batch = batch
        self.document = document
        self.form = form
        self.files = files.sorted { $0.path < $1.path }
    }

    /// The manifest of files as they lie below `folder` now.
    package init(
        batch: String, document: String, form: String, paths: [(path: String, role: Role)], in folder: String
    ) throws(CaptureError) {
        var files: [Entry] = []
        var known: Set<String> = []
        for (path, role) in paths where known.insert(path).inserted {
            let (sha256, size) = try SHA256.of(file: folder + "/" + path)
            files.append(Entry(path: path, role: role, sha256: sha256, sizeInBytes: size))
        }
        self.init(batch: batch, document: document, form: form, files: files)
    }

    /// The manifest with the PDF as it is now, for one that was sealed after it was made.
    package func replacingDocument(path: String, sha256: String, sizeInBytes: Int) -> Manifest {
        let files = files.map { entry in
            entry.role == .document
                ? Entry(path: path, role: .document, sha256: sha256, sizeInBytes: sizeInBytes) : entry
        }
        return Manifest(batch: batch, document: document, form: form, files: files)
    }

    /// The bytes of `manifest.json`.
    package var canonical: Data {
        get throws(CaptureError) {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            do { return try encoder.encode(self) + Data("\n".utf8) } catch { throw .fault("Manifest.canonical") }
        }
    }

    /// Reads a manifest; fails where it is none, or of a version that is not known.
    package init(reading bytes: Data) throws(CaptureError) {
        let read = try? JSONDecoder().decode(Manifest.self, from: bytes)
        guard let read, read.version == Self.currentVersion, read.files.allSatisfy({ Self.isBelow($0.path) }) else {
            throw .manifestUnreadable
        }
        self = read
    }

    private static func isBelow(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return !path.isEmpty && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
    }
}

extension CaptureError {
    fileprivate static var manifestUnreadable: CaptureError {
        CaptureError(
            .badInput, "manifest-unreadable",
            LocalizedText(
                de: "Das Prüfverzeichnis des Schriftstücks ist nicht lesbar.",
                en: "The document's manifest cannot be read."),
            remedy: LocalizedText(
                de: "Bitte die Datei manifest.json aus einer Sicherung zurückholen.",
                en: "Please restore the file manifest.json from a backup."))
    }
}
