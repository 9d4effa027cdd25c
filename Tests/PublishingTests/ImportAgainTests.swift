import Database
import ExportSupport
import Model
import Publishing
import Store
import Testing

@Suite("A blog is imported again")
struct ImportAgainTests {
    private static let export: Export = {
        var export = Export([
            Item(7, "a-speech") {
                $0.comments = [
                    Response(21), Response(22, under: 21), Response(23, approved: "0"), Response(25, type: "pingback"),
                ]
                $0.terms = [.init("category", "cold-war", "Cold War")]
                $0.meta = [(key: "_thumbnail_id", value: "12")]
            },
            Item(8, "another"),
            Item(9, "about", kind: "page"),
            Item(10, "team", kind: "page") { $0.parent = 9 },
            Item(12, "speech", kind: "attachment") {
                $0.status = "inherit"
                $0.parent = 7
            },
            Item(13, "", kind: "nav_menu_item", title: "About us") {
                $0.terms = [.init("nav_menu", "main", "Main")]
                $0.meta = [
                    (key: "_menu_item_type", value: "post_type"), (key: "_menu_item_object_id", value: "9"),
                ]
            },
        ])
        export.terms = [.init(id: 5, taxonomy: "category", slug: "cold-war", name: "Cold War")]
        return export
    }()

    @Test("the same file again changes nothing at all")
    func same() async throws {
        let blog = try await ImportFixture()
        let first = try await blog.take(Self.export)
        let before = try await blog.everything()
        let second = try await blog.take(Self.export, now: ImportFixture.now.adding(seconds: 3600))
        #expect(try await blog.everything() == before)
        #expect(second.taken.isEmpty && second.updated.isEmpty && second.conflicts.isEmpty && second.notes.isEmpty)
        #expect(second.alreadyThere == first.taken)
    }

    @Test("a database that holds something is copied first")
    func backup() async throws {
        let blog = try await ImportFixture()
        #expect(try await blog.take(Self.export).backup == nil)
        let report = try await blog.take(Self.export)
        #expect(report.backup != nil && blog.copies == [report.backup])
        #expect(try await blog.take(Self.export, dryRun: true).backup == nil)
    }

    @Test("a category renamed there is renamed here, unless it was renamed here too")
    func terms() async throws {
        let blog = try await ImportFixture()
        try await blog.take(Self.export)
        var newer = Self.export
        newer.terms[0].name = "The Cold War"
        #expect(try await blog.take(newer, dryRun: true).updated == ["category": 1])
        #expect(try await blog.take(newer).updated == ["category": 1])
        #expect(try await blog.read { try $0.term(.category, slug: "cold-war", site: $1.id)?.name } == "The Cold War")
        try await blog.write { tx, site in
            guard var term = try tx.term(.category, slug: "cold-war", site: site.id) else { return }
            term.name = "Mine"
            try tx.update(term, at: ImportFixture.now)
        }
        newer.terms[0].name = "Another"
        let report = try await blog.take(newer)
        #expect(report.updated.isEmpty)
        #expect(report.conflicts.map(\.key) == ["cold-war"])
        #expect(try await blog.read { try $0.term(.category, slug: "cold-war", site: $1.id)?.name } == "Mine")
    }

    @Test("an author renamed there is renamed here, unless that was done here too")
    func authors() async throws {
        let blog = try await ImportFixture()
        try await blog.take(Self.export)
        var newer = Self.export
        newer.authors[0].name = "Clio Moore"
        #expect(try await blog.take(newer, dryRun: true).updated == ["author": 1])
        #expect(try await blog.take(newer).updated == ["author": 1])
        #expect(try await blog.take(newer).updated.isEmpty)
        let renamed = try await blog.read { try $0.account(login: "clio", site: $1.id) }
        #expect(renamed?.displayName == "Clio Moore" && renamed?.slug == "clio")
        try await blog.write { tx, site in
            guard var account = try tx.account(login: "clio", site: site.id) else { return }
            account.displayName = "Mine"
            try tx.update(account, at: ImportFixture.now)
        }
        newer.authors[0].name = "Another"
        for dryRun in [true, false] {
            let report = try await blog.take(newer, dryRun: dryRun)
            #expect(report.updated.isEmpty)
            #expect(report.conflicts.map(\.key) == ["clio"])
        }
        #expect(try await blog.read { try $0.account(login: "clio", site: $1.id)?.displayName } == "Mine")
        newer.authors[0].name = "Mine"
        #expect(try await blog.take(newer).conflicts.isEmpty)
    }

