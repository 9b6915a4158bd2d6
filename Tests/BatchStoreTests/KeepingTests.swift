import CaptureModel
import DurableFiles
import Foundation
import GRDB
import Synchronization
import TestSupport
import Testing

@testable import BatchStore

@Suite("A backup counts when it was read back") struct BackupTests {
    @Test("what was backed up is restored, row for row and byte for byte, and work goes on")
    func drill() async throws {
        let worked = try await WorkedStore()
        let before = try await worked.rows()
        let (record, report) = try await StoreBackup.make(of: worked.store, to: worked.folder.path("sicherung"))
        #expect(report.isWhole, "\(report.problems)")
        #expect(record.auditNumber == (try await worked.store.auditCount()))
        let restored = try await StoreBackup.restore(
            from: worked.folder.path("sicherung"), to: worked.folder.path("neu"))
        #expect(restored.isWhole, "\(restored.problems)")
        let other = WorkedStore(
            folder: worked.folder, store: try BatchStore(folder: try StateFolder(path: worked.folder.path("neu"))))
        let after = try await other.rows()
        #expect(after.filter { !$0.contains("store.restored") } == before)
        _ = try await other.store.begin(profile: .sample(), channel: .folder, source: "test")
    }

    @Test("commits that come while it is made do not make it inconsistent")
    func busy() async throws {
        let worked = try await WorkedStore(batches: 1)
        async let backup = StoreBackup.make(of: worked.store, to: worked.folder.path("sicherung"))
        for _ in 1...30 { _ = try await worked.store.requestScan(scanner: "a", profile: "b", actor: "user:1") }
        let report = try await backup.report
        #expect(report.isWhole, "\(report.problems)")
    }

    @Test("a folder without its last file is no backup, and a full one is not restored into")
    func incomplete() async throws {
        let worked = try await WorkedStore(batches: 1)
        let copy = worked.folder.path("sicherung")
        _ = try await StoreBackup.make(of: worked.store, to: copy)
        let full = await #expect(throws: CaptureError.self) {
            try await StoreBackup.restore(from: copy, to: worked.store.folder.path)
        }
        #expect(full?.problem == "folder-not-empty")
        unlink(copy + "/backup.json")
        let none = await #expect(throws: CaptureError.self) {
            try await StoreBackup.restore(from: copy, to: worked.folder.path("neu"))
        }
        #expect(none?.problem == "no-backup")
    }

    @Test("a damaged backup is not made to a state folder that may be used")
    func damaged() async throws {
        let worked = try await WorkedStore(batches: 1)
        let copy = worked.folder.path("sicherung")
        _ = try await StoreBackup.make(of: worked.store, to: copy)
        try Data("x".utf8).write(to: URL(fileURLWithPath: "\(copy)/\(worked.batches[0].folder)/inputs/0001.tif"))
        let report = try await StoreBackup.restore(from: copy, to: worked.folder.path("neu"))
        #expect(report.problems.map(\.kind) == ["file-altered"])
        let folder = try StateFolder(path: worked.folder.path("neu"))
        #expect(throws: CaptureError.self) { try BatchStore(folder: folder) }
    }
}

@Suite("Content is deleted in time") struct PurgeTests {
    private static let day = 86_400.0

    /// All bytes below the state folder.
    private func everything(_ worked: WorkedStore) throws -> Data {
        worked.folder.files().filter { $0.hasPrefix("state/") }
            .reduce(into: Data()) { bytes, file in bytes += (try? worked.folder.read(file)) ?? Data() }
    }

