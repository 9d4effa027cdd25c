import Database
import LoopbackSupport
import Mailing
import Model
import SQLiteDatabase
import SiteSupport
import Store
import Subscriptions
import Testing
import Web

@Suite("Mail to readers who follow")
struct FollowingTests {
    private static let post = TestExport.smallPost

    /// A site with an owner; gives the owner's cookie along.
    private static func run(_ body: @escaping @Sendable (TestSite, String) async throws -> Void) async throws {
        try await TestSite.run(TestExport.small, { $0.sendsMail = true }) { site in
            let owner = try await site.signUp(.owner)
            try await body(site, owner)
        }
    }

    @discardableResult
    private static func respond(
        _ site: TestSite, _ name: String, _ text: String, follows: String = "", cookie: String = "X: y"
    ) async throws -> Answer {
        let form = "comment=\(text)&author=\(name)&email=\(name.lowercased())@example.org\(follows)"
        return try await site.post("\(post)comments/", form: form, cookie)
    }

    private static func approve(_ site: TestSite, _ number: Int, _ owner: String) async throws {
        let answer = try await site.post("/admin/comments/", form: "one=approved+\(number)", owner)
        #expect(answer.status == 303)
    }

    /// A reader who follows the post, confirmed; gives the path of their page.
    private static func follow(_ site: TestSite, _ name: String, owner: String, pace: String? = nil) async throws
        -> String
    {
        let answer = try await respond(site, name, "Mine", follows: "&subscribe_comments=1&subscribe_blog=1")
        #expect(answer.status == 303)
        let mail = try #require(try await site.writtenMail().first { $0.to == "\(name.lowercased())@example.org" })
        let path = try #require(mail.link)
        #expect(try await site.post(path, form: "do=confirm").status == 303)
        return path
    }

    @Test("what is asked for is confirmed by a mail, is told once it is approved, and not to who wrote it")
    func told() async throws {
        try await Self.run { site, owner in
            let form = try await site.get(Self.post).text
            #expect(form.contains("name=\"subscribe_comments\"") && form.contains("name=\"subscribe_blog\""))
            try await Self.respond(site, "Ann", "First", follows: "&subscribe_comments=1")
            let asked = try await site.writtenMail().filter { $0.to == "ann@example.org" }
            #expect(asked.count == 1 && asked[0].text.contains("comments on “A day”"))
            #expect(asked[0].unsubscribe == nil)
            let path = try #require(asked[0].link)

            // Nothing before it is confirmed; and looking at the page confirms nothing.
            try await Self.respond(site, "Bob", "Second")
            try await Self.approve(site, 2, owner)
            #expect(try await site.get(path).text.contains("Confirm your subscription"))
            #expect(try await site.writtenMail().allSatisfy { $0.to != "ann@example.org" })
            #expect(try await site.post(path, form: "do=confirm", "Sec-Fetch-Site: cross-site").status == 403)
            #expect(try await site.post(path, form: "do=confirm").status == 303)

            // Neither one that waits, nor her own.
            try await Self.respond(site, "Carl", "Third+%3Cb%3Eword%3C%2Fb%3E")
            #expect(try await site.writtenMail().allSatisfy { $0.to != "ann@example.org" })
            try await Self.approve(site, 1, owner)
            try await Self.approve(site, 3, owner)
            let told = try await site.writtenMail().filter { $0.to == "ann@example.org" }
            #expect(told.count == 1)
            #expect(told.first?.subject == "Carl on A day" && told.first?.text.contains("Third word") == true)
            #expect(told.first?.text.contains("\(TestSite.address)\(Self.post)comments/3/") == true)

            // Taken back and approved again, it is no news.
            _ = try await site.post("/admin/comments/", form: "one=held+3", owner)
            try await Self.approve(site, 3, owner)
            #expect(try await site.writtenMail().isEmpty)
        }
    }

    @Test("an address is asked once a day, and not at all in the browser in which it was confirmed")
    func once() async throws {
        try await Self.run { site, _ in
            let first = try await Self.respond(site, "Ann", "One", follows: "&subscribe_comments=1")
            let cookie = "Cookie: \(try #require(first.cookie))"
            try await Self.respond(site, "Ann", "Two", follows: "&subscribe_blog=1")
            let asked = try await site.writtenMail().filter { $0.to == "ann@example.org" }
            #expect(asked.count == 1 && asked[0].text.contains("new posts"))
            try await Self.respond(site, "Ann", "Three", follows: "&subscribe_blog=1")
            #expect(try await site.writtenMail().allSatisfy { $0.to != "ann@example.org" })
            site.clock.advance(seconds: 86_401)
            try await Self.respond(site, "ANN", "Four", follows: "&subscribe_blog=1")
            let again = try await site.writtenMail().filter { $0.to == "ann@example.org" }
            #expect(again.count == 1)

            let path = try #require(asked[0].link)
            #expect(try await site.post(path, form: "do=confirm", cookie).status == 303)
            site.clock.advance(seconds: 86_401)
            try await Self.respond(site, "Ann", "Five", follows: "&subscribe_comments=1", cookie: cookie)
            #expect(try await site.writtenMail().allSatisfy { $0.to != "ann@example.org" })
            // Somebody else who types her address changes nothing without her word.
            _ = try await site.post(path, form: "do=save&pace=instantly&posts=1")
            try await Self.respond(site, "Ann", "Six", follows: "&subscribe_comments=1")
            #expect(try await site.writtenMail().filter { $0.to == "ann@example.org" }.count == 1)
            #expect(try await site.get(path).text.contains("comments on “A day”"))
        }
    }

