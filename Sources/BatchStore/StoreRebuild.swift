// The catalog made anew from the journals.
//
// The new one is made beside the old one, checked, and takes its place in one step. The write-ahead log of the old one must
// be gone before that, or SQLite would take it for the new one's; a mark stands from then to the end, and while it stands
// no daemon starts: killed anywhere, the command is run again with the same result. The old catalog is kept.

package import CaptureModel
import DurableFiles
import Foundation
import GRDB

package enum StoreRebuild {
    /// Makes the catalog anew; no daemon may be running.
    package static func run(
        _ folder: StateFolder, progress: @escaping StoreProgress = { _, _ in }
    ) throws(CaptureError) -> StoreReport {
        let archive = try JournalArchive(folder)
        guard archive.count > 0 else { throw .nothingToRebuild }
        var report = StoreReport()
        do {
            try make(archive, folder, &report)
        } catch let error as CaptureError {
            throw error
        } catch {
            throw .catalog(error)
        }
        try replace(folder)
        return report
    }

    private static func make(_ archive: JournalArchive, _ folder: StateFolder, _ report: inout StoreReport) throws {
        let path = folder.catalog + ".new"
        for ending in ["", "-journal", "-wal", "-shm"] { unlink(path + ending) }
        let queue = try DatabaseQueue(path: path, configuration: .withoutReferences)
        try Schema.migrator.migrate(queue)
        var verification = StoreVerification(folder: folder)
        let unknown = try queue.write { db in
            let unknown = try JournalReplay.apply(archive, to: db)
            try db.execute(sql: "UPDATE batch SET lease = NULL WHERE lease IS NOT NULL")
            try RowSeal.sealAll(in: db)
            return unknown
        }
        try queue.read { db in try verification.look(at: db) }
        try queue.close()
        try DurableFile.sync(path)
        report = verification.report
        report.counts["journals"] = archive.files.count
        report.counts["journalLines"] = archive.count
        for name in unknown.sorted() { report.add("column-unknown", name, .columnUnknown) }
        for (file, count) in archive.damagedLines { report.add("journal-damaged", "\(file) (\(count))", .lineLost) }
        if let gap = archive.firstGap { report.add("journal-missing", "\(gap)", .lineLost) }
    }

    private static func replace(_ folder: StateFolder) throws(CaptureError) {
        let catalog = folder.catalog
        try DurableFile.write(Data(), to: folder.rebuildMark)
        let kept = catalog + ".before-rebuild"
        if FileManager.default.fileExists(atPath: catalog) {
            for ending in ["", "-wal"] { unlink(kept + ending) }
            guard link(catalog, kept) == 0 else { throw .storage("link") }
        }
        // Killed from here on, the old catalog lacks its newest commits: the mark keeps everybody from using it.
        if FileManager.default.fileExists(atPath: catalog + "-wal") {
            try DurableFile.rename(catalog + "-wal", to: kept + "-wal")
        }
        unlink(catalog + "-shm")
        try FaultPoint.pass("rebuild.swap")
        try DurableFile.rename(catalog + ".new", to: catalog)
        unlink(folder.rebuildMark)
        try DurableFile.syncFolder(of: folder.rebuildMark)
    }
}

extension CaptureError {
    fileprivate static let nothingToRebuild = CaptureError(
        .badInput, "no-journals",
        LocalizedText(de: "In diesem Datenordner sind keine Journale.", en: "This state folder has no journals."),
        remedy: LocalizedText(
            de: "Bitte den Datenordner prüfen oder eine Sicherung zurückspielen.",
            en: "Please check the state folder or restore a backup."))
}

extension LocalizedText {
    fileprivate static let lineLost = LocalizedText(
        de: "Eine Zeile eines Journals fehlt oder ist unleserlich; was sie sagte, fehlt im Katalog.",
        en: "A line of a journal is missing or unreadable; what it told is missing in the catalog.")
    fileprivate static let columnUnknown = LocalizedText(
        de: "Das Journal stammt von einer neueren Fassung; diese Angabe kennt die laufende nicht.",
        en: "The journal comes from a newer version; the running one does not know this fact.")
}
