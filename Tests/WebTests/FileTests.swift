import Foundation
import SiteSupport
import Testing

@Suite("The blog's files")
struct FileTests {
    private static let sound = Array("ID3".utf8) + (0..<5000).map { UInt8($0 % 251) }

    /// A site with a picture, a sound, a document and a script, all with their files, and one picture without.
    private func run(_ body: @escaping @Sendable (TestSite) async throws -> Void) async throws {
        var export = TestExport()
        for (number, name) in [
            (11, "pot.png"), (12, "song.mp3"), (13, "paper.pdf"), (14, "drawing.svg"), (15, "lost.jpg"),
        ] {
            export.add(attachment: number, name, parent: 2)
        }
        let uploads = "https://days.example/wp-content/uploads/2012/02"
        export.add(
            .init(2, "A pot", "pot") {
                $0.content = """
                    <a href="\(uploads)/pot.png"><img src="\(uploads)/pot-300x200.png" alt="A pot"></a>
                    <img src="\(uploads)/lost-150x150.jpg" alt="Lost">
                    [audio src="\(uploads)/song.mp3"]
                    <a href="\(uploads)/paper.pdf">The paper</a> [gallery ids="11,15"]
                    """
                $0.more =
                    "<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>11</wp:meta_value></wp:postmeta>"
            })
        let folder = try FilesToTake([
            "2012/02/pot.png": SmallPNG.bytes(width: 40, height: 20), "2012/02/song.mp3": Self.sound,
            "2012/02/paper.pdf": Array("%PDF-1.7 words".utf8),
            "2012/02/drawing.svg": Array("<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>".utf8),
        ])
        try await TestSite.run(export.text, { $0.media = folder.path }) { site in
            try await body(site)
            _ = folder
        }
    }

    @Test("a post shows what is here from here, and what is not as words with a link")
    func rendering() async throws {
        try await run { site in
            let page = try await site.get("/2012/02/25/pot/").text
            #expect(
                page.contains(#"<img src="/wp-content/uploads/2012/02/pot.png" alt="A pot" width="40" height="20""#))
            #expect(page.contains(#"<audio controls="" preload="none" src="/wp-content/uploads/2012/02/song.mp3">"#))
            #expect(page.contains(#"<a href="/wp-content/uploads/2012/02/paper.pdf">The paper</a> (PDF, 1 kB)"#))
            #expect(page.contains("gallery-item"))
            #expect(page.contains("missing-picture"))
            #expect(!page.contains(#"src="https://"#))
        }
    }

    @Test("a picture is served with its kind, validator and length, and is not sent again")
    func picture() async throws {
        try await run { site in
            let answer = try await site.get("/wp-content/uploads/2012/02/pot.png")
            #expect(answer.status == 200)
            #expect(answer.field("content-type") == "image/png")
            #expect(answer.field("x-content-type-options") == "nosniff")
            #expect(answer.body.starts(with: [0x89, 0x50, 0x4E, 0x47]))
            let etag = try #require(answer.field("etag"))
            let again = try await site.get("/wp-content/uploads/2012/02/pot.png", "If-None-Match: \(etag)")
            #expect(again.status == 304)
            #expect(again.body.isEmpty)
            let head = try await site.head("/wp-content/uploads/2012/02/pot.png")
            #expect(head.status == 200)
            #expect(head.field("content-length") == "\(answer.body.count)")
        }
    }

    @Test(
        "a sound is served in the parts that a player asks for",
        arguments: [
            ("bytes=0-9", 206, 0..<10), ("bytes=5000-", 206, 5000..<5003), ("bytes=-3", 206, 5000..<5003),
            ("bytes=0-0", 206, 0..<1), ("bytes=9-2", 200, 0..<5003), ("bytes=0-1,4-5", 200, 0..<5003),
            ("lines=1-2", 200, 0..<5003), ("bytes=4990-99999999", 206, 4990..<5003),
        ])
    func ranges(field: String, status: Int, range: Range<Int>) async throws {
        try await run { site in
            let answer = try await site.get("/wp-content/uploads/2012/02/song.mp3", "Range: \(field)")
            #expect(answer.status == status)
            #expect(answer.body == Array(Self.sound[range]))
            if status == 206 {
                #expect(answer.field("content-range") == "bytes \(range.lowerBound)-\(range.upperBound - 1)/5003")
            }
        }
    }

    @Test("a part beyond the end is refused, and a part of another version is sent whole")
    func otherRanges() async throws {
        try await run { site in
            let path = "/wp-content/uploads/2012/02/song.mp3"
            let beyond = try await site.get(path, "Range: bytes=5003-")
            #expect(beyond.status == 416)
            #expect(beyond.field("content-range") == "bytes */5003")
            let other = try await site.get(path, "Range: bytes=0-9", "If-Range: \"other\"")
            #expect(other.status == 200)
            #expect(other.body.count == 5003)
        }
    }

    @Test("what might be a page is saved, never shown")
    func drawing() async throws {
        try await run { site in
            let answer = try await site.get("/wp-content/uploads/2012/02/drawing.svg")
            #expect(answer.status == 200)
            #expect(answer.field("content-disposition") == "attachment; filename*=UTF-8''drawing.svg")
            #expect(answer.field("content-security-policy") == "sandbox; default-src 'none'")
        }
    }

    @Test("a size that WordPress had made leads to what is here")
    func sizes() async throws {
        try await run { site in
            let answer = try await site.get("/wp-content/uploads/2012/02/pot-30x15.png")
            #expect(answer.status == 302)
            let target = try #require(answer.field("location"))
            let shown = try await site.get(target)
            #expect(shown.status == 200)
            #expect(shown.field("content-type")?.hasPrefix("image/") == true)
        }
    }

    @Test("a file that is not here leads to the page that tells of it, not for ever")
    func missing() async throws {
        try await run { site in
            let answer = try await site.get("/wp-content/uploads/2012/02/lost.jpg")
            #expect(answer.status == 302)
            #expect(answer.field("location") == "/lost-jpg/")
        }
    }

    @Test(
        "no address leads out of the folder",
        arguments: [
            "/wp-content/uploads/../../thaw.sqlite", "/wp-content/uploads/%2e%2e/%2e%2e/thaw.sqlite",
            "/wp-content/uploads/..%2f..%2fthaw.sqlite", "/wp-content/copies/..%2f..%2fthaw.sqlite",
            "/wp-content/uploads/2012/02/pot.png%00.jpg", "/wp-content/uploads/", "/wp-content/uploads//etc/passwd",
        ])
    func escapes(path: String) async throws {
        try await run { site in
            let answer = try await site.get(path)
            #expect([301, 302, 400, 404].contains(answer.status), "\(answer.status)")
        }
    }

    @Test("a file's own page shows it")
    func attachmentPage() async throws {
        try await run { site in
            let page = try await site.get("/pot-png/").text
            #expect(page.contains(#" src="/wp-content/uploads/2012/02/pot.png" alt="" width="40" height="20""#))
        }
    }
}
