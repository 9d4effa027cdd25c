import FeedSupport
import Foundation
import Model
import Publishing
import SQLiteDatabase
import SiteSupport
import Store
import Testing

@Suite("What posts tell of, by day, year and century")
struct ChronicleTests {
    /// A blog about the past: sure titles, a doubtful one, a day of the old calendar, a leap day, a password.
    static var export: String {
        var export = TestExport()
        export.add(
            TestExport.Item(1, "February 25, 1956 – The speech", "the-speech") { $0.date = "2012-03-01 10:00:00" })
        export.add(
            TestExport.Item(2, "February 25, 1848 – A manifesto", "manifesto") { $0.date = "2012-03-02 10:00:00" })
        export.add(TestExport.Item(3, "1917 – The year of two revolutions", "two") { $0.date = "2012-11-07 10:00:00" })
        export.add(TestExport.Item(4, "February 29, 1504 – An eclipse", "eclipse") { $0.date = "2012-03-04 10:00:00" })
        export.add(TestExport.Item(5, "The 1950s: Cars", "cars") { $0.date = "2012-03-05 10:00:00" })
        export.add(TestExport.Item(6, "1914–1918: The war", "war") { $0.date = "2012-03-06 10:00:00" })
        export.add(TestExport.Item(7, "44 BC – The Ides", "ides") { $0.date = "2012-03-07 10:00:00" })
        export.add(
            TestExport.Item(8, "February 25, 1901 – Behind a password", "locked") {
                $0.date = "2012-03-08 10:00:00"
                $0.password = "open"
                $0.content = "<p>HIDDEN WORDS</p>"
            })
        export.add(TestExport.Item(9, "On bread", "bread") { $0.date = "2012-03-09 10:00:00" })
        return export.text
    }

    @Test("a day shows all its years in order, how long ago each was, and marks what is round")
    func day() async throws {
        try await TestSite.run(Self.export) { site in
            let html = try await site.get("/on/02-25/").text
            let places = ["1848", "A manifesto", "1901", "1956", "The speech"].compactMap {
                html.range(of: $0)?.lowerBound
            }
            #expect(places.count == 5)
            #expect(places == places.sorted())
            #expect(html.contains("70 years ago"))
            #expect(html.components(separatedBy: "is-round").count == 2)
            #expect(!html.contains("HIDDEN WORDS"))
            #expect(html.contains("Protected: Behind a password"))
            #expect(try await site.get("/on/2-25/").location == "/on/02-25/")
            #expect(try await site.get("/on/02-30/").status == 404)
            #expect(try await site.get("/on/03-01/").text.contains("No post tells of this yet."))
        }
    }

    @Test("years, decades and centuries have what happened in them, and no other has a page")
    func years() async throws {
        try await TestSite.run(Self.export) { site in
            #expect(try await site.get("/in/1956/").text.contains("The speech"))
            let war = try await site.get("/in/1916/")
            #expect(war.text.contains("The war"))
            #expect(!(war.text.contains("Cars")))
            let fifties = try await site.get("/in/1950s/").text
            #expect(fifties.contains("The speech"))
            #expect(fifties.contains("Cars"))
            #expect(!fifties.contains("The war"))
            #expect(fifties.contains("\"temporalCoverage\":\"1950/1959\""))
            #expect(fifties.contains("\"@type\":\"CollectionPage\""))
            let century = try await site.get("/in/20th-century/").text
            for title in ["The speech", "Cars", "The war"] { #expect(century.contains(title)) }
            #expect(!century.contains("A manifesto"))
            #expect(try await site.get("/in/44-bc/").text.contains("The Ides"))
            #expect(try await site.get("/in/1st-century-bc/").text.contains("The Ides"))
            #expect(try await site.get("/in/20st-century/").location == "/in/20th-century/")
            for path in ["/in/1957/", "/in/3rd-century/", "/in/x/", "/in/1955s/", "/in/0/"] {
                #expect(try await site.get(path).status == 404, "\(path)")
            }
        }
    }

    @Test("the timeline goes from the first to the last, and a year alone does not show before somebody accepts it")
    func timeline() async throws {
        try await TestSite.run(Self.export) { site in
            let html = try await site.get("/timeline/").text
            let titles = ["The Ides", "An eclipse", "A manifesto", "The war", "The speech"]
            let places = titles.compactMap { html.range(of: $0)?.lowerBound }
            #expect(places.count == titles.count)
            #expect(places == places.sorted())
            #expect(!html.contains("two revolutions"))
            #expect(html.contains("href=\"/timeline/#century-20\""))
            _ = try await ReviewEvents(site.database).decide(
                .accept, on: [3], by: Writer(account: nil, role: .owner), now: site.clock.now)
            #expect(try await site.get("/timeline/").text.contains("two revolutions"))
            #expect(try await site.get("/on/11-07/").text.contains("two revolutions"))
        }
    }

    @Test("long timelines come in pages")
    func pages() async throws {
        try await TestSite.run(Self.export) { site in
            try await ChangeChronicle(site.database, actor: "test").change(
                to: Chronicle(perPage: 3), now: site.clock.now)
            let first = try await site.get("/timeline/").text
            #expect(first.contains("The Ides"))
            #expect(!first.contains("The speech"))
            #expect(first.contains("href=\"/timeline/page/2/\" rel=\"next\""))
            #expect(first.contains("href=\"/timeline/page/2/#century-20\""))
            #expect(try await site.get("/timeline/page/3/").text.contains("The speech"))
            #expect(try await site.get("/timeline/page/4/").status == 404)
        }
    }

    @Test("today is the day of the site's clock, and changes at its midnight")
    func today() async throws {
        let clock = TestClock("2026-02-25 22:59:00")
        try await TestSite.run(Self.export) {
            $0.clock = clock
        } _: { site in
            var change = try #require(try await site.database.read { tx in try tx.site() })
            change.timeZone = "Europe/Berlin"
            try await ChangeSite(site.database, actor: "test").change(to: change, now: clock.now)
            #expect(try await site.get("/today/").text.contains("On this day: February 25"))
            #expect(try await site.get("/").text.contains("70 years ago"))
            #expect(try await site.get("/today.json").text.contains("\"date\":\"2026-02-25\""))
            #expect(
                try await site.get("/today/").text.contains("rel=\"canonical\" href=\"https://days.example/on/02-25/\"")
            )
            clock.advance(seconds: 60)
            #expect(try await site.get("/today/").text.contains("On this day: February 26"))
            #expect(!(try await site.get("/").text.contains("70 years ago")))
            #expect(try await site.get("/today.json").text.contains("\"events\":[]"))
        }
    }

