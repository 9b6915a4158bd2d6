import CaptureModel
import Foundation

/// When to try again, and when to give up and ask a person.
enum RetryPolicy {
    /// How many workers a page may end; the last one is asked for no text, so that the image at least comes through.
    static let pageAttempts = 3

    /// How many workers composing a document may end before a person must look.
    static let documentAttempts = 3

    /// How often reading a page is begun over all restarts before its text is given up: a page may be to blame for the
    /// end of the daemon itself, but a daemon that was killed for other reasons must not cost its pages their text.
    static let pageBeginnings = 30

    /// A batch that fails by our own fault stops after this many times, so that it does not spin for ever.
    private static let faultsInARow = 3

    static func needsPerson(_ error: CaptureError, failures: Int) -> Bool {
        switch error.code {
        case .badInput, .badProfile: true
        case .unavailable: false
        case .internalFault: failures >= faultsInARow
        }
    }

    /// The pause before a batch that failed is taken up again: one second, doubled with every failure up to 64.
    static func pause(afterFailures count: Int) -> Duration {
        .seconds(1 << min(max(count - 1, 0), 6))
    }

    /// The pause before the next delivery: 10 s doubled with every attempt up to 15 minutes, give or take a fifth.
    static func deliveryPause(afterAttempts count: Int) -> TimeInterval {
        let seconds = min(10 * pow(2, Double(max(count - 1, 0))), 900)
        return seconds * Double.random(in: 0.8...1.2)
    }
}
