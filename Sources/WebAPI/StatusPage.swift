import BatchStore
import CaptureModel
import Foundation
import Mustache

/// The status page: the newest batches with their pages, documents and where they went.
struct StatusPage: Sendable {
    /// Batches on the page.
    private static let limit = 50

    private let store: BatchStore
    private let version: String
    private let template: MustacheTemplate

    init(store: BatchStore, version: String) throws {
        self.store = store
        self.version = version
        template = try MustacheTemplate(
            string: String(decoding: PackageResources.status_mustache, as: UTF8.self))
    }

    func html() async throws(CaptureError) -> String {
        template.render(
            PageView(
                version: version, storage: store.storageProblem.map { ProblemView($0) }, batches: try await batches()))
    }

    /// The facts of the page for programs.
    func batches() async throws(CaptureError) -> [BatchView] {
        var batches: [BatchView] = []
        for batch in try await store.recentBatches(limit: Self.limit) { batches.append(try await view(of: batch)) }
        return batches
    }

    private func view(of batch: BatchRecord) async throws(CaptureError) -> BatchView {
        let pages = try await store.progress(of: batch.id)
        let documents = try await store.documents(of: batch.id)
        let refused = try await store.inputs(of: batch.id).filter { $0.outcome == .refused }
        return BatchView(
            id: batch.id, created: batch.created.formatted(.iso8601), createdText: batch.createdText,
            source: batch.source,
            state: batch.state.rawValue, stateText: batch.stateText(documents).de, profile: batch.profile,
            profileVersion: batch.profileVersion, pages: pages.total,
            pagesRead: pages.analyzed, documentCount: documents.count,
            delivered: documents.count { $0.state == .delivered }, hasDocuments: !documents.isEmpty,
            hold: batch.hold.map { ProblemView($0) }, refused: refused.map { RefusedView($0) },
            documents: documents.map { DocumentView($0) })
    }
}

struct PageView {
    let version: String
    /// Why no new mail is taken, nil where it is.
    let storage: ProblemView?
    let batches: [BatchView]
}

struct BatchView: Encodable {
    let id, created, createdText, source, state, stateText, profile, profileVersion: String
    let pages, pagesRead, documentCount, delivered: Int
    let hasDocuments: Bool
    let hold: ProblemView?
    let refused: [RefusedView]
    let documents: [DocumentView]
}

struct ProblemView: Encodable {
    let problem, message, remedy: String

    init(_ error: CaptureError) {
        problem = error.problem
        message = error.message.de
        remedy = error.remedy.de
    }
}

struct RefusedView: Encodable {
    let name, message, remedy: String

    init(_ input: InputRecord) {
        name = input.name
        message = input.problem?.message.de ?? ""
        remedy = input.problem?.remedy.de ?? ""
    }
}

struct DocumentView: Encodable {
    let number: Int
    let pages, type, fileReference, state, stateText, place: String
    let findings: [String]

    init(_ document: DocumentRecord) {
        number = document.number
        pages = document.indexed.pages.map { String($0 + 1) }.joined(separator: ", ")
        type = document.indexed.type ?? "–"
        fileReference = document.indexed.fields["fileReference"]?.value ?? "–"
        state = document.state.rawValue
        stateText = document.state.text.de
        place = document.receipt?.object ?? "–"
        findings = document.indexed.findings.map(\.message.de) + (document.problem.map { [$0.message.de] } ?? [])
    }
}
