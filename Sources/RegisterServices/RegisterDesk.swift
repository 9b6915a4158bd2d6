// Asks services what they know of values read from mail, before the documents are indexed.
//
// Whoever indexes gets values in memory and asks nobody: given the answers, the result is always the same. What was not
// answered is said so and goes to a person; nothing waits longer than the limits below. A service that failed several
// times in a row is left alone for a while (a circuit breaker: M. Nygard, "Release It!", 2007), so that documents of
// other registers do not wait for it. Neither keys nor answers are written to disk or log.

import BoundedRequests
package import CaptureModel
import Foundation

/// Answers of register services, each kept for as long as its profile allows.
package actor RegisterDesk {
    /// The largest answer: a hundred rows of two kilobytes.
    static let maxSizeInBytes = 200_000
    /// Questions on their way at once: services of county systems are small.
    private static let atOnce = 4
    /// After so many failures in a row a service is left alone.
    private static let mostFailures = 3
    private static let pause = Duration.seconds(30)
    /// A batch waits for all its answers together no longer.
    package static let patience = Duration.seconds(60)
    /// More answers are not kept; some megabytes.
    private static let mostKept = 10_000

    private struct Question: Hashable {
        let source: RegisterSource
        let key: String
    }

    private struct Health {
        var failures = 0
        var notBefore: ContinuousClock.Instant?
    }

    private let patience: Duration
    private let now: @Sendable () -> ContinuousClock.Instant
    private var kept: [Question: (answer: RegisterAnswer, until: ContinuousClock.Instant)] = [:]
    private var health: [String: Health] = [:]

    package init(
        patience: Duration = patience, now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) {
        self.patience = patience
        self.now = now
    }

    /// The registers that `values` ask for by name, as far as their services answered.
    package func registers(answering values: [String: Set<String>], of profile: Profile) async -> [String: Register] {
        let end = now() + patience
        var registers: [String: Register] = [:]
        for source in profile.registers ?? [] {
            guard let service = source.service, let asked = values[source.name] else { continue }
            registers[source.name] = await register(source, service, asked, until: end)
        }
        return registers
    }

    private func register(
        _ source: RegisterSource, _ service: RegisterService, _ values: Set<String>, until end: ContinuousClock.Instant
    ) async -> Register {
        var register = Register(name: source.name, entries: [:])
        var answered: Set<String> = []
        await withTaskGroup(of: (String, RegisterAnswer?).self) { group in
            for (count, value) in values.sorted().enumerated() {
                if count >= Self.atOnce, let (key, answer) = await group.next(), let answer {
                    answered.insert(key)
                    register.entries.merge(answer.entries) { first, _ in first }
                }
                group.addTask {
                    (Register.normalizedKey(value), await self.answer(source, service, value, until: end))
                }
            }
            for await case (let key, let answer?) in group {
                answered.insert(key)
                register.entries.merge(answer.entries) { first, _ in first }
            }
        }
        register.answered = answered
        return register
    }

    /// nil where the service fails, or is left alone.
    private func answer(
        _ source: RegisterSource, _ service: RegisterService, _ value: String, until end: ContinuousClock.Instant
    ) async -> RegisterAnswer? {
        let question = Question(source: source, key: value)
        let begin = now()
        if let known = kept[question], known.until > begin { return known.answer }
        guard begin < end, health[service.url]?.notBefore.map({ $0 <= begin }) ?? true,
            let url = Self.address(service, value)
        else { return nil }
        let timeout = min(.seconds(service.timeoutSeconds), end - begin)
        let request = BoundedRequest(url, headers: ["Accept": "application/json"])
        let answer: RegisterAnswer? =
            switch await request.answer(within: timeout, maxSizeInBytes: Self.maxSizeInBytes) {
            case .success(let answer) where answer.status == 200: RegisterAnswer(answer.body, source: source)
            case .success(let answer) where answer.status == 404: .nothing
            case .success, .failure: nil
            }
        note(answer != nil, of: service.url)
        if let answer { keep(answer, for: question, service) }
        return answer
    }

    /// Everything but letters, digits and a few signs is escaped: what was read cannot leave its place in the address.
    private static func address(_ service: RegisterService, _ value: String) -> URL? {
        let plain = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        // Dots alone would climb in the path.
        guard value.contains(where: { $0 != "." }),
            let escaped = value.addingPercentEncoding(withAllowedCharacters: plain)
        else { return nil }
        return URL(string: service.url.replacing(RegisterService.keyMark, with: escaped))
    }

    private func note(_ isGood: Bool, of url: String) {
        var state = health[url, default: Health()]
        state.failures = isGood ? 0 : state.failures + 1
        state.notBefore = state.failures >= Self.mostFailures ? now() + Self.pause : nil
        health[url] = state
    }

    private func keep(_ answer: RegisterAnswer, for question: Question, _ service: RegisterService) {
        guard service.maxAgeSeconds > 0 else { return }
        let time = now()
        if kept.count >= Self.mostKept { kept = kept.filter { $0.value.until > time } }
        if kept.count >= Self.mostKept { kept = [:] }
        kept[question] = (answer, time + .seconds(service.maxAgeSeconds))
    }
}
