import Foundation

/// Writes XML in which every text is escaped; characters that XML 1.0 does not allow are left out.
struct XMLWriter {
    private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    private var depth = 0

    var data: Data { Data(text.utf8) }

    mutating func element(_ name: String, attributes: [(String, String)] = [], _ content: String) {
        line("<\(name)\(written(attributes))>\(escaped(content))</\(name)>")
    }

    mutating func element(_ name: String, attributes: [(String, String)] = [], children: (inout XMLWriter) -> Void) {
        line("<\(name)\(written(attributes))>")
        depth += 1
        children(&self)
        depth -= 1
        line("</\(name)>")
    }

    private mutating func line(_ markup: String) {
        text += String(repeating: "  ", count: depth) + markup + "\n"
    }

    private func written(_ attributes: [(String, String)]) -> String {
        attributes.map { " \($0.0)=\"\(escaped($0.1))\"" }.joined()
    }

    /// Line ends and tabs as numbers, so that no parser turns them into spaces.
    private func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\t", "\n", "\r": result += "&#\(scalar.value);"
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": break
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
