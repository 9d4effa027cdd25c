import Conversation
import Database
import Model
import SQLiteDatabase
import SiteSupport
import Store
import Testing

@Suite("Leave a Reply")
struct ReplyTests {
    static let speech = DaysGoneBy.speech
    private static let words = "comment=Quite+so.&author=Anna&email=anna%40example.org&url=example.org"

    @Test("a first response waits, and is shown to its author alone until it is approved")
    func held() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let sent = try await site.post("\(Self.speech)comments/", form: Self.words)
            #expect(sent.status == 303)
            let number = try #require(sent.location?.split(separator: "-").last.flatMap { Int64($0) })
            #expect(sent.location == "\(Self.speech)#comment-\(number)")
            let cookies = "Cookie: " + sent.cookies.joined(separator: "; ")
            let own = try await site.get(Self.speech, cookies)
            #expect(own.text.contains("Your comment is awaiting moderation.") && own.text.contains("Quite so."))
            #expect(own.field("cache-control") == "private, no-store" && own.field("etag") == nil)
            #expect(own.text.contains(">2 Responses</h2>"))
            for other in [try await site.get(Self.speech), try await site.get(Self.speech, "Cookie: thaw-own=1")] {
                #expect(!other.text.contains("Quite so."))
            }
            #expect(try await !site.get("\(Self.speech)feed/").text.contains("Quite so."))

