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
        var results: [ThresholdResult] = []
        for below in Set(Self.thresholds + [own]).sorted() { results.append(try result(cases, below: below)) }
        var documents: [DocumentVerdict] = []
        var boundaries = Score()
        for (test, found) in zip(cases, try decided(cases, below: own)) {
            let judge = judge(test)
            documents += judge.verdicts(on: found)
            boundaries.add(judge.boundaries(of: found))
        }
        let result =
            results.first { $0.below == own }
            ?? ThresholdResult(below: own, documents: 0, straight: 0, wrong: 0, misrouted: 0)
        return ProfileTestReport(
            profile: profile.profile.name, version: profile.version, digest: profile.digest,
            documents: documents, types: Self.confusions(documents), fields: Self.scores(documents),
            boundaries: boundaries, thresholds: results, result: result, tolerated: tolerated)
    }

    private func result(_ cases: [ProfileTestCase], below: Double) throws(CaptureError) -> ThresholdResult {
        var sum = ThresholdResult(below: below, documents: 0, straight: 0, wrong: 0, misrouted: 0)
        for (test, found) in zip(cases, try decided(cases, below: below)) {
            let result = judge(test).result(of: found, below: below)
            sum.documents += result.documents
            sum.straight += result.straight
            sum.wrong += result.wrong
            sum.misrouted += result.misrouted
        }
        return sum
    }

    private func judge(_ test: ProfileTestCase) -> BatchJudge {
        BatchJudge(test, profile.profile, clarifying: clarifying)
    }

    /// The documents of each batch, as the profile decides with this threshold.
    private func decided(
        _ cases: [ProfileTestCase], below: Double
    ) throws(CaptureError) -> [[IndexedDocument]] {
        var changed = profile
        changed.profile.review.below = Confidence(below)
        var documents: [[IndexedDocument]] = []
        for test in cases {
            let decisions = try BatchDecisions(changed, channel: test.material.channel)
            let separation = try decisions.separation(of: test.material)
            documents.append(try decisions.documents(separation, of: test.material))
        }
        return documents
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
