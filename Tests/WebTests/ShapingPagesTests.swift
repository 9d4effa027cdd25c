import Database
import Foundation
import Jobs
import Model
import Publishing
import SQLiteDatabase
import SiteSupport
import Store
import Testing
import Web

@Suite("Permalinks, menu, theme and the rest of what an owner shapes")
struct ShapingPagesTests {
    private static func owned(
        _ body: @escaping @Sendable (TestSite, String) async throws -> Void
    ) async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let cookie = try await site.signUp(.owner)
            try await body(site, cookie)
        }
    }

    @Test(
        "another structure gives every public post its new address, to which the former one leads; a wrong one is named"
    )
    func permalinks() async throws {
        try await Self.owned { site, cookie in
            let page = try await site.get("/admin/permalinks/", cookie)
            #expect(page.text.contains("Day and name: /2026/04/08/sample-post/"))
            for (typed, fault) in [
                ("no-slash", "begins with a slash"), ("/%year%/", "must be in it"),
                ("/%moon%/%postname%/", "no tag %moon%"),
                ("/admin/%postname%/", "something else here"), ("/a//%postname%/", "begins with a slash"),
            ] {
                let form = "structure=custom&custom=\(typed.replacing("%", with: "%25"))"
                let answer = try await site.post("/admin/permalinks/", form: form, cookie)
                #expect(answer.status == 422 && answer.text.contains(fault), "\(typed)")
            }
            let form = "structure=custom&custom=/%25category%25/%25postname%25.html"
            #expect(try await site.post("/admin/permalinks/", form: form, cookie).status == 303)
            let jobs = RunJobs(
                site.database, handlers: [GiveAddresses(site.database).handler], rules: JobRules(),
                now: site.services.now, jitter: { 0 })
            while try await jobs.runOne() {}
            let moved = try await site.get(DaysGoneBy.speech)
            let target = try #require(moved.location)
            #expect(moved.status == 301 && target.hasSuffix(".html"), "\(target)")
            #expect(try await site.get(target).status == 200)
            #expect(try await site.get("/").text.contains("href=\"\(target)\""))
            #expect(try await site.get(DaysGoneBy.speech + "feed/").location == target + "/feed/")
        }
    }

    @Test("the menu is set entry by entry, with places and levels, and what is wrong with one loses nothing")
    func navigation() async throws {
        try await Self.owned { site, cookie in
            let category = try await site.database.read { tx in
                try tx.terms(of: .category, site: try #require(try tx.site()).id).map(\.term).first
            }
            let number = try #require(category).number
            func row(
                _ row: Int, _ target: String, url: String = "", label: String = "", place: String, below: Bool = false
            )
                -> String
            {
                "&target-\(row)=\(target)&url-\(row)=\(url)&label-\(row)=\(label)&place-\(row)=\(place)"
                    + (below ? "&below-\(row)=1" : "")
            }
            let wrong =
                row(1, "address", url: "javascript:alert(1)", label: "Bad", place: "1")
                + row(2, "address", url: "/feed/", label: "Feed", place: "2")
            let refused = try await site.post("/admin/navigation/", form: wrong, cookie)
            #expect(refused.status == 422 && refused.text.contains("This is no address"))
            #expect(refused.text.contains("value=\"Feed\"") && refused.text.contains("value=\"javascript:alert(1)\""))
            let form =
                row(1, "address", url: "https://elsewhere.example/", label: "Elsewhere", place: "2")
                + row(2, "term-\(number)", place: "2.5", below: true)
                + row(3, "address", url: "/feed/", label: "Feed", place: "1")
                + row(4, "address", place: "9")
            #expect(try await site.post("/admin/navigation/", form: form, cookie).status == 303)
            let home = try await site.get("/").text
            let feed = try #require(home.range(of: "<a href=\"/feed/\">Feed</a>"))
            let elsewhere = try #require(home.range(of: "<a href=\"https://elsewhere.example/\">Elsewhere</a>\n<ul>"))
            #expect(feed.lowerBound < elsewhere.lowerBound)
            let again = try await site.get("/admin/navigation/", cookie).text
            #expect(
                again.contains("value=\"term-\(number)\" selected")
                    && again.contains("name=\"below-3\" type=\"checkbox\" value=\"1\" checked"))
            let emptied = "&target-1=address&url-1=/feed/&remove-1=1"
            #expect(try await site.post("/admin/navigation/", form: emptied, cookie).status == 303)
            #expect(try await !site.get("/").text.contains("Elsewhere"))
        }
    }

    @Test("own style rules are looked at before anybody else sees them, and stand behind the theme's")
    func style() async throws {
        try await Self.owned { site, cookie in
            let css = "css=body+%7B+color%3A+red+%7D"
            let tried = try await site.post("/admin/theme/style/", form: css + "&do=try", cookie)
            let address = try #require(tried.text.firstMatch(of: /\/theme\/[0-9a-f]+\/own\.css/)).0
            #expect(try await site.get(String(address)).text == "body { color: red }")
            #expect(try await !site.get("/").text.contains("own.css"))
            #expect(try await site.post("/admin/theme/style/", form: css + "&do=save", cookie).status == 303)
            let home = try await site.get("/")
            #expect(home.text.contains("<link rel=\"stylesheet\" href=\"\(address)\">"))
            let file = try await site.get(String(address))
            #expect(
                file.field("content-type") == "text/css; charset=utf-8"
                    && file.field("cache-control")?.contains("immutable") == true)
            #expect(try await site.get("/admin/theme/", cookie).text.contains("body { color: red }"))
            #expect(try await site.get("/theme/0123456789abcdef/own.css").status == 404)
            let long = "css=" + String(repeating: "a", count: (256 << 10) + 1)
            #expect(try await site.post("/admin/theme/style/", form: long, cookie).status == 422)
            #expect(try await site.post("/admin/theme/style/", form: "css=&do=save", cookie).status == 303)
            #expect(try await !site.get("/").text.contains("own.css"))
        }
    }

    @Test("dates, the default category and the newest responses first are the owner's to set")
    func site() async throws {
        try await Self.owned { site, cookie in
            let category = try await site.database.read { tx in
                try tx.terms(of: .category, site: try #require(try tx.site()).id).map(\.term).first
            }
            let number = try #require(category).number
            let form = "title=Days&language=en&time-zone=UTC&icon="
            let saved = try await site.post(
                "/admin/site/", form: form + "&date-format=dotted&category=\(number)", cookie)
            #expect(saved.status == 303)
            #expect(try await site.get(DaysGoneBy.speech).text.contains(">25.02.2012<"))
            #expect(
                try await site.post("/admin/posts/new/", form: "title=New&source=Words&standing=published", cookie)
                    .status
                    == 303)
            let newest = try await site.get("/").text
            #expect(newest.contains("rel=\"category tag\"") || newest.contains("/category/"))
            let deleted = try await site.post("/admin/categories/\(number)/delete/", form: "sure=1", cookie)
            #expect(deleted.status == 422 && deleted.text.contains("Posts without a category stand here."))
            #expect(
                try await site.post("/admin/site/", form: form + "&date-format=moon&category=", cookie).status == 422)
            #expect(try await site.get("/favicon.ico").status == 404)
        }
    }
}
