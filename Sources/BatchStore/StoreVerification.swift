// Is everything there that was ever stored, and is it as it was?
//
// The quick look asks SQLite, the seals of the rows and the chain of the audit trail. The thorough one makes a second
// catalog of the journals and compares it row by row, and reads every file against the digest it was stored with. Both may
// run beside the daemon: they look at one moment of the catalog, and leave out what the journals tell of later ones.

package import CaptureModel
import DurableFiles
import Foundation
import GRDB
import Provenance

extension BatchStore {
    /// - Parameter isThorough: compares the journals and reads every file.
    package func verified(
        isThorough: Bool, progress: @escaping StoreProgress = { _, _ in }
    ) async throws(CaptureError) -> StoreReport {
        let folder = folder
        return try await read { db in
            var verification = StoreVerification(folder: folder)
            try verification.look(at: db)
            if isThorough {
                try verification.compareJournals(with: db)
                try verification.readFiles(of: db, progress)
            }
            return verification.report
        }
    }
}

struct StoreVerification {
    let folder: StateFolder
    var report = StoreReport()

    init(folder: StateFolder) { self.folder = folder }

    // MARK: The catalog by itself

    mutating func look(at db: Database) throws {
        for line in try String.fetchAll(db, sql: "PRAGMA integrity_check(100)") where line != "ok" {
            report.add("catalog-broken", line, .catalogBroken)
        }
        for (table, key) in try RowSeal.damage(in: db) { report.add("row-damaged", "\(table) \(key)", .rowDamaged) }
        for key in try String.fetchAll(db, sql: "SELECT \"table\" || ' ' || rowid FROM pragma_foreign_key_check") {
            report.add("row-without-batch", key, .rowDamaged)
        }
        if let fault = try AuditJournal.firstFault(in: db) { report.add("audit-broken", "\(fault)", .auditBroken) }
        for table in RowSeal.tables + ["audit"] {
            report.counts[table] = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)")
        }
        try lookForMissing(in: db)
    }

    /// What one row says and the others should agree with.
    private mutating func lookForMissing(in db: Database) throws {
        let folders = try Row.fetchAll(db, sql: "SELECT id, folder FROM batch")
        for row in folders where !FileManager.default.fileExists(atPath: folder.path + "/" + row["folder"]) {
            report.add("folder-missing", row["id"], .fileMissing)
        }
        let last = try AuditJournal.head(in: db)?.number ?? 0
        let known = Set(folders.map { folder.path + "/" + ($0["folder"] as String) })
        for path in JournalArchive.batchFolders(in: folder) where !known.contains(path) {
            // A begin that was killed before its commit leaves a folder without a page: harmless.
            let journal = path + "/journal.jsonl"
            guard let event = try JournalArchive.headIfThere(of: journal) else { continue }
            if event.number <= last, event.action != "batch.begun" {
                report.add("batch-missing", (path as NSString).lastPathComponent, .rowMissing)
            }
        }
        for table in ["page", "document", "feed"] {
            let batches = try String.fetchAll(
                db, sql: "SELECT batch FROM \(table) GROUP BY batch HAVING max(number) <> count(*) OR min(number) <> 1")
            for batch in batches { report.add("\(table)-missing", batch, .rowMissing) }
        }
    }

    // MARK: The journals

    mutating func compareJournals(with db: Database) throws {
        let head = try AuditJournal.head(in: db)
        let last = head?.number ?? 0
        let archive = try JournalArchive(folder, upTo: head)
        report.counts["journals"] = archive.files.count
        report.counts["journalLines"] = archive.count
        for (file, count) in archive.damagedLines {
            report.add("journal-damaged", "\(relative(file)) (\(count))", .journalDamaged)
        }
        for file in archive.tornEnds { report.note("journal-torn", relative(file), .journalTorn) }
        if let gap = archive.firstGap { report.add("journal-missing", "\(gap)", .journalDamaged) }
        if (archive.head?.number ?? 0) < last {
            report.add("journal-behind", "\(archive.head?.number ?? 0)/\(last)", .journalDamaged)
        }
        let second = try DatabaseQueue(configuration: Configuration.withoutReferences)
        try Schema.migrator.migrate(second)
        try second.write { other in
            _ = try JournalReplay.apply(archive, to: other)
            // Lines from before a table was sealed have no seals; the rows of the catalog got them later.
            try RowSeal.sealAll(in: other, unsealedOnly: true)
            for table in RowSeal.tables + ["audit"] { try compare(table, of: db, with: other) }
        }
    }

    private mutating func compare(_ table: String, of db: Database, with other: Database) throws {
        let key = try db.primaryKey(table).columns
        func rows(_ db: Database) throws -> [[DatabaseValue]: Row] {
            let rows = try Row.fetchAll(db, sql: "SELECT * FROM \(table)")
            return Dictionary(rows.map { row in (key.map { row[$0] }, row) }) { first, _ in first }
        }
        let (ours, theirs) = (try rows(db), try rows(other))
        for (id, row) in theirs {
            let object = "\(table) " + id.map { "\($0)" }.joined(separator: " ")
            guard let own = ours[id] else {
                report.add("row-missing", object, .rowMissing)
                continue
            }
            if own != row { report.add("row-differs", object, .rowDamaged) }
        }
        for id in ours.keys where theirs[id] == nil {
            report.add("row-unknown", "\(table) " + id.map { "\($0)" }.joined(separator: " "), .journalDamaged)
        }
    }

    // MARK: The files

    mutating func readFiles(of db: Database, _ progress: StoreProgress) throws {
        let files = try StoredFile.all(in: db)
        for (done, file) in files.enumerated() {
            progress(done, files.count)
            let path = file.place(below: folder.path)
            guard FileManager.default.fileExists(atPath: path) else {
                report.add("file-missing", file.path, .fileMissing)
                continue
            }
            do throws(CaptureError) {
                guard try SHA256.of(file: path).hex != file.sha256 else { continue }
                report.add("file-altered", file.path, .fileAltered)
            } catch {
                report.add("file-unreadable", file.path, .fileAltered)
            }
        }
        try readNotes(of: db)
        progress(files.count, files.count)
        report.counts["files"] = files.count
    }

    /// Transfer notes have no row of their own; the manifest of their document knows them.
    private mutating func readNotes(of db: Database) throws {
        for batch in try String.fetchAll(db, sql: "SELECT folder FROM batch WHERE state <> 'purged'") {
            for fault in Manifest.verify(folder.path + "/" + batch, roles: [.transferNote]) {
                let isMissing = fault.kind == .missing
                report.add(
                    "file-\(fault.kind.rawValue)", batch + "/" + fault.path, isMissing ? .fileMissing : .fileAltered)
            }
        }
    }

    private func relative(_ path: String) -> String { String(path.dropFirst(folder.path.count + 1)) }
}

