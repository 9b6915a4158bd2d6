import ArgumentParser
import BatchStore
import CaptureModel
import Foundation
import Logging
import Pipeline
import Profiles
import Workbench

struct ProfileTestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Erwartet gegen gefunden: was ein Profil taugt / expected against found: what a profile is worth.",
        discussion: """
            FOLDER holds pages and an expected.json, or such folders; docs/profiles.md shows how they look. Pages are \
            read unless analyses.jsonl has their readings. With --config the daemon's audit trail keeps that this \
            version was tested, by whom and with which result; only tested versions can be activated. Exit 0: nothing \
            goes wrong unseen; 2: something does.
            """)

    @Argument(help: "Profil: Name oder Datei / name or file of the profile.")
    var profile: String

    @Argument(help: "Ordner mit Erwartungen / folders with expectations.")
    var folders: [String]

    @Option(help: "Ordner der Profile / folder of the profiles.")
    var profiles: String?

    @Option(help: "Ordner der Verzeichnisse statt dessen beim Profil / registers instead of those beside the profile.")
    var registers: String?

    @Option(help: "Ziele, an denen ohnehin ein Mensch entscheidet / routes at whose end a person decides anyway.")
    var clarifying: [String] = []

    @Option(help: "So viele dürfen unbesehen falsch gehen / so many may go wrong unseen.")
    var tolerate = 0

    @Option(help: "Konfigurationsdatei; hält den Test fest / configuration file; keeps the test on record.")
    var config: String?

    @Flag(help: "Antwort als JSON / answer as JSON.")
    var json = false

    func run() async throws {
        let report = try await Terminal.explaining {
            let loaded = try ProfileLibrary.named(profile, in: profiles, registers: registers)
            let test = ProfileTest(loaded, clarifying: Set(clarifying), tolerated: tolerate)
            let report = try test.report(on: try await cases(loaded))
            if let config { try await record(report, of: loaded, try Configuration.load(config)) }
            return report
        }
        if json { try Terminal.say(json: report) } else { Terminal.say(ProfileTestTable(report).text) }
        if !report.isPassed { throw ExitCode(2) }
    }

    private func cases(_ loaded: LoadedProfile) async throws -> [ProfileTestCase] {
        var cases: [ProfileTestCase] = []
        for folder in try folders.flatMap({ try ExpectedBatch.folders(in: URL(filePath: $0)) }) {
            if let stored = try ProfileTestCase.stored(in: folder) {
                cases += stored
            } else {
                let expected = try ExpectedBatch.read(folder)
                let analyses = try await PageReading.analyses(of: expected, in: folder, loaded)
                cases += ProfileTestCase.cases(named: folder.lastPathComponent, expected, analyses)
            }
        }
        return cases
    }

    private func record(
        _ report: ProfileTestReport, of loaded: LoadedProfile, _ configuration: Configuration
    ) async throws {
        let store = try BatchStore(folder: try StateFolder(path: configuration.state))
        _ = try await ProfileRelease(store: store).tested(loaded, report, by: Person.current)
    }
}

/// Reads the pages of a folder with the worker, as `process` does, in a state folder that is gone afterwards.
private enum PageReading {
    static func analyses(
        of expected: ExpectedBatch, in folder: URL, _ loaded: LoadedProfile
    ) async throws -> [PageAnalysis] {
        let state = try TemporaryState()
        let store = try BatchStore(folder: state.folder)
        let batch = try await store.begin(profile: loaded, channel: .command, source: "profile test")
        var files: [String] = []
        for page in expected.pages where files.last != page.input { files.append(page.input) }
        for (index, file) in files.enumerated() {
            _ = try await store.addInput(
                folder.appending(path: file).path, name: file, number: index + 1, to: batch)
        }
        try await store.received(batch)
        try await read(batch, loaded, store, state.folder)
        let pages = try await store.pages(of: batch.id)
        guard pages.count == expected.pages.count else { throw refused(folder.path, pages.count, expected) }
        return try pages.map { page in
            try store.decoded(PageAnalysis.self, store.path(batch, page.folder + "/analysis.json"))
        }
    }

    private static func read(
        _ batch: BatchRecord, _ loaded: LoadedProfile, _ store: BatchStore, _ folder: StateFolder
    ) async throws {
        var logger = Logger(label: "scanstelle", factory: { StreamLogHandler.standardError(label: $0) })
        logger.logLevel = .error
        let count = ProcessInfo.processInfo.activeProcessorCount
        let pool = WorkerPool(
            program: Programs.worker, folders: (1...count).map { folder.workerFolder($0) }, logger: logger)
        let steps = PipelineSteps(
            store: store, workers: pool, targets: [], logger: logger, loadProfile: { _ in loaded })
        let pipeline = CapturePipeline(store: store, steps: steps, logger: logger)
        guard let received = try await store.batch(batch.id) else { return }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await pool.run() }
            group.addTask { await ProgressBar.show(batch: batch.id, store) }
            defer { group.cancelAll() }
            try await pipeline.advance(received, until: .analyzed)
        }
    }

    private static func refused(_ folder: String, _ count: Int, _ expected: ExpectedBatch) -> CaptureError {
        CaptureError(
            .badInput, "expectations-unfit",
            LocalizedText(
                de: "In \(folder) wurden \(count) Seiten gelesen, erwartet sind \(expected.pages.count).",
                en: "\(count) pages were read in \(folder), \(expected.pages.count) are expected."),
            remedy: LocalizedText(
                de: "Bitte expected.json und die Dateien vergleichen.",
                en: "Please compare expected.json and the files."
            ))
    }
}
