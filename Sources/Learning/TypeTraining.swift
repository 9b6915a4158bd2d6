// Learning document types from confirmed documents.
//
// Method: features that tell types apart, one logistic regression a type against all others, a calibration by
// cross-validation in which each round holds out a tenth of every type's documents and a tenth of the types as a whole.
// Everything is done in the order of the examples' ids and nothing is drawn by lot: the same documents give the same
// model, bit for bit.

package import CaptureModel

/// A confirmed document to learn from.
package struct TypeExample: Sendable {
    /// Name of the document where it is kept, as its batch and number; shown as the reason for later verdicts.
    package var id: String
    package var type: String
    package var features: DocumentFeatures

    package init(id: String, type: String, features: DocumentFeatures) {
        self.id = id
        self.type = type
        self.features = features
    }

    package init(id: String, type: String, pages: [(number: Int, analysis: PageAnalysis)]) {
        self.init(id: id, type: type, features: DocumentFeatures(pages: pages, keepsPlaces: false))
    }
}

/// Makes a model of confirmed documents.
package enum TypeTraining {
    /// Fewer documents of a type teach nothing that holds.
    package static let fewestDocuments = 5

    /// Examples beyond this many of a type, the last by id, are left out.
    package static let mostDocuments = 500

    /// Types with too few documents, with the number they have.
    package static func tooSmall(_ examples: [TypeExample]) -> [TypeModel.LearnedType] {
        Dictionary(grouping: examples.filter { !$0.features.isEmpty }, by: \.type)
            .filter { $0.value.count < fewestDocuments }.sorted { $0.key < $1.key }
            .map { TypeModel.LearnedType(name: $0.key, documents: $0.value.count) }
    }

    /// The model of all types that have documents enough; fails where fewer than two have.
    ///
    /// Documents of types that the profile does not learn help as well: they teach what the learned types are not.
    package static func train(_ examples: [TypeExample]) throws(CaptureError) -> TypeModel {
        let lesson = Lesson(examples)
        guard lesson.types.count > 1 else { throw .tooFewDocuments }
        var model = try lesson.core(holdingOut: nil)
        model.calibration = CalibrationFit(try trials(lesson)).calibration
        return model
    }

    /// Rounds of cross-validation; with five documents of a type each is judged by what the other four teach.
    private static let rounds = 10

    /// Documents of unknown types among a hundred known ones, as far as the calibration is concerned: in a mailroom more
    /// than a tenth of what arrives fits no type.
    private static let strangersPerHundred = 15.0

    private static func trials(_ lesson: Lesson) throws(CaptureError) -> [TypeModel.Calibration.Trial] {
        var known: [TypeModel.Calibration.Trial] = []
        var strange: [TypeModel.Calibration.Trial] = []
        for round in 0..<rounds {
            let plan = Lesson.Round(number: round, of: rounds, typeCount: lesson.types.count)
            let recognizer = TypeRecognizer(try lesson.core(holdingOut: plan))
            for index in lesson.documents.indices where plan.isTested(lesson, index) {
                guard let judgment = recognizer.judge(lesson.documents[index].features) else { continue }
                let isStrange = plan.isStrange(lesson.labels[index])
                let isRight = !isStrange && recognizer.model.types[judgment.type].name == lesson.documents[index].type
                let trial = TypeModel.Calibration.Trial(signs: judgment.signs, isRight: isRight, weight: 1)
                if isStrange { strange.append(trial) } else { known.append(trial) }
            }
        }
        let weight = strangersPerHundred / 100 * Double(known.count) / Double(max(strange.count, 1))
        for index in strange.indices { strange[index].weight = min(weight, 1) }
        return known + strange
    }
}

/// The examples in order, with their types as numbers.
struct Lesson {
    let documents: [TypeExample]
    /// Index of each document's type.
    let labels: [Int]
    /// Number of each document within its type.
    let ranks: [Int]
    let types: [String]

    /// The price of a wrong document against that of large weights; set by cross-validation on mixed county mail.
    private static let cost = 150.0

    init(_ examples: [TypeExample]) {
        let usable = Dictionary(grouping: examples.filter { !$0.features.isEmpty }, by: \.type)
            .filter { $0.value.count >= TypeTraining.fewestDocuments }
            .mapValues { $0.sorted { $0.id < $1.id }.prefix(TypeTraining.mostDocuments) }
        types = usable.keys.sorted()
        documents = types.flatMap { usable[$0] ?? [] }
        labels = types.enumerated().flatMap { index, type in
            [Int](repeating: index, count: usable[type]?.count ?? 0)
        }
        ranks = types.flatMap { Array(0..<(usable[$0]?.count ?? 0)) }
    }

