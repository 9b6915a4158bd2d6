import Foundation
import Synchronization

/// The wish to stop a feed; it may be set from any thread, and stays set.
///
/// After `sane_cancel` a blocked read may end with "end of file" instead of "canceled": what a page is worth is told by
/// this flag, not by the driver.
package final class CancelFlag: Sendable {
    private let flag = Atomic(false)
    private let stopDevice = Mutex<(@Sendable () -> Void)?>(nil)

    package init() {}

    /// Never waits, not even for a driver that hangs in `sane_cancel`.
    package var isSet: Bool { flag.load(ordering: .acquiring) }

    package func set() {
        flag.store(true, ordering: .releasing)
        // Under the lock, so that the device cannot be closed meanwhile.
        stopDevice.withLock { $0?() }
    }

    func arm(_ stop: @escaping @Sendable () -> Void) { stopDevice.withLock { $0 = stop } }

    func disarm() { stopDevice.withLock { $0 = nil } }

    /// Waits until the time is over or the flag is set; a clock that is set meanwhile makes it neither longer nor shorter.
    package func pause(seconds: Double) {
        let end = ContinuousClock.now + .seconds(seconds)
        while !isSet, ContinuousClock.now < end { usleep(10_000) }
    }
}
