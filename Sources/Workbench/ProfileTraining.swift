// Learns a profile's document types from documents whose type is known: those that people confirmed in the store, and
// those of folders with expectations.

package import BatchStore
package import CaptureModel
import DurableFiles
package import Foundation
import Learning
import Pipeline
import Profiles

/// What was learned.
package struct TrainingReport: Sendable, Hashable, Codable {
    package var profile: String
    /// The model's name, as it stands in the reasons of later verdicts.
    package var model: String
    package var types: [TypeModel.LearnedType]
    /// Types with too few documents to learn from.
    package var tooSmall: [TypeModel.LearnedType]
    /// Documents held out of learning, each judged once by a model that had not seen it.
    package var heldOut: Int
    /// Those of them whose type was right.
    package var right: Int
    /// Those of them the machine was sure of by the profile's threshold, and how many of these were right.
    package var sure: Int
    package var sureRight: Int
    /// What spoke most for each type, from its own documents.
    package var signs: [String: [String]]

    package var accuracy: Double { heldOut == 0 ? 0 : Double(right) / Double(heldOut) }
}

package struct ProfileTraining: Sendable {
    /// A document whose type is known.
    package struct Document: Sendable {
        package var id: String
        package var type: String
        package var pages: [(number: Int, analysis: PageAnalysis)]
    }

    /// Held out in turn: a fifth each time.
    private static let rounds = 5
    /// Words told for each type.
    private static let signsTold = 5

    private let profile: LoadedProfile

    package init(_ profile: LoadedProfile) { self.profile = profile }

    /// Documents of the profile's newest batches that a person confirmed.
    ///
    /// What went by itself is left out, so that the machine does not learn its own guesses.
    package func confirmed(in store: BatchStore, newest count: Int) async throws(CaptureError) -> [Document] {
        var documents: [Document] = []
        for batch in try await store.batches(ofProfile: profile.profile.name, newest: count)
        where batch.state != .purged {
            let material = try await BatchMaterial(of: batch, in: store)
            for record in try await store.confirmedDocuments(of: batch) {
                guard let type = record.indexed.type else { continue }
                documents.append(
                    try Self.document("\(batch.id)/\(record.number)", type, record.indexed.pages, material))
            }
        }
        return documents
    }

    /// Documents of folders with expectations.
    package func expected(_ cases: [ProfileTestCase]) throws(CaptureError) -> [Document] {
        var documents: [Document] = []
        for test in cases {
            for (number, wanted) in test.expected.documents.enumerated() {
                guard let type = wanted.type else { continue }
                documents.append(
                    try Self.document("\(test.name)/\(number + 1)", type, wanted.pages, test.material))
            }
        }
        return documents
    }

    private static func document(
        _ id: String, _ type: String, _ numbers: [Int], _ material: BatchMaterial
    ) throws(CaptureError) -> Document {
        var pages: [(number: Int, analysis: PageAnalysis)] = []
        for number in numbers { pages.append((number, try material.analysis(number))) }
        return Document(id: id, type: type, pages: pages)
    }

    /// Learns from all documents and tells what that is worth; the file is for `TypeModelFolder`.
    ///
    /// Documents of types the profile does not know teach what its types are not.
    package func train(_ documents: [Document]) throws(CaptureError) -> (file: Data, report: TrainingReport) {
        let examples = examples(documents)
        let (file, model) = try TypeModelFile.written(try TypeTraining.train(examples))
        var report = TrainingReport(
            profile: profile.profile.name, model: model.identity, types: model.types,
            tooSmall: TypeTraining.tooSmall(examples), heldOut: 0, right: 0, sure: 0, sureRight: 0,
            signs: Self.signs(model, documents))
        try judgeHeldOut(documents, examples, Set(model.types.map(\.name)), &report)
        return (file, report)
    }

    /// The model's file alone, without telling what it is worth.
    package func file(of documents: [Document]) throws(CaptureError) -> Data {
        try TypeModelFile.written(try TypeTraining.train(examples(documents))).file
    }

    private func examples(_ documents: [Document]) -> [TypeExample] {
        documents.map { TypeExample(id: $0.id, type: $0.type, pages: $0.pages) }
    }

    /// Every document of a learned type is judged once, by a model made without its fifth.
    private func judgeHeldOut(
        _ documents: [Document], _ examples: [TypeExample], _ types: Set<String>, _ report: inout TrainingReport
    ) throws(CaptureError) {
        let ranks = Self.ranks(documents)
        for round in 0..<Self.rounds {
            let tested = documents.indices.filter {
                ranks[$0] % Self.rounds == round && types.contains(documents[$0].type)
            }
            let kept = documents.indices.filter { ranks[$0] % Self.rounds != round }.map { examples[$0] }
            guard !tested.isEmpty, let model = try? TypeTraining.train(kept) else { continue }
            let recognizer = TypeRecognizer(model)
            let known = Set(model.types.map(\.name))
            // Of a type with few documents too few may be left to learn from; those are not judged.
            for index in tested where known.contains(documents[index].type) {
                report.heldOut += 1
                guard let verdict = recognizer.verdict(on: documents[index].pages) else { continue }
                let isRight = verdict.type == documents[index].type
                let isSure = verdict.confidence >= profile.profile.review.below
                report.right += isRight ? 1 : 0
                report.sure += isSure ? 1 : 0
                report.sureRight += isSure && isRight ? 1 : 0
            }
        }
    }

    /// Each document's number within its type, by id.
    private static func ranks(_ documents: [Document]) -> [Int] {
        var ranks = [Int](repeating: 0, count: documents.count)
        var counts: [String: Int] = [:]
        for index in documents.indices.sorted(by: { documents[$0].id < documents[$1].id }) {
            ranks[index] = counts[documents[index].type, default: 0]
            counts[documents[index].type, default: 0] += 1
        }
        return ranks
    }

    /// The reasons the model itself gives for documents of each type, most frequent first.
    ///
    /// What speaks for one document alone may be a name; it is not told.
    private static func signs(_ model: TypeModel, _ documents: [Document]) -> [String: [String]] {
        let recognizer = TypeRecognizer(model)
        var counts: [String: [String: Int]] = [:]
        for document in documents {
            guard let verdict = recognizer.verdict(on: document.pages), verdict.type == document.type else { continue }
            for sign in verdict.signs { counts[document.type, default: [:]][sign.de, default: 0] += 1 }
        }
        return counts.mapValues { signs in
            signs.filter { $0.value > 1 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(signsTold).map(
                \.key)
        }
    }
}

extension ProfileTraining {
    /// Writes the model beside the profile, where the daemon looks for it.
    package static func write(
        _ file: Data, of profile: String, besideProfiles folder: URL
    ) throws(CaptureError) -> String {
        let url = TypeModelFolder(besideProfiles: folder).file(of: profile)
        try DurableFile.createFolder(url.deletingLastPathComponent().path)
        try DurableFile.write(file, to: url.path)
        return url.path
    }
}
