// Whom the pseudonyms in transfer notes stand for.
//
// A note must name a natural person, or a pseudonym that can be resolved at once (TR-03138 A.NB.4 a). Documents go far, so
// they carry the pseudonym; the name stays here. An account gets its pseudonym when it first appears in a note.

package import CaptureModel
import DurableFiles
package import Foundation
import GRDB

/// A person who captures or checks, under the pseudonym that documents carry.
package struct OperatorRecord: Sendable, Hashable, Codable {
    package var pseudonym: String
    /// The account as the audit trail names it, as `user:1000`; nil for people without one.
    package var account: String?
    package var name: String
    package var since: Date

    package init(pseudonym: String, account: String?, name: String, since: Date) {
        self.pseudonym = pseudonym
        self.account = account
        self.name = name
        self.since = since
    }
}

extension BatchStore {
    /// All people that were ever named, oldest first.
    package func operators() async throws(CaptureError) -> [OperatorRecord] {
        try await read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM operator ORDER BY since, pseudonym").map { OperatorRecord($0) }
        }
    }

    /// The person behind a pseudonym, an account or, for those who have none of both, a name as it was given.
    package func operatorRecord(for text: String) async throws(CaptureError) -> OperatorRecord? {
        try await read { db in try OperatorRecord.find(text, in: db) }
    }

    /// The person behind an account, who gets a pseudonym where they have none yet.
    ///
    /// It is made of the account alone, so that two who enroll the same one at once do the same.
    package func enroll(account: String, name: String) async throws(CaptureError) -> OperatorRecord {
        if let known = try await operatorRecord(for: account) { return known }
        let digits = SHA256.of(Data("operator/\(account)".utf8)).uppercased()
        var length = 6
        while let holder = try await operatorRecord(for: "P-" + digits.prefix(length)) {
            if holder.account == account { return holder }
            length += 1
        }
        return try await add(
            OperatorRecord(pseudonym: "P-" + digits.prefix(length), account: account, name: name, since: now),
            by: "system")
    }

    /// Enters a person, or changes name and account of one that is known.
    package func add(_ person: OperatorRecord, by actor: String) async throws(CaptureError) -> OperatorRecord {
        let event = AuditEvent("operator.named", person.pseudonym, actor: actor)
        return try await commit(event) { db in
            try db.execute(
                sql: """
                    INSERT INTO operator (pseudonym, account, name, since) VALUES (?, ?, ?, ?)
                    ON CONFLICT (pseudonym) DO UPDATE SET account = excluded.account, name = excluded.name
                    """,
                arguments: [person.pseudonym, person.account, person.name, person.since.timeIntervalSince1970])
            // As the catalog has it: an instant loses its last digits there.
            return try OperatorRecord.find(person.pseudonym, in: db) ?? person
        }
    }

    /// What was done to a batch, oldest first.
    package func history(of batch: String) async throws(CaptureError) -> [AuditEntry] {
        try await read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM audit WHERE object = ? ORDER BY number", arguments: [batch])
                .map { AuditEntry($0) }
        }
    }
}

extension OperatorRecord {
    fileprivate init(_ row: Row) {
        self.init(
            pseudonym: row["pseudonym"], account: row["account"], name: row["name"], since: row.date("since"))
    }

    fileprivate static func find(_ text: String, in db: Database) throws -> OperatorRecord? {
        try Row.fetchOne(
            db, sql: "SELECT * FROM operator WHERE pseudonym = ?1 OR account = ?1", arguments: [text]
        ).map { OperatorRecord($0) }
    }
}
