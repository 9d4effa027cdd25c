import Conversation
import Database
import Foundation
import Jobs
import Mailing
import Model
import SQLiteDatabase
import SiteSupport
import Store
import Testing
import Web

@Suite("What is kept of readers")
struct OwnDataTests {
    private static let speech = DaysGoneBy.speech

    @Test("every column of every table with something of theirs has a purpose that they are told")
    func schema() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let named = Set(KeptData.allCases.flatMap(\.columns) + KeptData.structure)
            for table in KeptData.tables {
                let columns = try await site.database.read { tx in
                    try tx.all("SELECT name FROM pragma_table_info(\(table))") { $0.text(0) }
                }
                #expect(!columns.isEmpty, "\(table)")
                for column in columns where !named.contains("\(table).*") {
                    #expect(named.contains("\(table).\(column)"), "\(table).\(column) is kept for no purpose")
                }
            }
            // And nothing is told of columns that are not there.
            for name in named where !name.hasSuffix(".*") {
                let parts = name.split(separator: ".").map(String.init)
                let isThere = try await site.database.read { tx in
                    try tx.all("SELECT name FROM pragma_table_info(\(parts[0]))") { $0.text(0) }.contains(parts[1])
                }
                #expect(isThere, "\(name)")
            }
        }
    }

    @Test("the page says what is so: with everything off, and with everything on, in two languages")
    func truth() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            try await site.change { $0.likes = .off }
            let off = try await site.get("/privacy/comments/").text
            #expect(off.contains("How your comment data is processed") && off.contains("90 days"))
            for word in ["thaw-reader", "thaw-liked", "A mail relay", "Of an account that", "type=\"email\""] {
                #expect(!off.contains(word), "\(word)")
            }
            #expect(off.contains("Ask the owner of this site.") && off.contains("Erasing removes your comments."))
            #expect(try await site.get(Self.speech).text.contains("<a href=\"/privacy/comments/\">Learn how"))
            let owner = try await site.signUp(.owner)
            let saved = try await site.post(
                "/admin/privacy/", form: "addresses=7&spam=&log=30&backups=14&erasing=anonymizes", owner)
            #expect(saved.status == 303)
            let changed = try await site.get("/privacy/comments/").text
            #expect(
                changed.contains("7 days") && changed.contains("for 14 days more") && changed.contains("the words stay")
            )
            let wrong = try await site.post("/admin/privacy/", form: "addresses=0&erasing=other", owner)
            #expect(wrong.status == 422)
        }
        try await TestSite.run(DaysGoneBy.export) {
            $0.sendsMail = true
        } _: { site in
            try await site.change { $0.likes = .everybody }
            let now = site.clock.now
            try await site.database.write { tx in
                var home = try tx.site()!
                home.language = "ru"
                try tx.update(home, at: now)
                try tx.set(
                    StoredProvider(slug: "mastodon", preset: "mastodon", isOn: true), site: home.id, at: now)
            }
            let on = try await site.get("/privacy/comments/").text
            #expect(on.contains("Как обрабатываются данные ваших комментариев") && on.contains("90 дней"))
            for word in ["thaw-reader", "thaw-liked", "Почтовый сервер", "Mastodon", "type=\"email\""] {
                #expect(on.contains(word), "\(word)")
            }
        }
    }

    @Test("who is logged in sees all that is theirs, takes it along, and erases it after one question")
    func person() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let cookie = "Cookie: __Host-thaw-reader=\(try await site.readers(["Anna"])[0])"
            _ = try await site.post("\(Self.speech)comments/", form: "comment=My+own+words&signed=1", cookie)
            _ = try await site.post("\(Self.speech)likes/", form: "like=1", cookie)
            let mine = "/privacy/comments/mine/"
            #expect(try await site.get(mine).status == 403)
            let page = try await site.get(mine, cookie)
            #expect(page.text.contains("My own words") && page.text.contains("https://Anna.example"))
            #expect(page.field("cache-control") == "private, no-store")
            let file = try await site.get("\(mine)?json=1", cookie)
            let data = try JSONDecoder().decode(PersonalData.self, from: Data(file.body))
            #expect(data.comments.map(\.text) == ["My own words"] && data.likes == [TestSite.address + Self.speech])
            #expect(data.identities.first?.subject == "Anna")
            #expect(try await site.post(mine, form: "do=erase", cookie, "Sec-Fetch-Site: cross-site").status == 403)
            let asked = try await site.post(mine, form: "do=ask", cookie)
            #expect(asked.text.contains("This cannot be undone.") && asked.text.contains("My own words"))
            let done = try await site.post(mine, form: "do=erase", cookie)
            #expect(done.text.contains("It is erased.") && done.cookies.contains("__Host-thaw-reader="))
            #expect(try await site.get(mine, cookie).status == 403)
            #expect(try await !site.get(Self.speech).text.contains("likes this"))
            let left = try await site.database.read { tx in
                try tx.all("SELECT source || author_name || author_email FROM comment") { $0.text(0) }
                    + tx.all("SELECT name FROM identity") { $0.text(0) }
            }
            #expect(left.allSatisfy { !$0.contains("My own words") && !$0.contains("Anna") && !$0.contains("anna@") })
        }
    }

    @Test("an address is proven by mail, in the browser that asked, for an hour; nobody learns whether it is known")
    func address() async throws {
        try await TestSite.run(DaysGoneBy.export) {
            $0.sendsMail = true
        } _: { site in
            _ = try await site.post(
                "\(Self.speech)comments/", form: "comment=Guest+words&author=Cleo&email=cleo%40example.org")
            let known = try await site.post("/privacy/comments/", form: "email=cleo%40example.org")
            let unknown = try await site.post("/privacy/comments/", form: "email=nobody%40example.org")
            #expect(known.status == 303 && unknown.status == 303 && known.location == unknown.location)
            #expect(try await site.post("/privacy/comments/", form: "email=odd").status == 422)
            let mail = try #require(try await site.writtenMail().first { $0.to == "cleo@example.org" })
            let path = try #require(mail.text.firstMatch(of: /https:\/\/days\.example(\/privacy\/[^\s]+)/)).1
            let cookie = "Cookie: \(try #require(known.cookie))"
            #expect(try await site.get(String(path)).status == 403)
            #expect(try await site.get(String(path), "Cookie: \(try #require(unknown.cookie))").status == 403)
            #expect(try await site.get(String(path), cookie).text.contains("Guest words"))
            _ = try await site.post(String(path), form: "do=erase", cookie)
            #expect(try await site.get(String(path), cookie).text.contains("Nothing is kept of you here."))
            site.clock.advance(seconds: 3601)
            #expect(try await site.get(String(path), cookie).status == 403)
        }
    }

    @Test("a response that was answered leaves its place, and those that stay lose the name alone")
    func places() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            try await site.change { $0.holding = .nobody }
            let cookie = "Cookie: __Host-thaw-reader=\(try await site.readers(["Anna"])[0])"
            let sent = try await site.post("\(Self.speech)comments/", form: "comment=First&signed=1", cookie)
            let number = try #require(sent.location?.split(separator: "-").last)
            _ = try await site.post(
                "\(Self.speech)comments/",
                form: "comment=Answer&author=Bob&email=b%40b.example&comment_parent=\(number)")
            let owner = try await site.signUp(.owner)
            _ = try await site.post("/admin/privacy/", form: "erasing=anonymizes", owner)
            let told = try await site.post("/admin/privacy/data/", form: "whose=\(number)", owner)
            #expect(told.field("content-type") == "application/json" && told.text.contains("First"))
            #expect(
                try await site.post("/admin/privacy/erase/", form: "whom=\(number)", owner).location?.hasSuffix(
                    "erased=1") == true)
            let page = try await site.get(Self.speech).text
            #expect(page.contains("First") && page.contains("Answer") && !page.contains(">Anna<"))
            #expect(try await site.post("/admin/privacy/erase/", form: "whom=nonsense", owner).status == 422)
        }
    }

    @Test("addresses, spam and the log are forgotten in time")
    func retention() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            _ = try await site.post("\(Self.speech)comments/", form: "comment=Kept&author=Bob&email=b%40b.example")
            let sent = try await site.post(
                "\(Self.speech)comments/", form: "comment=Junk&author=Eve&email=e%40b.example")
            let number = try #require(sent.location?.split(separator: "-").last.flatMap { Int64($0) })
            _ = try await ModerateComments(site.database, actor: "test").set(.spam, of: [number], now: site.clock.now)
            site.clock.advance(seconds: 91 * 86_400)
            try await site.forgetInTime()
            let (addresses, junk, networks, events) = try await site.database.read { tx in
                (
                    try tx.all("SELECT author_ip FROM comment WHERE author_ip <> ''") { $0.text(0) },
                    try tx.all("SELECT source FROM comment WHERE source = 'Junk'") { $0.text(0) },
                    try tx.all("SELECT network FROM submission WHERE network <> ''") { $0.text(0) },
                    try tx.all("SELECT id FROM event") { $0.int(0) }.count
                )
            }
            #expect(addresses.isEmpty && junk.isEmpty && networks.isEmpty && events > 0)
            site.clock.advance(seconds: 366 * 86_400)
            try await site.forgetInTime()
            let left = try await site.database.read { tx in try tx.all("SELECT id FROM event") { $0.int(0) }.count }
            #expect(left == 0)
        }
    }
}

extension TestSite {
    fileprivate func forgetInTime() async throws {
        _ = try await ForgetInTime(database).handler.run("", clock.now)
    }
}
