import Model
import NIOCore
import NIOExtras
import Pages

/// The first handler of a connection, on bytes: it answers what the page store knows, and guards what comes behind it.
///
/// One request at a time is taken from the bytes. A plain GET or HEAD whose page is stored is answered here; any other
/// goes to the decoder and the routes, and the bytes after it wait until it is answered, so answers keep their order.
/// The handler owns the connection's clocks, keeps the connection open until what was written is sent, and refuses what
/// exceeds `ConnectionLimits`.
final class FrontHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    enum Phase {
        /// Nothing of a request is here.
        case idle
        /// A head has begun.
        case head
        /// The routes have a request.
        case exchange(Exchange)
        /// The last answer is written; what still comes is thrown away until the visitor closes.
        case lingering
    }

    struct Exchange {
        /// Bytes of the body that are still to come; nil when only the decoder can tell.
        var bodyRemaining: Int?
        var bodyReceived = 0
        var requestHasEnded = false
        var answerHasEnded = false
        var isLast: Bool
    }

    let store: PageStore
    let settings: FrontSettings
    /// Nil where the connection has been counted before it came here.
    let counts: ConnectionCounts?
    let date: LoopDate
    let personalCookies: [[UInt8]]
    let variants: [(cookie: [UInt8], name: String)]
    let readerCookies: [[UInt8]]

    var phase = Phase.idle
    /// When the phase began, or its clock was set anew.
    var phaseBegan = NIODeadline.now()
    /// Bytes that no request has taken.
    var pending = ByteBuffer()
    /// How far `pending` was searched for a head's end, from its first byte.
    var searched = 0
    var isQuiescing = false
    var context: ChannelHandlerContext?

    private var hasPlace = false
    private var hasUnflushedAnswer = false
    private var hasForwarded = false
    private var heldRead = false
    /// The visitor will send no more.
    private var inputIsClosed = false
    /// The routes do not know that yet: an earlier request of theirs is still to be answered.
    private var holdsInputClosed = false
    private var remoteAddress: SocketAddress?

    private(set) var readIsOutstanding = false
    var timer: Scheduled<Void>?
    var unsentBytes = 0
    var unsentSince = NIODeadline.now()

    init(
        store: PageStore, settings: FrontSettings, counts: ConnectionCounts?, date: LoopDate,
        personalCookies: [[UInt8]], variants: [(cookie: [UInt8], name: String)], readerCookies: [[UInt8]]
    ) {
        self.store = store
        self.settings = settings
        self.counts = counts
        self.date = date
        self.personalCookies = personalCookies
        self.variants = variants
        self.readerCookies = readerCookies
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        if context.channel.isActive { begin(context) }
    }

    func handlerRemoved(context: ChannelHandlerContext) { end() }

    func channelActive(context: ChannelHandlerContext) {
        begin(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        end()
        context.fireChannelInactive()
    }

    private func begin(_ context: ChannelHandlerContext) {
        guard timer == nil else { return }
        remoteAddress = context.remoteAddress
        if let counts {
            guard counts.enter(remoteAddress) else {
                context.close(promise: nil)
                return
            }
            hasPlace = true
        }
        phaseBegan = .now()
        startClock(context)
    }

    private func end() {
        timer?.cancel()
        timer = nil
        context = nil
        if hasPlace { counts?.leave(remoteAddress) }
        hasPlace = false
    }

    // MARK: Bytes in

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        readIsOutstanding = false
        var bytes = unwrapInboundIn(data)
        switch phase {
        case .lingering: return
        case .exchange: forwardBody(&bytes, context)
        case .idle, .head: break
        }
        if bytes.readableBytes == 0 { return }
        if pending.readableBytes == 0 {
            pending = bytes
            searched = 0
        } else {
            pending.writeBuffer(&bytes)
        }
        takeRequests(context)
    }

    func channelReadComplete(context: ChannelHandlerContext) { settle(context) }

    /// Sends what was written and passes on what was read, once for all that one turn brought.
    private func settle(_ context: ChannelHandlerContext) {
        if pending.readableBytes == 0 { pending = ByteBuffer() }
        if hasUnflushedAnswer {
            hasUnflushedAnswer = false
            context.flush()
        }
        if hasForwarded {
            hasForwarded = false
            context.fireChannelReadComplete()
        }
    }

    func forward(_ bytes: ByteBuffer, _ context: ChannelHandlerContext) {
        hasForwarded = true
        context.fireChannelRead(wrapInboundOut(bytes))
    }

    private func forwardBody(_ bytes: inout ByteBuffer, _ context: ChannelHandlerContext) {
        guard case .exchange(var exchange) = phase, !exchange.requestHasEnded else { return }
        let count = min(bytes.readableBytes, exchange.bodyRemaining ?? .max)
        guard count > 0, let part = bytes.readSlice(length: count) else { return }
        exchange.bodyReceived += count
        exchange.bodyRemaining = exchange.bodyRemaining.map { $0 - count }
        phase = .exchange(exchange)
        forward(part, context)
    }

    // MARK: Reading no more than can be dealt with

    private func mayRead(_ context: ChannelHandlerContext) -> Bool {
        switch phase {
        case .exchange: pending.readableBytes < settings.limits.pipelinedBytes
        case .idle, .head: context.channel.isWritable
        case .lingering: true
        }
    }

    func read(context: ChannelHandlerContext) {
        if mayRead(context) {
            readIsOutstanding = true
            context.read()
        } else {
            heldRead = true
        }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable { resume(context) }
        context.fireChannelWritabilityChanged()
    }

    /// Goes on with the bytes that had to wait.
    func resume(_ context: ChannelHandlerContext) {
        takeRequests(context)
        settle(context)
        if holdsInputClosed, canPassInputClosed(context) {
            holdsInputClosed = false
            context.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
        }
        if heldRead, mayRead(context) {
            heldRead = false
            readIsOutstanding = true
            context.read()
        }
    }

    // MARK: Bytes out

    func write(_ bytes: ByteBuffer, _ context: ChannelHandlerContext) {
        hasUnflushedAnswer = true
        context.write(wrapOutboundOut(bytes), promise: nil)
    }

    /// The engine drops unsent bytes when a channel closes, and closes wholly when both directions are shut. So closing
    /// waits here until they are sent; `writeTimeout` ends the wait for a visitor who takes none.
    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        let closesWholly = mode == .all || mode == .output && inputIsClosed
        guard closesWholly, hasUnsentBytes(context) else {
            context.close(mode: mode, promise: promise)
            return
        }
        let sent = context.eventLoop.makePromise(of: Void.self)
        sent.futureResult.assumeIsolated().whenComplete { _ in context.close(mode: mode, promise: promise) }
        context.writeAndFlush(wrapOutboundOut(ByteBuffer()), promise: sent)
    }

    func hasUnsentBytes(_ context: ChannelHandlerContext) -> Bool { bufferedBytes(context) > 0 }

    func bufferedBytes(_ context: ChannelHandlerContext) -> Int {
        // A channel without the option (an embedded one) sends at once.
        (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
    }

    // MARK: Events

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case is ChannelShouldQuiesceEvent: quiesce(context)
        case ChannelEvent.inputClosed:
            inputIsClosed = true
            if canPassInputClosed(context) {
                context.fireUserInboundEventTriggered(event)
            } else {
                holdsInputClosed = true
            }
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    /// Whether nothing that was asked for would be lost if the routes took the visitor for gone.
    private func canPassInputClosed(_ context: ChannelHandlerContext) -> Bool {
        switch phase {
        case .exchange(let exchange): !exchange.requestHasEnded
        case .idle, .head: context.channel.isWritable || pending.readableBytes == 0
        case .lingering: true
        }
    }

    private func quiesce(_ context: ChannelHandlerContext) {
        isQuiescing = true
        switch phase {
        case .idle, .head: close(context: context, mode: .all, promise: nil)
        // The answer says that it is the last, and the connection closes behind it.
        case .exchange, .lingering: break
        }
    }
}
