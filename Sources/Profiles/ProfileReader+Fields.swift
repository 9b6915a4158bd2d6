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
        field.dates = dates(section["dates"], format)
        field.required = reader.flag(section["required"]) ?? false
        field.types = reader.texts(section["types"])
        for type in field.types { names.mention(type, section["types"], .type) }
        field.register = reader.text(section["register"])
        field.lookUp = reader.texts(section["lookUp"])
        if let register = field.register { use(register, of: field, section) }
        return field
    }

    private func dates(_ node: Node?, _ format: FieldRule.Format) -> DateLimits? {
        guard let section = reader.section(node, .dates) else { return nil }
        if format != .date {
            reader.note(
                node, LocalizedText(de: "„dates“ gilt nur für Daten.", en: "“dates” is for dates only."),
                LocalizedText(de: "Bitte „format: date“ ergänzen.", en: "Please add “format: date”."))
        }
        return DateLimits(
            pastDays: reader.integer(section["pastDays"], in: 0...100_000),
            futureDays: reader.integer(section["futureDays"], in: 0...100_000))
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
