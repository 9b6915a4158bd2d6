import CaptureModel
import Yams

extension ProfileReader {
    mutating func type(_ node: Node) -> TypeRule? {
        guard let section = reader.section(node, .type), let type = reader.text(section["type"]) else { return nil }
        names.types.insert(type)
        let general = reader.text(section["kindOf"])
        if let general { names.mention(type, asKindOf: general, section["kindOf"], reader) }
        let rule = TypeRule(
            type: type, any: conditions(section["any"]), all: conditions(section["all"]),
            none: conditions(section["none"]), learned: reader.flag(section["learned"]), kindOf: general)
        if section["any"] == nil, section["all"] == nil, !rule.isLearned {
            reader.note(
                node,
                LocalizedText(
                    de: "Nichts sagt, woran „\(type)“ zu erkennen ist.", en: "Nothing says how to recognize “\(type)”."),
                LocalizedText(
                    de: "Bitte „any:“, „all:“ oder „learned: true“ ergänzen.",
                    en: "Please add “any:”, “all:” or “learned: true”."))
        }
        return rule
    }

    static let conditionKinds = [
        "text", "heading", "sender", "zone", "pattern", "barcode", "paper", "pages", "invoice",
    ]

    private func conditions(_ node: Node?) -> [TypeRule.Condition] {
        reader.list(node).compactMap { node in
            guard let section = reader.section(node, .condition),
                let key = onlyKey(of: section, among: Self.conditionKinds)
            else { return nil }
            if key != "barcode", key != "zone" { refuse("matches", in: section, besides: key) }
            return condition(section, key)
        }
    }

    private func condition(_ section: NodeReader.Section, _ key: String) -> TypeRule.Condition? {
        switch key {
        case "text": reader.text(section["text"]).map { .text($0) }
        case "heading": reader.text(section["heading"]).map { .heading($0) }
        case "sender": reader.text(section["sender"]).map { .sender($0) }
        case "pattern": reader.pattern(section["pattern"]).map { .pattern($0.text) }
        case "zone": zoneCondition(section)
        case "paper": reader.choice(section["paper"], of: PaperColor.self).map { .paper($0) }
        case "pages": pageCounts(section["pages"]).map { .pages($0) }
        case "invoice": invoiceCondition(section["invoice"])
        default: barcode(section).map { .barcode($0.symbology, matches: $0.matches) }
        }
    }

    private func zoneCondition(_ section: NodeReader.Section) -> TypeRule.Condition? {
        guard let zone = zone(section["zone"]) else { return nil }
        guard let node = section["matches"] else { return .zone(zone, matches: nil) }
        return reader.pattern(node).map { .zone(zone, matches: $0.text) }
    }

    /// More pages than any document has.
    private static let mostPages = 10_000

    /// `3`, `2-5`, or `2-` for two or more.
    private func pageCounts(_ node: Node?) -> ClosedRange<Int>? {
        guard let text = reader.text(node) else { return nil }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { $0.filter { $0 != " " } }
        let low = parts.first.flatMap { Int($0) } ?? 0
        let high = parts.count == 2 ? (parts[1].isEmpty ? Self.mostPages : Int(parts[1]) ?? 0) : low
        guard parts.count <= 2, low > 0, high >= low, high <= Self.mostPages else {
            reader.wrongKind(
                node, LocalizedText(de: "eine Zahl oder ein Bereich wie 2-5", en: "a number or a range as 2-5"))
            return nil
        }
        return low...high
    }

    private func invoiceCondition(_ node: Node?) -> TypeRule.Condition? {
        guard reader.flag(node) == true else {
            reader.wrongKind(node, LocalizedText(de: "true", en: "true"))
            return nil
        }
        return .invoice
    }
}
