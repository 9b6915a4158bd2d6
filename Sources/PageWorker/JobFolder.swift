import CaptureModel
import Foundation

/// The folder a worker lives in: `in/` is what it reads, `out/` what it makes, `tmp/` its own.
package struct JobFolder: Sendable {
    package let path: String

    /// A relative path is taken from the working directory, once and for all.
    package init(_ path: String) { self.path = URL(fileURLWithPath: path).standardizedFileURL.path }

    package var input: String { path + "/in" }
    package var output: String { path + "/out" }
    package var temporary: String { path + "/tmp" }

    /// The path of a file that a request names, below the job folder.
    func file(_ name: String) throws(CaptureError) -> String {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard !name.isEmpty, parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else {
            throw .fault("JobFolder.file", "a name that is not below the job folder")
        }
        return path + "/" + name
    }

    /// Removes what the last job left in `tmp/`.
    func clearTemporary() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: temporary)) ?? []
        for name in names { try? FileManager.default.removeItem(atPath: temporary + "/" + name) }
    }
}
