import CaptureModel

/// The documents a model was learned from, to find those a new one is like.
struct ExampleIndex: Sendable {
    /// A document learned from and its likeness (cosine) with the one at hand, 0...1.
    struct Neighbor: Sendable {
        let example: Int
        let type: Int
        let likeness: Double
    }

    private let examples: [TypeModel.Example]
    /// Makes each example's values a vector of length 1.
    private let scales: [Float]
    private let typeCount: Int
    private let featureCount: Int

    /// A type's likeness is the mean over this many of its nearest examples: one alone may be an oddity.
    private static let nearest = 2

    init(_ examples: [TypeModel.Example], typeCount: Int, featureCount: Int) {
        self.examples = examples
        self.typeCount = typeCount
        self.featureCount = featureCount
        scales = examples.map { example in
            let square = example.values.reduce(0) { $0 + Int($1) * Int($1) }
            return square > 0 ? 1 / Float(square).squareRoot() : 0
        }
    }

    /// The likeness with each type, and the examples from the most alike down.
    func likeness(to vector: FeatureVector) -> (byType: [Double], nearest: [Neighbor]) {
        var dense = [Float](repeating: 0, count: featureCount)
        for (index, value) in zip(vector.indices, vector.values) { dense[Int(index)] = value }
        var neighbors: [Neighbor] = []
        neighbors.reserveCapacity(examples.count)
        for (number, example) in examples.enumerated() {
            var sum: Float = 0
            for (feature, value) in zip(example.features, example.values) {
                sum += dense[Int(feature)] * Float(value)
            }
            neighbors.append(Neighbor(example: number, type: example.type, likeness: Double(sum * scales[number])))
        }
        neighbors.sort { ($1.likeness, $0.example) < ($0.likeness, $1.example) }
        var found = [[Double]](repeating: [], count: typeCount)
        for neighbor in neighbors where found[neighbor.type].count < Self.nearest {
            found[neighbor.type].append(neighbor.likeness)
        }
        return (found.map { $0.isEmpty ? 0 : $0.reduce(0, +) / Double($0.count) }, neighbors)
    }
}

extension ExampleIndex {
    /// For each type the median likeness of its documents with the others of their type.
    static func usualLikeness(
        of examples: [TypeModel.Example], vectors: [FeatureVector], typeCount: Int, featureCount: Int
    ) -> [Float] {
        (0..<typeCount).map { type in
            let own = examples.indices.filter { examples[$0].type == type }
            let likenesses = own.map { document in
                let others = own.filter { $0 != document }.map { examples[$0] }
                let index = ExampleIndex(others, typeCount: typeCount, featureCount: featureCount)
                return index.likeness(to: vectors[document]).byType[type]
            }
            return Float(likenesses.sorted()[likenesses.count / 2])
        }
    }
}

extension TypeModel.Example {
    /// More of the strongest features change the likeness little.
    private static let mostFeatures = 160

    init(id: String, type: Int, vector: FeatureVector) {
        let order = vector.values.indices.sorted { (vector.values[$1], $0) < (vector.values[$0], $1) }
        let kept = order.prefix(Self.mostFeatures).sorted()
        let largest = kept.map { vector.values[$0] }.max() ?? 1
        self.init(
            id: id, type: type, features: kept.map { UInt16(vector.indices[$0]) },
            values: kept.map { UInt8(max(1, (vector.values[$0] / largest * 255).rounded())) })
    }
}
