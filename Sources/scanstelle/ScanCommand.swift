import Acquisition
import ArgumentParser
import BatchStore
import CaptureModel
import Foundation
import Pipeline

/// Options of commands that work on a running daemon's state.
struct StateOptions: ParsableArguments {
    @Option(help: "Konfigurationsdatei / configuration file.")
    var config: String

    @Flag(help: "Antwort als JSON / answer as JSON.")
    var json = false

    func open() throws -> (configuration: Configuration, store: BatchStore) {
        let configuration = try Configuration.load(config)
        return (configuration, try BatchStore(folder: try StateFolder(path: configuration.state)))
    }

    /// Who acts, for the audit trail.
    var actor: String { Person.current }
}

/// The person who runs this program, as the system knows them.
enum Person {
    static var current: String { "user:\(number)" }

    /// Their full name, or that of the account.
    static var name: String { SystemAccount.name(of: number) }

    /// Behind sudo stands the person who called it.
    private static var number: UInt32 {
        let caller = ProcessInfo.processInfo.environment["SUDO_UID"].flatMap { UInt32($0) }
        return getuid() == 0 ? caller ?? 0 : getuid()
    }
}

struct ScanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan", abstract: "Scannt einen Stapel / scans a batch with the running daemon.")

    @OptionGroup var state: StateOptions

    @Option(help: "Name des Scanners aus der Konfiguration / name of the scanner in the configuration.")
    var scanner: String?

    @Option(help: "Name des Profils / name of the profile.")
    var profile = "tagespost"

    func run() async throws {
        let batch = try await Terminal.explaining { try await scan() }
        if state.json { try Terminal.say(json: batch) }
        if let hold = batch.hold {
            Terminal.explain(hold)
            throw ExitCode(2)
        }
    }

    private func scan() async throws -> BatchRecord {
        let (configuration, store) = try state.open()
        guard let scanner = scanner ?? configuration.scannerSources.first?.name else { throw Self.noScanner }
        guard configuration.scannerSources.contains(where: { $0.name == scanner }) else { throw Self.noScanner }
        guard StateLock.isHeld(store.folder) else { throw Self.notRunning }
        let request = try await store.requestScan(scanner: scanner, profile: profile, actor: state.actor)
        var told = 0
        while true {
            // Another process writes the rows: its commits send no signal here, so look.
            try await Task.sleep(for: .milliseconds(200))
            guard let now = try await store.scanRequest(request.id) else { throw Self.notRunning }
            guard now.state == .done || StateLock.isHeld(store.folder) else { throw Self.notRunning }
            if let id = now.batch {
                let stored = try await store.progress(of: id).total
                if stored > told, !state.json { Terminal.say("Gespeichert: \(stored) Seiten / pages stored") }
                told = max(told, stored)
            }
            guard now.state == .done else { continue }
            guard let id = now.batch, let batch = try await store.batch(id) else {
                throw now.problem ?? Self.notRunning
            }
            return batch
        }
    }

    private static let noScanner = CaptureError(
        .badInput, "scanner-unknown",
        LocalizedText(
            de: "Diesen Scanner kennt die Konfiguration nicht.", en: "The configuration has no such scanner."),
        remedy: LocalizedText(
            de: "scanstelle devices zeigt, was angeschlossen ist.", en: "scanstelle devices shows what is connected."))

    private static let notRunning = CaptureError(
        .unavailable, "not-running",
        LocalizedText(de: "Der Dienst läuft nicht.", en: "The daemon is not running."),
        remedy: LocalizedText(
            de: "Bitte scanstelle serve starten.", en: "Please start scanstelle serve."))
}

struct DevicesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "devices", abstract: "Zeigt Scanner und ihre Einstellungen / shows scanners and their options.")

    @Option(help: "Konfigurationsdatei / configuration file.")
    var config: String?

    @Option(help: "Einstellungen dieses Geräts / options of this device.")
    var options: String?

    @Flag(help: "Antwort als JSON / answer as JSON.")
    var json = false

    func run() async throws {
        try await Terminal.explaining {
            let process = ScannerProcess(program: Programs.scanner)
            let sources = try config.map { try Configuration.load($0).scannerSources } ?? []
            if let options {
                let known = sources.first { $0.name == options || $0.device == options }
                let source = known ?? ScannerSource(name: options, device: options)
                return try show(try await process.options(of: source))
            }
            var devices: [ScannerDevice] = []
            for environment in sources.isEmpty ? [[:]] : sources.map(\.environment) {
                devices += try await process.devices(environment: environment)
            }
            try show(devices)
        }
    }

    private func show(_ devices: [ScannerDevice]) throws {
        if json { return try Terminal.say(json: devices) }
        for device in devices { Terminal.say("\(device.name)  \(device.vendor) \(device.model) (\(device.kind))") }
        if devices.isEmpty { Terminal.say("Kein Scanner gefunden. / No scanner found.") }
    }

    private func show(_ options: [ScannerOption]) throws {
        if json { return try Terminal.say(json: options) }
        for option in options {
            let range = option.choices.isEmpty ? "" : " [\(option.choices.joined(separator: ", "))]"
            Terminal.say("\(option.name) = \(option.value ?? "–")\(range)  \(option.title)")
        }
    }
}
