import BatchStore
import CaptureModel
import Logging
import Synchronization

/// Watches a scanner's buttons and paper sensor, and asks for the scan they stand for.
struct DeviceSentry {
    let scanner: ScannerSource
    let start: ScannerStart
    let process: ScannerProcess
    let store: BatchStore
    let logger: Logger

    /// Watches until the task is canceled; the device is free when it returns.
    ///
    /// The watch itself is not canceled but told: a child process that is ended in the middle of its talk may leave its
    /// scanner in a state that only its plug cures.
    func watch(isEmptyNow: Bool) async {
        let end = WatchEnd()
        await withTaskCancellationHandler {
            await Task { await watch(isEmptyNow: isEmptyNow, until: end) }.value
        } onCancel: {
            end.set()
        }
    }

    /// A device that is away is looked for again, ever more rarely.
    private func watch(isEmptyNow: Bool, until end: WatchEnd) async {
        let request = WatchRequest(
            device: scanner.device, buttons: (start.buttons ?? [:]).keys.sorted(), watchesPaper: start.paper != nil,
            isEmptyNow: isEmptyNow)
        var pause = Duration.seconds(5)
        while !end.isSet {
            do throws(CaptureError) {
                try await process.watch(request, on: scanner, until: { end.isSet }) {
                    (signal) async throws(CaptureError) in
                    try await take(signal)
                }
            } catch {
                logger.warning(
                    "scanner is not watched", metadata: ["scanner": "\(scanner.name)", "problem": "\(error.problem)"])
            }
            let again = ContinuousClock.now + pause
            while !end.isSet, ContinuousClock.now < again { try? await Task.sleep(for: .milliseconds(500)) }
            pause = min(pause * 2, .seconds(60))
        }
    }

    private func take(_ signal: DeviceSignal) async throws(CaptureError) {
        switch signal {
        case .failed(let problem): throw problem
        case .watching(let lacking) where !lacking.isEmpty:
            logger.warning(
                "scanner lacks sensors",
                metadata: ["scanner": "\(scanner.name)", "sensors": "\(lacking.joined(separator: ", "))"])
        case .watching, .quiet: break
        case .button, .paperLoaded:
            let waiting = try await store.batchWaitingForSheets(at: scanner.name)
            var missesBacks = false
            if let waiting {
                missesBacks = try await store.ledger(of: waiting).balance.differences.contains { $0.kind == .backs }
            }
            guard let (profile, wish) = start.request(for: signal, waiting: waiting, missingBacks: missesBacks) else {
                return
            }
            _ = try await store.requestScan(
                scanner: scanner.name, profile: profile, wish: wish, actor: ScanRequest.device(scanner.name))
        }
    }
}

/// The wish to end a watch; it stays set.
private final class WatchEnd: Sendable {
    private let flag = Atomic(false)

    var isSet: Bool { flag.load(ordering: .acquiring) }

    func set() { flag.store(true, ordering: .releasing) }
}
