import ArgumentParser
import BatchStore
import CaptureModel
import Foundation

struct OperatorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "operator",
        abstract: "Wer hinter den Kennungen in Transfervermerken steht / whom pseudonyms in transfer notes stand for.",
        subcommands: [List.self, Name.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Alle oder eine Person / everybody or one person.")

        @OptionGroup var state: StateOptions

        @Argument(help: "Kennung oder Konto / pseudonym or account.")
        var who: String?

        func run() async throws {
            try await Terminal.explaining {
                let (_, store) = try state.open()
                let everybody = try await store.operators()
                let people = everybody.filter { who == nil || [$0.pseudonym, $0.account].contains(who) }
                if state.json { return try Terminal.say(json: people) }
                for person in people {
                    Terminal.say("\(person.pseudonym)  \(person.name)  \(person.account ?? "")")
                }
                guard !people.isEmpty else { throw Self.nobody }
            }
        }

        private static let nobody = CaptureError(
            .badInput, "operator-unknown",
            LocalizedText(de: "Diese Person ist nicht verzeichnet.", en: "This person is not on record."),
            remedy: LocalizedText(
                de: "Personen werden beim ersten Scannen verzeichnet oder mit scanstelle operator name.",
                en: "People are put on record when they first scan, or by scanstelle operator name."))
    }

    struct Name: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Verzeichnet eine Person oder berichtigt ihren Namen / puts a person on record.")

        @OptionGroup var state: StateOptions

        @Argument(help: "Kennung, die Dokumente tragen / pseudonym that documents carry.")
        var pseudonym: String

        @Argument(help: "Name der Person / the person's name.")
        var name: String

        func run() async throws {
            try await Terminal.explaining {
                let (_, store) = try state.open()
                let known = try await store.operatorRecord(for: pseudonym)
                let person = try await store.add(
                    OperatorRecord(
                        pseudonym: known?.pseudonym ?? pseudonym, account: known?.account, name: name,
                        since: known?.since ?? store.now), by: state.actor)
                if state.json { try Terminal.say(json: person) }
            }
        }
    }
}
