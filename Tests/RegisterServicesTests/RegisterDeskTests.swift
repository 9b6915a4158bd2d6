import CaptureModel
import Foundation
import Synchronization
import Testing

@testable import RegisterServices

@Suite("Asking register services") struct RegisterDeskTests {
    /// Longer than the whole suite takes, so that a busy machine is not taken for a silent service.
    private static let long = 600.0

    private func profile(_ port: Int, timeout: Double = long, maxAge: Double = 300, name: String = "faelle") -> Profile
    {
        var profile = Profile(
            name: "muster", title: LocalizedText(de: "Muster", en: "Sample"),
            procedure: Procedure(name: "Muster", version: "1", validFrom: "2026-01-01"))
        var service = RegisterService(url: "http://127.0.0.1:\(port)/akten?nummer={key}")
        service.timeoutSeconds = timeout
        service.maxAgeSeconds = maxAge
        profile.registers = [
            RegisterSource(name: name, place: .service(service), key: "nummer", columns: ["team": "TEAM_ID"])
        ]
        return profile
    }

    private func ask(
        _ profile: Profile, _ values: Set<String> = ["50.20-2026/0123"],
        at desk: RegisterDesk = RegisterDesk(patience: .seconds(long))
    ) async -> Register? {
        await desk.registers(answering: ["faelle": values], of: profile)["faelle"]
    }

    @Test("an object is an entry, the key escaped in the address and the columns under our names")
    func object() async throws {
        let server = try LoopbackServer { _ in .answer(200, #"{"nummer": "50.20-2026/0123", "TEAM_ID": 7}"#) }
        let register = await ask(profile(server.port))
        #expect(register?.entries == ["50.20-2026/0123": .init(value: "50.20-2026/0123", columns: ["team": "7"])])
        #expect(register?.answered == ["50.20-2026/0123"])
        #expect(server.paths == ["/akten?nummer=50.20-2026%2F0123"])
    }

    @Test(
        "an empty list, an empty object and 404 say that the service knows nothing there",
        arguments: [(200, "[]"), (200, "{}"), (404, "no")])
    func nothing(_ status: Int, _ body: String) async throws {
        let server = try LoopbackServer { _ in .answer(status, body) }
        let register = await ask(profile(server.port))
        #expect(register?.entries == [:] && register?.answered == ["50.20-2026/0123"])
    }

    @Test(
        "what is no answer to the question leaves it open",
        arguments: [
            LoopbackServer.Reply.answer(200, "<html>"), .answer(200, #"{"error": "busy"}"#), .answer(200, "7"),
            .answer(200, #"[{"nummer": "a"}, {"nummer": "A"}]"#), .answer(500, "[]"), .answer(200, ""),
            .elsewhere("/other"), .silence, .drip, .flood,
        ])
    func garbage(_ reply: LoopbackServer.Reply) async throws {
        let server = try LoopbackServer { $0.contains("other") ? .answer(200, "[]") : reply }
        let register = await ask(profile(server.port, timeout: 0.3))
        #expect(register?.entries == [:] && register?.answered == [])
    }

    @Test("where nobody listens the questions stay open") func down() async throws {
        let server = try LoopbackServer { _ in .silence }
        server.stop()
        let register = await ask(profile(server.port, timeout: 0.3))
        #expect(register?.answered == [])
    }

    @Test("an answer is used again until it is too old") func kept() async throws {
        let server = try LoopbackServer { _ in .answer(200, "[]") }
        let time = Time()
        let desk = RegisterDesk(patience: .seconds(Self.long), now: { time.now })
        _ = await ask(profile(server.port, maxAge: 10), at: desk)
        time.pass(.seconds(9))
        _ = await ask(profile(server.port, maxAge: 10), at: desk)
        #expect(server.paths.count == 1)
        time.pass(.seconds(2))
        _ = await ask(profile(server.port, maxAge: 10), at: desk)
        #expect(server.paths.count == 2)
    }

    @Test("a service that keeps failing is left alone for a while, then asked again") func pause() async throws {
        let isBad = Mutex(true)
        let server = try LoopbackServer { _ in isBad.withLock { $0 } ? .answer(500, "") : .answer(200, "[]") }
        let time = Time()
        let desk = RegisterDesk(patience: .seconds(Self.long), now: { time.now })
        let many = Set((0..<100).map { "50.20-2026/\($0)" })
        #expect(await ask(profile(server.port), many, at: desk)?.answered == [])
        #expect(server.paths.count < 10)
        isBad.withLock { $0 = false }
        time.pass(.seconds(31))
        #expect(await ask(profile(server.port), many, at: desk)?.answered?.count == 100)
    }

    @Test("one register that fails takes nothing from another") func others() async throws {
        let bad = try LoopbackServer { _ in .answer(500, "") }
        let good = try LoopbackServer { _ in .answer(200, #"[{"nummer": "b"}]"#) }
        var both = profile(bad.port)
        both.registers? += profile(good.port, name: "bauakten").registers ?? []
        let desk = RegisterDesk(patience: .seconds(Self.long))
        let registers = await desk.registers(answering: ["faelle": ["a"], "bauakten": ["b"]], of: both)
        #expect(registers["faelle"]?.answered == [] && registers["bauakten"]?.answered == ["B"])
    }
}

/// A clock that passes when it is told to.
private final class Time: Sendable {
    private let instant = Mutex(ContinuousClock.now)

    var now: ContinuousClock.Instant { instant.withLock { $0 } }

    func pass(_ duration: Duration) { instant.withLock { $0 += duration } }
}
