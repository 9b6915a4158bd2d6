// The sheet ledger (Blattbuch): what is known of the sheets of a batch, and the pure questions asked of it.
//
// Sheets are told by their pages: a back belongs to the front before it, every other page begins a sheet. A feed that
// stopped is settled by the next one that goes on where it ended; until then it is a difference.

package import CaptureModel

package struct SheetLedger: Sendable {
    /// All pages that were ever stored, in the order of the batch.
    package var pages: [PageRecord]
    package var feeds: [FeedRecord]
    package var documents: [DocumentRecord]
    package var expected: ExpectedSheets?
    package var accepted: AcceptedBalance?

    package init(
        pages: [PageRecord], feeds: [FeedRecord], documents: [DocumentRecord] = [], expected: ExpectedSheets? = nil,
        accepted: AcceptedBalance? = nil
    ) {
        self.pages = pages
        self.feeds = feeds
        self.documents = documents
        self.expected = expected
        self.accepted = accepted
    }

    /// Pages that count.
    var live: [PageRecord] { pages.filter { $0.removal == nil } }

    /// The pages that count, sheet by sheet.
    package var sheets: [[PageRecord]] {
        live.reduce(into: []) { sheets, page in
            if page.isBack == true, let last = sheets.last, last.count == 1, last[0].isBack != true {
                sheets[sheets.count - 1].append(page)
            } else {
                sheets.append([page])
            }
        }
    }

    /// Where the batch goes on; a half stored sheet is one whose back is still to come in duplex.
    package var resumePoint: ResumePoint {
        let sheets = sheets
        let isHalf = halfStoredFront != nil
        return ResumePoint(storedSheets: sheets.count - (isHalf ? 1 : 0), hasHalfSheet: isHalf)
    }

    /// The front that the last feed stored without its back, because it stopped between the two.
    private var halfStoredFront: PageRecord? {
        guard let feed = feeds.last(where: { $0.plan.placement == .append }), feed.plan.source == .duplexFeeder,
            feed.end?.reason != .empty,
            let page = live.filter({ $0.feed == feed.number }).max(by: { $0.number < $1.number }), page.isBack == false
        else { return nil }
        return page
    }

    /// What the next feed is to do.
    ///
    /// The front of a half stored sheet is fed again with its back, and so are the last sheets where the person says so.
    package func plan(_ wish: ScanWish, scanner: String, source: ScanSettings.Source) -> FeedPlan {
        let placement = wish.placement ?? .append
        var replaces: [Int] = []
        if case .replace(let page) = placement { replaces = [page] }
        if placement == .append, wish.sides == nil {
            replaces = sheets.dropLast(halfStoredFront == nil ? 0 : 1).suffix(wish.again ?? 0).joined().map(\.number)
            if let front = halfStoredFront { replaces.append(front.number) }
        }
        let backs = wish.sides == .backs || wish.sides == .backsInOrder
        let staying = sheets.dropLast(halfStoredFront == nil ? 0 : 1).dropLast(wish.again ?? 0)
        let before = placement == .append ? resumePoint.storedSheets - (wish.again ?? 0) : 0
        return FeedPlan(
            scanner: scanner, source: source, placement: placement, sides: wish.sides,
            firstPage: (pages.map(\.number).max() ?? 0) + 1, sheetsBefore: backs ? self.backs.count : max(0, before),
            replaces: replaces, again: wish.again, reason: wish.reason, staysOpen: wish.staysOpen,
            pageBefore: placement == .append && wish.sides == nil ? staying.last?.first?.number : nil)
    }

    /// The page numbers in the order of the sheets once fronts and backs are equally many; nil where they are not, or
    /// nothing was turned over by hand.
    package var pairedOrder: [Int]? {
        let (fronts, backs) = (fronts, backs)
        guard !backs.isEmpty, fronts.count == backs.count else { return nil }
        let isInOrder =
            feeds.last { $0.plan.sides == .backs || $0.plan.sides == .backsInOrder }?.plan.sides == .backsInOrder
        let backOf = Dictionary(
            zip(fronts.map(\.number), (isInOrder ? backs : backs.reversed()).map(\.number))
        ) { first, _ in first }
        let isBack = Set(backs.map(\.number))
        return live.filter { !isBack.contains($0.number) }.flatMap { page in
            [page.number] + (backOf[page.number].map { [$0] } ?? [])
        }
    }

    private var fronts: [PageRecord] { live(fed: [.fronts]) }
    private var backs: [PageRecord] { live(fed: [.backs, .backsInOrder]).sorted { $0.number < $1.number } }

    private func live(fed sides: Set<SheetSides>) -> [PageRecord] {
        let numbers = Set(feeds.filter { $0.plan.sides.map(sides.contains) ?? false }.map(\.number))
        return live.filter { $0.feed.map(numbers.contains) ?? false }
    }
}

