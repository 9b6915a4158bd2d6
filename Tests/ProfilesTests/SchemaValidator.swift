import Foundation

/// As much of JSON Schema (draft 07) as the schema of profiles uses.
struct SchemaValidator {
    private let root: [String: Any]

    init(_ root: [String: Any]) { self.root = root }

    /// Places that break a rule of the schema.
    func faults(in value: Any) -> [String] { faults(value, root, "") }

    private func faults(_ value: Any, _ schema: [String: Any], _ place: String) -> [String] {
        if let name = (schema["$ref"] as? String)?.split(separator: "/").last {
            let definitions = root["definitions"] as? [String: [String: Any]] ?? [:]
            guard let definition = definitions[String(name)] else { return ["\(place): no definition \(name)"] }
            return faults(value, definition, place)
        }
        var found = kind(value, schema, place) + limits(value, schema, place)
        for part in schema["allOf"] as? [[String: Any]] ?? [] { found += faults(value, part, place) }
        if let parts = schema["oneOf"] as? [[String: Any]],
            parts.count(where: { faults(value, $0, place).isEmpty }) != 1
        {
            found.append("\(place): oneOf")
        }
        if let mapping = value as? [String: Any] { found += members(mapping, schema, place) }
        if let list = value as? [Any] {
            if list.count < schema["minItems"] as? Int ?? 0 { found.append("\(place): minItems") }
            if let items = schema["items"] as? [String: Any] {
                found += list.enumerated().flatMap { faults($1, items, "\(place)[\($0)]") }
            }
        }
        return found
    }

    private func kind(_ value: Any, _ schema: [String: Any], _ place: String) -> [String] {
        let types = schema["type"].map { ($0 as? [String]) ?? [$0 as? String ?? ""] }
        if let types, !types.contains(where: { Self.isA($0, value) }) { return ["\(place): type \(types)"] }
        let allowed = schema["enum"] as? [Any] ?? schema["const"].map { [$0] }
        if let allowed, !allowed.contains(where: { "\($0)" == "\(value)" || Self.areBothTrue($0, value) }) {
            return ["\(place): enum"]
        }
        return []
    }

    private static func areBothTrue(_ left: Any, _ right: Any) -> Bool {
        left as? Bool == true && right as? Bool == true
    }

    private static func isA(_ type: String, _ value: Any) -> Bool {
        switch type {
        case "string": value is String || value is Date
        case "integer": value is Int
        case "number": value is Int || value is Double
        case "boolean": value is Bool
        case "array": value is [Any]
        default: value is [String: Any]
        }
    }

    private func limits(_ value: Any, _ schema: [String: Any], _ place: String) -> [String] {
        var found: [String] = []
        if let number = (value as? Double) ?? (value as? Int).map(Double.init) {
            let (low, high) = (schema["minimum"] as? NSNumber, schema["maximum"] as? NSNumber)
            if let low, number < low.doubleValue { found.append("\(place): minimum") }
            if let high, number > high.doubleValue { found.append("\(place): maximum") }
        }
        if let text = value as? String {
            if text.count < schema["minLength"] as? Int ?? 0 { found.append("\(place): minLength") }
            if let pattern = schema["pattern"] as? String, !Self.matches(text, pattern) {
                found.append("\(place): pattern")
            }
        }
        return found
    }

    private static func matches(_ text: String, _ pattern: String) -> Bool {
        text.range(of: pattern, options: .regularExpression) != nil
    }

    private func members(_ mapping: [String: Any], _ schema: [String: Any], _ place: String) -> [String] {
        let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
        var found = (schema["required"] as? [String] ?? []).filter { mapping[$0] == nil }.map { "\(place): no \($0)" }
        let names = (schema["propertyNames"] as? [String: Any])?["pattern"] as? String
        for (key, value) in mapping {
            if let names, !Self.matches(key, names) { found.append("\(place)/\(key): name") }
            if let property = properties[key] {
                found += faults(value, property, "\(place)/\(key)")
            } else if schema["additionalProperties"] as? Bool == false {
                found.append("\(place)/\(key): unknown")
            } else if let others = schema["additionalProperties"] as? [String: Any] {
                found += faults(value, others, "\(place)/\(key)")
            }
        }
        return found
    }
}
