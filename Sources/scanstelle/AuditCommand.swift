import ArgumentParser
import BatchStore

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
