import Database
import DatabaseSupport
import Jobs
import LoopbackSupport
import Mailing
import Model
import Outbound
import SQLiteDatabase
import SiteSupport
import Store
import Subscriptions
import Testing
import Web

@Suite("Mail about what happened on this day")
struct TodayMailTests {
    /// The clock stands at 12:00 UTC of Wednesday, 8 April 2026.
    private static let noon = 12 * 3600

    /// A site with an owner and no event as yet; gives the owner's cookie along.
    private static func run(
        at utc: String = "2026-04-08 12:00:00", _ body: @escaping @Sendable (TestSite, String) async throws -> Void
    ) async throws {
        try await TestSite.run(
            TestExport.small,
            {
                $0.sendsMail = true
                $0.clock = TestClock(utc)
            }
        ) { site in
            try await body(site, try await site.signUp(.owner))
        }
    }

    private static func write(
        _ title: String, _ date: String, _ more: String = "", standing: String = "published", on site: TestSite,
        _ owner: String
    ) async throws {
        let form = "title=\(title)&source=Words&standing=\(standing)&event-date=\(date)\(more)"
        let answer = try await site.post("/admin/posts/new/", form: form, owner)
        #expect(answer.status == 303, "\(answer.text)")
    }

    /// Who follows what happened on this day alone, confirmed; gives the path of their page.
    private static func follow(_ site: TestSite, _ name: String, pace: String = "instantly") async throws -> String {
        let form = "email=\(name)@example.org&pace=\(pace)&topics=1&today=1"
        #expect(try await site.post("/follow-by-mail/", form: form).status == 303)
        let asked = try #require(try await site.writtenMail().first { $0.to == "\(name)@example.org" })
        let path = try #require(asked.link)
        #expect(try await site.post(path, form: "do=confirm").status == 303)
        return path
    }

    private static func set(hour: String, of site: TestSite, _ owner: String) async throws -> Answer {
        let form = "folder=&leap-day=february-28&on-home=1&per-page=100&mail-hour=\(hour)"
        return try await site.post("/admin/chronicle/settings/", form: form, owner)
    }

    /// What goes out from now until `seconds` later, looked at every hour as a server would.
    private static func mails(in seconds: Int, of site: TestSite) async throws -> [Mail] {
        var mails = try await site.writtenMail()
        for _ in 0..<(seconds / 3600) {
            site.clock.advance(seconds: 3600)
            mails += try await site.writtenMail()
        }
        return mails
    }

    @Test("it is offered where the site tells of an event, asked for by a tick, and confirmed like all mail")
    func asked() async throws {
        try await Self.run { site, owner in
            #expect(try await !site.get("/follow-by-mail/").text.contains("name=\"today\""))
            _ = try await site.post("/follow-by-mail/", form: "email=eve@example.org&topics=1&posts=1&today=1")
            #expect(try await site.writtenMail().allSatisfy { !$0.text.contains("this day") })

            try await Self.write("The+thaw", "1956-04-09", on: site, owner)
            let page = try await site.get("/follow-by-mail/").text
            #expect(page.contains("name=\"today\"") && page.contains("What happened on this day, once a day."))
            #expect(try await !site.get(TestExport.smallPost).text.contains("name=\"today\""))
            let nothing = try await site.post("/follow-by-mail/", form: "email=ann@example.org&topics=1")
            #expect(nothing.status == 422 && nothing.text.contains("Please choose what you would like to hear of."))

            let both = "email=ann@example.org&pace=weekly&topics=1&posts=1&today=1"
            #expect(try await site.post("/follow-by-mail/", form: both).location == "/follow-by-mail/?asked=1")
            let mail = try #require(try await site.writtenMail().first { $0.to == "ann@example.org" })
            #expect(mail.text.contains("• new posts") && mail.text.contains("• what happened on this day"))
            let path = try #require(mail.link)
            #expect(try await site.get(path).text.contains("what happened on this day"))
            // Unconfirmed, nothing comes.
            #expect(try await Self.mails(in: 24 * 3600, of: site).isEmpty)
            #expect(try await site.post(path, form: "do=confirm").status == 303)
            let managing = try await site.get(path).text
            #expect(managing.contains("id=\"follow-today\" name=\"today\" type=\"checkbox\" value=\"1\" checked"))
            #expect(managing.contains("It comes every morning, however often the rest comes."))
        }
    }

