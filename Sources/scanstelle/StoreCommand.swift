import ArgumentParser
import BatchStore
import CaptureModel
import Foundation

struct StoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "store",
        abstract:
            "Der Datenbestand: prüfen, wiederherstellen, sichern / verify, rebuild, back up and restore the store.",
        subcommands: [Verify.self, Rebuild.self, Backup.self, Restore.self, Purge.self])

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prüft Katalog, Protokoll und Dateien / checks catalog, audit trail and files.",
            discussion: """
                Quick: SQLite's own check, the seals of all rows, the chain of the audit trail. With --read also every \
                row against the journals and every byte against its SHA-256. May run beside the daemon. Exit 0: whole; \
                2: something is damaged or missing; 1: fault.
                """)

        @OptionGroup var state: StateOptions

        @Flag(help: "Liest jedes Byte und vergleicht die Journale / reads every byte, compares the journals.")
        var read = false

        func run() async throws {
            let isThorough = read
            let report = try await Terminal.explaining {
                let store = try BatchStore(reading: try StateFolder(path: try Configuration.load(state.config).state))
                return try await store.verified(isThorough: isThorough, progress: StoreProgressLine.show)
            }
            try report.tell(asJSON: state.json)
        }
    }

    struct Rebuild: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Macht den Katalog aus den Journalen neu / makes the catalog anew from the journals.",
            discussion: """
                The daemon must be stopped. The old catalog is kept as catalog.sqlite.before-rebuild. Deliveries are \
                not repeated. May be run again when it was interrupted. Exit 0: whole; 2: made, but something is missing.
                """)

        @OptionGroup var state: StateOptions

        func run() async throws {
            let report = try await Terminal.explaining {
                let folder = try StateFolder(path: try Configuration.load(state.config).state)
                let lock = try StateLock(folder)
                let report = try StoreRebuild.run(folder)
                _ = consume lock
                return report
            }
            try report.tell(asJSON: state.json)
        }
    }

    struct Backup: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Sichert alles in einen neuen Ordner und liest es zurück / backs up into a new folder, read back.",
            discussion: """
                The daemon may go on working. The folder holds what this installation knows, the key of the separator \
                sheets included: keep it as safe as the original. Exit 0: the backup counts; 2: it does not.
                """)

        @OptionGroup var state: StateOptions

        @Option(help: "Neuer Ordner der Sicherung / new folder of the backup.")
        var to: String

        func run() async throws {
            let (record, report) = try await Terminal.explaining {
                let store = try BatchStore(folder: try StateFolder(path: try Configuration.load(state.config).state))
                return try await StoreBackup.make(of: store, to: to, progress: StoreProgressLine.show)
            }
            if !state.json, report.isWhole {
                Terminal.say(
                    "Gesichert: \(record.files) Dateien, \(record.sizeInBytes >> 20) MiB, Protokoll bis "
                        + "\(record.auditNumber) (\(record.auditHash.prefix(16))). / backed up and read back")
            }
            try report.tell(asJSON: state.json)
        }
    }

    struct Restore: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Spielt eine Sicherung in den leeren Datenordner zurück / restores a backup into the empty state folder.",
            discussion: "Every byte is compared before the folder may be used.")

        @OptionGroup var state: StateOptions

        @Option(help: "Ordner der Sicherung / folder of the backup.")
        var from: String

        func run() async throws {
            let report = try await Terminal.explaining {
                let target = try Configuration.load(state.config).state
                return try await StoreBackup.restore(from: from, to: target, progress: StoreProgressLine.show)
            }
            try report.tell(asJSON: state.json)
        }
    }

    struct Purge: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Löscht die Inhalte abgelegter Stapel nach Frist / deletes the content of delivered batches in time.",
            discussion: "The daemon does so by itself where the configuration has keepDays. Ids, counts, digests, "
                + "times and the audit trail stay.")

        @OptionGroup var state: StateOptions

        @Option(help: "Älter als so viele Tage / older than so many days; as keepDays in the configuration.")
        var days: Int?

        func validate() throws {
            if let days, days < 0 { throw ValidationError("--days: 0 oder mehr / 0 or more") }
        }

        func run() async throws {
            let count = try await Terminal.explaining {
                let (configuration, store) = try state.open()
                guard let days = days ?? configuration.keepDays else { throw CaptureError.withoutTerm }
                let batches = try await store.batchesToPurge(afterDays: days)
                for batch in batches { try await store.purge(batch, actor: state.actor) }
                return batches.count
            }
            if state.json { return try Terminal.say(json: ["purged": count]) }
            Terminal.say("Gelöscht: \(count) Stapel. / batches purged")
        }
    }
}

extension CaptureError {
    fileprivate static let withoutTerm = CaptureError(
        .badInput, "no-term",
        LocalizedText(
            de: "Die Konfiguration nennt keine Frist (keepDays).", en: "The configuration names no term (keepDays)."),
        remedy: LocalizedText(de: "Bitte mit --days angeben.", en: "Please name it with --days."))
}

extension StoreReport {
    /// For people or programs; ends the command with 2 where something is wrong.
    fileprivate func tell(asJSON isJSON: Bool) throws {
        if isJSON {
            try Terminal.say(json: self)
        } else {
            for problem in problems {
                Terminal.say("\(problem.kind): \(problem.object)\n  \(problem.message.de)\n  \(problem.message.en)")
            }
            for note in notes {
                Terminal.say("\(note.kind): \(note.object)\n  \(note.message.de)\n  \(note.message.en)")
            }
            let looked = counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
            let verdict =
                isWhole ? "Alles unversehrt. / Everything is whole." : "\(problems.count) Schäden. / faults found."
            Terminal.say("\(verdict) (\(looked))")
        }
        if !isWhole { throw ExitCode(2) }
    }
}

/// One line on a terminal that tells how far it is.
enum StoreProgressLine {
    @Sendable static func show(done: Int, total: Int) {
        guard isatty(2) == 1, done % 100 == 0 || done == total else { return }
        Terminal.note("\r\(done)/\(total) " + (done == total ? "\n" : ""))
    }
}
