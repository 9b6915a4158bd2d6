import Foundation
import Synchronization

/// Wakes everybody who waits for a change; a waiter that is slow misses nothing, it wakes once for many changes.
final class ChangeSignal: Sendable {
    private let listeners = Mutex<[UUID: AsyncStream<Void>.Continuation]>([:])

    func stream() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let id = UUID()
        listeners.withLock { $0[id] = continuation }
        continuation.onTermination = { [self] _ in listeners.withLock { _ = $0.removeValue(forKey: id) } }
        continuation.yield()
        return stream
    }

    func send() {
        for listener in listeners.withLock({ Array($0.values) }) { listener.yield() }
    }
}
