import Foundation
import Markup
import Model
import Testing

@Suite("WordPress's content")
struct WordPressContentTests {
    private static let pictures = (1...3).map { number in
        RenderingContext.Attachment(
            number: Int64(number), url: "https://files.example.org/2012/02/p\(number).jpg", title: "Picture \(number)",
            caption: number == 1 ? "The <em>first</em>" : "", alternativeText: "Alt \(number)", page: "/p\(number)/")
    }

    private static func context(
        file: @escaping @Sendable (String) -> RenderingContext.File? = { _ in nil }
    ) -> RenderingContext {
        RenderingContext(
            postNumber: 11, origins: ["https://thisday.example.com", "http://old.example.net/blog/"],
            attachments: pictures,
            attachment: { number in pictures.first { $0.number == number } }, file: file,
            reusableBlock: {
                [7: "<!-- wp:paragraph --><p>Reused</p><!-- /wp:paragraph --><!-- wp:block {\"ref\":7} /-->"][$0]
            })
    }

    private func render(_ source: String) throws -> RenderedContent {
        try WordPressContent(Self.context()).render(source)
    }

    private func html(_ source: String) throws -> String {
        try render(source).pages.map(\.markup).joined(separator: "|")
    }

    @Test(
        "a caption in the old form and in the new one becomes the same figure",
        arguments: [
            #"[caption id="attachment_12" align="alignright" width="300" caption="In <em>1956</em>"]<a href="https://files.example.org/k.jpg"><img src="https://files.example.org/k.jpg?w=300" alt="Nikita" width="300" height="220" /></a>[/caption]"#,
            #"[caption id="attachment_12" align="alignright" width="300"]<a href="https://files.example.org/k.jpg"><img src="https://files.example.org/k.jpg?w=300" alt="Nikita" width="300" height="220" /></a> In <em>1956</em>[/caption]"#,
        ])
    func captions(_ source: String) throws {
        #expect(
            try html("Before\n\n\(source)\n\nAfter") == """
                <p>Before</p>
                <figure id="attachment_12" class="wp-caption alignright caption-w-300"><span class="missing-picture"><a \
                href="https://files.example.org/k.jpg" rel="noreferrer">Nikita</a></span><figcaption \
                class="wp-caption-text">In <em>1956</em></figcaption></figure>
                <p>After</p>
                """)
    }

    @Test("a gallery keeps its columns, its order and its captions")
    func galleries() throws {
        let chosen = try html(#"[gallery ids="3,1" columns="2" link="none"]"#)
        #expect(
            chosen.hasPrefix(
                #"<figure class="gallery gallery-columns-2 gallery-size-thumbnail"><figure class="gallery-item">"#))
        #expect(
            chosen.contains("Alt 3")
                && chosen.contains(#"<figcaption class="gallery-caption">The <em>first</em></figcaption>"#))
        #expect(try html("[gallery]").components(separatedBy: "gallery-item").count == 4)
        #expect(try html("[gallery exclude=2]").components(separatedBy: "gallery-item").count == 3)
        #expect(try html(#"[gallery ids="99"]"#) == "")
    }

    @Test(
        "no picture, sound or film is asked of another host",
        arguments: [
            (
                "<img src='https://x.example/a%20b.jpg'>",
                #"<a href="https://x.example/a%20b.jpg" rel="noreferrer">a b.jpg</a>"#
            ),
            (
                "<a href='https://elsewhere.example/'><img src='https://x.example/a.jpg' alt='A'></a>",
                #"<a href="https://elsewhere.example/"><span class="missing-picture">A</span></a>"#
            ),
            (
                "<a href='https://x.example/a.jpg'><img src='http://x.example/a-300x200.jpg' alt='A'></a>",
                #"<a href="https://x.example/a.jpg" rel="noreferrer">A</a></span>"#
            ),
            (
                "[audio mp3='https://x.example/s.mp3']",
                #"<a href="https://x.example/s.mp3" rel="noreferrer">s.mp3</a> (audio)"#
            ),
            ("[video src='https://x.example/v.mp4'][/video]", #"rel="noreferrer">v.mp4</a> (video)"#),
            (
                "<video poster='https://x.example/p.jpg'><source src='https://x.example/v.webm'></video>",
                ">v.webm</a> (video)"
            ),
        ])
    func missing(_ source: String, _ expected: String) throws {
        let made = try html(source)
        #expect(made.contains(expected), "\(made)")
        #expect(!made.contains(" src=") && !made.contains("poster"))
    }

    @Test("a picture that is here is shown with its size and alternative text")
    func localPicture() throws {
        let context = Self.context { url in
            url.hasPrefix("https://x.example/a.jpg")
                ? .init(path: "/wp-content/uploads/2012/02/a.jpg", width: 800, height: 600) : nil
        }
        let made = try WordPressContent(context).render(
            "<a href='https://x.example/a.jpg'><img class='alignleft size-large' src='https://x.example/a.jpg?w=300' alt='A'></a>"
        )
        #expect(
            made.pages.map(\.markup) == [
                #"<p><a href="/wp-content/uploads/2012/02/a.jpg"><img src="/wp-content/uploads/2012/02/a.jpg" alt="A" "#
                    + #"width="300" height="225" loading="lazy" decoding="async" class="alignleft size-large"></a></p>"#
            ])
    }

    @Test(
        "frames and addresses alone on a line become cards",
        arguments: [
            (
                "https://www.youtube.com/watch?v=abc&amp;t=1", "embed-youtube",
                "https://www.youtube.com/watch?v=abc&amp;t=1"
            ),
            ("[embed width=100]https://vimeo.com/76979871[/embed]", "embed-vimeo", "https://vimeo.com/76979871"),
            (
                "[youtube=http://www.youtube.com/watch?v=abc&w=320]", "embed-youtube",
                "http://www.youtube.com/watch?v=abc&amp;w=320"
            ),
            ("[vimeo 123]", "embed-vimeo", "https://vimeo.com/123"),
            (
                "<iframe src='//www.youtube.com/embed/abc?rel=0'></iframe>", "embed-youtube",
                "https://www.youtube.com/watch?v=abc"
            ),
            (
                "<object><param name=movie value='http://www.youtube.com/v/abc&hl=en'><embed src='http://www.youtube.com/v/abc&hl=en'></object>",
                "embed-youtube", "https://www.youtube.com/watch?v=abc"
            ),
            (
                "<!-- wp:embed {\"url\":\"https://twitter.com/a/status/1\"} --><figure class=\"wp-block-embed\"><div class=\"wp-block-embed__wrapper\">\nhttps://twitter.com/a/status/1\n</div></figure><!-- /wp:embed -->",
                "embed-twitter", "https://twitter.com/a/status/1"
            ),
        ])
    func cards(_ source: String, _ name: String, _ address: String) throws {
        let made = try html(source)
        #expect(
            made.contains("class=\"embed-card \(name)\"><a href=\"\(address)\" rel=\"noreferrer\">"), "\(made)")
        #expect(!made.contains("iframe") && !made.contains("<p></p>"))
    }

    @Test("an address in the middle of a sentence stays text, and an unknown frame is a link")
    func noCards() throws {
        #expect(try html("See https://vimeo.com/1 there") == "<p>See https://vimeo.com/1 there</p>")
        #expect(
            try html("<iframe src='https://maps.example/x'></iframe>")
                == #"<p><a href="https://maps.example/x" rel="noreferrer">maps.example/x</a></p>"#)
    }

    @Test("unknown shortcodes stay as text and are counted; prose in brackets is neither")
    func unknownShortcodes() throws {
        let made = try render("[contact-form to=\"a\"] and [sic] [[gallery]] <a title=\"[gallery]\">x</a>")
        #expect(made.pages[0].markup.contains("[contact-form to=“a”] and [sic] [gallery]"))
        #expect(made.unknownShortcodes == ["contact-form": 1])
        #expect(made.shortcodes.isEmpty)
    }

    @Test(
        "links to the old blog lead to the same place here; others stay",
        arguments: [
            ("http://www.thisday.example.com/2012/02/25/x/?a=1#comment-3", "/2012/02/25/x/?a=1#comment-3"),
            ("https://thisday.example.com", "/"), ("https://old.example.net/blog/about/", "/about/"),
            ("https://old.example.net/blogger/", "https://old.example.net/blogger/"),
            ("https://thisday.example.com//evil.example/", "/evil.example/"),
            (
                "https://thisday.example.com/wp-content/uploads/a.pdf",
                "https://thisday.example.com/wp-content/uploads/a.pdf"
            ),
            ("https://thisday.example.com.evil.example/", "https://thisday.example.com.evil.example/"),
        ])
    func ownLinks(_ address: String, _ expected: String) throws {
        #expect(try html("<a href='\(address)'>x</a>") == "<p><a href=\"\(expected)\">x</a></p>")
    }

    @Test("blocks lose their delimiters and get no paragraphs of ours")
    func blocks() throws {
        let made = try render(
            "<!-- wp:paragraph {\"align\":\"center\"} -->\n<p class=\"has-text-align-center\">a\nb</p>\n<!-- /wp:paragraph -->\n\n"
                + "<!-- wp:latest-posts /-->\n<!-- wp:query --><div><!-- wp:post-title /--></div><!-- /wp:query --><p>c</p>"
        )
        #expect(made.pages[0].markup == "<p class=\"has-text-align-center\">a\nb</p>\n<p>c</p>")
        #expect(made.blocksLeftOut == ["latest-posts": 1, "query": 1])
        #expect(made.blocks["paragraph"] == 1)
    }

    @Test("a reusable block stands where it is used, and never inside itself")
    func reusable() throws {
        let made = try render("<!-- wp:block {\"ref\":7} /--><!-- wp:block {\"ref\":8} /-->")
        #expect(made.pages[0].markup == "<p>Reused</p>")
        #expect(made.blocksLeftOut == ["block": 2])
    }

    @Test("pages, teaser, the words for the rest, and the anchor at the cut")
    func parts() throws {
        let made = try render("one\n\n<!--more Read on-->\n\ntwo\n<!--nextpage-->\nthree")
        #expect(
            made.pages.map(\.markup) == ["<p>one</p>\n<p><span id=\"more-11\"></span></p>\n<p>two</p>", "<p>three</p>"])
        #expect(made.teaser?.markup == "<p>one</p>")
        #expect(made.moreText == "Read on")
        #expect(made.wordCount == 3)
        let blocks = try render(
            "<!-- wp:paragraph --><p>a</p><!-- /wp:paragraph --><!-- wp:more --><!--more--><!-- /wp:more --><!-- wp:nextpage --><!--nextpage--><!-- /wp:nextpage --><p>b</p>"
        )
        #expect(blocks.teaser?.markup == "<p>a</p>")
        #expect(blocks.pages.count == 2)
        #expect(try render("").pages.count == 1)
    }

    @Test("the excerpt is the writer's own, or the first 55 words without captions and shortcodes")
    func excerpts() throws {
        let words = (1...60).map { "w\($0)" }.joined(separator: " ")
        let made = try render("[caption width=10]<img src=/a.jpg> Caption[/caption]<b>\(words)</b>")
        #expect(made.excerpt == (1...55).map { "w\($0)" }.joined(separator: " ") + " […]")
        let own = try WordPressContent(Self.context()).render("x", excerpt: "It's <b>mine</b>\n[gallery]")
        #expect(own.excerpt == "It’s mine")
    }
}

