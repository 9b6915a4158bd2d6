// Rules in the profile's own notation, in one fixed form: what a comparison shows of them.

import CaptureModel

extension SeparationRule {
    var notation: String {
        let values = set.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
        let parts = [
            condition.notation, "sheet: \(sheet.rawValue)", values.isEmpty ? "" : "set: {\(values)}",
            begins.map { "begins: \($0.rawValue)" } ?? "", resets == true ? "reset: true" : "",
            isSigned == true ? "signed: true" : "", isForUnseparated == true ? "unseparated: true" : "",
        ]
        return "{" + parts.filter { !$0.isEmpty }.joined(separator: ", ") + "}"
    }
}

extension SeparationRule.Condition {
    fileprivate var notation: String {
        switch self {
        case .patch(let code): "patch: \(code.rawValue)"
        case .barcode(let symbology, let matches): Notation.barcode(symbology, matches)
        case .blank: "blank: true"
        case .count(let pages): "count: \(pages)"
        case .text(let text): "text: \(text)"
        case .heading(let text): "heading: \(text)"
        case .pattern(let text): "pattern: '\(text)'"
        case .paper(let color): "paper: \(color.rawValue)"
        case .change(.barcode(let symbology, let matches)): "change: {\(Notation.barcode(symbology, matches))}"
        case .change(.pattern(let text)): "change: {pattern: '\(text)'}"
        case .content(let above): "content: first-page, above: \(above)"
        case .all(let parts): "all: [\(parts.map { "{\($0.notation)}" }.joined(separator: ", "))]"
        case .any(let parts): "any: [\(parts.map { "{\($0.notation)}" }.joined(separator: ", "))]"
        }
    }
}

extension TypeRule.Condition {
    var notation: String {
        switch self {
        case .text(let text): "text: \(text)"
        case .heading(let text): "heading: \(text)"
        case .pattern(let text): "pattern: '\(text)'"
        case .barcode(let symbology, let matches): Notation.barcode(symbology, matches)
        case .sender(let text): "sender: \(text)"
        case .zone(let zone, let matches): Notation.zone(zone, matches)
        case .paper(let color): "paper: \(color.rawValue)"
        case .pages(let counts): "pages: \(counts.lowerBound)-\(counts.upperBound)"
        case .invoice: "invoice: true"
        }
    }
}

extension FieldRule.Finder {
    var notation: String {
        switch self {
        case .barcode(let symbology, let matches): Notation.barcode(symbology, matches)
        case .near(let labels, let matches): "near: [\(labels.joined(separator: ", "))], matches: '\(matches)'"
        case .pattern(let text): "pattern: '\(text)'"
        case .given(let name): "given: \(name)"
        case .zone(let zone, let matches): Notation.zone(zone, matches)
        case .letter(let part, let matches): "letter: \(part.rawValue)" + Notation.matches(matches)
        case .invoice(let term): "invoice: \(term)"
        case .checkBox(let labels, let zone):
            zone.map { "checkBox: {\(Notation.zone($0, nil))}" } ?? "checkBox: [\(labels.joined(separator: ", "))]"
        }
    }
}

extension CheckRule {
    var notation: String {
        switch self {
        case .same(let names): "same: [\(names.joined(separator: ", "))]"
        case .sum(let parts, let total): "sum: [\(parts.joined(separator: ", "))], of: \(total)"
        case .notAfter(let names): "notAfter: [\(names.joined(separator: ", "))]"
        }
    }
}

extension RouteRule {
    var notation: String {
        guard !when.isEmpty else { return "otherwise: \(to)" }
        let asked = when.sorted { $0.key < $1.key }.map { "\($0.key): '\($0.value)'" }.joined(separator: ", ")
        return "when: {\(asked)}, to: \(to)"
    }
}

private enum Notation {
    static func barcode(_ symbology: Symbology?, _ matches: String) -> String {
        "barcode: \(symbology?.rawValue ?? "any"), matches: '\(matches)'"
    }

    static func zone(_ zone: Zone, _ matches: String?) -> String {
        let anchor = zone.anchor.map { ", anchor: \($0)" } ?? ""
        return "zone: {x: \(zone.x), y: \(zone.y), width: \(zone.width), height: \(zone.height), "
            + "page: \(zone.page.rawValue)\(anchor)}" + self.matches(matches)
    }

    static func matches(_ text: String?) -> String { text.map { ", matches: '\($0)'" } ?? "" }
}
