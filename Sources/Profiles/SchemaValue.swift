import CaptureModel
import Foundation

/// A JSON value of which a schema consists.
indirect enum SchemaValue: Encodable, Sendable {
    case string(String)
    case integer(Int)
    case decimal(Double)
    case boolean(Bool)
    case array([SchemaValue])
    case object([String: SchemaValue])

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .string(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .decimal(let value): try container.encode(value)
        case .boolean(let value): try container.encode(value)
        case .array(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }

    /// The object with these members besides its own.
    func with(_ members: [String: SchemaValue]) -> SchemaValue {
        guard case .object(let own) = self else { return self }
        return .object(own.merging(members) { _, new in new })
    }
}

// The kinds of value a profile knows, each with the words an editor shows.
extension SchemaValue {
    private static let plain = SchemaValue.object(["type": .string("string"), "minLength": .integer(1)])
    private static let plainList = SchemaValue.object(["type": .string("array"), "items": plain])

    private static func described(_ text: String, _ members: [String: SchemaValue]) -> SchemaValue {
        .object(members).with(["description": .string(text)])
    }

    private static func reference(_ section: ProfileSection) -> SchemaValue {
        .object(["$ref": .string("#/definitions/\(section.rawValue)")])
    }

    private static func typed(_ type: String, _ text: String, _ members: [String: SchemaValue]) -> SchemaValue {
        described(text, members).with(["type": .string(type)])
    }

    static func text(_ text: String, pattern: String? = nil) -> SchemaValue {
        guard let pattern else { return plain.with(["description": .string(text)]) }
        return typed("string", text, ["pattern": .string(pattern)])
    }

    static func numberOrText(_ text: String, pattern: String) -> SchemaValue {
        described(
            text, ["type": .array([.string("integer"), .string("string")]), "pattern": .string(pattern)])
    }

    static func flag(_ text: String, default standard: Bool? = nil) -> SchemaValue {
        typed("boolean", text, standard.map { ["default": .boolean($0)] } ?? [:])
    }

    static func integer(_ text: String, _ range: ClosedRange<Int>, default standard: Int? = nil) -> SchemaValue {
        let limits: [String: SchemaValue] = [
            "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound),
        ]
        return typed("integer", text, limits).with(standard.map { ["default": .integer($0)] } ?? [:])
    }

    static func number(_ text: String, _ range: ClosedRange<Double>, default standard: Double? = nil) -> SchemaValue {
        let limits: [String: SchemaValue] = [
            "minimum": .decimal(range.lowerBound), "maximum": .decimal(range.upperBound),
        ]
        return typed("number", text, limits).with(standard.map { ["default": .decimal($0)] } ?? [:])
    }

    static func constant(_ text: String, _ value: SchemaValue) -> SchemaValue { described(text, ["const": value]) }

    static func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ text: String, of _: Choice.Type, besides: [String] = [], default standard: String? = nil
    ) -> SchemaValue {
        let names = Choice.allCases.map(\.rawValue) + besides
        return described(text, ["enum": .array(names.map { .string($0) })])
            .with(standard.map { ["default": .string($0)] } ?? [:])
    }

    static func choices<Choice: RawRepresentable<String> & CaseIterable>(
        _ text: String, of _: Choice.Type
    ) -> SchemaValue {
        let names = Choice.allCases.map { SchemaValue.string($0.rawValue) }
        return typed("array", text, ["items": .object(["enum": .array(names)])])
    }

    /// YAML takes a digit for a number.
    static func patchCode(_ text: String) -> SchemaValue {
        let names = PatchCode.allCases.map(\.rawValue)
        let digits = names.compactMap { Int($0) }.map { SchemaValue.integer($0) }
        return described(text, ["enum": .array(names.map { .string($0) } + digits)])
    }

    static func section(_ section: ProfileSection, _ text: String? = nil) -> SchemaValue {
        guard let text else { return reference(section) }
        return described(text, ["allOf": .array([reference(section)])])
    }

    static func list(_ text: String, of section: ProfileSection, atLeast: Int? = nil) -> SchemaValue {
        typed("array", text, ["items": reference(section)]).with(atLeast.map { ["minItems": .integer($0)] } ?? [:])
    }

    static func textList(_ text: String, atLeast: Int? = nil) -> SchemaValue {
        typed("array", text, ["items": plain]).with(atLeast.map { ["minItems": .integer($0)] } ?? [:])
    }

    /// A list, or one text for a list of one.
    static func texts(_ text: String) -> SchemaValue { described(text, ["oneOf": .array([plain, plainList])]) }

    static func textOrSection(_ text: String, _ section: ProfileSection) -> SchemaValue {
        described(text, ["oneOf": .array([plain, reference(section)])])
    }

    static func textsOrSection(_ text: String, _ section: ProfileSection) -> SchemaValue {
        described(text, ["oneOf": .array([plain, plainList, reference(section)])])
    }

    /// Sections by names of the admin's choice.
    static func sections(_ text: String, of section: ProfileSection, names: String? = nil) -> SchemaValue {
        named(typed("object", text, ["additionalProperties": reference(section)]), names)
    }

    /// Single values by names of the admin's choice.
    static func values(_ text: String, types: [String], names: String? = nil) -> SchemaValue {
        let type: SchemaValue = types.count == 1 ? .string(types[0]) : .array(types.map { .string($0) })
        return named(typed("object", text, ["additionalProperties": .object(["type": type])]), names)
    }

    /// A list, one text for a list of one, or texts by names of the admin's choice.
    static func textsOrValues(_ text: String) -> SchemaValue {
        let pairs = SchemaValue.object(["type": .string("object"), "additionalProperties": plain])
        return described(text, ["oneOf": .array([plain, plainList, pairs])])
    }

    private static func named(_ value: SchemaValue, _ pattern: String?) -> SchemaValue {
        value.with(pattern.map { ["propertyNames": .object(["pattern": .string($0)])] } ?? [:])
    }
}
