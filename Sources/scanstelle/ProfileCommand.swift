import ArgumentParser
import BatchStore
import CaptureModel
import Foundation
import Profiles
import Workbench

struct ProfileCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profile", abstract: "Erfassungsprofile / capture profiles.",
        subcommands: [
            List.self, Check.self, ProfileTestCommand.self, ProfileReplayCommand.self, ProfileTrainCommand.self,
            ProfileDiffCommand.self, ProfileActivateCommand.self, ProfileRollbackCommand.self,
            ProfileSchemaCommand.self,
        ])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Alle Profile eines Ordners / all profiles of a folder.",
            discussion: "With --config: the daemon's profiles, and which versions were tested and released by whom.")

        @Option(help: "Ordner der Profile / folder of the profiles.")
        var profiles: String?

        @Option(help: "Konfigurationsdatei des Dienstes / configuration file of the daemon.")
        var config: String?

        @Flag(help: "Antwort als JSON / answer as JSON.")
        var json = false

        func run() async throws {
            try await Terminal.explaining {
                if let config { return try await releases(try Configuration.load(config)) }
                let library = try ProfileLibrary(folder: try Programs.profiles(profiles))
                let profiles = library.profiles.values.sorted { $0.profile.name < $1.profile.name }
                if json { return try Terminal.say(json: profiles.map(\.profile)) }
                for loaded in profiles {
                    Terminal.say("\(loaded.profile.name) \(loaded.version)  \(loaded.profile.title.de)")
                }
                for fault in library.faults.values { Terminal.explain(fault) }
            }
        }

        private func releases(_ configuration: Configuration) async throws {
            let store = try BatchStore(folder: try StateFolder(path: configuration.state))
            let versions = try await store.profileVersions()
            if json { return try Terminal.say(json: versions) }
            let library = try ProfileLibrary(folder: configuration.profiles)
            for loaded in library.profiles.values.sorted(by: { $0.profile.name < $1.profile.name }) {
                let name = loaded.profile.name
                Terminal.say("\(name) \(loaded.version)  \(loaded.profile.title.de)")
                for version in versions where version.name == name { Terminal.say("  " + line(version)) }
                let current = versions.first { $0.name == name && $0.state == .released }
                if let current, current.digest != loaded.digest {
                    Terminal.note(
                        "  Die Datei weicht von der freigegebenen Fassung ab. / The file differs from the released "
                            + "version.\n")
                }
            }
            for fault in library.faults.values { Terminal.explain(fault) }
        }

        private func line(_ version: ProfileVersionRecord) -> String {
            let people = [version.author, version.tester, version.releaser].map { $0 ?? "-" }
            return "\(version.digest.prefix(8)) \(version.version)  \(version.state.title)  "
                + people.joined(separator: " → ")
        }
    }

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prüft Profile; sagt Datei, Zeile und Abhilfe / checks profiles; tells file, line and remedy.",
            discussion: """
                Faults keep a profile from use (exit 1). Advice does not: rules that are never reached, destinations \
                without a rule, and what TR-03138 RESISCAN asks for by the protection need; with --strict it counts as \
                a fault. With --config a profile of high integrity without a seal that the operator states to be \
                qualified is refused (exit 1).
                """)

        @Argument(help: "Dateien / files.")
        var files: [String]

        @Option(
            help: """
                Konfigurationsdatei: prüft auch Ablageziele und Siegel / configuration file: checks targets and seals \
                as well.
                """)
        var config: String?

        @Flag(help: "Auch Hinweise sind Fehler / advice counts as a fault.")
        var strict = false

        @Flag(help: "Antwort als JSON / answer as JSON.")
        var json = false

        func run() async throws {
            let configuration = try await Terminal.explaining { try config.map { try Configuration.load($0) } }
            let results = files.map { Self.check($0, configuration) }
            if json {
                try Terminal.say(json: results)
            } else {
                for result in results { tell(result) }
            }
            let isRefused = results.contains { result in
                result.fault != nil || (strict && !result.advice.isEmpty)
                    || result.advice.contains { $0.isRefusal == true }
            }
            if isRefused { throw ExitCode(1) }
        }

        private struct Result: Encodable {
            let file: String
            var profile: String?
            var version: String?
            var fault: CaptureError?
            var notices: [Finding] = []
            var advice: [ProfileAdvice] = []
        }

        private static func check(_ file: String, _ configuration: Configuration?) -> Result {
            var result = Result(file: file)
            do throws(CaptureError) {
                let loaded = try ProfileLibrary.load(file: file)
                result.profile = loaded.profile.name
                result.version = loaded.version
                result.notices = loaded.notices
                result.advice = try ProfileAdvice.all(on: loaded.profile)
                if let configuration {
                    let targets = Set(configuration.targets.map(\.name))
                    result.advice += ProfileAdvice.targets(of: loaded.profile, known: targets)
                    result.advice += ProfileAdvice.seals(
                        of: loaded.profile, known: configuration.sealStatements,
                        timestamps: configuration.timestampStatements)
                }
            } catch {
                result.fault = error
            }
            return result
        }

        private func tell(_ result: Result) {
            if let fault = result.fault { return Terminal.explain(fault) }
            let isRefused = result.advice.contains { $0.isRefusal == true }
            let verdict = isRefused ? "ist so NICHT zulässig / is NOT permitted like this" : "ist in Ordnung / is fine"
            Terminal.say("\(result.file): \(result.profile ?? "") \(result.version ?? "") \(verdict)")
            for text in result.notices.map(\.message) + result.advice.map(\.message) {
                Terminal.say("\(result.file): \(text.de) / \(text.en)")
            }
        }
    }
}
