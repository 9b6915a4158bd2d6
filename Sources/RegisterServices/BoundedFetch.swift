import FoundationNetworking
import Foundation
import Synchronization

/// One request of which nothing is waited for or kept beyond its limits; redirects are not followed.
///
/// Foundation's own time-out begins anew with every byte that comes: a server that drips would hold us for ever.
final class BoundedFetch: NSObject, URLSessionDataDelegate, Sendable {
    /// Why nothing can be used.
    enum Failure: Error { case timeout, tooLarge, status, transport }

    private struct State {
        var body = Data()
        var status = 0
        var isTooLarge = false
        /// The end, which may come before anybody waits for it where the question was called off at once.
        var result: Result<Data, Failure>?
        var waiting: CheckedContinuation<Result<Data, Failure>, Never>?
    }

    private let maxSizeInBytes: Int
    private let state = Mutex(State())

    private init(maxSizeInBytes: Int) { self.maxSizeInBytes = maxSizeInBytes }

    /// The body of a good answer, nil where the server knows nothing there (404).
    static func body(
        of url: URL, timeout: Duration, maxSizeInBytes: Int
    ) async -> Result<Data?, Failure> {
        await withTaskGroup(of: Result<Data?, Failure>.self) { group in
            group.addTask { await BoundedFetch(maxSizeInBytes: maxSizeInBytes).run(url) }
            group.addTask {
                try? await Task.sleep(for: timeout)
                return .failure(.timeout)
            }
            let first = await group.next() ?? .failure(.transport)
            group.cancelAll()
            return first
        }
    }

    private func run(_ url: URL) async -> Result<Data?, Failure> {
        let session = URLSession(configuration: Self.configuration, delegate: self, delegateQueue: nil)
        var request = URLRequest(url: url)
        request.setValue("application/json", forHTTPHeaderField: "Accept")
        let task = session.dataTask(with: request)
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let early = state.withLock { state in
                    state.waiting = state.result == nil ? continuation : nil
                    return state.result
                }
                if let early { return continuation.resume(returning: early) }
                task.resume()
            }
        } onCancel: {
            task.cancel()
        }
        session.finishTasksAndInvalidate()
        let (status, isTooLarge) = state.withLock { ($0.status, $0.isTooLarge) }
        if isTooLarge { return .failure(.tooLarge) }
        switch (result, status) {
        case (.failure(let failure), _): return .failure(failure)
        case (_, 404): return .success(nil)
        case (.success(let body), 200): return .success(body)
        default: return .failure(.status)
        }
    }

    /// Nothing is kept on disk, and no cookie tells one question from another.
    private static var configuration: URLSessionConfiguration {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.urlCache = nil
        configuration.httpCookieStorage = nil
        configuration.httpShouldSetCookies = false
        return configuration
    }

    func urlSession(_: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        let isTooLarge = state.withLock { state in
            state.isTooLarge = state.isTooLarge || state.body.count + data.count > maxSizeInBytes
            if !state.isTooLarge { state.body.append(data) }
            return state.isTooLarge
        }
        if isTooLarge { dataTask.cancel() }
    }

    func urlSession(
        _: URLSession, task _: URLSessionTask, willPerformHTTPRedirection _: HTTPURLResponse, newRequest _: URLRequest,
        completionHandler: @escaping (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }

    func urlSession(_: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        let status = (task.response as? HTTPURLResponse)?.statusCode ?? 0
        let (waiting, result) = state.withLock { state in
            let result: Result<Data, Failure> = error == nil ? .success(state.body) : .failure(.transport)
            state.status = status
            state.result = result
            defer { state.waiting = nil }
            return (state.waiting, result)
        }
        waiting?.resume(returning: result)
    }
}
