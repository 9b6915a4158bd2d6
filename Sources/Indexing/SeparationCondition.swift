import CaptureModel
import Patterns

/// A condition of a separation rule, ready to be asked.
indirect enum SeparationCondition: Sendable {
    case patch(PatchCode)
    case barcode(Symbology?, Pattern)
    case blank
    case count(Int)
    case words(CompiledCondition, id: String)
    case pattern(Pattern, id: String)
    case paper(PaperColor)
    case change(SeparationValue, id: String)
    case content(above: Double)
    case all([SeparationCondition])
    case any([SeparationCondition])

    init(_ condition: SeparationRule.Condition, id: String) throws(CaptureError) {
        switch condition {
        case .patch(let code): self = .patch(code)
        case .barcode(let symbology, let matches): self = .barcode(symbology, try Pattern(matches))
        case .blank: self = .blank
        case .count(let pages): self = .count(pages)
        case .text(let text): self = .words(try CompiledCondition(.text(text), id: id), id: id)
        case .heading(let text): self = .words(try CompiledCondition(.heading(text), id: id), id: id)
        case .pattern(let matches): self = .pattern(try Pattern(matches), id: id)
        case .paper(let color): self = .paper(color)
        case .change(let value): self = .change(try SeparationValue(value), id: id)
        case .content(let above): self = .content(above: above)
        case .all(let parts): self = .all(try Self.compiled(parts, id + ".all"))
        case .any(let parts): self = .any(try Self.compiled(parts, id + ".any"))
        }
    }

    private static func compiled(
        _ parts: [SeparationRule.Condition], _ id: String
    ) throws(CaptureError) -> [SeparationCondition] {
        var compiled: [SeparationCondition] = []
        for (index, part) in parts.enumerated() {
            compiled.append(try SeparationCondition(part, id: "\(id)[\(index)]"))
        }
        return compiled
    }

    /// The conditions without `all` and `any`.
    private var leaves: [SeparationCondition] {
        switch self {
        case .all(let parts), .any(let parts): parts.flatMap(\.leaves)
        default: [self]
        }
    }

    var needsText: Bool {
        leaves.contains { (part: SeparationCondition) -> Bool in
            switch part {
            case .words, .pattern: true
            case .change(let value, _): value.needsText
            default: false
            }
        }
    }

    var needsSigns: Bool {
        leaves.contains { (part: SeparationCondition) -> Bool in if case .content = part { true } else { false } }
    }

    var groupNames: [String] {
        leaves.flatMap { (part: SeparationCondition) -> [String] in
            switch part {
            case .barcode(_, let pattern), .pattern(let pattern, _): pattern.groupNames
            default: []
            }
        }
    }

    /// Finds what this asks of the page's text.
    func read(_ page: ReadPage, into reading: inout PageReading) {
        for part in leaves {
            switch part {
            case .words(let words, let id):
                guard let found = words.evidence(in: ReadDocument(pages: [page])) else { continue }
                reading.found[id] = PageReading.Found(box: found.reason.box)
            case .pattern(let pattern, let id):
                guard let match = pattern.firstMatch(in: page.text.text) else { continue }
                reading.found[id] = PageReading.Found(
                    box: page.evidence(page.text.words(in: match.range)).box, groups: match.groups(of: pattern))
            case .change(.pattern(let pattern), let id):
                guard let value = pattern.firstMatch(in: page.text.text)?.value else { continue }
                reading.found[id] = PageReading.Found(value: value)
            default: continue
            }
        }
    }

    /// The values that `change` conditions compare, by their ids.
    func values(of side: SheetSide, into values: inout [String: String]) {
        for case .change(let value, let id) in leaves { values[id] = value.read(side, id) }
    }
}

/// A value that pages are compared by.
enum SeparationValue: Sendable {
    case barcode(Symbology?, Pattern)
    case pattern(Pattern)

    init(_ value: SeparationRule.Value) throws(CaptureError) {
        switch value {
        case .barcode(let symbology, let matches): self = .barcode(symbology, try Pattern(matches))
        case .pattern(let matches): self = .pattern(try Pattern(matches))
        }
    }

    var needsText: Bool { if case .pattern = self { true } else { false } }

    /// What the page says, blanks left out, since recognition sets them at will.
    func read(_ side: SheetSide, _ id: String) -> String? {
        let value: String? =
            switch self {
            case .pattern: side.reading?.found[id]?.value
            case .barcode(let symbology, let pattern):
                side.page.barcodes.lazy.filter { symbology == nil || symbology == $0.symbology }
                    .compactMap { pattern.wholeMatch(in: $0.text)?.value }.first
            }
        return value.map { $0.filter { !$0.isWhitespace } }
    }
}

extension PatternMatch {
    /// The first group, or the whole match where the pattern has none.
    fileprivate var value: String? { self[valueGroup] }

    /// The named groups that took part.
    func groups(of pattern: Pattern) -> [String: String] {
        var groups: [String: String] = [:]
        for name in pattern.groupNames { groups[name] = self[name] }
        return groups
    }
}
