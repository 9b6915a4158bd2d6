import Foundation
import Synchronization

/// When a device last gave a sign of life: an answer to a call, or bytes of a page.
final class FeedPulse: Sendable {
    private let last = Mutex<ContinuousClock.Instant?>(.now)

    func beat() { last.withLock { $0 = .now } }

    /// Nothing is asked of the device until the next beat.
    func rest() { last.withLock { $0 = nil } }

    /// How long the device has been silent though something was asked of it.
    var silence: Duration { last.withLock { $0.map { ContinuousClock.now - $0 } ?? .zero } }
}
