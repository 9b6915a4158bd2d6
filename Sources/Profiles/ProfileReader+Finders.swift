import CaptureModel
import Yams

extension ProfileReader {
    static let finderKinds = ["barcode", "near", "pattern", "given", "zone", "letter", "invoice", "checkBox"]

    mutating func finder(_ node: Node, _ format: FieldRule.Format) -> FieldRule.Finder? {
        guard let section = reader.section(node, .finder), let key = onlyKey(of: section, among: Self.finderKinds)
        else {
            return nil
        }
        refuseMatches(section, key)
        switch key {
        case "barcode": return barcode(section).map { .barcode($0.symbology, matches: $0.matches) }
        case "pattern": return reader.pattern(section["pattern"]).map { .pattern($0.text) }
        case "given": return given(section)
        case "zone": return zone(section, format)
        case "letter": return letter(section)
        case "invoice": return invoice(section)
        case "checkBox": return checkBox(section)
        default: return near(section, format)
        }
    }

    /// A pattern beside a finder that takes no pattern would be passed over in silence.
    private func refuseMatches(_ section: NodeReader.Section, _ key: String) {
        if ["invoice", "checkBox"].contains(key) { refuse("matches", in: section, besides: key) }
    }

    func refuse(_ surplus: String, in section: NodeReader.Section, besides key: String) {
        guard section[surplus] != nil else { return }
        reader.note(
            section.keys[surplus],
            LocalizedText(de: "„\(surplus)“ gilt nicht für „\(key)“.", en: "“\(surplus)” does not go with “\(key)”."),
            LocalizedText(de: "Bitte die Zeile löschen.", en: "Please delete the line."))
    }

    private mutating func given(_ section: NodeReader.Section) -> FieldRule.Finder? {
        guard let name = reader.text(section["given"]) else { return nil }
        names.mention(name, section["given"], .given)
        return .given(name)
    }

    private func near(_ section: NodeReader.Section, _ format: FieldRule.Format) -> FieldRule.Finder? {
        let labels = reader.texts(section["near"])
        guard let matches = matches(section, default: format.standardPattern), !labels.isEmpty else { return nil }
        return .near(labels: labels, matches: matches)
    }

    /// Without a pattern everything in the zone is the value, unless the format has forms of its own.
    private func zone(_ section: NodeReader.Section, _ format: FieldRule.Format) -> FieldRule.Finder? {
        guard let zone = zone(section["zone"]) else { return nil }
        return .zone(zone, matches: section["matches"] == nil ? format.standardPattern : matches(section))
    }

    func zone(_ node: Node?) -> Zone? {
        guard let section = reader.section(node, .zone) else { return nil }
        let anchor = reader.text(section["anchor"])
        // Behind an anchor a zone may lie left of it or above; no sheet is longer than a meter.
        let start = anchor == nil ? 0.0 : -1_000.0
        guard let x = reader.number(section["x"], in: start...1_000),
            let y = reader.number(section["y"], in: start...1_000),
            let width = reader.number(section["width"], in: 0.1...1_000),
            let height = reader.number(section["height"], in: 0.1...1_000)
        else { return nil }
        let page = reader.choice(section["page"], of: Zone.Page.self) ?? .first
        return Zone(x: x, y: y, width: width, height: height, page: page, anchor: anchor)
    }

    private func letter(_ section: NodeReader.Section) -> FieldRule.Finder? {
        guard let part = reader.choice(section["letter"], of: LetterPart.self) else { return nil }
        let standard = part == .letterDate ? FieldRule.Format.date.standardPattern : nil
        return .letter(part, matches: section["matches"] == nil ? standard : matches(section))
    }

    private func invoice(_ section: NodeReader.Section) -> FieldRule.Finder? {
        guard let term = reader.text(section["invoice"]) else { return nil }
        let number = term.hasPrefix("BT-") ? Int(term.dropFirst(3)) : nil
        guard let number, (1...200).contains(number) else {
            reader.wrongKind(
                section["invoice"],
                LocalizedText(de: "ein Begriff der EN 16931 wie BT-1", en: "a term of EN 16931 such as BT-1"))
            return nil
        }
        return .invoice(term: term)
    }

    /// One label, several labels of one group, or a zone.
    private func checkBox(_ section: NodeReader.Section) -> FieldRule.Finder? {
        guard let node = section["checkBox"] else { return nil }
        if node.mapping != nil { return zone(node).map { .checkBox(labels: [], zone: $0) } }
        let labels = reader.texts(node)
        return labels.isEmpty ? nil : .checkBox(labels: labels, zone: nil)
    }
}
