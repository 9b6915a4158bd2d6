import Foundation
import Glibc

/// A free TCP port of this machine, each of whose callers gets a thread of its own.
package final class LoopbackListener: Sendable {
    package enum Fault: Error { case noSocket }

    /// The socket is closed when neither we nor the thread that takes callers knows it any more: closed before, its
    /// number would be somebody else's, and stopping us would stop them.
    private final class Door: Sendable {
        let port = LoopbackPort()
    }

    private let door = Door()

    package init() throws {
        guard door.port.number > 0 else { throw Fault.noSocket }
    }

    deinit { stop() }

    package var port: Int { door.port.number }

    /// - Parameter serve: talks with a caller; the connection is closed once it returns.
    package func start(_ serve: @escaping @Sendable (_ caller: Int32) -> Void) {
        Thread.detachNewThread { [door] in
            while let caller = Self.caller(at: door.port.listener) {
                Thread.detachNewThread {
                    serve(caller)
                    close(caller)
                }
            }
        }
    }

    /// The next one; nil after the stop.
    private static func caller(at listener: Int32) -> Int32? {
        while true {
            let caller = accept(listener, nil, nil)
            if caller >= 0 { return caller }
            guard errno == EINTR || errno == ECONNABORTED else { return nil }
        }
    }

    /// Takes no more callers.
    package func stop() { shutdown(door.port.listener, Int32(SHUT_RDWR)) }
}
