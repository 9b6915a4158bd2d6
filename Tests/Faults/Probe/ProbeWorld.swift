import Acquisition
import BatchStore
import CaptureModel
import Delivery
import DurableFiles
import Foundation
import Logging
import Pipeline
import Profiles

/// The parts, put together as the daemon does it.
struct ProbeWorld: Sendable {
    /// Waiting for the next attempt takes a sixtieth of its time.
    private static let haste = 60.0

    let path: String
    let store: BatchStore
    private let profiles: ProfileShelf
    private let logger: Logger

    init(path: String, folder: StateFolder) async throws {
        self.path = path
        let start = Date()
        store = try BatchStore(folder: folder) { start + Date().timeIntervalSince(start) * Self.haste }
        profiles = try ProfileShelf(folder: path + "/profiles", releases: try await store.releasedProfiles())
        logger = Logger(label: "probe", factory: { StreamLogHandler.standardError(label: $0) })
        try await ScanStation.recover(store, logger: logger)
    }

    /// Begins batches of one small letter each.
    func takeIn(_ number: Int) async throws {
        let letter = path + "/letter.tif"
        try DurableFile.write(Data("b1".utf8), to: letter)
        for _ in 0..<number {
            let batch = try await store.begin(
                profile: try profiles.profile(named: "kurz"), channel: .folder, source: "probe")
            _ = try await store.addInput(letter, name: "letter.tif", number: 1, to: batch)
            try await store.received(batch)
        }
    }

    /// Works until nothing goes on by itself.
    func work() async throws {
        let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let pool = WorkerPool(
            program: program,
            // The worker is this program as well; no program has a name with a slash, so its own calls are not faulted.
            environment: ["FAULT_ROLE": "worker", "FAULT_PROGRAM": "/", "SCANSTELLE_FAULT": ""],
            folders: (1...2).map { store.folder.workerFolder($0) }, logger: logger)
        let target = try MoodyTarget(
            FolderTarget(name: "eakte", root: path + "/eakte"),
            mood: ProcessInfo.processInfo.environment["FAULT_TARGET"] ?? "")
        let steps = PipelineSteps(
            store: store, workers: pool, targets: [target], logger: logger, loadProfile: profiles.profile(from:))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await pool.run() }
            group.addTask { try await CapturePipeline(store: store, steps: steps, logger: logger).run() }
            if ProcessInfo.processInfo.environment["FAULT_MUTANT"] == "hasty" {
                group.addTask {
                    try await HastyFolder(path: path + "/eingang", store: store, profiles: profiles).run()
                }
            } else {
                group.addTask { try await watchedFolder.run() }
            }
            group.addTask { await store.watchStorage(every: .milliseconds(50)) { FaultProbe.tell("storage \($0)") } }
            if let station { group.addTask { try await station.run() } }
            try await watch()
            group.cancelAll()
        }
    }

    private var watchedFolder: WatchedFolder {
        WatchedFolder(
            source: WatchedFolderSource(path: path + "/eingang", profile: "kurz", pollSeconds: 0.02, stableSeconds: 0),
            store: store, logger: logger, profile: profiles.profile(named:))
    }

    private var station: ScanStation? {
        guard let program = ProcessInfo.processInfo.environment["FAULT_SCANNER"] else { return nil }
        let environment = ["SANE_CONFIG_DIR": path + "/sane", "LD_LIBRARY_PATH": path + "/lib"]
        return ScanStation(
            scanner: ScannerSource(name: "muster", device: "folder:\(path)/stack", environment: environment),
            process: ScannerProcess(program: program), store: store,
            profiles: ProfileSource(named: profiles.profile(named:), pinned: profiles.profile(from:)), logger: logger)
    }

    // MARK: The clerk

    /// Presses the button once, tells what is stored, lets a broken feed go on, and sees when all is done.
    private func watch() async throws {
        var told: Set<String> = []
        var request: ScanRequest?
        for await _ in store.changes(orEvery: .milliseconds(20)) {
            do {
                for line in try await stored() where told.insert(line).inserted { FaultProbe.tell(line) }
                for batch in try await brokenFeeds() {
                    try await store.release(batch, reason: "Probe", actor: "user:1")
                }
                if station != nil { request = try await pressed(request) }
                if try await isDone() { return }
            } catch {
                logger.warning("clerk sees a fault", metadata: ["cause": "\(error)"])
            }
        }
    }

    /// The button is pressed until a batch has begun: a wish that failed made none.
    private func pressed(_ request: ScanRequest?) async throws -> ScanRequest? {
        guard try await store.counts().batches.isEmpty else { return request }
        if let request, try await store.scanRequest(request.id)?.state != .done { return request }
        return try await store.requestScan(scanner: "muster", profile: "kurz", actor: "user:1")
    }

    /// What the screen calls stored.
    private func stored() async throws -> [String] {
        var lines: [String] = []
        for batch in try await store.recentBatches(limit: 1000) {
            lines += try await store.inputs(of: batch.id).map { "input \($0.sha256)" }
            if batch.channel == .scanner {
                lines += try await store.pages(of: batch.id).map { "page \(batch.id) \($0.number)" }
            }
        }
        return lines
    }

    private func brokenFeeds() async throws -> [BatchRecord] {
        var found: [BatchRecord] = []
        for batch in try await store.batches(in: .held) where batch.heldFrom == .receiving {
            if try await !store.pages(of: batch.id).isEmpty { found.append(batch) }
        }
        return found
    }

    private func isDone() async throws -> Bool {
        let names = try FileManager.default.contentsOfDirectory(atPath: path + "/eingang")
        let claimed = (try? FileManager.default.contentsOfDirectory(atPath: path + "/eingang/.claimed")) ?? []
        guard !names.contains(where: { $0.hasSuffix(".tif") }) else { return false }
        for claim in claimed {
            let files = try? FileManager.default.contentsOfDirectory(atPath: path + "/eingang/.claimed/" + claim)
            guard files?.isEmpty ?? true else { return false }
        }
        let counts = try await store.counts()
        if station != nil, counts.batches.isEmpty { return false }
        let waits = counts.batches.keys.allSatisfy { ["delivered", "refused", "held", "indexed"].contains($0) }
        let isIdle =
            waits && counts.documents.keys.allSatisfy { ["delivered", "awaitingReview"].contains($0) }
            && (counts.batches["indexed"] == nil || counts.documents["awaitingReview"] != nil)
        // Asked last: a batch that is held by now may be one that the clerk lets go on.
        guard isIdle else { return false }
        return try await brokenFeeds().isEmpty
    }
}
