import CaptureModel
import Foundation
import Profiles
import Testing
import Yams

@Suite struct SchemaTests {
    private let schema: [String: Any]

    init() throws {
        let data = try Data(contentsOf: URL(filePath: profilesFolder + "/profile.schema.json"))
        schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    private func object(_ section: ProfileSection) throws -> [String: Any] {
        if section == .profile { return schema }
        let definitions = try #require(schema["definitions"] as? [String: [String: Any]])
        return try #require(definitions[section.rawValue])
    }

    @Test("editors and loader know the same keys", arguments: ProfileSection.allCases)
    func keys(_ section: ProfileSection) throws {
        let object = try object(section)
        let properties = try #require(object["properties"] as? [String: Any])
        #expect(Set(properties.keys) == Set(section.keys))
        #expect(Set(object["required"] as? [String] ?? []) == Set(section.required))
        #expect(object["additionalProperties"] as? Bool == false)
    }

    @Test("the schema has no section the loader lacks") func sections() throws {
        let definitions = try #require(schema["definitions"] as? [String: Any])
        #expect(Set(definitions.keys).union(["profile"]) == Set(ProfileSection.allCases.map(\.rawValue)))
    }
}

extension SchemaTests {
    @Test("the shipped schema is what the program makes of its own code") func generated() throws {
        let shipped = try String(contentsOfFile: profilesFolder + "/profile.schema.json", encoding: .utf8)
        #expect(shipped == ProfileSchema.text + "\n")
    }

    @Test("every shipped profile is valid by the schema") func shipped() throws {
        let validator = SchemaValidator(schema)
        for name in try FileManager.default.contentsOfDirectory(atPath: profilesFolder)
        where name.hasSuffix(".yaml") {
            let text = try String(contentsOfFile: profilesFolder + "/" + name, encoding: .utf8)
            let profile = try #require(try Yams.load(yaml: text))
            #expect(validator.faults(in: profile) == [], "\(name)")
        }
    }

    @Test(
        "the schema refuses what the loader refuses",
        arguments: [
            ("profile: gerichtspost", "profile: Gericht Post"), ("resolution: 300", "resolution: 30"),
            ("pages:", "sides:"), ("{patch: T, sheet: drop}", "{patch: T, blank: true}"),
            ("mode: color", "mode: colour"), ("below: 0.90", "below: 1.5"),
        ])
    func refused(_ old: String, _ new: String) throws {
        let text = try String(contentsOfFile: profilesFolder + "/gerichtspost.yaml", encoding: .utf8)
        let profile = try #require(try Yams.load(yaml: text.replacing(old, with: new)))
        #expect(SchemaValidator(schema).faults(in: profile) != [])
        #expect(throws: CaptureError.self) {
            try ProfileLibrary.parse(
                text.replacing(old, with: new), file: "x.yaml", registersFolder: profilesFolder + "/registers")
        }
    }
}
