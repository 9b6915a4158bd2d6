// A register as it lies in an SQLite database that another program keeps.
//
// The file is opened for reading alone, read whole in one transaction and closed again: what is looked up is a value in
// memory, and a batch sees one state of the register. A database that is being written to is waited for, then told as
// unavailable, so that it is tried again instead of blaming the profile.

import CaptureModel
import Foundation
import GRDB

/// A table or view of a database file.
struct RegisterDatabase {
    let path: String
    let maxSizeInBytes: Int

    /// Programs that keep a register write for moments; longer than a clerk's patience is not waited.
    private static let patienceSeconds = 1.0

    /// The entries by normalized key; `columns` are our names with those of the table.
    func entries(
        of table: String, key: String, columns: [String: String]
    ) throws(CaptureError) -> [String: Register.Entry] {
        // A link could lead anywhere, and changes behind it would go unseen.
        let kind = (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
        guard kind == .typeRegular else { throw .noDatabase(path) }
        do {
            let queue = try DatabaseQueue(path: path, configuration: Self.configuration)
            defer { try? queue.close() }
            return try queue.read { database in
                try rows(database, table, key, columns)
            }
        } catch let error as DatabaseError {
            throw .unreadableDatabase(path, error)
        } catch let error as CaptureError {
            throw error
        } catch {
            throw .unreadableDatabase(path, cause: "\(error)")
        }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(patienceSeconds)
        return configuration
    }

    private func rows(
        _ database: Database, _ table: String, _ key: String, _ columns: [String: String]
    ) throws -> [String: Register.Entry] {
        guard try database.tableExists(table) || database.viewExists(table) else {
            throw CaptureError.noTable(path, table)
        }
        let there = try database.columns(in: table).map(\.name)
        let names = columns.sorted { $0.key < $1.key }
        for name in [key] + names.map(\.value) where !there.contains(where: { $0.lowercased() == name.lowercased() }) {
            throw CaptureError.noColumn(table, name, known: there)
        }
        let list = ([key] + names.map(\.value)).map(\.quotedDatabaseIdentifier).joined(separator: ", ")
        let cursor = try Row.fetchCursor(database, sql: "SELECT \(list) FROM \(table.quotedDatabaseIdentifier)")
        var entries: [String: Register.Entry] = [:]
        var size = 0
        while let row = try cursor.next() {
            let cells = (0...names.count).map { Self.text(row[$0]) }
            size += cells.reduce(0) { $0 + $1.utf8.count }
            guard size <= maxSizeInBytes else { throw CaptureError.tooLarge(table, maxSizeInBytes) }
            let normalized = Register.normalizedKey(cells[0])
            // Rows without a key are common in tables that serve more than us; two of one key leave open which is meant.
            if normalized.isEmpty { continue }
            guard entries[normalized] == nil else { throw CaptureError.sameKey(table, key) }
            entries[normalized] = Register.Entry(
                value: cells[0], columns: Dictionary(zip(names.map(\.key), cells.dropFirst())) { first, _ in first })
        }
        return entries
    }

    /// A value as text, without the space around it; binary data is none.
    private static func text(_ value: DatabaseValue) -> String {
        switch value.storage {
        case .string(let text): text.trimmingCharacters(in: .whitespacesAndNewlines)
        case .int64(let number): String(number)
        case .double(let number): String(number)
        case .null, .blob: ""
        }
    }
}

extension CaptureError {
    fileprivate static func noDatabase(_ path: String) -> CaptureError {
        CaptureError(
            .badProfile, "bad-register",
            LocalizedText(de: "Die Datenbank \(path) fehlt.", en: "The database \(path) is missing."),
            remedy: LocalizedText(
                de: "Bitte die Datei selbst in den Ordner legen, keinen Verweis auf sie.",
                en: "Please put the file itself into the folder, not a link to it."))
    }

    fileprivate static func unreadableDatabase(_ path: String, _ error: DatabaseError) -> CaptureError {
        let isBusy = [.SQLITE_BUSY, .SQLITE_LOCKED].contains(error.resultCode)
        guard isBusy else { return unreadableDatabase(path, cause: "\(error.resultCode)") }
        return CaptureError(
            .unavailable, "register-locked",
            LocalizedText(
                de: "Die Datenbank \(path) wird gerade geschrieben.", en: "The database \(path) is being written to."),
            remedy: LocalizedText(
                de: "Es wird von selbst wieder versucht. Bleibt es dabei, bitte das schreibende Programm prüfen.",
                en: "It is tried again by itself. If this stays, please check the program that writes."),
            cause: "\(error.resultCode)")
    }

    fileprivate static func unreadableDatabase(_ path: String, cause: String) -> CaptureError {
        CaptureError(
            .badProfile, "bad-register",
            LocalizedText(
                de: "\(path) ist nicht lesbar oder keine SQLite-Datenbank (\(cause)).",
                en: "\(path) cannot be read or is no SQLite database (\(cause))."),
            remedy: LocalizedText(
                de: "Bitte Datei und Rechte prüfen.", en: "Please check the file and its permissions."), cause: cause)
    }

    fileprivate static func noTable(_ path: String, _ table: String) -> CaptureError {
        CaptureError(
            .badProfile, "bad-register",
            LocalizedText(
                de: "In \(path) gibt es keine Tabelle „\(table)“.", en: "There is no table “\(table)” in \(path)."),
            remedy: LocalizedText(de: "Bitte „table“ berichtigen.", en: "Please correct “table”."))
    }

    fileprivate static func noColumn(_ table: String, _ column: String, known: [String]) -> CaptureError {
        let list = known.joined(separator: ", ")
        return CaptureError(
            .badProfile, "bad-register",
            LocalizedText(
                de: "Die Tabelle „\(table)“ hat keine Spalte „\(column)“.",
                en: "The table “\(table)” has no column “\(column)”."),
            remedy: LocalizedText(de: "Vorhanden: \(list).", en: "There is: \(list)."))
    }

    fileprivate static func tooLarge(_ table: String, _ size: Int) -> CaptureError {
        CaptureError(
            .badProfile, "bad-register",
            LocalizedText(
                de: "Die Tabelle „\(table)“ hat mehr als \(size / 1_000_000) MB.",
                en: "The table “\(table)” holds more than \(size / 1_000_000) MB."),
            remedy: LocalizedText(
                de: "Bitte eine Sicht mit weniger Zeilen oder Spalten anlegen.",
                en: "Please make a view with fewer rows or columns."))
    }

    fileprivate static func sameKey(_ table: String, _ key: String) -> CaptureError {
        CaptureError(
            .badProfile, "bad-register",
            LocalizedText(
                de: "In der Tabelle „\(table)“ steht ein Schlüssel in „\(key)“ mehrmals.",
                en: "The table “\(table)” has a key in “\(key)” more than once."),
            remedy: LocalizedText(
                de: "Bitte eine Sicht mit eindeutigem Schlüssel anlegen.", en: "Please make a view with unique keys."))
    }
}
