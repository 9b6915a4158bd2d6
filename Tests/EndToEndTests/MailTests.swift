import BatchStore
import CaptureModel
import Foundation
import TestSupport
import Testing

extension EndToEnd {
    @Suite("Mail from a mailbox", .serialized, .enabled(if: MailServer.isAvailable), .timeLimit(.minutes(10)))
    struct MailTests {
        private let server: MailServer
        private let folder: Scratch
        private let daemon: RunningDaemon

        /// Every file is one document that needs nobody, and the subject is a field of it.
        private static let profile = """
            profile: kurz
            title: {de: Kurz, en: Short}
            procedure: {name: Kurz, version: "1.0", validFrom: 2026-01-01}
            separate: [{patch: T, sheet: drop}]
            types: [{type: schreiben, any: [{pattern: '.'}]}]
            index:
              office: {label: {de: Amt}, find: [{near: ['Amt:'], matches: '[0-9]+'}]}
              mailSender: {label: {de: Absender}, find: [{near: ['Absender:'], matches: '\\S+@\\S+'}]}
            review: {below: 0.1}
            route: [{otherwise: ablage}]
            deliver: {ablage: {target: eakte, path: "/Ablage/${office}"}}
            """

        init() throws {
            server = try MailServer()
            folder = try Scratch()
            try folder.write(Self.profile, to: "profiles/kurz.yaml")
            let mail = """
                mail:
                  - host: localhost
                    port: \(server.securePort)
                    user: \(MailServer.user)
                    passwordFile: \(server.passwordFile)
                    certificates: \(server.certificates)
                    profile: kurz
                    context: {office: "32"}
                    largestMB: 1
                    pollSeconds: 0.1
                """
            daemon = try RunningDaemon(
                in: folder, profile: "kurz", profiles: folder.path("profiles"), more: mail)
        }

        private static func page() throws -> Data {
            try Data(contentsOf: URL(fileURLWithPath: try Project.path("testdata/pages/letter-200dpi.tif")))
        }

        private static func letter(_ id: Int = 1, files: Int = 1) throws -> Data {
            let page = try page()
            let parts = (1...files).map { MailText.Part.file("Seite \($0).tif", "image/tiff", page) }
            return MailText(subject: "Brief \(id)", id: id, files: parts).data
        }

        private var delivered: [String] { folder.files().filter { $0.hasPrefix("eakte/") && $0.hasSuffix(".pdf") } }

        @Test("each attachment is a document, the message is kept bit for bit and goes to the done ones")
        func delivers() async throws {
            let message = try Self.letter(files: 2)
            try server.deliver(message)
            try daemon.start()
            try await daemon.eventually { server.messages(in: "Erledigt") == [message] }
            try await daemon.eventually { delivered.count == 2 }
            #expect(server.messages().isEmpty && delivered.allSatisfy { $0.hasPrefix("eakte/Ablage/32/") })
            let store = try daemon.store()
            let batch = try #require(try await store.recentBatches(limit: 10).first)
            #expect(try await store.documents(of: batch.id).map(\.indexed.pages) == [[0], [1]])
            let inputs = try await store.inputs(of: batch.id)
            #expect(inputs.map(\.name) == ["Brief 1.eml", "Seite 1.tif", "Seite 2.tif"])
            #expect(inputs.first.map { store.path(batch, $0.file) }.flatMap(FileManager.default.contents) == message)
            #expect(inputs.last?.findings.map(\.code) == ["possible-duplicate"])
            let document = try #require(try await store.documents(of: batch.id).first)
            #expect(document.indexed.fields["mailSender"]?.value == "erika@muster.example")
            let note = try String(
                contentsOfFile: store.path(batch, document.folder + "/transfervermerk.xml"), encoding: .utf8)
            #expect(note.contains("SHA-256 E-Mail") && note.contains(inputs.first?.sha256 ?? "–"))
            let metadata = try folder.files().filter { $0.hasPrefix("eakte/") && $0.hasSuffix(".xml") }
                .map { String(decoding: try folder.read($0), as: UTF8.self) }
            #expect(metadata.contains { $0.contains("2026-11-18T") && $0.contains("<channel>mail<") }, "\(metadata)")
            try await daemon.eventually { try await store.batch(batch.id)?.state == .delivered }
            #expect(try Project.scanstelle(["store", "verify", "--read", "--config", daemon.config]).status == 0)
            #expect(try Project.scanstelle(["audit", "verify", "--config", daemon.config]).status == 0)
            #expect(daemon.stop() == 0)
        }

        private static let refusals: [(problem: String, files: [MailText.Part])] = [
            ("mail-without-attachments", []),
            ("format-archive", [.file("a.zip", "application/zip", Data("PK\u{3}\u{4}".utf8) + Data(count: 60))]),
            ("format-winmail", [.file("winmail.dat", "application/ms-tnef", Data([0x78, 0x9F, 0x3E, 0x22, 0]))]),
            ("mail-too-large", [.file("a.pdf", "application/pdf", Data(count: 2 << 20))]),
            ("pdf-damaged", [.file("a.pdf", "application/pdf", Data("%PDF-1.4\nkaputt".utf8))]),
        ]

