import CaptureModel
import Foundation

/// The files that the arguments of `process` stand for, in order.
enum InputFiles {
    /// Endings of files that lie beside mail and are none.
    private static let companions: Set<String> = ["json", "jsonl", "xml", "txt", "md", "csv", "yaml", "yml"]

    /// A folder stands for its files in name order, without hidden files and companions; those are named on the terminal.
    static func list(_ arguments: [String]) throws(CaptureError) -> [String] {
        var files: [String] = []
        for argument in arguments {
            guard FileManager.default.fileExists(atPath: argument) else { throw missing(argument) }
            files += Programs.isFolder(argument) ? try members(of: argument) : [argument]
        }
        guard !files.isEmpty else { throw missing(arguments.joined(separator: ", ")) }
        return files
    }

    private static func members(of folder: String) throws(CaptureError) -> [String] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        } catch {
            throw missing(folder)
        }
        let visible = names.filter { !$0.hasPrefix(".") && !Programs.isFolder(folder + "/" + $0) }
        let skipped = visible.filter { companions.contains(($0 as NSString).pathExtension.lowercased()) }
        if !skipped.isEmpty { Terminal.note("übersprungen / skipped: \(skipped.joined(separator: ", "))\n") }
        return visible.filter { !skipped.contains($0) }.map { folder + "/" + $0 }
    }

    private static func missing(_ path: String) -> CaptureError {
        CaptureError(
            .badInput, "input-missing",
            LocalizedText(de: "Es gibt nichts zu verarbeiten: \(path)", en: "There is nothing to process: \(path)"),
            remedy: LocalizedText(de: "Bitte den Pfad prüfen.", en: "Please check the path."))
    }
}