    @Test("without an address nobody is written to: the fault stands beside the field, and the ticks stay")
    func addressMissing() async throws {
        try await Self.run { site, owner in
            let settings =
                "email=optional&holding=first-comment&admits=everybody&likes=off&depth=5&per-page=50&minutes=15&order=oldest"
            let saved = try await site.post("/admin/discussion/", form: settings, owner)
            #expect(saved.status == 303, "\(saved.text)")
            let form = "comment=Words&author=Ann&subscribe_comments=1"
            let answer = try await site.post("\(Self.post)comments/", form: form)
            #expect(answer.status == 422 && answer.text.contains("Please give your e-mail address."))
            #expect(answer.text.contains("name=\"subscribe_comments\" type=\"checkbox\" value=\"1\" checked"))
        }
    }

    @Test("one request without a question asked ends what the mail tells of, and a look at its link ends nothing")
    func unsubscribe() async throws {
        let relay = try await MailRelay()
        try await Self.run { site, owner in
            let path = try await Self.follow(site, "Ann", owner: owner)
            try await Self.respond(site, "Bob", "News")
            try await Self.approve(site, 2, owner)
            try await site.deliver(through: relay.settings())
            let message = try #require(await relay.messages.first { $0.to == ["ann@example.org"] })
            #expect(message.header("List-Unsubscribe-Post") == "List-Unsubscribe=One-Click")
            let header = try #require(message.header("List-Unsubscribe"))
            let url = String(header.dropFirst().dropLast()).replacing(TestSite.address, with: "")
            #expect(url.hasPrefix(path + "end/"))
            let asks = try await site.get(url)
            #expect(asks.text.contains("No more mail about comments on “A day”?"))
            #expect(asks.field("referrer-policy") == "no-referrer")
            #expect(try await site.get(path).text.contains("comments on “A day”"))
            // As a mail program's server sends it: from elsewhere, without cookies.
            #expect(
                try await site.post(url, form: "List-Unsubscribe=One-Click", "Origin: https://mail.example").status
                    == 200)
            let page = try await site.get(path).text
            #expect(!page.contains("comments on “A day”") && page.contains("Notify me of new posts"))
            #expect(try await site.post(path + "end/all/", form: "List-Unsubscribe=One-Click").status == 200)
            #expect(try await site.get(path).text.contains("no subscription"))
            try await Self.respond(site, "Carl", "More")
            try await Self.approve(site, 3, owner)
            #expect(try await site.writtenMail().allSatisfy { $0.to != "ann@example.org" })
            #expect(try await site.get("/follow-by-mail/1-0123456789abcdef0123456789abcdef/").status == 404)

            // A week later the address is forgotten.
            site.clock.advance(seconds: 9 * 86_400)
            _ = try await site.writtenMail()
            #expect(
                try await site.database.read { tx in
                    try tx.subscriber(address: "ann@example.org", site: try #require(try tx.site()).id)
                } == nil)
        }
    }

    @Test("once a day or a week, all that is new comes in one mail in the morning")
    func digest() async throws {
        try await Self.run { site, owner in
            let path = try await Self.follow(site, "Ann", owner: owner)
            let kept = try #require(
                try await site.get(path).text.firstMatch(of: /name="thread" type="checkbox" value="(\d+)"/)
            ).1
            _ = try await site.post(path, form: "do=save&pace=daily&posts=1&thread=\(kept)")
            for (number, name) in [(2, "Bob"), (3, "Carl")] {
                try await Self.respond(site, name, "News+\(number)")
                try await Self.approve(site, number, owner)
            }
            #expect(try await site.writtenMail().isEmpty)
            // The clock stands at 12:00 UTC of a Wednesday; the next morning is 20 hours away.
            site.clock.advance(seconds: 20 * 3600 - 60)
            #expect(try await site.writtenMail().isEmpty)
            site.clock.advance(seconds: 60)
            let mails = try await site.writtenMail()
            #expect(mails.count == 1 && mails[0].text.contains("News 2") && mails[0].text.contains("News 3"))
            #expect(mails[0].subject.hasPrefix("News from "))

            // What is trashed before it goes out is not told; who changes to a week gets it on Monday.
            try await Self.respond(site, "Dora", "Unsaid")
            try await Self.approve(site, 4, owner)
            try await Self.respond(site, "Emil", "Said")
            try await Self.approve(site, 5, owner)
            #expect(try await site.writtenMail().isEmpty)
            _ = try await site.post(path, form: "do=save&pace=weekly&posts=1&thread=\(kept)")
            _ = try await site.post("/admin/comments/", form: "one=trash+4", owner)
            site.clock.advance(seconds: 3 * 86_400)
            #expect(try await site.writtenMail().isEmpty)
            site.clock.advance(seconds: 86_400)
            let weekly = try await site.writtenMail()
            #expect(weekly.count == 1 && weekly[0].text.contains("Said") && !weekly[0].text.contains("Unsaid"))
        }
    }

    @Test("a new post is told to who asked for posts, once, and not what its password protects")
    func posts() async throws {
        try await Self.run { site, owner in
            let follow = try await site.get("/follow-by-mail/")
            #expect(follow.status == 200 && follow.text.contains("Follow by e-mail"))
            #expect(try await site.post("/follow-by-mail/", form: "email=nobody").status == 422)
            let asked = try await site.post("/follow-by-mail/", form: "email=ann@example.org&pace=instantly")
            #expect(asked.location == "/follow-by-mail/?asked=1")
            let mail = try #require(try await site.writtenMail().first)
            let path = try #require(mail.link)
            _ = try await site.post(path, form: "do=confirm")
            func write(_ title: String, _ more: String = "") async throws {
                let form = "title=\(title)&source=Secret+words+of+\(title)&standing=published\(more)"
                let answer = try await site.post("/admin/posts/new/", form: form, owner)
                #expect(answer.status == 303, "\(answer.text)")
            }
            try await write("Rome")
            let told = try await site.writtenMail()
            #expect(told.count == 1 && told[0].subject == "New post: Rome")
            #expect(told[0].text.contains("Secret words of Rome"))
            try await write("Hidden", "&password=open")
            let hidden = try await site.writtenMail()
            #expect(hidden.count == 1 && !hidden[0].text.contains("Secret words"))
            try await write("Draft", "&standing=draft")
            _ = try await site.post("/admin/posts/", form: "one=unpublish+2", owner)
            _ = try await site.post("/admin/posts/", form: "one=publish+2", owner)
            #expect(try await site.writtenMail().allSatisfy { !$0.subject.contains("Rome") })
        }
    }

    @Test("the owner sees who follows, takes addresses along with their word that all agreed, and gives them out again")
    func owner() async throws {
        try await Self.run { site, owner in
            _ = try await Self.follow(site, "Ann", owner: owner)
            #expect(try await site.get("/admin/subscribers/", owner).text.contains("ann@example.org"))
            func send(_ csv: String, consent: Bool = true) async throws -> Answer {
                let body =
                    "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n\(csv)\r\n"
                    + (consent ? "--b\r\nContent-Disposition: form-data; name=\"consent\"\r\n\r\n1\r\n" : "")
                    + "--b--\r\n"
                return try await SiteClient.connect(port: site.port) {
                    try await $0.request(
                        "POST", "/admin/subscribers/import/",
                        ["Content-Type: multipart/form-data; boundary=b", owner], body: body)
                }
            }
            let csv = "Name,Email Address\r\n\"Bob, \"\"B\"\"\",bob@example.org\r\nAnn,ANN@example.org\r\n"
            let refused = try await send(csv, consent: false)
            #expect(refused.status == 422 && refused.text.contains("Only who agreed"))
            #expect(try await send(csv).location == "/admin/subscribers/?added=1&known=1")
            let faulty = try await send("email\nnobody\ncarl@example.org\n")
            #expect(faulty.status == 422 && faulty.text.contains("1 added.") && faulty.text.contains("passed over: 2."))
            #expect(try await send("a,b\n1,2\n").text.contains("No column of addresses"))
            let file = try await site.get("/admin/subscribers/export/", owner)
            #expect(file.field("content-type") == "text/csv; charset=utf-8")
            #expect(
                file.text.contains("bob@example.org,yes,0,instantly,") && file.text.contains("ann@example.org,yes,1,"))
            let row = try #require(
                try await site.get("/admin/subscribers/?words=bob", owner).text
                    .firstMatch(of: /name="remove" value="(\d+)"/)
            ).1
            #expect(try await site.post("/admin/subscribers/", form: "remove=\(row)", owner).status == 303)
            #expect(try await !site.get("/admin/subscribers/", owner).text.contains("bob@example.org"))
        }
    }

    @Test("without a relay nothing of it is offered")
    func withoutRelay() async throws {
        try await TestSite.run(TestExport.small) { site in
            let page = try await site.get(Self.post).text
            #expect(!page.contains("subscribe_comments") && !page.contains("/follow-by-mail/"))
            #expect(try await site.get("/follow-by-mail/").status == 404)
        }
    }
}
