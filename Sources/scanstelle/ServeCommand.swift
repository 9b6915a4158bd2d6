import Acquisition
import ArgumentParser
import BatchStore
import CaptureModel
import Foundation
import Logging
import MailDrop
import Pipeline
import Profiles
import Sealing
import ServiceLifecycle
import UnixSignals
import WebAPI

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Startet den Dienst / runs the daemon.",
        discussion:
            "Ends gracefully on SIGTERM and SIGINT; a second start on the same state folder is refused (exit 75).")

    @Option(help: "Konfigurationsdatei / configuration file.")
    var config: String

    @Flag(help: "Zeigt die Stapel laufend im Terminal / shows the batches live in the terminal.")
    var live = false

    func run() async throws {
        try await Terminal.explaining {
            do {
                try await serve(try Configuration.load(config))
            } catch let error as CaptureError where error.problem == "already-running" {
                Terminal.explain(error)
                throw ExitCode(75)
            }
        }
    }

    private func serve(_ configuration: Configuration) async throws {
        var logger = Logger(label: "scanstelle", factory: { StreamLogHandler.standardError(label: $0) })
        logger.logLevel = live ? .error : .info
        let folder = try StateFolder(path: configuration.state)
        let lock = try StateLock(folder)
        let store = try BatchStore(folder: folder)
        let profiles = try ProfileShelf(
            folder: configuration.profiles, releases: try await store.releasedProfiles())
        let sources = configuration.scannerSources
        let folders = configuration.watchedFolders.map(\.profile).filter { !$0.contains("${") }
        let mailboxes = try configuration.mailboxes()
        let named = folders + mailboxes.map(\.profile) + sources.flatMap { $0.start?.profiles ?? [] }
        for name in named { _ = try profiles.profile(named: name) }
        var scanners: [ScannerSource] = []
        for source in sources { scanners.append(try source.isolated(below: folder.path + "/scanners")) }
        try await ScanStation.recover(store, logger: logger)
        let seals = try configuration.sealDesk()
        await warn(of: seals, logger)
        let daemon = Daemon(
            configuration: configuration, store: store, profiles: profiles,
            separatorKey: try SeparatorKey(file: SeparatorKey.file(in: folder)),
            accounts: try configuration.uploads.map { uploads throws(CaptureError) in
                try UploadAccounts(file: uploads.tokens)
            }, seals: seals, logger: logger, scanners: scanners, mailboxes: mailboxes)
        let services = daemon.services(live: live)
        try await ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: services.map { service in
                    ServiceGroupConfiguration.ServiceConfiguration(
                        service: service, successTerminationBehavior: .gracefullyShutdownGroup,
                        failureTerminationBehavior: .gracefullyShutdownGroup)
                }, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        ).run()
        _ = consume lock
    }

    /// Mail is taken in with a key that does not open as well; its documents wait until somebody has helped.
    private func warn(of seals: SealDesk, _ logger: Logger) async {
        for state in await seals.keyStates() {
            if let problem = state.problem {
                logger.error(
                    "seal cannot be used",
                    metadata: ["seal": "\(state.name)", "problem": "\(problem.problem)", "cause": "\(problem.cause)"])
            } else if let until = state.validUntil, until < Date(timeIntervalSinceNow: Self.expiryNotice) {
                logger.warning(
                    "seal expires soon", metadata: ["seal": "\(state.name)", "until": "\(until.formatted(.iso8601))"])
            }
        }
    }

    /// How long before a certificate ends its operator is told, in seconds: 30 days, since new ones take weeks.
    private static let expiryNotice: TimeInterval = 30 * 86_400
}
