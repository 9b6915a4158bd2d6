// What kind of document it is: the profile's rules first, and what was learned beside them.
//
// Method: the rule with the strongest evidence names the type. A learned verdict that agrees raises the confidence, one
// that contradicts lowers it, each by the odds of two independent witnesses; where a contradiction leaves doubt, a person
// decides, and is proposed what was learned. A type that is a kind of another does not contradict it: it is meant where
// both fit, and where a rule names the general one and what was learned is sure of its kind.
// Where no rule holds, the learned verdict stands alone. A type of the profile that is not learned may still
// contradict: the model knows what it is not.

import CaptureModel
import Learning

/// Names a document's type by the rules of a profile and by what was learned.
struct TypeClassifier: Sendable {
    private let rules: [CompiledTypeRule]
    private let hasTypes: Bool
    private let learnedTypes: Set<String>
    private let kinds: TypeKinds
    /// From this confidence on nobody needs to look.
    private let sureFrom: Confidence

    /// A type with all that speaks for it.
    struct Verdict {
        var type: String?
        var confidence = Confidence.none
        var why: [Reason] = []
        var findings: [Finding] = []
    }

    init(_ rules: [TypeRule], sureFrom: Confidence) throws(CaptureError) {
        var compiled: [CompiledTypeRule] = []
        for (index, rule) in rules.enumerated() { compiled.append(try CompiledTypeRule(rule, index)) }
        self.rules = compiled
        hasTypes = !rules.isEmpty
        learnedTypes = Set(rules.filter(\.isLearned).map(\.type))
        kinds = TypeKinds(rules)
        self.sureFrom = sureFrom
    }

    /// What rules and learning say together; `learned` is nil where nothing was learned or the pages have no text.
    func verdict(on document: ReadDocument, learned: LearnedVerdict?) -> Verdict {
        let candidates = rules.compactMap { $0.candidate(in: document) }
        let learned = learnedTypes.isEmpty ? nil : learned
        guard let best = best(of: candidates, learned) else { return alone(learned, document) }
        var verdict = Verdict(
            type: best.type, confidence: Confidence(best.evidence.confidence), why: best.reasons)
        if let learned {
            if isSureKind(learned, of: best.type, document) { return narrowed(learned, best) }
            weigh(learned, into: &verdict, best.evidence.strength)
        }
        if let rival = candidates.first(where: { isRival($0, of: best) }), learned?.settles(best.type, sureFrom) != true
        {
            verdict.findings.append(.ambiguousType(best.type, rival.type))
            verdict.why += rival.reasons
        }
        return verdict
    }

    /// The strongest; among equals the one a sure learned verdict names, else the first in the profile's order.
    private func best(of candidates: [TypeCandidate], _ learned: LearnedVerdict?) -> TypeCandidate? {
        let strongest = candidates.max { isWeaker($0, than: $1) }
        guard let strongest, let learned, learned.confidence >= sureFrom else { return strongest }
        return candidates.first { $0.type == learned.type && isRival($0, of: strongest) } ?? strongest
    }

    // MARK: Learning

    /// What was learned is sure of a kind of what the rule says, and may be it.
    private func isSureKind(_ learned: LearnedVerdict, of general: String, _ document: ReadDocument) -> Bool {
        learned.confidence >= sureFrom && kinds.isKind(learned.type, of: general) && isAllowed(learned, document)
    }

    private func narrowed(_ learned: LearnedVerdict, _ rule: TypeCandidate) -> Verdict {
        Verdict(type: learned.type, confidence: learned.confidence, why: learned.why + rule.reasons)
    }

    private func isAllowed(_ learned: LearnedVerdict, _ document: ReadDocument) -> Bool {
        learnedTypes.contains(learned.type) && !isExcluded(learned.type, document)
    }

    /// No rule held: a likely learned type is proposed, a sure one decides.
    private func alone(_ learned: LearnedVerdict?, _ document: ReadDocument) -> Verdict {
        guard let learned else { return Verdict(findings: hasTypes ? [.unknownType] : []) }
        guard isAllowed(learned, document), learned.confidence >= Self.proposedFrom else {
            return Verdict(why: learned.why, findings: [.unknownType])
        }
        return Verdict(type: learned.type, confidence: learned.confidence, why: learned.why)
    }

    /// Less likely than not is no objection to a rule.
    private static let objectsFrom = Confidence(0.5)

