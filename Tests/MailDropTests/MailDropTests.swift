import BatchStore
import CaptureModel
import DurableFiles
import Foundation
import Logging
import TestSupport
import Testing

@testable import MailDrop

/// The service against a real server; what the worker would say is said by the test.
@Suite("A mail drop", .serialized, .enabled(if: MailServer.isAvailable), .timeLimit(.minutes(5)))
struct MailDropTests {
    private let folder: Scratch
    private let store: BatchStore

    init() throws {
        folder = try Scratch()
        store = try BatchStore(folder: try StateFolder(path: folder.path("state")))
    }

    private static func message(_ number: Int = 1) -> Data {
        MailText(subject: "Brief \(number)", id: number, .text("Hallo")).data
    }

    private func source(_ server: MailServer) -> MailboxSource {
        var source = MailboxSource(
            host: "localhost", security: .tls, user: MailServer.user, password: .file(server.passwordFile),
            profile: "muster")
        source.port = server.securePort
        source.certificates = server.certificates
        source.pollSeconds = 0.05
        return source
    }

    /// Runs the service until `isDone`.
    private func run(
        _ source: MailboxSource, until isDone: @escaping @Sendable () async throws -> Bool
    ) async throws {
        let drop = MailDrop(
            source: source, store: store, logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
        ) { _ in .sample() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await drop.run() }
            while try await !isDone() { try await Task.sleep(for: .milliseconds(5)) }
            group.cancelAll()
        }
    }

    private func received(_ count: Int) async throws -> Bool { try await store.batches(in: .received).count == count }

    private func conclude(_ problem: CaptureError?) async throws {
        for batch in try await store.batches(in: .received) {
            for input in try await store.inputs(of: batch.id) where input.outcome == .stored {
                if let problem {
                    try await store.inspected(input, .failure(problem), of: batch)
                } else {
                    let file = store.file(ofInput: 2, named: "a.pdf")
                    try Data("x".utf8).write(to: URL(fileURLWithPath: store.path(batch, file)))
                    try await store.opened(
                        input, MessageContents(attachments: [MessageAttachment(name: "a.pdf", sizeInBytes: 1)]),
                        attachments: [TakenAttachment(name: "a.pdf", file: file, sha256: "0", sizeInBytes: 1)],
                        of: batch)
                    let files = try await store.inputs(of: batch.id)
                    let found = InputInspection(format: .pdf, pageCount: 0)
                    for file in files where file.outcome == .stored {
                        try await store.inspected(file, .success(found), of: batch)
                    }
                }
            }
            try await store.numberPages(of: batch)
            try await store.allPagesAnalyzed(of: batch)
        }
    }

    private static let problem = CaptureError(
        .badInput, "mail-without-attachments", LocalizedText(de: "Keine Anlage.", en: "No attachment."),
        remedy: LocalizedText(de: "Bitte lesen.", en: "Please read."))

    @Test(
        "keeps a message on the server until its outcome is known, whichever way the connection is secured",
        arguments: [MailboxSource.Security.tls, .starttls, .none])
    func kept(_ security: MailboxSource.Security) async throws {
        let server = try MailServer()
        let message = Self.message()
        try server.deliver(message)
        var source = source(server)
        source.security = security
        if security != .tls { source.port = server.port }
        try await run(source) { [self] in try await received(1) }
        #expect(server.messages() == [message])
        let batch = try #require(try await store.batches(in: .received).first)
        #expect(batch.channel == .mail && batch.source == "post@localhost/INBOX")
        let input = try #require(try await store.inputs(of: batch.id).first)
        #expect(try Data(contentsOf: URL(fileURLWithPath: store.path(batch, input.file))) == message)
        #expect(input.context?.message?.received == Date(timeIntervalSince1970: 1_795_000_000))
        try await conclude(nil)
        try await run(source) { server.messages().isEmpty }
        #expect(server.messages(in: "Erledigt") == [message])
        #expect(try await store.recentBatches(limit: 10).count == 1)
    }

    @Test("moves a refused message to the folder of the refused, which may have any name")
    func refused() async throws {
        let server = try MailServer()
        try server.deliver(Self.message())
        var source = source(server)
        source.refused = "Zurückgewiesen 100%"
        try await run(source) { [self] in try await received(1) }
        try await conclude(Self.problem)
        try await run(source) { server.messages().isEmpty }
        #expect(server.messages(in: "Zur&APw-ckgewiesen 100%").count == 1)
    }

    @Test("deletes what was taken where it is told to, and nothing else")
    func deletes() async throws {
        let server = try MailServer()
        try server.deliver(Self.message(1))
        var source = source(server)
        source.deletesDone = true
        try await run(source) { [self] in try await received(1) }
        try await conclude(nil)
        try server.deliver(Self.message(2))
        try await run(source) { [self] in try await received(1) && server.messages() == [Self.message(2)] }
        #expect(server.messages(in: "Erledigt").isEmpty)
    }

    @Test("puts messages away on a server that cannot move", arguments: ["IMAP4rev1 UIDPLUS", "IMAP4rev1"])
    func withoutMove(_ capabilities: String) async throws {
        let server = try MailServer(capabilities: capabilities)
        try server.deliver(Self.message())
        let source = source(server)
        try await run(source) { [self] in try await received(1) }
        try await conclude(nil)
        try await run(source) { server.messages(in: "Erledigt").count == 1 }
        try await run(source) { [store] in try await store.openClaims(below: "imap:").isEmpty }
        // Without UIDPLUS it stays, marked to be deleted, and is not taken again.
        try server.deliver(Self.message(2))
        try await run(source) { [self] in try await received(1) }
        #expect(try await store.recentBatches(limit: 10).count == 2)
    }

    @Test("knows its messages again when the server numbers them anew", arguments: [true, false])
    func renumbered(_ isConcluded: Bool) async throws {
        let server = try MailServer()
        for number in 1...3 { try server.deliver(Self.message(number)) }
        let source = source(server)
        try await run(source) { [self] in try await received(3) }
        if isConcluded { try await conclude(nil) }
        try server.renumber()
        try server.deliver(Self.message(4))
        try await run(source) { [store] in
            try await store.recentBatches(limit: 10).count { $0.state != .receiving } == 4
        }
        try await conclude(nil)
        try await run(source) { [store] in
            guard server.messages().isEmpty else { return false }
            return try await store.openClaims(below: "imap:").isEmpty
        }
        #expect(server.messages(in: "Erledigt").count == 4)
        #expect(try await store.recentBatches(limit: 10).count == 4)
    }

    @Test("a message of a size beyond the limit leaves its head and goes to the refused")
    func tooLarge() async throws {
        let server = try MailServer()
        try server.deliver(
            MailText(files: [.file("a.pdf", "application/pdf", Data(count: 1 << 20))]).data)
        var source = source(server)
        source.messageSizeInBytes = 1 << 20
        try await run(source) { server.messages(in: "Abgewiesen").count == 1 }
        let batch = try #require(try await store.recentBatches(limit: 1).first)
        let input = try #require(try await store.inputs(of: batch.id).first)
        #expect(input.problem?.problem == "mail-too-large" && input.sizeInBytes < 1000)
        #expect(server.messages().isEmpty)
    }

    @Test("goes on when the server was away")
    func away() async throws {
        let server = try MailServer()
        let message = Self.message()
        try server.deliver(message)
        let relay = try Relay(to: server.port, cutAfter: [0, 0, 400])
        var source = source(server)
        (source.security, source.port) = (.none, relay.port)
        try await run(source) { [self] in try await received(1) }
        #expect(relay.connections > 3)
        #expect(try await store.recentBatches(limit: 10).count == 1)
    }

    @Test(
        "takes a message once and whole though the connection is cut at any place",
        arguments: [700, 1_500, 20_000, 60_000])
    func cut(_ bytes: Int) async throws {
        let server = try MailServer()
        let message = MailText(files: [.file("a.pdf", "application/pdf", Data(repeating: 7, count: 50_000))]).data
        try server.deliver(message)
        let relay = try Relay(to: server.port, cutAfter: [bytes])
        var source = source(server)
        (source.security, source.port) = (.none, relay.port)
        try await run(source) { [self] in try await received(1) }
        let batch = try #require(try await store.recentBatches(limit: 10).first)
        let input = try #require(try await store.inputs(of: batch.id).first)
        #expect(try Data(contentsOf: URL(fileURLWithPath: store.path(batch, input.file))) == message)
        #expect(try await store.recentBatches(limit: 10).count == 1)
    }

    @Test("takes up what a stop left: a batch begun without its message, and one stored that was not received")
    func resumes() async throws {
        let server = try MailServer()
        try server.deliver(Self.message(1))
        try server.deliver(Self.message(2))
        let source = source(server)
        let session = try MailboxSession(source, stop: StopFlag())
        let validity = try await session.open().validity
        let ids = [1, 2].map { BatchRecord.id(ofMessage: source.prefix(validity: validity) + "\($0)") }
        for id in ids { _ = try await store.begin(id: id, profile: .sample(), channel: .mail, source: source.name) }
        let second = try #require(try await store.batch(ids[1]))
        try folder.write(Self.message(2), to: "state/mail/x")
        _ = try await store.addInput(
            received: ReceivedFile(path: folder.path("state/mail/x"), sha256: "0", sizeInBytes: 1), name: "a.eml",
            number: 1, claim: source.prefix(validity: validity) + "2",
            context: InputContext(message: MailFacts(received: store.now)), to: second)
        try await run(source) { [self] in try await received(2) }
        #expect(Set(try await store.recentBatches(limit: 10).map(\.id)) == Set(ids))
    }

    @Test("a batch whose message was taken away before it was stored waits for a person")
    func gone() async throws {
        let server = try MailServer()
        let source = source(server)
        _ = try await store.begin(profile: .sample(), channel: .mail, source: source.name)
        try await run(source) { [store] in try await store.batches(in: .held).count == 1 }
        #expect(try await store.batches(in: .held).first?.hold?.problem == "mail-gone")
    }

    private typealias Change = @Sendable (inout MailboxSource, MailServer) -> Void

    private static let faults: [(problem: String, change: Change)] = [
        ("mail-sign-in", { source, _ in source.user = "fremd" }),
        ("mail-certificate", { source, _ in source.certificates = nil }),
        ("mail-certificate", { source, _ in source.certificates = "/nicht/da.pem" }),
        ("mail-certificate", { source, _ in source.host = "127.0.0.1" }),
        ("mail-folder-missing", { source, _ in source.mailbox = "Posteingang" }),
        ("mail-server-away", { source, _ in source.port = 1 }),
        ("mail-no-tls", { source, server in source.port = server.port }),
        ("secret-open", { _, server in chmod(server.passwordFile, 0o644) }),
        ("secret-missing", { source, _ in source.password = .file("/nicht/da") }),
    ]

    @Test("what keeps a mailbox from being used is told by its name", arguments: faults.indices)
    func problems(_ index: Int) async throws {
        let server = try MailServer()
        var source = source(server)
        Self.faults[index].change(&source, server)
        #expect(await source.checked().problem?.problem == Self.faults[index].problem)
    }

    @Test("a good mailbox is told with its messages, and which folders it lacks")
    func checked() async throws {
        let server = try MailServer()
        try server.deliver(Self.message())
        let report = await source(server).checked()
        #expect(report.problem == nil && report.messages == 1 && report.missingFolders == ["Erledigt", "Abgewiesen"])
    }

    @Test("a refused password is not tried again before its file changes")
    func password() async throws {
        let server = try MailServer()
        try server.deliver(Self.message())
        try server.change(password: "neu")
        let source = source(server)
        let tries = try Relay(to: server.port)
        var plain = source
        (plain.security, plain.port) = (.none, tries.port)
        try await run(plain) { tries.connections == 1 }
        try await run(plain) {
            if tries.connections == 2, try String(contentsOfFile: server.passwordFile, encoding: .utf8) != "neu\n" {
                try Data("neu\n".utf8).write(to: URL(fileURLWithPath: server.passwordFile))
            }
            return try await self.received(1)
        }
        #expect(tries.connections == 3, "one refused a run, then the good one")
    }
}
