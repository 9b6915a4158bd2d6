package import Foundation

/// Compares the clock that people set with the one that only runs.
struct ClockWatch {
    /// Seconds of difference that are no jump: clocks are kept right in small steps.
    private static let tolerance = 5.0

    private var wall: Date
    private var running: ContinuousClock.Instant

    init(now: Date, running: ContinuousClock.Instant = .now) {
        wall = now
        self.running = running
    }

    /// By how many seconds the clock was set since the last look, nil where it was not.
    mutating func jump(now: Date, running: ContinuousClock.Instant = .now) -> Double? {
        let passed = (running - self.running) / .seconds(1)
        let jump = now.timeIntervalSince(wall) - passed
        wall = now
        self.running = running
        return abs(jump) > Self.tolerance ? jump : nil
    }
}

/// Whether the calendar can be believed: not on the day after the clock was set, nor on the first day after a start at
/// which it is far ahead of everything that is remembered.
package struct RetentionClock {
    private static let calm = 86_400.0
    private static let farAhead = 7 * 86_400.0

    private var watch: ClockWatch
    private var quietUntil: ContinuousClock.Instant?

    /// - Parameter newest: when something last changed, by the clock of then.
    package init(now: Date, newest: Date?, running: ContinuousClock.Instant = .now) {
        watch = ClockWatch(now: now, running: running)
        guard let newest, now.timeIntervalSince(newest) > Self.farAhead else { return }
        quietUntil = running + .seconds(Self.calm)
    }

    package mutating func mayPurge(now: Date, running: ContinuousClock.Instant = .now) -> Bool {
        if watch.jump(now: now, running: running) != nil { quietUntil = running + .seconds(Self.calm) }
        guard let quietUntil else { return true }
        return running >= quietUntil
    }
}
