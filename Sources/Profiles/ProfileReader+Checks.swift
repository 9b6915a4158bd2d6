import CaptureModel
import Yams

extension ProfileReader {
    /// `{same: [a, b]}`, `{sum: [a, b], of: c}` or `{notAfter: [a, b]}`, over fields and columns of their registers.
    mutating func check(_ node: Node) -> CheckRule? {
        guard let section = reader.section(node, .check),
            let key = onlyKey(of: section, among: ["same", "sum", "notAfter"])
        else { return nil }
        let fields = reader.texts(section[key])
        for name in fields { names.mention(name, section[key], .value) }
        guard fields.count >= (key == "sum" ? 1 : 2) else {
            reader.wrongKind(section[key], LocalizedText(de: "eine Liste von Feldern", en: "a list of fields"))
            return nil
        }
        guard (section["of"] != nil) == (key == "sum") else {
            reader.note(
                node, LocalizedText(de: "Zu „sum“ gehört „of“.", en: "“sum” goes with “of”."),
                LocalizedText(de: "Bitte das Feld der Summe nennen.", en: "Please name the field of the sum."))
            return nil
        }
        switch key {
        case "same": return .same(fields)
        case "notAfter": return .notAfter(fields)
        default:
            guard let total = reader.text(section["of"]) else { return nil }
            names.mention(total, section["of"], .value)
            return .sum(fields, of: total)
        }
    }
}
