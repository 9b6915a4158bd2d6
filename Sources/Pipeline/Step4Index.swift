import BatchStore
import CaptureModel

extension PipelineSteps {
    /// Decides type, fields and way of every document; the unsure ones await a person.
    func index(_ batch: BatchRecord) async throws(CaptureError) {
        let material = try await BatchMaterial(of: batch, in: store)
        let documents = try await decisions(on: batch).documents(try store.separation(of: batch), of: material)
        try await store.indexed(documents, of: batch)
    }
}
