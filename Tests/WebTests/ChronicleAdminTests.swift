import Database
import EDTF
import Foundation
import Model
import Publishing
import SQLiteDatabase
import SiteSupport
import Store
import Testing

@Suite("The chronicle in the administration")
struct ChronicleAdminTests {
    @Test("the editor says how a date was understood, and what is wrong with one")
    func editor() async throws {
        try await TestSite.run(ChronicleTests.export) { site in
            let cookie = try await site.signUp(.owner)
            let refused = try await site.post(
                "/admin/posts/new/", form: "title=A&source=b&action=save&event-date=nonsense&event-place=Rome", cookie)
            #expect(refused.status == 422)
            #expect(refused.text.contains("No date can be read from “nonsense”."))
            #expect(refused.text.contains("value=\"Rome\""))
            let looked = try await site.post(
                "/admin/posts/new/", form: "title=May+1,+1900&source=b&action=preview&event-date=about+1450", cookie)
            #expect(looked.text.contains("about 1450; in EDTF 1450~; from 1450-01-01 to 1450-12-31"))
            #expect(looked.text.contains("The title says May 1, 1900."))
            let backwards = try await site.post(
                "/admin/posts/new/", form: "title=A&source=b&action=save&event-date=1918&event-end=1914", cookie)
            #expect(backwards.text.contains("It ends before it begins"))
            let made = try await site.post(
                "/admin/posts/new/",
                form: "title=A&source=b&action=save&event-date=July+1,+1914&event-end=1918-11-11&event-place=Europe",
                cookie)
            let number = try #require(made.location?.firstMatch(of: /(\d+)/)?.1)
            let event = try await site.database.read { tx in
                try tx.site().flatMap { try tx.post(number: Int64(number) ?? 0, site: $0.id) }.flatMap {
                    try tx.event(of: $0.id)
                }
            }
            #expect(event?.whole.description == "1914-07-01/1918-11-11")
            #expect(event?.words == "July 1, 1914")
        }
    }

