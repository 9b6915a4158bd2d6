import ArgumentParser
import BatchStore
import CaptureModel
import Delivery
import DurableFiles
import Foundation
import Logging
import Pipeline
import Profiles
import Sealing

struct ProcessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "process",
        abstract: "Verarbeitet Dateien einmal, ohne Dienst, und legt sie in einem Ordner ab.",
        discussion: """
            Runs the whole way once, without a daemon, on TIFF, JPEG, PNG and PDF files or folders of them. Inputs given \
            together form one batch in the given order. Exit 0: all delivered; 2: something needs review or was refused; \
            1: usage or internal fault.
            """)

    @Argument(help: "Dateien oder Ordner / files or folders.")
    var inputs: [String]

    @Option(help: "Name oder Datei des Profils / name or file of the profile.")
    var profile = "tagespost"

    @Option(help: "Ordner der Profile / folder of the profiles.")
    var profiles: String?

    @Option(help: "Ordner, der als E-Akte dient / folder that serves as the electronic file.")
    var output = "scanstelle-output"

    @Option(help: "Bericht als JSON / report as JSON.")
    var report: String?

    @Option(help: "Arbeitsprozesse zugleich / workers at once.")
    var jobs: Int?

    @Option(help: "Wer die Dateien einreicht, für den Transfervermerk / who hands the files in, for the transfer note.")
    var `operator`: String?

    @Option(help: "Schlüssel der Trennblätter / key of the separator sheets.")
    var key: String?

    @Option(
        name: [.long, .customLong("configuration")],
        help: "Konfigurationsdatei, für Siegel und Zeitstempel / configuration file, for seals and timestamps.")
    var config: String?

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs: 1 oder mehr / 1 or more") }
    }

    func run() async throws {
        let report = try await Terminal.explaining { try await process() }
        if !report.isAllDelivered { throw ExitCode(2) }
    }

    private func process() async throws -> BatchReport {
        let begun = ContinuousClock.now
        let files = try InputFiles.list(inputs)
        let loaded = try ProfileLibrary.named(profile, in: profiles)
        let seals = try await sealDesk(for: loaded.profile)
        let state = try TemporaryState()
        let store = try BatchStore(folder: state.folder)
        // The watermark is the daemon's, for mail that keeps coming: this command fails where the room ends.
        store.limitStorage(to: .none)
        let batch = try await takeIn(files, loaded, store)
        let target = { name in loaded.profile.deliver[name]?.target }
        try await work(on: batch, loaded, store, state.folder, seals)
        guard let done = try await store.batch(batch.id) else {
            throw CaptureError.fault("the catalog", "batch is gone")
        }
        let paths = Dictionary(uniqueKeysWithValues: files.enumerated().map { ($0 + 1, $1) })
        var report = try await BatchReport.make(of: done, paths: paths, target: target, from: store)
        report.timing = BatchReport.Timing(
            wallSeconds: (ContinuousClock.now - begun) / .seconds(1), cpuSeconds: ProcessorTime.seconds,
            pages: report.pages.count)
        try write(report)
        return report
    }

    /// The keys the profile asks for, opened once before any work begins.
    private func sealDesk(for profile: Profile) async throws(CaptureError) -> SealDesk {
        guard let settings = profile.seal else { return SealDesk() }
        let seals =
            try config.map { path throws(CaptureError) in try Configuration.load(path).sealDesk() } ?? SealDesk()
        _ = try await seals.preparation(for: settings)
        return seals
    }

    private func takeIn(
        _ files: [String], _ profile: LoadedProfile, _ store: BatchStore
    ) async throws(CaptureError) -> BatchRecord {
        let batch = try await store.begin(
            profile: profile, channel: .command, source: "process", operatedBy: `operator` ?? Person.name)
        for (index, file) in files.enumerated() {
            let name = (file as NSString).lastPathComponent
            _ = try await store.addInput(file, name: name, number: index + 1, to: batch)
        }
        try await store.received(batch)
        guard let received = try await store.batch(batch.id) else { throw .fault("the catalog", "batch is gone") }
        return received
    }

    private func work(
        on batch: BatchRecord, _ loaded: LoadedProfile, _ store: BatchStore, _ folder: StateFolder, _ seals: SealDesk
    ) async throws {
        try DurableFile.createFolder(output)
        var logger = Logger(label: "scanstelle", factory: { StreamLogHandler.standardError(label: $0) })
        logger.logLevel = .error
        let count = jobs ?? ProcessInfo.processInfo.activeProcessorCount
        let pool = WorkerPool(
            program: Programs.worker, folders: (1...count).map { folder.workerFolder($0) }, logger: logger)
        let targets = Set(loaded.profile.deliver.values.map(\.target)).map { FolderTarget(name: $0, root: output) }
        let key = try key.map { path throws(CaptureError) in try SeparatorKey(file: path) }
        let steps = PipelineSteps(
            store: store, workers: pool, targets: targets, logger: logger, unseal: { key?.unseal($0) },
            seals: seals, loadProfile: { _ in loaded })
        let pipeline = CapturePipeline(store: store, steps: steps, logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await pool.run() }
            group.addTask { await ProgressBar.show(batch: batch.id, store) }
            defer { group.cancelAll() }
            do {
                try await pipeline.advance(batch)
            } catch let error as CaptureError where error.code == .badInput {
                try await store.hold(batch, because: error)
            }
        }
    }

    private func write(_ report: BatchReport) throws {
        guard let path = self.report else { return }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try DurableFile.write(try encoder.encode(report), to: path)
    }
}

/// CPU time of this process and all that it waited for.
enum ProcessorTime {
    static var seconds: Double {
        var total = 0.0
        for who in [RUSAGE_SELF, RUSAGE_CHILDREN] {
            var usage = rusage()
            getrusage(Int32(who.rawValue), &usage)
            total += Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
            total += Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
        }
        return total
    }
}
