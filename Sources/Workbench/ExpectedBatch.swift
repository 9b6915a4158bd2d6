package import CaptureModel
package import Foundation

/// What a good profile makes of a batch, as the `expected.json` beside its pages says it; see testdata/README.md.
package struct ExpectedBatch: Sendable, Decodable {
    package struct Page: Sendable, Decodable {
        /// Name of its file.
        package var input: String
        package var role: PageRole
    }

    package struct Document: Sendable, Decodable {
        package struct Field: Sendable, Decodable { package var value: String }

        package var pages: [Int]
        /// nil where nobody says what it is.
        package var type: String?
        package var route: String?
        package var fields: [String: Field]
    }

    /// The files are one stack; else each is a batch of its own.
    package var filesTogether: Bool?
    package var pages: [Page]
    package var documents: [Document]

    /// Reads `expected.json` of `folder`.
    package static func read(_ folder: URL) throws(CaptureError) -> ExpectedBatch {
        let file = folder.appending(path: "expected.json")
        do {
            return try JSONDecoder().decode(ExpectedBatch.self, from: try Data(contentsOf: file))
        } catch {
            throw CaptureError(
                .badInput, "expectations-unreadable",
                LocalizedText(
                    de: "\(file.path) fehlt oder ist nicht lesbar.", en: "\(file.path) is missing or cannot be read."),
                remedy: LocalizedText(
                    de: "Bitte für jeden Stapel aufschreiben, was herauskommen soll; docs/profiles.md zeigt wie.",
                    en: "Please write down what should come out of each batch; docs/profiles.md shows how."),
                cause: "\(error)")
        }
    }

    /// Folders with expectations: `folder` itself, or those in it, in name order.
    package static func folders(in folder: URL) throws(CaptureError) -> [URL] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? []
        if names.contains("expected.json") { return [folder] }
        let found = names.map { folder.appending(path: $0) }.filter {
            FileManager.default.fileExists(atPath: $0.appending(path: "expected.json").path)
        }
        if found.isEmpty { _ = try read(folder) }
        return found
    }
}
