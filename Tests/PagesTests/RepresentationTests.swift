import CZlib
import Model
import NIOCore
import Pages
import Testing

@Suite struct RepresentationTests {
    private let key = PageKey(target: "/")
    private let html = String(repeating: "<p>One Response to February 25, 1956</p>\n", count: 200)

    @Test("the second hit has the page compressed once it has stood for a while, and gzip gives the same bytes back")
    func compression() async throws {
        let store = PageStore()
        _ = try await store.page(key, now: noon) { rendered(html) }
        for _ in 0..<3 { _ = store.hit(key, now: noon) }
        await store.compressionIsDone()
        #expect(store.hit(key, now: noon)?.gzip == nil)
        let later = noon.adding(seconds: 1)
        _ = store.hit(key, now: later)
        await store.compressionIsDone()
        let page = try #require(store.hit(key, now: noon))
        let gzip = try #require(page.gzip)
        let brotli = try #require(page.brotli)
        #expect(inflated(gzip.body) == html)
        #expect(brotli.body.readableBytes < html.utf8.count / 4)
        let tags = [page.identity, gzip, brotli].map { $0?.etag }
        #expect(Set(tags).count == 3)
    }

    @Test("a head carries length, validator, caching and the site's own fields, and ends before the date")
    func head() async throws {
        let store = PageStore(settings: PageSettings(securityHeaders: [("X-Content-Type-Options", "nosniff")]))
        let page = try await store.page(key, now: noon) { rendered("short") }
        let identity = try #require(page.identity)
        let etag = try #require(identity.etag)
        #expect(
            String(buffer: identity.head) == """
                HTTP/1.1 200 OK\r
                content-type: text/html; charset=utf-8\r
                content-length: 5\r
                etag: \(etag)\r
                vary: accept-encoding\r
                cache-control: public, no-cache\r
                x-content-type-options: nosniff\r\n
                """)
        #expect(identity.notModifiedFields.map(\.name) == ["etag", "vary", "cache-control", "x-content-type-options"])
    }

    @Test("a line break in a field cannot start another")
    func noSplitting() async throws {
        let store = PageStore()
        let page = try await store.page(key, now: noon) {
            RenderedPage(
                status: 301, body: PageBody(), headers: [("location", "/a\r\nset-cookie: x=1")], subjects: [], mark: 0)
        }
        let head = try #require(page.identity.map { String(buffer: $0.head) })
        #expect(!head.contains("set-cookie"))
        #expect(page.identity?.etag == nil)
    }

    @Test("holes are filled in their places, and such a page has no shared form")
    func holes() async throws {
        var body = PageBody("<p>Hello ")
        body.append(Hole("name"))
        body.append(ByteBuffer(string: ", you are "))
        body.append(Hole("role"))
        let segments = body
        let store = PageStore()
        let page = try await store.page(key, now: noon) { RenderedPage(body: segments, subjects: [], mark: 0) }
        #expect(page.identity == nil)
        #expect(page.representation(for: AcceptedCodings("gzip")) == nil)
        #expect(page.body.holes.map(\.name) == ["name", "role"])
        let filled = page.filled { ByteBuffer(string: "«\($0.name)»") }
        #expect(String(buffer: filled) == "<p>Hello «name», you are «role»")
    }

    private func inflated(_ bytes: ByteBuffer) -> String {
        var stream = z_stream()
        #expect(thaw_inflateInit2(&stream, 15 + 16) == Z_OK)
        defer { inflateEnd(&stream) }
        var input = Array(bytes.readableBytesView)
        var output = [UInt8](repeating: 0, count: html.utf8.count + 100)
        input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                #expect(inflate(&stream, Z_FINISH) == Z_STREAM_END)
            }
        }
        return String(decoding: output.prefix(Int(stream.total_out)), as: UTF8.self)
    }
}