/// A file of the store with the digest it was stored with.
struct StoredFile: Hashable {
    /// Below the state folder; made of numbers and ids.
    var path: String
    var sha256: String
    /// Where it lies until it is sealed; nil where it has its final name from the beginning.
    var unsealed: String?

    /// Its path: the one it has until it is sealed, if it is there.
    func place(below folder: String) -> String {
        let early = unsealed.map { folder + "/" + $0 }
        if let early, FileManager.default.fileExists(atPath: early) { return early }
        return folder + "/" + path
    }

    /// - Parameter batch: nil takes those of all batches that are not purged.
    static func all(in db: Database, of batch: String? = nil) throws -> [StoredFile] {
        let inputs = try Row.fetchAll(
            db,
            sql: """
                SELECT folder || '/' || file AS path, sha256, NULL AS unsealed FROM input JOIN batch ON batch.id = batch
                WHERE batch.state <> 'purged' AND batch.id = coalesce(?1, batch.id)
                UNION ALL
                SELECT folder || printf('/documents/%02d/document.pdf', number), sha256,
                    CASE WHEN document.state IN ('ready', 'composed')
                        THEN folder || printf('/documents/%02d/unsealed.pdf', number) END
                FROM document JOIN batch ON batch.id = batch
                WHERE sha256 IS NOT NULL AND batch.state <> 'purged'
                    AND document.state <> 'awaitingReview' AND batch.id = coalesce(?2, batch.id)
                """, arguments: [batch, batch])
        let pages = try Row.fetchAll(
            db,
            sql: """
                SELECT folder || printf('/pages/%04d/', page.number) || json_each.key AS path,
                    json_each.value AS sha256, NULL AS unsealed
                FROM page JOIN batch ON batch.id = batch, json_each(digests)
                WHERE batch.state <> 'purged' AND batch.id = coalesce(?, batch.id)
                """, arguments: [batch])
        return (inputs + pages).map {
            StoredFile(path: $0["path"], sha256: $0["sha256"], unsealed: $0["unsealed"])
        }
    }
}

extension JournalArchive {
    static func headIfThere(of file: String) throws(CaptureError) -> AuditEntry? {
        FileManager.default.fileExists(atPath: file) ? try head(of: file) : nil
    }
}

extension Configuration {
    /// For catalogs that are made row by row in any order.
    static var withoutReferences: Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        return configuration
    }
}

extension LocalizedText {
    fileprivate static let catalogBroken = LocalizedText(
        de: "Der Katalog ist beschädigt. Abhilfe: Dienst beenden, scanstelle store rebuild.",
        en: "The catalog is damaged. Remedy: stop the daemon, scanstelle store rebuild.")
    fileprivate static let rowDamaged = LocalizedText(
        de: "Ein Eintrag ist nicht, wie er geschrieben wurde. Abhilfe: Dienst beenden, scanstelle store rebuild.",
        en: "An entry is not as it was written. Remedy: stop the daemon, scanstelle store rebuild.")
    fileprivate static let rowMissing = LocalizedText(
        de: "Ein Eintrag fehlt im Katalog. Abhilfe: Dienst beenden, scanstelle store rebuild.",
        en: "An entry is missing in the catalog. Remedy: stop the daemon, scanstelle store rebuild.")
    fileprivate static let auditBroken = LocalizedText(
        de: "Das Protokoll ist ab diesem Eintrag verändert. Bitte die Revision verständigen.",
        en: "The audit trail is altered from this entry on. Please tell the auditors.")
    fileprivate static let journalDamaged = LocalizedText(
        de: "Ein Journal ist beschädigt oder fehlt; der Katalog ließe sich daraus nicht ganz wiederherstellen. "
            + "Bitte bald sichern: scanstelle store backup.",
        en: "A journal is damaged or missing; the catalog could not be made anew from it in full. "
            + "Please make a backup soon: scanstelle store backup.")
    fileprivate static let journalTorn = LocalizedText(
        de: "Das Ende eines Journals wurde bei einem Stromausfall abgeschnitten; es fehlt nichts Bestätigtes.",
        en: "The end of a journal was torn by a power cut; nothing confirmed is missing.")
    fileprivate static let fileMissing = LocalizedText(
        de: "Eine gespeicherte Datei fehlt. Bitte aus der Sicherung zurückholen oder das Blatt neu scannen.",
        en: "A stored file is missing. Please restore it from the backup or scan the sheet again.")
    fileprivate static let fileAltered = LocalizedText(
        de: "Eine Datei ist nicht mehr, wie sie gespeichert wurde. Bitte aus der Sicherung zurückholen.",
        en: "A file is no longer as it was stored. Please restore it from the backup.")
}
