import Model
import NIOCore
import Pages

extension FrontHandler {
    /// Answers from the page store; false when the request is not that plain, or the page is not here.
    func answer(_ request: RequestHead, length: Int, _ context: ChannelHandlerContext) -> Bool {
        guard request.isPlainRead, !isQuiescing else { return false }
        let now = settings.now()
        let found = pending.withUnsafeReadableBytes { bytes -> (PageKey, Page, Representation, Bool, Bool)? in
            if request.cookies.contains(where: { has(personalCookies, in: bytes[$0]) }) { return nil }
            let variant =
                request.cookies.isEmpty
                ? nil : variants.first { variant in request.cookies.contains { has([variant.cookie], in: bytes[$0]) } }
            let target = bytes[request.target].bindMemory(to: UInt8.self)
            guard
                let key = PageKey(
                    requestTarget: target, knownParameters: settings.knownParameters, variant: variant?.name ?? ""),
                let page = store.hit(key, now: now),
                let representation = page.representation(for: request.accepted)
            else { return nil }
            let isKnown = request.ifNoneMatch.map { range in
                ETagList.matches(UnsafeRawBufferPointer(rebasing: bytes[range]), representation.etag)
            }
            let isRead = page.viewed != nil && request.isReading(bytes)
            return (key, page, representation, isKnown ?? false, isRead)
        }
        guard let (key, page, representation, isKnown, isRead) = found else { return false }
        pending.moveReaderIndex(forwardBy: length)
        enter(.idle)
        let stamp = date.stamp(at: now)
        let notModified = isKnown ? representation.notModifiedAnswer(stamp) : nil
        var bodyBytes = 0
        if let notModified {
            write(notModified, context)
        } else if request.isHead {
            write(representation.headAnswer(stamp), context)
        } else {
            let (bytes, body) = representation.answer(stamp)
            write(bytes, context)
            if let body { write(body, context) }
            bodyBytes = representation.bodyCount
        }
        settings.onAnswer?(
            FrontAnswer(
                status: notModified == nil ? page.status : 304, target: key.target, isHead: request.isHead,
                bodyBytes: bodyBytes, coding: representation.coding, viewed: isRead ? page.viewed : nil))
        return true
    }

    /// Whether a field of cookies has one whose name begins so.
    private func has(_ prefixes: [[UInt8]], in cookies: Slice<UnsafeRawBufferPointer>) -> Bool {
        guard !prefixes.isEmpty else { return false }
        return cookies.split(separator: UInt8(ascii: ";")).contains { cookie in
            let name = cookie.drop { $0 == 0x20 || $0 == 0x09 }
            return prefixes.contains { name.starts(with: $0) }
        }
    }

    /// 421, as the routes would never see this site's name in it. HTTP/1.1 without any name is a bad request.
    func answerUnknownHost(_ request: RequestHead, length: Int, _ context: ChannelHandlerContext) {
        if request.host == nil, request.isVersion11 {
            refuse(400, "Bad Request", context)
        } else if request.framing == .noBody, !request.isLast {
            pending.moveReaderIndex(forwardBy: length)
            enter(.idle)
            writeNotice(421, "Misdirected Request", isLast: false, isHead: request.isHead, context)
        } else {
            refuse(421, "Misdirected Request", context)
        }
    }

    /// Says why, and ends the connection.
    func refuse(_ status: Int, _ reason: String, _ context: ChannelHandlerContext) {
        pending = ByteBuffer()
        writeNotice(status, reason, isLast: true, isHead: false, context)
        linger(context)
    }

    private func writeNotice(
        _ status: Int, _ reason: String, isLast: Bool, isHead: Bool, _ context: ChannelHandlerContext
    ) {
        let text = reason + "\n"
        var notice = ByteBuffer(
            string: "HTTP/1.1 \(status) \(reason)\r\ncontent-type: text/plain; charset=utf-8\r\n"
                + "content-length: \(text.utf8.count)\r\n" + (isLast ? "connection: close\r\n" : ""))
        for field in store.settings.securityHeaders { notice.writeString("\(field.name): \(field.value)\r\n") }
        notice.writeImmutableBuffer(date.stamp(at: settings.now()).line)
        if !isHead { notice.writeString(text) }
        write(notice, context)
        settings.onAnswer?(
            FrontAnswer(
                status: status, target: nil, isHead: isHead, bodyBytes: isHead ? 0 : text.utf8.count, coding: .identity)
        )
    }

    /// Sends no more, but listens a little: closing while bytes arrive would make the visitor's system throw the answer
    /// away unread.
    func linger(_ context: ChannelHandlerContext) {
        enter(.lingering)
        pending = ByteBuffer()
        context.eventLoop.assumeIsolated().execute { [weak self] in
            guard let self, let context = self.context else { return }
            context.flush()
            close(context: context, mode: .output, promise: nil)
            resume(context)
        }
    }
}

/// `If-None-Match`: `*`, or validators in a list; compared weakly, as RFC 9110 (section 13.1.2) wants it.
enum ETagList {
    static func matches(_ field: UnsafeRawBufferPointer, _ etag: String?) -> Bool {
        guard let etag else { return false }
        return field.split(separator: UInt8(ascii: ",")).contains { item in
            var item = item.drop { $0 == 0x20 || $0 == 0x09 }
            while let last = item.last, last == 0x20 || last == 0x09 { item = item.dropLast() }
            if item.count == 1, item.first == UInt8(ascii: "*") { return true }
            if item.starts(with: [UInt8(ascii: "W"), UInt8(ascii: "/")]) { item = item.dropFirst(2) }
            return item.elementsEqual(etag.utf8)
        }
    }
}
