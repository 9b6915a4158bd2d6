import CaptureModel

/// A place in the document that spoke for a type.
struct TellingPlace {
    let place: DocumentFeatures.Place
    let weight: Double
}

extension DocumentFeatures {
    /// The places that spoke most for the type, strongest first.
    ///
    /// A word counts with all its features: as itself, its pairs and its parts. What stands there is read from the
    /// document at hand; the model holds no words.
    func telling(_ type: Int, _ model: TypeModel, _ space: FeatureSpace) -> [TellingPlace] {
        let vector = space.vector(of: self)
        let values = Dictionary(uniqueKeysWithValues: zip(vector.indices, vector.values))
        var sums: [LocalizedText: (weight: Double, place: Int)] = [:]
        for feature in features {
            guard let index = space.index(of: feature.hash), let value = values[index], let number = feature.place
            else { continue }
            let weight = Double(value) * Double(model.weights[Int(index) * model.types.count + type])
            sums[places[Int(number)].text, default: (0, Int(number))].weight += weight
        }
        return sums.values.filter { $0.weight > 0 }.sorted { ($1.weight, $0.place) < ($0.weight, $1.place) }
            .prefix(4).map { TellingPlace(place: places[$0.place], weight: $0.weight) }
    }
}

/// Says in words why a learned verdict is what it is.
struct LearnedReasons {
    let model: TypeModel
    let confidence: Confidence

    /// Rule id of learned verdicts; the model's name behind it tells which one judged.
    private var rule: String { "types.learned@\(model.identity)" }

    func reasons(_ telling: [TellingPlace], _ judgment: TypeRecognizer.Judgment) -> [Reason] {
        var reasons: [Reason] = []
        if let first = telling.first {
            let texts = telling.map(\.place.text)
            let box = telling.first { $0.place.box != nil }?.place ?? first.place
            reasons.append(
                Reason(
                    rule: rule, text: .learned(model.types[judgment.type].name, texts), page: box.page, box: box.box,
                    score: confidence))
        }
        let near = judgment.nearest.prefix(2).map {
            (id: model.examples[$0.example].id, percent: Int(($0.likeness * 100).rounded()))
        }
        if !near.isEmpty { reasons.append(Reason(rule: rule, text: .alike(near))) }
        return reasons
    }
}

extension LocalizedText {
    fileprivate static func learned(_ type: String, _ texts: [LocalizedText]) -> LocalizedText {
        LocalizedText(
            de: "Gelernt: Für „\(type)“ sprechen \(texts.map(\.de).joined(separator: ", ")).",
            en: "Learned: for “\(type)” speak \(texts.map(\.en).joined(separator: ", ")).")
    }

    fileprivate static func alike(_ documents: [(id: String, percent: Int)]) -> LocalizedText {
        let list = documents.map { "\($0.id) (\($0.percent) %)" }
        return LocalizedText(
            de: "Am ähnlichsten unter den gelernten: \(list.joined(separator: ", ")).",
            en: "Most alike among those learned from: \(list.joined(separator: ", ")).")
    }
}
