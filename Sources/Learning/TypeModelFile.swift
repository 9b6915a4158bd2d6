// How a model lies on disk: one line with what it is and the SHA-256 of the rest, then JSON, its arrays of numbers in
// little-endian bytes as base64.

package import CaptureModel
import DurableFiles
package import Foundation

/// Reads and writes models.
package enum TypeModelFile {
    /// 1,000 documents of 20 types take about 2 MB.
    package static let maxSizeInBytes = 64_000_000

    private static let magic = "scanstelle-type-model"
    private static let format = 1

    /// The file's bytes and the model as it is read back from them, its identity set.
    package static func written(_ model: TypeModel) throws(CaptureError) -> (file: Data, model: TypeModel) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        do {
            let content = try encoder.encode(Content(model))
            let digest = SHA256.of(content)
            var named = model
            named.identity = String(digest.prefix(8))
            return (Data("\(magic) \(format) \(digest)\n".utf8) + content, named)
        } catch {
            throw .fault("JSONEncoder", "\(error)")
        }
    }

    /// The model in `data`; refuses what is damaged, no model, or made by another version.
    package static func read(_ data: Data) throws(CaptureError) -> TypeModel {
        guard let end = data.prefix(200).firstIndex(of: UInt8(ascii: "\n")) else { throw .damagedModel("no head") }
        let head = String(decoding: data[data.startIndex..<end], as: UTF8.self).split(separator: " ")
        guard head.count == 3, head[0] == magic else { throw .damagedModel("no head") }
        guard head[1] == "\(format)" else { throw .otherModelVersion("format \(head[1])") }
        let content = Data(data[data.index(after: end)...])
        guard SHA256.of(content) == head[2] else { throw .damagedModel("checksum") }
        let decoded: Content
        do {
            decoded = try JSONDecoder().decode(Content.self, from: content)
        } catch {
            throw .damagedModel("\(error)")
        }
        guard decoded.featureVersion == DocumentFeatures.version else {
            throw .otherModelVersion("features \(decoded.featureVersion), here \(DocumentFeatures.version)")
        }
        guard let model = decoded.model(identity: String(head[2].prefix(8))) else { throw .damagedModel("sizes") }
        return model
    }

    /// What stands in the file.
    private struct Content: Codable {
        var featureVersion: Int
        var types: [TypeModel.LearnedType]
        var features: Data
        var rarity: Data
        var otherRarity: Float
        var weights: Data
        var weightUnit: Float
        var biases: [Float]
        var usualLikeness: [Float]
        var examples: [Example]
        var calibration: TypeModel.Calibration

        struct Example: Codable {
            var id: String
            var type: Int
            var features: Data
            var values: Data
        }

        init(_ model: TypeModel) {
            featureVersion = model.featureVersion
            types = model.types
            features = Data(littleEndian: model.features)
            rarity = Data(littleEndian: model.rarity.map(\.bitPattern))
            otherRarity = model.otherRarity
            weights = Data(littleEndian: model.weights)
            weightUnit = model.weightUnit
            biases = model.biases
            usualLikeness = model.usualLikeness
            examples = model.examples.map {
                Example(id: $0.id, type: $0.type, features: Data(littleEndian: $0.features), values: Data($0.values))
            }
            calibration = model.calibration
        }

        /// nil where the parts do not fit together.
        func model(identity: String) -> TypeModel? {
            let model = TypeModel(
                featureVersion: featureVersion, types: types, features: features.littleEndian(),
                rarity: (rarity.littleEndian() as [UInt32]).map { Float(bitPattern: $0) }, otherRarity: otherRarity,
                weights: weights.littleEndian(), weightUnit: weightUnit, biases: biases,
                usualLikeness: usualLikeness,
                examples: examples.map {
                    .init(id: $0.id, type: $0.type, features: $0.features.littleEndian(), values: Array($0.values))
                }, calibration: calibration, identity: identity)
            return model.isWhole ? model : nil
        }
    }
}

extension TypeModel {
    /// All parts fit together, so that no index leads outside and every hash stands once.
    fileprivate var isWhole: Bool {
        !types.isEmpty && Set(types.map(\.name)).count == types.count
            && zip(features, features.dropFirst()).allSatisfy { $0 < $1 } && rarity.count == features.count
            && weights.count == features.count * types.count && biases.count == types.count
            && usualLikeness.count == types.count
            && calibration.weights.count == VerdictSigns.count + 1
            && examples.allSatisfy { example in
                types.indices.contains(example.type) && example.features.count == example.values.count
                    && example.features.allSatisfy { $0 < features.count }
            }
    }
}

extension Data {
    fileprivate init<Number: FixedWidthInteger>(littleEndian numbers: [Number]) {
        self = numbers.map(\.littleEndian).withUnsafeBytes { Data($0) }
    }

    /// Bytes behind the last whole number are dropped.
    fileprivate func littleEndian<Number: FixedWidthInteger>() -> [Number] {
        let size = MemoryLayout<Number>.size
        return withUnsafeBytes { bytes in
            (0..<bytes.count / size).map {
                Number(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * size, as: Number.self))
            }
        }
    }
}

extension CaptureError {
    fileprivate static func damagedModel(_ cause: String) -> CaptureError {
        CaptureError(
            .badProfile, "type-model-damaged",
            LocalizedText(
                de: "Die Datei mit den gelernten Dokumentarten ist beschädigt.",
                en: "The file of learned document types is damaged."),
            remedy: .learnAgain, cause: cause)
    }

    fileprivate static func otherModelVersion(_ cause: String) -> CaptureError {
        CaptureError(
            .badProfile, "type-model-version",
            LocalizedText(
                de: "Die gelernten Dokumentarten stammen von einer anderen Version von Scanstelle.",
                en: "The learned document types were made by another version of Scanstelle."),
            remedy: .learnAgain, cause: cause)
    }
}

extension LocalizedText {
    fileprivate static let learnAgain = LocalizedText(
        de: "Bitte die Dokumentarten aus den bestätigten Schriftstücken neu lernen lassen.",
        en: "Please have the document types learned again from the confirmed documents.")
}
