import ArgumentParser
import CaptureModel
import Foundation
import Pipeline

/// The command line: arguments in, wiring, answer out.
@main
struct Scanstelle: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scanstelle",
        abstract: "Post rein, E-Akte raus: scannt, liest, trennt, erkennt und legt ab.",
        discussion: "Incoming mail into the electronic file: scan, read, separate, recognize, deliver.",
        version: ScanstelleVersion.current,
        subcommands: [
            ProcessCommand.self, ServeCommand.self, ScanCommand.self, DevicesCommand.self, BatchCommand.self,
            ProfileCommand.self, SeparatorsCommand.self, SealCommand.self, AuditCommand.self, StoreCommand.self,
            OperatorCommand.self, UploadTokenCommand.self, MailCommand.self,
        ])

    /// Exit codes are ours to keep: a mistake in the arguments is 1 like every other fault, not the 64 of BSD.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
            Terminal.note(fullMessage(for: error) + "\n")
            Foundation.exit(1)
        }
    }
}

/// Where people read errors: both languages, then the cause.
enum Terminal {
    static func explain(_ error: CaptureError) {
        var lines = ["\(error.message.de) \(error.remedy.de)", "\(error.message.en) \(error.remedy.en)"]
        if !error.cause.isEmpty { lines.append(error.cause) }
        write(lines.joined(separator: "\n") + "\n", to: FileHandle.standardError)
    }

    static func say(_ text: String) { write(text + "\n", to: FileHandle.standardOutput) }

    static func note(_ text: String) { write(text, to: FileHandle.standardError) }

    /// Facts for programs, as one JSON object.
    static func say(json value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        say(String(decoding: try encoder.encode(value), as: UTF8.self))
    }

    private static func write(_ text: String, to handle: FileHandle) {
        try? handle.write(contentsOf: Data(text.utf8))
    }

    /// Runs `body`; a `CaptureError` is explained and ends the program with 1.
    static func explaining<Value>(_ body: () async throws -> Value) async throws -> Value {
        do {
            return try await body()
        } catch let error as CaptureError {
            explain(error)
            throw ExitCode(1)
        }
    }
}
