import ArgumentParser
import Profiles

struct ProfileSchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "JSON-Schema der Profile für Editoren / JSON Schema of profiles for editors.",
        discussion: "profiles/profile.schema.json is this output.")

    func run() { Terminal.say(ProfileSchema.text) }
}