    /// What a person is asked about anyway may be proposed earlier: of 218 verdicts below a half on layouts never seen
    /// 157 were right, of those where no rule held 5 of 8, and one that is wrong costs no more than choosing.
    private static let proposedFrom = Confidence(0.05)

    /// A condition of `none` holds in every rule of the type.
    private func isExcluded(_ type: String, _ document: ReadDocument) -> Bool {
        rules.filter { $0.type == type }.allSatisfy { $0.excludes(document) }
    }

    private func weigh(_ learned: LearnedVerdict, into verdict: inout Verdict, _ strength: Evidence.Strength) {
        let ruled = verdict.confidence.value
        let isAgreed = learned.type == verdict.type
        let other = isAgreed ? learned.confidence.value : 1 - learned.confidence.value
        let both = ruled * other / max(ruled * other + (1 - ruled) * (1 - other), 1e-9)
        verdict.confidence = Confidence(isAgreed ? max(ruled, both) : min(ruled, both))
        if isAgreed || learned.confidence >= Self.objectsFrom { verdict.why += learned.why }
        guard !isAgreed, let type = verdict.type, Confidence(ruled) >= sureFrom, verdict.confidence < sureFrom else {
            return
        }
        verdict.findings.append(.typeConflict(type, learned.type))
        // A person is shown first what was learned: of 18 contradictions on mail in words that no rule was made for, the
        // rule was right in one. A barcode or an invoice's data are no matter of words.
        if strength < .barcode, learned.confidence >= Self.objectsFrom, learnedTypes.contains(learned.type) {
            verdict.type = learned.type
        }
    }

    /// `max(by:)` keeps the last of equals, so equals count as weaker when they come later in the profile.
    private func isWeaker(_ left: TypeCandidate, than right: TypeCandidate) -> Bool {
        if left.evidence.strength != right.evidence.strength { return left.evidence.strength < right.evidence.strength }
        if kinds.isKind(left.type, of: right.type) { return false }
        if kinds.isKind(right.type, of: left.type) { return true }
        if left.evidence.contains(right.evidence) { return false }
        if right.evidence.contains(left.evidence) { return true }
        return left.order > right.order
    }

    private func isRival(_ candidate: TypeCandidate, of best: TypeCandidate) -> Bool {
        candidate.type != best.type && candidate.evidence.strength == best.evidence.strength
            && !best.evidence.contains(candidate.evidence) && !kinds.isKind(best.type, of: candidate.type)
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
    let type: String
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
        guard !(any.isEmpty && all.isEmpty), !excludes(document) else { return nil }
        var needed = all.map { $0.evidence(in: document) }
        if !any.isEmpty { needed.append(supported(any.compactMap { $0.evidence(in: document) })) }
        let found = needed.compactMap { $0 }
        guard found.count == needed.count, var evidence = strongest(found) else { return nil }
        evidence.confidence = found.map(\.confidence).min() ?? 0
        return TypeCandidate(type: type, order: order, evidence: evidence, reasons: found.map(\.reason))
    }

    /// One of the conditions holds that must not.
    func excludes(_ document: ReadDocument) -> Bool { none.contains { $0.evidence(in: document) != nil } }

    /// The strongest, as sure as the surest: a misread heading is no reason to doubt what is well read below it.
    private func supported(_ evidence: [Evidence]) -> Evidence? {
        guard var strongest = strongest(evidence) else { return nil }
        strongest.confidence = evidence.map(\.confidence).max() ?? strongest.confidence
        return strongest
    }

    private func strongest(_ evidence: [Evidence]) -> Evidence? {
        evidence.max { ($0.strength, $0.confidence) < ($1.strength, $1.confidence) }
    }
}

extension LearnedVerdict {
    /// Sure, and for this type.
    fileprivate func settles(_ type: String, _ sureFrom: Confidence) -> Bool {
        self.type == type && confidence >= sureFrom
    }
}

extension Finding {
    fileprivate static func typeConflict(_ type: String, _ learned: String) -> Finding {
        Finding(
            "type-conflict",
            LocalizedText(
                de: "Die Regel sagt „\(type)“, gelernt wurde aber „\(learned)“. Bitte prüfen.",
                en: "The rule says “\(type)”, but what was learned says “\(learned)”. Please check."))
    }

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
