import Foundation

/// How long a feed waits for its device.
package struct FeedPatience: Sendable {
    /// Wait after "empty" before the feeder is asked once more.
    ///
    /// Some devices report an empty feeder too early, as a network scanner that takes a moment between two sheets
    /// (sane-airscan issue 39, where a short wait helped); 1.5 s is our estimate.
    package var emptyWaitSeconds = 1.5
    /// Silence after which a device counts as stuck: a lamp that warms up takes less than a minute.
    package var silenceSeconds = 100.0
    /// Time a driver has to stop once it was asked to; a sheet in the way needs some seconds to run out.
    package var stoppingSeconds = 5.0

    package init() {}
}

extension FeedSession {
    /// Watches over a running feed from a thread of its own; returns when it is over.
    ///
    /// No driver is trusted to come back: SANE's own `test` device sometimes hangs in `sane_cancel`, others in
    /// `sane_read`. A silent device is asked to stop; one that does not stop in time is told as the end of the feed, and
    /// `abandon` is called, which must end the process.
    package func watch(abandon: () -> Void) {
        var isAsked = false
        var stopBy: ContinuousClock.Instant?
        while !tally.isOver {
            Thread.sleep(forTimeInterval: 0.1)
            if !isAsked, pulse.silence > .seconds(patience.silenceSeconds) {
                isAsked = true
                tally.stalled()
                // The request itself may hang.
                Thread.detachNewThread { [cancel] in cancel.set() }
            }
            guard cancel.isSet else { continue }
            let limit = stopBy ?? .now + .seconds(patience.stoppingSeconds)
            stopBy = limit
            if ContinuousClock.now > limit {
                tally.end(.canceled)
                return abandon()
            }
        }
    }
}