    @Test("nothing of the content is left below the state folder; ids, digests and the audit trail are")
    func gone() async throws {
        let worked = try await WorkedStore()
        #expect(try everything(worked).range(of: Data("Müller".utf8)) != nil)
        for batch in worked.batches { try await worked.store.purge(batch) }
        #expect(try everything(worked).range(of: Data("Müller".utf8)) == nil)
        #expect(try await worked.store.batches(in: .purged).count == 2)
        let document = try #require(try await worked.store.documents(of: worked.batches[0].id).first)
        #expect(document.sha256 != nil && document.receipt?.target == "eakte" && document.indexed.pages == [0, 1])
        #expect(try await worked.store.firstAuditFault() == nil)
        let report = try await worked.store.verified(isThorough: true)
        #expect(report.isWhole, "\(report.problems)")
    }

    @Test("the catalog of a purged store can be made anew from its journals")
    func rebuild() async throws {
        let worked = try await WorkedStore()
        try await worked.store.purge(worked.batches[0])
        let before = try await worked.rows()
        #expect(try StoreRebuild.run(worked.store.folder).isWhole)
        let rebuilt = WorkedStore(folder: worked.folder, store: try BatchStore(folder: worked.store.folder))
        #expect(try await rebuilt.rows() == before)
    }

    @Test("a purge that was killed after its commit is finished later, once")
    func finishing() async throws {
        let worked = try await WorkedStore(batches: 1)
        let journal = worked.store.path(worked.batches[0], "journal.jsonl")
        let before = try Data(contentsOf: URL(fileURLWithPath: journal))
        try await worked.store.purge(worked.batches[0])
        let lines = try String(contentsOfFile: journal, encoding: .utf8).split(separator: "\n")
        // As a kill would leave it: the journal as it was, with the line of the purge, and no event of its emptying.
        let purged = lines.filter { $0.contains("\"batch.purg") }.joined(separator: "\n")
        try (before + Data((purged + "\n").utf8)).write(to: URL(fileURLWithPath: journal))
        try await worked.change("DELETE FROM audit WHERE action = 'batch.emptied'")
        try await worked.store.finishPurges()
        try await worked.store.finishPurges()
        #expect(try everything(worked).range(of: Data("Müller".utf8)) == nil)
        #expect(try await worked.store.history(of: worked.batches[0].id).count { $0.action == "batch.emptied" } == 1)
    }

    @Test("only batches that came to their end so many days ago are due")
    func due() async throws {
        let worked = try await WorkedStore(batches: 1)
        let later = try BatchStore(folder: worked.store.folder) { Date() + 31 * Self.day }
        #expect(try await worked.store.batchesToPurge(afterDays: 30).isEmpty)
        #expect(try await later.batchesToPurge(afterDays: 30).map(\.id) == [worked.batches[0].id])
        try await worked.store.purge(worked.batches[0])
        #expect(try await later.batchesToPurge(afterDays: 30).isEmpty)
    }
}

@Suite("New mail is taken only where it is safe") struct StorageTests {
    private let folder: Scratch
    private let store: BatchStore

    init() throws {
        folder = try Scratch()
        store = try BatchStore(folder: try StateFolder(path: folder.path("state")))
    }

