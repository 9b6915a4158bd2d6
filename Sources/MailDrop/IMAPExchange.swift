import CCurl
import DurableFiles
import Foundation
import Synchronization

/// Raised to break off what a mailbox session is doing.
final class StopFlag: Sendable {
    private let isRaisedNow = Atomic(false)

    var isRaised: Bool { isRaisedNow.load(ordering: .relaxed) }

    func raise() { isRaisedNow.store(true, ordering: .relaxed) }
}

/// One exchange with the server as curl drives it: what the server says, and where a message's bytes go.
///
/// curl calls back from the thread that waits for it, so nothing here is shared.
final class IMAPExchange {
    /// Bytes of lines a server may say in one exchange; 500 messages are listed in a tenth of that.
    private static let mostText = 1 << 20

    private let stop: StopFlag
    private let file: IMAPFile?
    private(set) var reply = IMAPReply()
    private(set) var saysTooMuch = false
    private var textLeft = mostText

    init(stop: StopFlag, file: IMAPFile? = nil) {
        self.stop = stop
        self.file = file
    }

    /// Has curl call this exchange for as long as `body` runs.
    func attached(to curl: UnsafeMutableRawPointer, _ body: () -> CURLcode) -> CURLcode {
        let context = Unmanaged.passUnretained(self).toOpaque()
        ccurl_set_pointer(curl, CURLOPT_HEADERDATA, context)
        ccurl_set_pointer(curl, CURLOPT_WRITEDATA, context)
        ccurl_set_pointer(curl, CURLOPT_XFERINFODATA, context)
        ccurl_set_taker(curl, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
            IMAPExchange.at(context)?.takeLine(bytes, size * count) ?? 0
        }
        ccurl_set_taker(curl, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
            IMAPExchange.at(context)?.takeBytes(bytes, size * count) ?? 0
        }
        ccurl_set_watcher(curl) { context, _, _, _, _ in
            IMAPExchange.at(context).map { $0.stop.isRaised ? 1 : 0 } ?? 1
        }
        return withExtendedLifetime(self) { body() }
    }

    private static func at(_ context: UnsafeMutableRawPointer?) -> IMAPExchange? {
        context.map { Unmanaged<IMAPExchange>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Another count than the given one ends the exchange.
    private func takeLine(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        guard let bytes else { return count }
        textLeft -= count
        guard textLeft >= 0 else {
            saysTooMuch = true
            return 0
        }
        let line = String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
        reply.lines.append(line.trimmingCharacters(in: .newlines))
        return count
    }

    private func takeBytes(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        // What a command answers comes as lines as well.
        guard let file else { return count }
        guard let bytes else { return 0 }
        return file.take(UnsafeRawBufferPointer(start: bytes, count: count)) ? count : 0
    }
}

/// The file a message is received into, with its digest.
final class IMAPFile {
    private let descriptor: Int32
    private let limit: Int
    private var digest: SHA256? = SHA256()
    private(set) var sizeInBytes = 0
    private(set) var isTooLarge = false
    /// What the disk said when it did not take the bytes; 0 while it does.
    private(set) var failure: Int32 = 0

    /// - Parameter limit: bytes beyond which nothing more is taken.
    init(_ path: String, limit: Int) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        if descriptor < 0 { failure = errno }
        self.limit = limit
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard failure == 0 else { return false }
        guard sizeInBytes + bytes.count <= limit else {
            isTooLarge = true
            return false
        }
        var offset = 0
        while offset < bytes.count {
            let count = write(descriptor, bytes.baseAddress?.advanced(by: offset), bytes.count - offset)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                failure = count == 0 ? EIO : errno
                return false
            }
            offset += count
        }
        digest?.update(bytes)
        sizeInBytes += bytes.count
        return true
    }

    /// SHA-256 of what was taken; nil the second time.
    func finish() -> String? { digest.take()?.finish() }
}
