package import BatchStore
package import CaptureModel
import Foundation
package import Logging
package import RegisterServices
package import Sealing

/// The steps of the way, with what they need.
package struct PipelineSteps: Sendable {
    let store: BatchStore
    let workers: WorkerPool
    /// Turns the YAML a batch pinned into a profile with its registers.
    let loadProfile: @Sendable (String) throws(CaptureError) -> LoadedProfile
    let targets: [String: any DeliveryTarget]
    /// What a signed separator code says, nil where its check part is missing or wrong.
    let unseal: @Sendable (String) -> String?
    /// Asks registers that are services.
    let registers: RegisterDesk
    /// Seals documents of profiles that ask for it.
    let seals: SealDesk
    let logger: Logger

    package init(
        store: BatchStore, workers: WorkerPool, targets: [any DeliveryTarget], logger: Logger,
        unseal: @escaping @Sendable (String) -> String? = { _ in nil }, registers: RegisterDesk = RegisterDesk(),
        seals: SealDesk = SealDesk(),
        loadProfile: @escaping @Sendable (String) throws(CaptureError) -> LoadedProfile
    ) {
        self.store = store
        self.workers = workers
        self.targets = Dictionary(targets.map { ($0.name, $0) }) { first, _ in first }
        self.unseal = unseal
        self.registers = registers
        self.seals = seals
        self.logger = logger
        self.loadProfile = loadProfile
    }

    func profile(of batch: BatchRecord) async throws(CaptureError) -> LoadedProfile {
        try loadProfile(try await store.profileSource(of: batch))
    }

    /// Runs `body` for every element, at most `limit` at once; the first error stops the rest.
    func forEach<Element: Sendable>(
        _ elements: [Element], atOnce limit: Int,
        _ body: @escaping @Sendable (Element) async throws(CaptureError) -> Void
    ) async throws(CaptureError) {
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (index, element) in elements.enumerated() {
                    if index >= limit { try await group.next() }
                    group.addTask { try await body(element) }
                }
                try await group.waitForAll()
            }
        } catch let error as CaptureError {
            throw error
        } catch {
            throw .fault("PipelineSteps.forEach", "\(error)")
        }
    }
}
