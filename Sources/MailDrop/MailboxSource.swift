package import DurableFiles

/// A mailbox (Postfach) whose messages become batches, as the daemon's configuration names it.
package struct MailboxSource: Sendable, Hashable {
    package enum Security: String, Sendable, Codable, CaseIterable {
        /// TLS from the first byte on.
        case tls
        /// TLS after the greeting; a server that does not offer it is not talked to.
        case starttls
        /// In the clear; for a server or tunnel on this machine alone.
        case none
    }

    package var host: String
    /// nil takes the usual one: 993 with TLS from the first byte on, else 143.
    package var port: Int?
    package var security: Security
    package var user: String
    package var password: SecretFile
    /// PEM file of the certificates the server's is traced back to; nil takes those of this machine.
    package var certificates: String?
    /// The folder of the mailbox that messages arrive in.
    package var mailbox = "INBOX"
    /// Where messages go that were taken; created where it is missing.
    package var done = "Erledigt"
    /// Where messages go of which nothing could be taken; created where it is missing.
    package var refused = "Abgewiesen"
    /// Messages that were taken are deleted instead.
    package var deletesDone = false
    /// Name of the profile.
    package var profile: String
    /// Values that the mailbox stands for, as `office`; ours, so they are trusted.
    package var context: [String: String] = [:]
    /// Pseudonym of the person whose mail comes by this mailbox; nil where it is nobody's.
    package var operatedBy: String?
    /// Bytes of the largest message that is taken.
    package var messageSizeInBytes = 50 << 20
    /// Seconds between looks.
    package var pollSeconds = 60.0

    package init(host: String, security: Security, user: String, password: SecretFile, profile: String) {
        self.host = host
        self.security = security
        self.user = user
        self.password = password
        self.profile = profile
    }

    /// Whether a server can be asked for a folder of this name.
    package static func isFolderName(_ name: String) -> Bool { IMAPName.isSound(name) }

    /// What people call it, and what all names of its messages begin with.
    package var name: String { "\(user)@\(host)/\(mailbox)" }

    /// What the names of its messages begin with, as long as the server keeps its numbers.
    func prefix(validity: UInt32) -> String { "imap://\(name);UIDVALIDITY=\(validity);UID=" }

    /// What all names of its messages begin with, whatever numbers the server gave.
    var prefix: String { "imap://\(name);UIDVALIDITY=" }
}
