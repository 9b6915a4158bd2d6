import Foundation
import Glibc

/// A free TCP port of this machine, each of whose callers gets a thread of its own.
package final class LoopbackListener: Sendable {
    package enum Fault: Error { case noSocket }

    package let port: Int
    private let socket: Int32

    package init() throws {
        let listener = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, size) == 0 && listen(listener, 16) == 0 && getsockname(listener, $0, &size) == 0
            }
        }
        guard listener >= 0, isBound else { throw Fault.noSocket }
        port = Int(UInt16(bigEndian: address.sin_port))
        socket = listener
    }

    deinit { stop() }

    /// - Parameter serve: talks with a caller; the connection is closed once it returns.
    package func start(_ serve: @escaping @Sendable (_ caller: Int32) -> Void) {
        let listener = socket
        Thread.detachNewThread {
            while case let caller = accept(listener, nil, nil), caller >= 0 {
                Thread.detachNewThread {
                    serve(caller)
                    close(caller)
                }
            }
            close(listener)
        }
    }

    /// Takes no more callers.
    package func stop() { shutdown(socket, Int32(SHUT_RDWR)) }
}
