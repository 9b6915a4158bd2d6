import BatchStore
import CaptureModel
import Foundation

/// The sheet ledger of a batch as programs get it: the balance, the feeds, and where a person goes on.
struct LedgerFacts: Encodable {
    private let balance: SheetBalance
    private let feeds: [FeedRecord]
    /// Pages that count no more, with the reason.
    private let replacedPages: [PageRecord]
    private let resume: Resume
    /// What a person may do about a hold; empty where the batch is not held.
    private let choices: [HoldChoice]
    private let differenceTexts: [LocalizedText]

    private struct Resume: Encodable {
        let storedSheets: Int
        let nextSheet: Int
        let hasHalfSheet: Bool
        let text: LocalizedText
        /// Number of the page that was stored last.
        let lastPage: Int?
        /// Absolute path of its picture.
        let preview: String?
    }

    init(_ ledger: SheetLedger, of batch: BatchRecord, in store: BatchStore) {
        balance = ledger.balance
        feeds = ledger.feeds
        replacedPages = ledger.pages.filter { $0.removal != nil }
        choices = ledger.choices(for: batch)
        differenceTexts = balance.differences.map(\.text)
        let point = ledger.resumePoint
        let last = ledger.sheets.joined().max { $0.number < $1.number }
        resume = Resume(
            storedSheets: point.storedSheets, nextSheet: point.nextSheet, hasHalfSheet: point.hasHalfSheet,
            text: point.stored + " " + point.loading, lastPage: last?.number,
            preview: last.map { page in
                let preview = store.path(batch, page.folder + "/preview.jpg")
                return FileManager.default.fileExists(atPath: preview) ? preview : store.path(batch, page.file)
            })
    }
}
