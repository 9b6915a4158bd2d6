/// Which document types are kinds of others, as an attest is of a certificate (Unterarten).
package struct TypeKinds: Sendable, Hashable {
    private var generals: [String: Set<String>] = [:]

    package init() {}

    package init(_ rules: [TypeRule]) {
        for rule in rules { if let general = rule.kindOf { add(rule.type, general) } }
    }

    package mutating func add(_ type: String, _ general: String) { generals[type, default: []].insert(general) }

    /// Whether `type` is a kind of `general`, directly or over others.
    package func isKind(_ type: String, of general: String) -> Bool {
        var left = generals[type] ?? []
        var seen: Set<String> = []
        while let next = left.popFirst() {
            if next == general { return true }
            if seen.insert(next).inserted { left.formUnion(generals[next] ?? []) }
        }
        return false
    }
}
