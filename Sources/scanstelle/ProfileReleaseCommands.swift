import ArgumentParser
import BatchStore
import CaptureModel
import Foundation
import Profiles
import Workbench

struct ProfileActivateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "activate", abstract: "Gibt ein geprüftes Profil frei / releases a tested profile.",
        discussion: """
            From then on the running daemon begins new batches with this very text; batches that began earlier keep \
            theirs. Only versions that passed "profile test --config" can be activated. Where the protection need is \
            high in any goal, the person must be another than author and tester; people are told apart by the system \
            account that runs the command. With --draft the version is only handed in, with its author.
            """)

    @OptionGroup var state: StateOptions

    @Argument(help: "Profil: Name oder Datei / name or file of the profile.")
    var profile: String

    @Flag(help: "Nur als Entwurf einreichen / hand in as a draft only.")
    var draft = false

    func run() async throws {
        try await Terminal.explaining {
            let (configuration, store) = try state.open()
            let loaded = try ProfileLibrary.named(profile, in: configuration.profiles)
            let release = ProfileRelease(store: store)
            let record =
                draft
                ? try await release.handIn(loaded, by: state.actor)
                : try await release.activate(loaded, by: state.actor)
            try record.tell(asJSON: state.json)
        }
    }
}

struct ProfileRollbackCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollback",
        abstract: "Holt die zuvor freigegebene Fassung zurück / brings the version released before back.",
        discussion: "One person is enough: that version was released once already. The audit trail keeps who and when.")

    @OptionGroup var state: StateOptions

    @Argument(help: "Name des Profils / name of the profile.")
    var profile: String

    func run() async throws {
        try await Terminal.explaining {
            let (_, store) = try state.open()
            try await ProfileRelease(store: store).rollBack(profile, by: state.actor).tell(asJSON: state.json)
        }
    }
}

extension ProfileVersionRecord {
    fileprivate func tell(asJSON isJSON: Bool) throws {
        if isJSON { return try Terminal.say(json: self) }
        Terminal.say("\(name) \(version) (\(digest.prefix(8))): \(state.title)")
    }
}

extension ProfileState {
    /// For people, in both languages.
    var title: String {
        switch self {
        case .draft: "Entwurf / draft"
        case .tested: "geprüft / tested"
        case .released: "freigegeben / released"
        case .superseded: "abgelöst / superseded"
        }
    }
}
