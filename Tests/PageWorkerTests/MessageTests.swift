import CaptureModel
import Foundation
import TestSupport
import Testing

@Suite("taking an e-mail message apart")
struct MessageTests {
    private static let pdf = HandPDF(scan: .letter).data

    private func open(_ message: Data, limits: MessageLimits = MessageLimits()) throws -> (WorkerResult, JobRun) {
        let run = try JobRun()
        let name = try run.give(message)
        return (try run.result(of: .openMessage(MessageRequest(file: name, limits: limits))), run)
    }

    private func contents(_ message: MailText, limits: MessageLimits = MessageLimits()) throws -> MessageContents {
        let (result, _) = try open(message.data, limits: limits)
        return try #require(result.contents, "\(result)")
    }

    @Test("attachments become files byte for byte, and the head tells sender, subject and day")
    func attachments() throws {
        let message = MailText(
            subject: "=?utf-8?B?V2lkZXJzcHJ1Y2ggZ2VnZW4gR2Viw7xocg==?=",
            .parts(
                "mixed",
                [
                    .text("Guten Tag"), .file("Brief.pdf", "application/pdf", Self.pdf),
                    .file("foto.jpg", "application/octet-stream", BlockJPEG.letter.data),
                ], boundary: "b"))
        let (result, run) = try open(message.data)
        let contents = try #require(result.contents)
        #expect(contents.attachments.map(\.name) == ["Brief.pdf", "foto.jpg"])
        #expect(try run.scratch.read("out/part-0001") == Self.pdf)
        #expect(try run.scratch.read("out/part-0002") == BlockJPEG.letter.data)
        #expect(contents.attachments.map(\.sizeInBytes) == [Self.pdf.count, BlockJPEG.letter.data.count])
        #expect(contents.subject == "Widerspruch gegen Gebühr" && contents.sender == "erika@muster.example")
        #expect(contents.sent == Date(timeIntervalSince1970: 1_795_158_900))
        #expect(contents.leftOut == 1 && contents.findings.isEmpty)
    }

    @Test("a message that is nothing but a file is taken, as multifunction devices send it")
    func bare() throws {
        let contents = try contents(MailText(.file("scan.pdf", "application/pdf", Self.pdf)))
        #expect(contents.attachments.map(\.name) == ["scan.pdf"])
    }

    @Test("files of a message that was forwarded as an attachment are taken, too")
    func forwarded() throws {
        let inner = MailText(subject: "Innen", files: [.file("innen.pdf", "application/pdf", Self.pdf)])
        let contents = try contents(
            MailText(files: [.message(inner), .file("aussen.pdf", "application/pdf", Self.pdf)]))
        #expect(contents.attachments.map(\.name) == ["innen.pdf", "aussen.pdf"])
        #expect(contents.subject == "Antrag")
    }

    /// A picture of `size` bytes in the text, which shows it where `shown` says so.
    private static func related(size: Int, shown: Bool = true, head: String = "Content-Disposition: inline") -> MailText
    {
        let text = shown ? "<html><img src=\"cid:logo@muster\"></html>" : "<html>Gruß</html>"
        let picture = MailText.Part.file(
            "logo.jpg", "image/jpeg", BlockJPEG.letter.data + Data(count: max(0, size - BlockJPEG.letter.data.count)),
            head: "Content-ID: <logo@muster>\r\n" + head)
        let letter = MailText.Part.file("brief.pdf", "application/pdf", pdf)
        return MailText(
            .parts(
                "mixed", [.parts("related", [.text(text, "text/html"), picture], boundary: "innen"), letter],
                boundary: "b"))
    }

    @Test("a small picture that the text shows is no document")
    func ornament() throws {
        #expect(try contents(Self.related(size: 0)).attachments.map(\.name) == ["brief.pdf"])
    }

    @Test(
        "a picture is a document where it is large, is not shown by the text, or is attached",
        arguments: [
            related(size: 200_000), related(size: 0, shown: false),
            related(size: 0, head: "Content-Disposition: attachment; filename=logo.jpg"),
        ])
    func picture(_ message: MailText) throws {
        #expect(try contents(message).attachments.map(\.name) == ["logo.jpg", "brief.pdf"])
    }

    @Test("signatures and calendars go with the text; the signed part itself is taken")
    func signed() throws {
        let signature = MailText.Part.file("smime.p7s", "application/pkcs7-signature", Data([1, 2, 3]))
        let inner = MailText.Part.parts(
            "mixed",
            [
                .text("Text"), .file("brief.pdf", "application/pdf", Self.pdf),
                .text("BEGIN:VCALENDAR", "text/calendar"),
            ], boundary: "innen")
        let contents = try contents(
            MailText(
                .parts("signed; protocol=\"application/pkcs7-signature\"", [inner, signature], boundary: "aussen")))
        #expect(contents.attachments.map(\.name) == ["brief.pdf"] && contents.leftOut == 3)
    }

    @Test("names are data: none leads anywhere, and a file without one gets a name")
    func names() throws {
        let contents = try contents(
            MailText(files: [
                .file("../../etc/passwd", "application/pdf", Self.pdf),
                .file("", "application/pdf", Self.pdf, head: "X: y"),
                .file(
                    "x", "image/png", Data([1]),
                    head: "Content-Disposition: attachment; filename*=utf-8''a%0A%C2%85%E2%80%AEb.png"),
            ]))
        #expect(contents.attachments.map(\.name) == ["../../etc/passwd", "Anlage 3.pdf", "a b.png"])
    }

