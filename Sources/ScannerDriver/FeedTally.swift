import CaptureModel
import Synchronization

/// How far a feed has come, and the one place that tells it.
///
/// Used by the thread of the driver, the one that stores and the one that watches over both: an event and the count it
/// stands for change together, and after the last word nothing is told any more.
final class FeedTally: Sendable {
    private struct Counts {
        var started = 0
        var stored = 0
        var prematureEmptyReports = 0
        var isStalled = false
        var isOver = false
    }

    private let request: FeedRequest
    private let emit: @Sendable (ScannerEvent) -> Void
    private let counts = Mutex(Counts())

    init(_ request: FeedRequest, emit: @escaping @Sendable (ScannerEvent) -> Void) {
        self.request = request
        self.emit = emit
    }

    var isOver: Bool { counts.withLock { $0.isOver } }
    var prematureEmptyReports: Int { counts.withLock { $0.prematureEmptyReports } }

    /// Paper moves for the next page; its number over the whole batch.
    func pageStarted() -> Int {
        tell { counts in
            counts.started += 1
            return .started(page: page(counts))
        }
        return counts.withLock { page($0) }
    }

    func pageStored(_ scan: StoredScan) {
        tell { counts in
            counts.stored += 1
            return .stored(scan)
        }
    }

    func opened() { tell { _ in .opened(device: request.device) } }
    func note(_ finding: Finding) { tell { _ in .noted(finding) } }
    func reportedEmptyTooEarly() { counts.withLock { $0.prematureEmptyReports += 1 } }

    /// The device has given no sign for too long: what follows is no wish of a person's.
    func stalled() { counts.withLock { $0.isStalled = true } }

    /// The feed's last word: the reason, the counts, and for a clerk what has happened and where to go on.
    ///
    /// Only the first one counts.
    func end(_ stop: FeedStop, sheetsFed: Int? = nil) {
        tell { counts in
            counts.isOver = true
            let stop = if case .canceled = stop, counts.isStalled { FeedStop.stalled } else { stop }
            var end = FeedEnd(
                reason: stop.reason, pagesStarted: counts.started, pagesStored: counts.stored,
                problem: problem(stop, counts))
            end.prematureEmptyReports = counts.prematureEmptyReports > 0 ? counts.prematureEmptyReports : nil
            end.sheetsFed = sheetsFed
            return .ended(end)
        }
    }

    private func tell(_ event: (inout Counts) -> ScannerEvent) {
        counts.withLock { counts in
            guard !counts.isOver else { return }
            emit(event(&counts))
        }
    }

    private func page(_ counts: Counts) -> Int { request.firstPage + counts.started - 1 }

    private func problem(_ stop: FeedStop, _ counts: Counts) -> CaptureError? {
        if case .empty = stop { return counts.started == 0 ? stop.error : nil }
        guard counts.started > 0 || request.firstPage > 1 else { return stop.error }
        return request.resumePoint(stored: counts.stored).told(with: stop.error)
    }
}
