package import CaptureModel
import Patterns

/// Where a document goes.
package struct Router: Sendable {
    private let rules: [(when: [String: Pattern], to: String)]
    private let destinations: [String: (target: String, path: Template)]

    package init(profile: Profile) throws(CaptureError) {
        var rules: [(when: [String: Pattern], to: String)] = []
        for rule in profile.route {
            var when: [String: Pattern] = [:]
            for (name, expression) in rule.when { when[name] = try Pattern(expression) }
            rules.append((when, rule.to))
        }
        self.rules = rules
        var destinations: [String: (target: String, path: Template)] = [:]
        for (key, destination) in profile.deliver {
            destinations[key] = (destination.target, try Template(destination.path))
        }
        self.destinations = destinations
    }

    /// The key in `deliver` of the first rule that matches and the rule's id; nil where none does.
    package func route(type: String?, fields: [String: IndexValue]) -> (to: String, rule: String)? {
        let values = Self.values(type: type, fields: fields)
        let index = rules.firstIndex { rule in
            rule.when.allSatisfy { name, pattern in values[name].map { pattern.wholeMatch(in: $0) != nil } ?? false }
        }
        return index.map { (rules[$0].to, "route[\($0)]") }
    }

    /// The target and the folder, one component for each level; the components are untrusted text.
    ///
    /// Fails with `missing-value` where the path asks for a field the document does not have.
    package func place(
        for route: String, type: String?, fields: [String: IndexValue]
    ) throws(CaptureError) -> (target: String, folder: [String]) {
        guard let destination = destinations[route] else { throw .fault("Router.place") }
        let values = Self.values(type: type, fields: fields)
        return (destination.target, try destination.path.components(filledWith: values))
    }

    /// Names of fields on which it depends where documents go.
    var decisiveFields: Set<String> {
        let names = rules.flatMap { $0.when.keys } + destinations.values.flatMap { $0.path.variables }
        return Set(names.map { String($0.prefix { $0 != "." }) })
    }

    private static func values(type: String?, fields: [String: IndexValue]) -> [String: String] {
        var values = fields.mapValues(\.value)
        values["type"] = type
        return values
    }
}
