import ArgumentParser
import CaptureModel
import MailDrop

struct MailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail", abstract: "Postfächer, aus denen Post geholt wird / mailboxes that mail is fetched from.",
        subcommands: [Check.self])

    /// One line for each mailbox.
    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Meldet sich an jedem Postfach an, sagt, was fehlt / signs in to each, tells what is wrong.",
            discussion: "Nothing is fetched, moved or created. Exit 1 where one of them cannot be used.")

        @Option(help: "Konfigurationsdatei / configuration file.")
        var config: String

        @Flag(help: "Antwort als JSON / answer as JSON.")
        var json = false

        func run() async throws {
            let sources = try await Terminal.explaining { () async throws in
                try Configuration.load(config).mailboxes()
            }
            var reports: [MailboxReport] = []
            for source in sources {
                let report = await source.checked()
                if !json { tell(report) }
                reports.append(report)
            }
            if json { try Terminal.say(json: reports) }
            if reports.contains(where: { $0.problem != nil }) { throw ExitCode(1) }
        }

        private func tell(_ report: MailboxReport) {
            if let problem = report.problem {
                Terminal.say("\(report.mailbox): FEHLER / FAULT")
                return Terminal.explain(problem)
            }
            Terminal.say("\(report.mailbox): \(report.messages ?? 0) Nachrichten / messages")
            for folder in report.missingFolders ?? [] {
                Terminal.say("  Ordner wird angelegt / folder will be created: \(folder)")
            }
        }
    }
}
