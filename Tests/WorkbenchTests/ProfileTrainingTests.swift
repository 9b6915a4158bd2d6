import BatchStore
import CaptureModel
import Foundation
import Learning
import Testing
import TestSupport
import Workbench

@Suite("Types are learned from documents whose type is known") struct ProfileTrainingTests {
    /// Documents of the sample stacks, each seven times under another name.
    private func documents(_ type: (Int, String) -> String = { $1 }) throws -> [ProfileTraining.Document] {
        let training = ProfileTraining(try Samples.profile("gerichtspost"))
        return try (0..<7).flatMap { copy in
            try ["gerichtspost"].flatMap { name in
                try training.expected(try Samples.cases(name)).map { document in
                    var document = document
                    document.id += "#\(copy)"
                    document.type = type(copy, name + "-" + document.type)
                    return document
                }
            }
        }
    }

    @Test("documents that were held out are judged by models that have not seen them, and what speaks is told")
    func held() throws {
        let documents = try documents()
        let (file, report) = try ProfileTraining(try Samples.profile("gerichtspost")).train(documents)
        #expect(report.heldOut == documents.count && report.tooSmall.isEmpty)
        #expect(report.accuracy == 1)
        #expect(report.types.count == Set(documents.map(\.type)).count)
        #expect(report.types.allSatisfy { report.signs[$0.name]?.isEmpty == false })
        #expect(try TypeModelFile.read(file).identity == report.model)
    }

    @Test("types that nothing tells apart are not learned by heart: held-out documents show it")
    func nonsense() throws {
        let documents = try documents { copy, _ in copy.isMultiple(of: 2) ? "gerade" : "ungerade" }
        let report = try ProfileTraining(try Samples.profile("gerichtspost")).train(documents).report
        #expect(report.accuracy < 0.8 && report.sure == 0)
    }

    @Test("the same documents give the same model, bit for bit")
    func repeatable() throws {
        let training = ProfileTraining(try Samples.profile("gerichtspost"))
        let documents = try documents()
        let (first, second) = (try training.file(of: documents), try training.file(of: documents.reversed()))
        #expect(first == second)
    }

    @Test("the model is written where the library looks for it")
    func written() throws {
        let folder = try Scratch()
        let path = try ProfileTraining.write(
            Data("modell".utf8), of: "gerichtspost", besideProfiles: URL(filePath: folder.path))
        #expect(path == folder.path("models/gerichtspost.types") && folder.files() == ["models/gerichtspost.types"])
    }

    @Test("of the store only documents that a person confirmed are learned from")
    func confirmed() async throws {
        let strict = try Samples.profile("gerichtspost", replacing: "below: 0.90", with: "below: 0.99")
        let stored = try await StoredBatch("gerichtspost", profile: strict, in: try Scratch())
        let training = ProfileTraining(strict)
        #expect(try await training.confirmed(in: stored.store, newest: 5).isEmpty)
        let waiting = try await stored.store.documents(of: stored.batch.id).filter { $0.state == .awaitingReview }
        let one = try #require(waiting.first)
        try await stored.store.confirm(one, of: stored.batch, actor: "anna")
        let found = try await training.confirmed(in: stored.store, newest: 5)
        #expect(found.map(\.id) == ["\(stored.batch.id)/\(one.number)"] && found.first?.type == one.indexed.type)
    }
}
