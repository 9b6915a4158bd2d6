import BatchStore
import CaptureModel
import Foundation

/// A state folder that is gone when the command ends, or when a later one finds it left over.
struct TemporaryState: ~Copyable {
    private static let prefix = "scanstelle-process-"
    /// Younger folders are let alone: their command may be about to lock them.
    private static let leftoverAgeSeconds = 60.0

    let folder: StateFolder
    private let lock: StateLock

    init() throws(CaptureError) {
        Self.removeLeftovers()
        let folder = try StateFolder(path: NSTemporaryDirectory() + "/" + Self.prefix + Identifier.make())
        let lock = try StateLock(folder)
        self.init(folder, lock)
    }

    private init(_ folder: StateFolder, _ lock: consuming StateLock) {
        self.folder = folder
        self.lock = lock
    }

    deinit { try? FileManager.default.removeItem(atPath: folder.path) }

    /// A command that was killed could not clean up; nobody holds the lock of its folder any more.
    private static func removeLeftovers() {
        let parent = NSTemporaryDirectory()
        for name in (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? [] where name.hasPrefix(prefix) {
            let path = parent + "/" + name
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            guard let changed = attributes?[.modificationDate] as? Date,
                changed.timeIntervalSinceNow < -leftoverAgeSeconds, let folder = try? StateFolder(path: path),
                !StateLock.isHeld(folder)
            else { continue }
            try? FileManager.default.removeItem(atPath: path)
        }
    }
}
