import Database
import DatabaseSupport
import Foundation
import Model
import SQLiteDatabase
import Search
import Store
import Testing

@Suite struct SearchTests {
    let fixture: StoreFixture

    init() async throws { fixture = try await StoreFixture() }

    @discardableResult
    private func post(
        _ title: String, _ text: String, minutes: Int64 = 0, _ change: (inout Post) -> Void = { _ in }
    ) async throws -> Post {
        var post = fixture.post("p\(UInt64(title.utf8.count))-\(minutes)", minutes: minutes)
        post.title = title
        change(&post)
        let wanted = post
        return try await fixture.database.write { tx in
            try tx.insert(wanted, body: Self.body(text), origin: .here, at: StoreFixture.now)
        }
    }

    private static func body(_ text: String) -> PostBody {
        PostBody(
            source: text, sourceFormat: .wordpress, excerptSource: "", pages: [SafeHTML(stored: "<p>\(text)</p>")],
            excerpt: "", sanitizerVersion: 1)
    }

    private func comment(
        _ reference: Int64, _ text: String, under parent: Int64? = nil, status: Model.Comment.Status = .approved
    ) -> NewComment {
        var comment = fixture.comment(reference, under: parent, status: status)
        comment.html = SafeHTML(stored: "<p>\(text)</p>")
        return comment
    }

    private func add(_ comments: [NewComment], to post: Post) async throws -> [Int64: InsertedComment] {
        let site = fixture.site.id
        return try await fixture.database.write { tx in
            try tx.insertThread(of: post.id, site: site, comments, at: StoreFixture.now)
        }
    }

    private func found(_ words: String, limit: Int = 100) async throws -> [Post.ID] {
        try await hits(words, limit: limit).map(\.post)
    }

    private func hits(_ words: String, limit: Int = 100) async throws -> [SearchHit] {
        let site = fixture.site.id
        return try await fixture.read { tx in try tx.search(SearchQuery(words), site: site, limit: limit).hits }
    }

    private func gaps() async throws -> [Int] {
        let gaps = try await fixture.read { tx in try tx.searchGaps() }
        return [gaps.missing, gaps.hidden]
    }

    @Test("the title counts more than the text, the text more than a comment, the newer more than the older")
    func ranking() async throws {
        let filler = "words of no matter at all stand here and there in a text that goes on"
        let old = try await post("One", "\(filler) harbour", minutes: 1)
        let inComment = try await post("Two", filler, minutes: 2)
        let inTitle = try await post("The harbour", filler, minutes: 3)
        let new = try await post("Four", "\(filler) harbour", minutes: 4_000_000)
        for number in 5..<20 { try await post("Other \(number)", filler, minutes: Int64(number)) }
        let comments = try await add([comment(1, "about that harbour"), comment(2, "about nothing")], to: inComment)
        #expect(try await found("harbour") == [inTitle.id, new.id, old.id, inComment.id])
        #expect(try await hits("harbour").map(\.comment) == [nil, nil, nil, comments[1]?.id])
    }

    @Test("all words have to be there, phrases as they are, no excluded one, and the last may be a beginning")
    func language() async throws {
        let one = try await post("Speech", "a secret speech in Moscow")
        let two = try await post("Other", "the speech was no secret", minutes: 1)
        #expect(try await Set(found("secret speech")) == [one.id, two.id])
        #expect(try await found("\"secret speech\"") == [one.id])
        #expect(try await found("speech -moscow") == [two.id])
        #expect(try await found("speech mosc") == [one.id])
        #expect(try await found("mosc speech") == [])
        #expect(try await found("-moscow") == [])
        _ = try await add([comment(1, "a speech that I heard")], to: one)
        #expect(try await found("heard") == [one.id])
        #expect(try await found("heard -moscow") == [])
    }

    @Test("words of any script are found in any spelling")
    func scripts() async throws {
        let german = try await post("Umlaute", "Die Straße nach München über Köln")
        let russian = try await post("Оттепель", "Съезд собрался в феврале; ёлки стояли в Москве", minutes: 1)
        let chinese = try await post("解冻", "一九五六年在莫斯科召开了大会", minutes: 2)
        let arabic = try await post("الخطاب", "أَلقى خروتشوف خطابًا في موسكو", minutes: 3)
        let french = try await post("Été", "l’homme de l'État", minutes: 4)
        for (words, expected) in [
            ("strasse", german), ("MUNCHEN", german), ("köln", german), ("елки", russian), ("МОСКВЕ", russian),
            ("съез", russian), ("大会", chinese), ("莫斯科", chinese), ("雪", nil), ("科", chinese), ("解", chinese),
            ("القى", arabic), ("خطابا", arabic), ("homme", french), ("etat", french), ("l'homme", french), ("科莫", nil),
        ] as [(String, Post?)] {
            #expect(try await found(words) == [expected?.id].compactMap(\.self), "\(words)")
        }
    }

