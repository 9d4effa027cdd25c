package import HummingbirdCore
import Logging
import NIOCore
package import Pages

/// Hummingbird's HTTP/1 channel with the front before it, its task kept on the connection's event loop.
struct FrontChannel: ServerChildChannel {
    let store: PageStore
    let settings: FrontSettings
    let responder: HTTPChannelHandler.Responder
    let counts: ConnectionCounts
    let personalCookies: [[UInt8]]
    let variants: [(cookie: [UInt8], name: String)]
    let readerCookies: [[UInt8]]
    /// Bytes of one answer that may wait to be sent before the visitor counts as slow. The engine's 64 kB would make
    /// every larger page a turn to slow and back, through the whole pipeline.
    private static let waterMark = ChannelOptions.Types.WriteBufferWaterMark(low: 128 * 1024, high: 512 * 1024)
    private let dates = LoopDates()
    private let http1: HTTP1Channel

    init(store: PageStore, settings: FrontSettings, responder: @escaping HTTPChannelHandler.Responder) {
        self.store = store
        self.settings = settings
        self.responder = responder
        counts = ConnectionCounts(limits: settings.limits)
        personalCookies = settings.personalCookiePrefixes.map { Array($0.utf8) }
        readerCookies = settings.readerCookiePrefixes.map { Array($0.utf8) }
        variants = settings.variants.map { (Array($0.key.utf8), $0.value) }
        http1 = HTTP1Channel(
            responder: responder,
            // No idle timeout behind the front, which owns it: a handler there never sees a hit.
            configuration: HTTP1Channel.Configuration(
                additionalChannelHandlers: [ExchangeHandler()], idleTimeout: nil,
                httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
                    maxHeaderFieldSize: settings.limits.headBytes, maxHeaderListSize: settings.limits.headBytes,
                    maxHeaderFieldCount: settings.limits.headFields)))
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP1Channel.Value> {
        http1.setup(channel: channel, logger: logger).flatMapThrowing { value in
            try addFront(to: channel, counts: counts, position: .first)
            return value
        }
    }

    /// The same behind other handlers, where the connection has been counted already.
    func setup(
        channel: any Channel, behind handlerType: (some ChannelHandler & SendableMetatype).Type, logger: Logger
    ) -> EventLoopFuture<HTTP1Channel.Value> {
        http1.setup(channel: channel, logger: logger).flatMapThrowing { value in
            let handler = try channel.pipeline.syncOperations.handler(type: handlerType)
            try addFront(to: channel, counts: nil, position: .after(handler))
            return value
        }
    }

    private func addFront(
        to channel: any Channel, counts: ConnectionCounts?, position: ChannelPipeline.SynchronousOperations.Position
    ) throws {
        try channel.syncOptions?.setOption(.writeBufferWaterMark, value: Self.waterMark)
        let pipeline = channel.pipeline.syncOperations
        let front = FrontHandler(
            store: store, settings: settings, counts: counts,
            date: dates.date(of: channel.eventLoop), personalCookies: personalCookies,
            variants: variants, readerCookies: readerCookies)
        try pipeline.handler(type: ExchangeHandler.self).front = front
        try pipeline.addHandler(front, position: position)
    }

    func handle(value: HTTP1Channel.Value, logger: Logger) async {
        await withTaskExecutorPreference(LoopExecutor(value.channel.eventLoop)) {
            await http1.handle(value: value, logger: logger)
        }
    }
}

extension HTTPServerBuilder {
    /// The HTTP/1 server of the site: `Application(router: …, server: .front(store, settings), …)`.
    package static func front(_ store: PageStore, _ settings: FrontSettings) -> HTTPServerBuilder {
        HTTPServerBuilder { responder in FrontChannel(store: store, settings: settings, responder: responder) }
    }
}
