import CaptureModel
import Patterns

/// What a finder takes for a value: what its pattern finds, or all there is where it has none.
struct ValuePattern: Sendable {
    private let pattern: Pattern?
    /// Slips of the reader are folded away in a second search: dashes and spaces, and where a check digit, a calendar or
    /// a register can tell, look-alikes too.
    private let folds: (marks: Bool, confusables: Bool)

    /// A value in a text, in bytes, and where the pattern's match began.
    struct Hit {
        let raw: String
        let range: Range<Int>
        let matchStart: Int
    }

    init(_ expression: String?, of rule: FieldRule) throws(CaptureError) {
        if let expression { pattern = try Pattern(expression) } else { pattern = nil }
        let isChecked = rule.register != nil || (rule.format != .text && rule.format != .fileReference)
        folds = (rule.format != .text || rule.register != nil, isChecked)
    }

    /// The value in a barcode's whole text.
    func value(of barcode: Barcode) -> String? {
        guard let pattern else { return barcode.text }
        return pattern.wholeMatch(in: barcode.text).flatMap { $0[$0.valueGroup] }
    }

    /// What the pattern finds in `text` as it was read, or where there is nothing, with the reader's slips folded away.
    func values(in text: String, limit: Int) -> [Hit] {
        let plain = hits(in: text, limit)
        guard plain.isEmpty, folds.marks, pattern != nil else { return plain }
        let folded = SearchText(folding: text, confusables: folds.confusables)
        guard folded.text != text else { return plain }
        return hits(in: folded.text, limit).map { hit in
            let range = folded.sourceRange(hit.range)
            let start = folded.sourceRange(hit.matchStart..<hit.range.upperBound).lowerBound
            return Hit(raw: text.bytes(range), range: range, matchStart: start)
        }
    }

    private func hits(in text: String, _ limit: Int) -> [Hit] {
        guard let pattern else {
            return text.isEmpty ? [] : [Hit(raw: text, range: 0..<text.utf8.count, matchStart: 0)]
        }
        return pattern.allMatches(in: text, limit: limit).compactMap { match in
            match.range(of: match.valueGroup).map { range in
                Hit(raw: text.bytes(range), range: range, matchStart: match.range.lowerBound)
            }
        }
    }
}

extension String {
    /// Bytes of the text as a text; what would cut a character in two is replaced.
    func bytes(_ range: Range<Int>) -> String {
        String(decoding: utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
    }
}
