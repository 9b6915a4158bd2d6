// One feed, from the open device to the last word.
//
//     open -> set options -> start -+-> read -> store -> start ...
//                                   |
//                                   +-> "out of documents": wait, start once more -> empty
//
// A page is durable before the next one is asked for: whatever happens, at most one page is in flight, and it is the one
// that the clerk is told to load again. Scanners with memory go on feeding into it meanwhile.

package import CaptureModel

package struct FeedSession {
    private let request: FeedRequest
    private let cancel: CancelFlag
    private let emptyWaitSeconds: Double
    private let emit: (ScannerEvent) -> Void
    private let quirks: DeviceQuirks
    private var progress: FeedProgress

    /// More premature "empty" reports in one feed than any device should give; then it is believed, so that no feed is
    /// without end.
    private static let prematureEmptyLimit = 20

    /// Some devices report an empty feeder too early, as a network scanner that takes a moment between two sheets
    /// (sane-airscan issue 39, where a short wait helped); 1.5 s is our estimate.
    package static let usualEmptyWaitSeconds = 1.5

    package init(
        _ request: FeedRequest, cancel: CancelFlag, emptyWaitSeconds: Double = usualEmptyWaitSeconds,
        emit: @escaping (ScannerEvent) -> Void
    ) {
        self.request = request
        self.cancel = cancel
        self.emptyWaitSeconds = emptyWaitSeconds
        self.emit = emit
        quirks = DeviceQuirks(device: request.device)
        progress = FeedProgress(request)
    }

    /// Feeds until the feeder is empty or something stops it; `emit` hears everything, the end included.
    ///
    /// The end is told before the driver is asked to let go: some drivers hang in `sane_cancel` or `sane_close`, and what
    /// has become of the pages is certain by then. The device is free when this returns.
    package mutating func run(on library: SANE) {
        do throws(ScannerFault) {
            var panel = try ControlPanel(request.device, on: library)
            let stop = feed(&panel)
            emit(.ended(progress.end(stop)))
            cancel.disarm()
            panel.device.cancel()
        } catch {
            emit(.ended(progress.end(.fault(error))))
        }
    }

    private mutating func feed(_ panel: inout ControlPanel) -> FeedStop {
        do throws(FeedStop) {
            try panel.apply(request.settings)
            emit(.opened(device: request.device))
            panel.device.arm(cancel)
            try feedPages(panel)
            return .empty
        } catch {
            return error
        }
    }

    /// Returns when the feeder is empty; a flatbed is after one page.
    private mutating func feedPages(_ panel: borrowing ControlPanel) throws(FeedStop) {
        let store = PageStore(folder: request.folder, quality: request.settings.quality)
        let resolution = panel.resolution() ?? request.settings.resolution
        repeat {
            guard try start(panel) else { return }
            progress.pageStarted()
            emit(.started(page: progress.page))
            let page = try storePage(try readPage(panel), in: store, resolution)
            progress.pageStored()
            emit(.stored(page))
        } while request.settings.source != .flatbed
    }

    /// Starts the next page; false when the feeder is empty, also after a second look.
    private mutating func start(_ panel: borrowing ControlPanel) throws(FeedStop) -> Bool {
        if try startOnce(panel) { return true }
        if quirks.trustsEmpty || progress.prematureEmptyReports >= Self.prematureEmptyLimit { return false }
        cancel.pause(seconds: emptyWaitSeconds)
        guard try startOnce(panel) else { return false }
        progress.reportedEmptyTooEarly()
        return true
    }

    private func startOnce(_ panel: borrowing ControlPanel) throws(FeedStop) -> Bool {
        if cancel.isSet { throw .canceled }
        do throws(ScannerFault) { try panel.device.start() } catch {
            if cancel.isSet { throw .canceled }
            if error.isOutOfDocuments { return false }
            throw diagnosis(of: error, panel)
        }
        if cancel.isSet { throw .canceled }
        return true
    }

    private func readPage(_ panel: borrowing ControlPanel) throws(FeedStop) -> ScannedImage {
        do throws(FeedStop) { return try FrameReader(cancel: cancel).readPage(from: panel.device) } catch {
            guard case .fault(let fault) = error else { throw error }
            throw diagnosis(of: fault, panel)
        }
    }

    private func storePage(
        _ image: ScannedImage, in store: PageStore, _ resolution: Int
    ) throws(FeedStop) -> StoredScan {
        do throws(CaptureError) {
            return try store.store(image, number: progress.page, resolution: resolution)
        } catch {
            throw .refused(error)
        }
    }

    /// A double feed comes as a jam; the device is asked which of them it was, before anything else is called.
    private func diagnosis(of fault: ScannerFault, _ panel: borrowing ControlPanel) -> FeedStop {
        if fault.isCancellation { return .canceled }
        return fault.isJam && panel.feelsDoubleFeed() ? .doubleFeed(fault) : .fault(fault)
    }
}
