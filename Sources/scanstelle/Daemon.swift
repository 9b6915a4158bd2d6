import Acquisition
import BatchStore
import CaptureModel
import Delivery
import DurableFiles
import Foundation
import Logging
import MailDrop
import Pipeline
import Profiles
import Sealing
import ServiceLifecycle
import WebAPI

/// The parts of the daemon, put together in one place.
struct Daemon {
    let configuration: Configuration
    let store: BatchStore
    let profiles: ProfileShelf
    /// Made when the first sheets are printed; without it no separator code counts as ours.
    let separatorKey: SeparatorKey
    /// nil where no program may hand in files.
    let accounts: UploadAccounts?
    let seals: SealDesk
    let logger: Logger

    /// The scanners, each with the configuration of its own driver alone.
    let scanners: [ScannerSource]
    let mailboxes: [MailboxSource]

    func services(live: Bool) -> [any Service] {
        limitStorage()
        let pool = WorkerPool(program: Programs.worker, folders: workerFolders, logger: logger)
        let targets = configuration.targets.map { FolderTarget(name: $0.name, root: $0.folder) }
        let steps = PipelineSteps(
            store: store, workers: pool, targets: targets, logger: logger, unseal: separatorKey.unseal,
            seals: seals, loadProfile: profiles.profile(from:))
        var services: [any Service] = [
            PoolService(pool: pool), CapturePipeline(store: store, steps: steps, logger: logger), server,
            ProfileWatch(shelf: profiles, store: store, logger: logger),
            StoreKeeper(store: store, keepDays: configuration.keepDays, logger: logger),
        ]
        for source in configuration.watchedFolders {
            services.append(
                WatchedFolder(source: source, store: store, logger: logger, profile: profiles.profile(named:)))
        }
        for source in mailboxes {
            services.append(MailDrop(source: source, store: store, logger: logger, profile: profiles.profile(named:)))
        }
        for scanner in scanners {
            services.append(
                ScanStation(
                    scanner: scanner, process: ScannerProcess(program: Programs.scanner), store: store,
                    profiles: ProfileSource(named: profiles.profile(named:), pinned: profiles.profile(from:)),
                    logger: logger))
        }
        if live { services.append(LiveTable(store: store, notes: notes)) }
        return services
    }

    private func limitStorage() {
        guard let mebibytes = configuration.minimumFreeMiB, let disk = try? DiskSpace(of: store.folder.path) else {
            return
        }
        var limits = StorageLimits(of: disk)
        limits.freeBytes = mebibytes << 20
        store.limitStorage(to: limits)
    }

    /// Where a person finds what comes out and puts what goes in.
    private func notes() -> [String] {
        let address = try? String(contentsOfFile: addressFile, encoding: .utf8)
        let places =
            configuration.targets.map { ("E-Akte / electronic file:", $0.folder) }
            + configuration.watchedFolders.map { ("Ablegen / drop:", $0.path) }
            + mailboxes.map { ("Postfach / mailbox:", $0.name) }
            + [
                ("Übersicht / status page:", address?.trimmingCharacters(in: .whitespacesAndNewlines) ?? "…"),
                ("Ende / stop:", "Ctrl-C"),
            ]
        return places.map { $0.0.padding(toLength: 28, withPad: " ", startingAt: 0) + $0.1 }
    }

    private var uploads: UploadSettings? {
        guard let accounts else { return nil }
        var settings = UploadSettings(accounts: accounts, profile: profiles.profile(named:))
        settings.fileSizeInBytes = configuration.uploads?.fileSizeInBytes ?? settings.fileSizeInBytes
        settings.files = configuration.uploads?.files ?? settings.files
        settings.patienceHours = configuration.uploads?.patienceHours ?? settings.patienceHours
        return settings
    }

    private var addressFile: String { store.folder.path + "/address" }

    private var workerFolders: [String] {
        let count = configuration.workers ?? ProcessInfo.processInfo.activeProcessorCount
        return (1...max(count, 1)).map { store.folder.workerFolder($0) }
    }

    private var server: ServerService {
        ServerService(
            server: CaptureServer(
                store: store, host: configuration.host ?? "127.0.0.1", port: configuration.port ?? 8470,
                version: ScanstelleVersion.current, uploads: uploads, logger: logger),
            addressFile: addressFile, host: configuration.host ?? "127.0.0.1")
    }
}

/// The workers as a service.
private struct PoolService: Service {
    let pool: WorkerPool

    func run() async throws { await cancelWhenGracefulShutdown { await pool.run() } }
}

/// The HTTP server as a service; its address stands in the state folder while it runs, since the port may be a free one.
private struct ServerService: Service {
    let server: CaptureServer
    let addressFile: String
    let host: String

    func run() async throws {
        try await server.run { port in
            try? Data("http://\(host):\(port)/\n".utf8).write(to: URL(fileURLWithPath: addressFile))
        }
        try? FileManager.default.removeItem(atPath: addressFile)
    }
}
