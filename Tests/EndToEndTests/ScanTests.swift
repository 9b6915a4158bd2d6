import BatchStore
import CaptureModel
import Foundation
import TestSupport
import Testing

extension EndToEnd {
    @Suite("Scanning with interruptions", .serialized, .timeLimit(.minutes(5))) struct ScanTests {
        private let daemon: RunningDaemon

        init() throws { daemon = try RunningDaemon(in: try Scratch()) }

        @Test("a daemon killed in the middle of a feed loses no stored page, and the rest goes into the same batch")
        func kill() async throws {
            try loadStack(pages: 8, script: "remember\nslow 20\nresolution 75")
            try daemon.start()
            try await daemon.eventually { await daemon.get("readyz")?.status == 200 }
            let store = try daemon.store()
            _ = try await store.requestScan(scanner: "muster", profile: "tagespost", actor: "user:7")
            try await daemon.eventually { try await store.counts().pages["stored"] ?? 0 >= 2 }
            daemon.kill()
            try daemon.start()
            try await daemon.eventually { try await store.batches(in: .held).count == 1 }
            let held = try #require(try await store.batches(in: .held).first)
            let ledger = try await store.ledger(of: held)
            let next = ledger.resumePoint.nextSheet
            #expect(held.hold?.problem == "feed-broke-off" && ledger.pages.count >= 2)
            #expect(held.hold?.remedy.de.hasSuffix("ab Blatt \(next) neu einlegen.") == true)
            // The clerk loads again from the sheet that was named.
            let fed = ledger.resumePoint.storedSheets * 2
            try daemon.folder.write("\(fed)\n", to: "stack/fed")
            let scan = try Project.scanstelle(["scan", "--config", daemon.config, "--batch", held.id])
            #expect(scan.status == 0, "\(scan.errorText)")
            #expect(
                try await store.pages(of: held.id).map(\.isBack) == [
                    false, true, false, true, false, true, false, true,
                ])
            #expect(try await store.ledger(of: held).balance.isSettled)
            #expect(try await store.firstAuditFault() == nil)
        }

        @Test("a batch with other sheets than counted waits, tells its ways on, and goes on with a reason")
        func count() async throws {
            try loadStack(pages: 4, script: "resolution 75")
            try daemon.start()
            try await daemon.eventually { await daemon.get("readyz")?.status == 200 }
            let scan = try Project.scanstelle(["scan", "--config", daemon.config, "--sheets", "3"])
            #expect(scan.status == 2 && scan.errorText.contains("Erwartet sind 3 Blatt, gezählt 2."))
            let store = try daemon.store()
            let batch = try #require(try await store.recentBatches(limit: 1).first)
            let show = try Project.scanstelle(["batch", "show", "--config", daemon.config, batch.id])
            for word in ["\"expectedSheets\" : 3", "\"sheets\" : 2", "\"action\" : \"again\"", "preview.jpg"] {
                #expect(show.text.contains(word), "\(word)")
            }
            #expect(await daemon.get("")?.body.contains("Bilanz: 2 Blatt (erwartet 3)") == true)
            let plain = try Project.scanstelle(["batch", "release", "--config", daemon.config, batch.id])
            #expect(plain.status == 1 && plain.errorText.contains("--reason"))
            let reasoned = try Project.scanstelle(
                ["batch", "release", "--config", daemon.config, batch.id, "--reason", "Deckblatt nicht gezählt"])
            #expect(reasoned.status == 0, "\(reasoned.errorText)")
            #expect(try await store.batch(batch.id)?.state != .held)
        }

        /// Pages of the sample stack, of which no two sheets in a row are alike.
        private func loadStack(pages: Int, script: String) throws {
            for (page, sample) in zip(1...pages, [3, 4, 7, 11, 15, 19, 23, 8]) {
                let file = try Project.path(String(format: "testdata/mail/%02d.jpg", sample))
                let image = try Tool.run("djpeg", ["-pnm", "-scale", "1/4", file])
                try image.output.write(to: URL(fileURLWithPath: daemon.folder.path("stack/\(page).pnm")))
            }
            try daemon.folder.write(script + "\n", to: "stack/script")
        }
    }
}
