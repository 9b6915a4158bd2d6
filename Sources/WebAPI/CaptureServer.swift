package import BatchStore
import CaptureModel
import Foundation
import Hummingbird
package import Logging

/// The HTTP server on loopback: probes for the service manager, metrics, and the status page.
package struct CaptureServer: Sendable {
    private let store: BatchStore
    private let host: String
    private let port: Int
    private let version: String
    private let uploads: UploadSettings?
    private let limits: ConnectionLimits
    private let logger: Logger

    /// - Parameters:
    ///   - port: 0 takes a free one.
    ///   - uploads: how programs may hand in files; nil where none may.
    package init(
        store: BatchStore, host: String, port: Int, version: String, uploads: UploadSettings? = nil,
        limits: ConnectionLimits = ConnectionLimits(), logger: Logger
    ) {
        self.store = store
        self.host = host
        self.port = port
        self.version = version
        self.uploads = uploads
        self.limits = limits
        self.logger = logger
    }

    /// Serves until the surrounding service group shuts down.
    ///
    /// - Parameter started: is told the port once connections are accepted.
    package func run(started: @escaping @Sendable (Int) async -> Void) async throws {
        let page = try StatusPage(store: store, version: version)
        let router = router(page)
        let desk = uploads.map { UploadDesk(store: store, settings: $0) }
        if let desk { UploadRoutes(desk: desk, store: store, logger: logger).add(to: router) }
        let count = ConnectionCount()
        let application = Application(
            router: router,
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [ConnectionGuard(limits, count)],
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100))),
            configuration: .init(address: .hostname(host, port: port), serverName: "Scanstelle"),
            onServerRunning: { channel in await started(channel.localAddress?.port ?? 0) },
            logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await application.run() }
            if let desk { group.addTask { await holdForgotten(desk) } }
            try await group.next()
            group.cancelAll()
        }
    }

    /// Looks every ten minutes for uploads that nobody went on with, until canceled.
    private func holdForgotten(_ desk: UploadDesk) async {
        while !Task.isCancelled {
            do throws(CaptureError) {
                try await desk.holdForgotten()
            } catch {
                logger.error("forgotten uploads cannot be held", metadata: ["cause": "\(error)"])
            }
            try? await Task.sleep(for: .seconds(600))
        }
    }

    private func router(_ page: StatusPage) -> Router<BasicRequestContext> {
        let router = Router()
        router.middlewares.add(SecurityHeaders())
        router.get("livez") { _, _ in "ok\n" }
        router.get("readyz") { _, _ in try await readiness() }
        router.get("metrics") { _, _ in
            text(Metrics.text(try await store.counts(), store.storageState), "text/plain; version=0.0.4")
        }
        router.get("api/batches") { _, _ in
            text(
                String(decoding: try JSONEncoder().encode(try await page.batches()), as: UTF8.self), "application/json")
        }
        router.get("style.css") { _, _ in text(String(decoding: PackageResources.style_css, as: UTF8.self), "text/css")
        }
        router.get { _, _ in text(try await page.html(), "text/html; charset=utf-8") }
        return router
    }

    /// Ready means that the catalog answers.
    private func readiness() async throws -> Response {
        do {
            _ = try await store.counts()
            return text("ready\n", "text/plain")
        } catch {
            return Response(
                status: .serviceUnavailable, body: .init(byteBuffer: ByteBuffer(string: error.message.en + "\n")))
        }
    }

    private func text(_ text: String, _ type: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: type, .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: text)))
    }
}

/// What the browser may do with a page of ours: nothing but show it.
private struct SecurityHeaders<Context: RequestContext>: RouterMiddleware {
    @concurrent func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        let policy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'"
        response.headers[.contentSecurityPolicy] = policy
        response.headers[.xContentTypeOptions] = "nosniff"
        return response
    }
}
