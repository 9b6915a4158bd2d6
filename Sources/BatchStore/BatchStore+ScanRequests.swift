package import CaptureModel
import Foundation
import GRDB

/// A person's wish to scan, as a row that the scan station takes up.
package struct ScanRequest: Sendable, Hashable, Codable {
    package enum State: String, Sendable, Codable { case requested, feeding, done }

    package var id: String
    /// Name of a scanner in the configuration.
    package var scanner: String
    package var profile: String
    package var state: State
    package var batch: String?
    package var problem: CaptureError?
    package var wish: ScanWish?
    /// The account that asked, or the device; nil for requests of a time when it was not kept.
    package var actor: String?

    /// As whom a device asks whose button was pressed or whose feeder was loaded: nobody knows by whom.
    package static func device(_ scanner: String) -> String { "scanner:" + scanner }

    /// The person who asked; nil where the device did.
    package var person: String? { actor == Self.device(scanner) ? nil : actor }
}

extension BatchStore {
    package func requestScan(
        scanner: String, profile: String, wish: ScanWish? = nil, actor: String
    ) async throws(CaptureError) -> ScanRequest {
        var request = ScanRequest(
            id: Identifier.make(), scanner: scanner, profile: profile, state: .requested, actor: actor)
        request.wish = wish
        let text: String? = if let wish { try encoded(wish) } else { nil }
        let (now, wanted) = (now, request)
        let event = AuditEvent(
            "scan.requested", wanted.id, actor: actor, detail: ["scanner": scanner, "batch": wish?.batch ?? ""])
        try await commit(event) { db in
            try db.execute(
                sql: """
                    INSERT INTO scanRequest (id, device, profile, state, created, actor, wish)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    wanted.id, scanner, profile, wanted.state.rawValue, now.timeIntervalSince1970, actor, text,
                ])
        }
        return wanted
    }

    /// The oldest request for the scanner that nobody has taken up.
    package func nextScanRequest(for scanner: String) async throws(CaptureError) -> ScanRequest? {
        try await scanRequests("device = ? AND state = 'requested' ORDER BY created, id LIMIT 1", [scanner]).first
    }

    package func scanRequest(_ id: String) async throws(CaptureError) -> ScanRequest? {
        try await scanRequests("id = ?", [id]).first
    }

    /// Requests nobody waits for any more: a scanner must not begin to feed by itself when the daemon starts again.
    ///
    /// - Parameter scanner: those that this one took up and never concluded; nil drops all.
    package func dropScanRequests(
        of scanner: String? = nil, because problem: CaptureError
    ) async throws(CaptureError) {
        let open =
            if let scanner { try await scanRequests("device = ? AND state = 'feeding'", [scanner]) } else {
                try await scanRequests("state <> 'done'", [])
            }
        for request in open { try await done(request, problem: problem) }
    }

    package func done(_ request: ScanRequest, problem: CaptureError?) async throws(CaptureError) {
        try await update(request, to: .done, batch: nil, problem: problem)
    }

    private func update(
        _ request: ScanRequest, to state: ScanRequest.State, batch: String?, problem: CaptureError?
    ) async throws(CaptureError) {
        let problem: String? = if let problem { try encoded(problem) } else { nil }
        try await commit(AuditEvent("scan.\(state.rawValue)", request.id, detail: ["batch": batch ?? ""])) { db in
            try db.execute(
                sql: "UPDATE scanRequest SET state = ?, batch = coalesce(?, batch), problem = ? WHERE id = ?",
                arguments: [state.rawValue, batch, problem, request.id])
        }
    }

    private func scanRequests(
        _ condition: String, _ arguments: StatementArguments
    ) async throws(CaptureError) -> [ScanRequest] {
        try await read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM scanRequest WHERE \(condition)", arguments: arguments).map { row in
                try RowSeal.check(row, of: "scanRequest")
                let problem: String? = row["problem"]
                return ScanRequest(
                    id: row["id"], scanner: row["device"], profile: row["profile"],
                    state: ScanRequest.State(rawValue: row["state"]) ?? .done, batch: row["batch"],
                    problem: try problem.map { try JSON.value(CaptureError.self, $0) }, wish: try row.json("wish"),
                    actor: row["actor"])
            }
        }
    }
}
