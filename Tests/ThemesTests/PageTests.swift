import Foundation
import Language
import Model
import Testing
import Themes

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("Pages of the default theme")
struct PageTests {
    private static let theme = Theme.standard()

    private func render<Page: PageView>(
        _ page: Page, site: SiteHead = Sample.site(), head: PageHead = Sample.head
    ) -> String {
        String(decoding: Self.theme.render(page, site: site, head: head), as: UTF8.self)
    }

    private var allPages: [String] {
        [
            render(Sample.post), render(Sample.list), render(PostListPage(heading: nil, entries: [])),
            render(PasswordPage(title: "P", action: SafeURL(path: "/p/"), error: "Wrong")),
            render(NotFoundPage(suggestions: [LinkView(title: "A", url: SafeURL(path: "/a/"))])),
            render(ErrorPage(heading: "Oh", sentence: "Again", number: "7")), render(EmptySitePage()),
            render(Sample.attachment), render(Sample.search), render(Sample.subscription), render(Sample.chronicle),
        ]
    }

    @Test(
        "every page has its landmarks, its language, a skip link and one stylesheet, and neither script nor style inside"
    )
    func landmarks() {
        for page in allPages {
            #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">"))
            for element in [
                "<header class=\"site-header\"", "<main id=\"main\"", "<footer class=\"site-footer\"", "<nav ",
            ] {
                #expect(page.contains(element))
            }
            #expect(page.contains("<a class=\"skip-link\" href=\"#main\">Skip to content</a>"))
            #expect(page.components(separatedBy: "rel=\"stylesheet\"").count == 2)
            #expect(!page.contains(" style="))
            #expect(!page.contains("<style"))
            #expect(
                page.matches(of: /<script(?! type="application\/ld\+json"| src="\/theme\/1\/[a-z]+\.js" defer>)/)
                    .isEmpty)
            #expect(!page.contains("{{"))
            #expect(page.hasSuffix("</html>\n"))
        }
    }

    @Test("every page but an untitled list has one main heading, and no id twice")
    func headingsAndIDs() {
        for page in allPages where !page.contains("There are no posts") && !page.contains("waiting for its first") {
            #expect(page.components(separatedBy: "<h1").count == 2)
        }
        let home = render(EmptySitePage(), head: PageHead(title: "Days", isHome: true))
        #expect(home.components(separatedBy: "<h1").count == 2)
        for page in allPages {
            let ids = page.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
            #expect(Set(ids).count == ids.count)
        }
    }

    @Test("every page is nested properly")
    func nesting() throws {
        let empty: Set = ["meta", "link", "br", "hr", "img", "input"]
        for page in allPages {
            var open: [Substring] = []
            for part in page.split(separator: "<").dropFirst() where !part.hasPrefix("!") {
                let name = part.prefix { $0.isLetter || $0.isNumber || $0 == "/" }
                if name.hasPrefix("/") {
                    #expect(open.popLast() == name.dropFirst())
                } else if !empty.contains(String(name)) {
                    open.append(name)
                }
            }
            #expect(open.isEmpty)
        }
    }

    @Test("a post carries microformats, its dates, its author and its neighbours")
    func post() {
        let page = render(Sample.post)
        for expected in [
            "class=\"entry h-entry\"", "<h1 class=\"entry-title p-name\" dir=\"auto\">A &lt;title&gt;</h1>",
            "class=\"entry-content e-content\"",
            "<time class=\"dt-published\" datetime=\"2012-02-25T15:04:05+01:00\">February 25, 2012</time>",
            "<time class=\"dt-updated\"", "class=\"p-author h-card\"", "class=\"u-url\" href=\"/2012/02/25/a/\"",
            "<a class=\"p-category\" href=\"/category/rome/\" rel=\"tag\">Rome</a>",
            "<a href=\"/before/\" rel=\"prev\">Before</a>", "<a href=\"/after/\" rel=\"next\">After</a>",
            "<span aria-current=\"page\">1</span>", "<a href=\"/a/2/\">2</a>",
        ] { #expect(page.contains(expected), "missing: \(expected)") }
    }

    @Test("responses are numbered, nested, and each has its anchor")
    func comments() {
        let page = render(Sample.post)
        for expected in [
            "<h2 id=\"comments-heading\">3 Responses</h2>",
            "<div id=\"comment-1\" class=\"comment u-comment h-cite\">",
            "<span class=\"comment-number\">1.</span>",
            "<a class=\"u-url p-name\" href=\"https://example.org/?a=1&amp;b=1\" rel=\"nofollow ugc external\">&lt;Person&gt; 1</a>",
            "<a class=\"comment-date u-url\" href=\"#comment-1\">", "February 25, 2012 15:04</time>",
            "<div id=\"comment-2\" class=\"comment u-comment h-cite by-post-author\">",
            "<span class=\"author-mark\">Author</span>", "Pingbacks and trackbacks",
            "<a class=\"older-comments\" href=\"/a/comment-page-1/\">Older Comments</a>", "Comments are closed.",
        ] { #expect(page.contains(expected), "missing: \(expected)") }
        #expect(page.components(separatedBy: "<ol class=\"comment-list replies\">").count == 2)
        #expect(!page.contains("In reply to"))
    }

    @Test("replies deeper than the last level stand in reading order and say whom they answer")
    func flattening() {
        let chain = (0..<6).map { (comment: Sample.comment($0), depth: $0) }
        let threads = CommentView.threads(chain, levels: 3)
        #expect(threads.count == 1)
        let last = threads[0].replies[0].replies
        #expect(last.map(\.id) == ["comment-2", "comment-3", "comment-4", "comment-5"])
        #expect(last.map { $0.inReplyTo == nil } == [true, false, false, false])
        #expect(CommentView.threads([(Sample.comment(1), 4), (Sample.comment(2), 0)]).map(\.replies.count) == [0, 0])
    }

    @Test("the head names canonical, feeds, OpenGraph and structured data that parses")
    func head() throws {
        let page = render(Sample.post)
        for expected in [
            "<link rel=\"canonical\" href=\"https://example.org/a/\">",
            "<link rel=\"alternate\" type=\"application/rss+xml\" title=\"Posts\" href=\"/feed/\">",
            "<link rel=\"alternate\" type=\"application/rss+xml\" title=\"Responses\" href=\"/a/feed/\">",
            "<meta property=\"og:type\" content=\"article\">", "content=\"Some &quot;words&quot;\"",
            "<title>A – Days &amp; Deeds</title>",
        ] { #expect(page.contains(expected), "missing: \(expected)") }
        let start = try #require(page.range(of: "ld+json\">")).upperBound
        let end = try #require(page.range(of: "</script>")).lowerBound
        let json = try JSONSerialization.jsonObject(with: Data(page[start..<end].utf8)) as? [String: Any]
        #expect(json?["@type"] as? String == "BlogPosting")
        #expect(json?["headline"] as? String == "A </script> title")
        #expect((json?["comment"] as? [[String: Any]])?.count == 1)
    }

    @Test("a list is a feed of entries; one without a title is named by its date")
    func list() {
        let page = render(Sample.list)
        #expect(page.contains("<div class=\"h-feed\">"))
        #expect(page.components(separatedBy: " h-entry").count == 3)
        #expect(page.contains("entry h-entry format-aside"))
        #expect(page.components(separatedBy: "<h2 class=\"entry-title").count == 2)
        #expect(page.contains("<a class=\"newer\" href=\"/\" rel=\"prev\">Newer posts</a>"))
        #expect(page.contains("<a class=\"older\" href=\"/page/3/\" rel=\"next\">Older posts</a>"))
    }

    @Test("what was found is marked, what was asked comes back, and every page has a field to search")
    func search() {
        let page = render(Sample.search)
        for expected in [
            "<a href=\"/a/#comment-1\">To <mark>Rome</mark></a>", "dir=\"auto\">&lt;b&gt; <mark>rome</mark></p>",
            "name=\"s\" type=\"search\" value=\"rome &quot;&lt;\"", "<span>Response by Anna</span>",
            "<a class=\"older\" href=\"/?s=rome&amp;paged=2\" rel=\"next\">More results</a>",
        ] { #expect(page.contains(expected), "missing: \(expected)") }
        for page in allPages { #expect(page.contains("<form class=\"site-search\" role=\"search\" method=\"get\"")) }
    }

    @Test("a protected post shows its form, and why the last password was refused")
    func password() {
        let page = render(PasswordPage(title: "Protected: A", action: SafeURL(path: "/a/"), error: "Wrong <one>"))
        #expect(page.contains("<form class=\"password-form\" method=\"post\" action=\"/a/\">"))
        #expect(page.contains("name=\"post_password\" type=\"password\" required"))
        #expect(page.contains("role=\"alert\">Wrong &lt;one&gt;</p>"))
    }

    @Test("an attachment whose file is not here shows its words and where the original is")
    func attachment() {
        let page = render(Sample.attachment)
        #expect(page.contains("<p class=\"missing-picture\">People &quot;in&quot; a hall</p>"))
        #expect(page.contains("<a href=\"https://example.org/hall.jpg\" rel=\"external\">Original file</a>"))
        #expect(page.contains("<figcaption><em>1956</em></figcaption>"))
        #expect(!page.contains("<img"))
    }

    @Test("a site that is written from the right says so")
    func direction() {
        #expect(render(EmptySitePage(), site: Sample.site("ar")).contains("<html lang=\"ar\" dir=\"rtl\">"))
    }

    @Test("an empty site tells how to begin")
    func empty() { #expect(render(EmptySitePage()).contains("<code>thaw import export.xml</code>")) }

    @Test("a date carries its distance from UTC, and none that no clock has")
    func offsets() {
        #expect(Sample.date.iso8601(at: Sample.date.asUTC.adding(seconds: 19_800)) == "2012-02-25T15:04:05-05:30")
        #expect(Sample.date.iso8601(at: Sample.date.asUTC.adding(seconds: -19_800)) == "2012-02-25T15:04:05+05:30")
        #expect(Sample.date.iso8601(at: Instant(milliseconds: 0)) == "2012-02-25T15:04:05+00:00")
    }
}
