package import CaptureModel
import Patterns

/// What is known about a document's way in, before anything on it was read.
package struct DocumentOrigin: Sendable, Hashable {
    /// How the batch came: `scanner`, `folder`, `upload`, `command`, `mail`.
    package var channel: String?
    /// The body whose mail it is where the channel says so; the profile's own tenant counts else.
    package var tenant: String?

    package init(channel: String? = nil, tenant: String? = nil) {
        self.channel = channel
        self.tenant = tenant
    }
}

/// Where a document goes.
///
/// What stands on paper may choose among the routes of its profile, and nothing else: tenant, channel and protection need
/// come from the profile and the way the mail came in.
package struct Router: Sendable {
    private let rules: [(when: [String: Pattern], to: String)]
    private let destinations: [String: (target: String, path: Template)]
    private let fixed: [String: String]

    package init(profile: Profile, origin: DocumentOrigin = DocumentOrigin()) throws(CaptureError) {
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
        fixed = Self.fixed(profile, origin)
    }

    /// The key in `deliver` of the first rule that matches and the rule's id; nil where none does.
    ///
    /// `findings` are codes of what was found about the document; one that matches is enough.
    package func route(
        type: String?, fields: [String: IndexValue], findings: [String] = []
    ) -> (to: String, rule: String)? {
        let values = values(type: type, fields: fields)
        let index = rules.firstIndex { rule in
            rule.when.allSatisfy { name, pattern in
                guard name == RouteRule.Subject.finding.rawValue else {
                    return values[name].map { pattern.wholeMatch(in: $0) != nil } ?? false
                }
                return findings.contains { pattern.wholeMatch(in: $0) != nil }
            }
        }
        return index.map { (rules[$0].to, "route[\($0)]") }
    }

    /// The rule asks for a finding of this code, so that documents with it have a way of their own.
    func hasWay(rule id: String, forFinding code: String) -> Bool {
        guard let index = rules.indices.first(where: { "route[\($0)]" == id }) else { return false }
        return rules[index].when[RouteRule.Subject.finding.rawValue]?.wholeMatch(in: code) != nil
    }

    /// The target and the folder, one component for each level; the components are untrusted text.
    ///
    /// Fails with `missing-value` where the path asks for a field the document does not have.
    package func place(
        for route: String, type: String?, fields: [String: IndexValue]
    ) throws(CaptureError) -> (target: String, folder: [String]) {
        guard let destination = destinations[route] else { throw .fault("Router.place") }
        return (
            destination.target, try destination.path.components(filledWith: values(type: type, fields: fields))
        )
    }

    /// Names of fields on which it depends where documents go.
    var decisiveFields: Set<String> {
        let names = rules.flatMap { $0.when.keys } + destinations.values.flatMap { $0.path.variables }
        let subjects = Set(RouteRule.Subject.allCases.map(\.rawValue))
        return Set(names.map { String($0.prefix { $0 != "." }) }).subtracting(subjects)
    }

    private static func fixed(_ profile: Profile, _ origin: DocumentOrigin) -> [String: String] {
        var fixed: [RouteRule.Subject: String] = [
            .integrity: profile.protection.integrity.rawValue,
            .confidentiality: profile.protection.confidentiality.rawValue,
            .availability: profile.protection.availability.rawValue,
        ]
        fixed[.channel] = origin.channel
        fixed[.tenant] = origin.tenant ?? profile.tenant
        return Dictionary(uniqueKeysWithValues: fixed.map { ($0.key.rawValue, $0.value) })
    }

    private func values(type: String?, fields: [String: IndexValue]) -> [String: String] {
        var values = fields.mapValues(\.value)
        // A value from paper never stands in for one of these, also where there is none.
        for subject in RouteRule.Subject.allCases { values[subject.rawValue] = fixed[subject.rawValue] }
        values[RouteRule.Subject.type.rawValue] = type
        return values
    }
}
