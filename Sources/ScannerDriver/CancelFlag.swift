import Foundation
import Synchronization

/// The wish to stop a feed; it may be set from any thread, and stays set.
///
/// After `sane_cancel` a blocked read may end with "end of file" instead of "canceled": what a page is worth is told by
/// this flag, not by the driver.
package final class CancelFlag: Sendable {
    private struct State {
        var isSet = false
        var stopDevice: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())

    package init() {}

    package var isSet: Bool { state.withLock(\.isSet) }

    package func set() {
        // Under the lock, so that the device cannot be closed meanwhile; no call of the feed waits for `sane_cancel`.
        state.withLock { state in
            state.isSet = true
            state.stopDevice?()
        }
    }

    func arm(_ stopDevice: @escaping @Sendable () -> Void) {
        state.withLock { $0.stopDevice = stopDevice }
    }

    func disarm() {
        state.withLock { $0.stopDevice = nil }
    }

    /// Waits, at most 50 ms longer than the flag is unset.
    func pause(seconds: Double) {
        var left = seconds
        while left > 0, !isSet {
            Thread.sleep(forTimeInterval: min(left, 0.05))
            left -= 0.05
        }
    }
}
