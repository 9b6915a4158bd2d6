import BatchStore
import CaptureModel
import Foundation
import TestSupport
import Testing

extension EndToEnd {
    @Suite("The store's commands", .serialized, .timeLimit(.minutes(5))) struct StoreTests {
        /// A store in which a batch of one file was taken in.
        private func taken() async throws -> (daemon: RunningDaemon, batch: BatchRecord) {
            let daemon = try RunningDaemon(in: Scratch())
            let store = try daemon.store()
            let batch = try await store.begin(profile: .sample(), channel: .folder, source: "test")
            let letter = try daemon.folder.write("Brief", to: "brief.tif")
            _ = try await store.addInput(letter, name: "brief.tif", number: 1, to: batch)
            try await store.received(batch)
            return (daemon, batch)
        }

        private func run(_ arguments: [String], _ daemon: RunningDaemon) throws -> Tool.Outcome {
            try Project.scanstelle(["store"] + arguments + ["--config", daemon.config])
        }

        @Test("verify finds an altered byte and says so with 2; rebuild and backup go through")
        func commands() async throws {
            let (daemon, batch) = try await taken()
            #expect(try run(["verify", "--read"], daemon).status == 0)
            #expect(try run(["backup", "--to", daemon.folder.path("sicherung")], daemon).status == 0)
            #expect(try run(["rebuild"], daemon).status == 0)
            #expect(try await daemon.store().inputs(of: batch.id).count == 1)
            try daemon.folder.write("brief", to: "state/\(batch.folder)/inputs/0001.tif")
            #expect(try run(["verify"], daemon).status == 0)
            let found = try run(["verify", "--read", "--json"], daemon)
            #expect(found.status == 2 && found.text.contains("file-altered"))
            try FileManager.default.removeItem(atPath: daemon.folder.path("state"))
            #expect(try run(["restore", "--from", daemon.folder.path("sicherung")], daemon).status == 0)
            #expect(try run(["verify", "--read"], daemon).status == 0)
        }

        @Test("a catalog that is gone keeps the daemon from starting, with the remedy, until it is rebuilt")
        func missingCatalog() async throws {
            let (daemon, batch) = try await taken()
            for ending in ["", "-wal", "-shm"] { unlink(daemon.folder.path("state/catalog.sqlite" + ending)) }
            let refused = try Project.scanstelle(["serve", "--config", daemon.config])
            #expect(refused.status == 1 && refused.errorText.contains("scanstelle store rebuild"))
            #expect(try run(["rebuild"], daemon).status == 0)
            try daemon.start()
            try await daemon.eventually { try await daemon.store().batch(batch.id)?.state != .received }
            #expect(daemon.stop() == 0)
        }
    }
}
