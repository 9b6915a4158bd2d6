import Foundation

/// The files of this project, as the rules see them.
struct Project {
    struct File {
        /// Below the project's folder, as `Sources/Delivery/SafeName.swift`.
        let path: String
        let source: String
        let swift: SwiftText

        init(path: String, source: String) {
            self.path = path
            self.source = source
            swift = SwiftText(source)
        }

        /// The target the file belongs to.
        var room: String {
            let parts = path.split(separator: "/")
            return parts.count > 2 ? String(parts[1]) : ""
        }
    }

    let manifest: Manifest
    /// Swift files below `Sources` and `Tests`.
    let files: [File]

    var sources: [File] { files.filter { $0.path.hasPrefix("Sources/") } }

    /// Read once for all tests.
    static let current = Result { try load() }

    private static func load() throws -> Project {
        let manifest = try String(contentsOf: folder.appendingPathComponent("Package.swift"), encoding: .utf8)
        let files = try ["Sources", "Tests"].flatMap(paths(below:)).filter { $0.hasSuffix(".swift") }.map { path in
            File(path: path, source: try text(of: path))
        }
        return Project(manifest: Manifest(manifest), files: files)
    }

    /// Every text file a reader of the project meets.
    static func texts() throws -> [(path: String, text: String)] {
        let top = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let own = top.filter { $0 != ".git" && !$0.hasPrefix(".build") && $0 != "Package.resolved" }
        return own.flatMap { paths(below: $0) }.sorted().compactMap { path in
            (try? text(of: path)).map { (path, $0) }
        }
    }

    private static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func paths(below name: String) -> [String] {
        let url = folder.appendingPathComponent(name).resolvingSymlinksInPath()
        guard let names = FileManager.default.enumerator(atPath: url.path) else { return [name] }
        let below = names.compactMap { $0 as? String }.sorted().map { name + "/" + $0 }
        return below.isEmpty ? [name] : below
    }

    static func text(of path: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    }
}