    @Test("a newer export brings new posts and comments, and changes what changed there")
    func newer() async throws {
        let blog = try await ImportFixture()
        try await blog.take(Self.export)
        var newer = Self.export
        newer.items[0].comments.append(Response(24, under: 22, content: "New."))
        newer.items[1].content = "Other words."
        newer.items[1].title = "Another title"
        newer.items.append(Item(30, "brand-new"))
        let report = try await blog.take(newer)
        #expect(report.taken == ["post": 1, "comment": 1])
        #expect(report.updated == ["post": 1])
        #expect(report.conflicts.isEmpty)
        #expect(try await blog.thread(7) == ["21", "-22", "--24"])
        let changed = try await blog.post(8)
        #expect(changed.post.title == "Another title")
        #expect(changed.body.pages.first?.markup.contains("Other words.") == true)
        #expect(try await blog.number(at: "/2012/02/25/brand-new/") == 30)
        #expect(try await blog.take(newer).updated.isEmpty)
    }

    @Test("what was edited here is left, and the conflict is reported with number and place")
    func conflict() async throws {
        let blog = try await ImportFixture()
        try await blog.take(Self.export)
        try await blog.write { tx, site in
            guard var post = try tx.post(number: 8, site: site.id) else { throw Missing(what: "post 8") }
            post.title = "Edited here"
            try tx.update(post, at: ImportFixture.now)
        }
        // Unchanged there: nothing to report.
        let same = try await blog.take(Self.export)
        #expect(same.conflicts.isEmpty && same.updated.isEmpty)

        var newer = Self.export
        newer.items[1].content = "Edited there."
        newer.items[1].comments = [Response(40)]
        let report = try await blog.take(newer)
        #expect(report.conflicts.map(\.key) == ["8"])
        let place = try #require(report.conflicts.first?.place)
        let lines = newer.text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[place.line - 1].hasPrefix("<item>"))
        #expect(lines[place.line].contains("About another"))
        let full = try await blog.post(8)
        #expect(full.post.title == "Edited here" && full.body.source == "Words.")
        // What readers said in the meantime comes all the same.
        #expect(try await blog.thread(8) == ["40"])
    }

    @Test("what was deleted here stays deleted")
    func deleted() async throws {
        let blog = try await ImportFixture()
        try await blog.take(Self.export)
        try await blog.write { tx, site in
            guard let post = try tx.post(number: 8, site: site.id) else { throw Missing(what: "post 8") }
            try tx.run("DELETE FROM post WHERE id = \(post.id)")
            try tx.run("DELETE FROM comment WHERE site_id = \(site.id) AND number = 23")
        }
        var newer = Self.export
        newer.items[1].content = "Edited there."
        let report = try await blog.take(newer)
        #expect(try await blog.numbers() == [7, 9, 10, 12, 13])
        #expect(Set(report.leftOut.map(\.key)) == ["8", "23"])
        #expect(report.leftOut.allSatisfy { $0.reason == "it was deleted here" })
        await #expect(throws: Missing.self) { try await blog.comment(23) }
    }

    @Test("what was put into the trash here stays there")
    func trashed() async throws {
        let blog = try await ImportFixture()
        try await blog.take(Self.export)
        try await TrashPost(blog.database, actor: "test").trash(number: 8, now: ImportFixture.now)
        try await blog.take(Self.export)
        #expect(try await blog.post(8).post.status == .trash)
    }

    @Test("a comment that was approved there is approved here")
    func approved() async throws {
        let blog = try await ImportFixture()
        try await blog.take(Self.export)
        var newer = Self.export
        newer.items[0].comments[2].approved = "1"
        let report = try await blog.take(newer)
        #expect(report.updated == ["comment": 1])
        #expect(try await blog.comment(23).status == .approved)
        #expect(try await blog.post(7).post.commentCount == 3)
    }

    @Test("a comment that was moderated here stays so, and is a conflict when it changed there too")
    func moderated() async throws {
        let blog = try await ImportFixture()
        try await blog.take(Self.export)
        try await blog.write { tx, site in
            let id = try tx.first("SELECT id FROM comment WHERE site_id = \(site.id) AND number = 23") {
                Model.Comment.ID($0.int64(0))
            }
            guard let id else { throw Missing(what: "comment 23") }
            try tx.setStatus(.spam, of: id, site: site.id, at: ImportFixture.now)
        }
        #expect(try await blog.take(Self.export).conflicts.isEmpty)
        var newer = Self.export
        newer.items[0].comments[2].approved = "1"
        let report = try await blog.take(newer)
        #expect(report.conflicts.map(\.kind) == ["comment"])
        #expect(report.conflicts.map(\.key) == ["23"])
        #expect(try await blog.comment(23).status == .spam)
    }

    @Test("a page that moved under another parent, or to the top, is there too")
    func moved() async throws {
        let blog = try await ImportFixture()
        try await blog.take(Self.export)
        var newer = Self.export
        newer.items[3].parent = 0
        try await blog.take(newer)
        #expect(try await blog.post(10).post.parent == nil)
        newer.items[3].parent = 9
        try await blog.take(newer)
        #expect(try await blog.post(10).post.parent == blog.post(9).post.id)
    }

    @Test("an export of a part of the blog leaves the links between what it holds and what it does not")
    func part() async throws {
        let blog = try await ImportFixture()
        try await blog.take(Self.export)
        let image = try await blog.post(12).post.id
        #expect(try await blog.post(7).post.featuredImage == image)
        var part = Self.export
        part.items = [
            part.items[3].with {
                $0.content = "New words."
                $0.meta = [(key: "_thumbnail_id", value: "31")]
            },
            Item(31, "another-picture", kind: "attachment") { $0.status = "inherit" },
            part.items[0].with { $0.content = "New words." },
        ]
        try await blog.take(part)
        #expect(try await blog.post(10).post.parent == blog.post(9).post.id)
        #expect(try await blog.post(10).post.featuredImage == blog.post(31).post.id)
        #expect(try await blog.post(7).post.featuredImage == image)
        #expect(try await blog.read { tx, site in try tx.navigation(menu: "main", site: site.id).count } == 1)
    }

    @Test("a dry run writes nothing and reports what the real run then does")
    func dryRun() async throws {
        let blog = try await ImportFixture()
        let empty = try await blog.everything()
        let foreseen = try await blog.take(Self.export, dryRun: true)
        #expect(try await blog.everything() == empty)
        let done = try await blog.take(Self.export)
        #expect(foreseen.taken == done.taken)
        #expect(foreseen.timeZone == done.timeZone && foreseen.permalinks == done.permalinks)

        var newer = Self.export
        newer.items[1].content = "Other words."
        newer.items[0].comments[2].approved = "1"
        newer.items.append(Item(30, "brand-new", comments: [Response(50)]))
        let full = try await blog.everything()
        let second = try await blog.take(newer, dryRun: true)
        #expect(try await blog.everything() == full)
        let real = try await blog.take(newer)
        #expect(second.taken == real.taken)
        #expect(second.updated == real.updated)
        #expect(second.alreadyThere == real.alreadyThere)
    }
}
