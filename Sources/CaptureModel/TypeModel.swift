/// What was learned of a profile's document types (Dokumentarten) from documents that people confirmed.
///
/// Numbers alone: features are hashes, so nothing of a letter can be read out of it. `Learning` makes and applies it.
package struct TypeModel: Sendable, Hashable {
    /// Version of the way features are taken from pages; a model serves only the version it was made with.
    package var featureVersion: Int
    /// Types in the order of their columns, each with the number of documents it was learned from.
    package var types: [LearnedType]
    /// Hashes of the features, ascending.
    package var features: [UInt32]
    /// For each feature how rare it is (inverse document frequency).
    package var rarity: [Float]
    /// Rarity of features the model does not know.
    package var otherRarity: Float
    /// For each feature one weight a type, in units of `weightUnit`.
    package var weights: [Int16]
    package var weightUnit: Float
    /// For each type the score of a document without features.
    package var biases: [Float]
    /// For each type how alike its documents are among themselves.
    package var usualLikeness: [Float]
    package var examples: [Example]
    package var calibration: Calibration
    /// The model's name for audit: the first digits of its file's SHA-256; empty before it was written.
    package var identity: String

    /// A type with the number of documents it was learned from.
    package struct LearnedType: Sendable, Hashable, Codable {
        package var name: String
        package var documents: Int

        package init(name: String, documents: Int) {
            self.name = name
            self.documents = documents
        }
    }

    /// A document learned from, as a short vector: what a new document is compared with.
    package struct Example: Sendable, Hashable {
        /// Name of the document where it is kept, as its batch and number.
        package var id: String
        /// Index of its type.
        package var type: Int
        /// Indices of its strongest features, ascending.
        package var features: [UInt16]
        /// Their values, 255 for the largest.
        package var values: [UInt8]

        package init(id: String, type: Int, features: [UInt16], values: [UInt8]) {
            self.id = id
            self.type = type
            self.features = features
            self.values = values
        }
    }

    /// Turns scores into the share of such verdicts that are right.
    package struct Calibration: Sendable, Hashable, Codable {
        /// One weight for each sign in the order of `VerdictSigns`, and at the end the bias.
        package var weights: [Double]
        /// Documents less familiar than this are like nothing that was learned: no score makes them sure.
        package var familiarFrom: Double

        package init(weights: [Double], familiarFrom: Double) {
            self.weights = weights
            self.familiarFrom = familiarFrom
        }
    }

    package init(
        featureVersion: Int, types: [LearnedType], features: [UInt32], rarity: [Float], otherRarity: Float,
        weights: [Int16], weightUnit: Float, biases: [Float], usualLikeness: [Float], examples: [Example],
        calibration: Calibration, identity: String = ""
    ) {
        self.featureVersion = featureVersion
        self.types = types
        self.features = features
        self.rarity = rarity
        self.otherRarity = otherRarity
        self.weights = weights
        self.weightUnit = weightUnit
        self.biases = biases
        self.usualLikeness = usualLikeness
        self.examples = examples
        self.calibration = calibration
        self.identity = identity
    }
}
