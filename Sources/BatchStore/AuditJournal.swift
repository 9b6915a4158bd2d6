// The audit trail (Protokoll): what was done, by whom, when. Every row holds the hash of itself and the row before, so
// that a change, a removal or another order shows; only cutting off the end needs a head kept outside to be noticed.

import CaptureModel
import DurableFiles
import Foundation
import GRDB

/// Something that was done to an object; ids only, never names, texts or file references.
package struct AuditEvent: Sendable, Hashable {
    /// `system`, or the id of a person.
    package var actor: String
    /// As `page.stored`.
    package var action: String
    /// Id of the batch or document it was done to.
    package var object: String
    /// Counts and states.
    package var detail: [String: String]

    package init(_ action: String, _ object: String, actor: String = "system", detail: [String: String] = [:]) {
        self.actor = actor
        self.action = action
        self.object = object
        self.detail = detail
    }
}

/// A row of the audit trail as it stands in the catalog.
package struct AuditEntry: Sendable, Hashable, Codable {
    package var number: Int
    package var at: String
    package var actor: String
    package var action: String
    package var object: String
    package var detail: String
    package var hash: String
}

enum AuditJournal {
    /// Appends the event to the trail and answers its number; called inside the transaction that makes the change.
    static func append(_ event: AuditEvent, at time: Date, to db: Database) throws -> Int {
        let last = try Row.fetchOne(db, sql: "SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1")
        let number: Int = (last?["number"] ?? 0) + 1
        let at = time.formatted(.iso8601)
        let detail = try JSON.text(event.detail)
        let hash = hash(
            previous: last?["hash"] ?? "", fields: ["\(number)", at, event.actor, event.action, event.object, detail])
        try db.execute(
            sql: "INSERT INTO audit (number, at, actor, action, object, detail, hash) VALUES (?, ?, ?, ?, ?, ?, ?)",
            arguments: [number, at, event.actor, event.action, event.object, detail, hash])
        return number
    }

    /// The newest event, nil where there is none.
    static func head(in db: Database) throws -> AuditEntry? {
        try Row.fetchOne(db, sql: "SELECT * FROM audit ORDER BY number DESC LIMIT 1").map { AuditEntry($0) }
    }

    /// The first row that does not agree with its hash or its place; nil where the trail is whole.
    static func firstFault(in db: Database) throws -> Int? {
        var previous = ""
        var expected = 1
        let rows = try Row.fetchCursor(db, sql: "SELECT * FROM audit ORDER BY number")
        while let row = try rows.next() {
            let entry = AuditEntry(row)
            guard entry.number == expected, entry.follows(previous) else { return expected }
            previous = entry.hash
            expected += 1
        }
        return nil
    }

    /// Fields are joined by a unit separator, which no field can hold unescaped.
    static func hash(previous: String, fields: [String]) -> String {
        SHA256.of(Data(([previous] + fields).joined(separator: "\u{1F}").utf8))
    }
}

extension AuditEntry {
    /// Whether the entry is what it was when it was written after the one with the hash `previous`.
    func follows(_ previous: String) -> Bool {
        hash == AuditJournal.hash(previous: previous, fields: ["\(number)", at, actor, action, object, detail])
    }

    init(_ row: Row) {
        number = row["number"]
        at = row["at"]
        actor = row["actor"]
        action = row["action"]
        object = row["object"]
        detail = row["detail"]
        hash = row["hash"]
    }
}

/// Values kept as JSON text in the catalog and the journals: sorted keys, so that equal values are equal text.
enum JSON {
    static func text(_ value: some Encodable) throws -> String {
        String(decoding: try data(value), as: UTF8.self)
    }

    static func data(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        return try encoder.encode(value)
    }

    /// The same for callers outside a transaction.
    static func encoded(_ value: some Encodable) throws(CaptureError) -> Data {
        do {
            return try data(value)
        } catch {
            throw .fault("JSON", "\(error)")
        }
    }

    static func value<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        return try decoder.decode(type, from: Data(text.utf8))
    }
}
