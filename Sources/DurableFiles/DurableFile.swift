// Files that are there after a power cut.
//
// Write beside the target, sync, rename, sync the folder: all four are needed, a missing one leaves an empty file or the
// temporary name behind. Any step may be killed and run again with the same result. A failed fsync is never tried again
// on the same descriptor: the kernel may have dropped the pages (the PostgreSQL "fsyncgate").

package import CaptureModel
import CLinux
package import Foundation
import Synchronization

package enum DurableFile {
    /// Makes `bytes` the content of `path`; an existing file is replaced in one step.
    package static func write(_ bytes: Data, to path: String) throws(CaptureError) {
        let part = path + ".part"
        let file = try openFile(part, O_WRONLY | O_CREAT | O_TRUNC)
        do throws(CaptureError) {
            try writeAll(bytes, to: file)
            try sync(descriptor: file)
        } catch {
            close(file)
            throw error
        }
        guard close(file) == 0 else { throw .storage("close") }
        try rename(part, to: path)
    }

    /// Renames in one step, replacing what is there, and makes the new name durable.
    package static func rename(_ source: String, to target: String) throws(CaptureError) {
        guard Foundation.rename(source, target) == 0 else { throw .storage("rename") }
        try syncFolder(of: target)
    }

    /// Renames in one step unless the target exists; false where it does.
    package static func renameIfAbsent(_ source: String, to target: String) throws(CaptureError) -> Bool {
        let result = clinux_rename_noreplace(source, target)
        if result == -EEXIST { return false }
        guard result == 0 else {
            errno = -result
            throw .storage("rename")
        }
        try syncFolder(of: target)
        return true
    }

    /// Makes a file that something else wrote durable: its content and its name.
    package static func sync(_ path: String) throws(CaptureError) {
        let file = try openFile(path, O_RDONLY)
        defer { close(file) }
        try sync(descriptor: file)
        try syncFolder(of: path)
    }

    /// Takes over a file that another process wrote on the same file system: synced, then renamed.
    package static func adopt(_ source: String, as target: String) throws(CaptureError) {
        let file = try openFile(source, O_RDONLY | O_NOFOLLOW)
        defer { close(file) }
        try sync(descriptor: file)
        try rename(source, to: target)
    }

    /// Copies `source` durably to `target`, sharing blocks where the file system can.
    ///
    /// - Parameters:
    ///   - patches: bytes that replace those at an offset of the copy.
    ///   - check: looks at the finished copy under its passing name; what it throws is thrown, and `target` stays as it was.
    package static func copy(
        _ source: String, to target: String, patches: [(offset: Int, bytes: [UInt8])] = [],
        check: (_ copy: String) throws(CaptureError) -> Void = { _ in }
    ) throws(CaptureError) {
        let input = try openFile(source, O_RDONLY)
        defer { close(input) }
        let part = target + ".part"
        let output = try openFile(part, O_WRONLY | O_CREAT | O_TRUNC)
        do throws(CaptureError) {
            try copyAll(input, output)
            for patch in patches {
                let count = pwrite(output, patch.bytes, patch.bytes.count, patch.offset)
                guard count == patch.bytes.count else { throw .storage("pwrite") }
            }
            try sync(descriptor: output)
        } catch {
            close(output)
            throw error
        }
        guard close(output) == 0 else { throw .storage("close") }
        do throws(CaptureError) {
            try check(part)
        } catch {
            unlink(part)
            throw error
        }
        try rename(part, to: target)
    }

    /// Copies a file, sharing blocks where the file system can; nothing of it is durable until the file system is synced.
    package static func duplicate(_ source: String, to target: String) throws(CaptureError) {
        let input = try openFile(source, O_RDONLY)
        defer { close(input) }
        let output = try openFile(target, O_WRONLY | O_CREAT | O_TRUNC)
        do throws(CaptureError) {
            try copyAll(input, output)
        } catch {
            close(output)
            throw error
        }
        guard close(output) == 0 else { throw .storage("close") }
    }

    private static func copyAll(_ input: Int32, _ output: Int32) throws(CaptureError) {
        while true {
            let count = clinux_copy(input, output)
            if count == 0 { return }
            guard count > 0 else {
                errno = Int32(-count)
                throw .storage("copy_file_range")
            }
        }
    }

    /// Appends one line and makes it durable before it returns.
    ///
    /// It begins on a line of its own even where an earlier one was torn by a power cut; where it cannot be written whole,
    /// what was written of it is taken back.
    package static func append(line: String, to path: String) throws(CaptureError) {
        let file = try openFile(path, O_RDWR | O_CREAT | O_APPEND)
        defer { close(file) }
        let end = lseek(file, 0, SEEK_END)
        var last = UInt8(ascii: "\n")
        if end > 0, pread(file, &last, 1, end - 1) != 1 { throw .storage("pread") }
        let start = last == UInt8(ascii: "\n") ? "" : "\n"
        do throws(CaptureError) {
            try writeAll(Data((start + line + "\n").utf8), to: file)
        } catch {
            ftruncate(file, end)
            throw error
        }
        try sync(descriptor: file)
        // A new file has a new name, which is the folder's content.
        if end == 0 { try syncFolder(of: path) }
    }

    /// Creates the folder and the ones above it, durably.
    package static func createFolder(_ path: String) throws(CaptureError) {
        if mkdir(path, 0o700) == 0 { return try syncFolder(of: path) }
        if errno == EEXIST { return }
        guard errno == ENOENT else { throw .storage("mkdir") }
        try createFolder((path as NSString).deletingLastPathComponent)
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw .storage("mkdir") }
        try syncFolder(of: path)
    }

    /// Makes the names inside the folder that holds `path` durable.
    package static func syncFolder(of path: String) throws(CaptureError) {
        let parent = (path as NSString).deletingLastPathComponent
        let folder = try openFile(parent.isEmpty ? "." : parent, O_RDONLY | O_DIRECTORY)
        defer { close(folder) }
        try sync(descriptor: folder)
    }

    private static func openFile(_ path: String, _ flags: Int32) throws(CaptureError) -> Int32 {
        let file = open(path, flags | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .storage("open") }
        return file
    }

    /// Makes an open file or folder durable; a failure is remembered for its file system.
    package static func sync(descriptor file: Int32) throws(CaptureError) {
        guard fsync(file) == 0 else {
            let error = CaptureError.storage("fsync")
            var status = stat()
            if fstat(file, &status) == 0 {
                let device = status.st_dev
                syncFailures.withLock { $0[device, default: 0] += 1 }
            }
            throw error
        }
    }

    static let syncFailures = Mutex<[dev_t: Int]>([:])

    private static func writeAll(_ bytes: Data, to file: Int32) throws(CaptureError) {
        let isWritten = bytes.withUnsafeBytes { buffer in
            var offset = 0
            while offset < buffer.count {
                let count = Foundation.write(file, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                offset += count
            }
            return true
        }
        guard isWritten else { throw .storage("write") }
    }
}

extension CaptureError {
    /// The disk did not take or give what it should; `errno` tells why.
    ///
    /// The cause tells the call alone: the file may be named after a citizen.
    package static func storage(_ call: String) -> CaptureError {
        let reason = "\(call): \(String(cString: strerror(errno)))"
        return errno == ENOSPC || errno == EDQUOT ? .diskFull(reason) : .storageFailed(reason)
    }

    /// The disk did not take or give what it should, told with the call.
    package static func storageFailed(_ cause: String) -> CaptureError {
        CaptureError(
            .unavailable, "storage-failed",
            LocalizedText(de: "Speicherfehler.", en: "Storage fault."),
            remedy: LocalizedText(
                de: "Bitte Datenträger und Rechte prüfen.", en: "Please check the disk and its permissions."),
            cause: cause)
    }
}
