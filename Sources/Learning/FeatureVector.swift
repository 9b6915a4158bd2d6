import Foundation

/// A document as numbers: the features a model knows, by their index, ascending.
struct FeatureVector: Sendable {
    var indices: [Int32] = []
    var values: [Float] = []
    /// Share of the document's length in features that the model knows, 0...1.
    var coverage = 0.0
}

/// The features a model knows, with how rare each is.
struct FeatureSpace: Sendable {
    let features: [UInt32]
    let rarity: [Float]
    let otherRarity: Float
    private let index: [UInt32: Int32]

    init(features: [UInt32], rarity: [Float], otherRarity: Float) {
        self.features = features
        self.rarity = rarity
        self.otherRarity = otherRarity
        index = Dictionary(uniqueKeysWithValues: zip(features, 0...))
    }

    func index(of hash: UInt32) -> Int32? { index[hash] }

    /// Each group of features at its own length, unknown ones included: a document full of words that were never learned
    /// scores low with every type.
    func vector(of document: DocumentFeatures) -> FeatureVector {
        var squares = [Double](repeating: 0, count: FeatureGroup.allCases.count)
        var known: [(index: Int32, value: Double, group: Int)] = []
        known.reserveCapacity(document.features.count)
        for feature in document.features {
            let place = index[feature.hash]
            let value = log2(1 + feature.count) * Double(place.map { rarity[Int($0)] } ?? otherRarity)
            squares[Int(feature.group.rawValue)] += value * value
            if let place { known.append((place, value, Int(feature.group.rawValue))) }
        }
        let scales = zip(FeatureGroup.allCases, squares).map { group, square in
            square > 0 ? group.weight / square.squareRoot() : 0
        }
        let length = zip(FeatureGroup.allCases, squares).reduce(0) { $0 + ($1.1 > 0 ? $1.0.weight * $1.0.weight : 0) }
        known.sort { $0.index < $1.index }
        let norm = 1 / max(length, 1e-9).squareRoot()
        let values = known.map { Float($0.value * scales[$0.group] * norm) }
        return FeatureVector(
            indices: known.map(\.index), values: values,
            coverage: values.reduce(0) { $0 + Double($1) * Double($1) })
    }
}

extension FeatureSpace {
    /// More features make the model larger, not better.
    private static let mostFeatures = 12_000

    /// The features that stand in two documents or more and tell types apart best.
    ///
    /// Best by the largest difference between a type's share of documents that have the feature and the others' share.
    init(learnedFrom documents: [DocumentFeatures], types: [Int], typeCount: Int) {
        // For each feature a row of counts by type.
        var rows: [UInt32: Int] = [:]
        var counts: [Int32] = []
        for (document, type) in zip(documents, types) {
            for feature in document.features {
                let row = rows[feature.hash] ?? rows.count
                if row == rows.count {
                    rows[feature.hash] = row
                    counts += repeatElement(0, count: typeCount)
                }
                counts[row * typeCount + type] += 1
            }
        }
        var sizes = [Double](repeating: 0, count: typeCount)
        for type in types { sizes[type] += 1 }
        var found: [(hash: UInt32, count: Int, score: Double)] = []
        for (hash, row) in rows {
            let byType = counts[row * typeCount..<(row + 1) * typeCount]
            let count = byType.reduce(0) { $0 + Int($1) }
            if count > 1 { found.append((hash, count, Self.score(byType, count, sizes, documents.count))) }
        }
        found.sort { ($1.score, $0.hash) < ($0.score, $1.hash) }
        let chosen = found.prefix(Self.mostFeatures).sorted { $0.hash < $1.hash }
        let total = Double(documents.count)
        self.init(
            features: chosen.map(\.hash), rarity: chosen.map { Self.rarity($0.count, total) },
            otherRarity: Self.rarity(1, total))
    }

    /// Inverse document frequency, smoothed as if one more document had every feature.
    private static func rarity(_ count: Int, _ total: Double) -> Float {
        Float(1 + log((1 + total) / (1 + Double(count))))
    }

    private static func score(_ counts: ArraySlice<Int32>, _ count: Int, _ sizes: [Double], _ total: Int) -> Double {
        var best = 0.0
        for (type, own) in counts.enumerated() where sizes[type] > 0 {
            let others = Double(total) - sizes[type]
            let share = others > 0 ? (Double(count) - Double(own)) / others : 0
            best = max(best, Double(own) / sizes[type] - share)
        }
        return best
    }
}
