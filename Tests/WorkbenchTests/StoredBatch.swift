import BatchStore
import CaptureModel
import Foundation
import Pipeline
import TestSupport
import Workbench

/// A store with a batch that went the way to its documents, from readings made before.
struct StoredBatch {
    let folder: Scratch
    let store: BatchStore
    let batch: BatchRecord

    init(_ name: String, profile: LoadedProfile? = nil, in folder: Scratch) async throws {
        self.folder = folder
        store = try BatchStore(folder: try StateFolder(path: folder.path("state")))
        let loaded = try profile ?? Samples.profile(name)
        guard let test = try Samples.cases(name).first else { throw CaptureError.fault("no sample") }
        let begun = try await store.begin(profile: loaded, channel: .command, source: "test")
        for (index, page) in test.expected.pages.enumerated() {
            let file = Samples.folder(name).appending(path: page.input).path
            _ = try await store.addInput(file, name: page.input, number: index + 1, to: begun)
        }
        try await store.received(begun)
        try await store.claim(begun)
        for input in try await store.inputs(of: begun.id) {
            let format: InputFormat = input.name.hasSuffix("jpg") ? .jpeg : .tiff
            try await store.inspected(input, .success(InputInspection(format: format, pageCount: 1)), of: begun)
        }
        try await store.numberPages(of: begun)
        for page in try await store.pages(of: begun.id) {
            let analysis = try test.material.analysis(page.number - 1)
            try folder.write(
                try store.encodedData(analysis), to: "state/\(begun.folder)/\(page.folder)/analysis.json")
            let summary = PageSummary(of: analysis, number: page.number - 1, input: page.input)
            try await store.analyzed(page, summary: summary, of: begun)
        }
        try await store.allPagesAnalyzed(of: begun)
        let material = try await BatchMaterial(of: begun, in: store)
        let decisions = try BatchDecisions(loaded, channel: .command)
        let separation = try decisions.separation(of: material)
        try await store.separated(separation, pages: material.pages.map { $0.summary.number + 1 }, of: begun)
        try await store.indexed(try decisions.documents(separation, of: material), of: begun)
        batch = try await store.batch(begun.id) ?? begun
    }

    /// Every file of the state folder with its content, but for SQLite's shared memory, which holds locks alone.
    func bytes() throws -> [String: Data] {
        let names = folder.files().filter { !$0.hasSuffix("-shm") }
        return Dictionary(uniqueKeysWithValues: try names.map { ($0, try folder.read($0)) })
    }
}
