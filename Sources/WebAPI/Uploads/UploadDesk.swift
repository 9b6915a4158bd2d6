// Programs hand in files here: one file makes a batch at once, several go into a batch that is begun and completed.
//
// An upload is not taken up again in its middle: it is repeated. Files have some megabytes and come over the house's own
// network; what the draft for resumable uploads adds (interim answers, offsets, expiry) would have to be right on every
// proxy between, to save seconds. A repeat under the same `Idempotency-Key` is safe at any moment: the batch of a key
// is known from before its first byte is stored, and the answer is the same as the first time.

import BatchStore
import CaptureModel
import Foundation
import Hummingbird
import Synchronization

/// What a program gets told about a file that is stored.
struct StoredUpload: Encodable, Equatable {
    let id: String
    let number: Int
    let sha256: String
    let sizeInBytes: Int
}

final class UploadDesk: Sendable {
    private let store: BatchStore
    private let settings: UploadSettings
    /// What is being received now: account and key, or batch and number.
    private let busy = Mutex<Set<String>>([])

    /// Removes what an earlier process was receiving when it ended.
    init(store: BatchStore, settings: UploadSettings) {
        self.store = store
        self.settings = settings
        UploadFile.removeAll(in: store.folder)
    }

    func account(of authorization: String?) throws(APIProblem) -> UploadAccount {
        guard let account = settings.accounts.account(authorization: authorization) else { throw .unauthorized }
        return account
    }

    /// One file, one batch; true where it is new.
    func takeSingle(
        _ request: UploadRequest, _ body: RequestBody, by account: UploadAccount
    ) async throws -> (StoredUpload, isNew: Bool) {
        let profile = try profile(for: request, account)
        try checkRoom(for: request)
        return try await alone("\(account.name)/\(request.key ?? UUID().uuidString)") {
            let file = try UploadFile(in: store.folder)
            let received = try await file.receive(body, limit: settings.fileSizeInBytes)
            if let sha256 = request.sha256, sha256 != received.sha256 { throw APIProblem.digestMismatch }
            let known = try await batch(of: request, account)
            let batch = if let known { known } else { try await begin(request, profile, account) }
            let answer = try await place(received, as: 1, request.name, in: batch)
            file.done()
            if batch.state == .receiving { try await store.received(batch) }
            return (answer.0, known == nil || batch.state == .receiving)
        }
    }

    /// Begins a batch of several files; true where it is new.
    func beginBatch(_ request: UploadRequest, by account: UploadAccount) async throws -> (id: String, isNew: Bool) {
        let profile = try profile(for: request, account)
        if let files = request.files, files > settings.files { throw APIProblem.badParameter("files") }
        return try await alone("\(account.name)/\(request.key ?? UUID().uuidString)") {
            if let known = try await batch(of: request, account) { return (known.id, false) }
            return (try await begin(request, profile, account).id, true)
        }
    }

    /// A file of a batch that was begun; true where it is new.
    func takeFile(
        _ number: Int, of id: String, _ request: UploadRequest, _ body: RequestBody, by account: UploadAccount
    ) async throws -> (StoredUpload, isNew: Bool) {
        let batch = try await batch(id, of: account)
        guard (1...settings.files).contains(number) else { throw APIProblem.badParameter("number") }
        try checkRoom(for: request)
        return try await alone("\(id)/\(number)") {
            let file = try UploadFile(in: store.folder)
            let received = try await file.receive(body, limit: settings.fileSizeInBytes)
            if let sha256 = request.sha256, sha256 != received.sha256 { throw APIProblem.digestMismatch }
            let answer = try await place(received, as: number, request.name, in: batch)
            file.done()
            return answer
        }
    }

    /// All files are there: the batch goes its way.
    func complete(_ id: String, by account: UploadAccount) async throws {
        let batch = try await batch(id, of: account)
        guard batch.state == .receiving else { return }
        let numbers = try await store.inputs(of: id).map(\.number)
        let files = try await store.upload(of: id)?.files ?? numbers.count
        guard !numbers.isEmpty, numbers == Array(1...files) else { throw APIProblem.filesMissing }
        try await store.received(batch)
    }

    /// A batch of the account; others are not there.
    func batch(_ id: String, of account: UploadAccount) async throws -> BatchRecord {
        guard let batch = try await store.batch(id), try await store.upload(of: id)?.account == account.name else {
            throw APIProblem.notFound
        }
        return batch
    }

    /// Batches that nobody went on with go to a person.
    func holdForgotten() async throws(CaptureError) {
        try await store.holdUploads(unchangedSince: store.now.addingTimeInterval(-3600 * settings.patienceHours))
    }

    private func profile(for request: UploadRequest, _ account: UploadAccount) throws -> LoadedProfile {
        guard !request.profile.isEmpty else { throw APIProblem.badParameter("profile") }
        guard account.mayUse(request.profile) else { throw APIProblem.profileForbidden }
        return try settings.profile(request.profile)
    }

    private func batch(of request: UploadRequest, _ account: UploadAccount) async throws -> BatchRecord? {
        guard let key = request.key, let known = try await store.upload(by: account.name, key: key) else { return nil }
        return try await store.batch(known.batch)
    }

    private func begin(
        _ request: UploadRequest, _ profile: LoadedProfile, _ account: UploadAccount
    ) async throws(CaptureError) -> BatchRecord {
        let id = Identifier.make(at: store.now)
        return try await store.begin(
            id: id, profile: profile, channel: .upload, source: account.name,
            upload: UploadRecord(batch: id, account: account.name, key: request.key, files: request.files))
    }

    /// Makes the file a part of the batch; one of the same bytes that is there already is the same file.
    private func place(
        _ file: ReceivedFile, as number: Int, _ name: String, in batch: BatchRecord
    ) async throws -> (StoredUpload, isNew: Bool) {
        if let there = try await store.inputs(of: batch.id).first(where: { $0.number == number }) {
            guard there.sha256 == file.sha256 else { throw APIProblem.keyReused }
            return (StoredUpload(there), false)
        }
        guard batch.state == .receiving else { throw APIProblem.batchClosed }
        return (StoredUpload(try await store.addInput(received: file, name: name, number: number, to: batch)), true)
    }

    /// Before the first byte is read: too large a file is refused, and all of them while the disk is short.
    private func checkRoom(for request: UploadRequest) throws {
        if let size = request.sizeInBytes, size > settings.fileSizeInBytes { throw APIProblem.tooLarge }
        try store.requireRoom()
    }

    /// Runs `body` unless the same is under way.
    private func alone<Value>(_ name: String, _ body: () async throws -> Value) async throws -> Value {
        guard busy.withLock({ $0.insert(name).inserted }) else { throw APIProblem.inProgress }
        defer { busy.withLock { _ = $0.remove(name) } }
        return try await body()
    }
}

extension StoredUpload {
    init(_ input: InputRecord) {
        self.init(id: input.batch, number: input.number, sha256: input.sha256, sizeInBytes: input.sizeInBytes)
    }
}
