import Markup
import Model
import Testing

@Suite("Players behind cards")
struct EmbedPlayerTests {
    private func html(_ source: String) throws -> String {
        try WordPressContent(RenderingContext(postNumber: 1)).render(source).pages[0].markup
    }

    @Test(
        "a card tells which player shows what its link leads to",
        arguments: [
            (
                "https://www.youtube.com/watch?v=a_B-1&t=1m5s",
                "https://www.youtube-nocookie.com/embed/a_B-1?autoplay=1&start=65"
            ),
            ("https://youtu.be/a_B-1?t=20", "https://www.youtube-nocookie.com/embed/a_B-1?autoplay=1&start=20"),
            ("https://www.youtube.com/shorts/abc", "https://www.youtube-nocookie.com/embed/abc?autoplay=1"),
            (
                "https://www.youtube.com/playlist?list=PL1",
                "https://www.youtube-nocookie.com/embed/videoseries?list=PL1"
            ),
            ("https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871?dnt=1&autoplay=1"),
            ("https://vimeo.com/76979871/0f0f", "https://player.vimeo.com/video/76979871?dnt=1&autoplay=1&h=0f0f"),
            ("https://vimeo.com/channels/a/76979871", "https://player.vimeo.com/video/76979871?dnt=1&autoplay=1"),
            ("https://www.dailymotion.com/video/x5e9eog", "https://geo.dailymotion.com/player.html?video=x5e9eog"),
            ("https://www.ted.com/talks/a_talk", "https://embed.ted.com/talks/a_talk"),
            ("https://open.spotify.com/track/6rqh", "https://open.spotify.com/embed/track/6rqh"),
            ("https://soundcloud.com/a/b", "https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fa%2Fb"),
            ("https://archive.org/details/a-b_c", "https://archive.org/embed/a-b_c"),
            ("https://videopress.com/v/AbC", "https://videopress.com/embed/AbC"),
            ("https://twitter.com/a/status/12", "https://platform.twitter.com/embed/Tweet.html?dnt=true&id=12"),
            ("https://www.instagram.com/p/AbC/", "https://www.instagram.com/p/AbC/embed/"),
            ("https://www.tiktok.com/@a/video/12", "https://www.tiktok.com/player/v1/12"),
        ])
    func players(page: String, player: String) throws {
        let made = try html(page)
        #expect(made.contains("data-player=\"\(player.replacing("&", with: "&amp;"))\""), "\(made)")
        #expect(made.contains("<a href=\""))
        #expect(try Sanitizer(.post).sanitize(made).html.markup == made)
    }

    @Test(
        "a page that no frame can show has a card without a player",
        arguments: [
            "https://www.youtube.com/@channel", "https://www.youtube.com/watch?v=%22onload", "https://vimeo.com/about",
            "https://www.facebook.com/a/posts/1", "https://soundcloud.com/a", "https://twitter.com/a",
        ])
    func none(page: String) throws {
        let made = try html(page)
        #expect(made.contains("embed-card") && !made.contains("data-player"), "\(made)")
    }

    @Test(
        "nobody writes a player of another host into a post",
        arguments: [
            "https://evil.example/embed/a", "https://www.youtube-nocookie.com.evil.example/embed/a",
            "javascript:alert(1)",
            "http://www.youtube-nocookie.com/embed/a", "https://www.youtube-nocookie.com/embed/a b",
            "https://www.youtube-nocookie.com/embed/a;frame-src", "//evil.example/", "/local",
        ])
    func foreign(address: String) throws {
        let made = try html("<figure class='embed-card' data-player='\(address)'><a href='/'>x</a></figure>")
        #expect(!made.contains("data-player"), "\(made)")
    }

    @Test("a page's players are told by scheme and host, each once; words that look like them are none")
    func origins() throws {
        let made = try WordPressContent(RenderingContext(postNumber: 1)).render(
            "https://vimeo.com/1\n\nhttps://youtu.be/a\n\nhttps://vimeo.com/2\n\n<code>&lt;figure data-player=\"https://x.example/\"</code>"
        )
        #expect(made.pages[0].playerOrigins == ["https://player.vimeo.com", "https://www.youtube-nocookie.com"])
        #expect(SafeHTML.text("<figure data-player=\"https://x.example/\">").playerOrigins == [])
    }
}
