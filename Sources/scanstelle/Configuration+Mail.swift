import CaptureModel
import DurableFiles
import Foundation
import MailDrop

extension Configuration {
    /// A mailbox whose messages become batches.
    struct Mail: Sendable, Decodable {
        let host: String
        let port: Int?
        let security: MailboxSource.Security?
        let user: String
        let passwordFile: String
        /// PEM of the certificates the server's is traced back to; those of this machine where left out.
        let certificates: String?
        let mailbox: String?
        let done: String?
        let refused: String?
        let deleteDone: Bool?
        let profile: String
        /// Values that the mailbox stands for.
        let context: [String: String]?
        /// Pseudonym of the person whose mail comes by this mailbox.
        let `operator`: String?
        let largestMB: Int?
        let pollSeconds: Double?
    }

    static let mailKeys: Set<String> = [
        "host", "port", "security", "user", "passwordFile", "certificates", "mailbox", "done", "refused", "deleteDone",
        "profile", "context", "operator", "largestMB", "pollSeconds",
    ]

    /// The mailboxes; of what is wrong with one its administrator is told at the start.
    func mailboxes() throws(CaptureError) -> [MailboxSource] {
        var sources: [MailboxSource] = []
        for mail in mail ?? [] { sources.append(try mail.source()) }
        guard Set(sources.map(\.name)).count == sources.count else { throw Self.invalid("mail: mailbox twice") }
        return sources
    }
}

extension Configuration.Mail {
    /// The worker takes a message apart in memory, of which it has 1.5 GB.
    private static let sizes = 1...200
    /// Hosts whose mail does not leave this machine.
    private static let ourselves: Set = ["127.0.0.1", "::1", "localhost"]

    fileprivate func source() throws(CaptureError) -> MailboxSource {
        try check()
        var source = MailboxSource(
            host: host, security: security ?? .tls, user: user, password: SecretFile(named: passwordFile),
            profile: profile)
        source.port = port
        source.certificates = certificates
        source.mailbox = mailbox ?? source.mailbox
        source.done = done ?? source.done
        source.refused = refused ?? source.refused
        source.deletesDone = deleteDone ?? false
        source.context = context ?? [:]
        source.operatedBy = `operator`
        source.messageSizeInBytes = largestMB.map { $0 << 20 } ?? source.messageSizeInBytes
        source.pollSeconds = pollSeconds ?? source.pollSeconds
        return source
    }

    private func check() throws(CaptureError) {
        let folders = [mailbox ?? "INBOX", done ?? "Erledigt", refused ?? "Abgewiesen"]
        let faults: [(isWrong: Bool, place: String)] = [
            (host.isEmpty || host.contains { "/@ ".contains($0) }, "host?"),
            (user.isEmpty, "user?"),
            (!(port.map { (1...65_535).contains($0) } ?? true), "port? (1 ... 65535)"),
            (security == MailboxSource.Security.none && !Self.ourselves.contains(host), "security? (tls, starttls)"),
            (!(largestMB.map { Self.sizes.contains($0) } ?? true), "largestMB? (1 ... 200)"),
            (!(pollSeconds.map { $0 > 0 } ?? true), "pollSeconds?"),
            (!folders.allSatisfy(MailboxSource.isFolderName), "mailbox, done, refused?"),
            (Set(folders).count < folders.count, "mailbox, done, refused: name twice"),
        ]
        if let fault = faults.first(where: \.isWrong) {
            throw Configuration.invalid("mail: \(user)@\(host): \(fault.place)")
        }
    }
}
