import BatchStore
import CaptureModel
import Foundation
import TestSupport
import Testing

extension EndToEnd {
    @Suite("Nothing is lost and nothing is there twice", .serialized, .timeLimit(.minutes(10)))
    struct KillTests {
        private static let files = 10
        private static let kills = 20

        /// Every file is one document that needs nobody.
        private static let profile = """
            profile: kurz
            title: {de: Kurz, en: Short}
            procedure: {name: Kurz, version: "1.0", validFrom: 2026-01-01}
            types: [{type: schreiben, any: [{pattern: '.'}]}]
            review: {below: 0.1}
            route: [{otherwise: ablage}]
            deliver: {ablage: {target: eakte, path: /Ablage}}
            """

        /// Fifty pages in ten files; between random numbers of commits the daemon or a worker is killed.
        @Test("when daemon and workers are killed at twenty random moments while fifty pages run")
        func killed() async throws {
            let folder = try Scratch()
            try folder.write(Self.profile, to: "profiles/kurz.yaml")
            let daemon = try RunningDaemon(in: folder, profile: "kurz", profiles: folder.path("profiles"))
            try prepare(folder)
            var random = SeededGenerator(seed: 20_261_117)
            try daemon.start()
            let store = try daemon.store()
            for kill in 1...Self.kills {
                let goal = try await store.auditCount() + Int.random(in: 1...12, using: &random)
                try await daemon.eventually {
                    if try await store.auditCount() >= goal { return true }
                    return try await isDone(store)
                }
                if kill.isMultiple(of: 3) {
                    daemon.killWorker()
                } else {
                    daemon.kill()
                    try daemon.start()
                }
            }
            try await daemon.eventually { try await isDone(store) }
            try await daemon.eventually { folder.files().filter { $0.hasPrefix("eingang/done/") }.count == Self.files }
            try await check(store, folder)
        }

        /// Five small pages a file, as a multi-page TIFF made of one sample page.
        private func prepare(_ folder: Scratch) throws {
            let page = try Project.path("testdata/pages/letter-200dpi.tif")
            for number in 1...Self.files {
                let pages = Array(repeating: page, count: 5)
                let made = try Tool.run("tiffcp", pages + [folder.path("eingang/\(number).tif.part")])
                #expect(made.status == 0, "\(made.errorText)")
                try FileManager.default.moveItem(
                    atPath: folder.path("eingang/\(number).tif.part"), toPath: folder.path("eingang/\(number).tif"))
            }
        }

        private func isDone(_ store: BatchStore) async throws -> Bool {
            let counts = try await store.counts()
            return counts.batches == ["delivered": Self.files]
        }

        private func check(_ store: BatchStore, _ folder: Scratch) async throws {
            for batch in try await store.recentBatches(limit: 100) {
                #expect(try await store.pages(of: batch.id).map(\.number) == [1, 2, 3, 4, 5])
                let documents = try await store.documents(of: batch.id)
                #expect(documents.map(\.indexed.pages) == [[0, 1, 2, 3, 4]])
            }
            let files = folder.files().filter { $0.hasPrefix("eakte/") }
            #expect(files.filter { $0.hasSuffix(".pdf") }.count == Self.files)
            #expect(files.filter { $0.hasSuffix(".xml") }.count == Self.files)
            #expect(files.count == 4 * Self.files, "with its manifest each: \(files)")
            #expect(try await store.firstAuditFault() == nil)
        }
    }
}
