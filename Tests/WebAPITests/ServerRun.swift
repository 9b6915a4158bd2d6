import BatchStore
import CaptureModel
import Foundation
import Logging
import TestSupport
import Testing

@testable import WebAPI

/// A server of our own on a free port, over a store of its own.
struct ServerRun: Sendable {
    let folder: Scratch
    let store: BatchStore
    let token = UploadAccounts.make(name: "fachverfahren", profiles: ["muster"])
    let other = UploadAccounts.make(name: "anderes", profiles: [])

    init() throws {
        folder = try Scratch()
        store = try BatchStore(folder: try StateFolder(path: folder.path("state")))
    }

    var bearer: String { "Authorization: Bearer \(token.token)" }

    /// Runs `body` against the server; it ends with it.
    func serving(
        settings: (inout UploadSettings) -> Void = { _ in }, limits: (inout ConnectionLimits) -> Void = { _ in },
        _ body: @escaping @Sendable (Wire) async throws -> Void
    ) async throws {
        let accounts = try UploadAccounts(token.line + "\n" + other.line + " # note\n\n", file: "tokens")
        var uploads = UploadSettings(accounts: accounts) { name throws(CaptureError) in
            guard name == "muster" else { throw CaptureError.fault("profile") }
            return .sample()
        }
        settings(&uploads)
        var connectionLimits = ConnectionLimits()
        limits(&connectionLimits)
        let server = CaptureServer(
            store: store, host: "127.0.0.1", port: 0, version: "test", uploads: uploads, limits: connectionLimits,
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run { port.yield($0) } }
            group.addTask {
                for await number in ports { return try await body(Wire(port: number)) }
            }
            try await group.next()
            group.cancelAll()
        }
    }

    /// Files that are being received.
    var temporaries: [String] { folder.files().filter { $0.hasPrefix("state/uploads/") } }
}
