import BatchStore
import CaptureModel
import Foundation
import HTTPTypes
import Hummingbird
import Logging

/// The addresses below `/api/v1` by which programs hand in files and ask what became of them.
struct UploadRoutes: Sendable {
    let desk: UploadDesk
    let store: BatchStore
    let logger: Logger

    func add(to router: Router<BasicRequestContext>) {
        let api = router.group("api/v1")
        api.post("uploads") { request, _ in try await single(request) }
        api.post("batches") { request, _ in try await begin(request) }
        api.put("batches/:id/files/:number") { request, context in try await file(request, context) }
        api.post("batches/:id/complete") { request, context in
            try await answering {
                let account = try desk.account(of: request.headers[.authorization])
                let id = context.parameters.get("id") ?? ""
                try await desk.complete(id, by: account)
                return try await status(of: id, account)
            }
        }
        api.get("batches/:id") { request, context in
            try await answering {
                let account = try desk.account(of: request.headers[.authorization])
                return try await status(of: context.parameters.get("id") ?? "", account)
            }
        }
    }

    private func single(_ request: Request) async throws -> Response {
        try await answering {
            let account = try desk.account(of: request.headers[.authorization])
            let stored = try await desk.takeSingle(try Self.upload(request), request.body, by: account)
            return Self.created(stored.0, stored.isNew, at: stored.0.id)
        }
    }

    private func begin(_ request: Request) async throws -> Response {
        try await answering {
            let account = try desk.account(of: request.headers[.authorization])
            let batch = try await desk.beginBatch(try Self.upload(request), by: account)
            return Self.created(["id": batch.id], batch.isNew, at: batch.id)
        }
    }

    private func file(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        try await answering {
            let account = try desk.account(of: request.headers[.authorization])
            let id = context.parameters.get("id") ?? ""
            guard let number = context.parameters.get("number").flatMap({ Int($0) }) else {
                throw APIProblem.badParameter("number")
            }
            let stored = try await desk.takeFile(number, of: id, try Self.upload(request), request.body, by: account)
            return Self.created(stored.0, stored.isNew, at: id)
        }
    }

    private func status(of id: String, _ account: UploadAccount) async throws -> Response {
        let batch = try await desk.batch(id, of: account)
        return APIAnswer(.ok, try await BatchStatus(batch, in: store)).response
    }

    private static func created(_ value: some Encodable, _ isNew: Bool, at id: String) -> Response {
        var response = APIAnswer(isNew ? .created : .ok, value).response
        response.headers[.location] = "/api/v1/batches/\(id)"
        return response
    }

    private static func upload(_ request: Request) throws -> UploadRequest {
        var parameters: [String: String] = [:]
        for (name, value) in request.uri.queryParameters { parameters[String(name)] = String(value) }
        var headers: [String: String] = [:]
        for field in request.headers { headers[field.name.canonicalName] = field.value }
        do throws(UploadRequest.Fault) {
            return try UploadRequest(parameters: parameters, headers: headers)
        } catch {
            throw APIProblem.badParameter(error.name)
        }
    }

    /// Faults become answers; what is ours to mend goes into the log as well.
    private func answering(_ body: () async throws -> Response) async throws -> Response {
        do {
            return try await body()
        } catch let problem as APIProblem {
            return problem.response
        } catch let error as CaptureError {
            logger.warning("upload failed", metadata: ["problem": "\(error.problem)", "cause": "\(error.cause)"])
            return APIProblem(error).response
        }
    }
}

/// What became of a batch, for the program that handed it in.
struct BatchStatus: Encodable {
    struct File: Encodable {
        let number: Int
        let name, sha256, outcome: String
        let pages: Int
        let problem: CaptureError?
        let findings: [Finding]
    }

    struct Document: Encodable {
        let number: Int
        let state: DocumentState
        let stateText: LocalizedText
        let type: String?
        let place: String?
    }

    let id, profile, profileVersion: String
    let created: Date
    let state: BatchState
    let stateText: LocalizedText
    let hold: CaptureError?
    let pages, pagesRead: Int
    let files: [File]
    let documents: [Document]

    init(_ batch: BatchRecord, in store: BatchStore) async throws(CaptureError) {
        let progress = try await store.progress(of: batch.id)
        let documents = try await store.documents(of: batch.id)
        (id, profile, profileVersion) = (batch.id, batch.profile, batch.profileVersion)
        (created, state, stateText, hold) = (batch.created, batch.state, batch.stateText(documents), batch.hold)
        (pages, pagesRead) = (progress.total, progress.analyzed)
        files = try await store.inputs(of: batch.id).map { input in
            File(
                number: input.number, name: input.name, sha256: input.sha256, outcome: input.outcome.rawValue,
                pages: input.pageCount, problem: input.problem, findings: input.findings)
        }
        self.documents = documents.map { document in
            Document(
                number: document.number, state: document.state, stateText: document.state.text,
                type: document.indexed.type, place: document.receipt?.object)
        }
    }
}
