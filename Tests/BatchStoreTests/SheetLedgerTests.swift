import CaptureModel
import Foundation
import Testing

@testable import BatchStore

@Suite("The sheet ledger") struct SheetLedgerTests {
    private func page(_ number: Int, feed: Int = 1, isBack: Bool = false, role: PageRole? = nil) -> PageRecord {
        PageRecord(
            batch: "b", number: number, inputPage: 0, file: "", format: .jpeg, state: .stored, attempts: 0, role: role,
            feed: feed, isBack: isBack)
    }

    private func feed(
        _ number: Int = 1, _ source: ScanSettings.Source = .feeder, from first: Int = 1, started: Int,
        _ reason: FeedEnd.Reason? = .empty
    ) -> FeedRecord {
        let plan = FeedPlan(
            scanner: "s", source: source, placement: .append, firstPage: first, sheetsBefore: 0, replaces: [])
        let end = reason.map { FeedEnd(reason: $0, pagesStarted: started, pagesStored: started) }
        return FeedRecord(
            batch: "b", number: number, plan: plan, started: started, end: end, findings: [], begun: .distantPast)
    }

    @Test("sheets, separators and blanks are counted, and where all agrees nothing is left over")
    func settled() {
        var ledger = SheetLedger(
            pages: [page(1, role: .separator), page(2, role: .content), page(3, role: .blank)],
            feeds: [feed(started: 3)], expected: ExpectedSheets(sheets: 3, source: .person))
        #expect(ledger.balance.isSettled && ledger.balance.sheets == 3)
        #expect(ledger.balance.separators == 1 && ledger.balance.blanks == 1)
        ledger.expected = ExpectedSheets(sheets: 2, source: .cover)
        #expect(ledger.balance.isSettled)
    }

    @Test("a page that moved and was not stored is a difference")
    func notStored() {
        let ledger = SheetLedger(pages: [page(1)], feeds: [feed(started: 2)])
        #expect(ledger.balance.differences == [SheetDifference(.notStored, wanted: 2, found: 1)])
    }

    @Test("a feed that stopped is settled by the one that goes on where it ended")
    func continued() {
        var ledger = SheetLedger(pages: [page(1)], feeds: [feed(started: 2, .jammed)])
        #expect(ledger.balance.differences.map(\.kind) == [.stopped, .notStored])
        ledger.feeds.append(feed(2, from: 2, started: 1))
        ledger.pages.append(page(2, feed: 2))
        #expect(ledger.balance.isSettled)
    }

    @Test("what a person accepted is no difference any more, another number is")
    func accepted() {
        var ledger = SheetLedger(
            pages: [page(1)], feeds: [feed(started: 1)], expected: ExpectedSheets(sheets: 2, source: .person))
        ledger.accepted = AcceptedBalance(
            differences: ledger.balance.differences, reason: "verzählt", actor: "user:7")
        #expect(ledger.balance.isSettled)
        ledger.expected = ExpectedSheets(sheets: 3, source: .person)
        #expect(ledger.balance.differences.map(\.kind) == [.sheetCount])
    }

    @Test("pages that are in no document keep the batch from leaving")
    func withoutDocument() {
        var ledger = SheetLedger(pages: [page(1, role: .content), page(2, role: .content)], feeds: [feed(started: 2)])
        ledger.documents = [
            DocumentRecord(
                id: "d", batch: "b", number: 1, state: .ready, indexed: IndexedDocument(pages: [0]), deliveryID: "x",
                attempts: 0)
        ]
        #expect(ledger.balance.differences == [SheetDifference(.withoutDocument, wanted: 2, found: 1)])
    }

    @Test("a batch whose feed never told its end waits with the last sheet named")
    func unknownEnd() throws {
        let ledger = SheetLedger(
            pages: [page(1), page(2, isBack: true), page(3)], feeds: [feed(1, .duplexFeeder, started: 3, nil)])
        let hold = try #require(ledger.hold(after: nil))
        #expect(hold.problem == "feed-broke-off")
        #expect(
            hold.message.de.hasSuffix(
                "Blatt 1 ist das letzte gespeicherte. Von Blatt 2 ist nur die Vorderseite gespeichert."))
        #expect(ledger.plan(ScanWish(), scanner: "s", source: .duplexFeeder).replaces == [3])
    }

    @Test("a batch that is held at the scanner offers four ways on")
    func choices() {
        let ledger = SheetLedger(pages: [page(1)], feeds: [feed(started: 2, .jammed)])
        let batch = BatchRecord(
            id: "b", folder: "", profile: "", profileVersion: "", profileDigest: "", channel: .scanner, source: "s",
            state: .held, heldFrom: .receiving, created: .distantPast, changed: .distantPast)
        #expect(ledger.choices(for: batch).map(\.action) == [.resume, .again, .finish, .reject])
    }
}
