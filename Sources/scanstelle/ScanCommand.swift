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

    @Option(help: "Gezählte Blätter im Einzug / sheets in the feeder as counted.")
    var sheets: Int?

    @Option(help: "Diesen angehaltenen Stapel fortsetzen / continue this held batch.")
    var batch: String?

    @Option(help: "Die letzten N Blätter noch einmal scannen (mit --batch) / scan the last N sheets again.")
    var again: Int?

    @Option(help: "Diese Seite ersetzen (mit --batch) / replace the page of this number.")
    var replace: Int?

    @Option(help: "Hinter dieser Seite einfügen, 0 = vorn (mit --batch) / insert behind this page, 0 is the front.")
    var insertAfter: Int?

    @Option(help: "Statt der Quelle des Profils: flatbed, adf, adf-duplex / instead of the profile's source.")
    var source: ScanSettings.Source?

    @Option(
        help: ArgumentHelp(
            "Von Hand gewendeter Stapel: fronts, dann backs oder backs-in-order / stack turned over by hand.",
            valueName: "sides"))
    var sides: SheetSides?

    @Flag(help: "Es folgen noch Blätter: Der Stapel wartet danach / more sheets follow, the batch waits.")
    var more = false

    @Option(help: "Grund für Ersetzen oder Wiederholen / reason for replacing or scanning again.")
    var reason: String?

    func validate() throws {
        guard batch == nil else { return }
        if again != nil || replace != nil || insertAfter != nil || sides == .backs || sides == .backsInOrder {
            throw ValidationError("--batch fehlt / is missing.")
        }
    }

    func run() async throws {
        let batch = try await Terminal.explaining { try await scan() }
        if state.json { try Terminal.say(json: batch) }
        if let hold = batch.hold {
            Terminal.explain(hold)
            for choice in try await Terminal.explaining({ try await choices(for: batch) }) {
                Terminal.note("  \(choice.text.de) / \(choice.text.en)\n      \(choice.command)\n")
            }
            throw ExitCode(2)
        }
    }

    /// The ways on from a hold.
    private func choices(for batch: BatchRecord) async throws -> [HoldChoice] {
        try await state.open().store.ledger(of: batch).choices(for: batch)
    }

    private func scan() async throws -> BatchRecord {
        let (configuration, store) = try state.open()
        guard let scanner = scanner ?? configuration.scannerSources.first?.name else { throw Self.noScanner }
        guard configuration.scannerSources.contains(where: { $0.name == scanner }) else { throw Self.noScanner }
        guard StateLock.isHeld(store.folder) else { throw Self.notRunning }
        let request = try await store.requestScan(
            scanner: scanner, profile: profile, wish: try await wish(store), actor: state.actor)
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

    private func wish(_ store: BatchStore) async throws(CaptureError) -> ScanWish {
        var wish = ScanWish(batch: batch, expectedSheets: sheets)
        wish.source = source ?? (replace ?? insertAfter).map { _ in .flatbed }
        // Fronts and backs are each one side of the paper, whatever the profile feeds.
        if sides != nil, source == nil { wish.source = .feeder }
        wish.staysOpen = more ? true : nil
        wish.again = again
        wish.sides = sides
        wish.reason = reason
        if let replace { wish.placement = .replace(page: replace) }
        if let insertAfter { wish.placement = .insert(after: insertAfter) }
        guard let batch, let page = replace ?? insertAfter, page != 0 else { return wish }
        guard try await store.pages(of: batch).contains(where: { $0.number == page }) else { throw Self.noPage }
        return wish
    }

    private static let noPage = CaptureError(
        .badInput, "unknown-page",
        LocalizedText(de: "Diese Seite hat der Stapel nicht.", en: "The batch has no such page."),
        remedy: LocalizedText(
            de: "scanstelle batch show zeigt die Seiten.", en: "scanstelle batch show lists the pages."))

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

extension ScannerCapabilities {
    /// What people read, in both languages.
    fileprivate var lines: [String] {
        var lines = [
            "Quellen / sources: " + sources.map(\.rawValue).joined(separator: ", "),
            "Farbe / color: " + modes.map(\.rawValue).joined(separator: ", "),
            "dpi: " + resolutions.map(String.init).joined(separator: ", "),
        ]
        for feature in features {
            let mark = feature.isOffered ? "ja / yes" : "–"
            lines.append("\(feature.title.de) / \(feature.title.en): \(mark)")
        }
        if !buttons.isEmpty { lines.append("Tasten / buttons: " + buttons.joined(separator: ", ")) }
        return lines
    }
}

extension ScanSettings.Source: ExpressibleByArgument {}
extension SheetSides: ExpressibleByArgument {}

struct DevicesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "devices", abstract: "Zeigt Scanner und ihre Einstellungen / shows scanners and their options.")

    @Option(help: "Konfigurationsdatei / configuration file.")
    var config: String?

    @Option(help: "Einstellungen dieses Geräts / options of this device.")
    var options: String?

    @Flag(help: "Auch im Netz suchen / search the network, too.")
    var network = false

    @Flag(help: "Antwort als JSON / answer as JSON.")
    var json = false

    func run() async throws {
        try await Terminal.explaining {
            let process = ScannerProcess(program: Programs.scanner)
            let folder = try TemporaryState()
            let sources = try config.map { try Configuration.load($0).scannerSources } ?? []
            let usual = network ? [:] : try SANEDrivers.localEnvironment(in: folder.folder.path + "/sane")
            if let options {
                let known = sources.first { $0.name == options || $0.device == options }
                let source = known ?? ScannerSource(name: options, device: options, environment: usual)
                return try show(try await process.options(of: source))
            }
            var devices: [ScannerDevice] = []
            for environment in sources.isEmpty ? [usual] : Array(Set(sources.map(\.environment))) {
                for var device in try await process.devices(environment: environment) {
                    let source = ScannerSource(name: device.name, device: device.name, environment: environment)
                    do throws(CaptureError) {
                        device.capabilities = try await process.capabilities(of: source)
                    } catch {
                        device.problem = error
                    }
                    devices.append(device)
                }
            }
            try show(devices)
        }
    }

    private func show(_ devices: [ScannerDevice]) throws {
        if json { return try Terminal.say(json: devices) }
        for device in devices {
            Terminal.say("\(device.name)  \(device.vendor) \(device.model) (\(device.kind))")
            if let problem = device.problem { Terminal.say("    ! \(problem.message.de) / \(problem.message.en)") }
            for line in device.capabilities?.lines ?? [] { Terminal.say("    " + line) }
        }
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
