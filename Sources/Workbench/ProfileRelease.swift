// From draft to released: who may do what with a version of a profile.
//
// TR-03138 asks that profiles be defined, tested and released (A.O.3, A.SC.6), that the old configuration be kept and a
// second person look at changes (A.SC.4). Here the second person is asked for where the protection need is high.

package import BatchStore
package import CaptureModel
import DurableFiles
import Foundation

/// Brings versions of profiles into use.
package struct ProfileRelease: Sendable {
    private let store: BatchStore

    package init(store: BatchStore) { self.store = store }

    /// Keeps a version as a draft, with who wrote it.
    package func handIn(_ profile: LoadedProfile, by actor: String) async throws(CaptureError) -> ProfileVersionRecord {
        try await store.handIn(profile, actor: actor)
    }

    /// Keeps the result of a test; only a test that was passed makes a draft a tested version.
    package func tested(
        _ profile: LoadedProfile, _ report: ProfileTestReport, by actor: String
    ) async throws(CaptureError) -> ProfileVersionRecord {
        guard report.digest == profile.digest else { throw .fault("ProfileRelease.tested") }
        _ = try await store.handIn(profile, actor: actor)
        let counts = [
            "documents": report.documents.count, "straight": report.result.straight, "wrong": report.result.wrong,
            "tolerated": report.tolerated,
        ]
        return try await store.tested(
            profile.digest, isPassed: report.isPassed, result: counts.mapValues { "\($0)" }, actor: actor)
    }

    /// New batches begin with the version from now on.
    package func activate(
        _ profile: LoadedProfile, by actor: String
    ) async throws(CaptureError) -> ProfileVersionRecord {
        try await store.release(
            profile.digest, needsSecondPerson: profile.profile.protection.obligations.needsSecondPerson, actor: actor)
    }

    /// The version that was released before comes back.
    package func rollBack(_ name: String, by actor: String) async throws(CaptureError) -> ProfileVersionRecord {
        try await store.rollBack(profile: name, actor: actor)
    }
}

extension LoadedProfile {
    /// SHA-256 of the text: the name of this very version.
    package var digest: String { SHA256.of(Data(source.utf8)) }
}
