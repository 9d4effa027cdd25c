import DatabaseSupport
import ExportSupport
import Foundation
import Model
import Publishing
import Store
import Testing

@Suite("What belongs to items, and the addresses that lead to them")
struct ImportedLinksTests {
    @Test("a featured image may come before or after the post that names it")
    func featuredImage() async throws {
        let blog = try await ImportFixture()
        try await blog.take(
            Export([
                Item(7, "one") { $0.meta = [(key: "_thumbnail_id", value: "12")] },
                Item(12, "picture", kind: "attachment") { $0.status = "inherit" },
                Item(8, "two") { $0.meta = [(key: "_thumbnail_id", value: "12")] },
                Item(9, "three") { $0.meta = [(key: "_thumbnail_id", value: "99")] },
            ]))
        let image = try await blog.post(12).post.id
        #expect(try await blog.post(7).post.featuredImage == image)
        #expect(try await blog.post(8).post.featuredImage == image)
        #expect(try await blog.post(9).post.featuredImage == nil)
    }

    @Test("a menu becomes navigation with its hierarchy, order and labels")
    func menu() async throws {
        func entry(
            _ number: Int64, _ label: String, order: Int, under parent: Int64 = 0, type: String, object: Int64 = 0,
            url: String = ""
        ) -> Item {
            Item(number, "", kind: "nav_menu_item", title: label) {
                $0.menuOrder = order
                $0.terms = [.init("nav_menu", "main-menu", "Main menu")]
                $0.meta = [
                    (key: "_menu_item_type", value: type), (key: "_menu_item_object_id", value: String(object)),
                    (key: "_menu_item_menu_item_parent", value: String(parent)),
                    (key: "_menu_item_url", value: url),
                ]
            }
        }
        var export = Export([
            entry(22, "", order: 2, under: 21, type: "post_type", object: 8),
            entry(21, "Us", order: 1, type: "post_type", object: 7),
            entry(23, "", order: 3, type: "taxonomy", object: 5),
            entry(24, "Elsewhere", order: 4, type: "custom", url: "https://elsewhere.example/"),
            entry(25, "Here", order: 5, type: "custom", url: "https://days.example/2012/"),
            entry(26, "Lost", order: 6, type: "post_type", object: 99),
            Item(7, "about", kind: "page", title: "About us"), Item(8, "team", kind: "page", title: "The team"),
        ])
        export.terms = [.init(id: 5, taxonomy: "category", slug: "cold-war", name: "Cold War")]
        let blog = try await ImportFixture()
        try await blog.take(export)
        let (menus, items) = try await blog.read { tx, site in
            (try tx.menus(site: site.id), try tx.navigation(menu: "main-menu", site: site.id))
        }
        #expect(menus.map(\.menu) == ["main-menu"] && menus.map(\.location) == ["primary"])
        #expect(items.map(\.label) == ["Us", "The team", "Cold War", "Elsewhere", "Here"])
        #expect(items.map(\.parent) == [nil, items.first?.id, nil, nil, nil])
        let targets = items.map { item in
            switch item.target {
            case .path(let path): path
            case .term(let term): term.slug
            case .url(let url): url
            }
        }
        #expect(targets == ["/about/", "/team/", "cold-war", "https://elsewhere.example/", "/2012/"])
    }

    @Test("the page that stood at the blog's root stands there again")
    func frontPage() async throws {
        let blog = try await ImportFixture()
        try await blog.take(
            Export([Item(7, "welcome", kind: "page") { $0.link = "https://days.example/" }, Item(8, "one")]))
        let site = try await blog.read { _, site in site }
        #expect(site.frontPage == (try await blog.post(7).post.id))
        #expect(try await blog.number(at: "/") == 7)
    }

    @Test("a reusable block is rendered where it is used, wherever it stands in the file")
    func reusableBlock() async throws {
        let blog = try await ImportFixture()
        try await blog.take(
            Export([
                Item(7, "one", content: "<!-- wp:block {\"ref\":30} /-->"),
                Item(
                    30, "notice", kind: "wp_block",
                    content: "<!-- wp:paragraph --><p>Again and again.</p><!-- /wp:paragraph -->"),
            ]))
        let body = try await blog.post(7).body
        #expect(body.pages.first?.markup.contains("<p>Again and again.</p>") == true)
        #expect(body.source == "<!-- wp:block {\"ref\":30} /-->")
    }