    @Test("of more matches than are weighed the newest are, and every title")
    func capped() async throws {
        let title = try await post("Harbour", "of old")
        for number in 1..<30 { try await post("Other \(number)", "the harbour", minutes: Int64(number)) }
        let site = fixture.site.id
        let found = try await fixture.read { tx in try tx.search(SearchQuery("harbour"), site: site, limit: 10) }
        #expect(found.isCapped)
        #expect(found.hits.first?.post == title.id)
        #expect(found.hits.count == 11)
    }

    @Test("what is hidden is not found, and comes back with the post", arguments: ["trash", "draft", "password"])
    func hiding(how: String) async throws {
        var post = try await post("Visible", "harbour")
        let comments = try await add(
            [comment(1, "lighthouse"), comment(2, "beacon", under: 1), comment(3, "lantern", status: .held)], to: post)
        #expect(comments.count == 3)
        func change(_ alter: (inout Post) -> Void) async throws {
            alter(&post)
            let changed = post
            try await fixture.database.write { tx in try tx.update(changed, at: StoreFixture.now) }
        }
        for _ in 0..<2 {
            for word in ["harbour", "lighthouse", "beacon", "visible"] { #expect(try await found(word) == [post.id]) }
            #expect(try await found("lantern") == [])
            #expect(try await gaps() == [0, 0])
            switch how {
            case "trash": try await change { $0.status = .trash }
            case "draft": try await change { $0.status = .draft }
            default: try await change { $0.password = "sesame" }
            }
            for word in ["harbour", "lighthouse", "beacon", "visible"] { #expect(try await found(word) == []) }
            let rows = try await fixture.read { tx in
                try tx.all("SELECT rowid FROM post_words UNION ALL SELECT rowid FROM comment_words") { $0.int64(0) }
            }
            #expect(rows == [])
            #expect(try await gaps() == [0, 0])
            try await change {
                $0.status = .published
                $0.password = nil
            }
        }
    }

    @Test("a comment is found while it is shown, and its thread with the comment at its top")
    func comments() async throws {
        let post = try await post("Post", "words")
        let thread = try await add([comment(1, "lighthouse"), comment(2, "beacon", under: 1)], to: post)
        let top = try #require(thread[1]).id
        let answer = try #require(thread[2]).id
        let site = fixture.site.id
        func set(_ status: Model.Comment.Status, _ id: Model.Comment.ID) async throws {
            try await fixture.database.write { tx in
                try tx.setStatus(status, of: id, site: site, at: StoreFixture.now)
            }
        }
        try await set(.held, top)
        #expect(try await found("lighthouse") == [])
        #expect(try await found("beacon") == [])
        try await set(.approved, top)
        #expect(try await hits("beacon").map(\.comment) == [answer])
        try await set(.spam, answer)
        #expect(try await found("beacon") == [])
        #expect(try await found("lighthouse") == [post.id])
        let revised = comment(1, "lantern")
        try await fixture.database.write { tx in try tx.revise(top, as: revised, site: site, at: StoreFixture.now) }
        #expect(try await found("lighthouse") == [])
        #expect(try await found("lantern") == [post.id])
        #expect(try await gaps() == [0, 0])
    }

    @Test("a changed text is found by its new words only")
    func changing() async throws {
        var post = try await post("Before", "harbour")
        post.title = "After"
        let changed = post
        try await fixture.database.write { tx in
            try tx.update(changed, body: Self.body("lighthouse"), at: StoreFixture.now)
        }
        #expect(try await found("harbour") == [])
        #expect(try await found("before") == [])
        #expect(try await found("lighthouse after") == [post.id])
    }

    @Test("attachments and what a plugin kept are not found")
    func kinds() async throws {
        try await post("Picture harbour", "harbour") { $0.kind = .attachment }
        try await post("Menu harbour", "harbour", minutes: 1) { $0.kind = Post.Kind(rawValue: "nav_menu_item") }
        let page = try await post("Page", "harbour", minutes: 2) { $0.kind = .page }
        #expect(try await found("harbour") == [page.id])
    }

    @Test("the words of a deleted post are in no file of the database once the index is tidied")
    func erasure() async throws {
        for number in 0..<300 { try await post("Other \(number)", "harbour words \(number)", minutes: Int64(number)) }
        let post = try await post("Xylophonist", "quintessentially", minutes: 900)
        _ = try await add([comment(1, "zephyrous")], to: post)
        let words = ["xylophonist", "quintessentially", "zephyrous"]
        #expect(try await found("xylophonist quintessentially") == [post.id])
        try await fixture.database.writeAlone { tx in
            try tx.run("DELETE FROM comment WHERE post_id = \(post.id)")
            try tx.run("DELETE FROM event")
            try tx.run("DELETE FROM post WHERE id = \(post.id)")
        }
        try await fixture.database.tidySearch()
        try await fixture.database.close()
        for name in try FileManager.default.contentsOfDirectory(atPath: fixture.folder.url.path) {
            let bytes = try Data(contentsOf: fixture.folder.url.appending(path: name))
            let text = String(decoding: bytes, as: UTF8.self).lowercased()
            for word in words { #expect(!text.contains(word), "\(word) in \(name)") }
            if name == "thaw.sqlite" { #expect(text.contains("harbour")) }
        }
    }

    @Test("a database from before there was search is filled when it is brought up to date")
    func filling() async throws {
        let folder = try TemporaryFolder()
        let database = try SQLiteDatabase(path: folder.path("thaw.sqlite"))
        try await database.migrate(at: StoreFixture.now)
        let post = fixture.post("one", minutes: 0)
        let answer = comment(1, "lighthouse")
        try await database.writeAlone { tx in
            let site = try tx.insert(Site(id: .unassigned, title: "T"))
            for number in 0..<250 {
                var post = post
                post.slug = "p\(number)"
                let stored = try tx.insert(
                    post, body: Self.body("harbour \(number)"), origin: .here, at: StoreFixture.now)
                if number == 0 { _ = try tx.insertThread(of: stored.id, site: site.id, [answer], at: StoreFixture.now) }
            }
            for table in ["post_words", "comment_words", "search_waiting"] {
                var drop: SQL = ""
                drop.text = "DROP TABLE \(table)"
                try tx.run(drop)
            }
            try tx.run("DROP TRIGGER post_words_gone")
            try tx.run("DROP TRIGGER comment_words_gone")
            // What came after search is undone with it: steps go forward only.
            try tx.run("ALTER TABLE discussion DROP COLUMN mails_new")
            try tx.run("ALTER TABLE discussion DROP COLUMN mails_held")
            try tx.run("DROP TABLE term_alias")
            try tx.run("ALTER TABLE site DROP COLUMN full_feeds")
            try tx.run("ALTER TABLE site DROP COLUMN is_hidden")
            try tx.run("DROP TABLE account_link")
            try tx.run("DROP TABLE session")
            try tx.run("DROP TABLE credential")
            try tx.run("DROP INDEX comment_email")
            for index in ["comment_identity", "comment_address", "comment_rejected", "event_at"] {
                var drop: SQL = ""
                drop.text = "DROP INDEX \(index)"
                try tx.run(drop)
            }
            try tx.run("ALTER TABLE comment DROP COLUMN status_at")
            try tx.run("ALTER TABLE post_body DROP COLUMN cited")
            try tx.run("ALTER TABLE post DROP COLUMN browser_likes")
            try tx.run("ALTER TABLE comment DROP COLUMN identity_id")
            try tx.run("DROP TABLE discussion")
            try tx.run("DROP TABLE comment_version")
            try tx.run("DROP TABLE submission")
            try tx.run("DROP INDEX comment_state")
            try tx.run("ALTER TABLE comment DROP COLUMN source_format")
            try tx.run("DROP TABLE job")
            for column in ["date_format", "theme", "icon", "default_category", "style_version", "counts_views"] {
                var drop: SQL = ""
                drop.text = "ALTER TABLE site DROP COLUMN \(column)"
                try tx.run(drop)
            }
            for table in [
                "link_place", "link", "link_host", "link_checking", "citing", "source", "citation_style", "post_event",
                "chronicle", "akismet", "akismet_check", "filter_day", "judgement", "lesson",
                "spam_filter", "retention", "liking",
                "comment_liking", "passkey",
                "reader_session", "login_attempt",
                "provider_client", "identity_provider",
                "identity",
                "post_view",
                "program_token", "program_call", "one_time_code", "recovery_code", "site_style", "news",
                "told",
                "followed_post", "subscriber",
                "post_revision", "post_autosave",
                "post_preview",
                "post_trash",
            ] {
                var drop: SQL = ""
                drop.text = "DROP TABLE \(table)"
                try tx.run(drop)
            }
            try tx.run("DROP INDEX post_body_rendering")
            try tx.run("DROP TABLE medium_copy")
            try tx.run("ALTER TABLE medium DROP COLUMN content_hash")
            try tx.run("ALTER TABLE medium DROP COLUMN bytes")
            try tx.run("DELETE FROM schema_migration WHERE version > 1")
        }
        try await database.migrate(at: StoreFixture.now)
        let (gaps, found, comments) = try await database.read { tx in
            let site = try #require(try tx.site()).id
            let gaps = try tx.searchGaps()
            return (
                [gaps.missing, gaps.hidden],
                try tx.search(SearchQuery("harbour"), site: site, limit: 1000).hits.count,
                try tx.search(SearchQuery("lighthouse"), site: site, limit: 1000).hits.count
            )
        }
        #expect(gaps == [0, 0])
        #expect(found == 250)
        #expect(comments == 1)
        try await database.writeAlone { tx in try tx.run("DELETE FROM post_words") }
        #expect(try await database.read { tx in try tx.searchGaps().missing } == 250)
        try await database.rebuildSearch()
        #expect(try await database.read { tx in try tx.searchGaps().missing } == 0)
        try await database.close()
    }

    @Test("titles near some words, the nearest first")
    func nearest() async throws {
        let both = try await post("The secret speech", "x")
        let one = try await post("A speech of no importance whatsoever", "x", minutes: 1)
        try await post("Other", "secret speech", minutes: 2)
        let site = fixture.site.id
        let ids = try await fixture.read { tx in
            try tx.nearestTitles(to: SearchQuery("secret speech"), site: site, limit: 5, weighed: 100)
        }
        #expect(ids == [both.id, one.id])
    }
}
