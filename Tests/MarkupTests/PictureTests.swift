import Foundation
import Markup
import Model
import Testing

@Suite("Pictures in posts")
struct PictureTests {
    private static let context = RenderingContext(
        postNumber: 1,
        file: { url in
            guard url.hasPrefix("https://x.example/a") else { return nil }
            return RenderingContext.File(
                path: "/wp-content/uploads/a.jpg", name: "A lake", width: 1600, height: 1200,
                copies: [320, 1600].map { .init(path: "/wp-content/copies/\($0).webp", width: $0) })
        })

    private func html(_ source: String) throws -> String {
        try WordPressContent(Self.context).render(source).pages.map(\.markup).joined()
    }

    @Test("a picture stands in its own format beside its smaller copies, and comes out again unchanged")
    func copies() throws {
        let made = try html("<img src='https://x.example/a.jpg' alt='A &quot;pot&quot;' class='size-full'>")
        #expect(
            made == """
                <p><picture><source type="image/webp" srcset="/wp-content/copies/320.webp 320w, \
                /wp-content/copies/1600.webp 1600w" sizes="(max-width: 676px) calc(100vw - 43px), 700px"><img \
                src="/wp-content/uploads/a.jpg" alt="A &quot;pot&quot;" width="1600" height="1200" loading="lazy" \
                decoding="async" class="size-full"></picture></p>
                """)
        #expect(try Sanitizer(.post).sanitize(made).html.markup == made)
    }

    @Test(
        "a link that holds nothing but a picture without words is called what the library calls the picture",
        arguments: [
            ("<a href='/x/'><img W></a>", "A lake"), ("<a href='/x/'><img W alt='Mine'></a>", "Mine"),
            ("<a href='/x/'>words <img W></a>", ""), ("<img W>", ""),
        ])
    func linkNames(_ source: String, alternative: String) throws {
        let made = try html(source.replacing("W", with: "src='https://x.example/a.jpg'"))
        #expect(made.contains("alt=\"\(alternative)\""), "\(made)")
    }

    @Test(
        "a picture is as wide as the writer chose and as high as the file makes it",
        arguments: [
            ("a.jpg' width='400' height='400", 400, 300), ("a.jpg' height='300", 400, 300),
            ("a.jpg' width='400px", 400, 300), ("a.jpg' width='50%", 1600, 1200), ("a-150x150.jpg", 150, 113),
            ("a.jpg?w=300", 300, 225), ("a-3000x2000.jpg", 1600, 1200), ("a.jpg' width='0", 1600, 1200),
        ])
    func size(_ rest: String, width: Int, height: Int) throws {
        let made = try html("<img src='https://x.example/\(rest)'>")
        #expect(made.contains(#"width="\#(width)" height="\#(height)""#), "\(made)")
    }

    @Test(
        "what is said of its width in the page is true for where it stands",
        arguments: [
            ("<img W='2000'>", "(max-width: 676px) calc(100vw - 43px), 700px"),
            ("<img W='400'>", "(max-width: 443px) calc(100vw - 43px), 400px"),
            ("<img W='150'>", "150px"),
            ("<img W='800' class='alignright'>", "(max-width: 393px) calc(100vw - 43px), 350px"),
            (
                "<figure class='wp-block-image alignwide'><img W='900'></figure>",
                "(max-width: 1291px) calc(100vw - 51px), 1240px"
            ),
            ("<figure class='alignfull'><img W='900'></figure>", "(max-width: 951px) calc(100vw - 51px), 900px"),
            (
                "<figure class='wp-block-gallery columns-3'><img W='900'></figure>",
                "(max-width: 502px) calc(50vw - 28px), 223px"
            ),
            (
                "<figure class='gallery gallery-columns-1'><img W='900'></figure>",
                "(max-width: 676px) calc(100vw - 43px), 700px"
            ),
            (
                "<div class='wp-block-columns'><div class='wp-block-column'><img W='900'></div><div class='wp-block-column'></div></div>",
                "(max-width: 393px) calc(100vw - 43px), 350px"
            ),
            (
                "<div class='wp-block-columns'><div class='wp-block-column' style='flex-basis:75%'><figure class='alignwide'><img W='900'></figure></div></div>",
                "(max-width: 544px) calc(100vw - 43px), 525px"
            ),
        ])
    func sizes(_ source: String, expected: String) throws {
        let made = try html("<!-- wp:html -->" + source.replacing("W=", with: "src='https://x.example/a.jpg' width="))
        #expect(made.contains("sizes=\"\(expected)\""), "\(made)")
    }

    @Test("a picture element of the writer's own becomes ours, and asks nothing of another host")
    func ownPicture() throws {
        let made = try html(
            "<picture><source srcset='https://evil.example/b.webp 1x' type='image/webp'>"
                + "<img src='https://x.example/a.jpg' srcset='https://evil.example/c.jpg 2x' sizes='10px'></picture>")
        #expect(made.components(separatedBy: "<source").count == 2)
        #expect(made.components(separatedBy: "<picture").count == 2)
        #expect(!made.contains("evil"))
        let missing = try html(
            "<picture><source srcset='/b.webp'><img src='https://evil.example/a.jpg' alt='A'></picture>")
        #expect(!missing.contains("<picture") && !missing.contains("<source") && missing.contains("missing-picture"))
    }

    @Test(
        "addresses of other hosts are no candidates",
        arguments: [
            "https://evil.example/a.webp 1x", "/a.webp 1x, //evil.example/b.webp 2x", "/\\evil.example/a 1x",
            "/a.webp 1q",
            "/a.webp 1x 2x", "", ",", "data:image/png;base64,AA 1x", "javascript:1 1x", "/a.webp -3w",
        ])
    func candidates(_ value: String) throws {
        let made = try Sanitizer(.post).sanitize("<picture><source srcset=\"\(value)\"><img src='/a.jpg'></picture>")
        #expect(made.html.markup == "<picture><img src=\"/a.jpg\" alt=\"\"></picture>")
    }

    @Test("the first picture alone is hurried, and text that looks like one is not")
    func first() throws {
        let made = try WordPressContent(Self.context).render(
            "<code>&lt;img loading=\"lazy\" decoding=\"async\"&gt;</code> <img src='https://x.example/a.jpg'> "
                + "<img src='https://x.example/a.jpg'>")
        let hurried = try #require(made.pages[0].hurryingFirstPicture).markup
        #expect(hurried.components(separatedBy: #" height="1200">"#).count == 2)
        #expect(hurried.components(separatedBy: #" height="1200" loading="lazy" decoding="async">"#).count == 2)
        #expect(hurried.hasPrefix("<p><code>&lt;img loading=\"lazy\""))
        #expect(SafeHTML.text("<img loading=\"lazy\" decoding=\"async\">").hurryingFirstPicture == nil)
    }
}
