// Guards a connection against clients that hold it without using it, on purpose or not.
//
// A request's head must be there within 10 seconds, its body must come at 10 kB a second over every 30 seconds in which
// we were ready to read, and a request must be done within an hour. Only time in which a read was asked for counts: a
// client does not pay for a slow disk of ours. Connections are counted, all together and by the address they come from;
// this machine's own address is not counted, for the web server in front stands for many.

import Foundation
import HTTPTypes
import NIOCore
import NIOHTTPTypes
import Synchronization

/// What clients may do with connections.
package struct ConnectionLimits: Sendable {
    package var connections = 200
    package var connectionsPerPeer = 20
    package var headSeconds = 10.0
    /// A connection on which nothing was asked for since the last answer.
    package var idleSeconds = 60.0
    package var requestSeconds = 3600.0
    /// Over this many seconds the body must have come at `bytesPerSecond`.
    package var rateSeconds = 30.0
    package var bytesPerSecond = 10_000.0

    package init() {}
}

/// The connections that are open now.
final class ConnectionCount: Sendable {
    private let peers = Mutex<(all: Int, by: [String: Int])>((0, [:]))

    /// False where there are too many already.
    func enter(_ peer: String, _ limits: ConnectionLimits) -> Bool {
        peers.withLock { peers in
            let isOurs = ["127.0.0.1", "::1", ""].contains(peer)
            guard peers.all < limits.connections, isOurs || peers.by[peer, default: 0] < limits.connectionsPerPeer
            else { return false }
            peers.all += 1
            peers.by[peer, default: 0] += 1
            return true
        }
    }

    func leave(_ peer: String) {
        peers.withLock { peers in
            peers.all -= 1
            peers.by[peer] = peers.by[peer].flatMap { $0 > 1 ? $0 - 1 : nil }
        }
    }
}

/// Sits in the pipeline of one connection, on its event loop.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// What the connection is at.
    private enum Phase {
        case head(since: NIODeadline, isFirst: Bool)
        case body
        /// The whole request is there.
        case answer
        /// The answer is there before all of the request: what is left of it is not waited for long.
        case rest(since: NIODeadline)
        /// The last word is said; what the client still sends is thrown away.
        case farewell
    }

    /// Seconds in which a client may read the last word.
    ///
    /// Who closes with bytes unread resets the connection, and the word may be lost on its way (RFC 9112, section 9.6).
    private static let farewellSeconds: Int64 = 2

    private let limits: ConnectionLimits
    private let count: ConnectionCount
    private var peer: String?
    private var phase = Phase.head(since: .now(), isFirst: true)
    private var requestBegan = NIODeadline.now()
    private var tick: RepeatedTask?
    /// When the read was asked for that has not come yet.
    private var readingSince: NIODeadline?
    private var waited = TimeAmount.zero
    private var bytes = 0

    init(_ limits: ConnectionLimits, _ count: ConnectionCount) {
        self.limits = limits
        self.count = count
    }

    func channelActive(context: ChannelHandlerContext) {
        let address = context.remoteAddress?.ipAddress ?? ""
        guard count.enter(address, limits) else { return refuse(context, .serviceUnavailable, "too-many-connections") }
        peer = address
        phase = .head(since: .now(), isFirst: true)
        let pause = TimeAmount.milliseconds(Int64(min(1, limits.headSeconds / 4, limits.rateSeconds / 4) * 1000))
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        tick = context.eventLoop.scheduleRepeatedTask(initialDelay: pause, delay: pause) { _ in
            bound.value.0.look(bound.value.1)
        }
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        tick?.cancel()
        if let peer { count.leave(peer) }
        peer = nil
        context.fireChannelInactive()
    }

    func read(context: ChannelHandlerContext) {
        if readingSince == nil { readingSince = .now() }
        context.read()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .farewell = phase { return }
        switch unwrapInboundIn(data) {
        case .head:
            requestBegan = .now()
            (waited, bytes) = (.zero, 0)
            phase = .body
        case .body(let buffer):
            bytes += buffer.readableBytes
        case .end:
            if case .rest = phase { phase = .head(since: .now(), isFirst: false) } else { phase = .answer }
        }
        context.fireChannelRead(data)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if case .farewell = phase { return context.read() }
        settleWait(isOver: true)
        context.fireChannelReadComplete()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .farewell = phase, case .inputClosed? = event as? ChannelEvent { return context.close(promise: nil) }
        context.fireUserInboundEventTriggered(event)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .farewell = phase { return promise?.fail(ChannelError.outputClosed) ?? () }
        if case .end = unwrapOutboundIn(data) {
            if case .body = phase {
                phase = .rest(since: .now())
            } else {
                phase = .head(since: .now(), isFirst: false)
            }
        }
        context.write(data, promise: promise)
    }

    private func settleWait(isOver: Bool) {
        guard let since = readingSince else { return }
        waited = waited + (.now() - since)
        readingSince = isOver ? nil : .now()
    }

    private func look(_ context: ChannelHandlerContext) {
        guard context.channel.isActive else { return }
        switch phase {
        case .head(let since, let isFirst):
            if Self.seconds(since) > (isFirst ? limits.headSeconds : limits.idleSeconds) { context.close(promise: nil) }
        case .rest(let since):
            if Self.seconds(since) > limits.headSeconds { context.close(promise: nil) }
        case .body:
            settleWait(isOver: false)
            if isTooSlow { refuse(context, .requestTimeout, "upload-too-slow") }
        case .answer: break
        case .farewell: return
        }
        if case .head = phase { return }
        if Self.seconds(requestBegan) > limits.requestSeconds { context.close(promise: nil) }
    }

    /// Judges the last span of waiting once it is long enough, and begins another.
    private var isTooSlow: Bool {
        let seconds = Double(waited.nanoseconds) / 1e9
        guard seconds >= limits.rateSeconds else { return false }
        defer { (waited, bytes) = (.zero, 0) }
        return Double(bytes) < limits.bytesPerSecond * limits.rateSeconds
    }

    /// A last word, so that whoever reads it knows what was wrong.
    private func refuse(_ context: ChannelHandlerContext, _ status: HTTPResponse.Status, _ problem: String) {
        let body = APIProblem.connection(status, problem).text
        let head = HTTPResponse(
            status: status,
            headerFields: [
                .contentType: "application/json", .contentLength: "\(body.utf8.count)", .connection: "close",
            ])
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(ByteBuffer(string: body))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        phase = .farewell
        context.close(mode: .output, promise: nil)
        context.read()
        let channel = context.channel
        context.eventLoop.scheduleTask(in: .seconds(Self.farewellSeconds)) { channel.close(promise: nil) }
    }

    private static func seconds(_ since: NIODeadline) -> Double { Double((.now() - since).nanoseconds) / 1e9 }
}
