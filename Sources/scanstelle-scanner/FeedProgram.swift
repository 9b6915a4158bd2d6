import CaptureModel
import Foundation
import ScannerDriver

/// One feed, commanded over standard input.
///
/// Main thread: libsane. A second thread reads commands, a third waits for signals, a fourth watches over the driver; all
/// only set the cancel flag, but for the last one, which ends the process where the driver does not come back.
struct FeedProgram {
    private let arguments: [String]
    private let output: LineOutput
    private let cancel = CancelFlag()

    init(_ arguments: [String], _ output: LineOutput) {
        self.arguments = arguments
        self.output = output
    }

    func run() -> Int32 {
        guard let patience, case .feed(let request)? = Self.nextCommand() else {
            output.write(
                CaptureError.fault(
                    "feed", "usage: feed [--empty-wait-seconds S] [--silence-seconds S], then a feed command"))
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
        feed(request, patience)
        return 0
    }

    /// Runs the session; a reader that has gone away stops it, as pages nobody hears of should stay paper.
    private func feed(_ request: FeedRequest, _ patience: FeedPatience) {
        let session = FeedSession(request, cancel: cancel, patience: patience) { [output, cancel] event in
            if !output.write(event) { Thread.detachNewThread { cancel.set() } }
            if case .ended = event { ProcessEnd.force(afterSeconds: Self.lettingGoSeconds, status: 0) }
        }
        Thread.detachNewThread {
            session.watch { _exit(0) }
        }
        do throws(CaptureError) {
            session.run(on: try SANE())
        } catch {
            output.write(ScannerEvent.ended(FeedEnd(reason: .failed, pagesStarted: 0, pagesStored: 0, problem: error)))
        }
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

    /// Nil for arguments it does not understand.
    private var patience: FeedPatience? {
        var patience = FeedPatience()
        var rest = arguments[...]
        while let name = rest.popFirst() {
            guard let seconds = rest.popFirst().flatMap({ Double($0) }), seconds >= 0 else { return nil }
            switch name {
            case "--empty-wait-seconds": patience.emptyWaitSeconds = seconds
            case "--silence-seconds": patience.silenceSeconds = seconds
            default: return nil
            }
        }
        return patience
    }
}
