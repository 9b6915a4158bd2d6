import BatchStore
import Foundation
import TestSupport
import Testing

@testable import WebAPI

@Suite("Connections that hold the server up", .timeLimit(.minutes(2))) struct ConnectionTests {
    private let run: ServerRun

    init() throws { run = try ServerRun() }

    @Test(
        "are closed when the head of a request does not come to its end",
        arguments: ["", "GET / HTTP/1.1\r\nHost: x\r\n"])
    func head(_ beginning: String) async throws {
        try await run.serving(limits: { $0.headSeconds = 0.2 }) { wire in
            let answer = try await wire.exchange([Data(beginning.utf8)])
            #expect(answer.isEmpty)
        }
    }

    @Test("are closed with a word when the body drips")
    func body() async throws {
        try await run.serving(limits: { $0.rateSeconds = 0.2 }) { [run] wire in
            let head =
                "POST /api/v1/uploads?profile=muster HTTP/1.1\r\nHost: x\r\n\(run.bearer)\r\nContent-Length: 999\r\n\r\n"
            let drops = [Data(head.utf8)] + Array(repeating: Data("x".utf8), count: 100)
            let answer = try Wire.answer(try await wire.exchange(drops, pause: 20_000))
            #expect(answer.status == 408 && answer.problem == "upload-too-slow")
            while !run.temporaries.isEmpty { await Task.yield() }
            #expect(try await run.store.recentBatches(limit: 1).isEmpty)
        }
    }

    @Test("are no more than one address may have, and others still get in")
    func peers() async throws {
        try await run.serving(limits: { $0.connectionsPerPeer = 3 }) { wire in
            try await wire.holding(3, from: "127.0.0.2") {
                let refused = try await wire.send("GET", "/livez", from: "127.0.0.2")
                #expect(refused.status == 503 && refused.problem == "too-many-connections")
                #expect(try await wire.send("GET", "/livez", from: "127.0.0.3").status == 200)
            }
            while try await wire.send("GET", "/livez", from: "127.0.0.2").status != 200 { await Task.yield() }
        }
    }

    @Test("are no more than the server may have")
    func all() async throws {
        try await run.serving(limits: { $0.connections = 5 }) { wire in
            try await wire.holding(5, from: "127.0.0.1") {
                let answer = try await wire.send("GET", "/livez")
                #expect(answer.status == 503)
            }
            while try await wire.send("GET", "/livez").status != 200 { await Task.yield() }
        }
    }

    @Test("get their last word though the client is still sending")
    func lastWord() async throws {
        try await run.serving(limits: { $0.connections = 1 }) { wire in
            try await wire.holding(1, from: "127.0.0.1") {
                let head = "POST /api/v1/uploads HTTP/1.1\r\nHost: x\r\nContent-Length: 9999999\r\n\r\n"
                for _ in 0..<20 {
                    let answer = try Wire.answer(try await wire.exchange([Data((head + head).utf8)]))
                    #expect(answer.status == 503 && answer.problem == "too-many-connections")
                }
            }
        }
    }

    @Test("do not live on a body that nobody wants any more")
    func rest() async throws {
        try await run.serving(limits: { $0.headSeconds = 0.2 }) { wire in
            let head = "POST /api/v1/uploads HTTP/1.1\r\nHost: x\r\nContent-Length: 999999\r\n\r\n"
            let answer = try Wire.answer(try await wire.exchange([Data(head.utf8)]))
            #expect(answer.status == 401)
        }
    }
}