    @Test(
        "29 February is remembered as the owner wants it",
        arguments: [
            (LeapDayRule.on28February, "2026-02-28 12:00:00", true), (.on28February, "2026-03-01 12:00:00", false),
            (.on1March, "2026-03-01 12:00:00", true), (.on1March, "2026-02-28 12:00:00", false),
            (.onlyInLeapYears, "2026-02-28 12:00:00", false), (.onlyInLeapYears, "2028-02-29 12:00:00", true),
            (.on28February, "2028-02-28 12:00:00", false), (.on1March, "2028-02-29 12:00:00", true),
        ])
    func leapDay(rule: LeapDayRule, now: String, isShown: Bool) async throws {
        try await TestSite.run(Self.export) {
            $0.clock = TestClock(now)
        } _: { site in
            try await ChangeChronicle(site.database, actor: "test").change(
                to: Chronicle(leapDay: rule), now: site.clock.now)
            #expect(try await site.get("/today/").text.contains("An eclipse") == isShown)
            #expect(try await site.get("/today.ics").text.contains("An eclipse") == isShown)
        }
    }

    @Test("feeds come in three formats, and each year's today is an item of its own")
    func feeds() async throws {
        try await TestSite.run(Self.export) {
            $0.clock = TestClock("2026-02-25 12:00:00")
        } _: { site in
            for place in [
                "/on/02-25/", "/on/02/", "/in/1956/", "/in/1950s/", "/in/20th-century/", "/today/", "/timeline/",
            ] {
                let rss = try await site.get(place + "feed/")
                #expect(FeedRules.problems(rss: rss.body) == [], "\(place)")
                #expect(FeedRules.problems(atom: try await site.get(place + "feed/atom/").body) == [], "\(place)")
                #expect(FeedRules.problems(json: try await site.get(place + "feed/json/").body) == [], "\(place)")
            }
            let today = try await site.get("/today/feed/").text
            #expect(today.contains("#2026-02-25</guid>"))
            #expect(today.contains("<pubDate>Wed, 25 Feb 2026 00:00:00 +0000</pubDate>"))
        }
    }

    @Test("calendar programs get yearly days, of a day, of all, and of a category")
    func calendars() async throws {
        try await TestSite.run(Self.export) { site in
            for path in ["/on/02-25.ics", "/calendar.ics", "/category/centuries/twentieth/calendar.ics", "/today.ics"] {
                let answer = try await site.get(path)
                #expect(answer.field("content-type") == "text/calendar; charset=utf-8", "\(path)")
                #expect(CalendarRules.problems(answer.body) == [], "\(path)")
                let again = try await site.get(path, "If-None-Match: \(answer.field("etag") ?? "")")
                #expect(again.status == 304, "\(path)")
            }
            let all = try await site.get("/calendar.ics").text
            #expect(all.contains("DTSTART;VALUE=DATE:19700225"))
            #expect(all.contains("UID:event-1@days.example"))
            #expect(all.contains("X-THAW-EDTF;VALUE=TEXT:1956-02-25"))
            #expect(!all.contains("The Ides"))
            #expect(try await site.get("/category/nothing/calendar.ics").status == 404)
        }
    }

