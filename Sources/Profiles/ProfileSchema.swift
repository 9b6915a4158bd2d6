// The JSON Schema (draft 07) that editors check profiles by, made of what the loader knows: its sections, their keys and
// the values of its enumerations. `scanstelle profile schema` prints it; profiles/profile.schema.json is that text.

import CaptureModel
import Foundation

package enum ProfileSchema {
    /// The schema as JSON with sorted keys.
    package static var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(root) else { return "" }
        return String(decoding: data, as: UTF8.self)
    }

    private static var root: SchemaValue {
        var definitions: [String: SchemaValue] = [:]
        for section in ProfileSection.allCases where section != .profile {
            definitions[section.rawValue] = section.schema
        }
        let head: [String: SchemaValue] = [
            "$schema": .string("http://json-schema.org/draft-07/schema#"),
            "$comment": .string("Made by scanstelle profile schema; do not edit."),
            "title": .string("Scanstelle capture profile (Erfassungsprofil)"), "definitions": .object(definitions),
        ]
        return ProfileSection.profile.schema.with(head)
    }
}

extension ProfileSection {
    fileprivate var schema: SchemaValue {
        let properties = settingsSchema.merging(rulesSchema) { first, _ in first }
        var schema: [String: SchemaValue] = [
            "description": .string(summary), "type": .string("object"), "additionalProperties": .boolean(false),
            "properties": .object(properties.filter { keys.contains($0.key) }),
        ]
        if !required.isEmpty { schema["required"] = .array(required.map { .string($0) }) }
        if !alternatives.isEmpty {
            schema["oneOf"] = .array(
                alternatives.map { .object(["required": .array($0.map { .string($0) })]) })
        }
        return .object(schema)
    }

    /// Keys of which exactly one group must be there.
    private var alternatives: [[String]] {
        switch self {
        case .separator, .sheet: ProfileReader.separationKinds.map { [$0] }
        case .change: [["barcode"], ["pattern"]]
        case .condition: ProfileReader.conditionKinds.map { [$0] }
        case .finder: ProfileReader.finderKinds.map { [$0] }
        case .check: [["same"], ["sum", "of"], ["notAfter"]]
        case .route: [["to"], ["otherwise"]]
        case .register: [["database", "table"], ["url"]]
        default: []
        }
    }

    private var summary: String {
        switch self {
        case .profile: "Everything an admin tunes about one kind of mail."
        case .text: "A text in both languages; en may be left out."
        case .procedure: "The scan procedure as its documentation names it (TR-03138); goes into every transfer note."
        case .protection: "Protection need by TR-03138 RESISCAN."
        case .scan: "What is asked of the scanner."
        case .pages: "How page images are treated."
        case .blank: "When a page counts as blank."
        case .read: "What is read on pages."
        case .separator: "A rule that begins a new document."
        case .sheet: "A condition on a page."
        case .change: "A value; where it differs from the last one read, a document begins."
        case .type: "How a document type is recognized."
        case .condition: "Something on a page that speaks for a type."
        case .field: "An index field."
        case .finder: "A way to a field's value."
        case .zone:
            "A place in millimeters, from the top left corner of the upright page or of the anchor's first word."
        case .dates: "Days a date may be, counted from receipt; a person looks at others."
        case .check: "Values that must fit together, where they are known; a contradiction goes to a person."
        case .register: "A register that is no CSV file: a table of an SQLite database, or a service."
        case .review: "What people look at."
        case .sample: "Sure documents that people look at all the same."
        case .route: "Where documents go; the first rule that matches decides."
        case .destination: "A folder of a target."
        case .seal: "How documents are sealed; they are not where left out."
        case .organization: "A body with the unit that does the work."
        case .originals: "What becomes of files that documents came in."
        }
    }
}
