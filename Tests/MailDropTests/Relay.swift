import Foundation
import Glibc
import Synchronization
import TestSupport

/// Hands connections on to a port of this machine, and cuts the first ones off.
final class Relay: Sendable {
    private let listener: LoopbackListener
    private let target: Int
    private let cuts: [Int]
    private let count = Atomic(0)

    /// - Parameter cuts: for the first connections, the bytes from the server after which they end.
    init(to target: Int, cutAfter cuts: [Int] = []) throws {
        listener = try LoopbackListener()
        self.target = target
        self.cuts = cuts
        listener.start { [weak self] client in
            guard let self else { return }
            serve(client, count.add(1, ordering: .relaxed).newValue)
        }
    }

    deinit { listener.stop() }

    var port: Int { listener.port }

    var connections: Int { count.load(ordering: .relaxed) }

    private func serve(_ client: Int32, _ number: Int) {
        guard let server = LoopbackPort.connect(to: target) else { return }
        let sending = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            Self.copy(from: client, to: server, atMost: .max)
            sending.signal()
        }
        Self.copy(from: server, to: client, atMost: number <= cuts.count ? cuts[number - 1] : .max)
        shutdown(client, Int32(SHUT_RDWR))
        shutdown(server, Int32(SHUT_RDWR))
        // Whoever still used their numbers would use somebody else's connections.
        sending.wait()
        close(server)
    }

    private static func copy(from source: Int32, to target: Int32, atMost limit: Int) {
        var left = limit
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while left > 0 {
            let count = recv(source, &buffer, min(buffer.count, left), 0)
            guard count > 0, send(target, buffer, count, Int32(MSG_NOSIGNAL)) == count else { break }
            left -= count
        }
        shutdown(target, Int32(SHUT_WR))
    }
}
