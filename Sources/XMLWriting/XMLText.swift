// Text made safe for XML 1.0, whatever it holds: captured text is untrusted, and a document that no parser takes would
// stop a delivery for good.

/// Text as XML may hold it.
package enum XMLText {
    /// The text for an element's content or an attribute in double quotes.
    ///
    /// Tabs and line ends become numbers, so that no parser turns them into spaces. Control characters and noncharacters
    /// are left out: XML cannot hold most of them at all, not even as numbers (XML 1.0, 2.2), and advises against the rest.
    package static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\t", "\n", "\r": result += "&#\(scalar.value);"
            default: if isAllowed(scalar) { result.unicodeScalars.append(scalar) }
            }
        }
        return result
    }

    /// The name of an element made of any text: characters that a name cannot hold (XML 1.0, 2.3; without its rarer
    /// letters) become `_`.
    package static func name(_ text: String) -> String {
        let kept = text.unicodeScalars.map { isOfName($0) ? String($0) : "_" }.joined()
        guard let first = kept.unicodeScalars.first else { return "_" }
        return beginsName(first) ? kept : "_" + kept
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory != .control && !scalar.properties.isNoncharacterCodePoint
    }

    private static func isOfName(_ scalar: Unicode.Scalar) -> Bool {
        beginsName(scalar) || ("0"..."9").contains(scalar) || scalar == "-"
    }

    private static func beginsName(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "_", "\u{C0}"..."\u{D6}", "\u{D8}"..."\u{F6}", "\u{F8}"..."\u{2FF}": true
        default: false
        }
    }
}
