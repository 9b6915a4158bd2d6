import CaptureModel
import Cryptography
import Dispatch
import DurableFiles
import Foundation
import Synchronization

/// One configured key, opened when it is first needed and opened anew when its files change.
///
/// A key that could not be opened is not tried again until a file of it has changed: tokens lock themselves after a few
/// wrong PINs. Signing blocks, on tokens for seconds, so it has a queue of its own, which also keeps it one at a time.
final class SealKeyHolder: Sendable {
    private struct State {
        var outcome: Result<SigningKey, CaptureError>?
        /// What the files looked like then.
        var stamp: [String] = []
    }

    let source: SealSource
    private let state = Mutex(State())
    private let queue: DispatchQueue

    init(_ source: SealSource) {
        self.source = source
        queue = DispatchQueue(label: "seal.\(source.name)")
    }

    /// Does `work` with the key where it may block.
    func with<Answer: Sendable>(
        _ work: @escaping @Sendable (SigningKey) throws(CaptureError) -> Answer
    ) async throws(CaptureError) -> Answer {
        let result: Result<Answer, CaptureError> = await withCheckedContinuation { continuation in
            queue.async { [self] in
                do throws(CaptureError) {
                    continuation.resume(returning: .success(try work(try key())))
                } catch {
                    // A token that was pulled has ended its session: the next one begins from the start.
                    if error.code == .unavailable { state.withLock { $0.outcome = nil } }
                    continuation.resume(returning: .failure(error))
                }
            }
        }
        return try result.get()
    }

    private func key() throws(CaptureError) -> SigningKey {
        let stamp = files.map(Self.stamp)
        let (known, old) = state.withLock { ($0.outcome, $0.stamp) }
        if let known, old == stamp { return try known.get() }
        // The old session ends before the new one begins: some tokens have but one.
        state.withLock { $0.outcome = nil }
        let outcome: Result<SigningKey, CaptureError>
        do throws(CaptureError) { outcome = .success(try open()) } catch { outcome = .failure(error) }
        let isLasting = if case .failure(let error) = outcome { error.code != .unavailable } else { true }
        state.withLock { $0 = State(outcome: isLasting ? outcome : nil, stamp: stamp) }
        return try outcome.get()
    }

    private func open() throws(CaptureError) -> SigningKey {
        switch source.kind {
        case .file(let path, let password):
            let secret = try password.text()
            return try SigningKey.file(try Self.content(path) { .keyFileMissing($0) }, password: secret)
        case .token(let module, let token, let key, let pin, let certificates):
            let chain = try certificates.map { path throws(CaptureError) in
                try Self.content(path) { .certificateFileMissing($0) }
            }
            return try SigningKey.token(
                module: module, token: token, label: key, pin: try pin.text(), certificates: chain)
        }
    }

    private var files: [String] {
        switch source.kind {
        case .file(let path, let password): [path, password.path].compactMap(\.self)
        case .token(let module, _, _, let pin, let certificates): [module, pin.path, certificates].compactMap(\.self)
        }
    }

    /// What changes when somebody writes the file or puts another one there.
    private static func stamp(_ path: String) -> String {
        var status = stat()
        guard stat(path, &status) == 0 else { return "\(path) -" }
        return "\(path) \(status.st_ino) \(status.st_size) \(status.st_mode) \(status.st_mtim.tv_sec)"
            + ".\(status.st_mtim.tv_nsec)"
    }

    static func content(
        _ path: String, _ fault: (String) -> CaptureError
    ) throws(CaptureError) -> [UInt8] {
        do {
            return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            // The name of the file is the operator's own and no secret, but the system's words tell enough.
            throw fault((error as NSError).userInfo[NSUnderlyingErrorKey].map { "\($0)" } ?? "cannot be read")
        }
    }
}
