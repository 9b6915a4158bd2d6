// Expected against found: what a profile is worth on batches whose right outcome is known.

package import CaptureModel
import Pipeline

/// Tests a profile; reads, never writes.
package struct ProfileTest: Sendable {
    /// Thresholds that are tried besides the profile's own.
    package static let thresholds = [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99]

    private let profile: LoadedProfile
    private let clarifying: Set<String>
    private let tolerated: Int

    /// - Parameter clarifying: routes at whose end a person decides anyway; what goes there does not count as gone by
    ///   itself.
    /// - Parameter tolerated: so many documents may go wrong unseen before the test counts as failed.
    package init(_ profile: LoadedProfile, clarifying: Set<String> = [], tolerated: Int = 0) {
        self.profile = profile
        self.clarifying = clarifying
        self.tolerated = tolerated
    }

    package func report(on cases: [ProfileTestCase]) throws(CaptureError) -> ProfileTestReport {
        let own = profile.profile.review.below.value
        let separations = try separations(of: cases)
        var thresholds: [ThresholdResult] = []
        var documents: [DocumentVerdict] = []
        var boundaries = Score()
        for below in Set(Self.thresholds + [own]).sorted() {
            var sum = ThresholdResult(below: below, documents: 0, straight: 0, wrong: 0, misrouted: 0)
            for (test, separation) in zip(cases, separations) {
                let judge = BatchJudge(test, profile.profile, clarifying: clarifying)
                let found = try decisions(on: test, below: below).documents(separation, of: test.material)
                sum.add(judge.result(of: found, below: below))
                guard below == own else { continue }
                documents += judge.verdicts(on: found)
                boundaries.add(judge.boundaries(of: found))
            }
            thresholds.append(sum)
        }
        return ProfileTestReport(
            profile: profile.profile.name, version: profile.version, digest: profile.digest, documents: documents,
            types: Self.confusions(documents), fields: Self.scores(documents), boundaries: boundaries,
            thresholds: thresholds,
            result: thresholds.first { $0.below == own }
                ?? ThresholdResult(below: own, documents: 0, straight: 0, wrong: 0, misrouted: 0),
            tolerated: tolerated)
    }

    /// Where documents begin does not depend on the threshold.
    private func separations(of cases: [ProfileTestCase]) throws(CaptureError) -> [Separation] {
        let own = profile.profile.review.below.value
        var separations: [Separation] = []
        for test in cases { separations.append(try decisions(on: test, below: own).separation(of: test.material)) }
        return separations
    }

    private func decisions(on test: ProfileTestCase, below: Double) throws(CaptureError) -> BatchDecisions {
        var changed = profile
        changed.profile.review.below = Confidence(below)
        return try BatchDecisions(changed, channel: test.material.channel)
    }

    private static func confusions(_ documents: [DocumentVerdict]) -> [Confusion] {
        var counts: [String: [String?: Int]] = [:]
        for document in documents where ![.notFound, .lost].contains(document.outcome) {
            guard let expected = document.type.expected else { continue }
            counts[expected, default: [:]][document.type.found, default: 0] += 1
        }
        return counts.flatMap { expected, found in
            found.map { Confusion(expected: expected, found: $0.key, count: $0.value) }
        }.sorted { ($0.expected, $0.found ?? "") < ($1.expected, $1.found ?? "") }
    }

    private static func scores(_ documents: [DocumentVerdict]) -> [FieldScore] {
        var scores: [String: Score] = [:]
        for (name, value) in documents.flatMap(\.fields) {
            scores[name, default: Score()].add(value)
        }
        return scores.map { FieldScore(name: $0.key, score: $0.value) }.sorted { $0.name < $1.name }
    }
}

extension Score {
    mutating func add(_ other: Score) {
        right += other.right
        wrong += other.wrong
        missed += other.missed
    }

    /// A wrong value is also one that was not found.
    mutating func add(_ value: DocumentVerdict.Value) {
        if value.isRight { return right += 1 }
        if value.found != nil { wrong += 1 }
        if value.expected != nil { missed += 1 }
    }
}

extension ThresholdResult {
    fileprivate mutating func add(_ other: ThresholdResult) {
        documents += other.documents
        straight += other.straight
        wrong += other.wrong
        misrouted += other.misrouted
    }
}
