// One visit to a mailbox, over libcurl's IMAP.
//
// A visit is one connection: open, list, fetch, move, end. curl checks certificate and host name, does the sign-in and
// hands a message's bytes on as they come; what the server says besides is read in `IMAPResponse`. Messages are named by
// their UIDs together with the mailbox's UIDVALIDITY, which curl compares before it fetches.

import CCurl
import CaptureModel
import Dispatch
import DurableFiles
import Foundation

/// What a mailbox says of itself when it is opened.
struct MailboxState: Sendable, Hashable {
    /// Changes when the server numbers its messages anew.
    var validity: UInt32
    var messageCount: Int
    var offersMove: Bool
    /// It can remove single messages for good.
    var offersExpungeOfOne: Bool
}

/// Curl blocks, so a session has a queue of its own, on which alone it is used.
actor MailboxSession {
    /// Seconds until a connection stands, and a server has said the next word.
    private static let connectSeconds = 20
    private static let answerSeconds = 60
    /// Slower than this for `answerSeconds` counts as gone.
    private static let leastBytesPerSecond = 100

    private let source: MailboxSource
    private let stop: StopFlag
    private let curl: CurlHandle
    private let queue: SessionQueue
    private var state: MailboxState?

    nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    init(_ source: MailboxSource, stop: StopFlag) throws(CaptureError) {
        self.source = source
        self.stop = stop
        queue = SessionQueue(label: "mail.\(source.host)")
        curl = try CurlHandle()
        let password = try source.password.text()
        guard !password.isEmpty else { throw .passwordEmpty }
        curl.set(CURLOPT_USERNAME, source.user)
        curl.set(CURLOPT_PASSWORD, password)
        if let certificates = source.certificates {
            guard FileManager.default.isReadableFile(atPath: certificates) else { throw .certificatesMissing }
            curl.set(CURLOPT_CAINFO, certificates)
        }
        // Else settings for web pages would lead the mail elsewhere.
        curl.set(CURLOPT_PROXY, "")
        curl.set(CURLOPT_PROTOCOLS_STR, "imap,imaps")
        curl.set(CURLOPT_NOSIGNAL, 1)
        curl.set(CURLOPT_NOPROGRESS, 0)
        let mustEncrypt = source.security == .none ? CURLUSESSL_NONE : CURLUSESSL_ALL
        curl.set(CURLOPT_USE_SSL, Int(mustEncrypt.rawValue))
        curl.set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        curl.set(CURLOPT_CONNECTTIMEOUT, Self.connectSeconds)
        curl.set(CURLOPT_SERVER_RESPONSE_TIMEOUT, Self.answerSeconds)
        curl.set(CURLOPT_LOW_SPEED_LIMIT, Self.leastBytesPerSecond)
        curl.set(CURLOPT_LOW_SPEED_TIME, Self.answerSeconds)
    }

    // MARK: What is there

    /// Connects, signs in and opens the mailbox.
    func open() throws(CaptureError) -> MailboxState {
        let reply = try perform("NOOP", in: address)
        guard let validity = reply.code("UIDVALIDITY"), let count = reply.exists else { throw .serverUnclear }
        if reply.lines.contains(where: { $0.uppercased().contains(" OK [READ-ONLY]") }) { throw .mailboxReadOnly }
        let capabilities = try perform("CAPABILITY", in: address)
        let state = MailboxState(
            validity: validity, messageCount: count, offersMove: capabilities.offers("MOVE"),
            offersExpungeOfOne: capabilities.offers("UIDPLUS"))
        self.state = state
        return state
    }

    /// The oldest messages, at most `limit`.
    func messages(limit: Int) throws(CaptureError) -> [ListedMessage] {
        guard let state, state.messageCount > 0 else { return [] }
        let range = "1:\(min(limit, state.messageCount))"
        let reply = try perform("FETCH \(range) (UID RFC822.SIZE INTERNALDATE FLAGS)", in: address)
        return reply.lines.compactMap { ListedMessage($0) }
    }

    /// What a message, or its head alone, was received as.
    struct Fetched: Sendable {
        var sha256: String
        var sizeInBytes: Int
        /// More came than was to be taken.
        var isTooLarge: Bool
    }

    /// Receives a message into a file, nothing of which is durable yet; nil where it is not there any more.
    func fetch(_ uid: UInt32, headOnly: Bool = false, into path: String, limit: Int) throws(CaptureError) -> Fetched? {
        guard let state else { throw .fault("MailboxSession.fetch", "not open") }
        let section = headOnly ? "/;SECTION=HEADER" : ""
        let file = IMAPFile(path, limit: limit)
        let place = address + ";UIDVALIDITY=\(state.validity)/;UID=\(uid)" + section
        let exchange = IMAPExchange(stop: stop, file: file)
        curl.set(CURLOPT_CUSTOMREQUEST, nil)
        curl.set(CURLOPT_URL, place)
        let result = curl.perform(exchange)
        if result == CURLE_REMOTE_FILE_NOT_FOUND { return nil }
        if file.failure != 0 {
            errno = file.failure
            throw .storage("write")
        }
        guard result == CURLE_OK || file.isTooLarge else { throw problem(result, exchange) }
        guard let digest = file.finish() else { throw .fault("MailboxSession.fetch", "no digest") }
        return Fetched(sha256: digest, sizeInBytes: file.sizeInBytes, isTooLarge: file.isTooLarge)
    }

    // MARK: What becomes of it

    /// Moves a message to another folder of the mailbox, which is created where it is missing.
    ///
    /// A message that is not there any more is no fault: an earlier move was not answered.
    func move(_ uid: UInt32, to folder: String) throws(CaptureError) {
        guard let state else { throw .fault("MailboxSession.move", "not open") }
        let name = IMAPName.quoted(folder)
        guard state.offersMove else {
            // Killed between the two, the next visit copies once more: twice in that folder, never lost.
            try performCreating("UID COPY \(uid) \(name)", name)
            return try delete(uid)
        }
        try performCreating("UID MOVE \(uid) \(name)", name)
    }

    /// Removes a message for good; where the server cannot do so with one alone, it stays marked and counts as gone.
    func delete(_ uid: UInt32) throws(CaptureError) {
        _ = try perform("UID STORE \(uid) +FLAGS.SILENT (\\Deleted)", in: address)
        if state?.offersExpungeOfOne == true { _ = try perform("UID EXPUNGE \(uid)", in: address) }
    }

    /// Whether a folder is there.
    func hasFolder(_ folder: String) throws(CaptureError) -> Bool {
        let reply = try perform("LIST \"\" \(IMAPName.quoted(folder))", in: server)
        return reply.lines.contains { $0.uppercased().hasPrefix("* LIST ") }
    }

    private func performCreating(_ command: String, _ folder: String) throws(CaptureError) {
        do throws(CaptureError) {
            _ = try perform(command, in: address)
        } catch {
            guard error.problem == CaptureError.commandRefusedProblem,
                error.cause.uppercased().contains("TRYCREATE")
            else { throw error }
            _ = try perform("CREATE \(folder)", in: address)
            _ = try perform(command, in: address)
        }
    }

    // MARK: Talking

    private var server: String {
        let scheme = source.security == .tls ? "imaps" : "imap"
        let host = source.host.contains(":") ? "[\(source.host)]" : source.host
        return "\(scheme)://\(host):\(source.port ?? (source.security == .tls ? 993 : 143))/"
    }

    private var address: String { server + IMAPName.escaped(source.mailbox) }

    private func perform(_ command: String, in place: String) throws(CaptureError) -> IMAPReply {
        let exchange = IMAPExchange(stop: stop)
        curl.set(CURLOPT_URL, place)
        // curl takes escapes in a command for what they stand for.
        curl.set(CURLOPT_CUSTOMREQUEST, command.replacing("%", with: "%25"))
        let result = curl.perform(exchange)
        guard result == CURLE_OK else { throw problem(result, exchange) }
        return exchange.reply
    }

    private func problem(_ result: CURLcode, _ exchange: IMAPExchange) -> CaptureError {
        if stop.isRaised { return .mailBrokenOff }
        if exchange.saysTooMuch { return .serverUnclear }
        return .mail(result, curl.message, said: exchange.reply.refusal)
    }
}

