import NIOCore
import NIOExtras

/// The first handler of an encrypted connection: it takes the connection's place among the counted ones, and ends one
/// whose handshake does not come to its end in time.
final class HandshakeHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let counts: ConnectionCounts
    private let timeout: TimeAmount
    private var remoteAddress: SocketAddress?
    private var hasPlace = false
    private var isDone = false
    private var timer: Scheduled<Void>?

    init(counts: ConnectionCounts, timeout: TimeAmount) {
        self.counts = counts
        self.timeout = timeout
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { begin(context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        begin(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        end()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { end() }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        // Nobody behind knows the connection yet who could end it.
        if event is ChannelShouldQuiesceEvent, !isDone { context.close(promise: nil) }
        context.fireUserInboundEventTriggered(event)
    }

    /// The connection is encrypted; from now on its clocks are kept by who speaks on it.
    func finish() {
        isDone = true
        timer?.cancel()
    }

    private func begin(_ context: ChannelHandlerContext) {
        guard !hasPlace, !isDone else { return }
        remoteAddress = context.remoteAddress
        guard counts.enter(remoteAddress) else {
            context.close(promise: nil)
            return
        }
        hasPlace = true
        timer = context.eventLoop.assumeIsolated().scheduleTask(in: timeout) { context.close(promise: nil) }
    }

    private func end() {
        finish()
        if hasPlace { counts.leave(remoteAddress) }
        hasPlace = false
    }
}
