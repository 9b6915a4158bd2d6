import CaptureModel
import Patterns
import Yams

extension ProfileReader {
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
