import BatchStore
import CaptureModel
import Foundation
import Provenance
import TestSupport
import Testing

extension EndToEnd {
    @Suite("The daemon", .serialized, .timeLimit(.minutes(5))) struct DaemonTests {
        private let daemon: RunningDaemon

        init() throws { daemon = try RunningDaemon(in: Scratch()) }

        private func drop(_ sample: String) throws {
            let name = (sample as NSString).lastPathComponent
            try FileManager.default.copyItem(
                atPath: try Project.path("testdata/" + sample), toPath: daemon.folder.path("eingang/" + name))
        }

        @Test("answers its probes, shows metrics and batches, refuses a second start and stops gracefully")
        func probes() async throws {
            try daemon.start()
            try await daemon.eventually { await daemon.get("readyz")?.status == 200 }
            #expect(await daemon.get("livez")?.status == 200)
            #expect(await daemon.get("metrics")?.body.contains("# TYPE scanstelle_batches gauge") == true)
            #expect(await daemon.get("")?.body.contains("<h1>Scanstelle</h1>") == true)
            #expect(try Project.scanstelle(["serve", "--config", daemon.config]).status == 75)
            #expect(daemon.stop() == 0)
        }

        @Test("delivers a file from the watched folder and tells of a bad one, and goes on")
        func watchedFolder() async throws {
            try daemon.start()
            try drop("hostile/text-named.tif")
            try drop("invoices/01-bueromaterial.tif")
            let folder = daemon.folder
            try await daemon.eventually {
                let files = folder.files()
                return files.contains("eingang/done/01-bueromaterial.tif")
                    && files.contains { $0.hasPrefix("eakte/") && $0.hasSuffix(".xml") }
                    && files.contains("eingang/refused/text-named.tif")
            }
            let reason = try String(
                contentsOfFile: folder.path("eingang/refused/text-named.tif.grund.txt"), encoding: .utf8)
            #expect(reason.contains("Abhilfe:") && reason.contains("Remedy:"))
            try await daemon.eventually { await daemon.get("")?.body.contains("text-named.tif") == true }
            let states = try await daemon.store().recentBatches(limit: 10).map(\.state)
            #expect(Set(states) == [.refused, .delivered])
            #expect(daemon.stop() == 0)
        }

        @Test("scans a stack through libsane and delivers its documents")
        func scan() async throws {
            for number in 1...8 {
                let page = String(format: "%02d", number)
                let image = try Tool.run("djpeg", ["-pnm", try Project.path("testdata/mail/\(page).jpg")])
                try image.output.write(to: URL(fileURLWithPath: daemon.folder.path("stack/\(page).pnm")))
            }
            try daemon.start()
            try await daemon.eventually { await daemon.get("readyz")?.status == 200 }
            let scan = try Project.scanstelle(["scan", "--config", daemon.config, "--profile", "tagespost", "--json"])
            #expect(scan.status == 0, "\(scan.errorText)")
            let wait = try Project.scanstelle(["batch", "wait", "--config", daemon.config, "--timeout", "240"])
            #expect(wait.status == 0)
            let store = try daemon.store()
            let batch = try #require(try await store.recentBatches(limit: 1).first)
            #expect(try await store.pages(of: batch.id).count == 8)
            #expect(try await store.documents(of: batch.id).map(\.indexed.pages) == [[2, 3], [6]])
            #expect(try Project.scanstelle(["audit", "verify", "--config", daemon.config]).status == 0)
            try await proofs(of: batch, in: store)
        }

        /// Each document's note names scanner and person, whose pseudonym is resolved at once; its manifest finds a
        /// flipped bit.
        private func proofs(of batch: BatchRecord, in store: BatchStore) async throws {
            let document = try #require(try await store.documents(of: batch.id).first)
            let note = try String(
                contentsOfFile: store.path(batch, document.folder + "/transfervermerk.xml"), encoding: .utf8)
            let person = try #require(try await store.operators().first)
            for words in ["\"Herkunft\">Papier<", "Scanner muster", "\"Erstellt von\">\(person.pseudonym)<", "300 dpi"]
            {
                #expect(note.contains(words), "\(words)")
            }
            let told = try Project.scanstelle(["operator", "list", person.pseudonym, "--config", daemon.config])
            #expect(told.text.contains(person.name))
            #expect(Manifest.verify(store.path(batch, "")) == [])
            let begun = try await store.history(of: batch.id).filter { $0.action == "document.delivering" }
            #expect(!begun.isEmpty && begun.allSatisfy { $0.detail.contains("manifest") })
            for file in ["pages/0003/original.jpg", document.folder + "/transfervermerk.xml"] {
                let whole = try Data(contentsOf: URL(fileURLWithPath: store.path(batch, file)))
                var bytes = whole
                bytes[bytes.count / 2] ^= 1
                try bytes.write(to: URL(fileURLWithPath: store.path(batch, file)))
                #expect(Manifest.verify(store.path(batch, "")) == [Manifest.Fault(path: file, kind: .altered)])
                let verified = try Project.scanstelle([
                    "store", "verify", "--read", "--config", daemon.config, "--json",
                ])
                #expect(verified.status != 0 && verified.text.contains(file), "\(verified.text)")
                try whole.write(to: URL(fileURLWithPath: store.path(batch, file)))
            }
        }

        @Test("holds the batch of a jammed feeder and says from where to load again")
        func jam() async throws {
            let image = try Tool.run("djpeg", ["-pnm", "-scale", "1/4", try Project.path("testdata/mail/03.jpg")])
            for page in 1...4 {
                try image.output.write(to: URL(fileURLWithPath: daemon.folder.path("stack/\(page).pnm")))
            }
            try daemon.folder.write("at 3: jam\n", to: "stack/script")
            try daemon.start()
            try await daemon.eventually { await daemon.get("readyz")?.status == 200 }
            let scan = try Project.scanstelle(["scan", "--config", daemon.config])
            #expect(scan.status == 2 && scan.errorText.contains("Papierstau"))
            let store = try daemon.store()
            let batch = try #require(try await store.recentBatches(limit: 1).first)
            #expect(batch.state == .held && batch.heldFrom == .receiving)
            #expect(try await store.pages(of: batch.id).count == 2)
        }
    }
}