    @Test("a former text brings its date back, and shows that it was another")
    func revisions() async throws {
        try await TestSite.run(ChronicleTests.export) { site in
            let cookie = try await site.signUp(.owner)
            func version() async throws -> String {
                let html = try await site.get("/admin/posts/1/", cookie).text
                return try String(#require(html.firstMatch(of: /name="version" value="(\d+)"/)?.1))
            }
            let form = "title=The+speech&source=x&action=save&standing=published"
            var saved = try await site.post(
                "/admin/posts/1/", form: "\(form)&version=\(version())&event-date=1956-02-24", cookie)
            #expect(saved.status == 303)
            saved = try await site.post(
                "/admin/posts/1/", form: "\(form)&version=\(version())&event-date=1956-02-23", cookie)
            #expect(saved.status == 303)
            let page = try await site.get("/admin/posts/1/revisions/", cookie).text
            #expect(page.contains("1956-02-24") || page.contains("24"))
            let revision = try #require(page.firstMatch(of: /name="revision" value="(\d+)"/)?.1)
            let restored = try await site.post(
                "/admin/posts/1/revisions/", form: "revision=\(revision)&version=\(version())", cookie)
            #expect(restored.status == 303)
            #expect(try await site.get("/on/02-24/").text.contains("The speech"))
            #expect(!(try await site.get("/on/02-23/").text.contains("The speech")))
        }
    }

    @Test("doubtful dates are accepted, corrected and refused, and a refused one is not guessed again")
    func review() async throws {
        try await TestSite.run(ChronicleTests.export) { site in
            let cookie = try await site.signUp(.owner)
            let page = try await site.get("/admin/chronicle/dates/", cookie).text
            #expect(page.contains("One date is doubtful."))
            #expect(page.contains("1917 – The year of two revolutions"))
            let wrong = try await site.post(
                "/admin/chronicle/dates/", form: "number=3&decision=correct&date=soon", cookie)
            #expect(wrong.status == 422)
            #expect(wrong.text.contains("No date can be read from “soon”."))
            let corrected = try await site.post(
                "/admin/chronicle/dates/", form: "number=3&decision=correct&date=1917-11-07", cookie)
            #expect(corrected.status == 303)
            #expect(try await site.get("/on/11-07/").text.contains("two revolutions"))
            #expect(try await site.get("/admin/chronicle/dates/", cookie).text.contains("No date is doubtful."))
            _ = try await site.post("/admin/chronicle/dates/", form: "number=3&decision=refuse", cookie)
            #expect(!(try await site.get("/in/1917/").text.contains("two revolutions")))
            let read = try await site.post("/admin/chronicle/dates/", form: "all=read", cookie)
            #expect(read.text.contains("Dates read: 0 certain, 0 doubtful."))
        }
    }

    @Test("the year shows which days have posts, and what comes round becomes a draft that waits for its day")
    func anniversaries() async throws {
        try await TestSite.run(ChronicleTests.export) {
            $0.clock = TestClock("2025-12-01 12:00:00")
        } _: { site in
            let cookie = try await site.signUp(.owner)
            let page = try await site.get("/admin/chronicle/", cookie).text
            #expect(page.contains("February 25, 3 posts"))
            #expect(page.contains("4 public posts tell of 2 days; 364 have none."))
            #expect(page.contains("70 years"))
            #expect(!page.contains("178 years"))
            let begun = try await site.post("/admin/chronicle/draft/", form: "number=1", cookie)
            let place = try #require(begun.location)
            let editor = try await site.get(place, cookie).text
            #expect(editor.contains("70 years ago"))
            #expect(editor.contains("Save, and publish on February 25, 2026"))
            #expect(editor.contains("(/2012/03/01/the-speech/)"))
            let number = try #require(place.firstMatch(of: /(\d+)/)?.1)
            #expect(try await site.get("/admin/chronicle/", cookie).text.contains("Drafts that tell of a day"))
            let scheduled = try await site.post("/admin/chronicle/schedule/", form: "number=\(number)", cookie)
            #expect(scheduled.status == 303)
            #expect(try await site.get(place, cookie).text.contains("value=\"2026-02-25T06:00\""))
        }
    }

    @Test("the settings say where the pages stand and what the first page tells")
    func settings() async throws {
        try await TestSite.run(ChronicleTests.export) {
            $0.clock = TestClock("2026-02-25 12:00:00")
        } _: { site in
            let cookie = try await site.signUp(.owner)
            let speech = "/2012/03/01/the-speech/"
            #expect(try await site.get("/").text.contains("class=\"on-this-day\""))
            #expect(!(try await site.get(speech).text.contains("class=\"on-this-day\"")))
            let wrong = try await site.post(
                "/admin/chronicle/settings/", form: "folder=A+B&leap-day=march-1&per-page=5", cookie)
            #expect(wrong.status == 422)
            let saved = try await site.post(
                "/admin/chronicle/settings/",
                form: "folder=past&leap-day=march-1&per-page=50&beside-posts=1&mail-hour=7", cookie)
            #expect(saved.status == 303)
            #expect(!(try await site.get("/").text.contains("class=\"on-this-day\"")))
            #expect(try await site.get(speech).text.contains("class=\"on-this-day\""))
            #expect(try await site.get("/past/today/").status == 200)
            #expect(try await site.get("/today/").location == "/past/today/")
        }
    }

    @Test("other programs read and write it, with the field that is not understood named")
    func programs() async throws {
        try await TestSite.run(ChronicleTests.export) { site in
            let program = try await Program(site)
            let read = try await program.send("GET", "/posts/1").json
            #expect(read["event"]["date"].text == "1956-02-25")
            #expect(read["event"]["words"].text == "February 25, 1956")
            let refused = try await program.send("PATCH", "/posts/1", #"{"event": {"date": "soon"}}"#)
            #expect(refused.status == 422)
            #expect(refused.faultyFields == ["event.date"])
            let place = #"{"event": {"date": "February 24, 1956", "place": "Moscow", "coordinates": "55.75, 37.62"}}"#
            let changed = try await program.send("PATCH", "/posts/1", place).json
            #expect(changed["event"]["date"].text == "1956-02-24")
            #expect(changed["event"]["place"].text == "Moscow")
            // What is not said stays.
            _ = try await program.send("PATCH", "/posts/1", #"{"title": "Another"}"#)
            #expect(try await site.get("/on/02-24/").text.contains("Another"))
            #expect(try await program.send("PATCH", "/posts/1", #"{"event": null}"#).json["event"] == .null)
            #expect(try await site.get("/in/1956/").status == 404)
        }
    }
}
