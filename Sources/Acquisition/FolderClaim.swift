// A claim: a file, with its sidecar, on its way from a watched folder into a batch and from there to `done` or `refused`.
//
//     <folder>/amt32/brief.pdf -> .claimed/<batch id>/amt32/brief.pdf -> done/amt32/brief.pdf
//                                                                     -> refused/amt32/brief.pdf + ….grund.txt
//
// The rename into `.claimed` is the claim: who renames first has the file. All of a claim can be told from the names
// below its folder, so that a kill anywhere leaves nothing that a restart does not understand.

import CLinux
import CaptureModel
import DurableFiles
import Foundation
import SystemPackage

struct FolderClaim: Sendable {
    /// Id of the batch that the claim becomes.
    let id: String
    /// The watched folder.
    let root: String

    /// The folder that holds the claimed file; it names the claim in the catalog.
    var folder: String { Self.folder(in: root) + id }

    static func folder(in root: String) -> String { root + "/.claimed/" }

    /// The claims that lie in the watched folder; folders of other names are not ours.
    static func all(in root: String) -> [FolderClaim] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder(in: root))) ?? []
        return names.filter { UUID(uuidString: $0) != nil }.sorted().map { FolderClaim(id: $0, root: root) }
    }

    /// The claim that a path from the catalog stands for: its folder, or the file in it.
    init?(recorded path: String, in root: String) {
        let prefix = Self.folder(in: root)
        guard path.hasPrefix(prefix), let id = path.dropFirst(prefix.count).split(separator: "/").first else {
            return nil
        }
        self.init(id: String(id), root: root)
    }

    init(id: String, root: String) {
        self.id = id
        self.root = root
    }

    /// Moves the file and its sidecar into the claim; false where another was faster.
    func take(_ ready: ReadyFile, from source: borrowing OpenFolder) throws(CaptureError) -> Bool {
        let place = ready.file.path.removingLastComponent().string
        let inner = place.isEmpty ? folder : folder + "/" + place
        try DurableFile.createFolder(inner)
        let target = try OpenFolder(inner)
        guard let name = ready.file.path.lastComponent else { return false }
        let result = source.move(name, to: target)
        guard result == 0 else {
            remove()
            guard result != ENOENT else { return false }
            errno = result
            throw .storage("rename")
        }
        // A sidecar that is gone by now was another's; the file counts.
        if let sidecar = ready.sidecar?.path.lastComponent { _ = source.move(sidecar, to: target) }
        try target.sync()
        try source.sync()
        return true
    }

    /// What lies in the claim, by paths inside it: the mail first, then its sidecar.
    func files() throws(CaptureError) -> [ListedFile] {
        try FolderWalk(root: folder, depth: 10).files()
            .sorted { !FolderListing.isSidecarName($0.path) && FolderListing.isSidecarName($1.path) }
    }

    /// Moves everything of the claim into `done`, or into `refused` with the reason beside it.
    func putAway(problem: CaptureError?) throws(CaptureError) {
        let files = FileManager.default.fileExists(atPath: folder) ? try files().map(\.path) : []
        for file in files {
            let place = root + (problem == nil ? "/done" : "/refused")
            let inner = FilePath(place).appending(file.removingLastComponent().components)
            try DurableFile.createFolder(inner.string)
            guard let name = file.lastComponent else { continue }
            let isMail = files.count == 1 || !FolderListing.isSidecarName(file)
            if let problem, isMail { try explain(problem, beside: name.string, in: inner.string) }
            let source = FilePath(folder).pushing(file)
            // A name that came before keeps its place: the batch id tells the two apart.
            if try source.rename(to: inner.appending(name), replaces: false) { continue }
            if let problem, isMail {
                try explain(problem, beside: "\(id)-\(name.string)", in: inner.string)
            }
            var marked = inner
            marked.append(Self.marked(name, id))
            _ = try source.rename(to: marked, replaces: true)
        }
        remove()
    }

    /// Takes the empty folders of the claim away; one that holds a file stays.
    func remove() {
        let inner = (FileManager.default.enumerator(atPath: folder)?.allObjects as? [String]) ?? []
        for path in inner.sorted().reversed() { rmdir(folder + "/" + path) }
        rmdir(folder)
    }

    private func explain(_ problem: CaptureError, beside name: String, in place: String) throws(CaptureError) {
        let ending = ".grund.txt"
        // Room for the ending that the file has while it is written.
        let isShort = name.utf8.count + ending.utf8.count + 5 <= Int(NAME_MAX)
        try DurableFile.write(Data(Self.reason(problem).utf8), to: place + "/" + (isShort ? name : id) + ending)
    }

    private static func marked(_ name: FilePath.Component, _ id: String) -> FilePath.Component {
        let bytes =
            Array("\(id)-".utf8)
            + name.withPlatformString { Array(UnsafeBufferPointer(start: $0, count: strlen($0))) }.map {
                UInt8(bitPattern: $0)
            }
        let fitting = Array(bytes.prefix(Int(NAME_MAX))) + [0]
        return fitting.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { characters in
                characters.baseAddress.flatMap { FilePath.Component(platformString: $0) }
            }
        } ?? name
    }

    private static func reason(_ problem: CaptureError) -> String {
        """
        \(problem.message.de)
        Abhilfe: \(problem.remedy.de)

        \(problem.message.en)
        Remedy: \(problem.remedy.en)

        (\(problem.problem))

        """
    }
}

extension FilePath {
    /// Renames durably; false where the target exists and must not be replaced.
    fileprivate func rename(to target: FilePath, replaces: Bool) throws(CaptureError) -> Bool {
        let result = withPlatformString { from in
            target.withPlatformString { to in
                replaces ? (Foundation.rename(from, to) == 0 ? 0 : -errno) : clinux_rename_noreplace(from, to)
            }
        }
        if result == -EEXIST { return false }
        guard result == 0 else {
            errno = -result
            throw .storage("rename")
        }
        try OpenFolder(target.removingLastComponent().string).sync()
        return true
    }
}
