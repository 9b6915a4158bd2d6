import BoundedRequests
import CaptureModel
import Cryptography
import DurableFiles
import Foundation

/// Asks one timestamp service; a service that failed is left alone for a while, so that a batch does not wait for it
/// document by document.
actor TimestampClient {
    /// A token with the certificates above it is 3 to 8 kB.
    static let maxSizeInBytes = 65_536
    private static let pause = Duration.seconds(5)

    let source: TimestampSource
    private let now: @Sendable () -> ContinuousClock.Instant
    private var notBefore: ContinuousClock.Instant?

    init(_ source: TimestampSource, now: @escaping @Sendable () -> ContinuousClock.Instant) {
        self.source = source
        self.now = now
    }

    /// A checked timestamp over `digest`, which is one of the service's algorithm.
    func token(over digest: [UInt8]) async throws(CaptureError) -> TimestampToken {
        if let notBefore, now() < notBefore { throw .timestampUnavailable("left alone after a failure") }
        do throws(CaptureError) {
            let token = try await ask(digest)
            notBefore = nil
            return token
        } catch {
            if error.code == .unavailable { notBefore = now() + Self.pause }
            throw error
        }
    }

    private func ask(_ digest: [UInt8]) async throws(CaptureError) -> TimestampToken {
        let request = try TimestampRequest(
            digest: digest, source.digest, policy: source.policy, roots: try TrustedRoots(of: source))
        let question = BoundedRequest(source.url, headers: try headers(), body: Data(request.bytes))
        let outcome = await question.answer(
            within: .seconds(source.timeoutSeconds), maxSizeInBytes: Self.maxSizeInBytes)
        switch outcome {
        case .failure(let reason): throw .timestampUnavailable("\(reason)")
        case .success(let answer) where answer.status == 200: return try request.token(from: Array(answer.body))
        case .success(let answer) where answer.status >= 500 || [408, 429].contains(answer.status):
            throw .timestampUnavailable("HTTP \(answer.status)")
        case .success(let answer): throw .timestampRefused("HTTP \(answer.status)")
        }
    }

    private func headers() throws(CaptureError) -> [String: String] {
        var headers = ["Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"]
        if let user = source.user {
            let account = Data("\(user):\(try source.password.text())".utf8).base64EncodedString()
            headers["Authorization"] = "Basic \(account)"
        }
        return headers
    }
}

extension TrustedRoots {
    /// What the service's answers are traced back to.
    init(of source: TimestampSource) throws(CaptureError) {
        guard let path = source.certificates else {
            self = .system
            return
        }
        self = .certificates(try SealKeyHolder.content(path) { .certificateFileMissing($0) })
    }
}