// MARK: Balance

extension SheetLedger {
    /// Every sheet and page, and what does not agree.
    package var balance: SheetBalance {
        let all = differences
        let open = all.filter { !(accepted?.differences.contains($0) ?? false) }
        let roles = live.map(\.role)
        return SheetBalance(
            expectedSheets: expected?.sheets, expectedFrom: expected?.source, fedSheets: fedSheets,
            sheets: sheets.count,
            pagesStarted: feeds.reduce(0) { $0 + started(in: $1) }, pagesStored: pages.count,
            pagesReplaced: pages.count - live.count, separators: roles.count { $0 == .separator },
            blanks: roles.count { $0 == .blank }, pagesInDocuments: pages(of: documents),
            pagesDelivered: pages(of: documents.filter { $0.state == .delivered }), differences: open,
            accepted: accepted)
    }

    private var differences: [SheetDifference] {
        var found: [SheetDifference] = []
        if live.isEmpty { found.append(SheetDifference(.empty)) }
        for feed in feeds where !isSettled(feed) { found += differences(of: feed) }
        found += feeds.compactMap { sameSheet($0) }
        let (fronts, backs) = (fronts.count, backs.count)
        if fronts != backs { found.append(SheetDifference(.backs, wanted: fronts, found: backs)) }
        if let expected, expected.sheets != countedSheets(for: expected.source) {
            found.append(
                SheetDifference(.sheetCount, wanted: expected.sheets, found: countedSheets(for: expected.source)))
        }
        if !documents.isEmpty {
            let content = live.filter { $0.role != .separator && $0.role != .blank }
            let placed = Set(documents.flatMap(\.indexed.pages))
            let missing = content.count { !placed.contains($0.number - 1) }
            if missing > 0 {
                found.append(
                    SheetDifference(.withoutDocument, wanted: content.count, found: content.count - missing))
            }
        }
        let last = feeds.last { $0.plan.placement == .append }
        if last?.plan.staysOpen == true { found.append(SheetDifference(.moreToCome)) }
        return found
    }

    private func differences(of feed: FeedRecord) -> [SheetDifference] {
        let own = pages.filter { $0.feed == feed.number }
        guard let end = feed.end else { return [SheetDifference(.unknownEnd, wanted: feed.number)] }
        var found: [SheetDifference] = []
        if end.reason != .empty { found.append(SheetDifference(.stopped, wanted: feed.number)) }
        let started = started(in: feed)
        if started != own.count { found.append(SheetDifference(.notStored, wanted: started, found: own.count)) }
        let counted = own.count { $0.removal == nil }
        if feed.plan.source == .duplexFeeder, end.reason == .empty, !counted.isMultiple(of: 2) {
            found.append(SheetDifference(.oddSides, wanted: counted + 1, found: counted))
        }
        let sheets = feed.plan.source == .duplexFeeder ? (own.count + 1) / 2 : own.count
        if let fed = end.sheetsFed, end.reason == .empty, feed.plan.source != .flatbed, fed != sheets {
            found.append(SheetDifference(.deviceCount, wanted: fed, found: sheets))
        }
        return found
    }

    /// The first page of a feed looks like the sheet before it, and both count.
    private func sameSheet(_ feed: FeedRecord) -> SheetDifference? {
        guard let before = feed.plan.pageBefore, feed.findings.contains(where: { $0.code == Finding.sheetMaybeTwice }),
            live.count(where: { [before, feed.plan.firstPage].contains($0.number) }) == 2
        else { return nil }
        return SheetDifference(.sameSheet, wanted: before, found: feed.plan.firstPage)
    }

    /// A later feed went on where this one ended; a page put in between settles nothing at the end of the batch.
    private func isSettled(_ feed: FeedRecord) -> Bool {
        let later = feeds.filter { $0.number > feed.number }
        return feed.plan.placement == .append ? later.contains { $0.plan.placement == .append } : !later.isEmpty
    }

    private func started(in feed: FeedRecord) -> Int {
        max(feed.end?.pagesStarted ?? 0, feed.started, pages.count { $0.feed == feed.number })
    }

    private var fedSheets: Int? {
        let counts = feeds.compactMap { $0.end?.sheetsFed }
        return counts.isEmpty || counts.count < feeds.count ? nil : counts.reduce(0, +)
    }

    /// Sheets as the one who expects them counts them.
    private func countedSheets(for source: ExpectedSheets.Source) -> Int {
        switch source {
        case .person: sheets.count
        case .cover: sheets.count { $0.first?.role != .separator }
        }
    }

    private func pages(of documents: [DocumentRecord]) -> Int {
        Set(documents.flatMap(\.indexed.pages)).count
    }
}
