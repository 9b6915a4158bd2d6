import BatchStore
import CaptureModel
import Foundation
import TestSupport
import Testing

extension EndToEnd {
    @Suite("Sealed mail", .serialized, .timeLimit(.minutes(10)))
    struct SealedMailTests {
        private let folder: Scratch
        private let bench: SealBench
        private let server: TimestampServer

        init() throws {
            folder = try Scratch()
            bench = try SealBench()
            server = try TimestampServer(bench)
        }

        /// Every page is a document that needs nobody.
        private func profile(_ seal: String) throws -> String {
            try folder.write(
                """
                profile: siegel
                title: {de: Siegel, en: Seal}
                procedure: {name: Siegel, version: "1.0", validFrom: 2026-01-01}
                types: [{type: schreiben, any: [{pattern: '.'}]}]
                review: {below: 0.1}
                seal: \(seal)
                route: [{otherwise: ablage}]
                deliver: {ablage: {target: eakte, path: /Ablage}}
                """, to: "profiles/siegel.yaml")
        }

        private var seals: String {
            """
            seals: [{name: siegel, kind: pkcs12, file: \(bench.path("seal.p12")), passwordFile: \(bench.path("seal.pass"))}]
            timestamps: [{name: zeit, url: "\(server.url)", certificates: \(bench.path("ca.pem")), timeoutSeconds: 5}]

            """
        }

        private func configuration() throws -> String {
            try folder.write(
                "state: \(folder.path("state"))\nprofiles: \(folder.path("profiles"))\n"
                    + "targets: [{name: eakte, folder: \(folder.path("eakte"))}]\n" + seals, to: "seals.yaml")
        }

        private func process(_ seal: String, _ options: [String], pages: Int = 1) throws -> (Tool.Outcome, [String]) {
            let page = try Project.path("testdata/pages/letter-200dpi.tif")
            let inputs = try (1...pages).map {
                try folder.write(Data(contentsOf: URL(fileURLWithPath: page)), to: "\($0).tif")
            }
            let outcome = try Project.scanstelle(
                ["process"] + inputs + [
                    "--profile", try profile(seal), "--output", folder.path("eakte"), "--report",
                    folder.path("report.json"),
                ] + options)
            return (outcome, folder.files().filter { $0.hasPrefix("eakte/") })
        }

        private func kinds(of files: [String]) -> [String] {
            Set(files.map { ($0 as NSString).pathExtension }).sorted()
        }

        private func isValid(_ pdf: String) throws -> Bool {
            let text = try Tool.run("pdfsig", ["-nocert", folder.path(pdf)]).text
            return text.contains("Signature is Valid") && text.contains("Total document signed")
        }

