import CaptureModel
import Foundation
import Yams

/// The folder `registers` beside a profile; each register is read once.
final class RegisterFolder {
    private let folder: String
    private var files: [String: RegisterFile] = [:]

    /// A hundred thousand rows take a few megabytes.
    private static let maxSizeInBytes = 50_000_000

    init(_ folder: String) { self.folder = folder }

    /// By name.
    var registers: [String: Register] { files.mapValues(\.register) }

    /// The register, nil with a note at `node` where it cannot be read.
    func register(_ name: String, for node: Node?, _ reader: NodeReader) -> RegisterFile? {
        if let known = files[name] { return known }
        guard !name.isEmpty, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }) else {
            reader.wrongKind(
                node,
                LocalizedText(
                    de: "ein Name aus Buchstaben, Ziffern und Strichen", en: "a name of letters, digits and dashes"))
            return nil
        }
        let path = folder + "/" + name + ".csv"
        guard FileManager.default.fileExists(atPath: path) else {
            reader.note(
                node, LocalizedText(de: "Das Verzeichnis „\(name)“ fehlt.", en: "The register “\(name)” is missing."),
                LocalizedText(de: "Bitte die Datei \(path) anlegen.", en: "Please create the file \(path)."))
            return nil
        }
        guard let text = TextFile.content(of: path, maxSizeInBytes: Self.maxSizeInBytes) else {
            reader.note(
                node,
                LocalizedText(
                    de: "Das Verzeichnis „\(name)“ ist nicht lesbar, kein UTF-8 oder zu groß.",
                    en: "The register “\(name)” cannot be read, is not UTF-8 or too large."),
                LocalizedText(de: "Bitte die Datei \(path) prüfen.", en: "Please check the file \(path)."))
            return nil
        }
        let file = RegisterFile(text, name: name, file: path)
        reader.note(file.problems)
        files[name] = file
        return file
    }
}

/// Text files of people: UTF-8, with or without a byte order mark.
enum TextFile {
    /// nil where the file is not there, too large or not UTF-8.
    static func content(of path: String, maxSizeInBytes: Int) -> String? {
        guard let file = FileHandle(forReadingAtPath: path),
            let bytes = try? file.read(upToCount: maxSizeInBytes + 1) ?? Data(), bytes.count <= maxSizeInBytes
        else { return nil }
        return String(validating: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes, as: UTF8.self)
    }
}
