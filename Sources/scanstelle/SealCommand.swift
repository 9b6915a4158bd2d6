import ArgumentParser
import CaptureModel
import Foundation
import Sealing

struct SealCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seal",
        abstract: "Siegel, Zeitstempel und Beweisdatensätze / seals, timestamps and evidence records.",
        subcommands: [Check.self, Verify.self])

    /// One line for each key and service.
    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Öffnet jeden Schlüssel und fragt jeden Zeitstempeldienst / opens each key and asks each service.",
            discussion: "A wrong PIN is tried once. Exit 1 where one of them does not work.")

        @Option(help: "Konfigurationsdatei / configuration file.")
        var config: String

        @Flag(help: "Antwort als JSON / answer as JSON.")
        var json = false

        func run() async throws {
            let states = try await Terminal.explaining { () async throws in
                try await Configuration.load(config).sealDesk().states()
            }
            if json {
                try Terminal.say(json: states)
            } else {
                for state in states { tell(state) }
            }
            if states.contains(where: { $0.problem != nil }) { throw ExitCode(1) }
        }

        private func tell(_ state: SealState) {
            if let problem = state.problem {
                Terminal.say("\(state.name): FEHLER / FAULT")
                return Terminal.explain(problem)
            }
            let until = state.validUntil.map { ", bis / until \($0.formatted(.iso8601.year().month().day()))" } ?? ""
            let statement =
                state.isQualified
                ? "laut Betreiber qualifiziert / qualified as its operator states"
                : "nicht qualifiziert / not qualified"
            Terminal.say("\(state.name): \(state.holder ?? "Zeitstempel / timestamp")\(until); \(statement)")
        }
    }

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prüft den Beweisdatensatz eines Schriftstücks / verifies the evidence record of a document.",
            discussion: """
                Tells when the document was there, by the timestamp in its record (RFC 4998). Seals inside PDF files are \
                verified by any PDF viewer. Exit 2 where it proves nothing.
                """)

        @Argument(help: "Das Schriftstück / the document.")
        var document: String

        @Option(help: "Der Beweisdatensatz; sonst daneben mit der Endung .ers / its record; else beside it, as .ers.")
        var record: String?

        @Option(
            help: """
                PEM-Datei der Zertifikate, denen vertraut wird; sonst die dieses Rechners / PEM file of trusted \
                certificates; else those of this machine.
                """)
        var certificates: String?

        @Flag(help: "Antwort als JSON / answer as JSON.")
        var json = false

        private struct Answer: Encodable {
            let time: Date?
            let problem: CaptureError?
        }

        func run() async throws {
            let beside = (document as NSString).deletingPathExtension + ".ers"
            let answer: Answer
            do throws(CaptureError) {
                let time = try Evidence.time(of: document, record: record ?? beside, certificates: certificates)
                answer = Answer(time: time, problem: nil)
            } catch {
                answer = Answer(time: nil, problem: error)
            }
            if json { try Terminal.say(json: answer) }
            if let problem = answer.problem {
                Terminal.explain(problem)
                throw ExitCode(2)
            }
            guard !json, let time = answer.time else { return }
            Terminal.say("Unverändert seit \(time.formatted(.iso8601)). / Unchanged since \(time.formatted(.iso8601)).")
        }
    }
}
