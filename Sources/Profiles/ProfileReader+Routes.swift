import CaptureModel
import Patterns
import Yams

extension ProfileReader {
    mutating func destinations(_ node: Node?) -> [String: Destination] {
        var destinations: [String: Destination] = [:]
        for pair in node.flatMap({ reader.pairs($0) }) ?? [] {
            names.destinations.insert(pair.key)
            guard let section = reader.section(pair.value, .destination), let target = reader.text(section["target"]),
                let (path, template) = reader.template(section["path"])
            else { continue }
            for name in template.variables { names.mention(name, section["path"], .value) }
            if !path.hasPrefix("/") {
                reader.wrongKind(
                    section["path"],
                    LocalizedText(de: "ein Pfad, der mit / beginnt,", en: "a path that begins with /"))
            }
            destinations[pair.key] = Destination(target: target, path: path)
        }
        return destinations
    }

    /// In order; nothing may stand behind `otherwise`, for it would never be reached.
    mutating func routes(_ node: Node?) -> [RouteRule] {
        var rules: [RouteRule] = []
        var isClosed = false
        for node in reader.list(node) {
            if isClosed {
                reader.note(
                    node, LocalizedText(de: "Diese Regel wird nie erreicht.", en: "This rule is never reached."),
                    LocalizedText(de: "Bitte „otherwise“ ans Ende setzen.", en: "Please put “otherwise” last."))
            }
            guard let section = reader.section(node, .route) else { continue }
            isClosed = section["otherwise"] != nil
            if let rule = route(section) { rules.append(rule) }
        }
        return rules
    }

    private mutating func route(_ section: NodeReader.Section) -> RouteRule? {
        guard let key = onlyKey(of: section, among: ["to", "otherwise"]), let to = reader.text(section[key]) else {
            return nil
        }
        names.mention(to, section[key], .destination)
        var when: [String: String] = [:]
        for pair in section["when"].flatMap({ reader.pairs($0) }) ?? [] {
            names.mention(pair.key, pair.keyNode, .value)
            guard let (text, pattern) = reader.pattern(pair.value) else { continue }
            if pair.key == "type" { names.mention(pattern, text, pair.value) }
            when[pair.key] = text
        }
        if when.isEmpty == (key == "to") {
            reader.note(
                section.node,
                LocalizedText(
                    de: "Zu „to“ gehört „when“, zu „otherwise“ nicht.",
                    en: "“to” goes with “when”, “otherwise” does not."),
                LocalizedText(de: "Bitte die Regel berichtigen.", en: "Please correct the rule."))
        }
        return RouteRule(when: when, to: to)
    }
}