    @Test("below the watermark nothing is begun, and what was begun goes on")
    func full() async throws {
        let batch = try await store.begin(profile: .sample(), channel: .folder, source: "test")
        var limits = StorageLimits(of: try DiskSpace(of: folder.path))
        limits.freeBytes = .max
        store.limitStorage(to: limits)
        let error = await #expect(throws: CaptureError.self) {
            try await store.begin(profile: .sample(), channel: .folder, source: "test")
        }
        #expect(error?.problem == "storage-low" && store.storageState == .full)
        try await store.received(batch)
    }

    @Test("a disk that failed is trusted again after three good probes")
    func failed() throws {
        let storage = StorageGuard(store.folder)
        storage.note(.storageFailed("fsync: Input/output error"))
        #expect(try storage.look() == .failed)
        #expect(storage.probe() == nil && storage.probe() == nil)
        #expect(try storage.look() == .failed)
        #expect(storage.probe() != nil)
        #expect(try storage.look() == .ready)
    }

    @Test("what was stored before a failing disk was known is read again, also where the clock was set back")
    func lookedAfter() async throws {
        let shift = Mutex(0.0)
        let store = try BatchStore(folder: store.folder) { Date() + shift.withLock { $0 } }
        #expect(store.storageState == .ready)
        shift.withLock { $0 = -3 * 86_400 }
        let batch = try await store.begin(profile: .sample(), channel: .folder, source: "test")
        let file = try folder.write("Brief", to: "quelle/1.tif")
        let input = try await store.addInput(file, name: "1.tif", number: 1, to: batch)
        try Data("weg".utf8).write(to: URL(fileURLWithPath: store.path(batch, input.file)))
        store.storage.note(.storageFailed("fsync: Input/output error"))
        let watch = Task { await store.watchStorage(every: .milliseconds(2)) { _ in } }
        while try await store.batch(batch.id)?.state != .held { try await Task.sleep(for: .milliseconds(2)) }
        watch.cancel()
        #expect(try await store.batch(batch.id)?.hold?.problem == "file-altered")
    }

    @Test("a sync that failed on another file system says nothing about the store's own")
    func otherFileSystem() throws {
        let storage = StorageGuard(store.folder)
        // The kernel's own files cannot be synced.
        let file = open("/proc/self/stat", O_RDONLY)
        #expect(throws: CaptureError.self) { try DurableFile.sync(descriptor: file) }
        close(file)
        #expect(DurableFile.failedSyncs(onFileSystemOf: "/proc/self") > 0)
        #expect(try storage.look() == .ready)
    }

    @Test("a full disk gives back the reserve")
    func reserve() throws {
        let storage = StorageGuard(store.folder)
        var limits = StorageLimits(of: try DiskSpace(of: folder.path))
        limits.reserveBytes = 4096
        storage.limit(to: limits)
        storage.keepReserve()
        #expect(FileManager.default.fileExists(atPath: store.folder.reserve))
        storage.note(.diskFull())
        #expect(!FileManager.default.fileExists(atPath: store.folder.reserve))
    }

    @Test("a clock that is set is noticed, one that drifts is not", arguments: [-259_200.0, 34_560_000, 3600])
    func jump(_ seconds: Double) {
        let (wall, running) = (Date(), ContinuousClock.now)
        var watch = ClockWatch(now: wall, running: running)
        let drift = watch.jump(now: wall + 61, running: running + .seconds(60))
        #expect(drift == nil)
        let jump = watch.jump(now: wall + 71 + seconds, running: running + .seconds(70))
        #expect(jump.map { abs($0 - seconds) < 0.01 } == true)
    }

    @Test("nothing is deleted on the day a clock was set, nor at first where it is far ahead of all that is remembered")
    func retention() {
        let (wall, running) = (Date(), ContinuousClock.now)
        let ahead = wall + 400 * 86_400
        var clock = RetentionClock(now: wall, newest: wall - 3600, running: running)
        let looks = [(wall + 3600, 3600.0), (ahead, 7200), (ahead + 3600, 10_800), (ahead + 90_000, 97_200)]
        let verdicts = looks.map { clock.mayPurge(now: $0.0, running: running + .seconds($0.1)) }
        #expect(verdicts == [true, false, false, true])
        var started = RetentionClock(now: ahead, newest: wall, running: running)
        let early = started.mayPurge(now: ahead + 60, running: running + .seconds(60))
        let late = started.mayPurge(now: ahead + 86_460, running: running + .seconds(86_460))
        #expect(!early && late)
    }

    @Test("an attempt that a clock set back has moved far away is due")
    func dueAfterJump() async throws {
        let worked = try await WorkedStore(batches: 1)
        var document = try #require(try await worked.store.documents(of: worked.batches[0].id).first)
        let now = Date()
        document.nextAttempt = now + 60
        #expect(!document.isDue(at: now))
        #expect(document.isDue(at: now + 61))
        #expect(document.isDue(at: now - 3 * 86_400))
    }
}