    @Test("every morning at six one mail has the events of the day, and a day without any has none")
    func told() async throws {
        let relay = try await MailRelay()
        try await Self.run { site, owner in
            try await Self.write("9+April+1956:+The+thaw", "1956-04-09", "&event-place=Moscow", on: site, owner)
            try await Self.write("Older", "1881-04-09?", on: site, owner)
            try await Self.write("Secret", "1990-04-09", "&password=open", on: site, owner)
            try await Self.write("Draft", "1991-04-09", standing: "draft", on: site, owner)
            try await Self.write("Elsewhere", "1992-04-10", on: site, owner)
            let path = try await Self.follow(site, "ann", pace: "weekly")
            // What happened on the 8th is asked for after that morning.
            site.clock.advance(seconds: 18 * 3600 - 1)
            #expect(try await site.writtenMail().isEmpty)
            site.clock.advance(seconds: 1)
            try await site.deliver(through: relay.settings())
            let message = try #require(await relay.messages.first { $0.to == ["ann@example.org"] })
            #expect(message.header("Subject") == "=?utf-8?B?T24gdGhpcyBkYXk6IEFwcmlsIDk=?=")
            let text = message.plain
            #expect(
                text.contains("1956 · The thaw · 70 years ago · Moscow\r\n\(TestSite.address)/2026/04/08/"), "\(text)")
            #expect(text.contains("1881 · Older · 145 years ago · uncertain"))
            #expect(text.contains("1990 · Protected: Secret · 36 years ago"))
            #expect(!text.contains("Words") && !text.contains("Draft") && !text.contains("Elsewhere"))
            #expect(text.contains("Today: \(TestSite.address)/today/\r\nApril 9: \(TestSite.address)/on/04-09/"))
            #expect(text.contains("<p>1956 · <a href=\"\(TestSite.address)/2026/04/08/"))
            #expect(text.contains(">The thaw</a> · 70 years ago · Moscow</p>"))
            #expect(message.header("List-Unsubscribe-Post") == "List-Unsubscribe=One-Click")
            #expect(message.header("List-Unsubscribe") == "<\(TestSite.address)\(path)end/today/>")

            // Once only; the next day has one, and the day after that nothing happened.
            #expect(try await Self.mails(in: 23 * 3600, of: site).isEmpty)
            let next = try await Self.mails(in: 3600, of: site)
            #expect(next.map(\.subject) == ["On this day: April 10"])
            #expect(try await Self.mails(in: 72 * 3600, of: site).isEmpty)
        }
    }

    @Test("the hour is the owner's, and another one counts at once")
    func hour() async throws {
        try await Self.run { site, owner in
            try await Self.write("One", "1956-04-08", on: site, owner)
            try await Self.write("Two", "1957-04-09", on: site, owner)
            _ = try await Self.follow(site, "ann")
            func set(_ hour: String) async throws -> Answer { try await Self.set(hour: hour, of: site, owner) }
            #expect(try await set("24").status == 422)
            #expect(try await set("15").status == 303)
            #expect(try await site.get("/admin/chronicle/settings/", owner).text.contains("value=\"15\""))
            #expect(try await Self.mails(in: 2 * 3600, of: site).isEmpty)
            #expect(try await Self.mails(in: 3600, of: site).map(\.subject) == ["On this day: April 8"])
            // Later on the same day it is told already.
            #expect(try await set("20").status == 303)
            #expect(try await Self.mails(in: 24 * 3600, of: site).isEmpty)
            #expect(try await Self.mails(in: 5 * 3600, of: site).map(\.subject) == ["On this day: April 9"])
        }
    }

    @Test("it never comes twice: not after a process died, not from two at once, not where the clock goes back")
    func once() async throws {
        try await Self.run { site, owner in
            try await Self.write("One", "1956-04-09", on: site, owner)
            _ = try await Self.follow(site, "ann")
            let addresses = (1...120).map { "reader\($0)@example.org,no,yes" }
            try await ManageSubscribers(site.database, actor: "test").takeAll(addresses, now: site.clock.now)
            site.clock.advance(seconds: 18 * 3600)
            let other = try SQLiteDatabase(path: site.folder.path("thaw.sqlite"))
            let now = site.clock.now
            let links = site.services.subscriptionLinks
            // Each run stands for a process that had the job, and died before it could say so.
            try await withThrowingTaskGroup(of: Void.self) { group in
                for database in [site.database, other] {
                    group.addTask {
                        _ = try await SendToday(database, links: links, days: .chronicle).handler.run("", now)
                    }
                }
                try await group.waitForAll()
            }
            try await other.close()
            let mails = try await site.writtenMail()
            #expect(mails.count == 121 && Set(mails.map(\.to)).count == 121)
            site.clock.advance(seconds: -3600)
            #expect(try await Self.mails(in: 3 * 3600, of: site).isEmpty)
            for back in [0, -86_400, 3600] as [Int64] {
                let again = now.adding(seconds: back)
                _ = try await SendToday(site.database, links: links, days: .chronicle).handler.run("", again)
            }
            #expect(try await site.writtenMail().isEmpty)
        }
    }

    @Test("a server that was down tells of today alone, however late, and a relay that was down of nothing past")
    func down() async throws {
        let relay = try await MailRelay()
        try await Self.run { site, owner in
            for day in 9...13 {
                try await Self.write("Day\(day)", "1956-04-\(day < 10 ? "0" : "")\(day)", on: site, owner)
            }
            _ = try await Self.follow(site, "ann")
            // Up again on the 11th, late in the evening; and once more before six on the 13th.
            site.clock.advance(seconds: Int64(Self.noon + 2 * 86_400 + 23 * 3600))
            #expect(try await site.writtenMail().map(\.subject) == ["On this day: April 11"])
            site.clock.advance(seconds: 86_400 + 6 * 3600)
            #expect(try await site.writtenMail().isEmpty)
            site.clock.advance(seconds: 3600)

            // The relay takes nothing until the day is over.
            var closed = relay.settings()
            closed.port = 1
            try await site.deliver(through: closed)
            site.clock.advance(seconds: 18 * 3600)
            try await site.deliver(through: relay.settings())
            try await Self.write("Day14", "1956-04-14", on: site, owner)
            site.clock.advance(seconds: 6 * 3600)
            try await site.deliver(through: relay.settings())
            let first = await relay.messages.first { $0.to == ["ann@example.org"] }
            #expect(first?.plain.contains("Day14") == true)
        }
    }

    @Test("29 February is told when the owner has it remembered")
    func leapDay() async throws {
        try await Self.run(at: "2027-02-27 12:00:00") { site, owner in
            try await Self.write("Leap", "1956-02-29", on: site, owner)
            try await Self.write("Before", "1957-02-28", on: site, owner)
            _ = try await Self.follow(site, "ann")
            let mails = try await Self.mails(in: 48 * 3600, of: site)
            #expect(mails.map(\.subject) == ["On this day: February 28"])
            #expect(mails[0].text.contains("1957 · Before") && mails[0].text.contains("1956 · Leap · 71 years ago"))
            #expect(mails[0].text.contains("/on/02-28/") && mails[0].text.contains("/on/02-29/"))
            // In a leap year it has a morning of its own.
            site.clock.advance(seconds: 363 * 86_400)
            let leap = try await Self.mails(in: 48 * 3600, of: site)
            #expect(leap.map(\.subject) == ["On this day: February 28", "On this day: February 29"])
            #expect(!leap[0].text.contains("Leap") && leap[1].text.contains("1956 · Leap"))
        }
    }

    @Test(
        "the hour is that of the site's own clock when clocks change: one that is shown twice counts once, and one left out is made up for",
        arguments: [
            // Germany's clocks go back at 01:00 UTC of 25 October, and forward at 01:00 UTC of 29 March.
            ("2026-10-23 12:00:00", 6, [4, 5, 5]), ("2026-10-23 12:00:00", 2, [0, 0, 1]),
            ("2026-03-27 12:00:00", 6, [5, 4, 4]), ("2026-03-27 12:00:00", 2, [1, 1, 0]),
        ] as [(String, Int, [Int])])
    func changedClocks(start: String, hour: Int, expected: [Int]) async throws {
        try await Self.run(at: start) { site, owner in
            for day in 24...31 {
                try await Self.write("Day\(day)", "1956-\(start.dropFirst(5).prefix(2))-\(day)", on: site, owner)
            }
            _ = try await Self.follow(site, "ann")
            let zone = "title=Days&language=en&time-zone=Europe%2FBerlin&date-format=language&category=&icon="
            #expect(try await site.post("/admin/site/", form: zone, owner).status == 303)
            #expect(try await Self.set(hour: "\(hour)", of: site, owner).status == 303)
            var hours: [Int] = []
            for _ in 0..<72 {
                site.clock.advance(seconds: 3600)
                for _ in try await site.writtenMail() { hours.append(site.clock.now.utc.hour) }
            }
            #expect(hours == expected)
        }
    }

    @Test("it is ended by one click, by its tick, and with everything; then nothing comes, and the rest stays")
    func ended() async throws {
        try await Self.run { site, owner in
            for day in 9...12 {
                try await Self.write("Day\(day)", "1956-04-\(day < 10 ? "0" : "")\(day)", on: site, owner)
            }
            let paths = [
                try await Self.follow(site, "ann"), try await Self.follow(site, "bob"),
                try await Self.follow(site, "cat"),
            ]
            _ = try await site.post(paths[0], form: "do=save&pace=instantly&posts=1&today=1")
            #expect(try await Self.mails(in: 18 * 3600, of: site).count == 3)
            let asks = try await site.get(paths[0] + "end/today/").text
            #expect(asks.contains("No more mail about what happened on this day?"))
            let oneClick = "List-Unsubscribe=One-Click"
            #expect(
                try await site.post(paths[0] + "end/today/", form: oneClick, "Origin: https://mail.example").status
                    == 200)
            _ = try await site.post(paths[1], form: "do=save&pace=instantly&posts=1")
            #expect(try await Self.mails(in: 24 * 3600, of: site).map(\.to) == ["cat@example.org"])
            _ = try await site.post(paths[2] + "end/all/", form: oneClick)
            #expect(try await Self.mails(in: 24 * 3600, of: site).isEmpty)
            #expect(try await site.get(paths[2]).text.contains("no subscription"))
            // New posts still come to who kept them.
            try await Self.write("News", "1956-12-31", on: site, owner)
            #expect(Set(try await site.writtenMail().map(\.to)) == ["ann@example.org", "bob@example.org"])
            // Ticked again, it comes again.
            _ = try await site.post(paths[1], form: "do=save&pace=weekly&today=1")
            #expect(try await Self.mails(in: 24 * 3600, of: site).map(\.to) == ["bob@example.org"])
        }
    }

    @Test("the list of subscribers tells it, gives it out, and takes it along")
    func list() async throws {
        try await Self.run { site, owner in
            try await Self.write("One", "1956-04-09", on: site, owner)
            _ = try await Self.follow(site, "ann")
            #expect(try await site.get("/admin/subscribers/", owner).text.contains("today in history"))
            let file = try await site.get("/admin/subscribers/export/", owner).text
            #expect(file.hasPrefix("email,new_posts,followed_posts,pace,confirmed_at,origin,today"))
            #expect(file.contains("ann@example.org,no,0,instantly,2026-04-08T12:00:00Z,form,yes"))
            let manage = ManageSubscribers(site.database, actor: "test")
            let taken = try await manage.take(
                file.replacing("ann@", with: "bob@") + "carl@example.org,no\r\ndora@example.org,yes\r\n",
                now: site.clock.now)
            #expect(taken.added == 2 && taken.unclear == [3])
            let mails = try await Self.mails(in: 18 * 3600, of: site)
            #expect(Set(mails.map(\.to)) == ["ann@example.org", "bob@example.org"])
        }
    }
}

extension ManageSubscribers {
    fileprivate func takeAll(_ rows: [String], now: Instant) async throws {
        let taken = try await take("email,new_posts,today\n" + rows.joined(separator: "\n"), now: now)
        #expect(taken.added == rows.count)
    }
}
