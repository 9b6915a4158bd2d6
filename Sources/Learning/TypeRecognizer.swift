// Which of the learned types a document is, how sure that is, and why.
//
// Method: one logistic regression a type against all others, so that a document may be none of them; a cosine against
// the stored examples; and a calibration that turns both into the share of such verdicts that are right (VerdictSigns).

package import CaptureModel

/// A model made ready to judge documents; pure, the same document always gets the same verdict.
package struct TypeRecognizer: Sendable {
    package let model: TypeModel
    private let space: FeatureSpace
    private let examples: ExampleIndex

    package init(_ model: TypeModel) {
        self.model = model
        space = FeatureSpace(features: model.features, rarity: model.rarity, otherRarity: model.otherRarity)
        examples = ExampleIndex(model.examples, typeCount: model.types.count, featureCount: model.features.count)
    }

    /// nil where the pages have no text to tell by.
    package func verdict(on pages: [(number: Int, analysis: PageAnalysis)]) -> LearnedVerdict? {
        let features = DocumentFeatures(pages: pages)
        guard !features.isEmpty, let judgment = judge(space.vector(of: features)) else { return nil }
        let type = model.types[judgment.type]
        let confidence = Confidence(min(model.calibration.probability(judgment.signs), Self.cap(type.documents)))
        let telling = features.telling(judgment.type, model, space)
        return LearnedVerdict(
            type: type.name, confidence: confidence,
            why: LearnedReasons(model: model, confidence: confidence).reasons(telling, judgment),
            signs: telling.map(\.place.text))
    }

    /// However alike, a few documents prove little: 5 let us be 92 percent sure, 10 documents 95, 100 more than 99.
    static func cap(_ documents: Int) -> Double { (Double(documents) + 1) / (Double(documents) + 1.5) }

    /// The best type with what speaks for it.
    struct Judgment {
        var type: Int
        var signs: VerdictSigns
        var nearest: [ExampleIndex.Neighbor]
    }

    func judge(_ vector: FeatureVector) -> Judgment? {
        let scores = scores(of: vector)
        guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }) else { return nil }
        let second = scores.indices.filter { $0 != best }.map { scores[$0] }.max() ?? scores[best] - 1
        let likeness = examples.likeness(to: vector)
        let own = likeness.byType[best]
        let other = likeness.byType.indices.filter { $0 != best }.map { likeness.byType[$0] }.max() ?? 0
        let signs = VerdictSigns(
            score: scores[best], margin: scores[best] - second, likeness: own,
            relativeLikeness: min(own / Double(max(model.usualLikeness[best], 0.05)), 1.2),
            likenessMargin: own - other, coverage: vector.coverage)
        return Judgment(type: best, signs: signs, nearest: likeness.nearest.filter { $0.type == best })
    }

    func judge(_ document: DocumentFeatures) -> Judgment? { judge(space.vector(of: document)) }

    private func scores(of vector: FeatureVector) -> [Double] {
        let count = model.types.count
        var sums = [Double](repeating: 0, count: count)
        for (index, value) in zip(vector.indices, vector.values) {
            let row = Int(index) * count
            for type in 0..<count { sums[type] += Double(value) * Double(model.weights[row + type]) }
        }
        return sums.indices.map { sums[$0] * Double(model.weightUnit) + Double(model.biases[$0]) }
    }
}

/// What a model says about a document.
package struct LearnedVerdict: Sendable, Hashable {
    /// The type that fits best, sure or not.
    package var type: String
    package var confidence: Confidence
    package var why: [Reason]
    /// What spoke most for it, strongest first.
    package var signs: [LocalizedText]

    package init(type: String, confidence: Confidence, why: [Reason], signs: [LocalizedText] = []) {
        self.type = type
        self.confidence = confidence
        self.why = why
        self.signs = signs
    }
}
