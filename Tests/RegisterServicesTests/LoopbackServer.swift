import Foundation
import Glibc
import Synchronization
import TestSupport

/// A small HTTP server on a free port of this machine, with the manners of bad ones.
final class LoopbackServer: Sendable {
    enum Reply {
        case answer(Int, String)
        /// Redirects there.
        case elsewhere(String)
        /// Says nothing until the client goes away.
        case silence
        /// Sends a byte every few milliseconds, for ever.
        case drip
        /// Sends without end.
        case flood
    }

    private let listener: LoopbackListener
    private let asked = Mutex<[String]>([])
    private let reply: @Sendable (String) -> Reply

    /// - Parameter reply: what is answered to a path with its query.
    init(_ reply: @escaping @Sendable (String) -> Reply) throws {
        self.reply = reply
        listener = try LoopbackListener()
        listener.start { [weak self] in self?.serve($0) }
    }

    var port: Int { listener.port }

    /// Paths that were asked for, in order.
    var paths: [String] { asked.withLock { $0 } }

    func stop() { listener.stop() }

    private func serve(_ client: Int32) {
        var buffer = [UInt8](repeating: 0, count: 4_096)
        let count = recv(client, &buffer, buffer.count, 0)
        guard count > 0 else { return }
        let words = String(decoding: buffer[..<count], as: UTF8.self).split(separator: " ")
        guard words.count > 1 else { return }
        let path = String(words[1])
        asked.withLock { $0.append(path) }
        switch reply(path) {
        case .answer(let status, let body):
            send(
                "HTTP/1.1 \(status) x\r\nContent-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n\(body)",
                to: client)
        case .elsewhere(let url):
            send("HTTP/1.1 302 x\r\nLocation: \(url)\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", to: client)
        case .silence: _ = recv(client, &buffer, buffer.count, 0)
        case .drip: stream(" ", to: client, everyMicroseconds: 20_000)
        case .flood: stream(String(repeating: " ", count: 4_096), to: client, everyMicroseconds: 0)
        }
    }

    private func stream(_ piece: String, to client: Int32, everyMicroseconds pause: UInt32) {
        send("HTTP/1.1 200 x\r\n\r\n", to: client)
        while send(piece, to: client) { usleep(pause) }
    }

    @discardableResult private func send(_ text: String, to client: Int32) -> Bool {
        let bytes = Array(text.utf8)
        return Glibc.send(client, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
    }
}
