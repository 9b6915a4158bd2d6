import CaptureModel

/// What kind of document it is, by the rules of a profile.
struct TypeClassifier: Sendable {
    private let rules: [CompiledTypeRule]

    /// A type with all that speaks for it.
    struct Verdict {
        var type: String?
        var confidence = Confidence.none
        var why: [Reason] = []
        var findings: [Finding] = []
    }

    init(_ rules: [TypeRule]) throws(CaptureError) {
        var compiled: [CompiledTypeRule] = []
        for (index, rule) in rules.enumerated() { compiled.append(try CompiledTypeRule(rule, index)) }
        self.rules = compiled
    }

    /// The type with the strongest evidence; the first in the profile's order among equals, which is then a finding.
    func verdict(on document: ReadDocument) -> Verdict {
        let candidates = rules.compactMap { $0.candidate(in: document) }
        guard let best = candidates.max(by: { isWeaker($0, than: $1) }) else {
            return Verdict(findings: rules.isEmpty ? [] : [.unknownType])
        }
        var verdict = Verdict(
            type: best.type, confidence: Confidence(best.evidence.confidence), why: best.reasons)
        if let rival = candidates.first(where: { isRival($0, of: best) }) {
            verdict.findings.append(.ambiguousType(best.type, rival.type))
            verdict.why += rival.reasons
        }
        return verdict
    }

    /// `max(by:)` keeps the last of equals, so equals count as weaker when they come later in the profile.
    private func isWeaker(_ left: TypeCandidate, than right: TypeCandidate) -> Bool {
        if left.evidence.strength != right.evidence.strength { return left.evidence.strength < right.evidence.strength }
        if left.evidence.contains(right.evidence) { return false }
        if right.evidence.contains(left.evidence) { return true }
        return left.order > right.order
    }

    private func isRival(_ candidate: TypeCandidate, of best: TypeCandidate) -> Bool {
        candidate.type != best.type && candidate.evidence.strength == best.evidence.strength
            && !best.evidence.contains(candidate.evidence)
    }
}

/// A rule that held.
private struct TypeCandidate {
    let type: String
    let order: Int
    /// The strongest evidence; its confidence is that of the weakest condition that had to hold.
    let evidence: Evidence
    let reasons: [Reason]
}

private struct CompiledTypeRule: Sendable {
    private let type: String
    private let order: Int
    private let any: [CompiledCondition]
    private let all: [CompiledCondition]
    private let none: [CompiledCondition]

    init(_ rule: TypeRule, _ index: Int) throws(CaptureError) {
        type = rule.type
        order = index
        any = try Self.compiled(rule.any, "types[\(index)].any")
        all = try Self.compiled(rule.all, "types[\(index)].all")
        none = try Self.compiled(rule.none, "types[\(index)].none")
    }

    private static func compiled(
        _ conditions: [TypeRule.Condition], _ id: String
    ) throws(CaptureError) -> [CompiledCondition] {
        var compiled: [CompiledCondition] = []
        for (index, condition) in conditions.enumerated() {
            compiled.append(try CompiledCondition(condition, id: "\(id)[\(index)]"))
        }
        return compiled
    }

    func candidate(in document: ReadDocument) -> TypeCandidate? {
        guard none.allSatisfy({ $0.evidence(in: document) == nil }) else { return nil }
        var needed = all.map { $0.evidence(in: document) }
        if !any.isEmpty { needed.append(strongest(any.compactMap { $0.evidence(in: document) })) }
        let found = needed.compactMap { $0 }
        guard found.count == needed.count, var evidence = strongest(found) else { return nil }
        evidence.confidence = found.map(\.confidence).min() ?? 0
        return TypeCandidate(type: type, order: order, evidence: evidence, reasons: found.map(\.reason))
    }

    private func strongest(_ evidence: [Evidence]) -> Evidence? {
        evidence.max { ($0.strength, $0.confidence) < ($1.strength, $1.confidence) }
    }
}

extension Finding {
    fileprivate static let unknownType = Finding(
        "unknown-type",
        LocalizedText(
            de: "Die Dokumentart wurde nicht erkannt. Bitte wählen.",
            en: "The document type was not recognized. Please choose it."))

    fileprivate static func ambiguousType(_ type: String, _ rival: String) -> Finding {
        Finding(
            "ambiguous-type",
            LocalizedText(
                de: "Zwei Dokumentarten passen gleich gut: \(type) und \(rival). Bitte prüfen.",
                en: "Two document types fit equally well: \(type) and \(rival). Please check."))
    }
}
