package import CaptureModel
import Foundation

/// The right to write into a folder, held by one process at a time and given back when that one ends, however it ends.
package struct FolderLock: ~Copyable {
    private let folder: Int32

    /// Nil where another process still holds the folder after so many seconds.
    package init?(_ path: String, waitingSeconds: Double = 0) throws(CaptureError) {
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw .storage("open") }
        guard Self.lock(folder, until: .now + .seconds(waitingSeconds)) else {
            close(folder)
            return nil
        }
        self.folder = folder
    }

    private static func lock(_ folder: Int32, until end: ContinuousClock.Instant) -> Bool {
        while flock(folder, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR, ContinuousClock.now < end else { return false }
            usleep(20_000)
        }
        return true
    }

    deinit { close(folder) }
}
