import Model
import NIOCore
import Pages

extension FrontHandler {
    /// Takes whole requests from the bytes until one goes to the routes, or the visitor does not keep up.
    func takeRequests(_ context: ChannelHandlerContext) {
        while isBetweenRequests, pending.readableBytes > 0, context.channel.isWritable {
            guard let length = headLength(context) else { return }
            let request = pending.withUnsafeReadableBytes { bytes in
                RequestHead(UnsafeRawBufferPointer(rebasing: bytes[..<length]))
            }
            searched = 0
            if request.fieldCount > settings.limits.headFields {
                refuse(431, "Request Header Fields Too Large", context)
            } else if !isKnownHost(request) {
                answerUnknownHost(request, length: length, context)
            } else if !answer(request, length: length, context) {
                begin(request, length: length, context)
            }
        }
    }

    private var isBetweenRequests: Bool {
        switch phase {
        case .idle, .head: true
        case .exchange, .lingering: false
        }
    }

    /// Bytes of the head at the beginning of `pending`, its empty line included; nil until it is complete.
    private func headLength(_ context: ChannelHandlerContext) -> Int? {
        skipEmptyLines()
        guard pending.readableBytes > 0 else { return nil }
        let limits = settings.limits
        let start = searched
        let (end, lineEnd) = pending.withUnsafeReadableBytes { bytes in
            (
                endOfHead(bytes, from: start),
                bytes.position(of: 0x0a, in: 0..<min(bytes.count, limits.requestLineBytes + 2))
            )
        }
        if lineEnd == nil, pending.readableBytes > limits.requestLineBytes {
            refuse(414, "URI Too Long", context)
            return nil
        }
        if end ?? pending.readableBytes > limits.headBytes {
            refuse(431, "Request Header Fields Too Large", context)
            return nil
        }
        if end == nil {
            searched = max(0, pending.readableBytes - 3)
            if case .idle = phase { enter(.head) }
        }
        return end
    }

    /// Some clients send a line break after a body (RFC 9112, section 2.2).
    private func skipEmptyLines() {
        while searched == 0, pending.readableBytes >= 2,
            pending.getInteger(at: pending.readerIndex, as: UInt16.self) == 0x0d0a
        {
            pending.moveReaderIndex(forwardBy: 2)
        }
    }

    private func endOfHead(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        var index = start + 3
        while let lineFeed = bytes.position(of: 0x0a, in: min(index, bytes.count)..<bytes.count) {
            if bytes[lineFeed - 1] == 0x0d, bytes[lineFeed - 2] == 0x0a, bytes[lineFeed - 3] == 0x0d {
                return lineFeed + 1
            }
            index = lineFeed + 1
        }
        return nil
    }

    private func isKnownHost(_ request: RequestHead) -> Bool {
        if settings.hosts.isEmpty { return true }
        guard let host = request.host else { return false }
        let name = pending.withUnsafeReadableBytes { bytes -> String in
            let bytes = bytes[host]
            // `[::1]:8080` has colons in its name.
            let afterBracket = bytes.firstIndex(of: UInt8(ascii: "]")) ?? bytes.startIndex
            let colon = bytes[afterBracket...].firstIndex(of: UInt8(ascii: ":"))
            return String(decoding: bytes[..<(colon ?? bytes.endIndex)], as: UTF8.self)
        }
        return settings.hosts.admitsHost(name)
    }

    /// Hands a request to the decoder and the routes.
    private func begin(_ request: RequestHead, length: Int, _ context: ChannelHandlerContext) {
        var exchange = Exchange(isLast: request.isLast)
        let here: Int
        switch request.framing {
        case .noBody:
            exchange.bodyRemaining = 0
            here = 0
        case .length(let bodyLength):
            here = min(bodyLength, pending.readableBytes - length)
            exchange.bodyRemaining = bodyLength - here
        case .unknown: here = pending.readableBytes - length
        }
        exchange.bodyReceived = here
        enter(.exchange(exchange))
        if let bytes = pending.readSlice(length: length + here) { forward(bytes, context) }
    }

    // MARK: What the routes report

    /// Whether the connection closes behind the answer that begins now.
    var answerIsLast: Bool {
        if case .exchange(let exchange) = phase { return exchange.isLast || isQuiescing }
        return true
    }

    /// Whether no further request will be taken from this connection.
    var requestIsLast: Bool {
        if case .exchange(let exchange) = phase { return exchange.isLast }
        return true
    }

    func requestDidEnd() {
        guard case .exchange(var exchange) = phase else { return }
        exchange.requestHasEnded = true
        conclude(exchange)
    }

    /// The decoder gave up; the routes answer 400.
    func requestDidFail() {
        guard case .exchange(var exchange) = phase else { return }
        exchange.requestHasEnded = true
        exchange.isLast = true
        conclude(exchange)
    }

    func answerDidEnd() {
        guard case .exchange(var exchange) = phase else { return }
        exchange.answerHasEnded = true
        conclude(exchange)
    }

    private func conclude(_ exchange: Exchange) {
        phase = .exchange(exchange)
        guard exchange.requestHasEnded, exchange.answerHasEnded, let context else { return }
        if exchange.isLast || isQuiescing {
            linger(context)
        } else {
            enter(.idle)
            // Not at once: the caller stands in the middle of a write. Nothing waits, as a rule.
            context.eventLoop.assumeIsolated().execute { [weak self] in
                guard let self, let context = self.context else { return }
                resume(context)
            }
        }
    }

    func enter(_ new: Phase) {
        phase = new
        phaseBegan = .now()
    }
}
