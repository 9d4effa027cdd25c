import NIOCore
import NIOHPACK
import NIOHTTP2

/// Lets the last bytes of an HTTP/2 answer say that they are the last. The codec says so in an empty frame of its own; a
/// visitor who has counted the bytes by then, as curl does, resets the stream for being stuck, and the engine cuts off
/// a connection with 200 resets in half a minute.
final class LastFrameHandler: ChannelDuplexHandler {
    typealias InboundIn = HTTP2Frame.FramePayload
    typealias InboundOut = HTTP2Frame.FramePayload
    typealias OutboundIn = HTTP2Frame.FramePayload
    typealias OutboundOut = HTTP2Frame.FramePayload

    /// The frame that completes the answer, until its end is written.
    private var held: (frame: HTTP2Frame.FramePayload, promise: EventLoopPromise<Void>?)?
    private var asksForHeadAlone = false
    /// Bytes of the body that are still to come; nil where the head does not tell.
    private var remaining: Int?

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .headers(let head) = unwrapInboundIn(data), head.headers.first(name: ":method") == "HEAD" {
            asksForHeadAlone = true
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let frame = unwrapOutboundIn(data)
        if frame.onlyEnds, let (complete, lastPromise) = held {
            held = nil
            var last = complete
            last.end()
            promise?.futureResult.cascade(to: lastPromise)
            context.write(wrapOutboundOut(last), promise: promise ?? lastPromise)
            return
        }
        writeHeld(context)
        switch frame {
        case .headers(let head): remaining = bodyBytes(head.headers)
        case .data(let part): remaining = remaining.map { $0 - part.data.readableBytes }
        default: break
        }
        if remaining == 0, !frame.hasEnd {
            held = (frame, promise)
        } else {
            context.write(data, promise: promise)
        }
    }

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        if held != nil {
            writeHeld(context)
            context.flush()
        }
        context.close(mode: mode, promise: promise)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        held?.promise?.fail(ChannelError.ioOnClosedChannel)
        held = nil
    }

    /// As it came: an end did not follow.
    private func writeHeld(_ context: ChannelHandlerContext) {
        guard let (frame, promise) = held else { return }
        held = nil
        context.write(wrapOutboundOut(frame), promise: promise)
    }

    private func bodyBytes(_ head: HPACKHeaders) -> Int? {
        guard let status = head.first(name: ":status"), !status.hasPrefix("1") else { return nil }
        if asksForHeadAlone || status == "304" || status == "204" { return 0 }
        return head.first(name: "content-length").flatMap { Int($0) }
    }
}

extension HTTP2Frame.FramePayload {
    fileprivate var hasEnd: Bool {
        switch self {
        case .headers(let head): head.endStream
        case .data(let part): part.endStream
        default: false
        }
    }

    fileprivate var onlyEnds: Bool {
        if case .data(let part) = self { part.endStream && part.data.readableBytes == 0 } else { false }
    }

    fileprivate mutating func end() {
        switch self {
        case .headers(var head):
            head.endStream = true
            self = .headers(head)
        case .data(var part):
            part.endStream = true
            self = .data(part)
        default: break
        }
    }
}
