import BatchStore
import CaptureModel
import Foundation
import Logging
import TestSupport
import Testing

@testable import Acquisition

@Suite("A watched folder", .timeLimit(.minutes(5))) struct WatchedFolderTests {
    private let folder: Scratch
    private let store: BatchStore

    init() throws {
        folder = try Scratch()
        store = try BatchStore(folder: try StateFolder(path: folder.path("state")))
        try FileManager.default.createDirectory(atPath: folder.path("eingang"), withIntermediateDirectories: true)
    }

    /// Runs the folder's service until `isDone`.
    private func watch(until isDone: @escaping @Sendable () async throws -> Bool) async throws {
        let source = WatchedFolderSource(
            path: folder.path("eingang"), profile: "muster", pollSeconds: 0.02, stableSeconds: 0.02)
        let watched = WatchedFolder(
            source: source, store: store, logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
        ) { _ in .sample() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await watched.run() }
            // The service sends changes as long as it works; outcomes are put away between looks.
            while try await !isDone() { await Task.yield() }
            group.cancelAll()
        }
    }

    private func inspect(_ result: Result<InputInspection, CaptureError>) async throws {
        for batch in try await store.batches(in: .received) {
            for input in try await store.inputs(of: batch.id) { try await store.inspected(input, result, of: batch) }
            try await store.numberPages(of: batch)
            try await store.allPagesAnalyzed(of: batch)
        }
    }

    @Test("makes a batch of every file and keeps the source until the outcome is known")
    func claim() async throws {
        try folder.write("Brief", to: "eingang/brief.pdf")
        try await watch { [store] in try await store.batches(in: .received).count == 1 }
        #expect(folder.files().contains { $0.hasPrefix("eingang/.claimed/") && $0.hasSuffix("brief.pdf") })
        try await inspect(.success(InputInspection(format: .pdf, pageCount: 0)))
        try await watch { [folder] in folder.files().contains("eingang/done/brief.pdf") }
        #expect(!folder.files().contains { $0.hasPrefix("eingang/.claimed/") })
    }

    @Test("puts a refused file beside its reason in both languages")
    func refusal() async throws {
        try folder.write("kein Bild", to: "eingang/brief.tif")
        try await watch { [store] in try await store.batches(in: .received).count == 1 }
        let problem = CaptureError(
            .badInput, "format-unknown", LocalizedText(de: "Das ist kein Bild.", en: "This is no image."),
            remedy: LocalizedText(de: "Bitte prüfen.", en: "Please check."))
        try await inspect(.failure(problem))
        try await watch { [folder] in folder.files().contains("eingang/refused/brief.tif") }
        let reason = try String(contentsOfFile: folder.path("eingang/refused/brief.tif.grund.txt"), encoding: .utf8)
        #expect(reason.contains("Das ist kein Bild.") && reason.contains("This is no image."))
        #expect(try String(contentsOfFile: folder.path("eingang/refused/brief.tif"), encoding: .utf8) == "kein Bild")
    }

    @Test("goes on with a claim that a crash left before it was recorded")
    func resume() async throws {
        let id = Identifier.make()
        try folder.write("Brief", to: "eingang/.claimed/\(id)/brief.pdf")
        try await watch { [store] in try await store.batches(in: .received).count == 1 }
        #expect(try await store.batch(id)?.state == .received)
        #expect(try await store.inputs(of: id).map(\.name) == ["brief.pdf"])
    }

    @Test("takes two files of one name, each once")
    func sameName() async throws {
        for text in ["eins", "zwei"] {
            try folder.write(text, to: "eingang/brief.pdf")
            try await watch { [store] in try await store.batches(in: .received).count == 1 }
            try await inspect(.success(InputInspection(format: .pdf, pageCount: 0)))
            try await watch { [folder] in !folder.files().contains { $0.hasPrefix("eingang/.claimed/") } }
        }
        #expect(folder.files().filter { $0.hasPrefix("eingang/done/") }.count == 2)
        #expect(try await store.recentBatches(limit: 10).count == 2)
    }
}