    /// What one round of cross-validation holds out.
    struct Round {
        let number: Int
        let of: Int
        let typeCount: Int

        /// With fewer types than four there would be too few left to tell apart.
        func isStrange(_ label: Int) -> Bool { typeCount >= 4 && label % of == number }

        func isTested(_ lesson: Lesson, _ index: Int) -> Bool {
            isStrange(lesson.labels[index]) || lesson.ranks[index] % of == number
        }
    }

    /// A model without calibration, of all documents but those held out.
    func core(holdingOut round: Round?) throws(CaptureError) -> TypeModel {
        let kept = documents.indices.filter { index in !(round?.isTested(self, index) ?? false) }
        let names = Set(kept.map { labels[$0] }).sorted()
        let columns = Dictionary(uniqueKeysWithValues: zip(names, 0...))
        let targets = kept.compactMap { columns[labels[$0]] }
        let space = FeatureSpace(
            learnedFrom: kept.map { documents[$0].features }, types: targets, typeCount: names.count)
        let vectors = kept.map { space.vector(of: documents[$0].features) }
        let weights = try weights(vectors, targets, typeCount: names.count, featureCount: space.features.count)
        let examples = zip(kept, zip(targets, vectors)).map { index, pair in
            TypeModel.Example(id: documents[index].id, type: pair.0, vector: pair.1)
        }
        let learned = names.enumerated().map { column, label in
            TypeModel.LearnedType(name: types[label], documents: targets.count { $0 == column })
        }
        let usualLikeness = ExampleIndex.usualLikeness(
            of: examples, vectors: vectors, typeCount: names.count, featureCount: space.features.count)
        return Self.model(space, weights, usualLikeness, examples, learned)
    }

    /// For each type its weights, with the bias at the end.
    private func weights(
        _ vectors: [FeatureVector], _ targets: [Int], typeCount: Int, featureCount: Int
    ) throws(CaptureError) -> [[Double]] {
        let trainer = LinearTrainer(vectors, columnCount: featureCount)
        var weights: [[Double]] = []
        for type in 0..<typeCount {
            let positives = targets.map { $0 == type }
            let count = Double(positives.count { $0 })
            // The few documents of the type count as much as the square root of their share asks for.
            let factor = ((Double(targets.count) - count) / count).squareRoot()
            weights.append(try trainer.weights(positives: positives, cost: Self.cost, positiveFactor: factor))
        }
        return weights
    }

    /// Weights become whole numbers: the file is small, and the last bits of a sum, which may differ between machines,
    /// are gone.
    private static func model(
        _ space: FeatureSpace, _ weights: [[Double]], _ usualLikeness: [Float], _ examples: [TypeModel.Example],
        _ types: [TypeModel.LearnedType]
    ) -> TypeModel {
        let largest = weights.reduce(0) { max($0, $1.dropLast().reduce(0) { max($0, abs($1)) }) }
        let unit = Float(max(largest, 1e-6) / 32_767)
        var rounded: [Int16] = []
        rounded.reserveCapacity(space.features.count * types.count)
        for feature in space.features.indices {
            for type in types.indices {
                let value = (weights[type][feature] / Double(unit)).rounded()
                rounded.append(Int16(min(max(value, -32_767), 32_767)))
            }
        }
        return TypeModel(
            featureVersion: DocumentFeatures.version, types: types, features: space.features, rarity: space.rarity,
            otherRarity: space.otherRarity, weights: rounded, weightUnit: unit,
            biases: weights.map { Float($0.last ?? 0) }, usualLikeness: usualLikeness, examples: examples,
            calibration: .unfitted)
    }
}

extension CaptureError {
    fileprivate static let tooFewDocuments = CaptureError(
        .badInput, "too-few-documents",
        LocalizedText(
            de: "Zum Lernen fehlen Schriftstücke: Es müssen mindestens zwei Dokumentarten je fünf haben.",
            en: "There are too few documents to learn from: at least two types must have five each."),
        remedy: LocalizedText(
            de: "Bitte mehr Schriftstücke prüfen und bestätigen; danach erneut lernen.",
            en: "Please review and confirm more documents, then learn again."))
}
