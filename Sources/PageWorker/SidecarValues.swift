// The values that a sender's system gives beside a file (Begleitdatei), as JSON or XML.
//
//     {"fileReference": "32.10-2026/0815", "office": "32"}        {"fields": {"fileReference": …}}
//     <mail><fileReference>32.10-2026/0815</fileReference></mail>  <mail><field name="fileReference">…</field></mail>
//
// From outside like the file itself: bounded in size and number, texts without control signs, names that could be those
// of fields. What is more deeply nested is left out.

import CaptureModel
package import Foundation

/// Reads what a sender's system gave beside a file.
package enum SidecarValues {
    /// Bytes of the file.
    private static let largest = 256 << 10
    private static let mostValues = 100
    private static let longestName = 64
    /// Bytes of a value.
    private static let longestValue = 4_000

    /// nil for what is neither of the two, or too large.
    package static func read(_ bytes: Data) -> [String: String]? {
        guard bytes.count <= largest else { return nil }
        let pairs = json(bytes) ?? MarkupReader.read(bytes).map(xml)
        guard let pairs, pairs.count <= mostValues else { return nil }
        var values: [String: String] = [:]
        for (name, value) in pairs where isName(name) {
            guard let value = plain(value) else { continue }
            values[name] = value
        }
        return values
    }

    private static func json(_ bytes: Data) -> [(String, String)]? {
        guard let content = try? JSONDecoder().decode([String: Content].self, from: bytes) else { return nil }
        if case .members(let fields) = content["fields"] { return pairs(fields) }
        return pairs(content)
    }

    private static func pairs(_ members: [String: Content]) -> [(String, String)] {
        members.compactMap { name, content in
            if case .text(let text) = content { (name, text) } else { nil }
        }
    }

    private static func xml(_ root: MarkupElement) -> [(String, String)] {
        root.children.filter(\.children.isEmpty).map { ($0.attributes["name"] ?? $0.name, $0.text) }
    }

    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= longestName
            && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) }
    }

    /// The value without blanks around it; nil where nothing is left, it is too long or holds control signs.
    private static func plain(_ value: String) -> String? {
        let value = value.trimmingCharacters(in: .whitespacesAndNewlines)
        let isText = value.unicodeScalars.allSatisfy { ![.control, .format].contains($0.properties.generalCategory) }
        return isText && !value.isEmpty && value.utf8.count <= longestValue ? value : nil
    }

    /// A JSON value as far as it can be a field's.
    private enum Content: Decodable {
        case text(String)
        case members([String: Content])
        case other

        init(from decoder: any Decoder) throws {
            // The members of an object inside are looked at, those of an object inside that are not.
            if decoder.codingPath.count < 2, let members = try? [String: Content](from: decoder) {
                self = .members(members)
                return
            }
            guard let value = try? decoder.singleValueContainer() else {
                self = .other
                return
            }
            if let text = try? value.decode(String.self) {
                self = .text(text)
            } else if let flag = try? value.decode(Bool.self) {
                self = .text(flag ? "yes" : "no")
            } else if let number = try? value.decode(Decimal.self) {
                self = .text("\(number)")
            } else {
                self = .other
            }
        }
    }
}

extension Finding {
    static let sidecarUnreadable = Finding(
        "sidecar-unreadable",
        LocalizedText(
            de: "Die Begleitdatei mit den Angaben des Absenders ließ sich nicht lesen. Bitte die Angaben prüfen.",
            en: "The file with the sender's values could not be read. Please check the values."))
}
