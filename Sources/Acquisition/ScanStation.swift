// A scanner at work (Scanplatz).
//
//     request -> batch begun or resumed -> feed begun -> pages recorded one by one -> feed ended -+-> received
//                                                                                                |
//                                                             held, with the ways on <- balance -+
//
// The intent is committed before paper moves, every page as it becomes durable, and the feed's end with what the device
// said. Whatever is killed in between, the ledger tells at the next start what is certain, and a person decides the rest.

package import BatchStore
package import CaptureModel
import DurableFiles
import Foundation
package import Logging
import ServiceLifecycle

/// Takes up scan requests, feeds, and makes sure that what the scanner says agrees with what is stored.
package struct ScanStation: Service {
    private let scanner: ScannerSource
    private let process: ScannerProcess
    private let store: BatchStore
    private let profiles: ProfileSource
    private let logger: Logger

    package init(
        scanner: ScannerSource, process: ScannerProcess, store: BatchStore, profiles: ProfileSource, logger: Logger
    ) {
        self.scanner = scanner
        self.process = process
        self.store = store
        self.profiles = profiles
        self.logger = logger
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            var isEmptyNow = false
            while !Task.isCancelled {
                guard let request = await nextRequest(isEmptyNow: isEmptyNow) else { continue }
                do throws(CaptureError) {
                    isEmptyNow = try await serve(request)
                } catch {
                    logger.error("scan request failed", metadata: ["cause": "\(error)"])
                    isEmptyNow = false
                    try? await Task.sleep(for: .seconds(1))
                }
            }
        }
    }

    /// Waits for a person, the paper or a button; the device is free when it returns.
    private func nextRequest(isEmptyNow: Bool) async -> ScanRequest? {
        await withTaskGroup(of: ScanRequest?.self) { group in
            group.addTask { await requestFromStore() }
            if let start = scanner.start {
                group.addTask {
                    await DeviceSentry(scanner: scanner, start: start, process: process, store: store, logger: logger)
                        .watch(isEmptyNow: isEmptyNow)
                    return nil
                }
            }
            var found: ScanRequest?
            for await request in group where request != nil || Task.isCancelled {
                found = found ?? request
                group.cancelAll()
            }
            return found
        }
    }

    private func requestFromStore() async -> ScanRequest? {
        for await _ in store.changes(orEvery: .milliseconds(500)) {
            do throws(CaptureError) {
                // Nothing is fed between requests: what still receives was broken off by a fault, as of a full disk.
                try await Self.recover(store, scanner: scanner.name, logger: logger)
                if let request = try await store.nextScanRequest(for: scanner.name) { return request }
            } catch {
                logger.error("catalog cannot be read", metadata: ["cause": "\(error)"])
            }
        }
        return nil
    }

    /// A feed that a crash broke off: pages that are durable but not recorded are adopted, and a person decides.
    ///
    /// - Parameter scanner: what this one fed alone; nil takes all, and drops requests nobody waits for any more.
    package static func recover(
        _ store: BatchStore, scanner: String? = nil, logger: Logger
    ) async throws(CaptureError) {
        try await store.dropScanRequests(of: scanner, because: .daemonStopped)
        for batch in try await store.batches(in: .receiving) where batch.channel == .scanner {
            let feed = try await store.feeds(of: batch.id).last
            if let scanner, scanner != feed?.plan.scanner ?? batch.source { continue }
            if let feed, feed.end == nil {
                try await StoredScans(store: store, batch: batch, logger: logger).adopt(fedBy: feed)
            }
            let ledger = try await store.ledger(of: batch)
            try await store.hold(batch, because: ledger.hold(after: nil) ?? .feedBrokeOff(ledger.resumePoint))
        }
    }

    /// Answers whether the feeder is known to be empty afterwards.
    private func serve(_ request: ScanRequest) async throws(CaptureError) -> Bool {
        var open: BatchRecord?
        do throws(CaptureError) {
            let (batch, settings) = try await batch(for: request)
            open = batch
            try FaultPoint.pass("scan.intent")
            let feed = try await store.beginFeed(request, settings, into: batch)
            let end = try await run(feed, settings, of: batch)
            try FaultPoint.pass("feed.end")
            try await conclude(batch, feed, end)
            try await store.done(request, problem: end?.problem)
            return end?.reason == .empty
        } catch {
            // What was stored before is there; a batch that goes its way already is not held by this.
            if let open, try await store.batch(open.id)?.state == .receiving {
                try await store.hold(open, because: error)
            }
            try await store.done(request, problem: error)
            return false
        }
    }

    /// A new batch, or the held one that goes on with the profile it began with.
    private func batch(for request: ScanRequest) async throws(CaptureError) -> (BatchRecord, ScanSettings) {
        let wish = request.wish ?? ScanWish()
        let batch: BatchRecord
        let profile: LoadedProfile
        if let id = wish.batch {
            guard let held = try await store.batch(id) else { throw .batchUnknown }
            profile = try profiles.pinned(try await store.profileSource(of: held))
            batch = try await store.resume(held)
            try await takeStock(of: batch)
        } else {
            profile = try profiles.named(request.profile)
            batch = try await store.begin(
                profile: profile, channel: .scanner, source: scanner.name,
                operatedBy: request.person ?? scanner.operatedBy)
        }
        if let sheets = wish.expectedSheets {
            try await store.expect(ExpectedSheets(sheets: sheets, source: .person), in: batch)
        }
        var settings = profile.profile.scan
        if let source = wish.source { settings.source = source }
        return (batch, settings)
    }

    /// Where the last feed into the batch was never concluded, pages may lie there that nobody has recorded: then the
    /// sheet that the clerk was told is not the one to load, and the batch waits once more.
    private func takeStock(of batch: BatchRecord) async throws(CaptureError) {
        guard let feed = try await store.feeds(of: batch.id).last, feed.end == nil else { return }
        let known = try await store.allPages(of: batch.id).count
        try await StoredScans(store: store, batch: batch, logger: logger).adopt(fedBy: feed)
        let ledger = try await store.ledger(of: batch)
        guard ledger.pages.count > known else { return }
        let problem = CaptureError.pagesFound(ledger.resumePoint)
        try await store.hold(batch, because: problem)
        throw problem
    }

    /// Nil where the scanner's process never told the end.
    private func run(
        _ feed: FeedRecord, _ settings: ScanSettings, of batch: BatchRecord
    ) async throws(CaptureError) -> FeedEnd? {
        let request = FeedRequest(
            device: scanner.device, settings: settings, folder: store.path(batch, "pages"),
            firstPage: feed.plan.firstPage, sheetsBefore: feed.plan.sheetsBefore, pageBefore: feed.plan.pageBefore)
        let end: FeedEnd?
        do throws(CaptureError) {
            end = try await process.feed(request, from: scanner) { (event) async throws(CaptureError) in
                try FaultPoint.pass("scan.event")
                switch event {
                case .stored(let scan): try await store.addPage(scan, fedBy: feed, to: batch)
                case .noted(let finding): try await store.note(finding, on: feed, of: batch)
                case .opened, .started, .ended: break
                }
            }
        } catch {
            logger.warning("feed broke off", metadata: ["batch": "\(batch.id)", "problem": "\(error.problem)"])
            end = FeedEnd(reason: .failed, pagesStarted: 0, pagesStored: 0, problem: error)
        }
        try await StoredScans(store: store, batch: batch, logger: logger).adopt(fedBy: feed)
        try await store.endFeed(feed, end, of: batch)
        return end
    }

    /// A batch goes on by itself only if its balance agrees.
    private func conclude(_ batch: BatchRecord, _ feed: FeedRecord, _ end: FeedEnd?) async throws(CaptureError) {
        try await store.pairSides(of: batch)
        let ledger = try await store.ledger(of: batch)
        try FaultPoint.pass("batch.count")
        guard let hold = ledger.hold(after: problem(end, ledger)) else { return try await store.received(batch) }
        if ledger.pages.isEmpty, ledger.feeds.count == 1, end?.pagesStarted == 0, end?.problem != nil {
            return try await store.abandon(batch, because: hold)
        }
        try await store.hold(batch, because: hold)
    }

    /// What the scanner said; a process that died or was stopped knows no sheet, the ledger does.
    private func problem(_ end: FeedEnd?, _ ledger: SheetLedger) -> CaptureError? {
        guard let problem = end?.problem, end?.pagesStarted == 0, !ledger.pages.isEmpty else { return end?.problem }
        return problem.problem == "feeder-empty" ? problem : ledger.resumePoint.told(with: problem)
    }
}

