import ArgumentParser
import BatchStore
import CaptureModel
import Foundation
import Profiles
import Workbench

struct ProfileDiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Was zwei Profile unterscheidet, in Worten / what sets two profiles apart, in words.",
        discussion: """
            Compares what the profiles mean, not how they are written: comments, order of keys and spelling of YAML do \
            not count. With --config and one profile: against the version that is released. Exit 0: alike; 2: different.
            """)

    @Argument(help: "Profil: Name oder Datei / name or file of the profile.")
    var old: String

    @Argument(help: "Das andere, neuere Profil / the other, newer profile.")
    var new: String?

    @Option(help: "Ordner der Profile / folder of the profiles.")
    var profiles: String?

    @Option(help: "Konfigurationsdatei des Dienstes / configuration file of the daemon.")
    var config: String?

    @Flag(help: "Antwort als JSON / answer as JSON.")
    var json = false

    func validate() throws {
        if new == nil, config == nil {
            throw ValidationError("Es fehlt das zweite Profil oder --config / name a second profile or --config")
        }
    }

    func run() async throws {
        let changes = try await Terminal.explaining {
            guard let new else { return try await againstReleased() }
            return ProfileDiff.changes(
                from: try ProfileLibrary.named(old, in: profiles).profile,
                to: try ProfileLibrary.named(new, in: profiles).profile)
        }
        if json {
            try Terminal.say(json: changes)
        } else {
            for change in changes { Terminal.say("\(change.message.de)\n  \(change.message.en)") }
        }
        if !changes.isEmpty { throw ExitCode(2) }
    }

    private func againstReleased() async throws -> [ProfileChange] {
        let configuration = try Configuration.load(config ?? "")
        let store = try BatchStore(folder: try StateFolder(path: configuration.state))
        let loaded = try ProfileLibrary.named(old, in: configuration.profiles)
        guard let source = try await store.releasedProfiles()[loaded.profile.name] else {
            throw CaptureError(
                .badInput, "nothing-released",
                LocalizedText(
                    de: "Von diesem Profil ist keine Fassung freigegeben.",
                    en: "No version of this profile is released."),
                remedy: LocalizedText(
                    de: "Bitte ein zweites Profil nennen.", en: "Please name a second profile."))
        }
        let released = try ProfileLibrary.parse(
            source, file: "released.yaml", registersFolder: configuration.profiles + "/registers")
        return ProfileDiff.changes(from: released.profile, to: loaded.profile)
    }
}
