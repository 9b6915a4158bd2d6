package import Foundation

/// What is known of an e-mail message (E-Mail-Nachricht) that came in.
///
/// Besides `received` all of it is the sender's to say: shown and offered as candidates, never trusted.
package struct MailFacts: Sendable, Hashable, Codable {
    /// When the mail server took it, or we did: the day from which deadlines run.
    package var received: Date
    package var subject: String?
    /// The address alone, without the name.
    package var sender: String?
    package var sent: Date?
    /// Parts that are no documents: text, small pictures in it, signatures.
    package var leftOut: Int?

    package init(received: Date) { self.received = received }
}

/// Take a message apart: `out/part-0001` and so on hold its attachments, decoded.
package struct MessageRequest: Sendable, Codable {
    package var file: String
    package var limits: MessageLimits

    package init(file: String, limits: MessageLimits = MessageLimits()) {
        self.file = file
        self.limits = limits
    }
}

/// What a message may be at most; one beyond it is refused as a whole.
package struct MessageLimits: Sendable, Hashable, Codable {
    /// Attachments that become files of the batch.
    package var attachments = 100
    /// Parts of all kinds.
    package var parts = 1_000
    /// Parts in parts.
    package var depth = 30
    /// Messages in messages, as when one is forwarded as an attachment.
    package var messages = 5

    package init() {}
}

/// What a message is made of.
package struct MessageContents: Sendable, Hashable, Codable {
    package var attachments: [MessageAttachment]
    package var subject: String?
    package var sender: String?
    package var sent: Date?
    package var leftOut: Int
    /// What a person should know, as that a part is encrypted.
    package var findings: [Finding]

    package init(attachments: [MessageAttachment] = [], leftOut: Int = 0, findings: [Finding] = []) {
        self.attachments = attachments
        self.leftOut = leftOut
        self.findings = findings
    }
}

/// A file that was attached to a message, or to a message in it.
package struct MessageAttachment: Sendable, Hashable, Codable {
    /// The name it came with: data, never a path.
    package var name: String
    package var sizeInBytes: Int

    package init(name: String, sizeInBytes: Int) {
        self.name = name
        self.sizeInBytes = sizeInBytes
    }

    /// Name below `out/` of the attachment at `index`, from 0.
    package static func file(_ index: Int) -> String {
        let digits = String(index + 1)
        return "part-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
