import ArgumentParser
import BatchStore
import CaptureModel
import Profiles
import Workbench

struct ProfileReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract:
            "Was würde ein geändertes Profil aus gespeicherten Stapeln machen? / what a changed profile would do.",
        discussion: """
            Decides the newest batches of the profile again from their stored readings and shows side by side which \
            documents would come out otherwise. Nothing is changed, the daemon may run meanwhile. Exit 0: nothing \
            would change; 2: something would.
            """)

    @OptionGroup var state: StateOptions

    @Argument(help: "Profil: Name oder Datei / name or file of the profile.")
    var profile: String

    @Option(help: "So viele der neuesten Stapel / so many of the newest batches.")
    var newest = 50

    @Option(help: "Nur dieser Stapel, mehrfach möglich / this batch only; may be repeated.")
    var batch: [String] = []

    func run() async throws {
        let report = try await Terminal.explaining {
            let configuration = try Configuration.load(state.config)
            let folder = try StateFolder(path: configuration.state)
            let store = try BatchStore(reading: folder)
            let key = try SeparatorKey(file: SeparatorKey.file(in: folder))
            let loaded = try ProfileLibrary.named(profile, in: configuration.profiles)
            return try await ProfileReplay(store: store, profile: loaded, unseal: key.unseal)
                .report(newest: newest, ids: batch)
        }
        if state.json { try Terminal.say(json: report) } else { Terminal.say(ReplayTable(report).text) }
        if report.changedDocuments > 0 { throw ExitCode(2) }
    }
}
