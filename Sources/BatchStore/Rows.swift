import CaptureModel
import Foundation
import GRDB

// How records stand in the catalog: states as text, times as seconds since 1970, structured values as JSON.

extension BatchRecord {
    static func fetch(_ db: Database, _ clauses: String, _ arguments: StatementArguments = []) throws -> [BatchRecord] {
        try rows(db, clauses, arguments).map { try BatchRecord($0) }
    }

    /// The whole ones among the batches: where many are asked for, a damaged row must not stop the others.
    static func fetchWhole(
        _ db: Database, _ clauses: String, _ arguments: StatementArguments = []
    ) throws -> [BatchRecord] {
        try rows(db, clauses, arguments)
            .filter { RowSeal.isWhole($0, of: "batch", ignoring: joined) }.map { try BatchRecord($0) }
    }

    private static let joined: Set = ["profile", "profileVersion"]

    private static func rows(_ db: Database, _ clauses: String, _ arguments: StatementArguments) throws -> [Row] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT batch.*, name AS profile, version AS profileVersion
                FROM batch JOIN profileVersion ON digest = profileDigest \(clauses)
                """, arguments: arguments)
    }

    private init(_ row: Row) throws {
        try RowSeal.check(row, of: "batch", ignoring: Self.joined)
        self.init(
            id: row["id"], folder: row["folder"], profile: row["profile"], profileVersion: row["profileVersion"],
            profileDigest: row["profileDigest"], channel: try row.state("channel"), source: row["source"],
            state: try row.state("state"), heldFrom: try row.optionalState("heldFrom"), hold: try row.json("hold"),
            created: row.date("created"), changed: row.date("changed"), operatedBy: row["operatedBy"],
            tenant: row["tenant"])
    }

    func insert(into db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO batch
                    (id, folder, profileDigest, channel, source, state, created, changed, operatedBy, tenant)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                id, folder, profileDigest, channel.rawValue, source, state.rawValue, created.timeIntervalSince1970,
                changed.timeIntervalSince1970, operatedBy, tenant,
            ])
    }
}

extension InputRecord {
    init(_ row: Row) throws {
        try RowSeal.check(row, of: "input")
        self.init(
            batch: row["batch"], number: row["number"], name: row["name"], file: row["file"], sha256: row["sha256"],
            sizeInBytes: row["sizeInBytes"], outcome: try row.state("outcome"),
            format: try row.optionalState("format"), pageCount: row["pageCount"], problem: try row.json("problem"),
            findings: try row.json("findings") ?? [], context: try row.json("context"))
    }

    func insert(into db: Database, claim: String?) throws {
        try db.execute(
            sql: """
                INSERT INTO input
                    (batch, number, name, file, sha256, sizeInBytes, outcome, pageCount, problem, findings, claim, context)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                batch, number, name, file, sha256, sizeInBytes, outcome.rawValue, pageCount,
                try problem.map { try JSON.text($0) }, try JSON.text(findings), claim,
                try context.map { try JSON.text($0) },
            ])
    }

    func update(in db: Database) throws {
        try db.execute(
            sql: """
                UPDATE input SET name = ?, outcome = ?, format = ?, pageCount = ?, problem = ?, findings = ?, context = ?
                WHERE batch = ? AND number = ? AND outcome = 'stored'
                """,
            arguments: [
                name, outcome.rawValue, format?.rawValue, pageCount, try problem.map { try JSON.text($0) },
                try JSON.text(findings), try context.map { try JSON.text($0) }, batch, number,
            ])
    }
}

extension PageRecord {
    init(_ row: Row) throws {
        try RowSeal.check(row, of: "page")
        self.init(
            batch: row["batch"], number: row["number"], input: row["input"], inputPage: row["inputPage"],
            file: row["file"], format: try row.state("format"), state: try row.state("state"),
            attempts: row["attempts"], role: try row.optionalState("role"), summary: try row.json("summary"),
            digests: try row.json("digests"), feed: row["feed"], place: row["place"], isBack: row["isBack"],
            removal: try row.json("removal"))
    }

    func insert(into db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO page (
                    batch, number, input, inputPage, file, format, state, attempts, digests, feed, place, isBack)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                batch, number, input, inputPage, file, format.rawValue, state.rawValue, attempts,
                try digests.map { try JSON.text($0) }, feed, place, isBack,
            ])
    }
}

extension DocumentRecord {
    init(_ row: Row) throws {
        try RowSeal.check(row, of: "document")
        guard let indexed: IndexedDocument = try row.json("indexed") else {
            throw CaptureError.fault("the catalog", "document without index")
        }
        self.init(
            id: row["id"], batch: row["batch"], number: row["number"], state: try row.state("state"), indexed: indexed,
            deliveryID: row["deliveryID"], sha256: row["sha256"], receipt: try row.json("receipt"),
            attempts: row["attempts"], nextAttempt: row.optionalDate("nextAttempt"), problem: try row.json("problem"))
    }

    func insert(into db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO document (id, batch, number, state, indexed, deliveryID, attempts)
                VALUES (?, ?, ?, ?, ?, ?, 0)
                """,
            arguments: [id, batch, number, state.rawValue, try JSON.text(indexed), deliveryID])
    }
}

extension Row {
    func state<State: RawRepresentable<String>>(_ column: String) throws -> State {
        guard let state: State = try optionalState(column) else {
            throw CaptureError.fault("the catalog", "\(column) is missing")
        }
        return state
    }

    fileprivate func optionalState<State: RawRepresentable<String>>(_ column: String) throws -> State? {
        guard let text: String = self[column] else { return nil }
        guard let state = State(rawValue: text) else { throw CaptureError.fault("the catalog", "\(column) is unknown") }
        return state
    }

    func json<Value: Decodable>(_ column: String) throws -> Value? {
        guard let text: String = self[column] else { return nil }
        return try JSON.value(Value.self, text)
    }

    func date(_ column: String) -> Date { Date(timeIntervalSince1970: self[column]) }

    fileprivate func optionalDate(_ column: String) -> Date? {
        (self[column] as Double?).map { Date(timeIntervalSince1970: $0) }
    }
}

extension Database {
    /// Refuses the change unless the batch is in `state`.
    func require(_ batch: BatchRecord, in state: BatchState) throws {
        let found = try String.fetchOne(self, sql: "SELECT state FROM batch WHERE id = ?", arguments: [batch.id])
        guard found == state.rawValue else { throw CaptureError.outdated }
    }

    /// Moves the batch on, unless it is elsewhere or leased to another process by now.
    func advance(_ batch: BatchRecord, from: BatchState, to: BatchState, at time: Date, by instance: String) throws {
        try execute(
            sql: """
                UPDATE batch SET state = ?, changed = ? WHERE id = ? AND state = ? AND (lease IS NULL OR lease = ?)
                """,
            arguments: [to.rawValue, time.timeIntervalSince1970, batch.id, from.rawValue, instance])
        guard changesCount == 1 else { throw CaptureError.outdated }
    }
}
