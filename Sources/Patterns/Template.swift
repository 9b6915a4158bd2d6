package import CaptureModel

/// A text with places for values, as `/Kämmerei/${fileReference}`; the names of variables are letters, digits, `.`, `_`.
///
/// Values are data of strangers: they are put in as they are, never read as a template again.
package struct Template: Sendable, Hashable {
    private enum Part: Sendable, Hashable {
        case literal(String)
        case variable(String)
    }

    private let parts: [Part]

    package init(_ text: String) throws(CaptureError) {
        var parts: [Part] = []
        var rest = Substring(text)
        while let start = rest.firstRange(of: "${") {
            let name = rest[start.upperBound...].prefix { $0 != "}" }
            guard Self.isName(name), name.endIndex < rest.endIndex else { throw .badTemplate }
            parts += [.literal(String(rest[..<start.lowerBound])), .variable(String(name))]
            rest = rest[rest.index(after: name.endIndex)...]
        }
        self.parts = parts + [.literal(String(rest))]
    }

    /// Names of the variables in order, each once.
    package var variables: [String] {
        var names: [String] = []
        for case .variable(let name) in parts where !names.contains(name) { names.append(name) }
        return names
    }

    /// The text with `values` in place; a variable without value or with an empty one is an error.
    package func filled(with values: [String: String]) throws(CaptureError) -> String {
        var text = ""
        for part in parts {
            switch part {
            case .literal(let literal): text += literal
            case .variable(let name): text += try Self.value(name, values)
            }
        }
        return text
    }

    /// The components of a filled path: split at the slashes of the template alone, so that no value adds a component.
    ///
    /// The components are untrusted text; who writes files makes them safe.
    package func components(filledWith values: [String: String]) throws(CaptureError) -> [String] {
        var components = [""]
        for part in parts {
            switch part {
            case .literal(let literal):
                let pieces = literal.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
                components[components.count - 1] += pieces.first ?? ""
                components += pieces.dropFirst()
            case .variable(let name):
                components[components.count - 1] += try Self.value(name, values)
            }
        }
        return components.filter { !$0.isEmpty }
    }

    /// The path components of `template` filled with `values`.
    package static func fill(_ template: String, _ values: [String: String]) throws(CaptureError) -> [String] {
        try Template(template).components(filledWith: values)
    }

    private static func value(_ name: String, _ values: [String: String]) throws(CaptureError) -> String {
        guard let value = values[name], value.contains(where: { !$0.isWhitespace }) else {
            throw CaptureError(
                .badInput, "missing-value",
                LocalizedText(de: "Für „\(name)“ fehlt der Wert.", en: "The value of “\(name)” is missing."),
                remedy: LocalizedText(de: "Bitte das Feld ausfüllen.", en: "Please fill in the field."), cause: name)
        }
        return value
    }

    private static func isName(_ name: Substring) -> Bool {
        !name.isEmpty && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "_") }
    }
}

extension CaptureError {
    fileprivate static var badTemplate: CaptureError {
        CaptureError(
            .badProfile, "bad-template",
            LocalizedText(de: "Die Vorlage ist nicht richtig geschrieben.", en: "The template is not well formed."),
            remedy: LocalizedText(
                de: "Platzhalter haben die Form ${name}.", en: "Variables have the form ${name}."))
    }
}
