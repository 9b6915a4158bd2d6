// What Scanstelle remembers: the catalog (SQLite), the batch folders and the audit trail.
//
// Every change is one transaction that holds the new state, the results and the audit event. Before it commits, the same
// rows stand in a journal, synced, so that the catalog can be rebuilt from the journals alone. A change names the state it
// starts from; where the batch is no longer in it, the change is refused and nothing happens.

package import CaptureModel
import DurableFiles
package import Foundation
import GRDB

package final class BatchStore: Sendable {
    package let folder: StateFolder
    /// Names this opening of the store; a batch that is worked on is leased to it.
    let instance = Identifier.make()
    private let pool: DatabasePool
    private let clock: @Sendable () -> Date
    private let signal = ChangeSignal()
    let rows = RowChanges()
    let storage: StorageGuard

    /// Opens the catalog and creates it where it is missing.
    package init(folder: StateFolder, clock: @escaping @Sendable () -> Date = { Date() }) throws(CaptureError) {
        self.folder = folder
        self.clock = clock
        storage = StorageGuard(folder)
        // One process at a time: a command beside the starting daemon would create or migrate the same tables.
        let opening = try FolderLock(folder.path, waitingSeconds: Self.openingSeconds)
        guard opening != nil else { throw .catalogBusy }
        try CatalogGuard.checkPresence(folder)
        let newestEvent = try CatalogGuard.newestEvent(in: folder)
        do {
            pool = try Self.openPool(folder.catalog)
            try pool.read { db in
                try CatalogGuard.checkAge(db, newestEvent: newestEvent)
                storage.trust(upTo: try AuditJournal.head(in: db)?.number ?? 0)
            }
            pool.add(transactionObserver: rows, extent: .databaseLifetime)
        } catch let error as CaptureError {
            throw error
        } catch {
            throw .catalog(error)
        }
        _ = consume opening
    }

    /// How long another process may take to create or migrate the catalog; sealing a million rows takes half a minute.
    private static let openingSeconds: Double = 60

    /// Opens a catalog that is there for reading alone: every change through this store fails.
    package init(reading folder: StateFolder) throws(CaptureError) {
        self.folder = folder
        clock = { Date() }
        storage = StorageGuard(folder)
        do {
            var configuration = Configuration()
            configuration.busyMode = .timeout(10)
            configuration.readonly = true
            pool = try DatabasePool(path: folder.catalog, configuration: configuration)
        } catch {
            throw .catalog(error)
        }
    }

    private static func openPool(_ path: String) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = 3
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA secure_delete = ON")
        }
        let pool = try DatabasePool(path: path, configuration: configuration)
        try Schema.migrator.migrate(pool)
        // Opening a pool sets `synchronous` to NORMAL, which may lose the last commits in a power cut.
        let synchronous = try pool.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864")
            return try Int.fetchOne(db, sql: "PRAGMA synchronous")
        }
        guard synchronous == 2 else { throw CaptureError.fault("PRAGMA synchronous", "\(synchronous ?? -1)") }
        return pool
    }

    /// Yields after every change, and every `interval` for what other processes commit and what is due by time.
    package func changes(orEvery interval: Duration) -> AsyncStream<Void> {
        changes { try? await Task.sleep(for: interval) }
    }

    /// Yields at once, after every change made through this store, and whenever `pause` returns.
    package func changes(orAfter pause: @escaping @Sendable () async -> Void) -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let changes = Task { for await _ in signal.stream() { continuation.yield() } }
        let ticks = Task {
            while !Task.isCancelled {
                continuation.yield()
                await pause()
            }
        }
        continuation.onTermination = { _ in
            changes.cancel()
            ticks.cancel()
        }
        return stream
    }

    package var now: Date { clock() }

    /// Absolute path of something inside a batch's folder.
    package func path(_ batch: BatchRecord, _ relative: String) -> String {
        folder.path + "/" + batch.folder + "/" + relative
    }

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(CaptureError) -> Value {
        do {
            return try await pool.read(body)
        } catch let error as CaptureError {
            throw error
        } catch {
            throw .catalog(error)
        }
    }

    /// For work on the catalog as a whole.
    func reading(_ body: @Sendable (DatabasePool) throws -> Void) async throws(CaptureError) {
        do {
            try body(pool)
        } catch {
            throw (error as? CaptureError) ?? .catalog(error)
        }
    }

    /// Runs `body` in a transaction together with its audit event; the rows it wrote are sealed and stand in the journal,
    /// synced, before it commits.
    func commit<Value: Sendable>(
        _ event: AuditEvent, journal: JournalPlace = .store,
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(CaptureError) -> Value {
        let now = now
        do {
            let (value, number) = try await pool.write { [self] db in
                rows.begin()
                let value = try body(db)
                let number = try AuditJournal.append(event, at: now, to: db)
                let (changes, removed) = try rows.taken()
                try checkBefore(changes)
                try RowSeal.seal(changes, in: db)
                let line = try JournalLine(event, at: now, changes, removed: removed, in: db)
                try DurableFile.append(line: try line.text(), to: path(of: journal, in: db))
                try FaultPoint.pass(event.action)
                return (value, number)
            }
            storage.note(event: number)
            signal.send()
            try FaultPoint.pass(event.action + ".committed")
            return value
        } catch {
            let problem = (error as? CaptureError) ?? .catalog(error)
            storage.note(problem)
            throw problem
        }
    }

    /// A row that was damaged since it was written must not be sealed again: the last committed rows, as another
    /// connection sees them, are compared first.
    private func checkBefore(_ changes: [RowChange]) throws {
        let updates = changes.filter { $0.isUpdate && RowSeal.tables.contains($0.table) }
        guard !updates.isEmpty else { return }
        try pool.read { db in
            for change in updates {
                if let row = try change.row(in: db) { try RowSeal.check(row, of: change.table) }
            }
        }
    }

    private func path(of journal: JournalPlace, in db: Database) throws -> String {
        switch journal {
        case .store: return folder.journal
        case .profiles: return folder.profiles + "/journal.jsonl"
        case .batch(let id):
            let batch = try String.fetchOne(db, sql: "SELECT folder FROM batch WHERE id = ?", arguments: [id])
            guard let batch else { throw CaptureError.outdated }
            return folder.path + "/" + batch + "/journal.jsonl"
        }
    }

    /// The first broken row of the audit trail; nil where it is whole.
    package func firstAuditFault() async throws(CaptureError) -> Int? {
        try await read { db in try AuditJournal.firstFault(in: db) }
    }
}

