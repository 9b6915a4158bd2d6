// The business terms of EN 16931 in the two syntaxes it allows, and in ZUGFeRD 1.0, which came before it.
//
// UN/CEFACT Cross Industry Invoice as CEN/TS 16931-3-3 binds it, UBL as CEN/TS 16931-3-2 does. ZUGFeRD 1.0 has the
// elements of the former under other names; both names stand in the path. Terms inside lines (BT-126 and on) are not
// taken: documents are filed by what stands in the head.

package import CaptureModel
package import Foundation

extension ElectronicInvoice {
    /// Reads an invoice from the bytes of its file; nil where it is none.
    package static func reading(_ bytes: Data) -> ElectronicInvoice? {
        MarkupReader.read(bytes).flatMap { ElectronicInvoice($0) }
    }

    /// Reads an invoice; nil where the XML is of another kind, or has neither number nor date nor sum.
    init?(_ root: MarkupElement) {
        let rules: [Rule]
        switch root.name {
        case "CrossIndustryInvoice", "CrossIndustryDocument": rules = Self.crossIndustry
        case "Invoice", "CreditNote": rules = Self.universal(root)
        default: return nil
        }
        var terms: [String: String] = [:]
        for rule in rules where terms[rule.term] == nil { terms[rule.term] = rule.value(in: root) }
        guard terms.keys.contains(where: ["BT-1", "BT-2", "BT-112", "BT-115"].contains) else { return nil }
        let specification = terms.removeValue(forKey: "BT-24")
        self.init(specification: specification ?? root.name, terms: terms)
    }

    /// Where a term stands.
    struct Rule {
        enum Kind { case text, date, amount }

        let term: String
        let path: String
        var kind = Kind.text
        /// The attribute of the element, or element below it, that tells it from its like.
        var isMeant: @Sendable (MarkupElement) -> Bool = { _ in true }
        /// What is taken of the elements at `path`.
        var part = ""

        func value(in root: MarkupElement) -> String? {
            for element in root.all(path) where isMeant(element) {
                guard let text = part.isEmpty ? element.text : element.value(part), !text.isEmpty else { continue }
                switch kind {
                case .text: return text
                case .date: if let date = Self.date(text) { return date }
                case .amount: if Self.isAmount(text) { return text }
                }
            }
            return nil
        }

        /// ISO 8601 from `20260203`, `2026-02-03` or a point in time on that day.
        private static func date(_ text: String) -> String? {
            let digits = text.prefix { $0 != "T" }.filter(\.isASCIIDigit)
            guard digits.count == 8, text.count < 30 else { return nil }
            let (month, day) = (digits.dropFirst(4).prefix(2), digits.suffix(2))
            guard (1...12).contains(Int(month) ?? 0), (1...31).contains(Int(day) ?? 0) else { return nil }
            return "\(digits.prefix(4))-\(month)-\(day)"
        }

        /// Digits with a point, as XML Schema writes decimals.
        private static func isAmount(_ text: String) -> Bool {
            text.utf8.count <= 30 && text.contains(where: \.isASCIIDigit)
                && text.allSatisfy { $0.isASCIIDigit || ".-+".contains($0) } && Double(text) != nil
        }
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
