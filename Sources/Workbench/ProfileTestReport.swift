package import CaptureModel

/// What a profile made of batches whose right outcome is known.
package struct ProfileTestReport: Sendable, Hashable, Codable {
    package var profile: String
    package var version: String
    /// SHA-256 of the profile's text: whose report this is.
    package var digest: String
    package var documents: [DocumentVerdict]
    package var types: [Confusion]
    package var fields: [FieldScore]
    /// First pages of documents, but for those of the batches.
    package var boundaries: Score
    package var thresholds: [ThresholdResult]
    /// What the profile does with the threshold it has.
    package var result: ThresholdResult

    /// How many documents may go wrong unseen; 0 unless an admin says otherwise.
    package var tolerated: Int

    /// Nothing goes wrong unseen beyond what is tolerated, and nothing is lost.
    package var isPassed: Bool {
        !documents.isEmpty && result.wrong <= tolerated && !documents.contains { $0.outcome == .lost }
    }
}

/// How one expected document (Schriftstück) came out.
package struct DocumentVerdict: Sendable, Hashable, Codable {
    package enum Outcome: String, Sendable, Codable {
        /// Goes by itself and everything told about it is right.
        case right
        /// A person looks.
        case review
        /// Goes by itself with something wrong.
        case wrong
        /// No document has exactly its pages.
        case notFound
        /// No document has any of its pages.
        case lost
    }

    package struct Value: Sendable, Hashable, Codable {
        package var expected: String?
        package var found: String?
        package var confidence: Confidence?

        package var isRight: Bool { expected == found }
    }

    package var batch: String
    /// Numbers inside the batch, from 0.
    package var pages: [Int]
    package var outcome: Outcome
    package var type: Value
    package var route: Value
    package var fields: [String: Value]
    /// Why a person looks, as codes of findings.
    package var findings: [String]
}

/// How often documents of one type were taken for another.
package struct Confusion: Sendable, Hashable, Codable {
    package var expected: String
    /// nil where no type was recognized.
    package var found: String?
    package var count: Int
}

/// Counts of right, wrong and missed.
package struct Score: Sendable, Hashable, Codable {
    package var right = 0
    package var wrong = 0
    package var missed = 0

    package init() {}

    /// Share of what was found that is right, 0...1; 1 where nothing was found.
    package var precision: Double { right + wrong == 0 ? 1 : Double(right) / Double(right + wrong) }
    /// Share of what was there that was found, 0...1; 1 where nothing was there.
    package var recall: Double { right + missed == 0 ? 1 : Double(right) / Double(right + missed) }
    /// Harmonic mean of both.
    package var f1: Double {
        let all = 2 * right + wrong + missed
        return all == 0 ? 1 : Double(2 * right) / Double(all)
    }
}

package struct FieldScore: Sendable, Hashable, Codable {
    package var name: String
    package var score: Score
}

/// What would go without a person's look if the profile's threshold (`review.below`) were this.
package struct ThresholdResult: Sendable, Hashable, Codable {
    package var below: Double
    /// Documents the machine made.
    package var documents: Int
    /// Those that no person sees.
    package var straight: Int
    /// Those of them with something wrong: pages, type, a field or the way.
    package var wrong: Int
    /// Those of them that went the wrong way, or hold pages of another's mail.
    package var misrouted: Int

    package var straightRate: Double { documents == 0 ? 0 : Double(straight) / Double(documents) }
    /// Share of the unseen that are wrong.
    package var errorRate: Double { straight == 0 ? 0 : Double(wrong) / Double(straight) }
}
