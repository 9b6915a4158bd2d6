import CaptureModel
import DurableFiles
import Foundation

extension Manifest {
    /// A file that is not as its manifest says.
    package struct Fault: Sendable, Hashable, Codable {
        package enum Kind: String, Sendable, Codable { case missing, altered, unreadable }

        /// Relative to the batch folder.
        package var path: String
        package var kind: Kind

        package init(path: String, kind: Kind) {
            self.path = path
            self.kind = kind
        }
    }

    /// Every file of every document of a batch folder that is not as its manifest says; empty where all is well.
    ///
    /// A manifest that cannot be read is a fault itself; a document without one is none: it was not composed yet.
    ///
    /// - Parameter roles: the kinds of file that are looked at; nil means all.
    package static func verify(_ batchFolder: String, roles: Set<Role>? = nil) -> [Fault] {
        let documents = (try? FileManager.default.contentsOfDirectory(atPath: batchFolder + "/documents")) ?? []
        return documents.sorted().flatMap { name -> [Fault] in
            let path = "documents/\(name)/\(fileName)"
            let file = batchFolder + "/" + path
            guard FileManager.default.fileExists(atPath: file) else { return [] }
            guard let bytes = FileManager.default.contents(atPath: file),
                let manifest = try? Manifest(reading: bytes)
            else { return [Fault(path: path, kind: .unreadable)] }
            return manifest.faults(in: batchFolder, roles: roles)
        }
    }

    /// The files below `batchFolder` that are not as this manifest says.
    package func faults(in batchFolder: String, roles: Set<Role>? = nil) -> [Fault] {
        files.filter { roles?.contains($0.role) ?? true }.compactMap { entry in
            let path = batchFolder + "/" + entry.path
            guard FileManager.default.fileExists(atPath: path) else { return Fault(path: entry.path, kind: .missing) }
            guard let found = try? SHA256.of(file: path) else { return Fault(path: entry.path, kind: .unreadable) }
            let isSame = found.hex == entry.sha256 && found.sizeInBytes == entry.sizeInBytes
            return isSame ? nil : Fault(path: entry.path, kind: .altered)
        }
    }
}
