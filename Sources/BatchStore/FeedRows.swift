import CaptureModel
import Foundation
import GRDB

// How the sheet ledger stands in the catalog.

extension FeedRecord {
    static func fetch(_ db: Database, _ batch: String) throws -> [FeedRecord] {
        try Row.fetchAll(db, sql: "SELECT * FROM feed WHERE batch = ? ORDER BY number", arguments: [batch])
            .map { try FeedRecord($0) }
    }

    private init(_ row: Row) throws {
        try RowSeal.check(row, of: "feed")
        guard let plan: FeedPlan = try row.json("plan") else {
            throw CaptureError.fault("the catalog", "feed without plan")
        }
        self.init(
            batch: row["batch"], number: row["number"], request: row["request"], plan: plan, started: row["started"],
            end: try row.json("outcome"), findings: try row.json("findings") ?? [], begun: row.date("begun"))
    }

    func insert(into db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO feed (batch, number, request, plan, started, findings, begun) VALUES (?, ?, ?, ?, 0, '[]', ?)
                """,
            arguments: [batch, number, request, try JSON.text(plan), begun.timeIntervalSince1970])
    }
}

extension PageRecord {
    /// All pages of a batch, in its order.
    static func fetch(_ db: Database, _ batch: String) throws -> [PageRecord] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM page WHERE batch = ? ORDER BY coalesce(place, number), number", arguments: [batch]
        ).map { try PageRecord($0) }
    }

    /// Puts the page of a feed in its place: behind the one before it, behind or instead of the page the plan names, or
    /// at the end of the batch.
    ///
    /// The first page of a feed is also the moment from which the pages it replaces count no more.
    func insert(fedBy feed: FeedRecord, into db: Database) throws {
        var page = self
        if feed.plan.placement == .append {
            let last = try Int.fetchOne(
                db, sql: "SELECT max(coalesce(place, number)) FROM page WHERE batch = ?", arguments: [batch])
            page.place = (last ?? 0) + 1
        } else {
            let before = try placeBefore(in: feed, db)
            try db.execute(
                sql: """
                    UPDATE page SET place = coalesce(place, number) + 1 WHERE batch = ? AND coalesce(place, number) > ?
                    """, arguments: [batch, before])
            page.place = before + 1
        }
        if number == feed.plan.firstPage {
            page.isBack = try sideOfReplaced(by: feed, db) ?? isBack
            try remove(feed, in: db)
        }
        try page.insert(into: db)
        try db.execute(
            sql: "UPDATE feed SET started = max(started, ?) WHERE batch = ? AND number = ?",
            arguments: [number - feed.plan.firstPage + 1, batch, feed.number])
    }

    private func placeBefore(in feed: FeedRecord, _ db: Database) throws -> Int {
        let anchor =
            switch feed.plan.placement {
            case _ where number > feed.plan.firstPage: number - 1
            case .insert(let page), .replace(let page): page
            case .append: 0
            }
        return try Int.fetchOne(
            db, sql: "SELECT coalesce(place, number) FROM page WHERE batch = ? AND number = ?",
            arguments: [batch, anchor]) ?? 0
    }

    private func sideOfReplaced(by feed: FeedRecord, _ db: Database) throws -> Bool? {
        guard case .replace(let page) = feed.plan.placement else { return nil }
        return try Bool.fetchOne(
            db, sql: "SELECT isBack FROM page WHERE batch = ? AND number = ?", arguments: [batch, page])
    }

    private func remove(_ feed: FeedRecord, in db: Database) throws {
        for replaced in feed.plan.replaces {
            let cause: PageRemoval.Cause =
                switch feed.plan.placement {
                case .replace, .insert: .replaced
                case .append: feed.plan.again == nil ? .halfSheet : .fedAgain
                }
            let removal = PageRemoval(cause: cause, reason: feed.plan.reason, by: number)
            try db.execute(
                sql: "UPDATE page SET removal = ? WHERE batch = ? AND number = ? AND removal IS NULL",
                arguments: [try JSON.text(removal), batch, replaced])
        }
    }
}
