import HummingbirdCore
import HummingbirdHTTP2
import Logging
import NIOCore
import NIOSSL
import NIOTLS
import Pages

/// A connection under TLS: HTTP/1.1 with the front before it, or HTTP/2, whose streams go to the routes.
struct SecureChannel: ServerChildChannel {
    struct Value: ServerChildChannelValue {
        fileprivate let negotiated: EventLoopFuture<Negotiated>
        let channel: any Channel
    }

    fileprivate enum Negotiated: Sendable {
        case http1(HTTP1Channel.Value)
        case http2(HTTP2Channel.Value)
    }

    private typealias Negotiation = NIOTypedApplicationProtocolNegotiationHandler<Negotiated>

    private let front: FrontChannel
    private let http2: HTTP2Channel
    private let certificate: LiveCertificate
    private let limits: ConnectionLimits

    init(front: FrontChannel, certificate: LiveCertificate) {
        self.front = front
        self.certificate = certificate
        let limits = front.settings.limits
        self.limits = limits
        http2 = HTTP2Channel(
            responder: front.responder,
            configuration: HTTP2Channel.Configuration(
                idleTimeout: .nanoseconds(limits.idleTimeout.nanoseconds),
                gracefulCloseTimeout: .nanoseconds(limits.writeTimeout.nanoseconds),
                streamConfiguration: HTTP1Channel.Configuration(
                    additionalChannelHandlers: [StreamHandler(limits: limits)])))
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            let pipeline = channel.pipeline.syncOperations
            let handshake = HandshakeHandler(counts: front.counts, timeout: limits.headTimeout)
            let negotiation = Negotiation { result, channel in
                guard channel.isActive else {
                    return channel.eventLoop.makeFailedFuture(ChannelError.ioOnClosedChannel)
                }
                if case .negotiated("h2") = result { return speakHTTP2(on: channel, logger) }
                return speakHTTP1(on: channel, logger)
            }
            try pipeline.addHandler(handshake)
            try pipeline.addHandler(NIOSSLServerHandler(context: certificate.context))
            try pipeline.addHandler(negotiation)
            return Value(negotiated: negotiation.protocolNegotiationResult, channel: channel)
        }
    }

    private func speakHTTP1(on channel: any Channel, _ logger: Logger) -> EventLoopFuture<Negotiated> {
        channel.eventLoop.makeCompletedFuture {
            try channel.pipeline.syncOperations.handler(type: HandshakeHandler.self).finish()
        }.flatMap {
            // What the negotiation has read ahead comes out behind it, so the front has to stand there.
            front.setup(channel: channel, behind: Negotiation.self, logger: logger)
        }.map { .http1($0) }
    }

    private func speakHTTP2(on channel: any Channel, _ logger: Logger) -> EventLoopFuture<Negotiated> {
        channel.eventLoop.makeCompletedFuture {
            try channel.pipeline.syncOperations.handler(type: HandshakeHandler.self).finish()
        }.flatMap { http2.setup(channel: channel, logger: logger) }.map { .http2($0) }
    }

    func handle(value: Value, logger: Logger) async {
        do {
            switch try await value.negotiated.get() {
            case .http1(let value): await front.handle(value: value, logger: logger)
            case .http2(let value): await http2.handle(value: value, logger: logger)
            }
        } catch {
            // Whoever speaks no TLS, or leaves in the middle of its beginning.
            logger.debug("a connection was not encrypted", metadata: ["error": "\(error)"])
        }
    }
}

extension HTTPServerBuilder {
    /// The same server under TLS.
    static func secureFront(
        _ store: PageStore, _ settings: FrontSettings, certificate: LiveCertificate
    ) -> HTTPServerBuilder {
        HTTPServerBuilder { responder in
            SecureChannel(
                front: FrontChannel(store: store, settings: settings, responder: responder), certificate: certificate)
        }
    }
}
