// One feed, from the open device to the last word.
//
//     open -> set options -> start -+-> read -> hand over to be stored -> start ...
//                                   |
//                                   +-> "out of documents": wait, start once more -> empty
//
// One page is stored while the next one is read, so that whatever happens at most two pages are in flight; the clerk is
// told the last one that is durable. Scanners with memory go on feeding into it meanwhile.

package import CaptureModel
import DurableFiles

package struct FeedSession: Sendable {
    private let request: FeedRequest
    private let quirks: DeviceQuirks
    let cancel: CancelFlag
    let patience: FeedPatience
    let tally: FeedTally
    let pulse = FeedPulse()

    /// More premature "empty" reports in one feed than any device should give; then it is believed, so that no feed is
    /// without end.
    private static let prematureEmptyLimit = 20

    /// - Parameter emit: hears everything, one event at a time, from whichever thread it happens on.
    package init(
        _ request: FeedRequest, cancel: CancelFlag, patience: FeedPatience = FeedPatience(),
        emit: @escaping @Sendable (ScannerEvent) -> Void
    ) {
        self.request = request
        self.cancel = cancel
        self.patience = patience
        quirks = DeviceQuirks(device: request.device)
        tally = FeedTally(request, emit: emit)
    }

    /// Feeds until the feeder is empty or something stops it; every end is told.
    ///
    /// The end is told before the driver is asked to let go: some drivers hang in `sane_cancel` or `sane_close`, and what
    /// has become of the pages is certain by then. The device is free when this returns.
    ///
    /// The folder is locked meanwhile: whoever takes stock of it after a crash waits until an orphan has finished its
    /// page.
    package func run(on library: SANE) {
        let lock: FolderLock?
        do throws(CaptureError) { lock = try FolderLock(request.folder, waitingSeconds: 1) } catch {
            return tally.end(.refused(error))
        }
        guard lock != nil else { return tally.end(.refused(.folderTaken)) }
        do throws(ScannerFault) {
            var panel = try ControlPanel(request.device, on: library)
            let before = panel.sheetCounter(quirks)
            let stop = feed(&panel)
            tally.end(stop, sheetsFed: before.flatMap { before in panel.sheetCounter(quirks).map { $0 - before } })
            cancel.disarm()
            panel.device.cancel()
        } catch {
            tally.end(.fault(error))
        }
    }

    private func feed(_ panel: inout ControlPanel) -> FeedStop {
        let store = PageStore(folder: request.folder, quality: request.settings.quality)
        let lane = StoringLane(store, tally, pulse)
        var stop = FeedStop.empty
        do throws(FeedStop) {
            for finding in try panel.apply(request.settings, quirks) { tally.note(finding) }
            tally.opened()
            panel.device.arm(cancel)
            try feedPages(panel, lane)
        } catch {
            stop = error
        }
        do throws(FeedStop) { try lane.finish() } catch { stop = error }
        if let before = request.pageBefore,
            let finding = SheetComparison(folder: request.folder).finding(first: request.firstPage, before: before)
        {
            tally.note(finding)
        }
        return stop
    }

    /// Returns when the feeder is empty; a flatbed is after one page.
    private func feedPages(_ panel: borrowing ControlPanel, _ lane: StoringLane) throws(FeedStop) {
        let resolution = panel.resolution() ?? request.settings.resolution
        repeat {
            guard try start(panel) else { return }
            let page = tally.pageStarted()
            try lane.take(try readPage(panel), number: page, resolution: resolution)
        } while request.settings.source != .flatbed
    }

    /// Starts the next page; false when the feeder is empty, also after a second look.
    private func start(_ panel: borrowing ControlPanel) throws(FeedStop) -> Bool {
        if try startOnce(panel) { return true }
        if quirks.trustsEmpty || tally.prematureEmptyReports >= Self.prematureEmptyLimit { return false }
        cancel.pause(seconds: patience.emptyWaitSeconds)
        guard try startOnce(panel) else { return false }
        tally.reportedEmptyTooEarly()
        return true
    }

    private func startOnce(_ panel: borrowing ControlPanel) throws(FeedStop) -> Bool {
        if cancel.isSet { throw .canceled }
        pulse.beat()
        do throws(ScannerFault) { try panel.device.start() } catch {
            if cancel.isSet { throw .canceled }
            if error.isOutOfDocuments { return false }
            throw diagnosis(of: error, panel)
        }
        pulse.beat()
        if cancel.isSet { throw .canceled }
        return true
    }

    private func readPage(_ panel: borrowing ControlPanel) throws(FeedStop) -> ScannedImage {
        do throws(FeedStop) { return try FrameReader(cancel: cancel, pulse: pulse).readPage(from: panel.device) } catch
        {
            guard case .fault(let fault) = error else { throw error }
            throw diagnosis(of: fault, panel)
        }
    }

    /// A double feed comes as a jam; the device is asked which of them it was, before anything else is called.
    private func diagnosis(of fault: ScannerFault, _ panel: borrowing ControlPanel) -> FeedStop {
        if fault.isCancellation { return .canceled }
        guard fault.isJam else { return .fault(fault) }
        if panel.feelsDoubleFeed() { return .doubleFeed(fault) }
        return quirks.jamMayBeMore ? .jamOrMore(fault) : .fault(fault)
    }
}

extension CaptureError {
    fileprivate static let folderTaken = CaptureError(
        .unavailable, "feed-running",
        LocalizedText(
            de: "Ein früherer Einzug in diesen Stapel läuft noch.",
            en: "An earlier feed into this batch is still running."),
        remedy: LocalizedText(
            de: "Bitte einen Augenblick warten und noch einmal beginnen.", en: "Please wait a moment and begin again."))
}