@Suite("Comments")
struct CommentContentTests {
    @Test(
        "line breaks, bare addresses and typography, then the visitors' list",
        arguments: [
            ("a\nb\n\n\"c\"", "<p>a<br>\nb</p>\n<p>“c”</p>"),
            (
                "see https://example.org/a_(b)?x=1&y=2.",
                #"<p>see <a href="https://example.org/a_(b)?x=1&amp;y=2" rel="nofollow ugc noopener">https://example.org/a_(b)?x=1&amp;y=2</a>.</p>"#
            ),
            (
                "(www.example.org)",
                #"<p>(<a href="http://www.example.org" rel="nofollow ugc noopener">www.example.org</a>)</p>"#
            ),
            (
                "<a href='https://example.org/'>https://x.example/</a>",
                #"<p><a href="https://example.org/" rel="nofollow ugc noopener">https://x.example/</a></p>"#
            ),
            ("<img src=x onerror=alert(1)><h1>Loud</h1>", "Loud"),
            ("<code>a -- b</code>", "<p><code>a -- b</code></p>"),
            (
                "http://old.example.com/2012/",
                #"<p><a href="/2012/" rel="nofollow ugc noopener">http://old.example.com/2012/</a></p>"#
            ),
        ])
    func cases(_ source: String, _ expected: String) throws {
        #expect(try CommentContent(origins: ["https://old.example.com"]).render(source).html.markup == expected)
    }
}
