package import CaptureModel
import CLinux
import Foundation
import Synchronization

/// Room on the file system that holds a folder.
package struct DiskSpace: Sendable, Hashable {
    package var freeBytes: Int
    package var totalBytes: Int
    /// Files that can still be made; nil where the file system knows no limit.
    package var freeFiles: Int?
    package var totalFiles: Int

    package init(of path: String) throws(CaptureError) {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { throw .storage("statvfs") }
        let block = Int(status.f_frsize)
        freeBytes = Int(status.f_bavail) * block
        totalBytes = Int(status.f_blocks) * block
        freeFiles = status.f_files == 0 ? nil : Int(status.f_favail)
        totalFiles = Int(status.f_files)
    }
}

extension DurableFile {
    /// How often a sync failed in this process on the file system that holds `path`: what was written there before it may
    /// be lost, whoever wrote it.
    ///
    /// A share that fails tells nothing about the disk of the store. 0 where there is no `path`.
    package static func failedSyncs(onFileSystemOf path: String) -> Int {
        var status = stat()
        guard stat(path, &status) == 0 else { return 0 }
        let device = status.st_dev
        return syncFailures.withLock { $0[device] ?? 0 }
    }

    /// Takes up `size` bytes under the name, so that they can be given back in an emergency.
    package static func reserve(_ path: String, sizeInBytes size: Int) throws(CaptureError) {
        let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .storage("open") }
        defer { close(file) }
        let result = posix_fallocate(file, 0, size)
        guard result == 0 else {
            unlink(path)
            errno = result
            throw .storage("fallocate")
        }
    }

    /// Makes everything on the file system that holds `path` durable: for many files at once.
    package static func syncFileSystem(of path: String) throws(CaptureError) {
        let folder = open(path, O_RDONLY | O_CLOEXEC)
        guard folder >= 0 else { throw .storage("open") }
        defer { close(folder) }
        guard clinux_syncfs(folder) == 0 else { throw .storage("syncfs") }
    }
}
