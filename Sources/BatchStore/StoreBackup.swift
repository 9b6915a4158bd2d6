// A backup is a state folder of its own, as it was at one moment, and counts only once it was read back.
//
// The moment is that of the catalog's copy, which SQLite makes while work goes on. Files never change once they have a row,
// so they are copied after it; of the journals only the lines that the copied catalog knows are taken, for they grow.
// A folder without `backup.json` is no backup: it is written last, when every byte has been compared.

package import CaptureModel
import DurableFiles
package import Foundation
import GRDB

/// What a backup says about itself, in `backup.json`.
package struct BackupRecord: Sendable, Codable {
    package var created: Date
    /// The newest event of the audit trail in it, with its hash: kept elsewhere, it proves that nothing was cut off.
    package var auditNumber: Int
    package var auditHash: String
    package var files: Int
    package var sizeInBytes: Int
}

package enum StoreBackup {
    /// Files of the state folder that belong to one run of the daemon.
    private static let passing: Set = [
        "lock", "address", "reserve", "probe", "workers", "catalog.sqlite", "catalog.sqlite-wal", "catalog.sqlite-shm",
        "batches", "journal.jsonl",
    ]

    /// Copies the store into a new folder and reads it back; the daemon may go on working.
    package static func make(
        of store: BatchStore, to target: String, progress: @escaping StoreProgress = { _, _ in }
    ) async throws(CaptureError) -> (record: BackupRecord, report: StoreReport) {
        try refuse(unlessNew: target)
        let source = store.folder
        let copy = try StateFolder(path: target)
        try await store.copyCatalog(to: copy.catalog)
        try FaultPoint.pass("backup.catalog")
        let snapshot = try BatchStore(reading: copy)
        let head = try await snapshot.auditHead()
        let batches = try await snapshot.folders()
        for (done, batch) in batches.enumerated() {
            progress(done, batches.count)
            try copyFolder(source.path + "/" + batch, to: target + "/" + batch, upTo: head)
        }
        for name in try names(in: source.path) where !passing.contains(name) && !name.hasPrefix("catalog.sqlite.") {
            try copyTree(source.path + "/" + name, to: target + "/" + name, upTo: head)
        }
        try copyJournal(source.journal, to: copy.journal, upTo: head)
        try DurableFile.syncFileSystem(of: target)
        let report = try await snapshot.verified(isThorough: true, progress: progress)
        let record = try record(of: target, head)
        guard report.isWhole else { return (record, report) }
        try DurableFile.write(try JSON.encoded(record), to: target + "/backup.json")
        return (record, report)
    }

    /// Makes a state folder of a backup; it must not exist or be empty.
    ///
    /// The backup is read first, the result afterwards.
    package static func restore(
        from backup: String, to target: String, progress: @escaping StoreProgress = { _, _ in }
    ) async throws(CaptureError) -> StoreReport {
        guard FileManager.default.fileExists(atPath: backup + "/backup.json") else { throw .noBackup }
        try refuse(unlessNew: target)
        let folder = try StateFolder(path: target)
        // Until the last file is there nobody may start on it.
        try DurableFile.write(Data(), to: folder.rebuildMark)
        for name in try names(in: backup) where !["backup.json", "workers"].contains(name) {
            try copyTree(backup + "/" + name, to: target + "/" + name, upTo: nil)
        }
        try DurableFile.syncFileSystem(of: target)
        let report = try await BatchStore(reading: folder).verified(isThorough: true, progress: progress)
        guard report.isWhole else { return report }
        unlink(folder.rebuildMark)
        try DurableFile.syncFolder(of: folder.rebuildMark)
        let store = try BatchStore(folder: folder)
        try await store.commit(AuditEvent("store.restored", "store")) { _ in }
        return report
    }

    // MARK: Copying

    private static func refuse(unlessNew target: String) throws(CaptureError) {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: target), !names.isEmpty else { return }
        throw .notEmpty
    }

    private static func copyFolder(_ source: String, to target: String, upTo last: AuditEntry?) throws(CaptureError) {
        try DurableFile.createFolder(target)
        for name in try names(in: source) {
            try copyTree(source + "/" + name, to: target + "/" + name, upTo: last)
        }
    }

    private static func copyTree(_ source: String, to target: String, upTo last: AuditEntry?) throws(CaptureError) {
        var status = stat()
        guard lstat(source, &status) == 0 else { throw .storage("lstat") }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: try copyFolder(source, to: target, upTo: last)
        // What is still being written has no row yet.
        case S_IFREG where source.hasSuffix(".part"): return
        case S_IFREG where source.hasSuffix("/journal.jsonl"): try copyJournal(source, to: target, upTo: last)
        case S_IFREG: try DurableFile.duplicate(source, to: target)
        default: return
        }
    }

    private static func copyJournal(_ source: String, to target: String, upTo last: AuditEntry?) throws(CaptureError) {
        guard let bytes = FileManager.default.contents(atPath: source) else { return }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
            .filter { JournalLine(text: $0)?.audit?.isKnown(to: last) ?? false }
        guard
            FileManager.default.createFile(
                atPath: target, contents: Data(lines.map { $0 + "\n" }.joined().utf8),
                attributes: [.posixPermissions: 0o600])
        else { throw .storage("write") }
    }

    private static func names(in folder: String) throws(CaptureError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        } catch {
            throw .storage("opendir")
        }
    }

    private static func record(
        of target: String, _ head: AuditEntry?
    ) throws(CaptureError) -> BackupRecord {
        var record = BackupRecord(
            created: Date(), auditNumber: head?.number ?? 0, auditHash: head?.hash ?? "", files: 0, sizeInBytes: 0)
        for case let name as String in FileManager.default.enumerator(atPath: target) ?? .init() {
            var status = stat()
            guard lstat(target + "/" + name, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
            record.files += 1
            record.sizeInBytes += Int(status.st_size)
        }
        return record
    }
}

extension BatchStore {
    fileprivate func copyCatalog(to path: String) async throws(CaptureError) {
        try await reading { pool in
            let copy = try DatabaseQueue(path: path)
            try pool.backup(to: copy)
            try copy.close()
        }
    }

    /// The newest event of the audit trail.
    package func auditHead() async throws(CaptureError) -> AuditEntry? {
        try await read { db in try AuditJournal.head(in: db) }
    }

    fileprivate func folders() async throws(CaptureError) -> [String] {
        try await read { db in try String.fetchAll(db, sql: "SELECT folder FROM batch ORDER BY created, id") }
    }
}

extension CaptureError {
    fileprivate static let noBackup = CaptureError(
        .badInput, "no-backup",
        LocalizedText(
            de: "Dieser Ordner ist keine vollständige Sicherung: backup.json fehlt.",
            en: "This folder is no complete backup: backup.json is missing."),
        remedy: LocalizedText(
            de: "Bitte eine andere Sicherung angeben.", en: "Please name another backup."))

    fileprivate static let notEmpty = CaptureError(
        .badInput, "folder-not-empty",
        LocalizedText(de: "Der Zielordner ist nicht leer.", en: "The target folder is not empty."),
        remedy: LocalizedText(de: "Bitte einen neuen Ordner angeben.", en: "Please name a new folder."))
}
