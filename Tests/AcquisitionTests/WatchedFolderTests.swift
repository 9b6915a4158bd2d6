import BatchStore
import CaptureModel
import Foundation
import Logging
import Synchronization
import TestSupport
import Testing

@testable import Acquisition

@Suite("A watched folder", .timeLimit(.minutes(5))) struct WatchedFolderTests {
    private let folder: Scratch
    private let store: BatchStore

    init() throws {
        folder = try Scratch()
        store = try BatchStore(folder: try StateFolder(path: folder.path("state")))
        try FileManager.default.createDirectory(atPath: folder.path("eingang"), withIntermediateDirectories: true)
    }

    /// Runs the folder's service until `isDone`.
    private func watch(
        _ settings: (inout WatchedFolderSource) -> Void = { _ in },
        until isDone: @escaping @Sendable () async throws -> Bool
    ) async throws {
        var source = WatchedFolderSource(
            path: folder.path("eingang"), profile: "muster", pollSeconds: 0.02, stableSeconds: 0.02)
        settings(&source)
        let watched = WatchedFolder(
            source: source, store: store, logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
        ) { _ in .sample() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await watched.run() }
            // Between questions the service has the processor for itself.
            while try await !isDone() { try await Task.sleep(for: .milliseconds(5)) }
            group.cancelAll()
        }
    }

    private func inspect(_ result: Result<InputInspection, CaptureError>) async throws {
        for batch in try await store.batches(in: .received) {
            for input in try await store.inputs(of: batch.id) { try await store.inspected(input, result, of: batch) }
            try await store.numberPages(of: batch)
            try await store.allPagesAnalyzed(of: batch)
        }
    }

    @Test("makes a batch of every file and keeps the source until the outcome is known")
    func claim() async throws {
        try folder.write("Brief", to: "eingang/brief.pdf")
        try await watch { [store] in try await store.batches(in: .received).count == 1 }
        #expect(folder.files().contains { $0.hasPrefix("eingang/.claimed/") && $0.hasSuffix("brief.pdf") })
        try await inspect(.success(InputInspection(format: .pdf, pageCount: 0)))
        try await watch { [folder] in folder.files().contains("eingang/done/brief.pdf") }
        #expect(!folder.files().contains { $0.hasPrefix("eingang/.claimed/") })
    }

    @Test("puts a refused file beside its reason in both languages")
    func refusal() async throws {
        try folder.write("kein Bild", to: "eingang/brief.tif")
        try await watch { [store] in try await store.batches(in: .received).count == 1 }
        let problem = CaptureError(
            .badInput, "format-unknown", LocalizedText(de: "Das ist kein Bild.", en: "This is no image."),
            remedy: LocalizedText(de: "Bitte prüfen.", en: "Please check."))
        try await inspect(.failure(problem))
        try await watch { [folder] in folder.files().contains("eingang/refused/brief.tif") }
        let reason = try String(contentsOfFile: folder.path("eingang/refused/brief.tif.grund.txt"), encoding: .utf8)
        #expect(reason.contains("Das ist kein Bild.") && reason.contains("This is no image."))
        #expect(try String(contentsOfFile: folder.path("eingang/refused/brief.tif"), encoding: .utf8) == "kein Bild")
    }

    @Test("goes on with a claim that a crash left before it was recorded")
    func resume() async throws {
        let id = Identifier.make()
        try folder.write("Brief", to: "eingang/.claimed/\(id)/brief.pdf")
        try await watch { [store] in try await store.batches(in: .received).count == 1 }
        #expect(try await store.batch(id)?.state == .received)
        #expect(try await store.inputs(of: id).map(\.name) == ["brief.pdf"])
    }

    @Test("takes two files of one name, each once")
    func sameName() async throws {
        for text in ["eins", "zwei"] {
            try folder.write(text, to: "eingang/brief.pdf")
            try await watch { [store] in try await store.batches(in: .received).count == 1 }
            try await inspect(.success(InputInspection(format: .pdf, pageCount: 0)))
            try await watch { [folder] in !folder.files().contains { $0.hasPrefix("eingang/.claimed/") } }
        }
        #expect(folder.files().filter { $0.hasPrefix("eingang/done/") }.count == 2)
        #expect(try await store.recentBatches(limit: 10).count == 2)
    }

    @Test("takes a file that was changed in the future: the clock was set back, or the sender's is ahead")
    func fileOfTheFuture() async throws {
        try folder.write("Brief", to: "eingang/brief.pdf")
        let future: [FileAttributeKey: Any] = [.modificationDate: Date(timeIntervalSinceNow: 3 * 86_400)]
        try FileManager.default.setAttributes(future, ofItemAtPath: folder.path("eingang/brief.pdf"))
        try await watch(until: received(1))
    }

    private func received(_ count: Int) -> @Sendable () async throws -> Bool {
        { [store] in try await store.batches(in: .received).count == count }
    }

    @Test("tells by the sub-folder what the file's values are, and puts it away under the same sub-folder")
    func context() async throws {
        try folder.write("Brief", to: "eingang/mandant-a/amt32/brief.pdf")
        try folder.write("tief", to: "eingang/mandant-a/amt32/tiefer/brief.pdf")
        let settings: (inout WatchedFolderSource) -> Void = { $0.context = ["area", "office"] }
        try await watch(settings, until: received(1))
        let batch = try #require(try await store.batches(in: .received).first)
        let input = try #require(try await store.inputs(of: batch.id).first)
        #expect(input.context?.place == ["area": "mandant-a", "office": "amt32"])
        try await inspect(.success(InputInspection(format: .pdf, pageCount: 0)))
        try await watch(settings) { [folder] in folder.files().contains("eingang/done/mandant-a/amt32/brief.pdf") }
        #expect(folder.files().contains("eingang/mandant-a/amt32/tiefer/brief.pdf"))
    }

    @Test("leaves mail alone whose sub-folder names another tenant than the profile's")
    func tenant() async throws {
        try folder.write("Brief", to: "eingang/nachbarstadt/brief.pdf")
        try folder.write("Brief", to: "eingang/brief.pdf")
        try await watch({ $0.context = ["tenant"] }, until: received(1))
        #expect(folder.files().contains("eingang/nachbarstadt/brief.pdf"))
    }

    @Test("keeps the sender's values with the file and puts both away together")
    func sidecar() async throws {
        try folder.write("Brief", to: "eingang/brief.pdf")
        try folder.write(#"{"office": "32"}"#, to: "eingang/brief.json")
        try await watch(until: received(1))
        let batch = try #require(try await store.batches(in: .received).first)
        let file = try #require(try await store.inputs(of: batch.id).first?.context?.sidecar)
        #expect(try String(contentsOfFile: store.path(batch, file), encoding: .utf8) == #"{"office": "32"}"#)
        var inspection = InputInspection(format: .pdf, pageCount: 0)
        inspection.values = ["office": "32"]
        try await inspect(.success(inspection))
        #expect(try await store.inputs(of: batch.id).first?.context?.values == ["office": "32"])
        try await watch { [folder] in folder.files().contains("eingang/done/brief.json") }
        #expect(folder.files().contains("eingang/done/brief.pdf"))
    }

    @Test("takes names of any bytes, shows them as text and gives them back as they were")
    func anyBytes() async throws {
        let name: [UInt8] = [0x42, 0xFC, 0x72, 0x6F, 0x1B, 0x2E, 0x70, 0x64, 0x66]
        func path(_ place: String) -> [CChar] {
            (Array((folder.path(place) + "/").utf8) + name + [0]).map { CChar(bitPattern: $0) }
        }
        let file = try #require(fopen(path("eingang"), "w"))
        fputs("Brief", file)
        fclose(file)
        try await watch(until: received(1))
        let batch = try #require(try await store.batches(in: .received).first)
        #expect(try await store.inputs(of: batch.id).first?.name == "B\u{FFFD}ro\u{FFFD}.pdf")
        try await inspect(.success(InputInspection(format: .pdf, pageCount: 0)))
        try await watch { [done = path("eingang/done")] in access(done, F_OK) == 0 }
    }

    @Test("leaves links, pipes and hidden files alone, and refuses a file with a second name unread")
    func strangeFiles() async throws {
        try folder.write("geheim", to: "geheim.txt")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("eingang/link.pdf"), withDestinationPath: folder.path("geheim.txt"))
        #expect(mkfifo(folder.path("eingang/pipe.pdf"), 0o600) == 0)
        #expect(link(folder.path("geheim.txt"), folder.path("eingang/zweitname.pdf")) == 0)
        try folder.write("Brief", to: "eingang/.brief.pdf")
        try folder.write("Brief", to: "eingang/brief.pdf")
        try await watch(until: received(1))
        try await watch { [folder] in folder.files().contains("eingang/refused/zweitname.pdf.grund.txt") }
        let left = folder.files().filter { $0.hasPrefix("eingang/") && !$0.hasPrefix("eingang/.claimed") }
        #expect(
            Set(left) == [
                "eingang/link.pdf", "eingang/pipe.pdf", "eingang/.brief.pdf", "eingang/refused/zweitname.pdf",
                "eingang/refused/zweitname.pdf.grund.txt",
            ])
        #expect(try await store.recentBatches(limit: 10).count == 1)
    }

    @Test("waits for the end of a file that is cut off, but not for ever")
    func incomplete() async throws {
        try folder.write("%PDF-1.7 half", to: "eingang/halb.pdf")
        try folder.write("%PDF-1.7 whole %%EOF", to: "eingang/ganz.pdf")
        try await watch({ $0.incompleteSeconds = 1000 }, until: received(1))
        #expect(folder.files().contains("eingang/halb.pdf"))
        try await watch({ $0.incompleteSeconds = 0.05 }, until: received(2))
        #expect(!folder.files().contains("eingang/halb.pdf"))
    }

    @Test("tells of a file that came before and takes it all the same")
    func duplicate() async throws {
        for name in ["eins.pdf", "zwei.pdf"] {
            try folder.write("Brief", to: "eingang/" + name)
            try await watch { [folder] in !folder.files().contains("eingang/" + name) }
        }
        try await watch(until: received(2))
        let batches = try await store.batches(in: .received)
        let second = try #require(batches.last)
        #expect(try await store.inputs(of: batches[0].id).first?.findings == [])
        let finding = try #require(try await store.inputs(of: second.id).first?.findings.first)
        #expect(finding.code == "possible-duplicate" && finding.message.de.contains(batches[0].id))
    }

    @Test("waits while the share is not mounted and its sentinel file is missing")
    func sentinel() async throws {
        try folder.write("Brief", to: "eingang/brief.pdf")
        let settings: (inout WatchedFolderSource) -> Void = { $0.sentinel = ".scanstelle" }
        let looks = Counter()
        try await watch(settings) { looks.next() > 50 }
        #expect(folder.files().contains("eingang/brief.pdf"))
        try folder.write("", to: "eingang/.scanstelle")
        try await watch(settings, until: received(1))
    }

    @Test("takes many files, each once, and puts them away")
    func many() async throws {
        for number in 1...40 { try folder.write("Brief \(number)", to: "eingang/\(number).pdf") }
        try await watch(until: received(40))
        try await inspect(.success(InputInspection(format: .pdf, pageCount: 0)))
        try await watch { [folder] in !folder.files().contains { $0.hasPrefix("eingang/.claimed/") } }
        #expect(folder.files().filter { $0.hasPrefix("eingang/done/") }.count == 40)
    }
}

private final class Counter: Sendable {
    private let value = Mutex(0)

    func next() -> Int {
        value.withLock {
            $0 += 1; return $0
        }
    }
}
