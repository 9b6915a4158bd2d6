import CaptureModel
import Foundation
import GRDB

/// Makes a catalog of the journals.
enum JournalReplay {
    /// Writes every line's rows into `db`, an empty catalog, in order.
    ///
    /// - Returns: rows of tables or columns that this version does not know, as `table.column`.
    static func apply(_ archive: JournalArchive, to db: Database) throws -> Set<String> {
        var writer = RowWriter()
        try archive.forEach { line in
            // What rows hang on comes first: versions, then batches, then the rest.
            for table in line.rows.keys.sorted(by: { order($0) < order($1) }) {
                for row in line.rows[table] ?? [] { try writer.write(row, to: table, in: db) }
            }
            for (table, rows) in line.removed ?? [:] {
                for row in rows { try writer.remove(row, from: table, in: db) }
            }
        }
        return writer.unknown
    }

    private static func order(_ table: String) -> Int { ["profileVersion", "batch"].firstIndex(of: table) ?? 9 }
}

/// Names of tables and columns come from a file: only what the catalog has is written.
private struct RowWriter {
    private var columns: [String: Set<String>] = [:]
    private(set) var unknown: Set<String> = []

    mutating func write(_ row: JournalRow, to table: String, in db: Database) throws {
        let known = try columns(of: table, in: db)
        unknown.formUnion(row.columns.keys.filter { !known.contains($0) }.map { "\(table).\($0)" })
        let names = row.columns.keys.filter { known.contains($0) }.sorted()
        guard !names.isEmpty else { return }
        let statement = try db.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO \(table) (\(names.joined(separator: ", ")))
                VALUES (\(names.map { _ in "?" }.joined(separator: ", ")))
                """)
        try statement.execute(arguments: StatementArguments(names.map { row[$0] }))
    }

    mutating func remove(_ row: JournalRow, from table: String, in db: Database) throws {
        let known = try columns(of: table, in: db)
        let names = row.columns.keys.filter { known.contains($0) }.sorted()
        guard !names.isEmpty else { return }
        try db.execute(
            sql: "DELETE FROM \(table) WHERE \(names.map { "\($0) = ?" }.joined(separator: " AND "))",
            arguments: StatementArguments(names.map { row[$0] }))
    }

    private mutating func columns(of table: String, in db: Database) throws -> Set<String> {
        if let known = columns[table] { return known }
        let isTable = try db.tableExists(table)
        let known = isTable ? Set(try db.columns(in: table).map(\.name)) : []
        columns[table] = known
        return known
    }
}
