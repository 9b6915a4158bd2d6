// A mail drop (Maileingang): every message of a mailbox becomes a batch, its attachments the documents.
//
// The message stays on the server until its outcome is recorded here; only then it is moved to the folder of the taken
// or of the refused ones. Its name there (mailbox, UIDVALIDITY, UID) makes the id of its batch, so a stop at any moment
// leaves either the message or the record, and the next visit goes on from what it finds:
//
//     listed -> received into a file -> batch begun -> stored with its claim -> received -> … -> outcome -> moved -> settled
//
// The daemon reads what the server says and nothing of what the message says: that is the sandboxed worker's.

package import BatchStore
package import CaptureModel
import DurableFiles
import Foundation
package import Logging
import ServiceLifecycle

package struct MailDrop: Service {
    /// Messages looked at, taken and put away in one visit: a server's patience with one session is limited.
    private static let mostAtOnce = 200
    /// Seconds after which a refused password is tried again though its file is the same: many servers lock accounts.
    private static let signInPause = 900.0
    /// Bytes of a message's head.
    private static let largestHead = 1 << 20

    private let source: MailboxSource
    private let store: BatchStore
    private let profile: @Sendable (String) throws(CaptureError) -> LoadedProfile
    private let logger: Logger

    package init(
        source: MailboxSource, store: BatchStore, logger: Logger,
        profile: @escaping @Sendable (String) throws(CaptureError) -> LoadedProfile
    ) {
        self.source = source
        self.store = store
        self.logger = logger
        self.profile = profile
    }

    /// What is remembered from visit to visit.
    private struct Memory {
        var problems = StandingProblems()
        var signIn = SignInPause()
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            let stop = StopFlag()
            await withTaskCancellationHandler {
                var memory = Memory()
                while !Task.isCancelled {
                    let hasMore = await visit(&memory, stop)
                    if !hasMore { try? await Task.sleep(for: .seconds(source.pollSeconds)) }
                }
            } onCancel: {
                stop.raise()
            }
        }
    }

    /// Visits the mailbox once; true where more can be done at once.
    private func visit(_ memory: inout Memory, _ stop: StopFlag) async -> Bool {
        guard memory.signIn.isOver(source.password) else { return false }
        var hasMore = false
        // As it was before it is used: a change on the way counts.
        let pause = SignInPause(source.password, seconds: Self.signInPause)
        do throws(CaptureError) {
            try await finishReceived()
            hasMore = try await work(in: try MailboxSession(source, stop: stop), &memory)
        } catch {
            tell(error, &memory)
            if error.problem == "mail-sign-in" { memory.signIn = pause }
        }
        memory.problems.endLook()
        return hasMore
    }

    /// Batches whose message is stored, but which a stop left before that was said.
    private func finishReceived() async throws(CaptureError) {
        for batch in try await begun() where try await !store.inputs(of: batch.id).isEmpty {
            try await store.received(batch)
        }
    }

    /// Batches of this mailbox that were begun and are not received yet.
    private func begun() async throws(CaptureError) -> [BatchRecord] {
        try await store.batches(in: .receiving).filter { $0.channel == .mail && $0.source == source.name }
    }

    private func tell(_ problem: CaptureError, _ memory: inout Memory) {
        // What a stop breaks off is no fault.
        guard memory.problems.isNew(problem), !Task.isCancelled else { return }
        logger.warning("mailbox", metadata: ["mailbox": "\(source.name)", "cause": "\(problem)"])
    }

    // MARK: A visit

    private func work(
        in session: MailboxSession, _ memory: inout Memory
    ) async throws(CaptureError) -> Bool {
        let state = try await session.open()
        // What was moved has changed the places of the others: the next visit lists them, at once.
        if try await settle(state, in: session) > 0 { return true }
        // What cannot be kept is left where it is.
        try store.requireRoom()
        let loaded = try profile(source.profile).checked(against: source.context["tenant"])
        let prefix = source.prefix(validity: state.validity)
        let claims = try await store.openClaims(below: source.prefix)
        var former = claims.filter { !$0.key.hasPrefix(prefix) }
        let messages = try await session.messages(limit: Self.mostAtOnce)
        var taken = 0
        var unread = 0
        for message in messages where !message.isDeleted && claims[prefix + String(message.uid)] == nil {
            guard !Task.isCancelled else { return false }
            do throws(CaptureError) {
                try await take(message, as: prefix + String(message.uid), loaded, &former, session)
                taken += 1
            } catch {
                unread += 1
                tell(error, &memory)
                // A server that went away, or a disk that is full, will be so for the next message, too.
                if error.code == .unavailable { return false }
            }
        }
        if unread == 0, messages.count == state.messageCount { try await forget(former, messages, prefix) }
        return taken > 0 && messages.count < state.messageCount
    }

    /// Makes a message a batch, unless it is one already.
    private func take(
        _ message: ListedMessage, as claim: String, _ loaded: LoadedProfile, _ former: inout [String: InputRecord],
        _ session: MailboxSession
    ) async throws(CaptureError) {
        let id = BatchRecord.id(ofMessage: claim)
        let known = try await store.batch(id)
        if let known, known.state != .receiving { return try await putAwayAgain(message, known, session) }
        let isTooLarge = message.sizeInBytes > source.messageSizeInBytes
        guard let file = try await fetch(message, headOnly: isTooLarge, session) else { return }
        if let (name, input) = former.first(where: { $0.value.sha256 == file.sha256 }) {
            // The server has numbered its messages anew; this one is a batch already.
            former[name] = nil
            return try await store.reclaim(input, as: claim)
        }
        let batch =
            if let known {
                known
            } else {
                try await store.begin(
                    id: id, profile: loaded, channel: .mail, source: source.name, operatedBy: source.operatedBy)
            }
        try FaultPoint.pass("mail.begun")
        _ = try await store.addInput(
            received: file, name: "E-Mail.eml", number: 1, claim: claim, context: context(of: message),
            problem: isTooLarge ? .messageTooLarge(limit: source.messageSizeInBytes) : nil, to: batch)
        try await store.received(batch)
    }

    private func context(of message: ListedMessage) -> InputContext {
        // A server's clock may be wrong; what comes from tomorrow came now.
        let received = min(message.received ?? store.now, store.now)
        return InputContext(place: source.context, message: MailFacts(received: received))
    }

    /// Receives the message, or its head where the whole is too large; nil where it is gone.
    private func fetch(
        _ message: ListedMessage, headOnly: Bool, _ session: MailboxSession
    ) async throws(CaptureError) -> ReceivedFile? {
        let path = store.folder.mail + "/" + fileName
        let limit = headOnly ? Self.largestHead : source.messageSizeInBytes
        guard let got = try await session.fetch(message.uid, headOnly: headOnly, into: path, limit: limit) else {
            return nil
        }
        // The size that the server told was not the true one.
        if got.isTooLarge, !headOnly { throw .serverUnclear }
        try FaultPoint.pass("mail.fetched")
        return ReceivedFile(path: path, sha256: got.sha256, sizeInBytes: got.sizeInBytes)
    }

    /// Mailboxes are visited side by side, so each has a file of its own.
    private var fileName: String { SHA256.of(Data(source.name.utf8)) + ".part" }

    // MARK: What became of it

    /// Puts messages with a known outcome away; tells how many.
    private func settle(_ state: MailboxState, in session: MailboxSession) async throws(CaptureError) -> Int {
        let prefix = source.prefix(validity: state.validity)
        let claims = try await store.settledClaims(below: prefix, limit: Self.mostAtOnce)
        for (claim, input) in claims {
            guard !Task.isCancelled else { break }
            guard let uid = UInt32(claim.dropFirst(prefix.count)) else { continue }
            let refusal = try await store.refusal(ofMessage: input.batch)
            try FaultPoint.pass("mail.outcome")
            try await putAway(uid, refusal, session)
            try FaultPoint.pass("mail.moved")
            try await store.settleClaim(of: input)
            guard let refusal else { continue }
            logger.notice("message refused", metadata: ["batch": "\(input.batch)", "problem": "\(refusal.problem)"])
        }
        return claims.count
    }

    private func putAway(
        _ uid: UInt32, _ refusal: CaptureError?, _ session: MailboxSession
    ) async throws(CaptureError) {
        if refusal != nil { return try await session.move(uid, to: source.refused) }
        if source.deletesDone { return try await session.delete(uid) }
        try await session.move(uid, to: source.done)
    }

    /// A message that was put away and is there again under its old number, as after a server came back from its backup.
    private func putAwayAgain(
        _ message: ListedMessage, _ batch: BatchRecord, _ session: MailboxSession
    ) async throws(CaptureError) {
        guard [.delivered, .refused, .purged, .indexed].contains(batch.state) else { return }
        try await putAway(message.uid, try await store.refusal(ofMessage: batch.id), session)
    }

    /// What the mailbox no longer holds: claims under former numbers, and batches whose message never came.
    private func forget(
        _ former: [String: InputRecord], _ messages: [ListedMessage], _ prefix: String
    ) async throws(CaptureError) {
        for input in former.values where input.outcome != .stored { try await store.settleClaim(of: input) }
        let there = Set(messages.map { BatchRecord.id(ofMessage: prefix + String($0.uid)) })
        for batch in try await begun() where !there.contains(batch.id) {
            try await store.hold(batch, because: .messageGone)
        }
    }
}

/// After a refused password: nothing is tried until its file changes or some time is over.
private struct SignInPause {
    private var until: ContinuousClock.Instant?
    private var stamp: [Int] = []

    init() {}

    init(_ password: SecretFile, seconds: Double) {
        until = .now + .seconds(seconds)
        stamp = Self.stamp(password)
    }

    func isOver(_ password: SecretFile) -> Bool {
        guard let until else { return true }
        return ContinuousClock.now >= until || Self.stamp(password) != stamp
    }

    /// What changes when somebody writes the file or puts another one there.
    private static func stamp(_ password: SecretFile) -> [Int] {
        var status = stat()
        guard let path = password.path, stat(path, &status) == 0 else { return [] }
        return [Int(status.st_ino), Int(status.st_size), Int(status.st_mtim.tv_sec), Int(status.st_mtim.tv_nsec)]
    }
}
