// Compares what a profile made of a batch with what was expected.
//
// A found document is matched with the expected one that has exactly its pages, blank ones left out; types and fields
// are judged of these alone, and a document without a match counts its fields as missed. Samples taken for quality
// control count as gone by themselves: the machine was sure.

import CaptureModel
import Pipeline

struct BatchJudge {
    private let batch: String
    private let profile: Profile
    private let expected: ExpectedBatch
    /// Routes at whose end a person decides anyway.
    private let clarifying: Set<String>

    init(_ test: ProfileTestCase, _ profile: Profile, clarifying: Set<String>) {
        batch = test.name
        expected = test.expected
        self.profile = profile
        self.clarifying = clarifying
    }

    /// One verdict for each expected document, in order.
    func verdicts(on found: [IndexedDocument]) -> [DocumentVerdict] {
        let byPages = Dictionary(found.map { (content($0), $0) }) { first, _ in first }
        let held = Set(found.flatMap(\.pages))
        return expected.documents.map { wanted in
            var verdict = verdict(wanted, byPages[wanted.pages])
            if held.isDisjoint(with: wanted.pages) { verdict.outcome = .lost }
            return verdict
        }
    }

    func boundaries(of found: [IndexedDocument]) -> Score {
        let begin = expected.documents.compactMap(\.pages.first).min() ?? 0
        let wanted = Set(expected.documents.compactMap(\.pages.first)).subtracting([begin])
        let starts = Set(found.compactMap { content($0).first }).filter { $0 > begin }
        var score = Score()
        score.right = wanted.intersection(starts).count
        score.wrong = starts.subtracting(wanted).count
        score.missed = wanted.subtracting(starts).count
        return score
    }

    func result(of found: [IndexedDocument], below: Double) -> ThresholdResult {
        var result = ThresholdResult(below: below, documents: found.count, straight: 0, wrong: 0, misrouted: 0)
        let whole = Dictionary(expected.documents.map { ($0.pages, $0) }) { first, _ in first }
        for document in found where isUnseen(document) {
            result.straight += 1
            let owners = expected.documents.filter { !Set($0.pages).isDisjoint(with: document.pages) }
            let isMisrouted = owners.isEmpty || owners.contains { $0.route != nil && $0.route != document.route }
            if isMisrouted { result.misrouted += 1 }
            let match = whole[content(document)]
            if isMisrouted || match.map({ !verdict($0, document).isAllRight }) ?? true { result.wrong += 1 }
        }
        return result
    }

    private func verdict(_ wanted: ExpectedBatch.Document, _ found: IndexedDocument?) -> DocumentVerdict {
        var verdict = DocumentVerdict(
            batch: batch, pages: wanted.pages, outcome: .notFound, type: .init(expected: wanted.type),
            route: .init(expected: wanted.route), fields: wanted.fields.mapValues { .init(expected: $0.value) },
            findings: [])
        guard let found else { return verdict }
        verdict.type = .init(expected: wanted.type, found: found.type, confidence: found.typeConfidence)
        verdict.route.found = found.route
        verdict.findings = found.findings.map(\.code)
        // A required field that nobody expects is a value made up.
        let required = profile.index.filter { $0.required && found.fields[$0.name] != nil }.map(\.name)
        for name in Set(wanted.fields.keys).union(required) {
            let value = found.fields[name]
            verdict.fields[name] = .init(
                expected: wanted.fields[name]?.value, found: value?.value, confidence: value?.confidence)
        }
        verdict.outcome = !isUnseen(found) ? .review : verdict.isAllRight ? .right : .wrong
        return verdict
    }

    private func content(_ document: IndexedDocument) -> [Int] {
        document.pages.filter { expected.pages.indices.contains($0) && expected.pages[$0].role == .content }
    }

    private func isUnseen(_ document: IndexedDocument) -> Bool {
        if let route = document.route, clarifying.contains(route) { return false }
        return !document.needsReview || document.findings.contains { $0.code == "sample" }
    }
}

extension DocumentVerdict {
    /// Where nothing is expected nothing can be wrong, but for fields.
    fileprivate var isAllRight: Bool {
        (type.expected == nil || type.isRight) && (route.expected == nil || route.isRight)
            && fields.values.allSatisfy(\.isRight)
    }
}
