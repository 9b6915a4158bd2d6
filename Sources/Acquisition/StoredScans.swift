import BatchStore
import CaptureModel
import DurableFiles
import Foundation
import Logging

/// Pages of a batch that a scanner process stored and perhaps nobody recorded.
struct StoredScans {
    let store: BatchStore
    let batch: BatchRecord
    let logger: Logger

    /// Records what is durable below the batch's folder and not yet known, in the order of the feed.
    ///
    /// A page after a gap is left alone: pages become durable in order, so something else put it there. A scanner process
    /// that outlived us is waited for, as long as it gives itself to stop.
    func adopt(fedBy feed: FeedRecord) async throws(CaptureError) {
        let lock = try FolderLock(store.path(batch, "pages"), waitingSeconds: 12)
        if lock == nil { logger.warning("a feed is still running", metadata: ["batch": "\(batch.id)"]) }
        _ = consume lock
        let known = Set(try await store.allPages(of: batch.id).map(\.number))
        var number = feed.plan.firstPage
        while true {
            if !known.contains(number) {
                guard let scan = try scan(number) else { return }
                try await store.addPage(scan, fedBy: feed, to: batch)
                logger.notice("page adopted", metadata: ["batch": "\(batch.id)", "page": "\(number)"])
            }
            number += 1
        }
    }

    private func scan(_ number: Int) throws(CaptureError) -> StoredScan? {
        for (ending, format) in [("jpg", InputFormat.jpeg), ("tif", .tiff)] {
            let file = String(format: "%04d/original.", number) + ending
            let path = store.path(batch, "pages/" + file)
            guard FileManager.default.fileExists(atPath: path) else { continue }
            let (sha256, size) = try SHA256.of(file: path)
            return StoredScan(page: number, file: file, format: format, sha256: sha256, sizeInBytes: size)
        }
        return nil
    }
}
