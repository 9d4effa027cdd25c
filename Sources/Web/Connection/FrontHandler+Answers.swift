import Model
import NIOCore
import Pages

extension FrontHandler {
    /// Answers from the page store; false when the request is not that plain, or the page is not here.
    func answer(_ request: RequestHead, length: Int, _ context: ChannelHandlerContext) -> Bool {
        guard request.isPlainRead, !isQuiescing else { return false }
        let now = settings.now()
        guard let found = pending.withUnsafeReadableBytes({ find(request, in: $0, now: now) }) else { return false }
        pending.moveReaderIndex(forwardBy: length)
        enter(.idle)
        let stamp = date.stamp(at: now)
        var answer = FrontAnswer(
            status: found.page.status, target: found.key.target, isHead: request.isHead, bodyBytes: 0,
            coding: .identity,
            viewed: found.isRead ? found.page.viewed : nil)
        switch found.form {
        case .filled(let face):
            let (bytes, count) = found.page.filledAnswer(for: face, stamp, isHead: request.isHead)
            write(bytes, context)
            answer.bodyBytes = count
        case .whole(let representation, let isKnown):
            answer.coding = representation.coding
            if isKnown, let notModified = representation.notModifiedAnswer(stamp) {
                write(notModified, context)
                answer.status = 304
            } else if request.isHead {
                write(representation.headAnswer(stamp), context)
            } else {
                let (bytes, body) = representation.answer(stamp)
                write(bytes, context)
                if let body { write(body, context) }
                answer.bodyBytes = representation.bodyCount
            }
        }
        settings.onAnswer?(answer)
        return true
    }

    private struct Found {
        let key: PageKey
        let page: Page
        let form: Form
        let isRead: Bool

        enum Form {
            case whole(Representation, isKnown: Bool)
            case filled(ReaderFace)
        }
    }

    /// Nil where the routes have to answer.
    private func find(_ request: RequestHead, in bytes: UnsafeRawBufferPointer, now: Instant) -> Found? {
        if request.cookies.contains(where: { has(personalCookies, in: bytes[$0]) }) { return nil }
        let variant =
            request.cookies.isEmpty
            ? nil : variants.first { variant in request.cookies.contains { has([variant.cookie], in: bytes[$0]) } }
        let target = bytes[request.target].bindMemory(to: UInt8.self)
        let token = request.cookies.lazy.compactMap { self.token(in: bytes[$0]) }.first
        guard
            var key = PageKey(
                requestTarget: target, knownParameters: settings.knownParameters,
                variant: token == nil ? variant?.name ?? "" : ""),
            var page = store.hit(key, now: now)
        else { return nil }
        if let token, let post = page.post {
            // A page of a post has something of theirs.
            guard let face = settings.face?(token, store.generation) else { return nil }
            key = PageKey(target: key.target, variant: face.variant(on: post))
            guard let own = store.hit(key, now: now) else { return nil }
            page = own
            return Found(
                key: key, page: page, form: .filled(face), isRead: page.viewed != nil && request.isReading(bytes))
        }
        guard let representation = page.representation(for: request.accepted) else { return nil }
        let isKnown = request.ifNoneMatch.map { range in
            ETagList.matches(UnsafeRawBufferPointer(rebasing: bytes[range]), representation.etag)
        }
        return Found(
            key: key, page: page, form: .whole(representation, isKnown: isKnown ?? false),
            isRead: page.viewed != nil && request.isReading(bytes))
    }

    /// What the cookie of who is logged in holds.
    private func token(in cookies: Slice<UnsafeRawBufferPointer>) -> String? {
        guard !readerCookies.isEmpty else { return nil }
        for cookie in cookies.split(separator: UInt8(ascii: ";")) {
            let pair = cookie.drop { $0 == 0x20 || $0 == 0x09 }
            guard readerCookies.contains(where: { pair.starts(with: $0) }),
                let equals = pair.firstIndex(of: UInt8(ascii: "="))
            else { continue }
            return String(decoding: pair[pair.index(after: equals)...], as: UTF8.self)
        }
        return nil
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
