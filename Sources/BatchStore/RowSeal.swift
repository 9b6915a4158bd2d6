// A flipped bit in the catalog must be a clear fault, never a silent other row.
//
// SQLite notices a damaged page only where its structure breaks: of 300 single flipped bits its own check found 22, and
// 252 gave rows that were simply different. So every row of a sealed table holds a digest of its other columns, made when
// it is written and compared when it is read. It is keyed by nothing secret: it tells damage, not malice; against malice
// stands the audit trail.

import CaptureModel
import DurableFiles
import Foundation
import GRDB

enum RowSeal {
    static let column = "seal"

    /// Tables whose rows are sealed; the audit trail seals itself.
    static let tables = firstTables + intakeTables
    /// Those that were sealed from the beginning.
    static let firstTables = [
        "batch", "input", "page", "document", "scanRequest", "profileVersion", "profileEvent", "operator",
    ]
    /// Those about how sheets and files came in.
    static let intakeTables = ["feed", "sheetCount", "upload"]

    /// Hexadecimal digits of the digest that are kept: 128 bits.
    private static let length = 32

    /// The digest of a row's columns, in the order of their names.
    ///
    /// Columns without a value are left out, so that a column added later leaves the seals of older rows as they are.
    static func digest(of columns: some Sequence<(String, DatabaseValue)>, in table: String) -> String {
        let fields = columns.filter { $0.0 != column && !$0.1.isNull }.sorted { $0.0 < $1.0 }
            .map { name, value in
                let text = text(value)
                return "\(name) \(text.utf8.count) \(text)"
            }
        return String(SHA256.of(Data(([table] + fields).joined(separator: "\u{1F}").utf8)).prefix(length))
    }

    private static func text(_ value: DatabaseValue) -> String {
        switch value.storage {
        case .null: ""
        case .int64(let number): "i\(number)"
        case .double(let number): "d\(number.bitPattern)"
        case .string(let text): "t" + text
        case .blob(let bytes): "b" + bytes.base64EncodedString()
        }
    }

    /// Whether the row is as it was written.
    static func isWhole(_ row: Row, of table: String, ignoring joined: Set<String> = []) -> Bool {
        guard let seal: String = row[column] else { return false }
        return seal == digest(of: row.lazy.filter { !joined.contains($0.0) }, in: table)
    }

    /// Fails with `catalog-damaged` unless the row is as it was written.
    ///
    /// - Parameter joined: columns that come from other tables.
    static func check(_ row: Row, of table: String, ignoring joined: Set<String> = []) throws {
        guard isWhole(row, of: table, ignoring: joined) else { throw CaptureError.catalogDamaged(table) }
    }

    /// Seals the changed rows that stand in sealed tables.
    static func seal(_ changes: [RowChange], in db: Database) throws {
        for change in changes where tables.contains(change.table) {
            guard let row = try change.row(in: db) else { continue }
            try seal(row, of: change.table, at: change.rowID, in: db)
        }
    }

    /// Seals every row there is: where seals are new, or rows came from elsewhere.
    ///
    /// - Parameter unsealedOnly: leaves rows alone that have a seal, right or wrong.
    static func sealAll(in db: Database, tables: [String] = tables, unsealedOnly: Bool = false) throws {
        let condition = unsealedOnly ? "WHERE \(column) IS NULL" : ""
        for table in tables {
            for row in try Row.fetchAll(db, sql: "SELECT rowid AS sealedRow, * FROM \(table) \(condition)") {
                let columns = Row(row.filter { $0.0 != "sealedRow" }.reduce(into: [:]) { $0[$1.0] = $1.1 })
                try seal(columns, of: table, at: row["sealedRow"], in: db)
            }
        }
    }

    private static func seal(_ row: Row, of table: String, at rowID: Int64, in db: Database) throws {
        try db.execute(
            sql: "UPDATE \(table) SET \(column) = ? WHERE rowid = ?", arguments: [digest(of: row, in: table), rowID])
    }

    /// The keys of rows that are not as they were written, by table.
    static func damage(in db: Database) throws -> [(table: String, key: String)] {
        var found: [(table: String, key: String)] = []
        for table in tables {
            let key = try db.primaryKey(table).columns
            let rows = try Row.fetchCursor(db, sql: "SELECT * FROM \(table)")
            while let row = try rows.next() {
                guard !isWhole(row, of: table) else { continue }
                found.append((table, key.map { "\(row[$0] as DatabaseValue? ?? .null)" }.joined(separator: " ")))
            }
        }
        return found
    }
}

extension CaptureError {
    /// A row is not as it was written.
    static func catalogDamaged(_ table: String) -> CaptureError {
        CaptureError(
            .internalFault, "catalog-damaged",
            LocalizedText(
                de: "Ein Eintrag im Katalog ist beschädigt; er wird nicht verwendet.",
                en: "An entry of the catalog is damaged; it is not used."),
            remedy: LocalizedText(
                de: "Bitte die Betriebsstelle ansprechen: scanstelle store verify zeigt den Schaden, "
                    + "scanstelle store rebuild stellt den Katalog aus den Journalen wieder her.",
                en: "Please contact your administrator: scanstelle store verify shows the damage, "
                    + "scanstelle store rebuild makes the catalog anew from the journals."),
            cause: table)
    }
}
