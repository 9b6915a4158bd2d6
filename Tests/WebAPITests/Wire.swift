import Foundation
import Glibc

/// A client of plain sockets, with the manners of bad ones; what blocks runs on threads of its own.
struct Wire: Sendable {
    struct Answer: Sendable {
        var status: Int
        var headers: [String: String]
        var body: String

        /// The code of the fault in the body.
        var problem: String? { member("error.code") }

        func member(_ path: String) -> String? {
            var value = try? JSONSerialization.jsonObject(with: Data(body.utf8))
            for name in path.split(separator: ".") { value = (value as? [String: Any])?[String(name)] }
            return value.map { "\($0)" }
        }
    }

    enum Fault: Error { case notConnected(errno: Int32), noAnswer }

    let port: Int

    /// Sends a request and reads the answer to its end.
    func send(
        _ method: String, _ path: String, _ headers: [String] = [], body: Data = Data(),
        from source: String = "127.0.0.1"
    ) async throws -> Answer {
        let head =
            ([method + " " + path + " HTTP/1.1", "Host: x", "Connection: close"] + headers
                + (headers.contains { $0.hasPrefix("Transfer-Encoding") } ? [] : ["Content-Length: \(body.count)"]))
        let bytes = Data((head.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
        return try Self.answer(try await exchange([bytes], from: source))
    }

    /// Sends the pieces, one every `pause` microseconds, and reads until the server closes.
    ///
    /// - Parameter abort: closes right after the last piece instead of reading.
    func exchange(
        _ pieces: [Data], pause: UInt32 = 0, abort: Bool = false, from source: String = "127.0.0.1"
    ) async throws -> Data {
        try await offPool {
            let socket = try connected(from: source)
            defer { close(socket) }
            for piece in pieces {
                guard Self.send(piece, to: socket) else { break }
                if pause > 0 { usleep(pause) }
            }
            return abort ? Data() : Self.readAll(socket)
        }
    }

    /// Opens connections that say nothing, runs `body` and closes them.
    func holding<Value: Sendable>(
        _ count: Int, from source: String, _ body: @Sendable () async throws -> Value
    ) async throws -> Value {
        let sockets = try await offPool { try (0..<count).map { _ in try admitted(from: source) } }
        defer { for socket in sockets { close(socket) } }
        return try await body()
    }

    private func offPool<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { done in
            Thread.detachNewThread { done.resume(with: Result { try body() }) }
        }
    }

    /// A connection that was answered once, so that the server counts it.
    private func admitted(from source: String) throws -> Int32 {
        let socket = try connected(from: source)
        var byte: UInt8 = 0
        guard Self.send(Data("GET /livez HTTP/1.1\r\nHost: x\r\n\r\n".utf8), to: socket),
            Self.receive(socket, &byte, 1) == 1
        else { throw Fault.noAnswer }
        return socket
    }

    private func connected(from source: String) throws -> Int32 {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var own = Self.address(source, port: 0)
        var server = Self.address("127.0.0.1", port: port)
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isConnected = withUnsafePointer(to: &own) { own in
            withUnsafePointer(to: &server) { server in
                own.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(socket, $0, size) } == 0
                    && server.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, size) } == 0
            }
        }
        guard !isConnected else { return socket }
        let problem = errno
        close(socket)
        // Another suite's child ended: no fault of the server.
        guard problem == EINTR else { throw Fault.notConnected(errno: problem) }
        return try connected(from: source)
    }

    private static func address(_ text: String, port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        inet_pton(AF_INET, text, &address.sin_addr)
        return address
    }

    private static func send(_ bytes: Data, to socket: Int32) -> Bool {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.send(socket, buffer.baseAddress?.advanced(by: done), buffer.count - done, Int32(MSG_NOSIGNAL))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            done += count
        }
        return true
    }

    private static func readAll(_ socket: Int32) -> Data {
        var bytes = Data()
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = receive(socket, &buffer, buffer.count), count > 0 { bytes += buffer.prefix(count) }
        return bytes
    }

    /// As `recv`, but a signal does not end it.
    private static func receive(_ socket: Int32, _ buffer: UnsafeMutableRawPointer, _ size: Int) -> Int {
        while true {
            let count = recv(socket, buffer, size, 0)
            if count >= 0 || errno != EINTR { return count }
        }
    }

    static func answer(_ bytes: Data) throws -> Answer {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let end = text.range(of: "\r\n\r\n") else { throw Fault.noAnswer }
        let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            headers[parts[0].lowercased()] = parts.last?.trimmingCharacters(in: .whitespaces)
        }
        let status = lines[0].split(separator: " ").dropFirst().first.flatMap { Int($0) }
        return Answer(status: status ?? 0, headers: headers, body: String(text[end.upperBound...]))
    }
}
