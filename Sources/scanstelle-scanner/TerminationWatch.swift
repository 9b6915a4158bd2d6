import Foundation
import ScannerDriver

/// Turns signals into the wish to stop the feed: SIGTERM, SIGINT, and the end of the program that started us.
///
/// The signals are blocked in every thread and fetched by one that waits for them, so that none interrupts a driver.
struct TerminationWatch: Sendable {
    private let cancel: CancelFlag
    private let parent: ParentWatch

    /// How long an orphan's driver may take to stop before the process ends itself; else a hung driver would hold the
    /// device for ever, with nobody left to kill it.
    private static let orphanGraceSeconds = 10.0

    init(_ cancel: CancelFlag) {
        self.cancel = cancel
        signal(SIGPIPE, SIG_IGN)
        var signals = Self.signals
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        parent = ParentWatch(signal: SIGHUP)
    }

    func start() {
        Thread.detachNewThread { watch() }
    }

    private func watch() -> Never {
        var signals = Self.signals
        while true {
            var received: Int32 = 0
            guard sigwait(&signals, &received) == 0 else { continue }
            if received == SIGHUP {
                guard parent.isOrphaned else { continue }
                ProcessEnd.force(afterSeconds: Self.orphanGraceSeconds, status: 1)
            }
            cancel.set()
        }
    }

    private static var signals: sigset_t {
        var signals = sigset_t()
        sigemptyset(&signals)
        for signal in [SIGTERM, SIGINT, SIGHUP] { sigaddset(&signals, signal) }
        return signals
    }
}
