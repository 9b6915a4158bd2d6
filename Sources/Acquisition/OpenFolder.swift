// A folder of others, held open. Names in it are bytes that anybody chose: they are kept as they are, never followed
// where they are links, and opened without waiting for whoever holds the other end of a pipe.

import CaptureModel
import DurableFiles
import Foundation
import SystemPackage

/// A folder by its descriptor; closed with the value.
struct OpenFolder: ~Copyable {
    private let descriptor: Int32

    /// Throws `folder-missing` where it cannot be opened.
    init(_ path: String) throws(CaptureError) {
        descriptor = Foundation.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .folderMissing(String(cString: strerror(errno))) }
    }

    /// A folder inside `parent`; nil where there is none of that name or it is a link.
    init?(_ name: FilePath.Component, in parent: borrowing OpenFolder) {
        let parent = parent.descriptor
        descriptor = name.withPlatformString { openat(parent, $0, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }
        guard descriptor >= 0 else { return nil }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// All names but `.` and `..`, in the order of the file system.
    ///
    /// A listing that breaks off, as on a share that goes away, is none: it throws `folder-missing`.
    func names() throws(CaptureError) -> [FilePath.Component] {
        let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0, let stream = fdopendir(copy) else {
            let reason = String(cString: strerror(errno))
            if copy >= 0 { close(copy) }
            throw .folderMissing(reason)
        }
        defer { closedir(stream) }
        var names: [FilePath.Component] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else { break }
            // The entry may be shorter than its type: only the bytes up to the end of the name are there.
            guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { break }
            let bytes = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
            if let name = FilePath.Component(platformString: bytes), name.kind == .regular { names.append(name) }
        }
        guard errno == 0 else { throw .folderMissing(String(cString: strerror(errno))) }
        return names
    }

    /// What the file system says of a name itself, not of what a link leads to.
    func status(of name: FilePath.Component) -> stat? {
        var status = stat()
        let result = name.withPlatformString { fstatat(descriptor, $0, &status, AT_SYMLINK_NOFOLLOW) }
        return result == 0 ? status : nil
    }

    /// Opens a file for reading; a negative errno where that fails.
    func open(_ name: FilePath.Component) -> Int32 {
        let file = name.withPlatformString {
            openat(descriptor, $0, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        }
        return file >= 0 ? file : -errno
    }

    /// Moves a name into another folder of the same file system; 0, or the errno.
    func move(_ name: FilePath.Component, to other: borrowing OpenFolder) -> Int32 {
        let target = other.descriptor
        return name.withPlatformString { renameat(descriptor, $0, target, $0) == 0 ? 0 : errno }
    }

    /// Makes the names in the folder durable.
    func sync() throws(CaptureError) {
        try DurableFile.sync(descriptor: descriptor)
    }
}

extension CaptureError {
    static func folderMissing(_ cause: String = "") -> CaptureError {
        CaptureError(
            .unavailable, "folder-missing",
            LocalizedText(
                de: "Der überwachte Ordner ist nicht erreichbar.", en: "The watched folder cannot be reached."),
            remedy: LocalizedText(
                de: "Bitte Netzlaufwerk und Rechte prüfen.", en: "Please check the network drive and its permissions."),
            cause: cause)
    }

    static let shareNotMounted = CaptureError(
        .unavailable, "share-not-mounted",
        LocalizedText(
            de: "Im überwachten Ordner fehlt die Kennungsdatei: Das Netzlaufwerk ist wohl nicht eingebunden.",
            en: "The sentinel file is missing in the watched folder: the share is probably not mounted."),
        remedy: LocalizedText(
            de: "Bitte das Netzlaufwerk einbinden; danach geht es von selbst weiter.",
            en: "Please mount the share; work then goes on by itself."))
}
