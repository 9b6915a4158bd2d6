package import Foundation
import FoundationNetworking
import Synchronization

/// A question to a service outside of which nothing is waited for or kept beyond its limits; redirects are not followed.
package struct BoundedRequest: Sendable {
    /// Why nothing can be used.
    package enum Failure: Error { case timeout, tooLarge, transport }

    package struct Answer: Sendable {
        package let status: Int
        package let body: Data
    }

    private let url: URL
    private let headers: [String: String]
    private let body: Data?

    /// - Parameter body: is posted where it is given.
    package init(_ url: URL, headers: [String: String], body: Data? = nil) {
        self.url = url
        self.headers = headers
        self.body = body
    }

    /// What the service answers, whatever its status.
    ///
    /// Foundation's own time-out begins anew with every byte that comes: a server that drips would hold us for ever.
    package func answer(within timeout: Duration, maxSizeInBytes: Int) async -> Result<Answer, Failure> {
        await withTaskGroup(of: Result<Answer, Failure>.self) { group in
            group.addTask { await BoundedFetch(maxSizeInBytes: maxSizeInBytes).run(request) }
            group.addTask {
                try? await Task.sleep(for: timeout)
                return .failure(.timeout)
            }
            let first = await group.next() ?? .failure(.transport)
            group.cancelAll()
            return first
        }
    }

    private var request: URLRequest {
        var request = URLRequest(url: url)
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        if let body {
            request.httpMethod = "POST"
            request.httpBody = body
        }
        return request
    }
}

/// One request on its way, gathering what comes.
private final class BoundedFetch: NSObject, URLSessionDataDelegate, Sendable {
    private struct State {
        var body = Data()
        var status = 0
        var isTooLarge = false
        /// The end, which may come before anybody waits for it where the question was called off at once.
        var result: Result<Data, BoundedRequest.Failure>?
        var waiting: CheckedContinuation<Result<Data, BoundedRequest.Failure>, Never>?
    }

    private let maxSizeInBytes: Int
    private let state = Mutex(State())

    init(maxSizeInBytes: Int) { self.maxSizeInBytes = maxSizeInBytes }

    func run(_ request: URLRequest) async -> Result<BoundedRequest.Answer, BoundedRequest.Failure> {
        let session = URLSession(configuration: Self.configuration, delegate: self, delegateQueue: nil)
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
        return result.map { BoundedRequest.Answer(status: status, body: $0) }
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
            let result: Result<Data, BoundedRequest.Failure> =
                error == nil ? .success(state.body) : .failure(.transport)
            state.status = status
            state.result = result
            defer { state.waiting = nil }
            return (state.waiting, result)
        }
        waiting?.resume(returning: result)
    }
}