        @Test("a message of which nothing can be taken goes to the refused ones, and the page says why")
        func refuses() async throws {
            for (number, refusal) in Self.refusals.enumerated() {
                try server.deliver(MailText(id: number, files: refusal.files).data)
            }
            try daemon.start()
            try await daemon.eventually { server.messages(in: "Abgewiesen").count == Self.refusals.count }
            #expect(server.messages().isEmpty && server.messages(in: "Erledigt").isEmpty && delivered.isEmpty)
            let store = try daemon.store()
            try await daemon.eventually { try await store.counts().batches == ["refused": Self.refusals.count] }
            var problems: Set<String> = []
            for batch in try await store.recentBatches(limit: 10) {
                problems.formUnion(try await store.inputs(of: batch.id).compactMap(\.problem?.problem))
            }
            #expect(problems == Set(Self.refusals.map(\.problem)))
            let page = try #require(await daemon.get("")?.body)
            #expect(page.contains("Archive werden nicht ausgepackt") && page.contains("größer als 1 MB"))
        }

        @Test("what can be taken of a message is, and a person sees what could not")
        func partly() async throws {
            let broken = MailText.Part.file("b.pdf", "application/pdf", Data("%PDF-1.4\nkaputt".utf8))
            try server.deliver(
                MailText(files: [.file("a.tif", "image/tiff", try Self.page()), broken]).data)
            try daemon.start()
            let store = try daemon.store()
            try await daemon.eventually { server.messages(in: "Erledigt").count == 1 }
            try await daemon.eventually { try await store.counts().documents == ["awaitingReview": 1] }
            let batch = try #require(try await store.recentBatches(limit: 1).first)
            let findings = try await store.documents(of: batch.id).flatMap(\.indexed.findings)
            #expect(findings.contains { $0.code == "attachment-missing" && $0.message.de.hasPrefix("Anlage 2 ") })
        }

        /// Steps of a message's way, each with what is durable before it.
        private static let steps = [
            "mail.fetched", "batch.folder", "batch.begun", "batch.begun.committed", "mail.begun", "input.stored",
            "input.stored.committed", "batch.received", "batch.received.committed", "message.parts", "message.opened",
            "message.opened.committed", "input.accepted.committed", "batch.inspected.committed", "mail.outcome",
            "mail.moved", "input.settled", "input.settled.committed",
        ]

        @Test("a message is there once and whole, wherever the service is killed", arguments: steps)
        func killed(_ step: String) async throws {
            let message = try Self.letter()
            try server.deliver(message)
            try daemon.start(fault: step + ":1:kill")
            try await daemon.ended()
            #expect(server.messages().count + server.messages(in: "Erledigt").count == 1)
            try daemon.start()
            let store = try daemon.store()
            try await daemon.eventually { try await store.counts().batches == ["delivered": 1] }
            try await daemon.eventually { try await store.openClaims(below: "imap:").isEmpty }
            #expect(server.messages(in: "Erledigt") == [message] && server.messages().isEmpty)
            #expect(delivered.count == 1)
            #expect(try await store.firstAuditFault() == nil)
        }

        @Test("a hundred messages arrive once each")
        func many() async throws {
            let page = try Self.page()
            for id in 1...100 {
                // Each file is another one, so that none is told to be a duplicate.
                let file = MailText.Part.file("a.tif", "image/tiff", page + Data("\(id)".utf8))
                try server.deliver(MailText(subject: "Brief \(id)", id: id, files: [file]).data)
            }
            try daemon.start()
            let store = try daemon.store()
            try await daemon.eventually { try await store.counts().batches == ["delivered": 100] }
            try await daemon.eventually { server.messages(in: "Erledigt").count == 100 }
            #expect(server.messages().isEmpty && delivered.count == 100)
            let subjects = try await store.recentBatches(limit: 200).asyncMap { batch in
                try await store.inputs(of: batch.id).first?.name ?? ""
            }
            #expect(Set(subjects).count == 100)
        }

        @Test("the mailboxes of a configuration are checked by a command")
        func check() async throws {
            let good = try Project.scanstelle(["mail", "check", "--config", daemon.config])
            #expect(good.status == 0 && good.text.contains("post@localhost/INBOX: 0 Nachrichten"))
            try server.change(password: "anders")
            // Dovecot looks at its users once a second.
            try await daemon.eventually {
                let bad = try Project.scanstelle(["mail", "check", "--config", daemon.config])
                return bad.status == 1 && bad.errorText.contains("Benutzer oder Kennwort")
            }
        }

        private static let faults = [
            "security: none, host: mail.example": "security?", "security: ssl": "security",
            "largestMB: 0": "largestMB?",
            "done: INBOX": "name twice", "port: 70000": "port?", "pasword: x": "pasword?",
        ]

        @Test("what is wrong in the configuration of a mailbox is told by its place", arguments: faults.keys.sorted())
        func configuration(_ line: String) throws {
            let host = line.contains("host:") ? "" : "host: localhost, "
            try folder.write(
                """
                state: \(folder.path("state"))
                profiles: \(folder.path("profiles"))
                targets: []
                mail: [{\(host)user: a, passwordFile: /x, profile: kurz, \(line)}]
                """, to: "falsch.yaml")
            let answer = try Project.scanstelle(["mail", "check", "--config", folder.path("falsch.yaml")])
            #expect(answer.status == 1 && answer.errorText.contains(Self.faults[line] ?? "–"), "\(answer.errorText)")
        }
    }
}

extension Sequence {
    fileprivate func asyncMap<Value>(_ transform: (Element) async throws -> Value) async throws -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await transform(element)) }
        return values
    }
}
