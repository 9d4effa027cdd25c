import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Keeps the clocks of one HTTP/2 stream, which never passes the front: of a body that hardly comes, and of a visitor
/// who takes nothing of the answer. Heads are bounded by the engine, before there is a stream.
final class StreamHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let limits: ConnectionLimits
    private var context: ChannelHandlerContext?
    private var timer: Scheduled<Void>?
    private var began = NIODeadline.now()
    private var bodyReceived = 0
    private var requestHasEnded = false
    private var readIsOutstanding = false
    private var unwritableSince: NIODeadline?

    init(limits: ConnectionLimits) { self.limits = limits }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        // Where it has to stand, before the codec, nobody else can put it.
        try? context.pipeline.syncOperations.addHandler(LastFrameHandler(), position: .first)
        began = .now()
        startClock(context)
    }

    func handlerRemoved(context: ChannelHandlerContext) { end() }

    func channelInactive(context: ChannelHandlerContext) {
        end()
        context.fireChannelInactive()
    }

    func read(context: ChannelHandlerContext) {
        readIsOutstanding = true
        context.read()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        readIsOutstanding = false
        switch unwrapInboundIn(data) {
        case .head: break
        case .body(let bytes): bodyReceived += bytes.readableBytes
        case .end: requestHasEnded = true
        }
        context.fireChannelRead(data)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        unwritableSince = context.channel.isWritable ? nil : .now()
        context.fireChannelWritabilityChanged()
    }

    private func end() {
        timer?.cancel()
        timer = nil
        context = nil
    }

    private func startClock(_ context: ChannelHandlerContext) {
        timer = context.eventLoop.assumeIsolated().scheduleTask(in: limits.tick) { [weak self] in
            guard let self, let context = self.context else { return }
            if isTooSlow(.now()) {
                context.close(promise: nil)
            } else {
                startClock(context)
            }
        }
    }

    private func isTooSlow(_ now: NIODeadline) -> Bool {
        if let since = unwritableSince, now - since > limits.writeTimeout { return true }
        guard !requestHasEnded else { return false }
        guard readIsOutstanding else {
            // The routes do not ask for more, so the visitor is not to blame: the clock begins anew.
            began = now
            bodyReceived = 0
            return false
        }
        let elapsed = now - began
        let seconds = elapsed.nanoseconds / 1_000_000_000
        return elapsed > limits.bodyGrace && bodyReceived < Int(seconds) * limits.bodyBytesPerSecond
    }
}