    @Test("custom fields and enclosures are kept in their order")
    func fields() async throws {
        let blog = try await ImportFixture()
        let enclosure = "https://days.example/speech.mp3\n1234\naudio/mpeg\n"
        try await blog.take(
            Export([
                Item(7, "one") {
                    $0.meta = [
                        (key: "source", value: "Pravda"), (key: "enclosure", value: enclosure),
                        (key: "_yoast_wpseo_title", value: "A title for engines"), (key: "source", value: "Times"),
                    ]
                },
                Item(8, "two") {
                    $0.extra =
                        "<enclosure url=\"https://days.example/two.mp3\" length=\"9\" type=\"audio/mpeg\"/>"
                        + "<enclosure url=\"https://days.example/three.mp3\" length=\"\" type=\"audio/mpeg\"/>"
                },
            ]))
        let (one, two) = (try await blog.post(7).post.id, try await blog.post(8).post.id)
        let kept = try await blog.read { tx, _ in try tx.meta(of: one) }
        #expect(kept.map(\.key) == ["source", "enclosure", "_yoast_wpseo_title", "source"])
        #expect(kept.map(\.value) == ["Pravda", enclosure, "A title for engines", "Times"])
        let made = try await blog.read { tx, _ in try tx.meta(of: two) }
        #expect(
            made == [
                MetaEntry(key: "enclosure", value: "https://days.example/two.mp3\n9\naudio/mpeg"),
                MetaEntry(key: "enclosure", value: "https://days.example/three.mp3\n\naudio/mpeg"),
            ])
    }

    @Test("former slugs lead to the post")
    func oldSlugs() async throws {
        let blog = try await ImportFixture()
        try await blog.take(
            Export([
                Item(7, "the-speech") {
                    $0.meta = [
                        (key: "_wp_old_slug", value: "a-speech"), (key: "_wp_old_slug", value: "eine-r%c3%a4de"),
                    ]
                },
                Item(8, "other"),
            ]))
        #expect(try await blog.number(at: "/2012/02/25/a-speech/") == 7)
        #expect(try await blog.number(at: "/2012/02/25/eine-r%C3%A4de/") == 7)
        #expect(try await blog.number(at: "/2012/02/25/eine-räde") == 7)
        #expect(try await blog.number(at: "/2012/02/25/other/") == 8)
    }

    @Test("slugs that WordPress percent-encoded are found in either spelling")
    func percentEncoded() async throws {
        let blog = try await ImportFixture()
        try await blog.take(Export([Item(7, "%d1%80%d0%b5%d1%87%d1%8c")]))
        let full = try await blog.post(7)
        #expect(full.post.slug == "речь")
        #expect(full.path == "/2012/02/25/%d1%80%d0%b5%d1%87%d1%8c/")
        #expect(try await blog.number(at: "/2012/02/25/%D1%80%D0%B5%D1%87%D1%8C") == 7)
        #expect(try await blog.number(at: "/2012/02/25/речь/") == 7)
        #expect(try await blog.number(at: "/2012/02/25/Речь/") == 7)
    }

    @Test(
        "the permalinks are recognised and kept",
        arguments: ["/%postname%/", "/%year%/%monthnum%/%postname%/", "/archives/%post_id%", "/%category%/%postname%/"])
    func permalinks(structure: String) async throws {
        let blog = try await ImportFixture()
        let items = (Int64(1)...4).map { number in
            Item(number, "slug-\(number)") { item in
                item.terms = [.init("category", "history", "History")]
                item.date = "2012-0\(number)-1\(number) 08:00:00"
                let path = PermalinkStructure(rawValue: structure).path(
                    for: .init(
                        date: LocalDateTime(item.date)!, slug: item.slug, number: number, categoryPath: "history",
                        author: "clio"))
                item.link = "https://days.example\(path)"
            }
        }
        let report = try await blog.take(Export(items))
        #expect(report.permalinks == structure)
        #expect(try await blog.read { _, site in site.permalinks.rawValue } == structure)
        for item in items {
            let path = try #require(item.link).dropFirst("https://days.example".count)
            #expect(try await blog.number(at: String(path)) == item.number)
        }
    }

    @Test("doubled slashes in an item's link are one, so that no address of this site reads as another host")
    func doubledSlashes() async throws {
        let blog = try await ImportFixture()
        let link = "https://days.example//greek//one/"
        try await blog.take(Export([Item(7, "one", kind: "page") { $0.link = link }]))
        #expect(try await blog.number(at: "/greek/one/") == 7)
        let post = try await blog.post(7).post.id
        #expect(try await blog.read { tx, _ in try tx.canonicalPath(of: post) } == "/greek/one/")
    }

    @Test("terms keep their hierarchy, whichever comes first, and a loop among them is undone")
    func terms() async throws {
        var export = Export([
            Item(7, "one") { $0.terms = [.init("category", "c", "C"), .init("genre", "letter", "Letter")] }
        ])
        export.terms = [
            .init(id: 3, taxonomy: "category", slug: "c", name: "C", parent: "b"),
            .init(id: 2, taxonomy: "category", slug: "b", name: "B", parent: "a"),
            .init(id: 1, taxonomy: "category", slug: "a", name: "A"),
            .init(id: 4, taxonomy: "category", slug: "x", name: "X", parent: "y"),
            .init(id: 5, taxonomy: "category", slug: "y", name: "Y", parent: "x"),
        ]
        let blog = try await ImportFixture()
        try await blog.take(export)
        #expect(try await blog.post(7).terms.map(\.slugs) == [["a", "b", "c"], ["letter"]])
        let loop = try await blog.read { tx, site in
            [
                try tx.term(.category, slug: "x", site: site.id)?.parent,
                try tx.term(.category, slug: "y", site: site.id)?.parent,
            ]
        }
        #expect(loop.contains(nil))
    }
}
