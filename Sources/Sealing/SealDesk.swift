// Seals finished documents: a PAdES signature inside the PDF (B-B), by the clock of a timestamp service (B-T), or one
// timestamp for many documents with an evidence record for each (RFC 4998).
//
// Run again with the same documents it gives sealed documents again: nothing of an earlier run is needed, and what that
// left under the final names is replaced in one step. Who calls commits afterwards that the documents are sealed; before
// that no file here counts as a document.

package import CaptureModel
import Cryptography
import DurableFiles
package import Foundation

/// A composed document that waits for its seal.
package struct UnsealedDocument: Sendable {
    /// The composed file, which has room for a seal where the settings name a key.
    package var path: String
    package var sha256: String
    /// nil where the settings name no key.
    package var slot: SealSlot?
    /// Where the sealed document goes; the same as `path` where nothing is put into it.
    package var target: String
    /// Where its evidence record goes, if there is one.
    package var evidence: String

    package init(path: String, sha256: String, slot: SealSlot?, target: String, evidence: String) {
        self.path = path
        self.sha256 = sha256
        self.slot = slot
        self.target = target
        self.evidence = evidence
    }
}

/// What sealing made of a document.
package struct SealedDocument: Sendable, Hashable {
    package var sha256: String
    /// Facts for the audit trail: no names, no texts.
    package var detail: [String: String]
}

/// The keys and services of this installation.
package actor SealDesk {
    /// Room for a timestamp with the certificates of its service.
    private static let timestampSize = 12_288

    let keys: [String: SealKeyHolder]
    let services: [String: TimestampClient]
    let now: @Sendable () -> Date

    /// - Parameter now: the clock that signatures and certificates are measured by.
    package init(
        seals: [SealSource] = [], timestamps: [TimestampSource] = [], now: @escaping @Sendable () -> Date = { Date() },
        clock: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) {
        keys = Dictionary(seals.map { ($0.name, SealKeyHolder($0)) }) { first, _ in first }
        services = Dictionary(timestamps.map { ($0.name, TimestampClient($0, now: clock)) }) { first, _ in first }
        self.now = now
    }

    /// What the composer must leave room for; nil where nothing is put into the file.
    ///
    /// It opens the key, so that a wrong one is told before anything is composed.
    package func preparation(for settings: SealSettings) async throws(CaptureError) -> SealPreparation? {
        _ = try service(of: settings)
        guard let holder = try holder(of: settings) else { return nil }
        let time = now()
        let size = try await holder.with { (key) throws(CaptureError) in
            try key.check(at: time)
            return key.signatureSizeInBytes
        }
        let isTimestamped = settings.kind == .document && settings.timestamp != nil
        return SealPreparation(
            reservedBytes: size + (isTimestamped ? Self.timestampSize : 0), time: PreparedFile.time(time),
            reason: "Unverändertheit des Scanprodukts / integrity of the scan product")
    }

    /// Seals documents together; all of them are sealed, or it throws and none counts.
    package func seal(
        _ documents: [UnsealedDocument], _ settings: SealSettings
    ) async throws(CaptureError) -> [SealedDocument] {
        var sealed: [SealedDocument] = []
        for document in documents { sealed.append(try await sign(document, settings)) }
        return settings.makesEvidence ? try await witness(documents, sealed, settings) : sealed
    }

    // MARK: Signatures

    private func sign(
        _ document: UnsealedDocument, _ settings: SealSettings
    ) async throws(CaptureError) -> SealedDocument {
        guard let holder = try holder(of: settings) else {
            guard try SHA256.of(file: document.path).hex == document.sha256 else {
                throw .sealMaterialChanged("SHA-256")
            }
            return SealedDocument(sha256: document.sha256, detail: [:])
        }
        guard let slot = document.slot else { throw .sealMaterialChanged("no placeholder") }
        try FaultPoint.pass("seal.sign")
        let file = PreparedFile(path: document.path, slot: slot)
        let date = now()
        let time = PreparedFile.time(date)
        let algorithm = holder.source.digest
        var (signature, detail) = try await holder.with { (key) throws(CaptureError) in
            try key.check(at: date)
            let digest = try file.digest(algorithm, time: time, sha256: document.sha256)
            let signature = try DetachedSignature(digest: digest, algorithm, by: key)
            return (signature, ["level": "PAdES B-B", "certificate": key.facts.fingerprint])
        }
        if settings.kind == .document, let client = try service(of: settings) {
            let token = try await client.token(over: MessageDigest.of(try signature.value(), client.source.digest))
            signature = try signature.adding(token)
            detail["level"] = "PAdES B-T"
            detail["time"] = token.time.formatted(.iso8601)
        }
        let (done, facts) = (signature, detail)
        let sha256 = try await holder.with { (_) throws(CaptureError) in
            try file.seal(done, time: time, algorithm, to: document.target)
        }
        try FaultPoint.pass("seal.place")
        return SealedDocument(sha256: sha256, detail: facts)
    }

    // MARK: Evidence

    /// One timestamp over all of them; each gets its part of the tree.
    private func witness(
        _ documents: [UnsealedDocument], _ sealed: [SealedDocument], _ settings: SealSettings
    ) async throws(CaptureError) -> [SealedDocument] {
        guard let client = try service(of: settings), !documents.isEmpty else { return sealed }
        let algorithm = client.source.digest
        let roots = try TrustedRoots(of: client.source)
        var digests: [[UInt8]] = []
        for document in documents { digests.append(try Evidence.digest(of: document.target, algorithm)) }
        let tree = HashTree(digests, algorithm)
        let token = try await client.token(over: tree.root)
        var witnessed: [SealedDocument] = []
        for (index, document) in documents.enumerated() {
            let record = EvidenceRecord(proof: tree.proofs[index], token: token, algorithm)
            let digest = digests[index]
            _ = try record.check(roots: roots) { _ in digest }
            try DurableFile.write(Data(record.bytes), to: document.evidence)
            try FaultPoint.pass("seal.evidence")
            var done = sealed[index]
            done.detail["evidence"] = SHA256.of(Data(record.bytes))
            done.detail["documents"] = "\(documents.count)"
            done.detail["time"] = token.time.formatted(.iso8601)
            witnessed.append(done)
        }
        return witnessed
    }

    // MARK: What the profile names

    private func holder(of settings: SealSettings) throws(CaptureError) -> SealKeyHolder? {
        guard let name = settings.key else { return nil }
        guard let holder = keys[name] else { throw .sealUnknown(name) }
        return holder
    }

    private func service(of settings: SealSettings) throws(CaptureError) -> TimestampClient? {
        guard let name = settings.timestamp else { return nil }
        guard let service = services[name] else { throw .sealUnknown(name) }
        return service
    }
}