/// Where a scan station gets its profiles.
package struct ProfileSource: Sendable {
    let named: @Sendable (String) throws(CaptureError) -> LoadedProfile
    let pinned: @Sendable (String) throws(CaptureError) -> LoadedProfile

    /// - Parameters:
    ///   - named: the version in force of a profile.
    ///   - pinned: the profile of a YAML text that a batch began with.
    package init(
        named: @escaping @Sendable (String) throws(CaptureError) -> LoadedProfile,
        pinned: @escaping @Sendable (String) throws(CaptureError) -> LoadedProfile
    ) {
        self.named = named
        self.pinned = pinned
    }
}

extension CaptureError {
    static func feedBrokeOff(_ point: ResumePoint) -> CaptureError {
        point.told(
            with: CaptureError(
                .badInput, "feed-broke-off",
                LocalizedText(de: "Der Einzug brach ab.", en: "The feed broke off."),
                remedy: LocalizedText(
                    de: "Bitte mit dem Papier vergleichen.", en: "Please compare with the paper.")))
    }

    static func pagesFound(_ point: ResumePoint) -> CaptureError {
        point.told(
            with: CaptureError(
                .badInput, "pages-found",
                LocalizedText(
                    de: "Vom letzten Einzug sind noch Seiten gefunden worden.",
                    en: "More pages of the last feed have been found."),
                remedy: LocalizedText(
                    de: "Bitte mit dem Papier vergleichen.", en: "Please compare with the paper.")))
    }

    static let daemonStopped = CaptureError(
        .unavailable, "daemon-stopped",
        LocalizedText(de: "Der Dienst wurde inzwischen beendet.", en: "The daemon was stopped meanwhile."),
        remedy: LocalizedText(
            de: "Bitte die angehaltenen Stapel ansehen und den Einzug neu beginnen.",
            en: "Please look at the held batches and begin the feed anew."))

    static let batchUnknown = CaptureError(
        .badInput, "unknown-item",
        LocalizedText(de: "Diesen Stapel gibt es hier nicht.", en: "There is no such batch."),
        remedy: LocalizedText(
            de: "scanstelle batch list zeigt, was da ist.", en: "scanstelle batch list shows what is there."))
}