    private static let smime = "application/pkcs7-mime; smime-type=enveloped-data"
    private static let pgp = MailText.Part.parts(
        "encrypted; protocol=\"application/pgp-encrypted\"",
        [
            .text("Version: 1", "application/pgp-encrypted"),
            .file("encrypted.asc", "application/octet-stream", Data([1])),
        ], boundary: "b")
    private static let report = MailText.Part.parts(
        "report; report-type=delivery-status",
        [.text("unzustellbar"), .message(MailText(files: [.file("a.pdf", "application/pdf", pdf)]))], boundary: "b")

    private static let useless: [(String, MailText)] = [
        ("mail-without-attachments", MailText(.text("Bitte um Rückruf."))),
        ("mail-part-encrypted", MailText(.file("smime.p7m", smime, Data([1])))),
        ("mail-part-encrypted", MailText(pgp)), ("mail-report", MailText(report)),
        ("mail-part-external", MailText(.text("x", "message/partial; id=a; number=1; total=3"))),
    ]

    @Test("a message without anything that could be a document is refused, and why is told", arguments: useless)
    func refused(_ problem: String, _ message: MailText) throws {
        #expect(try open(message.data).0.problem == problem)
    }

    @Test("an encrypted part beside a readable one is told")
    func partlyEncrypted() throws {
        let contents = try contents(
            MailText(files: [
                .file("brief.pdf", "application/pdf", Self.pdf),
                .file("smime.p7m", Self.smime, Data([1])),
            ]))
        #expect(contents.findings.map(\.code) == ["mail-part-encrypted"] && contents.attachments.count == 1)
    }

    @Test("more than the limits allow is refused as a whole")
    func limits() throws {
        var limits = MessageLimits()
        limits.attachments = 2
        let file = MailText.Part.file("a.pdf", "application/pdf", Self.pdf)
        #expect(
            try open(MailText(files: [file, file, file]).data, limits: limits).0.problem == "mail-too-many-attachments")
        var message = MailText(files: [file])
        for _ in 0..<7 { message = MailText(.message(message)) }
        #expect(try open(message.data).0.problem == "mail-too-nested")
        var part = file
        for depth in 0..<40 { part = .parts("mixed", [part], boundary: "b\(depth)") }
        #expect(try open(MailText(part).data).0.problem == "mail-too-nested")
    }

    private static func repeated(_ text: String, _ count: Int, before: String = "", after: String = "") -> Data {
        Data((before + String(repeating: text, count: count) + after).utf8)
    }

    private static var nested: Data {
        var text = ""
        for depth in 0..<3_000 { text += "Content-Type: multipart/mixed; boundary=b\(depth)\r\n\r\n--b\(depth)\r\n" }
        return Data(text.utf8)
    }

    private static let hostile: [Data] = [
        Data(), Data([0, 255, 10, 13]), Data("Subject: x".utf8), Data(repeating: 0x41, count: 3 << 20),
        Data("Content-Type: multipart/mixed; boundary=\"\"\r\n\r\n--\r\n--\r\n----\r\n".utf8), nested,
        repeated("--b\r\n\r\n", 50_000, before: "Content-Type: multipart/mixed; boundary=b\r\n\r\n"),
        repeated("Content-Type: message/rfc822\r\n\r\n", 3_000),
        repeated("=?utf-8?B?AAAA?= ", 60_000, before: "Subject: ", after: "\r\n\r\nx"),
        repeated("(", 200_000, before: "From: ", after: "\r\n\r\nx"),
        repeated("; a*1=b", 50_000, before: "Content-Type: text/plain", after: "\r\n\r\nx"),
    ]

    @Test("what was made to harm does none: the worker answers and takes the next job", arguments: hostile.indices)
    func harmless(_ index: Int) throws {
        let run = try JobRun()
        let message = Self.hostile[index]
        let good = MailText(files: [.file("a.pdf", "application/pdf", Self.pdf)])
        let jobs = [
            WorkerJob.openMessage(MessageRequest(file: try run.give(message))),
            .openMessage(MessageRequest(file: try run.give(good.data, as: "good"))),
        ]
        let results = try run.results(of: jobs, isQuiet: false)
        #expect(results.first?.error?.code == .badInput)
        #expect(results.last?.contents?.attachments.count == 1)
    }

    @Test("an attachment that is cut off with its message is taken as it is, and told when it is looked at")
    func cutOff() throws {
        let whole = MailText(files: [.file("a.pdf", "application/pdf", Self.pdf)]).data
        let (result, run) = try open(whole.prefix(whole.count / 2))
        #expect(result.contents?.attachments.count == 1)
        #expect(try run.refusal(of: run.scratch.read("out/part-0001")) == "pdf-damaged")
    }

    private static let zip = Data("PK\u{3}\u{4}".utf8) + Data(count: 26)

    private static let foreign: [(String, Data)] = [
        ("format-winmail", Data([0x78, 0x9F, 0x3E, 0x22, 1, 0])),
        ("format-office", Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0])),
        ("format-office", zip + Data("[Content_Types].xml".utf8)), ("format-archive", zip + Data("brief.pdf".utf8)),
        ("format-heic", Data([0, 0, 0, 24]) + Data("ftypheic".utf8)),
    ]

    @Test("files of everyday formats that are not taken are told by what they are", arguments: foreign)
    func foreignFormats(_ problem: String, _ bytes: Data) throws {
        #expect(try JobRun().refusal(of: bytes) == problem)
    }
}

extension WorkerResult {
    fileprivate var contents: MessageContents? {
        guard case .opened(let contents) = self else { return nil }
        return contents
    }
}
