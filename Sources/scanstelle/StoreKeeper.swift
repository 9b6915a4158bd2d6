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

/// Whether the calendar can be believed: not on the day after the clock was set, nor on the first day after a start at
/// which it is far ahead of everything that is remembered.
struct RetentionClock {
    private static let calm = 86_400.0
    private static let farAhead = 7 * 86_400.0

    private var watch: ClockWatch
    private var quietUntil: ContinuousClock.Instant?

    /// - Parameter newest: when something last changed, by the clock of then.
    init(now: Date, newest: Date?, running: ContinuousClock.Instant = .now) {
        watch = ClockWatch(now: now, running: running)
        guard let newest, now.timeIntervalSince(newest) > Self.farAhead else { return }
        quietUntil = running + .seconds(Self.calm)
    }

    mutating func mayPurge(now: Date, running: ContinuousClock.Instant = .now) -> Bool {
        if watch.jump(now: now, running: running) != nil { quietUntil = running + .seconds(Self.calm) }
        guard let quietUntil else { return true }
        return running >= quietUntil
    }
}
