package import Foundation

/// Our own programs, as tests run them.
package enum Programs {
    /// The path of a built program, nil where it is not built.
    ///
    /// Looked for in the folder `SCANSTELLE_PROGRAMS` names, else beside the running test bundle: the process may be a
    /// helper of the toolchain from elsewhere, so the bundle is found by the file that holds this code.
    package static func path(of name: String) -> String? {
        let named = ProcessInfo.processInfo.environment["SCANSTELLE_PROGRAMS"].map { URL(fileURLWithPath: $0) }
        return ([named].compactMap(\.self) + buildFolders).map { $0.appendingPathComponent(name).path }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// The folder of the package the tests were built from: the one that holds `Package.swift`.
    package static func projectFolder(of file: String = #filePath) -> URL? {
        ancestors(of: URL(fileURLWithPath: file)).first {
            FileManager.default.fileExists(atPath: $0.appendingPathComponent("Package.swift").path)
        }
    }

    private static var buildFolders: [URL] {
        var candidates = [loadedImage, CommandLine.arguments.first, "/proc/self/exe"].compactMap(\.self)
        candidates += Bundle.allBundles.map(\.bundlePath)
        return candidates.flatMap { ancestors(of: URL(fileURLWithPath: $0).resolvingSymlinksInPath()).prefix(3) }
    }

    /// The file that this code was loaded from, as the dynamic linker knows it.
    private static var loadedImage: String? {
        let maps = try? String(contentsOfFile: "/proc/self/maps", encoding: .utf8)
        let line = maps?.split(separator: "\n").first { $0.hasSuffix(".xctest") || $0.hasSuffix("PackageTests") }
        return line?.split(separator: " ", maxSplits: 5).last.map { $0.trimmingCharacters(in: .whitespaces) }
    }

    private static func ancestors(of url: URL) -> [URL] {
        var result: [URL] = []
        var folder = url.deletingLastPathComponent()
        while folder.path != "/" {
            result.append(folder)
            folder.deleteLastPathComponent()
        }
        return result
    }
}
