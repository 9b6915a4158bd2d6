import CaptureModel
import CLinux
import Foundation
import SystemPackage

/// The files of a watched folder and of the sub-folders that its context names.
struct FolderWalk: Sendable {
    /// Folders of our own inside the watched folder.
    static let own: Set<String> = [".claimed", "done", "refused"]
    /// Letters of names of sub-folders that may become values; others are not looked into.
    private static let signs = Set(" ._-+&(),äöüÄÖÜß")

    let root: String
    /// Levels of sub-folders that are looked into.
    let depth: Int

    /// Regular files alone: links, pipes, sockets and devices are nobody's mail.
    func files() throws(CaptureError) -> [ListedFile] {
        var files: [ListedFile] = []
        try collect(try OpenFolder(root), at: FilePath(), level: 0, into: &files)
        return files
    }

    private func collect(
        _ folder: borrowing OpenFolder, at place: FilePath, level: Int, into files: inout [ListedFile]
    ) throws(CaptureError) {
        for name in try folder.names() {
            guard let status = folder.status(of: name) else { continue }
            switch status.st_mode & S_IFMT {
            case S_IFREG:
                files.append(ListedFile(place.appending(name), status))
            case S_IFDIR where level < depth && Self.isValue(name, isTop: level == 0):
                guard let inner = OpenFolder(name, in: folder) else { continue }
                try collect(inner, at: place.appending(name), level: level + 1, into: &files)
            default: continue
            }
        }
    }

    /// The folder that holds a listed file; nil where it is gone or a link took its place.
    func folder(of path: FilePath) throws(CaptureError) -> OpenFolder? {
        var folder = try OpenFolder(root)
        for name in path.removingLastComponent().components {
            guard let inner = OpenFolder(name, in: folder) else { return nil }
            folder = inner
        }
        return folder
    }

    /// The name of a sub-folder becomes a value of fields and paths: plain names only.
    private static func isValue(_ name: FilePath.Component, isTop: Bool) -> Bool {
        let text = name.string
        return FilePath.Component(text) == name && !text.hasPrefix(".") && text.count <= 100
            && !(isTop && own.contains(text))
            && text.allSatisfy { ($0.isASCII && ($0.isLetter || $0.isNumber)) || signs.contains($0) }
    }
}

extension ListedFile {
    init(_ path: FilePath, _ status: stat) {
        self.init(
            path: path, sizeInBytes: Int(status.st_size),
            modified: Double(status.st_mtim.tv_sec) + Double(status.st_mtim.tv_nsec) / 1e9,
            inode: UInt64(status.st_ino), links: UInt64(status.st_nlink))
    }
}

/// A file of a watched folder, open for reading and known to be the one that was listed.
struct OpenFile: ~Copyable {
    let descriptor: Int32

    private init(_ descriptor: Int32) { self.descriptor = descriptor }

    /// Opens a listed file; nil where it is another one by now, or none.
    static func open(_ file: ListedFile, in folder: borrowing OpenFolder) throws(CaptureError) -> OpenFile? {
        guard let name = file.path.lastComponent else { return nil }
        let descriptor = folder.open(name)
        if descriptor == -EACCES || descriptor == -EPERM { throw .fileNotReadable }
        guard descriptor >= 0 else { return nil }
        let opened = OpenFile(descriptor)
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            ListedFile(file.path, status) == file
        else { return nil }
        return opened
    }

    deinit { close(descriptor) }

    /// Another process has it open for writing; false where the file system cannot tell, as on a network share.
    var isBeingWritten: Bool { clinux_is_being_written(descriptor) == 1 }

    /// A path that leads to this very file, whatever its name holds and whoever moves it; good as long as the value lives.
    var path: String { "/proc/self/fd/\(descriptor)" }

    /// Ends the use of the path.
    consuming func done() {}
}

extension CaptureError {
    static let fileNotReadable = CaptureError(
        .badInput, "file-not-readable",
        LocalizedText(
            de: "Eine Datei im überwachten Ordner darf nicht gelesen werden.",
            en: "A file in the watched folder may not be read."),
        remedy: LocalizedText(
            de: "Bitte dem Dienst das Lesen in diesem Ordner erlauben.",
            en: "Please allow the service to read in this folder."))

    static let fileLinked = CaptureError(
        .badInput, "file-linked",
        LocalizedText(
            de: "Die Datei hat noch einen anderen Namen (harter Link) und wird nicht übernommen.",
            en: "The file has another name as well (hard link) and is not taken."),
        remedy: LocalizedText(
            de: "Bitte eine Kopie der Datei ablegen.", en: "Please put a copy of the file there."))
}
