import Foundation
import Glibc
import Synchronization

/// A timestamp service on a free port of this machine, answered by `openssl ts`, with the manners of bad ones.
package final class TimestampServer: Sendable {
    package enum Manner: Sendable {
        case good
        /// A page instead of a timestamp.
        case garbage
        /// An honest timestamp over something else.
        case wrongImprint
        case status(Int)
        /// Says nothing until the client goes away.
        case silence
    }

    private let listener: LoopbackListener
    private let bench: SealBench
    private let state: Mutex<(manner: Manner, count: Int, head: String)>

    package init(_ bench: SealBench, _ manner: Manner = .good) throws {
        self.bench = bench
        state = Mutex((manner: manner, count: 0, head: ""))
        listener = try LoopbackListener()
        listener.start { [weak self] in self?.serve($0) }
    }

    package var url: String { "http://127.0.0.1:\(listener.port)/tsa" }

    /// How often it was asked.
    package var count: Int { state.withLock { $0.count } }

    /// The last request without its body, in small letters.
    package var lastHead: String { state.withLock { $0.head } }

    package func behave(_ manner: Manner) { state.withLock { $0.manner = manner } }

    private func serve(_ client: Int32) {
        guard let query = body(from: client) else { return }
        let manner = state.withLock { state in
            state.count += 1
            return state.manner
        }
        switch manner {
        case .good: answer(200, (try? bench.timestamp(query)) ?? Data(), to: client)
        case .garbage: answer(200, Data("<html>Bitte anmelden</html>".utf8), to: client)
        case .wrongImprint: answer(200, (try? bench.timestamp(Self.otherImprint(query))) ?? Data(), to: client)
        case .status(let status): answer(status, Data(), to: client)
        case .silence:
            var byte: UInt8 = 0
            _ = recv(client, &byte, 1, 0)
        }
    }

    /// The query with the last byte of its digest turned; the nonce, if any, stays.
    private static func otherImprint(_ query: Data) -> Data {
        var query = query
        // The digest is the first octet string of 32 bytes.
        if let range = query.firstRange(of: Data([0x04, 0x20])) { query[range.upperBound] ^= 1 }
        return query
    }

    private func body(from client: Int32) -> Data? {
        var gathered = Data()
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while true {
            if let end = gathered.firstRange(of: Data("\r\n\r\n".utf8)) {
                let head = String(decoding: gathered[..<end.lowerBound], as: UTF8.self).lowercased()
                let length = head.split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
                    .flatMap { Int($0.dropFirst("content-length:".count).drop { $0 == " " }) }
                if gathered.count - end.upperBound >= length ?? 0 {
                    state.withLock { $0.head = head }
                    return Data(gathered[end.upperBound...])
                }
            }
            let count = recv(client, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            gathered += buffer[..<count]
        }
    }

    private func answer(_ status: Int, _ body: Data, to client: Int32) {
        let head = """
            HTTP/1.1 \(status) x\r\nContent-Type: application/timestamp-reply\r\nContent-Length: \(body.count)\r
            Connection: close\r\n\r\n
            """
        let bytes = Array(head.utf8) + Array(body)
        _ = send(client, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }
}
