import CaptureModel
import Yams

extension ProfileReader {
    /// Index fields in the order of the file.
    mutating func fields(_ node: Node?) -> [FieldRule] {
        var fields: [FieldRule] = []
        for pair in node.flatMap({ reader.pairs($0) }) ?? [] {
            names.provide(pair.key, pair.keyNode, reader)
            if let field = field(pair.key, pair.value) { fields.append(field) }
        }
        return fields
    }

    private mutating func field(_ name: String, _ node: Node) -> FieldRule? {
        guard let section = reader.section(node, .field) else { return nil }
        let format = reader.choice(section["format"], of: FieldRule.Format.self) ?? .text
        var field = FieldRule(
            name: name,
            label: section["label"] == nil ? LocalizedText(de: name, en: name) : localized(section["label"]),
            find: reader.list(section["find"]).compactMap { finder($0, format) }, format: format)
        field.required = reader.flag(section["required"]) ?? false
        field.types = reader.texts(section["types"])
        for type in field.types { names.mention(type, section["types"], .type) }
        field.register = reader.text(section["register"])
        field.lookUp = reader.texts(section["lookUp"])
        if let register = field.register { use(register, of: field, section) }
        return field
    }

    private mutating func finder(_ node: Node, _ format: FieldRule.Format) -> FieldRule.Finder? {
        guard let section = reader.section(node, .finder),
            let key = onlyKey(of: section, among: ["barcode", "near", "pattern", "given"])
        else { return nil }
        switch key {
        case "barcode": return barcode(section).map { .barcode($0.symbology, matches: $0.matches) }
        case "pattern": return reader.pattern(section["pattern"]).map { .pattern($0.text) }
        case "given":
            guard let name = reader.text(section["given"]) else { return nil }
            names.mention(name, section["given"], .given)
            return .given(name)
        default:
            let labels = reader.texts(section["near"])
            guard let matches = matches(section, default: format.standardPattern), !labels.isEmpty else { return nil }
            return .near(labels: labels, matches: matches)
        }
    }

    /// Loads the register and offers its columns as `field.column`.
    private mutating func use(_ name: String, of field: FieldRule, _ section: NodeReader.Section) {
        guard let file = registers.register(name, for: section["register"], reader) else { return }
        for column in file.columns { names.provided.insert("\(field.name).\(column)") }
        for column in field.lookUp where !file.columns.contains(column) {
            reader.unknown(
                section["lookUp"], column, LocalizedText(de: "Spalte", en: "column"), known: file.columns)
        }
    }
}

extension FieldRule.Format {
    /// What `matches` may leave out: how values of the format look on German letters.
    fileprivate var standardPattern: String? {
        switch self {
        case .date:
            #"\b\d{1,2}\.\s*\d{1,2}\.\s*(?:\d{4}|\d{2})\b|\b\d{1,2}\.?\s*\pL{3,9}\.?\s*\d{4}\b|\b\d{4}-\d{2}-\d{2}\b"#
        case .amount: #"-?\b\d{1,3}(?:\.\d{3})*,\d{2}\b|-?\b\d+,\d{2}\b"#
        case .iban:
            // The German length first: the general form would take in a word of capitals behind it.
            #"\bDE\s?\d{2}(?:\s?\d{4}){4}\s?\d{2}\b|\b[A-Z]{2}\s?\d{2}(?:\s?[0-9A-Z]{4}){2,7}(?:\s?[0-9A-Z]{1,3})?\b"#
        case .text, .fileReference: nil
        }
    }
}