            let moderate = ModerateComments(site.database, actor: "test")
            #expect(
                try await moderate.set(.approved, of: [number], now: site.clock.now)
                    == [.init(number: number, former: .held)])
            let shown = try await site.get(Self.speech).text
            #expect(shown.contains("Quite so.") && shown.contains(">3 Responses</h2>"))
            #expect(shown.contains("rel=\"nofollow ugc external\">Anna</a>"))
            #expect(!shown.contains("anna@example.org"))

            let second = try await site.post(
                "\(Self.speech)comments/", form: "comment=Again.&author=Anna&email=anna%40example.org", cookies)
            #expect(second.status == 303)
            #expect(try await site.get(Self.speech).text.contains("Again."))
        }
    }

    @Test("what is wrong stands beside its field, with everything that was typed")
    func faults() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let before = try await site.get(Self.speech)
            for (form, fault, kept) in [
                ("comment=&author=Anna&email=anna%40example.org", "Please type a comment.", "value=\"Anna\""),
                ("comment=Kept+%3Cwords%3E&author=&email=a%40b.example", "Please give a name.", "Kept &lt;words&gt;"),
                ("comment=Kept&author=Anna&email=anna", "This is not an e-mail address.", "value=\"anna\""),
                (
                    "comment=Kept&author=Anna&email=a%40b.example&url=a+b", "not the address of a website",
                    "value=\"a b\""
                ),
                (
                    "comment=Kept&author=Anna&email=a%40b.example&comment_parent=23", "not here any more",
                    ">\nKept</textarea>"
                ),
            ] {
                let answer = try await site.post("\(Self.speech)comments/", form: form)
                #expect(answer.status == 422, "\(form)")
                #expect(answer.text.contains(fault), "\(form)")
                #expect(answer.text.contains(kept), "\(form)")
                #expect(answer.cookies.isEmpty && answer.field("cache-control") == "private, no-store")
            }
            let closed = try await site.post("\(DaysGoneBy.parts)comments/", form: Self.words)
            #expect(closed.status == 422 && closed.text.contains("Quite so."))
            #expect(try await site.get(Self.speech).body == before.body)
            #expect(try await site.post("/nowhere/comments/", form: Self.words).status == 400)
            #expect(try await site.post("\(DaysGoneBy.locked)comments/", form: Self.words).status == 403)
        }
    }

    @Test("a form that is sent twice, at once too, makes one response")
    func twice() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let places = try await withThrowingTaskGroup(of: String?.self) { group in
                for _ in 0..<8 {
                    group.addTask { try await site.post("\(Self.speech)comments/", form: Self.words).location }
                }
                return try await group.reduce(into: Set<String?>()) { $0.insert($1) }
            }
            #expect(places.count == 1 && places.first != .some(nil))
            #expect(try await Self.count(site) == 1)
        }
    }

    @Test("64 at once on one post: each is there once, and a later one has the larger number")
    func many() async throws {
        try await TestSite.run(DaysGoneBy.export, { $0.replyLimits.perNetwork = 1_000 }) { site in
            let numbers = try await withThrowingTaskGroup(of: [Int64].self) { group in
                for commenter in 0..<64 {
                    group.addTask {
                        var numbers: [Int64] = []
                        for turn in 0..<3 {
                            let answer = try await site.post(
                                "\(Self.speech)comments/",
                                form: "comment=\(turn)+of+\(commenter)&author=A&email=a%40b.example")
                            let number = answer.location?.split(separator: "-").last.flatMap { Int64($0) }
                            numbers.append(try #require(number))
                        }
                        return numbers
                    }
                }
                return try await group.reduce(into: [[Int64]]()) { $0.append($1) }
            }
            #expect(numbers.allSatisfy { $0 == $0.sorted() })
            #expect(Set(numbers.joined()).count == 64 * 3)
            #expect(try await Self.count(site) == 64 * 3)
        }
    }

    @Test("a preview shows what was typed and keeps nothing")
    func preview() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let form =
                "comment=One%0ATwo+**three**+%3Cb%3Ebold%3C%2Fb%3E%3Cscript%3Ex%3C%2Fscript%3E&author=A&preview=1"
            let answer = try await site.post("\(Self.speech)comments/", form: form)
            #expect(answer.status == 200)
            #expect(answer.text.contains("One<br>\nTwo <strong>three</strong>"))
            #expect(answer.text.contains("<b>bold</b>") && !answer.text.contains("<script>x"))
            #expect(try await Self.count(site) == 0)
        }
    }

    @Test("an answer has a page of its own without scripts, and stands under what it answers")
    func answer() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let page = try await site.get("\(Self.speech)?replytocom=21").text
            #expect(page.contains("name=\"comment_parent\" value=\"21\"") && page.contains("Leave a Reply to"))
            #expect(page.contains("Cancel reply") && page.contains("noindex"))
            let sent = try await site.post(
                "\(Self.speech)comments/", form: "\(Self.words)&comment_parent=21")
            let number = try #require(sent.location?.split(separator: "-").last.flatMap { Int64($0) })
            _ = try await ModerateComments(site.database, actor: "test").set(
                .approved, of: [number], now: site.clock.now)
            let parent = try await site.database.read { tx -> Int64? in
                guard let site = try tx.site(), let comment = try tx.comment(number: number, site: site.id) else {
                    return nil
                }
                return try comment.parent.flatMap { try tx.comments([$0]).first?.number }
            }
            #expect(parent == 21)
            #expect(try await site.get("\(Self.speech)comments/").location == "\(Self.speech)#comments")
            #expect(try await site.get("\(Self.speech)comments/21/").location == "\(Self.speech)#comment-21")
        }
    }

    @Test("its author may change it or take it back for a quarter of an hour, from the same browser")
    func change() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let sent = try await site.post("\(Self.speech)comments/", form: Self.words)
            let number = try #require(sent.location?.split(separator: "-").last.flatMap { Int64($0) })
            let cookies = "Cookie: " + sent.cookies.joined(separator: "; ")
            let place = "\(Self.speech)comments/\(number)/"
            #expect(try await site.get(Self.speech, cookies).text.contains("href=\"\(place)#respond\""))
            let form = try await site.get(place, cookies).text
            #expect(form.contains("Change your comment") && form.contains(">\nQuite so.</textarea>"))
            #expect(try await site.post(place, form: "comment=Stolen").status == 422)
            #expect(try await site.post(place, form: "comment=Better+so.", cookies).status == 303)
            let changed = try await site.get(Self.speech, cookies).text
            #expect(changed.contains("Better so.") && !changed.contains("Quite so."))
            site.clock.advance(seconds: 15 * 60)
            #expect(try await site.get(place, cookies).status == 301)
            let late = try await site.post(place, form: "comment=Too+late.", cookies)
            #expect(late.status == 422 && late.text.contains("cannot be changed any more"))

            let other = try await site.post("\(Self.speech)comments/", form: Self.words, cookies)
            let second = try #require(other.location?.split(separator: "-").last.flatMap { Int64($0) })
            #expect(second != number)
            let gone = try await site.post("\(Self.speech)comments/\(second)/", form: "delete=1", cookies)
            #expect(gone.location == "\(Self.speech)#comments")
            #expect(try await !site.get(Self.speech, cookies).text.contains("Quite so."))
        }
    }

    @Test("posts close after the days that the site says, by the clock alone")
    func closes() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let published = try #require(LocalDateTime("2012-02-25 10:30:00")?.asUTC)
            let days = Int((site.clock.now.milliseconds - published.milliseconds) / 86_400_000) + 1
            try await site.database.write { tx in
                guard let site = try tx.site() else { return }
                var discussion = Discussion()
                discussion.closesAfterDays = days
                try tx.set(discussion, site: site.id, at: published)
            }
            #expect(try await site.get(Self.speech).text.contains("id=\"respond\""))
            site.clock.advance(seconds: 86_400)
            let closed = try await site.get(Self.speech).text
            #expect(!closed.contains("id=\"respond\"") && closed.contains("Comments are closed."))
            #expect(try await site.get("/about/").text.contains("id=\"respond\""))
        }
    }

    @Test("too many from one network are asked to wait, and keep what they typed")
    func rate() async throws {
        try await TestSite.run(DaysGoneBy.export, { $0.replyLimits.perNetwork = 1 }) { site in
            #expect(try await site.post("\(Self.speech)comments/", form: Self.words).status == 303)
            #expect(try await site.post("\(Self.speech)comments/", form: Self.words).status == 303)
            let other = Self.words.replacing("Quite", with: "Better")
            let answer = try await site.post("\(Self.speech)comments/", form: other)
            #expect(answer.status == 429 && answer.text.contains("Better so."))
            site.clock.advance(seconds: 601)
            #expect(try await site.post("\(Self.speech)comments/", form: other).status == 303)
        }
    }

    @Test("name, address and website come back to who asked for it, and to nobody else")
    func remembered() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let plain = try await site.post("\(Self.speech)comments/", form: Self.words)
            #expect(!plain.cookies.contains { $0.contains("commenter") })
            let sent = try await site.post(
                "\(Self.speech)comments/", form: Self.words.replacing("Quite", with: "Ever") + "&remember=1")
            let cookie = try #require(sent.cookies.first { $0.contains("commenter") })
            #expect(cookie.hasPrefix("__Host-thaw-commenter="))
            let page = try await site.get("/about/", "Cookie: \(cookie)")
            #expect(page.text.contains("value=\"anna@example.org\""))
            #expect(page.field("cache-control") == "private, no-store")
            #expect(try await !site.get("/about/").text.contains("anna@example.org"))
        }
    }

    @Test(
        "a response is taken from the site's own form alone",
        arguments: [
            ("Sec-Fetch-Site: same-origin", 303), ("Sec-Fetch-Site: none", 303), ("Sec-Fetch-Site: cross-site", 403),
            ("Sec-Fetch-Site: same-site", 403), ("Origin: \(TestSite.address)", 303),
            ("Origin: https://elsewhere.example", 403), ("Origin: null", 403), ("X-No-Browser: 1", 303),
        ])
    func crossSite(fields: String, status: Int) async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let answer = try await site.post("\(Self.speech)comments/", form: Self.words, fields)
            #expect(answer.status == status)
            #expect(try await Self.count(site) == (status == 303 ? 1 : 0))
        }
    }

    /// Responses that came in through the form.
    private static func count(_ site: TestSite) async throws -> Int {
        try await site.database.read { tx in
            try tx.first("SELECT count(*) FROM submission") { $0.int(0) } ?? 0
        }
    }
}
