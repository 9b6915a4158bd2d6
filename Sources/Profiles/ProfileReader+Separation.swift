import CaptureModel
import Patterns
import Yams

extension ProfileReader {
    /// The keys that say what a condition is about.
    static let separationKinds = [
        "patch", "barcode", "blank", "count", "text", "heading", "pattern", "paper", "change", "content", "all", "any",
    ]

    mutating func separator(_ node: Node) -> SeparationRule? {
        guard let section = reader.section(node, .separator) else { return nil }
        let groups = groupNames(section)
        let values = given(section["set"], groups: groups)
        guard let condition = separation(section) else { return nil }
        checkSheet(section, condition)
        checkUnseparated(section, condition)
        return SeparationRule(
            condition: condition,
            sheet: reader.choice(section["sheet"], of: SeparationRule.Sheet.self) ?? .drop, set: values,
            begins: reader.choice(section["begins"], of: SeparationRule.Action.self),
            resets: reader.flag(section["reset"]), isSigned: signed(section, condition),
            isForUnseparated: reader.flag(section["unseparated"]))
    }

    /// A rule, or a part of `all` and `any`: exactly one of the condition's keys.
    private func separation(_ section: NodeReader.Section) -> SeparationRule.Condition? {
        guard let key = onlyKey(of: section, among: Self.separationKinds) else { return nil }
        switch key {
        case "patch": return reader.choice(section[key], of: PatchCode.self).map { .patch($0) }
        case "barcode": return barcode(section).map { .barcode($0.symbology, matches: $0.matches) }
        case "count": return reader.integer(section[key], in: 1...10_000).map { .count(pages: $0) }
        case "text": return reader.text(section[key]).map { .text($0) }
        case "heading": return reader.text(section[key]).map { .heading($0) }
        case "pattern": return reader.pattern(section[key]).map { .pattern($0.text) }
        case "paper": return reader.choice(section[key], of: PaperColor.self).map { .paper($0) }
        case "change": return change(section[key]).map { .change($0) }
        case "content": return content(section)
        case "all": return parts(section[key]).map { .all($0) }
        case "any": return parts(section[key]).map { .any($0) }
        default: return blank(section)
        }
    }

    private func parts(_ node: Node?) -> [SeparationRule.Condition]? {
        let nodes = reader.list(node)
        let parts = nodes.compactMap { node in reader.section(node, .sheet).flatMap { separation($0) } }
        if nodes.isEmpty { reader.wrongKind(node, LocalizedText(de: "eine Liste", en: "a list")) }
        return parts.isEmpty ? nil : parts
    }

    private func blank(_ section: NodeReader.Section) -> SeparationRule.Condition? {
        guard reader.flag(section["blank"]) != false else {
            reader.wrongKind(section["blank"], LocalizedText(de: "true", en: "true"))
            return nil
        }
        return .blank
    }

    private func change(_ node: Node?) -> SeparationRule.Value? {
        guard let section = reader.section(node, .change),
            let key = onlyKey(of: section, among: ["barcode", "pattern"])
        else { return nil }
        if key == "pattern" { return reader.pattern(section[key]).map { .pattern($0.text) } }
        return barcode(section).map { .barcode($0.symbology, matches: $0.matches) }
    }

    /// Below one half it would part pages that more likely belong together.
    private func content(_ section: NodeReader.Section) -> SeparationRule.Condition? {
        guard reader.text(section["content"]) == "first-page" else {
            reader.wrongKind(section["content"], LocalizedText(de: "first-page", en: "first-page"))
            return nil
        }
        return .content(above: reader.number(section["above"], in: 0.5...1) ?? 0.8)
    }

    private func checkSheet(_ section: NodeReader.Section, _ condition: SeparationRule.Condition) {
        guard section["sheet"] != nil, condition == .blank || condition.isAboutContent else { return }
        reader.note(
            section.keys["sheet"],
            LocalizedText(
                de: "„sheet“ gilt nur für Trennblätter: Patchcodes, Barcodes, Text und Papierfarbe.",
                en: "“sheet” is for separator sheets only: patch codes, barcodes, text and paper color."),
            LocalizedText(de: "Bitte die Zeile löschen.", en: "Please delete the line."))
    }

    /// A rule about sheets would have to wait for itself.
    private func checkUnseparated(_ section: NodeReader.Section, _ condition: SeparationRule.Condition) {
        guard section["unseparated"] != nil, !condition.isAboutContent else { return }
        reader.note(
            section.keys["unseparated"],
            LocalizedText(
                de: "„unseparated“ gilt nur für Regeln über den Inhalt: count, change und content.",
                en: "“unseparated” is for rules about content only: count, change and content."),
            LocalizedText(de: "Bitte die Zeile löschen.", en: "Please delete the line."))
    }

    private func signed(_ section: NodeReader.Section, _ condition: SeparationRule.Condition) -> Bool? {
        guard section["signed"] != nil, let isSigned = reader.flag(section["signed"]) else { return nil }
        if isSigned, !condition.hasBarcode {
            reader.note(
                section.keys["signed"],
                LocalizedText(de: "„signed“ gilt nur für Barcodes.", en: "“signed” is for barcodes only."),
                LocalizedText(de: "Bitte die Zeile löschen.", en: "Please delete the line."))
        }
        return isSigned
    }

    /// Groups of the rule's patterns, also those inside `all` and `any`.
    private func groupNames(_ section: NodeReader.Section) -> [String] {
        var names: [String] = []
        for key in ["matches", "pattern"] {
            if let text = section[key]?.scalar?.string, let pattern = try? Pattern(text) { names += pattern.groupNames }
        }
        for key in ["all", "any"] {
            for node in section[key]?.sequence ?? [] {
                let pairs = node.mapping.map { Array($0) } ?? []
                let values = Dictionary(
                    pairs.compactMap { pair in pair.key.scalar.map { ($0.string, pair.value) } }
                ) { first, _ in first }
                names += groupNames(
                    NodeReader.Section(kind: .sheet, node: node, values: values, keys: [:]))
            }
        }
        return names
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
}

extension SeparationRule.Condition {
    /// Met by pages of content, with no sheet between the documents.
    fileprivate var isAboutContent: Bool {
        switch self {
        case .count, .change, .content: true
        case .all(let parts), .any(let parts): parts.allSatisfy { $0.isAboutContent }
        default: false
        }
    }

    fileprivate var hasBarcode: Bool {
        switch self {
        case .barcode: true
        case .all(let parts), .any(let parts): parts.contains { $0.hasBarcode }
        default: false
        }
    }
}
