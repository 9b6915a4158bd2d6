package import Cryptography
package import DurableFiles
package import Foundation

/// What the operator says a key or service is worth.
///
/// Scanstelle cannot know: whether a seal is qualified hangs on the trust service and how its key is kept.
package enum Assurance: String, Sendable, Codable, CaseIterable {
    case advanced, qualified
}

/// A key that seals documents, as the daemon's configuration names it.
package struct SealSource: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case file(path: String, password: SecretFile)
        case token(module: String, token: String, key: String?, pin: SecretFile, certificates: String?)
    }

    package var name: String
    package var kind: Kind
    package var assurance: Assurance
    package var digest: DigestAlgorithm

    package init(name: String, kind: Kind, assurance: Assurance = .advanced, digest: DigestAlgorithm = .sha256) {
        self.name = name
        self.kind = kind
        self.assurance = assurance
        self.digest = digest
    }
}

/// A timestamp service (RFC 3161), as the daemon's configuration names it.
package struct TimestampSource: Sendable, Hashable {
    package var name: String
    package var url: URL
    /// PEM file of the certificates its answers are traced back to; nil takes those of this machine.
    package var certificates: String?
    /// Object identifier of the policy its answers must follow; nil takes any.
    package var policy: String?
    package var user: String?
    package var password: SecretFile
    package var timeoutSeconds: Double
    package var assurance: Assurance
    package var digest: DigestAlgorithm

    package init(
        name: String, url: URL, certificates: String? = nil, policy: String? = nil, user: String? = nil,
        password: SecretFile = .none, timeoutSeconds: Double = 10, assurance: Assurance = .advanced,
        digest: DigestAlgorithm = .sha256
    ) {
        self.name = name
        self.url = url
        self.certificates = certificates
        self.policy = policy
        self.user = user
        self.password = password
        self.timeoutSeconds = timeoutSeconds
        self.assurance = assurance
        self.digest = digest
    }
}
