import CaptureModel
import Patterns
import Yams

extension ProfileReader {
    // MARK: Separation

    mutating func separator(_ node: Node) -> SeparationRule? {
        guard let section = reader.section(node, .separator) else { return nil }
        guard let key = onlyKey(of: section, among: ["patch", "barcode", "blank", "count"]) else { return nil }
        let groups = key == "barcode" ? reader.pattern(section["matches"])?.pattern.groupNames ?? [] : []
        let values = given(section["set"], groups: groups)
        guard let condition = separation(section, key) else { return nil }
        let sheet = reader.choice(section["sheet"], of: SeparationRule.Sheet.self) ?? .drop
        if section["sheet"] != nil, key == "blank" || key == "count" {
            reader.note(
                section.keys["sheet"],
                LocalizedText(
                    de: "„sheet“ gilt nur für Patchcodes und Barcodes.",
                    en: "“sheet” is for patch codes and barcodes only."),
                LocalizedText(de: "Bitte die Zeile löschen.", en: "Please delete the line."))
        }
        return SeparationRule(condition: condition, sheet: sheet, set: values)
    }

    private func separation(_ section: NodeReader.Section, _ key: String) -> SeparationRule.Condition? {
        switch key {
        case "patch": return reader.choice(section["patch"], of: PatchCode.self).map { .patch($0) }
        case "barcode": return barcode(section).map { .barcode($0.symbology, matches: $0.matches) }
        case "count": return reader.integer(section["count"], in: 1...10_000).map { .count(pages: $0) }
        default:
            guard reader.flag(section["blank"]) != false else {
                reader.wrongKind(section["blank"], LocalizedText(de: "true", en: "true"))
                return nil
            }
            return .blank
        }
    }

    private mutating func given(_ node: Node?, groups: [String]) -> [String: String] {
        var values: [String: String] = [:]
        for pair in node.flatMap({ reader.pairs($0) }) ?? [] {
            names.provide(pair.key, pair.keyNode, reader)
            names.given.insert(pair.key)
            guard let (text, template) = reader.template(pair.value) else { continue }
            for name in template.variables where !groups.contains(name) {
                reader.unknown(
                    pair.value, name, LocalizedText(de: "Gruppe des Musters", en: "group of the pattern"), known: groups
                )
            }
            values[pair.key] = text
        }
        return values
    }

    // MARK: Types

    mutating func type(_ node: Node) -> TypeRule? {
        guard let section = reader.section(node, .type), let type = reader.text(section["type"]) else { return nil }
        names.types.insert(type)
        let rule = TypeRule(
            type: type, any: conditions(section["any"]), all: conditions(section["all"]),
            none: conditions(section["none"]))
        if section["any"] == nil, section["all"] == nil {
            reader.note(
                node,
                LocalizedText(
                    de: "Nichts sagt, woran „\(type)“ zu erkennen ist.", en: "Nothing says how to recognize “\(type)”."),
                LocalizedText(de: "Bitte „any:“ oder „all:“ ergänzen.", en: "Please add “any:” or “all:”."))
        }
        return rule
    }

    private func conditions(_ node: Node?) -> [TypeRule.Condition] {
        reader.list(node).compactMap { node in
            guard let section = reader.section(node, .condition),
                let key = onlyKey(of: section, among: ["text", "heading", "pattern", "barcode"])
            else { return nil }
            return switch key {
            case "text": reader.text(section["text"]).map { .text($0) }
            case "heading": reader.text(section["heading"]).map { .heading($0) }
            case "pattern": reader.pattern(section["pattern"]).map { .pattern($0.text) }
            default: barcode(section).map { .barcode($0.symbology, matches: $0.matches) }
            }
        }
    }

    // MARK: Shared

    /// `barcode: code128` or `barcode: any`, with `matches`.
    func barcode(_ section: NodeReader.Section) -> (symbology: Symbology?, matches: String)? {
        guard let matches = matches(section) else { return nil }
        if section["barcode"]?.scalar?.string == "any" { return (nil, matches) }
        return reader.choice(section["barcode"], of: Symbology.self).map { ($0, matches) }
    }

    func matches(_ section: NodeReader.Section, default standard: String? = nil) -> String? {
        if section["matches"] == nil, let standard { return standard }
        guard let node = section["matches"] else {
            reader.note(
                section.node, LocalizedText(de: "„matches“ fehlt hier.", en: "“matches” is missing here."),
                LocalizedText(
                    de: "Bitte das Muster des Wertes ergänzen.", en: "Please add the pattern of the value."))
            return nil
        }
        return reader.pattern(node)?.text
    }

    /// The one of `keys` that says what kind of rule it is.
    func onlyKey(of section: NodeReader.Section, among keys: [String]) -> String? {
        let found = keys.filter { section[$0] != nil }
        if found.count == 1 { return found.first }
        let list = keys.joined(separator: ", ")
        reader.note(
            section.node,
            LocalizedText(
                de: "Hier muss genau eines stehen von: \(list).", en: "Exactly one of these must be here: \(list)."),
            LocalizedText(de: "Bitte die Regel teilen oder ergänzen.", en: "Please split or complete the rule."))
        return nil
    }
}
