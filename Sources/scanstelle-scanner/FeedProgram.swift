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
        // Before any thread is started, so that all inherit the blocked signals.
        TerminationWatch(cancel).start()
        guard let emptyWaitSeconds, let request = firstCommand() else {
            output.write(CaptureError.fault("feed", "usage: feed [--empty-wait-seconds S], then a feed command"))
            return 1
        }
        Thread.detachNewThread { [cancel] in
            while let line = readLine() {
                if case .cancel? = try? JSONDecoder().decode(ScannerCommand.self, from: Data(line.utf8)) { cancel.set() }
            }
        }
        do throws(CaptureError) {
            feed(request, on: try SANE(), emptyWaitSeconds)
        } catch {
            output.write(ScannerEvent.ended(FeedEnd(reason: .failed, pagesStarted: 0, pagesStored: 0, problem: error)))
        }
        return 0
    }

    /// A reader that has gone away stops the feed: pages nobody hears of should stay paper.
    private func feed(_ request: FeedRequest, on library: SANE, _ emptyWaitSeconds: Double) {
        var session = FeedSession(request, cancel: cancel, emptyWaitSeconds: emptyWaitSeconds) { event in
            if !output.write(event) { cancel.set() }
        }
        session.run(on: library)
    }

    private func firstCommand() -> FeedRequest? {
        guard let line = readLine(), case .feed(let request)? =
            try? JSONDecoder().decode(ScannerCommand.self, from: Data(line.utf8))
        else { return nil }
        return request
    }

    private var emptyWaitSeconds: Double? {
        switch (arguments.first, arguments.count) {
        case (nil, _): FeedSession.usualEmptyWaitSeconds
        case ("--empty-wait-seconds", 2): Double(arguments[1])
        default: nil
        }
    }
}
