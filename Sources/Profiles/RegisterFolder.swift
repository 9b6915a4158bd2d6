import CaptureModel
import Foundation
import Yams

/// A register with the names of its columns beside the key, in order.
struct RegisterTable {
    let register: Register
    let columns: [String]
}

/// The folder `registers` beside a profile, and what the profile says of registers elsewhere; each is read once.
final class RegisterFolder {
    private let folder: String
    private var sources: [String: (source: RegisterSource, node: Node?)] = [:]
    private var tables: [String: RegisterTable] = [:]

    /// A hundred thousand rows take a few megabytes.
    static let maxSizeInBytes = 50_000_000

    init(_ folder: String) { self.folder = folder }

    /// By name.
    var registers: [String: Register] { tables.mapValues(\.register) }

    /// Takes note of a register that is no CSV file; false where one has that name already.
    func add(_ source: RegisterSource, _ node: Node?) -> Bool {
        guard sources[source.name] == nil else { return false }
        sources[source.name] = (source, node)
        return true
    }

    /// The register, nil with a note at `node` or at its source where it cannot be read.
    func register(_ name: String, for node: Node?, _ reader: NodeReader) -> RegisterTable? {
        if let known = tables[name] { return known }
        let table =
            if let (source, place) = sources[name] {
                table(source, place, reader)
            } else {
                file(name, for: node, reader)
            }
        tables[name] = table
        return table
    }

    private func table(_ source: RegisterSource, _ node: Node?, _ reader: NodeReader) -> RegisterTable {
        let columns = source.columns.keys.sorted()
        guard case .database(let file, let table) = source.place else {
            // What the service knows is asked for each batch; nothing is known by itself.
            return RegisterTable(
                register: Register(name: source.name, entries: [:], answered: []), columns: columns)
        }
        do throws(CaptureError) {
            let database = RegisterDatabase(path: folder + "/" + file, maxSizeInBytes: Self.maxSizeInBytes)
            let entries = try database.entries(of: table, key: source.key, columns: source.columns)
            return RegisterTable(register: Register(name: source.name, entries: entries), columns: columns)
        } catch {
            reader.note(node, error)
            // The columns are known all the same: names that need them are no faults of their own.
            return RegisterTable(register: Register(name: source.name, entries: [:]), columns: columns)
        }
    }

    private func file(_ name: String, for node: Node?, _ reader: NodeReader) -> RegisterTable? {
        guard reader.isRegisterName(name, node) else { return nil }
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
        return RegisterTable(register: file.register, columns: file.columns)
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
