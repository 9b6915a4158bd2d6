import ArgumentParser
import BatchStore
import CaptureModel
import Foundation
import Profiles
import Workbench

struct ProfileTrainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Lernt Dokumentarten aus bestätigten Schriftstücken / learns types from confirmed documents.",
        discussion: """
            Learns from documents of the store that people confirmed and from folders with expectations whose pages \
            were read before (analyses.jsonl). The model is written to models/NAME.types beside the profile; the daemon \
            takes it up by itself. Types need "learned: true" in the profile to be decided by it. Prints how many \
            documents that were held out of learning were judged rightly.
            """)

    @Argument(help: "Profil: Name oder Datei / name or file of the profile.")
    var profile: String

    @Argument(help: "Ordner mit Erwartungen / folders with expectations.")
    var folders: [String] = []

    @Option(help: "Konfigurationsdatei: lernt auch aus deren Bestand / configuration file: learns from its store too.")
    var config: String?

    @Option(help: "So viele der neuesten Stapel / so many of the newest batches.")
    var newest = 500

    @Option(help: "Ordner der Profile / folder of the profiles.")
    var profiles: String?

    @Flag(name: .customLong("dry-run"), help: "Nur zeigen, nichts schreiben / show only, write nothing.")
    var isDryRun = false

    @Flag(help: "Antwort als JSON / answer as JSON.")
    var json = false

    func validate() throws {
        if folders.isEmpty, config == nil {
            throw ValidationError("Ordner oder --config nennen / name folders or --config")
        }
    }

    func run() async throws {
        try await Terminal.explaining {
            let configuration = try config.map { try Configuration.load($0) }
            let loaded = try ProfileLibrary.named(profile, in: profiles ?? configuration?.profiles)
            let training = ProfileTraining(loaded)
            var documents: [ProfileTraining.Document] = []
            if let configuration {
                let store = try BatchStore(reading: try StateFolder(path: configuration.state))
                documents += try await training.confirmed(in: store, newest: newest)
            }
            for folder in try folders.flatMap({ try ExpectedBatch.folders(in: URL(filePath: $0)) }) {
                documents += try training.expected(try ProfileTestCase.stored(in: folder) ?? [])
            }
            let (file, report) = try training.train(documents)
            if !isDryRun {
                let path = try ProfileTraining.write(
                    file, of: loaded.profile.name, besideProfiles: try folder(configuration))
                Terminal.note(path + "\n")
            }
            if json { try Terminal.say(json: report) } else { Terminal.say(TrainingTable(report).text) }
        }
    }

    /// The folder the profile lies in.
    private func folder(_ configuration: Configuration?) throws(CaptureError) -> URL {
        if profile.hasSuffix(".yaml") || profile.contains("/") {
            return URL(filePath: profile).deletingLastPathComponent()
        }
        return URL(filePath: try Programs.profiles(profiles ?? configuration?.profiles))
    }
}
