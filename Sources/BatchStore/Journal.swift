// The journals: what the catalog holds, once more, one line a commit, so that it can be made anew from them alone.
//
// Each line holds the rows that the commit wrote, whole, with its event of the audit trail among them. It is synced inside
// the transaction, just before that commits: a line may stand in a journal whose commit never came, but no commit ever
// comes without its line. Such a line is told by the audit trail: the next commit takes its number, under another hash.
//
// A line reads `{"sum":"<16 digits of the SHA-256 of what follows>","line":{…}}`; one that a power cut tore, or in which a
// bit flipped, does not agree with its sum. The next line begins on a line of its own in any case.

import CaptureModel
import DurableFiles
import Foundation
import GRDB

/// Where the lines of a commit go.
enum JournalPlace: Sendable {
    /// The journal in the batch's own folder.
    case batch(String)
    case profiles
    /// What belongs to no batch.
    case store
}

/// A row in a journal: the columns that have a value.
struct JournalRow: Sendable, Hashable, Codable {
    var columns: [String: JournalValue]

    init(_ row: Row) {
        columns = [:]
        for (name, value) in row where !value.isNull { columns[name] = JournalValue(storage: value.storage) }
    }

    init(from decoder: any Decoder) throws {
        columns = try decoder.singleValueContainer().decode([String: JournalValue].self)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(columns)
    }

    subscript(column: String) -> DatabaseValue { columns[column].map(\.databaseValue) ?? .null }
}

enum JournalValue: Sendable, Hashable, Codable {
    case integer(Int64)
    case real(Double)
    case text(String)

    /// The catalog has no bytes; they would come as their base64.
    init(storage: DatabaseValue.Storage) {
        switch storage {
        case .null: self = .text("")
        case .int64(let number): self = .integer(number)
        case .double(let number): self = .real(number)
        case .string(let text): self = .text(text)
        case .blob(let bytes): self = .text(bytes.base64EncodedString())
        }
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int64.self) {
            self = .integer(number)
        } else if let number = try? container.decode(Double.self) {
            self = .real(number)
        } else {
            self = .text(try container.decode(String.self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .integer(let number): try container.encode(number)
        case .real(let number): try container.encode(number)
        case .text(let text): try container.encode(text)
        }
    }

    /// A column of the kind REAL turns a whole number into one of its own by itself.
    var databaseValue: DatabaseValue {
        switch self {
        case .integer(let number): number.databaseValue
        case .real(let number): number.databaseValue
        case .text(let text): text.databaseValue
        }
    }
}

/// What one commit wrote.
struct JournalLine: Sendable, Hashable, Codable {
    var action: String
    /// ISO 8601; for people, the order is the audit trail's.
    var at: String
    /// By table.
    var rows: [String: [JournalRow]]
    /// The keys of removed rows, by table.
    var removed: [String: [JournalRow]]?

    /// The commit's row of the audit trail.
    var audit: AuditEntry? {
        guard let columns = rows["audit"]?.first?.columns, case .integer(let number)? = columns["number"] else {
            return nil
        }
        func text(_ name: String) -> String { if case .text(let text)? = columns[name] { text } else { "" } }
        return AuditEntry(
            number: Int(number), at: text("at"), actor: text("actor"), action: text("action"), object: text("object"),
            detail: text("detail"), hash: text("hash"))
    }

    /// The line as it stands in the file, without its end.
    func text() throws -> String {
        let line = try JSON.text(self)
        return "\(Self.head)\(Self.sum(line))\(Self.middle)\(line)}"
    }

    /// Nil where the text does not agree with its sum.
    init?(text: Substring) {
        guard text.hasPrefix(Self.head), text.hasSuffix("}") else { return nil }
        let rest = text.dropFirst(Self.head.count)
        let line = rest.dropFirst(Self.sumLength).dropFirst(Self.middle.count).dropLast()
        guard rest.prefix(Self.sumLength) == Self.sum(String(line)),
            let value = try? JSON.value(JournalLine.self, String(line))
        else { return nil }
        self = value
    }

    init(action: String, at: String, rows: [String: [JournalRow]], removed: [String: [JournalRow]]? = nil) {
        self.action = action
        self.at = at
        self.rows = rows
        self.removed = removed
    }

    private static let head = "{\"sum\":\""
    private static let middle = "\",\"line\":"
    private static let sumLength = 16

    private static func sum(_ line: String) -> String { String(SHA256.of(Data(line.utf8)).prefix(sumLength)) }
}

extension JournalLine {
    /// What the transaction in progress has written so far.
    init(
        _ event: AuditEvent, at time: Date, _ changes: [RowChange], removed: [String: [JournalRow]], in db: Database
    ) throws {
        self.init(
            action: event.action, at: time.formatted(.iso8601), rows: [:], removed: removed.isEmpty ? nil : removed)
        for change in changes {
            guard let row = try change.row(in: db) else { continue }
            rows[change.table, default: []].append(JournalRow(row))
        }
        // Each batch's journal can stand alone: the version of the profile it began with is in it.
        for batch in rows["batch"] ?? [] where event.action == "batch.begun" && rows["profileVersion"] == nil {
            let version = try Row.fetchOne(
                db, sql: "SELECT * FROM profileVersion WHERE digest = ?", arguments: [batch["profileDigest"]])
            rows["profileVersion"] = version.map { [JournalRow($0)] }
        }
    }
}
