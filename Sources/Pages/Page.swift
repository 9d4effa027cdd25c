package import Model
package import NIOCore

/// A finished page. It never changes; a new coding makes a new value of the same page.
package final class Page: Sendable {
    package let status: Int
    package let contentType: String
    /// Fields of this page alone.
    package let headers: [HeaderField]
    package let subjects: Set<Subject>
    package let mark: Int64
    package let expires: Instant?
    /// The post that somebody who gets the page reads; nil where that is not counted.
    package let viewed: Post.ID?
    /// The post on whose page readers who are logged in see something of their own; nil for all other pages.
    package let post: Post.ID?
    /// The segments with their holes; empty for a page without, whose bytes `identity` has.
    package let body: PageBody

    /// Nil when the page has holes: then only a filled copy can be sent.
    package let identity: Representation?
    package let gzip: Representation?
    package let brotli: Representation?

    /// Fields of a filled page, but its length and `Cache-Control`.
    package let filledFields: [HeaderField]
    /// The same as they go out, with the line before them.
    private let filledHead: ByteBuffer

    let rendered: RenderedPage
    let hash: UInt64

    package init(_ rendered: RenderedPage, settings: PageSettings) {
        status = rendered.status
        contentType = rendered.contentType
        headers = rendered.headers
        subjects = rendered.subjects
        mark = rendered.mark
        expires = rendered.expires
        viewed = rendered.viewed
        post = rendered.post
        filledFields =
            [("content-type", rendered.contentType)] + rendered.ownHeaders(settings)
            + rendered.securityHeaders(settings)
        filledHead = ByteBuffer(
            string: Representation.head(
                status: rendered.status, filledFields + [("cache-control", Self.privateCacheControl)]))
        gzip = nil
        brotli = nil
        if let whole = rendered.body.whole {
            hash = whole.withUnsafeReadableBytes { xxHash64($0) }
            identity = Representation(
                coding: .identity, body: whole, hash: hash, page: rendered, settings: settings)
            body = PageBody()
        } else {
            hash = 0
            identity = nil
            body = rendered.body
        }
        var kept = rendered
        kept.body = body
        self.rendered = kept
    }

    private init(_ page: Page, gzip: Representation?, brotli: Representation?) {
        rendered = page.rendered
        hash = page.hash
        status = page.status
        contentType = page.contentType
        headers = page.headers
        subjects = page.subjects
        mark = page.mark
        expires = page.expires
        viewed = page.viewed
        post = page.post
        body = page.body
        filledFields = page.filledFields
        filledHead = page.filledHead
        identity = page.identity
        self.gzip = gzip
        self.brotli = brotli
    }

    /// Whether the clock has not yet changed what the page shows.
    package func isFresh(at now: Instant) -> Bool {
        guard let expires else { return true }
        return now < expires
    }

    /// The bytes for this visitor; nil when the page has holes.
    package func representation(for accepted: AcceptedCodings) -> Representation? {
        switch accepted.best(gzip: gzip != nil, brotli: brotli != nil) {
        case .identity: identity
        case .gzip: gzip
        case .brotli: brotli
        }
    }

    /// The page for one visitor, who alone may keep it: it goes out without validator, under `privateCacheControl`.
    package func filled(_ fill: (Hole) throws -> ByteBuffer) rethrows -> ByteBuffer { try body.filled(fill) }

    /// The whole answer for one reader.
    package func filledAnswer(for face: ReaderFace, _ stamp: DateStamp, isHead: Bool) -> (bytes: ByteBuffer, body: Int)
    {
        let body = filled(face.filling)
        var bytes = ByteBuffer()
        bytes.reserveCapacity(filledHead.readableBytes + body.readableBytes + 100)
        bytes.writeImmutableBuffer(filledHead)
        bytes.writeString("content-length: \(body.readableBytes)\r\n")
        bytes.writeImmutableBuffer(stamp.line)
        if !isHead { bytes.writeImmutableBuffer(body) }
        return (bytes, isHead ? 0 : body.readableBytes)
    }

    /// `Cache-Control` of a filled page.
    package static let privateCacheControl = "private, no-store"

    /// Memory that all codings take, with an allowance for the value itself and its places in the store's tables.
    var byteCount: Int {
        let overhead = 512 + subjects.count * 64
        let whole = identity?.byteCount ?? body.byteCount
        return overhead + whole + (gzip?.byteCount ?? 0) + (brotli?.byteCount ?? 0)
    }

    /// Whether compression may still make something of it. Below a packet's worth of bytes nothing is gained.
    var isWorthCompressing: Bool {
        guard rendered.isCompressible, gzip == nil, brotli == nil, let identity else { return false }
        return identity.bodyCount >= 512
    }

    /// The same page with its compressed forms, those that came out smaller. Takes milliseconds.
    func compressed(settings: PageSettings) -> Page {
        guard let plain = identity?.body else { return self }
        func form(_ coding: ContentCoding, _ bytes: ByteBuffer?) -> Representation? {
            guard let bytes, bytes.readableBytes < plain.readableBytes else { return nil }
            return Representation(coding: coding, body: bytes, hash: hash, page: rendered, settings: settings)
        }
        return Page(
            self,
            gzip: form(.gzip, Compression.gzip(plain, level: settings.gzipLevel)),
            brotli: form(.brotli, Compression.brotli(plain, quality: settings.brotliQuality)))
    }
}
