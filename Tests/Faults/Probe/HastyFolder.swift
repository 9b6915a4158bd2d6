import BatchStore
import CaptureModel
import Foundation
import Profiles

/// A watched folder made wrong on purpose: the source is put away before it is stored.
///
/// The suite must notice (`scripts/faults --prove`), or its silence about the real one means nothing.
struct HastyFolder {
    let path: String
    let store: BatchStore
    let profiles: ProfileShelf

    func run() async throws {
        try FileManager.default.createDirectory(atPath: path + "/done", withIntermediateDirectories: true)
        for name in try FileManager.default.contentsOfDirectory(atPath: path).sorted() where name.hasSuffix(".tif") {
            let done = path + "/done/" + name
            try FileManager.default.moveItem(atPath: path + "/" + name, toPath: done)
            let batch = try await store.begin(
                profile: try profiles.profile(named: "kurz"), channel: .folder, source: "hasty")
            _ = try await store.addInput(done, name: name, number: 1, to: batch)
            try await store.received(batch)
        }
    }
}
