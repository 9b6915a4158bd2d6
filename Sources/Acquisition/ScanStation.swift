package import BatchStore
package import CaptureModel
import DurableFiles
import Foundation
package import Logging
import ServiceLifecycle

/// A scanner at work: takes up requests, feeds, and makes sure that what it says agrees with what is stored.
package struct ScanStation: Service {
    private let scanner: ScannerSource
    private let process: ScannerProcess
    private let store: BatchStore
    private let profile: @Sendable (String) throws(CaptureError) -> LoadedProfile
    private let logger: Logger

    package init(
        scanner: ScannerSource, process: ScannerProcess, store: BatchStore, logger: Logger,
        profile: @escaping @Sendable (String) throws(CaptureError) -> LoadedProfile
    ) {
        self.scanner = scanner
        self.process = process
        self.store = store
        self.logger = logger
        self.profile = profile
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            for await _ in store.changes(orEvery: .milliseconds(250)) {
                do throws(CaptureError) {
                    // Nothing is fed between requests: what still receives then was broken off by a fault.
                    try await Self.recover(store, scanner: scanner.name, logger: logger)
                    while let request = try await store.nextScanRequest(for: scanner.name) { try await serve(request) }
                } catch {
                    logger.error("scan request failed", metadata: ["cause": "\(error)"])
                }
            }
        }
    }

    /// A feed that a crash broke off: pages that are durable but not recorded are adopted, and a person decides.
    ///
    /// - Parameter scanner: the batches of this one alone; nil takes all.
    package static func recover(
        _ store: BatchStore, scanner: String? = nil, logger: Logger
    ) async throws(CaptureError) {
        for batch in try await store.batches(in: .receiving)
        where batch.channel == .scanner && scanner ?? batch.source == batch.source {
            let known = Set(try await store.pages(of: batch.id).map(\.file))
            for scan in try storedScans(below: store.path(batch, "pages")) where !known.contains("pages/" + scan.file) {
                try await store.addPage(scan, to: batch)
                logger.notice("page adopted", metadata: ["batch": "\(batch.id)", "page": "\(scan.page)"])
            }
            let count = try await store.pages(of: batch.id).count
            try await store.hold(batch, because: .feedBrokeOff(storedPages: count))
        }
    }

    private func serve(_ request: ScanRequest) async throws(CaptureError) {
        do throws(CaptureError) {
            let profile = try profile(request.profile)
            let batch = try await store.begin(
                profile: profile, channel: .scanner, source: scanner.name, operatedBy: request.actor)
            try FaultPoint.pass("scan.intent")
            try await store.feeding(request, into: batch)
            let end = try await feed(profile.profile.scan, into: batch)
            try FaultPoint.pass("feed.end")
            try await conclude(batch, end)
            try await store.done(request, problem: end.problem)
        } catch {
            try await store.done(request, problem: error)
        }
    }

    private func feed(_ settings: ScanSettings, into batch: BatchRecord) async throws(CaptureError) -> FeedEnd {
        let request = FeedRequest(device: scanner.device, settings: settings, folder: store.path(batch, "pages"))
        do throws(CaptureError) {
            return try await process.feed(request, from: scanner) { (event) async throws(CaptureError) in
                try FaultPoint.pass("scan.event")
                if case .stored(let scan) = event { try await store.addPage(scan, to: batch) }
            }
        } catch {
            return FeedEnd(reason: .failed, pagesStarted: 0, pagesStored: 0, problem: error)
        }
    }

    /// A batch goes on by itself only if the feeder ran empty and every page that was started is recorded.
    private func conclude(_ batch: BatchRecord, _ end: FeedEnd) async throws(CaptureError) {
        let recorded = try await store.pages(of: batch.id).count
        let isComplete = end.reason == .empty && recorded == end.pagesStored && recorded == end.pagesStarted
        guard isComplete, recorded > 0 else {
            let problem = end.problem ?? (recorded == 0 ? .feederEmpty : .feedBrokeOff(storedPages: recorded))
            return try await store.hold(batch, because: problem)
        }
        try FaultPoint.pass("batch.count")
        try await store.received(batch)
    }

    private static func storedScans(below folder: String) throws(CaptureError) -> [StoredScan] {
        var scans: [StoredScan] = []
        for name in ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted() {
            guard let page = Int(name) else { continue }
            for (ending, format) in [("jpg", InputFormat.jpeg), ("tif", .tiff)] {
                let file = "\(name)/original.\(ending)"
                guard FileManager.default.fileExists(atPath: folder + "/" + file) else { continue }
                let (sha256, size) = try SHA256.of(file: folder + "/" + file)
                scans.append(StoredScan(page: page, file: file, format: format, sha256: sha256, sizeInBytes: size))
            }
        }
        return scans
    }
}

extension CaptureError {
    static func feedBrokeOff(storedPages count: Int) -> CaptureError {
        CaptureError(
            .badInput, "feed-broke-off",
            LocalizedText(
                de: "Der Einzug brach ab. Gespeichert sind \(count) Seiten; Seite \(count) ist die letzte.",
                en: "The feed broke off. \(count) pages are stored; page \(count) is the last."),
            remedy: LocalizedText(
                de: "Bitte mit dem Papier vergleichen, ab der nächsten Seite neu scannen und den Stapel freigeben.",
                en: "Please compare with the paper, scan again from the next page and release the batch."))
    }

    static let feederEmpty = CaptureError(
        .badInput, "feeder-empty",
        LocalizedText(de: "Im Einzug liegt kein Papier.", en: "There is no paper in the feeder."),
        remedy: LocalizedText(de: "Bitte Papier einlegen und neu starten.", en: "Please load paper and start again."))
}
