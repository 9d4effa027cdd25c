import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Sits behind the HTTP decoder and tells the front where the routes stand with the request that they were given.
final class ExchangeHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// The front owns nothing of this handler; both live as long as the channel's pipeline.
    weak var front: FrontHandler?

    /// The request has ended behind which the connection closes; what the decoder still finds is for nobody.
    private var isDone = false

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if isDone { return }
        if case .end = unwrapInboundIn(data) {
            isDone = front?.requestIsLast ?? true
            front?.requestDidEnd()
        }
        context.fireChannelRead(data)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        front?.requestDidFail()
        context.fireErrorCaught(error)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(var head) where head.status.kind != .informational && front?.answerIsLast == true:
            head.headerFields[.connection] = "close"
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .end:
            context.write(data, promise: promise)
            front?.answerDidEnd()
        case .head, .body:
            context.write(data, promise: promise)
        }
    }
}
