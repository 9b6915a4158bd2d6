import CaptureModel
import DurableFiles
import Foundation
import GRDB

/// A catalog that is gone, or older than what the journals tell, must not be worked with: what it forgot would be done
/// again, or never.
enum CatalogGuard {
    /// Newest batch folders whose journals are looked at: the start must not take longer with every batch.
    private static let newest = 64

    /// Called before a catalog is opened, which would create a missing one.
    static func checkPresence(_ folder: StateFolder) throws(CaptureError) {
        func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
        guard !exists(folder.rebuildMark) else { throw .catalogUnusable("rebuild") }
        guard !exists(folder.catalog), exists(folder.journal) || hasBatches(folder) else { return }
        throw .catalogUnusable("missing")
    }

    /// The newest event that the newest journals tell, 0 where there is none.
    ///
    /// Asked before the catalog is: the daemon may commit more meanwhile.
    static func newestEvent(in folder: StateFolder) throws(CaptureError) -> Int {
        var journals = [folder.journal, folder.profiles + "/journal.jsonl"]
        journals += JournalArchive.newestBatchFolders(in: folder, newest).map { $0 + "/journal.jsonl" }
        var number = 0
        for journal in journals { number = max(number, try JournalArchive.headIfThere(of: journal)?.number ?? 0) }
        return number
    }

    /// Fails where the journals tell of a commit that the catalog does not know.
    ///
    /// Just one number ahead is a commit that was killed after its line: it never happened.
    static func checkAge(_ db: Database, newestEvent: Int) throws {
        let last = try Int.fetchOne(db, sql: "SELECT max(number) FROM audit") ?? 0
        guard newestEvent <= last + 1 else { throw CaptureError.catalogUnusable("\(last) < \(newestEvent)") }
    }

    private static func hasBatches(_ folder: StateFolder) -> Bool {
        !JournalArchive.newestBatchFolders(in: folder, 1).isEmpty
    }
}

extension JournalArchive {
    /// The newest batch folders; only the newest days are listed.
    static func newestBatchFolders(in folder: StateFolder, _ count: Int) -> [String] {
        func newest(_ path: String, _ depth: Int, _ wanted: Int) -> [String] {
            let names = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted(by: >)
            var found: [String] = []
            for name in names where found.count < wanted {
                let below = path + "/" + name
                found += depth == 0 ? [below] : newest(below, depth - 1, wanted - found.count)
            }
            return found
        }
        return newest(folder.path + "/batches", 3, count)
    }
}

extension CaptureError {
    static func catalogUnusable(_ cause: String) -> CaptureError {
        CaptureError(
            .internalFault, "catalog-behind",
            LocalizedText(
                de: "Der Katalog fehlt, ist älter als die Journale oder wurde nicht zu Ende wiederhergestellt.",
                en: "The catalog is missing, older than the journals, or its rebuilding was not finished."),
            remedy: LocalizedText(
                de: "Bitte scanstelle store rebuild ausführen; die Journale enthalten alles.",
                en: "Please run scanstelle store rebuild; the journals hold everything."),
            cause: cause)
    }
}
