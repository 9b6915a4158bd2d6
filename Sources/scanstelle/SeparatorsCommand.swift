import ArgumentParser
import BatchStore
import CaptureModel
import DurableFiles
import Foundation
import Indexing
import Logging
import Pipeline
import Profiles

struct SeparatorsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "separators", abstract: "Trennblätter / separator sheets.", subcommands: [Print.self])

    struct Print: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Druckt Trennblätter in eine PDF-Datei / prints separator sheets into a PDF file.",
            discussion: """
                The sheets are those that the profile's own rules look for. Codes of rules with `signed: true` get a \
                check part under the key in the state folder, or the one given; a missing key is made. Whoever has the \
                key can print sheets that are believed: keep it in the backup and nowhere else.
                """)

        @Option(help: "Name oder Datei des Profils / name or file of the profile.")
        var profile = "tagespost"

        @Option(help: "Ordner der Profile / folder of the profiles.")
        var profiles: String?

        @Option(help: "Nur diese Ämter oder Werte / these offices or values only.")
        var office: [String] = []

        @Flag(help: "Alle Werte des Verzeichnisses / all values of the register.")
        var all = false

        @Option(help: "Je Blatt so viele / so many of each sheet.")
        var copies = 1

        @Option(help: "Die PDF-Datei / the PDF file.")
        var output: String

        @Option(
            help: "Konfigurationsdatei, deren Zustandsordner den Schlüssel hat / configuration with the state folder.")
        var config: String?

        @Option(help: "Schlüsseldatei / key file.")
        var key: String?

        func validate() throws {
            if office.isEmpty != all { throw ValidationError("--office oder --all / --office or --all") }
            if !(1...500).contains(copies) { throw ValidationError("--copies: 1...500") }
        }

        func run() async throws {
            try await Terminal.explaining {
                let sheets = try await sheets()
                try await print(sheets)
                Terminal.say("\(output): \(sheets.count) Blätter / sheets")
            }
        }

        private func sheets() async throws -> [SeparatorSheet] {
            let loaded = try ProfileLibrary.named(profile, in: profiles)
            let plan = SheetPlan(profile: loaded.profile, registers: loaded.registers)
            let sheets = try plan.sheets(for: all ? nil : office)
            let seal = sheets.contains { $0.isSigned } ? try SeparatorSeal.making(keyFile: try keyFile()) : nil
            return sheets.flatMap { planned in
                var sheet = planned.sheet
                if let seal, planned.isSigned { sheet.code = sheet.code.map(seal.sealed) }
                return [SeparatorSheet](repeating: sheet, count: copies)
            }
        }

        private func keyFile() throws(CaptureError) -> String {
            if let key { return key }
            guard let config else { throw Self.noKey }
            return SeparatorKey.file(in: try StateFolder(path: try Configuration.load(config).state))
        }

        private func print(_ sheets: [SeparatorSheet]) async throws {
            let state = try TemporaryState()
            let logger = Logger(label: "scanstelle", factory: { StreamLogHandler.standardError(label: $0) })
            let pool = WorkerPool(program: Programs.worker, folders: [state.folder.workerFolder(1)], logger: logger)
            let made = state.folder.path + "/sheets.pdf"
            let task = WorkerTask(
                job: .printSheets(SheetRequest(sheets: sheets, created: Date().formatted(.iso8601))), inputs: [:],
                outputs: [("sheets.pdf", made)], timeout: .seconds(60 + sheets.count))
            let answer = try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { await pool.run() }
                defer { group.cancelAll() }
                return try await pool.perform(task)
            }
            switch answer {
            case .answered(.printed): try DurableFile.copy(made, to: output)
            case .answered(.failed(let problem)): throw problem
            case .answered, .workerLost: throw CaptureError.fault("printing", "the worker gave no sheets")
            }
        }

        private static let noKey = CaptureError(
            .badProfile, "separator-key-unknown",
            LocalizedText(
                de: "Diese Trennblätter brauchen einen Schlüssel.", en: "These separator sheets need a key."),
            remedy: LocalizedText(
                de: "Bitte mit --config die Konfiguration des Dienstes oder mit --key die Schlüsseldatei angeben.",
                en: "Please name the daemon's configuration with --config or the key file with --key."))
    }
}

extension ProfileLibrary {
    /// The profile of a file, or of a name in the profiles folder.
    ///
    /// - Parameter registers: folder of registers to take instead of those beside the profile.
    static func named(
        _ profile: String, in folder: String?, registers: String? = nil
    ) throws(CaptureError) -> LoadedProfile {
        let isFile = profile.hasSuffix(".yaml") || profile.contains("/")
        return try load(
            file: isFile ? profile : try Programs.profiles(folder) + "/\(profile).yaml", registersFolder: registers)
    }
}
