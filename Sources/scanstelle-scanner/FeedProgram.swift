import CaptureModel
import Foundation
import ScannerDriver

/// One feed, commanded over standard input.
///
/// Main thread: libsane. A second thread reads commands, a third waits for signals; both only set the cancel flag.
struct FeedProgram {
    private let arguments: [String]
    private let output: LineOutput
    private let cancel = CancelFlag()

    init(_ arguments: [String], _ output: LineOutput) {
        self.arguments = arguments
        self.output = output
    }

    func run() -> Int32 {
        guard let emptyWaitSeconds, case .feed(let request)? = Self.nextCommand() else {
            output.write(CaptureError.fault("feed", "usage: feed [--empty-wait-seconds S], then a feed command"))
            return 1
        }
        // Only now, so that a signal ends a process that has nothing to do yet; and before any other thread starts, so that
        // all inherit the blocked signals.
        TerminationWatch(cancel).start()
        Thread.detachNewThread { [cancel] in
            while let command = Self.nextCommand() {
                if case .cancel = command { cancel.set() }
            }
        }
        do throws(CaptureError) {
            feed(request, on: try SANE(), emptyWaitSeconds)
        } catch {
            output.write(ScannerEvent.ended(FeedEnd(reason: .failed, pagesStarted: 0, pagesStored: 0, problem: error)))
        }
        return 0
    }

    /// Runs the session; a reader that has gone away stops it, as pages nobody hears of should stay paper.
    private func feed(_ request: FeedRequest, on library: SANE, _ emptyWaitSeconds: Double) {
        var session = FeedSession(request, cancel: cancel, emptyWaitSeconds: emptyWaitSeconds) { event in
            if !output.write(event) { cancel.set() }
            if case .ended = event { ProcessEnd.force(afterSeconds: Self.lettingGoSeconds, status: 0) }
        }
        session.run(on: library)
    }

    /// How long the driver may take to let the device go after the last word, before the process ends without it.
    ///
    /// Seen with SANE's `test` device, which cancels its reader thread wherever that stands and then waits for it: one feed
    /// in some 200 that was stopped right after its start never came back from `sane_cancel`. The limit is far above what a
    /// scanner needs to run out the sheet in its way; our estimate.
    private static let lettingGoSeconds = 5.0

    /// Nil at the end of the input and for a line that is no command.
    private static func nextCommand() -> ScannerCommand? {
        readLine().flatMap { try? JSONDecoder().decode(ScannerCommand.self, from: Data($0.utf8)) }
    }

    private var emptyWaitSeconds: Double? {
        switch (arguments.first, arguments.count) {
        case (nil, _): FeedSession.usualEmptyWaitSeconds
        case ("--empty-wait-seconds", 2): Double(arguments[1])
        default: nil
        }
    }
}
