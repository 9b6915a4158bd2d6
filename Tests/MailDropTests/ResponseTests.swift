import Foundation
import Testing

@testable import MailDrop

@Suite("lines of an IMAP server")
struct ResponseTests {
    @Test(
        "a listed message is read whatever the order of its items",
        arguments: [
            #"* 1 FETCH (UID 7 RFC822.SIZE 4711 INTERNALDATE "20-Nov-2026 08:15:30 +0100" FLAGS (\Seen))"#,
            #"* 1 FETCH (FLAGS (\Seen \Flagged) INTERNALDATE "20-Nov-2026 08:15:30 +0100" RFC822.SIZE 4711 UID 7)"#,
            #"* 1 fetch (uid 7 MODSEQ (12) rfc822.size 4711 internaldate "20-nov-2026 07:15:30 +0000" flags ())"#,
        ])
    func listed(_ line: String) throws {
        let message = try #require(ListedMessage(line))
        #expect(message.uid == 7 && message.sizeInBytes == 4711 && !message.isDeleted)
        #expect(message.received == Date(timeIntervalSince1970: 1_795_158_930))
    }

    @Test("a message that is marked to be deleted is known as such")
    func deleted() {
        #expect(ListedMessage(#"* 3 FETCH (UID 1 RFC822.SIZE 2 FLAGS (\Seen \Deleted))"#)?.isDeleted == true)
    }

    @Test(
        "other lines are no message",
        arguments: [
            "", "*", "* 3 EXISTS", "* 1 FETCH", "* 1 FETCH (", "* 1 FETCH (UID)", "* 1 FETCH (UID 0 RFC822.SIZE 1)",
            "* 1 FETCH (UID 1 RFC822.SIZE -1)", "* x FETCH (UID 1 RFC822.SIZE 1)", "A1 OK FETCH (UID 1 RFC822.SIZE 1)",
            #"* 1 FETCH (INTERNALDATE "x UID 1 RFC822.SIZE 1)"#, "* 1 FETCH (UID 99999999999 RFC822.SIZE 1)",
        ])
    func others(_ line: String) { #expect(ListedMessage(line) == nil) }

    @Test(
        "a date that is none is left out, its message is not", arguments: ["", "gestern", "31-Foo-2026 00:00:00 +0000"])
    func date(_ text: String) {
        let message = ListedMessage("* 1 FETCH (UID 1 RFC822.SIZE 1 INTERNALDATE \"\(text)\")")
        #expect(message != nil && message?.received == nil)
    }

    @Test("what the server says of a mailbox is found among its other lines")
    func reply() {
        let reply = IMAPReply(lines: [
            "* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready", "* 4 EXISTS", "* OK [UIDVALIDITY 1700000000] UIDs valid",
            "* 5 EXISTS", "A3 OK [READ-WRITE] done", "A4 NO [TRYCREATE] no such folder",
        ])
        #expect(reply.code("UIDVALIDITY") == 1_700_000_000 && reply.exists == 5)
        #expect(reply.offers("IMAP4REV1") && !reply.offers("MOVE"))
        #expect(reply.refusal == "A4 NO [TRYCREATE] no such folder")
    }

    @Test(
        "names of folders are written as servers know them",
        arguments: [
            ("Erledigt", "\"Erledigt\""), ("Zurückgewiesen", "\"Zur&APw-ckgewiesen\""), ("Alt & Neu", "\"Alt &- Neu\""),
            ("a\"b\\c", "\"a\\\"b\\\\c\""), ("日本", "\"&ZeVnLA-\""),
        ])
    func names(_ name: String, _ expected: String) { #expect(IMAPName.quoted(name) == expected) }

    @Test("a name that would end a command is none", arguments: ["", "a\r\nb", "\u{0}", "a\u{7F}"])
    func unsound(_ name: String) { #expect(!MailboxSource.isFolderName(name)) }
}
