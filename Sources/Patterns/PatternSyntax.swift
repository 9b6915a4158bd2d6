import CaptureModel
import CRE2

/// How expressions are written in profiles, and what is said where RE2 does not know them.
enum PatternSyntax {
    /// `expression` with `(?<name>` written as `(?P<name>`, the only form RE2 knew before September 2023.
    ///
    /// Escapes and character classes are passed over, so that a literal `(?<` stays what it is.
    static func translated(_ expression: String) -> String {
        var result = ""
        var rest = Substring(expression)
        var isInClass = false
        while let character = rest.first {
            if character == "\\" {
                result += rest.prefix(2)
                rest = rest.dropFirst(2)
                continue
            }
            if !isInClass, opensNamedGroup(rest) {
                result += "(?P<"
                rest = rest.dropFirst(3)
                continue
            }
            if character == "[" { isInClass = true }
            if character == "]" { isInClass = false }
            result.append(character)
            rest = rest.dropFirst()
        }
        return result
    }

    private static func opensNamedGroup(_ rest: Substring) -> Bool {
        guard rest.hasPrefix("(?<"), let next = rest.dropFirst(3).first else { return false }
        return next != "=" && next != "!"
    }

    /// The error for an expression that RE2 refused with `message` at byte `offset`.
    static func refusal(of source: String, message: String, offset: Int) -> CaptureError {
        let cause = offset < 0 ? message : "\(message) at \(characters(before: offset, in: source) + 1)"
        let part = offset < 0 ? "" : String(decoding: source.utf8.dropFirst(offset), as: UTF8.self)
        if let digit = part.dropFirst().first, part.first == "\\", digit.isNumber, digit != "0" {
            return .badPattern(
                LocalizedText(
                    de: "Rückverweise wie \\\(digit) gibt es in Mustern nicht.",
                    en: "Backreferences like \\\(digit) do not exist in patterns."), cause: cause)
        }
        if ["(?=", "(?!", "(?<=", "(?<!"].contains(where: part.hasPrefix) {
            return .badPattern(
                LocalizedText(
                    de: "Voraus- und Rückschau wie (?= oder (?<! gibt es in Mustern nicht.",
                    en: "Look-around like (?= or (?<! does not exist in patterns."), cause: cause)
        }
        return .badPattern(cause: cause)
    }

    private static func characters(before offset: Int, in source: String) -> Int {
        String(decoding: source.utf8.prefix(offset), as: UTF8.self).count
    }
}

extension CaptureError {
    static func badPattern(
        _ message: LocalizedText = LocalizedText(
            de: "Das Muster ist kein gültiger RE2-Ausdruck.", en: "The pattern is not a valid RE2 expression."),
        cause: String
    ) -> CaptureError {
        CaptureError(
            .badProfile, "bad-pattern", message,
            remedy: LocalizedText(
                de:
                    "Bitte das Muster im Profil berichtigen; die Schreibweise steht unter github.com/google/re2/wiki/Syntax.",
                en: "Please correct the pattern in the profile; see github.com/google/re2/wiki/Syntax."),
            cause: cause)
    }
}

extension cre2_error {
    /// RE2's message word for word.
    var text: String {
        withUnsafeBytes(of: message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
}
