import ArgumentParser
import BatchStore
import CaptureModel
import Foundation
import Profiles

struct ProfileCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profile", abstract: "Erfassungsprofile / capture profiles.", subcommands: [List.self, Check.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Alle Profile eines Ordners / all profiles of a folder.")

        @Option(help: "Ordner der Profile / folder of the profiles.")
        var profiles: String?

        @Flag(help: "Antwort als JSON / answer as JSON.")
        var json = false

        func run() async throws {
            try await Terminal.explaining {
                let library = try ProfileLibrary(folder: try Programs.profiles(profiles))
                let profiles = library.profiles.values.sorted { $0.profile.name < $1.profile.name }
                if json { return try Terminal.say(json: profiles.map(\.profile)) }
                for loaded in profiles {
                    Terminal.say("\(loaded.profile.name) \(loaded.version)  \(loaded.profile.title.de)")
                }
                for fault in library.faults.values { Terminal.explain(fault) }
            }
        }
    }

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prüft Profile; sagt Datei, Zeile und Abhilfe / checks profiles; tells file, line and remedy.")

        @Argument(help: "Dateien / files.")
        var files: [String]

        func run() async throws {
            var isFaulty = false
            for file in files {
                do throws(CaptureError) {
                    let loaded = try ProfileLibrary.load(file: file)
                    Terminal.say("\(file): \(loaded.profile.name) \(loaded.version) ist in Ordnung / is fine")
                    for notice in loaded.notices {
                        Terminal.say("\(file): \(notice.message.de) / \(notice.message.en)")
                    }
                } catch {
                    isFaulty = true
                    Terminal.explain(error)
                }
            }
            if isFaulty { throw ExitCode(1) }
        }
    }
}

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Das Protokoll / the audit trail.", subcommands: [Verify.self])

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prüft die Kette des Protokolls / verifies the chain of the audit trail.")

        @OptionGroup var state: StateOptions

        func run() async throws {
            let fault = try await Terminal.explaining { try await state.open().store.firstAuditFault() }
            if state.json { try Terminal.say(json: ["firstFault": fault]) }
            guard let fault else { return Terminal.say("Das Protokoll ist unversehrt. / The audit trail is whole.") }
            Terminal.note("Das Protokoll ist ab Eintrag \(fault) verändert. / Altered from entry \(fault) on.\n")
            throw ExitCode(2)
        }
    }
}
