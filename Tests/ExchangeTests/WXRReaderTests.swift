import Exchange
import Model
import Testing

@Suite("Reading WXR")
struct WXRReaderTests {
    @Test("a blog's own words come before its first item")
    func blog() throws {
        let reading = try read(Sample.whole)
        let blog = try #require(reading.blog)
        #expect(blog.title == "Days Gone By")
        #expect(blog.description == "What happened & when")
        #expect(blog.version == "1.2")
        #expect(blog.baseSiteURL == "https://example")
        #expect(blog.baseBlogURL == "https://days.example")
        #expect(blog.language == "en-US")
        #expect(blog.generator == "https://wordpress.org/?v=6.4")
        #expect(blog.iconURL == "https://days.example/icon.png")
        #expect(
            reading.records.map(\.kind) == ["author", "term", "term", "term", "blog", "item", "item", "item"])
    }

    @Test("authors and terms of every sort are read")
    func people() throws {
        let reading = try read(Sample.whole)
        let author = try #require(reading.authors.first)
        #expect(author.id == 3 && author.login == "clio" && author.displayName == "Clio Müller")
        #expect(author.email == "clio@example.org" && author.firstName == "")
        #expect(reading.terms.map(\.taxonomy) == ["category", "post_tag", "nav_menu"])
        #expect(reading.terms.map(\.slug) == ["cold-war", "moscow", "main"])
        #expect(reading.terms.map(\.name) == ["Cold War", "Moscow", "Main"])
        #expect(reading.terms.map(\.id) == [5, nil, 9])
        #expect(reading.terms[0].parentSlug == "century-20")
        #expect(reading.terms[0].meta == [MetaRecord(key: "order", value: "7")])
    }

    @Test("an item comes with everything it has")
    func item() throws {
        let item = try #require(try read(Sample.whole).items.first)
        #expect(item.title == "February 25, 1956 – A Speech")
        #expect(item.link == "https://days.example/2012/02/25/a-speech/")
        #expect(item.creator == "clio" && item.guid == "https://days.example/?p=7" && !item.guidIsPermaLink)
        #expect(item.content == "One & <em>two</em>.\n\nThree 👋 “four”.")
        #expect(item.excerpt == " Short. ")
        #expect(item.id == 7 && item.parent == 2 && item.menuOrder == -4 && item.isSticky)
        #expect(item.date.local?.text == "2012-02-25 10:30:00")
        #expect(item.dateGMT.local == nil && item.dateGMT.text == "0000-00-00 00:00:00")
        #expect(item.modified.text == "")
        #expect(item.commentStatus == "open" && item.pingStatus == "closed" && item.slug == "a-speech")
        #expect(item.status == "publish" && item.type == "post" && item.password == " secret")
        #expect(item.terms.map(\.slug) == ["cold-war", "moscow"])
        #expect(item.enclosures.map(\.length) == [1234])
        #expect(item.meta("_thumbnail_id") == "12" && item.meta("empty") == "" && item.meta("none") == nil)
    }

    @Test("a comment comes with everything it has")
    func comment() throws {
        let comment = try #require(try read(Sample.whole).items.first?.comments.first)
        #expect(comment.id == 21 && comment.parent == 20 && comment.userID == 3)
        #expect(comment.author == "Ann" && comment.authorEmail == "ann@example.org")
        #expect(comment.authorURL == "https://ann.example" && comment.authorIP == "192.0.2.7")
        #expect(comment.content == "Well said." && comment.approved == "1" && comment.type == "comment")
        #expect(comment.dateGMT.local?.text == "2012-02-26 07:00:00")
        #expect(comment.meta == [MetaRecord(key: "rating", value: "5")])
    }

    @Test("an escaped title is decoded once")
    func escapedTitle() throws {
        #expect(try read(Sample.whole).items[1].title == "A <note> & more")
        let twice = try read(Sample.export("<item><title>&amp;amp;lt;</title></item>"))
        #expect(twice.items[0].title == "&amp;lt;")
    }

    @Test("a place names the line and the byte where the item begins")
    func places() throws {
        let text = Sample.whole
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for item in try read(text).items {
            #expect(lines[item.place.line - 1].hasPrefix("<item>"))
            #expect(Array(text.utf8)[item.place.byte...].starts(with: "<item>".utf8))
        }
    }

    @Test("a place is right behind mended bytes, too")
    func placesBehindMendings() throws {
        let text =
            "\n\n" + Sample.head + "<!-- a\n comment -->" + Sample.item(1, content: "a &nbsp; \u{1} & b ]]> c")
            + Sample.item(2) + Sample.foot
        let item = try read(text).items[1]
        #expect(Array(text.utf8)[item.place.byte...].starts(with: "<item><title>Item 2".utf8))
    }

    @Test("terms that WXR 1.0 names twice are taken once")
    func oldTerms() throws {
        let item = """
            <item><category><![CDATA[News]]></category>\
            <category domain="category" nicename="news"><![CDATA[News]]></category>\
            <category domain="tag"><![CDATA[Red]]></category>\
            <category domain="tag" nicename="red"><![CDATA[Red]]></category>\
            <category><![CDATA[Alone]]></category></item>
            """
        let terms = try read(Sample.export(item)).items[0].terms
        #expect(terms.map(\.slug) == ["news", "red", ""])
        #expect(terms.map(\.taxonomy) == ["category", "post_tag", "category"])
        #expect(terms.map(\.name) == ["News", "Red", "Alone"])
    }

    @Test(
        "the namespace's version does not matter",
        arguments: ["http://wordpress.org/export/1.0/", "https://wordpress.org/export/1.9/"])
    func namespaceVersions(address: String) throws {
        let text = Sample.whole.replacing("http://wordpress.org/export/1.2/\"\n", with: "\(address)\"\n")
        #expect(try read(text).items.map(\.id) == [7, 8, 9])
    }

    @Test("a prefix counts by its address, and by its name only where no address is declared")
    func namespaces() throws {
        let undeclared = Sample.whole.replacing("xmlns:wp=\"http://wordpress.org/export/1.2/\"", with: "")
        #expect(try read(undeclared).items.map(\.id) == [7, 8, 9])
        let renamed = try read(
            Sample.export(
                """
                <item xmlns:w="http://wordpress.org/export/1.2/"><w:post_id>1</w:post_id>
                <wp:post_id>2</wp:post_id></item>
                <item xmlns:wp="http://elsewhere.example/"><wp:post_id>3</wp:post_id>
                <wp:postmeta><wp:meta_key>a</wp:meta_key></wp:postmeta></item>
                <item><post_id xmlns="http://wordpress.org/export/1.2/">4</post_id></item>
                """))
        #expect(renamed.items.map(\.id) == [1, nil, 4])
        #expect(renamed.items[1].meta.isEmpty)
    }

    @Test("blanks around a CDATA section are layout, inside of it they are text")
    func blanks() throws {
        let sections = Sample.item(1, content: "\n  <![CDATA[ a ]]><![CDATA[b\n]]>\n")
        let reading = try read(Sample.export(sections + Sample.item(2, content: " c ")))
        #expect(reading.items.map(\.content) == [" a b\n", " c "])
    }

    @Test("an item over the limit is left out by name, and the rest goes on")
    func oversized() throws {
        var limits = ImportLimits()
        limits.textBytes = 1000
        let long = "<![CDATA[" + String(repeating: "x", count: 1001) + "]]>"
        let reading = try read(Sample.export(Sample.item(1, content: long) + Sample.item(2)), limits: limits)
        guard case .oversized(let record)? = reading.records.dropFirst().first else {
            Issue.record("no record of the oversized item")
            return
        }
        #expect(record.title == "Item 1" && record.limit == 1000 && record.what == "item")
        #expect(reading.items.map(\.id) == [2])
    }

    @Test("an item of many small pieces is held to its limit, too")
    func manyPieces() throws {
        var limits = ImportLimits()
        limits.itemBytes = 10_000
        let fields = String(repeating: "<wp:postmeta><wp:meta_key>a</wp:meta_key></wp:postmeta>", count: 1000)
        let reading = try read(Sample.export("<item>\(fields)</item>" + Sample.item(2)), limits: limits)
        #expect(reading.records.map(\.kind) == ["blog", "oversized", "item"])
        #expect(reading.items.map(\.content) == ["words"])
    }

    @Test("a text of nothing but brackets comes whole")
    func brackets() throws {
        let brackets = String(repeating: "]", count: 200_000)
        let reading = try read(Sample.export(Sample.item(1, content: "<![CDATA[\(brackets)]]>")))
        #expect(reading.items[0].content == brackets)
    }

    @Test("a text of megabytes in one section comes whole")
    func longText() throws {
        let long = String(repeating: "0123456789ä]]\n", count: 450_000)
        let reading = try read(Sample.export(Sample.item(1, content: "<![CDATA[\(long)]]>")))
        #expect(reading.items[0].content == long)
        #expect(reading.summary.mendings.isEmpty)
    }

    @Test("several parts are read one after the other, and each tells of the blog")
    func parts() throws {
        let first = Array(Sample.export(Sample.item(1)).utf8)
        let second = Array(Sample.export(Sample.item(2)).utf8)
        var kinds: [String] = []
        var progress: [ReadProgress] = []
        let reader = WXRReader(parts: [part(first, name: "1.xml"), part(second, name: "2.xml")])
        let summary = try reader.read(progress: { progress.append($0) }) { kinds.append($0.kind) }
        #expect(kinds == ["blog", "item", "blog", "item"])
        #expect(summary.wholeItems == 2 && summary.bytes == first.count + second.count)
        #expect(progress.last?.items == 2 && progress.last?.bytes == summary.bytes)
        #expect(progress.last?.totalBytes == summary.bytes && progress.last?.part == "2.xml")
    }

    @Test("what the caller throws ends the pass as it is")
    func callerThrows() {
        struct Enough: Error {}
        #expect(throws: Enough.self) {
            try WXRReader(parts: [part(Array(Sample.whole.utf8))]).read { _ in throw Enough() }
        }
    }
}

extension ExportRecord {
    var kind: String {
        switch self {
        case .blog: "blog"
        case .author: "author"
        case .term: "term"
        case .item: "item"
        case .oversized: "oversized"
        }
    }
}