    @Test("a post says of what it tells, to readers and to programs")
    func post() async throws {
        try await TestSite.run(Self.export) { site in
            let html = try await site.get("/2012/03/01/the-speech/").text
            #expect(html.contains("<time datetime=\"1956-02-25\">February 25, 1956</time>"))
            #expect(html.contains("href=\"/on/02-25/\""))
            #expect(html.contains("href=\"/in/1956/\""))
            #expect(html.contains("\"temporalCoverage\":\"1956-02-25\""))
            #expect(html.contains("\"startDate\":\"1956-02-25\""))
            #expect(try await site.get("/2012/03/06/war/").text.contains("\"temporalCoverage\":\"1914/1918\""))
            #expect(!(try await site.get("/2012/11/07/two/").text.contains("temporalCoverage")))
        }
    }

    @Test("a day of the old calendar stands where it was written, and the day of ours leads there")
    func oldStyle() async throws {
        try await TestSite.run(Self.export) { site in
            let cookie = try await site.signUp(.owner)
            let made = try await site.post(
                "/admin/posts/new/",
                form:
                    "title=A+birth&source=x&action=save&standing=published&event-date=1731-02-11&event-calendar=lady-day"
                    + "&event-place=Pope%27s+Creek&event-coordinates=38.19,+-76.93", cookie)
            #expect(made.status == 303)
            #expect(try await site.get("/on/02-11/").text.contains("A birth"))
            let ours = try await site.get("/on/02-22/").text
            #expect(ours.contains("The same day by another calendar"))
            #expect(ours.contains("February 11, 1731/32 (O.S.) / February 22, 1732 (N.S.)"))
            #expect(try await site.get("/in/1732/").text.contains("A birth"))
            let html = try await site.get("/2026/04/08/a-birth/").text
            #expect(html.contains("\"latitude\":\"38.19\""))
            #expect(html.contains("\"temporalCoverage\":\"1732-02-22\""))
        }
    }

    @Test("what an import brought keeps its address, and the chronicle makes way")
    func imported() async throws {
        var export = TestExport()
        export.add(TestExport.Item(1, "February 25, 1956 – The speech", "the-speech"))
        export.add(
            TestExport.Item(2, "Timeline", "timeline") {
                $0.kind = "page"
                $0.link = "https://days.example/timeline/"
                $0.content = "<p>My own timeline.</p>"
            })
        let text = export.text
        try await TestSite.run(text) { site in
            let page = try await site.get("/timeline/")
            #expect(page.text.contains("My own timeline."))
            #expect(try await site.get("/history/timeline/").text.contains("The speech"))
            #expect(try await site.get("/on/02-25/").location == "/history/on/02-25/")
            #expect(try await site.get("/2012/02/25/the-speech/").text.contains("href=\"/history/on/02-25/\""))
        }
    }

    @Test("the first page tells of the new day when the old one ends, also after one of which nothing is told")
    func midnight() async throws {
        let clock = TestClock("2026-02-24 23:59:30")
        try await TestSite.run(Self.export) {
            $0.clock = clock
        } _: { site in
            let before = try await site.get("/")
            #expect(!before.text.contains("on-this-day"))
            clock.advance(seconds: 60)
            let after = try await site.get("/")
            #expect(after.text.contains("on-this-day"))
        }
    }

    @Test("what has no end stands in the year in which it began")
    func open() async throws {
        try await TestSite.run(Self.export) { site in
            let cookie = try await site.signUp(.owner)
            _ = try await site.post(
                "/admin/posts/new/",
                form: "title=Peace&source=x&action=save&standing=published&event-date=1945-05-08/..",
                cookie)
            #expect(try await site.get("/in/1945/").text.contains("Peace"))
            #expect(try await site.get("/on/05-08/").text.contains("Peace"))
            #expect(try await site.get("/in/1946/").status == 404)
        }
    }

    @Test("a site that tells of no event has none of these pages")
    func none() async throws {
        var export = TestExport()
        export.add(TestExport.Item(1, "On bread", "bread"))
        let text = export.text
        try await TestSite.run(text) { site in
            for path in ["/today/", "/timeline/", "/on/02-25/", "/calendar.ics", "/today.json"] {
                let answer = try await site.get(path)
                #expect(answer.status == 404, "\(path)")
            }
            #expect(!(try await site.get("/2012/02/25/bread/").text.contains("href=\"/timeline/\"")))
            let cookie = try await site.signUp(.owner)
            let form = "title=A+day&source=x&action=save&standing=published&event-date=1900-01-01"
            _ = try await site.post("/admin/posts/new/", form: form, cookie)
            // With the first of them every page learns that there is a timeline.
            #expect(try await site.get("/2012/02/25/bread/").text.contains("href=\"/timeline/\""))
        }
    }
}