        @Test("goes the whole way and arrives with a valid seal, and nothing unsealed beside it")
        func seal() throws {
            let (outcome, files) = try process(
                "{key: siegel, timestamp: zeit}", ["--config", try configuration()], pages: 2)
            #expect(outcome.status == 0, "\(outcome.errorText)")
            let documents = files.filter { $0.hasSuffix(".pdf") }
            #expect(documents.count == 2 && kinds(of: files) == ["json", "manifest", "pdf", "xml"], "\(files)")
            for document in documents { #expect(try isValid(document)) }
            #expect(server.count == 2)
        }

        @Test("shares one timestamp where the profile says so, and each document brings its proof")
        func evidence() throws {
            let (outcome, files) = try process(
                "{key: siegel, timestamp: zeit, kind: batch}", ["--config", try configuration()], pages: 3)
            #expect(outcome.status == 0, "\(outcome.errorText)")
            let documents = files.filter { $0.hasSuffix(".pdf") }
            #expect(documents.count == 3 && files.count { $0.hasSuffix(".ers") } == 3 && server.count == 1, "\(files)")
            let facts = try #require(files.first { $0.hasSuffix(".xml") })
            let xml = String(decoding: try folder.read(facts), as: UTF8.self)
            #expect(xml.contains("<seal>PAdES B-B</seal>") && xml.contains("<evidence>RFC 4998</evidence>"))
            for document in documents {
                #expect(try isValid(document))
                let options = ["seal", "verify", folder.path(document), "--certificates", bench.path("ca.pem")]
                let proof = try Project.scanstelle(options)
                #expect(proof.status == 0 && proof.text.contains("Unverändert seit"), "\(proof.errorText)")
            }
            let first = try #require(documents.first)
            try folder.write(try folder.read(first) + [0], to: first)
            let proof = try Project.scanstelle(
                ["seal", "verify", folder.path(first), "--certificates", bench.path("ca.pem")])
            #expect(proof.status == 2 && proof.errorText.contains("verändert"))
        }

        @Test("is told before any work begins that its key is not configured or does not open")
        func unconfigured() throws {
            let (outcome, files) = try process("{key: siegel}", [])
            #expect(outcome.status == 1 && outcome.errorText.contains("--config") && files.isEmpty)
            try bench.scratch.write("falsch", to: "seal.pass")
            let (wrong, none) = try process("{key: siegel}", ["--config", try configuration()])
            #expect(wrong.status == 1 && wrong.errorText.contains("Kennwort") && none.isEmpty)
        }

        @Test("keys and services are checked by a command")
        func check() throws {
            let config = try configuration()
            let good = try Project.scanstelle(["seal", "check", "--config", config])
            #expect(good.status == 0 && good.text.contains("CN=Scanstelle Siegel"), "\(good.errorText)")
            #expect(good.text.contains("nicht qualifiziert"))
            server.behave(.status(503))
            let bad = try Project.scanstelle(["seal", "check", "--config", config])
            #expect(bad.status == 1 && bad.errorText.contains("Zeitstempeldienst"))
        }

        @Test("of high integrity is refused by the check where no seal is stated to be qualified")
        func protection() throws {
            let file = try profile("{key: siegel}")
            let text = try String(contentsOfFile: file, encoding: .utf8)
            try folder.write(text + "\nprotection: {integrity: high}\n", to: "profiles/siegel.yaml")
            let config = try configuration()
            let refused = try Project.scanstelle(["profile", "check", file, "--config", config])
            #expect(refused.status == 1 && refused.text.contains("A.AM.IN.H.1"), "\(refused.text)")
            let stated = try String(contentsOfFile: config, encoding: .utf8)
                .replacing("kind: pkcs12", with: "assurance: qualified, kind: pkcs12")
            try folder.write(stated, to: "seals.yaml")
            let permitted = try Project.scanstelle(["profile", "check", file, "--config", config])
            #expect(permitted.status == 0, "\(permitted.text)")
        }

        @Test("is not delivered by a single run either while the timestamp service is away")
        func unavailable() throws {
            server.behave(.status(503))
            let (outcome, files) = try process(
                "{key: siegel, timestamp: zeit}", ["--config", try configuration()], pages: 2)
            #expect(outcome.status == 2 && files.isEmpty, "\(files)")
            let report = try Report.read(folder.path("report.json"))
            #expect(report.documents.map(\.delivery?.state) == ["composed", "composed"] && server.count == 1)
        }

        // MARK: The daemon

        private func daemon(_ seal: String) throws -> RunningDaemon {
            _ = try profile(seal)
            let daemon = try RunningDaemon(in: folder, profile: "siegel", profiles: folder.path("profiles"))
            let text = try String(contentsOfFile: daemon.config, encoding: .utf8)
            try folder.write(text + "\n" + seals, to: "scanstelle.yaml")
            return daemon
        }

        /// The daemon's catalog, once the daemon has made it.
        private func store(of daemon: RunningDaemon) async throws -> BatchStore {
            try await daemon.eventually { FileManager.default.fileExists(atPath: folder.path("state/address")) }
            return try daemon.store()
        }

        private func drop(_ count: Int) throws {
            let page = try Data(contentsOf: URL(fileURLWithPath: Project.path("testdata/pages/letter-200dpi.tif")))
            for number in 1...count {
                try folder.write(page, to: "eingang/\(number).tif.part")
                try FileManager.default.moveItem(
                    atPath: folder.path("eingang/\(number).tif.part"), toPath: folder.path("eingang/\(number).tif"))
            }
        }

        @Test("waits while the timestamp service is away, undelivered, and goes on by itself once it answers")
        func waiting() async throws {
            server.behave(.status(503))
            let daemon = try daemon("{key: siegel, timestamp: zeit}")
            try drop(1)
            try daemon.start()
            let store = try await store(of: daemon)
            try await daemon.eventually {
                guard let batch = try await store.recentBatches(limit: 1).first else { return false }
                return try await store.documents(of: batch.id).first?.problem?.problem == "timestamp-unavailable"
            }
            let batch = try #require(try await store.recentBatches(limit: 1).first)
            #expect(try await store.documents(of: batch.id).map(\.state) == [.composed])
            #expect(!folder.files().contains { $0.hasPrefix("eakte/") })
            server.behave(.good)
            try await daemon.eventually { try await store.batch(batch.id)?.state == .delivered }
            for document in folder.files() where document.hasPrefix("eakte/") && document.hasSuffix(".pdf") {
                #expect(try isValid(document))
            }
            #expect(try await store.documents(of: batch.id).first?.problem == nil)
            #expect(daemon.stop() == 0)
        }

        @Test("arrives sealed though the daemon is killed between composing and sealing")
        func killedBetween() async throws {
            server.behave(.silence)
            let daemon = try daemon("{key: siegel, timestamp: zeit}")
            try drop(1)
            try daemon.start()
            // The service has been asked and does not answer: the document is composed and not sealed.
            try await daemon.eventually { server.count > 0 }
            #expect(folder.files().contains { $0.hasSuffix("unsealed.pdf") })
            #expect(!folder.files().contains { $0.hasSuffix("document.pdf") })
            daemon.kill()
            server.behave(.good)
            try daemon.start()
            let store = try await store(of: daemon)
            try await daemon.eventually { try await store.recentBatches(limit: 1).first?.state == .delivered }
            let documents = folder.files().filter { $0.hasPrefix("eakte/") && $0.hasSuffix(".pdf") }
            #expect(try documents.count == 1 && documents.allSatisfy { try isValid($0) })
            #expect(!folder.files().contains { $0.hasSuffix("unsealed.pdf") })
            #expect(daemon.stop() == 0)
        }

        @Test(
            "arrives once and whole though the daemon ends at any step of sealing",
            arguments: ["seal.sign", "seal.place", "seal.evidence", "document.sealed", "document.sealed.committed"])
        func killedAt(_ step: String) async throws {
            let daemon = try daemon("{key: siegel, timestamp: zeit, kind: batch}")
            try drop(1)
            try daemon.start(fault: step + ":1:kill")
            try await daemon.ended()
            #expect(!folder.files().contains { $0.hasPrefix("eakte/") })
            try daemon.start()
            let store = try await store(of: daemon)
            try await daemon.eventually { try await store.recentBatches(limit: 1).first?.state == .delivered }
            let files = folder.files().filter { $0.hasPrefix("eakte/") }
            let document = try #require(files.first { $0.hasSuffix(".pdf") })
            #expect(
                try isValid(document) && files.count { $0.hasSuffix(".pdf") || $0.hasSuffix(".ers") } == 2, "\(files)")
            let proof = try Project.scanstelle(
                ["seal", "verify", folder.path(document), "--certificates", bench.path("ca.pem")])
            #expect(proof.status == 0, "\(proof.errorText)")
            #expect(!folder.files().contains { $0.hasSuffix("unsealed.pdf") })
        }

