import Foundation
import Profiles
import Testing

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
