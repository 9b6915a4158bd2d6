package import Foundation

/// E-mail messages written by hand, as small as a case needs them.
package struct MailText: Sendable {
    /// Head lines and content of a part, as they stand in the message.
    package struct Part: Sendable {
        package let text: String

        /// A part as it is written.
        package init(_ text: String) { self.text = text }

        /// A file, as mail programs attach it; `head` replaces what says that it is attached.
        package static func file(_ name: String, _ type: String, _ bytes: Data, head: String? = nil) -> Part {
            let lines = bytes.base64EncodedString(options: [.lineLength76Characters, .endLineWithCarriageReturn])
            let head = head ?? "Content-Disposition: attachment; filename=\"\(name)\""
            return Part(
                "Content-Type: \(type); name=\"\(name)\"\r\nContent-Transfer-Encoding: base64\r\n\(head)\r\n\r\n\(lines)\r\n"
            )
        }

        package static func text(_ text: String, _ type: String = "text/plain; charset=utf-8") -> Part {
            Part("Content-Type: \(type)\r\nContent-Transfer-Encoding: 8bit\r\n\r\n\(text)\r\n")
        }

        /// Parts in a part.
        package static func parts(_ kind: String, _ parts: [Part], boundary: String) -> Part {
            let inner = parts.map { "--\(boundary)\r\n\($0.text)" }.joined()
            return Part("Content-Type: multipart/\(kind); boundary=\"\(boundary)\"\r\n\r\n\(inner)--\(boundary)--\r\n")
        }

        /// A message in a message.
        package static func message(_ message: MailText) -> Part {
            Part("Content-Type: message/rfc822\r\n\r\n\(message.text)")
        }
    }

    package let text: String

    /// - Parameter body: the part that is the message.
    package init(
        subject: String = "Antrag", from: String = "Erika Muster <erika@muster.example>", id: Int = 1, _ body: Part
    ) {
        text = """
            From: \(from)\r
            To: post@kreis.example\r
            Subject: \(subject)\r
            Date: Fri, 20 Nov 2026 08:15:00 +0100\r
            Message-ID: <\(id)@muster.example>\r
            MIME-Version: 1.0\r
            \(body.text)
            """
    }

    /// A message with a word of text and these files.
    package init(subject: String = "Antrag", id: Int = 1, files: [Part]) {
        self.init(
            subject: subject, id: id, .parts("mixed", [.text("Guten Tag, anbei.")] + files, boundary: "grenze"))
    }

    package var data: Data { Data(text.utf8) }
}
