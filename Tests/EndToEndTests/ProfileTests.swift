import BatchStore
import CaptureModel
import Foundation
import TestSupport
import Testing

extension EndToEnd {
    @Suite("The profile workbench on the command line", .serialized, .timeLimit(.minutes(5))) struct ProfileTests {
        private let daemon: RunningDaemon
        private let profiles: String

        init() throws {
            let folder = try Scratch()
            profiles = folder.path("profiles")
            // The project's own folder may be reached by a link; the copy must be one of the files.
            let shipped = URL(filePath: try Project.path("profiles")).resolvingSymlinksInPath()
            try FileManager.default.copyItem(atPath: shipped.path, toPath: profiles)
            daemon = try RunningDaemon(in: folder, profiles: profiles)
        }

        private func change(_ name: String, _ old: String, _ new: String) throws {
            let file = URL(filePath: profiles + "/\(name).yaml")
            let text = try String(contentsOf: file, encoding: .utf8)
            try #require(text.contains(old))
            try text.replacing(old, with: new).write(to: file, atomically: true, encoding: .utf8)
        }

        private func profile(_ arguments: String...) throws -> Tool.Outcome {
            try Project.scanstelle(["profile"] + arguments)
        }

        @Test("pages without readings are read by the worker, then judged")
        func reading() throws {
            let outcome = try profile(
                "test", "rechnungen", try Project.path("testdata/invoices"), "--profiles", profiles)
            #expect(outcome.status == 0, "\(outcome.text) \(outcome.errorText)")
            #expect(outcome.text.contains("bestanden") && outcome.text.contains("rechnung"))
        }

        @Test("a profile is tested, released only by a second person, and the audit trail tells it")
        func release() throws {
            let config = daemon.config
            let samples = try Project.path("testdata/profiles/gerichtspost")
            let early = try profile("activate", "gerichtspost", "--config", config)
            #expect(early.status == 1 && early.errorText.contains("noch nicht eingereicht"))
            let file = profiles + "/gerichtspost.yaml"
            #expect(try profile("test", file, samples, "--config", config).status == 0)
            let same = try profile("activate", "gerichtspost", "--config", config)
            #expect(same.status == 1 && same.errorText.contains("zweite Person"))
            #expect(try profile("list", "--config", config).text.contains("geprüft / tested"))
            #expect(try Project.scanstelle(["audit", "verify", "--config", config]).status == 0)
        }

        @Test("new batches begin with the released version, whatever its file says, until another is released")
        func served() async throws {
            try change("rechnungen", "integrity: high", "integrity: normal")
            let samples = try Project.path("testdata/invoices")
            #expect(try profile("test", profiles + "/rechnungen.yaml", samples, "--config", daemon.config).status == 0)
            #expect(try profile("activate", "rechnungen", "--config", daemon.config).status == 0)
            try change("rechnungen", #"version: "1.0""#, #"version: "2.0""#)
            #expect(try profile("diff", "rechnungen", "--config", daemon.config).text.contains("procedure.version"))
            try daemon.start()
            let invoice = try Project.path("testdata/invoices/01-bueromaterial.tif")
            try FileManager.default.copyItem(atPath: invoice, toPath: daemon.folder.path("eingang/01.tif"))
            let store = try daemon.store()
            try await daemon.eventually { try await store.recentBatches(limit: 1).first?.state == .delivered }
            #expect(try await store.recentBatches(limit: 1).first?.profileVersion == "1.0")

            let replay = try profile("replay", "rechnungen", "--config", daemon.config)
            #expect(replay.status == 0, "\(replay.text) \(replay.errorText)")
            try change("rechnungen", "below: 0.85", "below: 1")
            let changed = try profile("replay", "rechnungen", "--config", daemon.config)
            #expect(changed.status == 2 && changed.text.contains("review"), "\(changed.text) \(changed.errorText)")
            let none = try profile("rollback", "rechnungen", "--config", daemon.config)
            #expect(none.status == 1 && none.errorText.contains("keine frühere"))
            #expect(daemon.stop() == 0)
        }

        @Test("a changed file is taken up while the daemon runs, a bad one keeps the old version at work")
        func reload() async throws {
            try daemon.start()
            try await daemon.eventually { await daemon.get("readyz")?.status == 200 }
            try change("rechnungen", #"version: "1.0""#, #"version: "1.0.1""#)
            let invoice = try Project.path("testdata/invoices/01-bueromaterial.tif")
            let store = try daemon.store()
            var number = 0
            try await daemon.eventually {
                number += 1
                let name = "eingang/\(number).tif"
                try FileManager.default.copyItem(atPath: invoice, toPath: daemon.folder.path(name))
                try await daemon.eventually { try await store.recentBatches(limit: 100).count == number }
                return try await store.recentBatches(limit: 1).first?.profileVersion == "1.0.1"
            }
            try change("rechnungen", "protection:", "protektion:")
            number += 1
            try FileManager.default.copyItem(atPath: invoice, toPath: daemon.folder.path("eingang/\(number).tif"))
            try await daemon.eventually { try await store.recentBatches(limit: 100).count == number }
            #expect(try await store.recentBatches(limit: 1).first?.profileVersion == "1.0.1")
            #expect(daemon.stop() == 0)
        }

        @Test("what is learned is written beside the profile, and the schema is printed")
        func training() throws {
            let samples = try Project.path("testdata/profiles/gerichtspost")
            let few = try profile("train", "gerichtspost", samples, "--profiles", profiles)
            #expect(few.status == 1 && few.errorText.contains("mindestens zwei Dokumentarten"))
            let schema = try profile("schema").text
            #expect(try schema == String(contentsOfFile: profiles + "/profile.schema.json", encoding: .utf8))
        }
    }
}
