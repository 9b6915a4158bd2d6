package import CaptureModel
import Patterns

/// Which separator sheets a profile works with, told from its own rules, so that what is printed is what is read.
package struct SheetPlan: Sendable {
    /// A sheet before it gets its check part.
    package struct Sheet: Sendable, Hashable {
        package var sheet: SeparatorSheet
        /// The rule wants codes with a check part.
        package var isSigned: Bool
        /// The values that the sheet gives to its documents.
        package var values: [String: String]
    }

    private let profile: Profile
    private let registers: [String: Register]

    package init(profile: Profile, registers: [String: Register]) {
        self.profile = profile
        self.registers = registers
    }

    /// A sheet for every value of the register behind the separator's value, only those in `wanted` where it is given.
    ///
    /// Profiles without coded separators get a plain sheet with their patch code.
    package func sheets(for wanted: [String]? = nil) throws(CaptureError) -> [Sheet] {
        for (index, rule) in profile.separate.enumerated() {
            guard let code = rule.condition.code, (rule.begins ?? .document) == .document else { continue }
            let form = try CodeForm(code, rule: "separate[\(index)]")
            guard let name = form.group else {
                return [sheet(form.text(""), rule, values: [:], title: profile.title.de, lines: [])]
            }
            return try values(of: name, wanted).map { (value, title) throws(CaptureError) in
                let text = form.text(value)
                guard form.accepts(text) else { throw .notPrintable("separate[\(index)]") }
                let number = title == nil ? [] : ["\(name): \(value)"]
                return sheet(text, rule, values: [name: value], title: title ?? value, lines: number)
            }
        }
        guard let patch else { throw .noSeparator }
        let plain = SeparatorSheet(title: profile.title.de, lines: Self.advice, patch: patch)
        return [Sheet(sheet: plain, isSigned: false, values: [:])]
    }

    private static let advice = ["Vor das erste Blatt des Schriftstücks legen.", "Nach dem Scannen wiederverwenden."]

    private func sheet(
        _ code: String, _ rule: SeparationRule, values: [String: String], title: String, lines: [String]
    ) -> Sheet {
        let lines = lines + [profile.title.de] + Self.advice
        return Sheet(
            sheet: SeparatorSheet(title: title, lines: lines, patch: patch, code: code),
            isSigned: rule.isSigned == true, values: values)
    }

    /// The patch code of the first rule that begins a document with one; bars are found where a barcode is damaged.
    private var patch: PatchCode? {
        let patches = profile.separate.filter { ($0.begins ?? .document) == .document }.compactMap(\.condition.patch)
        return patches.contains(.transfer) ? .transfer : patches.first
    }

    /// The values with what they are called, from the register of the field that takes the separator's value.
    private func values(of group: String, _ wanted: [String]?) throws(CaptureError) -> [(String, String?)] {
        let names = profile.separate.flatMap { rule in rule.set.filter { $0.value == "${\(group)}" }.map(\.key) }
        let register = profile.index.first { field in
            field.register != nil && field.find.contains { finder in names.contains { finder == .given($0) } }
        }?.register
        let entries = register.flatMap { registers[$0]?.entries.values.sorted { $0.value < $1.value } } ?? []
        if let wanted {
            return wanted.map { value in
                let entry = entries.first { $0.value == value }
                return (value, entry?.title)
            }
        }
        guard !entries.isEmpty else { throw .noValues }
        return entries.map { ($0.value, $0.title) }
    }
}

/// The form of a code, taken from a pattern of plain characters and one named group, as `^TB-(?<office>\d{2})$`.
private struct CodeForm {
    let group: String?
    private let head: String
    private let tail: String
    private let pattern: Pattern

    init(_ expression: String, rule: String) throws(CaptureError) {
        pattern = try Pattern(expression)
        var text = expression[...]
        if text.first == "^" { text = text.dropFirst() }
        if text.last == "$" { text = text.dropLast() }
        if let start = text.firstRange(of: "(?"), let name = pattern.groupNames.first, pattern.groupNames.count == 1,
            let end = text.lastIndex(of: ")")
        {
            group = name
            head = Self.plain(text[..<start.lowerBound])
            tail = Self.plain(text[text.index(after: end)...])
        } else {
            group = nil
            head = Self.plain(text)
            tail = ""
        }
        guard group != nil || accepts(head) else { throw .notPrintable(rule) }
    }

    func text(_ value: String) -> String { head + value + tail }

    func accepts(_ text: String) -> Bool { pattern.wholeMatch(in: text) != nil }

    /// Escapes taken away; whether the rest was plain is told by `accepts`.
    private static func plain(_ text: Substring) -> String { text.filter { $0 != "\\" } }
}

extension SeparationRule.Condition {
    /// The pattern of the barcode by which a sheet is known.
    fileprivate var code: String? {
        switch self {
        case .barcode(let symbology, let matches):
            [nil, .code128, .qr].contains(symbology) ? matches : nil
        case .all(let parts), .any(let parts): parts.lazy.compactMap(\.code).first
        default: nil
        }
    }

    fileprivate var patch: PatchCode? {
        switch self {
        case .patch(let code): code
        case .all(let parts), .any(let parts): parts.lazy.compactMap(\.patch).first
        default: nil
        }
    }
}

extension Register.Entry {
    /// What people call it: its column `name`, or the first there is.
    fileprivate var title: String? { columns["name"] ?? columns.min { $0.key < $1.key }?.value }
}

extension CaptureError {
    fileprivate static let noSeparator = CaptureError(
        .badProfile, "no-separator",
        LocalizedText(
            de: "Das Profil arbeitet nicht mit Trennblättern.", en: "The profile does not work with separator sheets."),
        remedy: LocalizedText(
            de: "Bitte im Profil unter „separate“ einen Patchcode oder Barcode angeben.",
            en: "Please name a patch code or barcode under “separate” in the profile."))

    fileprivate static let noValues = CaptureError(
        .badProfile, "no-sheet-values",
        LocalizedText(
            de: "Es ist nicht bekannt, für welche Werte Trennblätter zu drucken sind.",
            en: "It is not known for which values sheets are to be printed."),
        remedy: LocalizedText(
            de: "Bitte Werte mit --office nennen oder dem Feld im Profil ein Verzeichnis geben.",
            en: "Please name values with --office, or give the field in the profile a register."))

    fileprivate static func notPrintable(_ rule: String) -> CaptureError {
        CaptureError(
            .badProfile, "sheet-not-printable",
            LocalizedText(
                de: "Zum Muster von \(rule) lässt sich mit diesem Wert kein passender Code drucken.",
                en: "No code that fits the pattern of \(rule) can be printed with this value."),
            remedy: LocalizedText(
                de: "Bitte das Muster als festen Text mit einer benannten Gruppe schreiben und den Wert prüfen.",
                en: "Please write the pattern as fixed text with one named group, and check the value."))
    }
}
