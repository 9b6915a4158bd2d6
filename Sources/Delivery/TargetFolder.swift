import CaptureModel
import DurableFiles
import Foundation

/// An open folder below the root of a target.
///
/// Every step down opens one name relative to the folder above and refuses links, so nothing that others put into the
/// share can lead out of it. Paths go through `/proc/self/fd`: they mean this folder even if it is renamed meanwhile.
struct TargetFolder: ~Copyable {
    private let folder: Int32

    private init(owning folder: Int32) { self.folder = folder }

    deinit { close(folder) }

    /// - Parameter sentinel: a file that must lie in the root, so that an empty mount point is not taken for the share.
    init(root: String, sentinel: String?) throws(CaptureError) {
        let opened = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard opened >= 0 else { throw .targetMissing("open") }
        if let sentinel, faccessat(opened, sentinel, F_OK, 0) != 0 {
            let missing = CaptureError.targetMissing("sentinel")
            close(opened)
            throw missing
        }
        folder = opened
    }

    /// The folder `name` in this one, nil where there is none.
    borrowing func subfolder(_ name: String) throws(CaptureError) -> TargetFolder? {
        let opened = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        if opened >= 0 { return TargetFolder(owning: opened) }
        switch errno {
        case ENOENT: return nil
        case ENOTDIR, ELOOP: throw .deliveryConflict("not a folder")
        default: throw .storage("openat")
        }
    }

    /// Makes the folder `name` in this one, durably, unless it is there.
    ///
    /// The folder's group may read: the system that fetches documents is another user. The root's group is the
    /// administrator's choice, and a set-group-id bit on it reaches down here.
    borrowing func makeSubfolder(_ name: String) throws(CaptureError) {
        if mkdirat(folder, name, 0o750) == 0 {
            guard fsync(folder) == 0 else { throw .storage("fsync") }
        } else if errno != EEXIST {
            throw .storage("mkdirat")
        }
    }

    /// The regular file `name` in this folder, opened for reading; nil where there is none.
    borrowing func file(_ name: String) throws(CaptureError) -> TargetFile? {
        // A pipe would block without O_NONBLOCK; on regular files it means nothing.
        let opened = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        if opened >= 0 { return try TargetFile(owning: opened) }
        switch errno {
        case ENOENT: return nil
        case ELOOP: throw .deliveryConflict("a link")
        default: throw .storage("openat")
        }
    }

    /// Writes a new file under the name `part`, makes it durable, and only then gives it its `name`.
    ///
    /// What a killed attempt left under `part` is thrown away; a file `name` that came meanwhile is never replaced.
    borrowing func place(
        _ name: String, part: String, _ write: (borrowing PartFile) throws(CaptureError) -> Void
    ) throws(CaptureError) {
        do throws(CaptureError) {
            let file = try PartFile(part, in: folder)
            try write(file)
            try file.sync()
            guard try DurableFile.renameIfAbsent(path(part), to: path(name)) else {
                throw .deliveryConflict("rename")
            }
        } catch {
            unlinkat(folder, part, 0)
            throw error.withoutName(name)
        }
    }

    private borrowing func path(_ name: String) -> String { "/proc/self/fd/\(folder)/\(name)" }
}

/// A file that lies at the target.
struct TargetFile: ~Copyable {
    private let file: Int32

    fileprivate init(owning file: Int32) throws(CaptureError) {
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(file)
            throw .deliveryConflict("not a file")
        }
        self.file = file
    }

    deinit { close(file) }

    /// Digest and size as they are on the disk: what the system still holds in memory is asked to be forgotten first.
    borrowing func digest() throws(CaptureError) -> (hex: String, sizeInBytes: Int) {
        posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED)
        return try SHA256.of(file: "/proc/self/fd/\(file)")
    }

    borrowing func content() throws(CaptureError) -> Data {
        guard let content = FileManager.default.contents(atPath: "/proc/self/fd/\(file)") else {
            throw .storage("read")
        }
        return content
    }
}

/// A file that is being written under its temporary name.
struct PartFile: ~Copyable {
    private let file: Int32

    fileprivate init(_ name: String, in folder: Int32) throws(CaptureError) {
        unlinkat(folder, name, 0)
        // O_EXCL follows no link that somebody put there.
        file = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o640)
        guard file >= 0 else { throw .storage("openat") }
    }

    deinit { close(file) }

    borrowing func append(_ bytes: UnsafeRawBufferPointer) throws(CaptureError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .storage("write") }
            rest = rest.dropFirst(count)
        }
    }

    fileprivate borrowing func sync() throws(CaptureError) {
        guard fsync(file) == 0 else { throw .storage("fsync") }
    }
}
