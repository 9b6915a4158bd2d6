import BatchStore
import CaptureModel
import Logging

/// Watches a scanner's buttons and paper sensor, and asks for the scan they stand for.
struct DeviceSentry {
    let scanner: ScannerSource
    let start: ScannerStart
    let process: ScannerProcess
    let store: BatchStore
    let logger: Logger

    /// Watches until the task is canceled; a device that is away is looked for again, ever more rarely.
    func watch(isEmptyNow: Bool) async {
        let request = WatchRequest(
            device: scanner.device, buttons: (start.buttons ?? [:]).keys.sorted(), watchesPaper: start.paper != nil,
            isEmptyNow: isEmptyNow)
        var pause = Duration.seconds(5)
        while !Task.isCancelled {
            do throws(CaptureError) {
                try await process.watch(request, on: scanner) { (signal) async throws(CaptureError) in
                    try await take(signal)
                }
            } catch {
                guard !Task.isCancelled else { return }
                logger.warning(
                    "scanner is not watched", metadata: ["scanner": "\(scanner.name)", "problem": "\(error.problem)"])
            }
            try? await Task.sleep(for: pause)
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
        case .watching: break
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
                scanner: scanner.name, profile: profile, wish: wish, actor: "scanner:\(scanner.name)")
        }
    }
}
