// The way of a batch (Stapel), on one screen.
//
//     received -> inspected -> analyzed -> separated -> indexed -> delivered
//
// Each step reads what is stored, works, and commits its results with the new state; killed anywhere, it runs again with
// the same result. A step that needs a person holds the batch or the document and says why.

package import BatchStore
package import CaptureModel
import Foundation
package import Logging
import ServiceLifecycle

/// Takes every batch that can go on as far as it goes by itself.
package struct CapturePipeline: Service {
    private let store: BatchStore
    private let steps: PipelineSteps
    private let logger: Logger

    package init(store: BatchStore, steps: PipelineSteps, logger: Logger) {
        self.store = store
        self.steps = steps
        self.logger = logger
    }

    /// One batch, from where it stands to where it must wait, or to the state `last`.
    package func advance(_ batch: BatchRecord, until last: BatchState? = nil) async throws(CaptureError) {
        var batch = batch
        try await store.claim(batch)
        while batch.state != last {
            switch batch.state {
            case .received: try await steps.inspect(batch)
            case .inspected: try await steps.analyze(batch)
            case .analyzed: try await steps.separate(batch)
            case .separated: try await steps.index(batch)
            case .indexed: guard try await steps.finishDocuments(of: batch) else { return }
            case .receiving, .held, .delivered, .refused, .purged: return
            }
            guard let next = try await store.batch(batch.id) else { return }
            batch = next
        }
    }

    /// Works until shut down; what is in flight then is taken up again at the next start.
    package func run() async throws {
        let desk = BatchDesk()
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                for await _ in store.changes(orEvery: .seconds(1)) {
                    for batch in await open(besides: desk) {
                        group.addTask { await work(on: batch, desk) }
                    }
                }
                group.cancelAll()
            }
        }
    }

    private func open(besides desk: BatchDesk) async -> [BatchRecord] {
        do {
            return await desk.take(from: try await store.openBatches(limit: BatchDesk.places * 8))
        } catch {
            logger.error("catalog cannot be read", metadata: ["cause": "\(error)"])
            return []
        }
    }

    private func work(on batch: BatchRecord, _ desk: BatchDesk) async {
        do {
            try await advance(batch)
            await desk.done(batch.id)
        } catch {
            guard !Task.isCancelled else { return await desk.done(batch.id) }
            let failures = await desk.failed(batch.id)
            var metadata: Logger.Metadata = ["batch": "\(batch.id)", "problem": "\(error.problem)"]
            if !error.cause.isEmpty { metadata["cause"] = "\(error.cause)" }
            logger.warning("batch stopped", metadata: metadata)
            guard RetryPolicy.needsPerson(error, failures: failures) else { return }
            do {
                try await store.hold(batch, because: error)
            } catch {
                logger.error("batch cannot be held", metadata: ["batch": "\(batch.id)", "cause": "\(error)"])
            }
        }
    }
}

/// Which batches are being worked on, and which must wait a moment after a failure.
actor BatchDesk {
    /// Batches worked on at once: enough that no worker idles between one batch's last page and the next one's first.
    static let places = 8

    private var active: Set<String> = []
    private var failures: [String: Int] = [:]
    private var notBefore: [String: ContinuousClock.Instant] = [:]

    func take(from batches: [BatchRecord]) -> [BatchRecord] {
        let now = ContinuousClock.now
        let free = batches.filter { !active.contains($0.id) && (notBefore[$0.id].map { $0 <= now } ?? true) }
        let taken = Array(free.prefix(max(0, Self.places - active.count)))
        active.formUnion(taken.map(\.id))
        return taken
    }

    func done(_ id: String) {
        active.remove(id)
        failures[id] = nil
        notBefore[id] = nil
    }

    /// How often the batch has failed in a row.
    func failed(_ id: String) -> Int {
        active.remove(id)
        let count = failures[id, default: 0] + 1
        failures[id] = count
        notBefore[id] = .now + RetryPolicy.pause(afterFailures: count)
        return count
    }
}
