package import CaptureModel
package import Foundation

/// What a person wants of a scan besides scanner and profile; nil where it is as usual.
package struct ScanWish: Sendable, Hashable, Codable {
    /// The held batch that goes on; nil begins a new one.
    package var batch: String?
    /// Sheets in the stack as counted by hand.
    package var expectedSheets: Int?
    /// Where the paper comes from, instead of what the profile says.
    package var source: ScanSettings.Source?
    /// More sheets will follow: the batch waits after this feed.
    package var staysOpen: Bool?
    /// The last sheets stored are fed again, this many of them.
    package var again: Int?
    package var placement: PagePlacement?
    package var sides: SheetSides?
    /// Why pages are replaced, in the person's words.
    package var reason: String?

    package init(batch: String? = nil, expectedSheets: Int? = nil) {
        self.batch = batch
        self.expectedSheets = expectedSheets
    }
}

/// Where the pages of a feed go in their batch.
package enum PagePlacement: Sendable, Hashable, Codable {
    case append
    /// Behind the page of this number; 0 is the front of the batch.
    case insert(after: Int)
    /// In the place of the page of this number, which is kept and counts no more.
    case replace(page: Int)
}

/// The sides of a stack that is turned over by hand (manual duplex).
package enum SheetSides: String, Sendable, Codable, CaseIterable {
    case fronts
    /// The stack was turned over as a whole: the back of its last sheet comes first.
    case backs
    /// The back of its first sheet comes first.
    case backsInOrder = "backs-in-order"
}

/// What a feed (Einzug) is to do; committed before the first sheet moves.
package struct FeedPlan: Sendable, Hashable, Codable {
    package var scanner: String
    package var source: ScanSettings.Source
    package var placement: PagePlacement
    package var sides: SheetSides?
    /// Number of its first page.
    package var firstPage: Int
    /// Whole sheets the batch had before it.
    package var sheetsBefore: Int
    /// Pages that its first page makes worthless: sheets fed again, the front of a half stored sheet.
    package var replaces: [Int]
    /// How many of the last sheets are fed again; nil where none is.
    package var again: Int?
    package var reason: String?
    package var staysOpen: Bool?
    /// Front of the last sheet that stays, with which the first page is compared; nil where it is compared with none.
    package var pageBefore: Int?
}

/// A feed of a batch: its plan and, once it is over, how it ended.
package struct FeedRecord: Sendable, Hashable, Codable {
    package var batch: String
    /// From 1, inside the batch.
    package var number: Int
    package var request: String?
    package var plan: FeedPlan
    /// Pages that began to move, as far as is known; final once the feed is over.
    package var started: Int
    /// Nil while the feed runs, and where its process never told.
    package var end: FeedEnd?
    package var findings: [Finding]
    package var begun: Date
}

/// Why a page counts no more; its image stays (Ersetzung).
package struct PageRemoval: Sendable, Hashable, Codable {
    package enum Cause: String, Sendable, Codable { case fedAgain, halfSheet, replaced, deleted }

    package var cause: Cause
    /// In the person's words.
    package var reason: String?
    /// The first page that came instead; nil for a page that was deleted.
    package var by: Int?
}

/// The number of sheets a batch should have.
package struct ExpectedSheets: Sendable, Hashable, Codable {
    package enum Source: String, Sendable, Codable {
        /// Counted by hand.
        case person
        /// Printed on a cover sheet; separator sheets are not among them.
        case cover
    }

    package var sheets: Int
    package var source: Source

    package init(sheets: Int, source: Source) {
        self.sheets = sheets
        self.source = source
    }
}

/// Differences a person has taken responsibility for.
package struct AcceptedBalance: Sendable, Hashable, Codable {
    package var differences: [SheetDifference]
    package var reason: String
    package var actor: String
}

extension FeedPlan {
    /// Which side of its sheet a page of this feed is.
    func isBack(page: Int) -> Bool {
        switch (source, sides) {
        case (.duplexFeeder, _): !(page - firstPage).isMultiple(of: 2)
        case (_, .backs), (_, .backsInOrder): true
        default: false
        }
    }
}
