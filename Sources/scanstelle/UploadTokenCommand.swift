import ArgumentParser
import WebAPI

struct UploadTokenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "upload-token",
        abstract: "Neuer Zugang für ein Programm, das Dateien einliefert / new account for a program.",
        discussion: """
            Prints the token, which the program sends as "Authorization: Bearer TOKEN" and which is stored nowhere, and \
            the line for the file that `uploads: {tokens: FILE}` of the configuration names.
            """)

    @Argument(help: "Name des Programms: Buchstaben, Ziffern, . _ - / name of the program.")
    var name: String

    @Option(help: "Profil, das es benutzen darf, mehrfach möglich; ohne Angabe alle / profile it may use; all without.")
    var profile: [String] = []

    func run() throws {
        let (token, line) = UploadAccounts.make(name: name, profiles: profile)
        do {
            _ = try UploadAccounts(line, file: "NAME")
        } catch {
            throw ValidationError("NAME: a–z, A–Z, 0–9, . _ -")
        }
        Terminal.note("Schlüssel / token: \(token)\nZeile / line:\n")
        Terminal.say(line)
    }
}
