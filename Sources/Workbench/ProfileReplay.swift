// What a changed profile would make of batches that were worked already, from their stored readings: nothing is read
// anew, nothing is written, and batches stay pinned to the version they began with.

package import BatchStore
package import CaptureModel
import Pipeline

/// Decides stored batches again; reads, never writes.
package struct ProfileReplay: Sendable {
    private let store: BatchStore
    private let profile: LoadedProfile
    private let unseal: @Sendable (String) -> String?

    /// - Parameter unseal: as for `BatchDecisions`.
    package init(
        store: BatchStore, profile: LoadedProfile, unseal: @escaping @Sendable (String) -> String? = { _ in nil }
    ) {
        self.store = store
        self.profile = profile
        self.unseal = unseal
    }

    /// The newest batches of the profile, or those that are named, oldest first.
    package func report(newest count: Int, ids: [String] = []) async throws(CaptureError) -> ReplayReport {
        var chosen: [BatchRecord] = []
        if ids.isEmpty {
            chosen = try await store.batches(ofProfile: profile.profile.name, newest: count)
        } else {
            for id in ids {
                guard let batch = try await store.batch(id) else { throw .noSuchBatch(id) }
                chosen.append(batch)
            }
        }
        var replayed: [ReplayedBatch] = []
        for batch in chosen.sorted(by: { ($0.created, $0.id) < ($1.created, $1.id) }) {
            replayed.append(try await replay(batch))
        }
        return ReplayReport(
            profile: profile.profile.name, version: profile.version, digest: profile.digest,
            batches: replayed)
    }

    private func replay(_ batch: BatchRecord) async throws(CaptureError) -> ReplayedBatch {
        var result = ReplayedBatch(
            batch: batch.id, version: batch.profileVersion, unchanged: 0, changes: [], findings: [])
        let stored = try await store.documents(of: batch.id).map(\.indexed)
        guard !stored.isEmpty, batch.state != .purged else {
            result.findings = [.nothingToCompare]
            return result
        }
        if try await isReadOtherwise(batch) { result.findings = [.wouldReadOtherwise] }
        let decided = try decide(try await BatchMaterial(of: batch, in: store))
        let byPages = Dictionary(decided.map { ($0.pages, $0) }) { first, _ in first }
        for before in stored {
            guard let after = byPages[before.pages] else {
                result.changes.append(.gone(before))
                continue
            }
            if let change = DocumentChange(from: before, to: after) {
                result.changes.append(change)
            } else {
                result.unchanged += 1
            }
        }
        let known = Set(stored.map(\.pages))
        result.changes += decided.filter { !known.contains($0.pages) }.map { .new($0) }
        result.changes.sort { ($0.pages.first ?? 0, $0.kind.rawValue) < ($1.pages.first ?? 0, $1.kind.rawValue) }
        return result
    }

    private func decide(_ material: BatchMaterial) throws(CaptureError) -> [IndexedDocument] {
        let decisions = try BatchDecisions(profile, channel: material.channel, unseal: unseal)
        return try decisions.documents(try decisions.separation(of: material), of: material)
    }

    /// The profile would have pages read with other settings than the batch's pages were.
    private func isReadOtherwise(_ batch: BatchRecord) async throws(CaptureError) -> Bool {
        let source = try await store.profileSource(of: batch)
        guard let pinned = ProfileSettings.analysis(of: source) else { return true }
        return pinned != profile.profile.analysisSettings
    }
}

extension CaptureError {
    fileprivate static func noSuchBatch(_ id: String) -> CaptureError {
        CaptureError(
            .badInput, "unknown-item",
            LocalizedText(de: "Den Stapel \(id) gibt es hier nicht.", en: "There is no batch \(id) here."),
            remedy: LocalizedText(
                de: "scanstelle batch list zeigt, was da ist.", en: "scanstelle batch list shows what is there."))
    }
}

extension Finding {
    fileprivate static let nothingToCompare = Finding(
        "nothing-to-compare",
        LocalizedText(
            de: "Der Stapel hat noch keine Schriftstücke oder ist schon bereinigt.",
            en: "The batch has no documents yet, or is purged already."))

    fileprivate static let wouldReadOtherwise = Finding(
        "would-read-otherwise",
        LocalizedText(
            de: "Das Profil ändert auch das Lesen der Seiten; verglichen wird mit den gespeicherten Lesungen.",
            en: "The profile also changes how pages are read; the comparison uses the readings as stored."))
}
