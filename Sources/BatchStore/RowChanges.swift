import CaptureModel
import GRDB
import Synchronization

/// A row that a transaction wrote.
struct RowChange: Hashable, Sendable {
    var table: String
    var rowID: Int64
    /// The row was there before.
    var isUpdate: Bool

    func row(in db: Database) throws -> Row? {
        try Row.fetchOne(db, sql: "SELECT * FROM \(table) WHERE rowid = ?", arguments: [rowID])
    }
}

/// Notes which rows the transaction in progress writes, in order, so that they can be sealed and told to the journal.
///
/// SQLite's update hook tells of every row, whatever statement wrote it: no change can be forgotten. Removed rows it tells
/// without their content; they are named by whoever removes them.
final class RowChanges: TransactionObserver, Sendable {
    private struct State {
        var changes: [RowChange] = []
        var seen: Set<RowChange> = []
        var removals = 0
        var removed: [String: [JournalRow]] = [:]
    }

    private let state = Mutex(State())

    func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool { !eventKind.tableName.hasPrefix("grdb_") }

    func databaseDidChange(with event: DatabaseEvent) {
        state.withLock { state in
            guard event.kind != .delete else { return state.removals += 1 }
            let change = RowChange(table: event.tableName, rowID: event.rowID, isUpdate: event.kind == .update)
            var inserted = change
            inserted.isUpdate = false
            guard !state.seen.contains(inserted), state.seen.insert(change).inserted else { return }
            state.changes.append(change)
        }
    }

    func databaseDidCommit(_ db: Database) {}
    func databaseDidRollback(_ db: Database) {}

    func begin() { state.withLock { $0 = State() } }

    /// Removes rows and notes what they were.
    func remove(from table: String, where condition: String, _ arguments: StatementArguments, in db: Database) throws {
        let key = try db.primaryKey(table).columns.joined(separator: ", ")
        let rows = try Row.fetchAll(
            db, sql: "SELECT \(key) FROM \(table) WHERE \(condition)", arguments: arguments)
        try db.execute(sql: "DELETE FROM \(table) WHERE \(condition)", arguments: arguments)
        state.withLock { $0.removed[table, default: []] += rows.map { JournalRow($0) } }
    }

    /// What was written and removed since `begin`.
    func taken() throws -> (changes: [RowChange], removed: [String: [JournalRow]]) {
        let state = state.withLock { $0 }
        guard state.removals == state.removed.values.reduce(0, { $0 + $1.count }) else {
            throw CaptureError.fault("the journal", "rows were removed without being named")
        }
        return (state.changes, state.removed)
    }
}
