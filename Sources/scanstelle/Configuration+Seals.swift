import CaptureModel
import Cryptography
import DurableFiles
import Foundation
import Profiles
import Sealing

extension Configuration {
    /// A key that seals documents: a PKCS #12 file or a PKCS #11 token.
    struct Seal: Sendable, Decodable {
        enum Kind: String, Sendable, Decodable { case pkcs12, pkcs11 }

        let name: String
        let kind: Kind
        /// PKCS #12.
        let file: String?
        let passwordFile: String?
        /// PKCS #11.
        let module: String?
        let token: String?
        let key: String?
        let pinFile: String?
        /// PEM of the key's certificate and those above it, where the token does not hold them.
        let certificates: String?
        /// What the operator says the seal is; Scanstelle cannot know.
        let assurance: Assurance?
        let digest: DigestAlgorithm?
    }

    /// A timestamp service (RFC 3161).
    struct Timestamp: Sendable, Decodable {
        let name: String
        let url: String
        /// PEM of the certificates its answers are traced back to; those of this machine where left out.
        let certificates: String?
        let policy: String?
        let user: String?
        let passwordFile: String?
        let timeoutSeconds: Double?
        let assurance: Assurance?
        let digest: DigestAlgorithm?
    }

    /// Keys and services as the seal desk wants them.
    func sealDesk() throws(CaptureError) -> SealDesk {
        try Self.refuseTwins((seals ?? []).map(\.name), in: "seals")
        try Self.refuseTwins((timestamps ?? []).map(\.name), in: "timestamps")
        var sources: [SealSource] = []
        for seal in seals ?? [] { sources.append(try seal.source()) }
        var services: [TimestampSource] = []
        for timestamp in timestamps ?? [] { services.append(try timestamp.source()) }
        return SealDesk(seals: sources, timestamps: services)
    }

    /// Which of two would be used, nobody could tell.
    private static func refuseTwins(_ names: [String], in section: String) throws(CaptureError) {
        guard Set(names).count == names.count else { throw invalid("\(section): name twice") }
    }

    /// What the operator says of the seals.
    var sealStatements: [SealStatement] {
        (seals ?? []).map { SealStatement(name: $0.name, isQualified: $0.assurance == .qualified) }
    }

    /// What the operator says of the timestamp services.
    var timestampStatements: [SealStatement] {
        (timestamps ?? []).map { SealStatement(name: $0.name, isQualified: $0.assurance == .qualified) }
    }
}

extension Configuration.Seal {
    fileprivate func source() throws(CaptureError) -> SealSource {
        SealSource(name: name, kind: try kindSource(), assurance: assurance ?? .advanced, digest: digest ?? .sha256)
    }

    private func kindSource() throws(CaptureError) -> SealSource.Kind {
        switch kind {
        case .pkcs12:
            guard let file else { throw Configuration.invalid("seals: \(name): file?") }
            return .file(path: file, password: SecretFile(named: passwordFile))
        case .pkcs11:
            guard let module, let token else { throw Configuration.invalid("seals: \(name): module, token?") }
            return .token(
                module: module, token: token, key: key, pin: SecretFile(named: pinFile), certificates: certificates)
        }
    }
}

extension Configuration.Timestamp {
    /// Longer nobody waits for a service that answers in milliseconds.
    private static let timeouts = 1.0...120.0

    fileprivate func source() throws(CaptureError) -> TimestampSource {
        guard let address = URL(string: url), ["http", "https"].contains(address.scheme), address.host != nil else {
            throw Configuration.invalid("timestamps: \(name): url?")
        }
        // Timestamps prove themselves, an account's password on the way does not.
        if user != nil, address.scheme == "http", !["127.0.0.1", "localhost", "::1"].contains(address.host) {
            throw Configuration.invalid("timestamps: \(name): user? (https)")
        }
        let seconds = timeoutSeconds ?? 10
        guard Self.timeouts.contains(seconds) else {
            throw Configuration.invalid("timestamps: \(name): timeoutSeconds? (1 ... 120)")
        }
        return TimestampSource(
            name: name, url: address, certificates: certificates, policy: policy, user: user,
            password: SecretFile(named: passwordFile), timeoutSeconds: seconds, assurance: assurance ?? .advanced,
            digest: digest ?? .sha256)
    }
}

extension SecretFile {
    /// A path, or the name of a credential that the service manager hands over.
    init(named name: String?) {
        switch name {
        case .none: self = .none
        case .some(let path) where path.contains("/"): self = .file(path)
        case .some(let credential): self = .credential(credential)
        }
    }
}