        @Test("is held with the reason where the password is wrong, and goes on after it was corrected")
        func wrongPassword() async throws {
            try bench.scratch.write("falsch", to: "seal.pass")
            let daemon = try daemon("{key: siegel}")
            try drop(1)
            try daemon.start()
            let store = try await store(of: daemon)
            try await daemon.eventually { try await store.recentBatches(limit: 1).first?.state == .held }
            let batch = try #require(try await store.recentBatches(limit: 1).first)
            #expect(batch.hold?.problem == "seal-password-wrong")
            #expect(!folder.files().contains { $0.hasPrefix("eakte/") })
            try bench.scratch.write(SealBench.password, to: "seal.pass")
            chmod(bench.path("seal.pass"), 0o600)
            #expect(try Project.scanstelle(["batch", "release", batch.id, "--config", daemon.config]).status == 0)
            try await daemon.eventually { try await store.batch(batch.id)?.state == .delivered }
            #expect(daemon.stop() == 0)
        }

        @Test("arrives once and whole though the daemon is killed again and again", arguments: ["document", "batch"])
        func killed(_ kind: String) async throws {
            let daemon = try daemon("{key: siegel, timestamp: zeit, kind: \(kind)}")
            try drop(4)
            try daemon.start()
            let store = try await store(of: daemon)
            var random = SeededGenerator(seed: 4_998)
            for _ in 1...12 {
                let goal = try await store.auditCount() + Int.random(in: 1...7, using: &random)
                try await daemon.eventually {
                    if try await store.auditCount() >= goal { return true }
                    return try await store.counts().batches == ["delivered": 4]
                }
                daemon.kill()
                try daemon.start()
            }
            try await daemon.eventually { try await store.counts().batches == ["delivered": 4] }
            let files = folder.files().filter { $0.hasPrefix("eakte/") }
            let documents = files.filter { $0.hasSuffix(".pdf") }
            #expect(documents.count == 4, "\(files)")
            #expect(files.count { $0.hasSuffix(".ers") } == (kind == "batch" ? 4 : 0), "\(files)")
            for document in documents { #expect(try isValid(document)) }
            #expect(!folder.files().contains { $0.hasSuffix("unsealed.pdf") || $0.hasSuffix(".part") })
            #expect(try await store.firstAuditFault() == nil)
        }
    }
}