/// curl's handle, with the connection it keeps.
private struct CurlHandle: ~Copyable {
    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
    private static let errorSize = Int(CURL_ERROR_SIZE)

    private let curl: UnsafeMutableRawPointer
    private let errors: UnsafeMutablePointer<CChar>

    init() throws(CaptureError) {
        guard Self.isReady, let curl = curl_easy_init() else { throw .fault("curl_easy_init") }
        self.curl = curl
        errors = .allocate(capacity: Self.errorSize)
        errors.initialize(repeating: 0, count: Self.errorSize)
        ccurl_set_pointer(curl, CURLOPT_ERRORBUFFER, errors)
    }

    deinit {
        curl_easy_cleanup(curl)
        errors.deallocate()
    }

    func set(_ option: CURLoption, _ text: String?) { ccurl_set_text(curl, option, text) }

    func set(_ option: CURLoption, _ number: Int) { ccurl_set_number(curl, option, number) }

    func perform(_ exchange: IMAPExchange) -> CURLcode {
        errors[0] = 0
        return exchange.attached(to: curl) { curl_easy_perform(curl) }
    }

    /// What curl says of the last failure, in its own words.
    var message: String { String(cString: errors) }
}

/// A serial queue as an actor's executor: blocking calls must not hold a thread of the shared pool.
private final class SessionQueue: SerialExecutor {
    private let queue: DispatchQueue

    init(label: String) { queue = DispatchQueue(label: label) }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }

    func asUnownedSerialExecutor() -> UnownedSerialExecutor { UnownedSerialExecutor(ordinary: self) }
}
