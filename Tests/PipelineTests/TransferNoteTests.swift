import BatchStore
import CaptureModel
import Foundation
import Logging
import TestSupport
import Testing

@testable import Pipeline

@Suite("what a transfer note says of a scanned batch")
struct TransferNoteTests {
    private let store: BatchStore
    private let steps: PipelineSteps

    init() throws {
        let folder = try Scratch()
        let store = try BatchStore(folder: try StateFolder(path: folder.path("state")))
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        self.store = store
        steps = PipelineSteps(
            store: store, workers: WorkerPool(program: "/bin/false", folders: [], logger: logger), targets: [],
            logger: logger, loadProfile: { _ in .sample() })
    }

    /// Four scanned pages, a document of the last three of them but for a blank one.
    private func batch(operatedBy: String? = "user:1000", findings: [Finding]) async throws -> BatchRecord {
        let batch = try await store.begin(
            profile: .sample(), channel: .scanner, source: "poststelle-1", operatedBy: operatedBy)
        let request = try await store.requestScan(scanner: "poststelle-1", profile: "sample", actor: "user:1000")
        let feed = try await store.beginFeed(request, LoadedProfile.sample().profile.scan, into: batch)
        for number in 1...4 {
            let name = String(format: "%04d/original.jpg", number)
            try write(Data("\(number)".utf8), store.path(batch, "pages/" + name))
            let scan = StoredScan(page: number, file: name, format: .jpeg, sha256: "", sizeInBytes: 1)
            try await store.addPage(scan, fedBy: feed, to: batch)
        }
        try await store.received(batch)
        try await store.claim(batch)
        try await store.numberPages(of: batch)
        for page in try await store.pages(of: batch.id) { try await read(page, of: batch) }
        try await store.allPagesAnalyzed(of: batch)
        let roles: [PageRole] = [.separator, .content, .blank, .content]
        try await store.separated(
            Separation(roles: roles, documents: [DocumentDraft(pages: [1, 3])]), pages: [1, 2, 3, 4], of: batch)
        let document = IndexedDocument(
            pages: [1, 3], type: "antrag", findings: findings, needsReview: !findings.isEmpty)
        try await store.indexed([document], of: batch)
        return try #require(try await store.batch(batch.id))
    }

    private func read(_ page: PageRecord, of batch: BatchRecord) async throws {
        var analysis = PageAnalysis(
            width: 1, height: 1, resolution: 300, color: .color,
            record: RecordImage(file: "record.jpg", coding: .jpeg, width: 1, height: 1, components: 1))
        analysis.steps = [
            ProcessingStep("record", ["coding": "jpeg"]), ProcessingStep("straighten", ["degrees": "0.\(page.number)"]),
        ]
        try write(Data("x".utf8), store.path(batch, page.folder + "/record.jpg"))
        try write(try JSONEncoder().encode(analysis), store.path(batch, page.folder + "/analysis.json"))
        _ = try await store.beginReading(page)
        let summary = PageSummary(of: analysis, number: page.number - 1, input: nil)
        try await store.analyzed(page, summary: summary, of: batch)
    }

    private func write(_ bytes: Data, _ path: String) throws {
        let url = URL(fileURLWithPath: path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: url)
    }

    private func note(of batch: BatchRecord) async throws -> TransferNote {
        let document = try #require(try await store.documents(of: batch.id).first)
        let facts = try await BatchFacts(of: batch, from: store)
        let profile = LoadedProfile.sample().profile
        let material = try DocumentMaterial(of: document, in: batch, profile, facts, from: store)
        try FileManager.default.createDirectory(
            atPath: store.path(batch, document.folder), withIntermediateDirectories: true)
        return try #require(
            try await steps.writeNote(of: document, in: batch, profile, material, facts.history))
    }

    private static let sample = Finding("sample", LocalizedText(de: "Stichprobe", en: "Sample"))
    private static let torn = Finding("torn", LocalizedText(de: "Ecke abgerissen", en: "Torn"), page: 3)

    @Test("it tells scanner, person, place in the batch, what was left out, and what each page went through")
    func facts() async throws {
        let note = try await note(of: try await batch(findings: []))
        let person = try #require(try await store.operatorRecord(for: "user:1000"))
        #expect(note.origin == .paper && note.operatedBy == person.pseudonym)
        #expect(note.position == "Abbild 2, 4 von 4" && note.pageCount == 2)
        let scan = try #require(note.steps.first)
        #expect(scan.name == "Scannen" && scan.system.hasPrefix("Scanner poststelle-1, Arbeitsplatz "))
        #expect(scan.attributes.contains(TransferNote.Attribute("Auflösung", "300 dpi")))
        let straightened = try #require(note.steps.first { $0.name == "Geraderichten" })
        #expect(straightened.attributes.map(\.name) == ["Abbild 2", "Abbild 4", "Wirkung"])
        let parted = try #require(note.steps.first { $0.name == "Trennung in Schriftstücke" })
        #expect(parted.attributes == [TransferNote.Attribute("Leerseite, nicht übernommen", "Abbild 3")])
        #expect(note.anomalies.isEmpty && note.quality.kind == .automatic && note.agreement == nil)
    }

    @Test("only a person's release makes it say that image and content agree", arguments: [true, false])
    func release(_ isSample: Bool) async throws {
        let batch = try await batch(findings: isSample ? [Self.sample] : [Self.torn])
        let document = try #require(try await store.documents(of: batch.id).first)
        #expect(try await note(of: batch).agreement == nil, "nobody has looked yet")
        try await store.confirm(document, of: batch, actor: "user:1001")
        let note = try await note(of: batch)
        let checker = try #require(try await store.operatorRecord(for: "user:1001"))
        #expect(note.quality.kind == (isSample ? .sample : .doubt) && note.quality.checkedBy == checker.pseudonym)
        #expect(note.agreement != nil && note.steps.contains { $0.name == "Sichtprüfung" })
        let torn = TransferNote.Attribute("Ecke abgerissen", "Abbild 4")
        #expect(note.anomalies == (isSample ? [] : [torn]), "a sample is no anomaly")
    }

    @Test("an unknown person and an account that is nobody's are anomalies", arguments: [nil, "user:0", "user:65534"])
    func noPerson(_ account: String?) async throws {
        let note = try await note(of: try await batch(operatedBy: account, findings: []))
        #expect(note.anomalies.count == 1 && (note.operatedBy == nil) == (account == nil))
    }

    @Test("a batch that was held and released says so")
    func held() async throws {
        let batch = try await batch(findings: [])
        let problem = CaptureError(
            .badInput, "feed-broke-off", LocalizedText(de: "", en: ""), remedy: LocalizedText(de: "", en: ""))
        try await store.hold(batch, because: problem)
        #expect(try await note(of: batch).anomalies.map(\.value) == ["feed-broke-off"])
    }
}
