// Takes an e-mail message apart: which of its parts are documents, and what a person must know of the others.
//
// GMime reads the message; what it is made of is judged in `PartJudgement`, over facts alone. Everything that may be a
// document becomes a file, whatever it claims to be: whether it can be read its own inspection tells, so that an
// attachment that cannot is refused with its reason instead of being passed over. Text of the message, small pictures in
// it and signatures are left out; they stay in the message, which is kept as it came.

import CGMime
package import CaptureModel
package import Foundation

/// Reads messages (RFC 5322, MIME); runs in the sandbox.
///
/// GMime is used from one thread.
package struct MessageReader {
    private let limits: MessageLimits

    package init(limits: MessageLimits) {
        self.limits = limits
        g_mime_init()
    }

    /// Writes the attachments of the message at `path` into `folder`, named as `MessageAttachment.file` tells.
    ///
    /// Fails with `badInput` where the message holds nothing that could be a document, or is beyond a limit.
    package func open(_ path: String, into folder: String) throws(CaptureError) -> MessageContents {
        try contents(of: ParsedMessage(path)) { walk, part, number throws(CaptureError) in
            try walk.write(part, to: folder + "/" + MessageAttachment.file(number))
        }
    }

    /// The same of bytes in memory; nothing is written.
    package func open(_ bytes: Data) throws(CaptureError) -> MessageContents {
        try contents(of: ParsedMessage(bytes: bytes)) { walk, part, _ in walk.size(of: part) }
    }

    private func contents(
        of message: consuming ParsedMessage,
        keep: (borrowing MessageWalk, MessagePart, Int) throws(CaptureError) -> Int
    ) throws(CaptureError) -> MessageContents {
        var walk = MessageWalk(limits: limits)
        try walk.visit(message)
        let judgement = PartJudgement(walk.parts)
        let kept = judgement.attachments
        guard kept.count <= limits.attachments else { throw .tooManyAttachments(limit: limits.attachments) }
        guard !kept.isEmpty else { throw .withoutAttachments(walk.findings) }
        var contents = MessageContents(leftOut: judgement.leftOut, findings: walk.findings)
        for (number, part) in kept.enumerated() {
            let size = try keep(walk, part, number)
            contents.attachments.append(MessageAttachment(name: part.name, sizeInBytes: size))
        }
        (contents.subject, contents.sender, contents.sent) = (message.subject, message.sender, message.sent)
        return contents
    }
}
