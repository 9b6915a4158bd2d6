import BatchStore
import CaptureModel
import Foundation
import Logging
import ServiceLifecycle

/// Keeps an eye on the disk and the clock, and deletes in time.
struct StoreKeeper: Service {
    /// Seconds between looks at the disk: a batch in flight cannot eat the margin in that time.
    private static let look = Duration.seconds(10)
    private static let hour = Duration.seconds(3600)

    let store: BatchStore
    let keepDays: Int?
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                group.addTask { [store, logger] in
                    await store.watchStorage(every: Self.look) { state in
                        logger.warning("storage is \(state.rawValue)")
                    }
                }
                if let keepDays { group.addTask { await purge(afterDays: keepDays) } }
            }
        }
    }

    private func purge(afterDays days: Int) async {
        var calendar = RetentionClock(now: Date(), newest: try? await store.newestChange())
        while !Task.isCancelled {
            // A clock that was just set forward must not delete what it makes look old.
            if calendar.mayPurge(now: Date()) { await purgeOnce(afterDays: days) }
            try? await Task.sleep(for: Self.hour)
        }
    }

    private func purgeOnce(afterDays days: Int) async {
        do throws(CaptureError) {
            try await store.finishPurges()
            for batch in try await store.batchesToPurge(afterDays: days) { try await store.purge(batch) }
        } catch {
            logger.warning("content could not be deleted", metadata: ["problem": "\(error.problem)"])
        }
    }
}
