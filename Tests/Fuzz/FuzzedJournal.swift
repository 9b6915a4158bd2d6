import CaptureModel
import DurableFiles
import Foundation
import GRDB

@testable import BatchStore

/// A journal of any bytes: read as it is, and with sums that agree, so that what stands behind them is reached as well.
enum FuzzedJournal {
    /// A folder of this process, in memory where there is room for it.
    static let scratch: String = {
        let memory = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
        let path = memory + "/scanstelle-fuzz-\(getpid())"
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        atexit { try? FileManager.default.removeItem(atPath: FuzzedJournal.scratch) }
        return path
    }()

    private static let folder = try? StateFolder(path: scratch)
    private static let catalog: DatabaseQueue? = {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try? DatabaseQueue(configuration: configuration)
        guard let queue, (try? Schema.migrator.migrate(queue)) != nil else { return nil }
        return queue
    }()

    static func read(_ bytes: Data) {
        guard let folder else { exit(65) }
        replay(bytes, in: folder)
        let lines = bytes.split(separator: UInt8(ascii: "\n")).map { line in
            let text = String(decoding: line, as: UTF8.self)
            return "{\"sum\":\"\(SHA256.of(Data(text.utf8)).prefix(16))\",\"line\":\(text)}\n"
        }
        replay(Data(lines.joined().utf8), in: folder)
    }

    private static func replay(_ bytes: Data, in folder: StateFolder) {
        guard let catalog else { exit(66) }
        try? bytes.write(to: URL(fileURLWithPath: folder.journal))
        guard let archive = try? JournalArchive(folder) else { return }
        _ = (archive.firstGap, archive.head)
        try? catalog.inTransaction { db in
            _ = try JournalReplay.apply(archive, to: db)
            return .rollback
        }
    }
}