extension CaptureError {
    /// The catalog did not take or give what it should.
    static func catalog(_ error: any Error) -> CaptureError {
        if let error = error as? DatabaseError {
            if error.resultCode == .SQLITE_FULL { return .diskFull() }
            if [.SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode) {
                return .storageFailed(error.message ?? "")
            }
            if [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode) {
                return .catalogDamaged(error.message ?? "")
            }
        }
        return .fault("the catalog", (error as? DatabaseError)?.message ?? "\(error)")
    }

    /// Another process creates or migrates the catalog and does not come to an end.
    static let catalogBusy = CaptureError(
        .unavailable, "catalog-busy",
        LocalizedText(
            de: "Ein anderes Programm richtet den Katalog gerade ein oder stellt ihn um.",
            en: "Another program is just creating or upgrading the catalog."),
        remedy: LocalizedText(
            de: "Bitte warten, bis es fertig ist, und noch einmal starten.",
            en: "Please wait until it has finished and start again."))

    /// The item is no longer in the state the change started from.
    static let outdated = CaptureError(
        .unavailable, "outdated",
        LocalizedText(de: "Der Vorgang ist inzwischen weiter.", en: "The item has moved on meanwhile."),
        remedy: LocalizedText(de: "Bitte die Anzeige erneuern.", en: "Please refresh the view."))
}
