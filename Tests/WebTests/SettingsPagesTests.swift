import Accounts
import Database
import Model
import SQLiteDatabase
import SiteSupport
import Store
import Testing
import Web

@Suite("Settings in the administration")
struct SettingsPagesTests {
    @Test("title, tagline, language and visibility change on every page at once")
    func site() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let cookie = try await site.signUp(.owner)
            #expect(try await !site.get("/").text.contains("noindex"))
            let form =
                "title=Other+Days&tagline=A+%26+B&language=fr&time-zone=Asia%2FTokyo&hidden=1"
                + "&date-format=language&category=&icon="
            #expect(try await site.post("/admin/site/", form: form, cookie).location == "/admin/site/?saved=1")
            let home = try await site.get("/").text
            #expect(home.contains(">Other Days</a></h1>") && home.contains("A &amp; B"))
            #expect(home.contains(#"<html lang="fr""#) && home.contains(#"<meta name="robots" content="noindex">"#))
            #expect(try await site.get(DaysGoneBy.speech).text.contains("noindex"))
            #expect(try await site.get("/robots.txt").text == "User-agent: *\nDisallow: /admin/\n")
            let page = try await site.get("/admin/site/?saved=1", cookie).text
            #expect(page.contains("Saved.") && page.contains(#"<option value="Asia/Tokyo" selected>"#))
            let wrong = try await site.post("/admin/site/", form: "title=&language=&time-zone=x", cookie)
            #expect(wrong.status == 422 && wrong.text.contains("The site needs a title."))
            #expect(try await site.get("/").text.contains(">Other Days</a></h1>"))
        }
    }

    @Test("a page at the root, the posts at a page of their own, and back again")
    func frontPage() async throws {
        var export = TestExport()
        for (number, title, slug) in [(20, "Welcome", "welcome"), (21, "All days", "blog")] {
            export.add(.init(number, title, slug) { $0.kind = "page" })
        }
        for number in 1...12 {
            export.add(
                .init(number, "Day \(number)", "post-\(number)") {
                    $0.date = "2012-02-\(number + 10) 10:30:00"
                    $0.content = "<p>Words with <b>weight</b>.</p>"
                })
        }
        try await TestSite.run(export.text) { site in
            let cookie = try await site.signUp(.owner)
            let form = "per-page=5&feed-items=3&feeds=summary"
            #expect(
                try await site.post("/admin/reading/", form: form + "&front-page=20&posts-page=21", cookie).status
                    == 303)
            let root = try await site.get("/").text
            #expect(root.contains("Welcome") && !root.contains("post-12"))
            #expect(try await site.get("/welcome/").location == "/")
            let posts = try await site.get("/blog/").text
            #expect(posts.contains("All days") && posts.contains("/post-12/") && posts.contains(#"href="/page/2/""#))
            #expect(try await site.get("/page/2/").text.contains(#"href="/blog/""#))
            #expect(try await site.get("/blog/page/2/").location == "/page/2/")
            #expect(try await site.get("/blog/page/1/").location == "/blog/")
            let feed = try await site.get("/feed/").text
            #expect(feed.split(separator: "<item>").count == 4 && !feed.contains("<b>"))
            #expect(
                try await site.post("/admin/reading/", form: form + "&front-page=&posts-page=", cookie).status == 303)
            #expect(try await site.get("/").text.contains("/post-12/"))
            #expect(try await site.get("/welcome/").text.contains("Welcome"))
            for wrong in ["&front-page=20&posts-page=20", "&front-page=&posts-page=21", "&front-page=99&posts-page="] {
                #expect(try await site.post("/admin/reading/", form: form + wrong, cookie).status == 422, "\(wrong)")
            }
            let small = "per-page=0&feed-items=x&feeds=full&front-page=&posts-page="
            let answer = try await site.post("/admin/reading/", form: small, cookie)
            #expect(answer.status == 422 && answer.text.contains("A number from 1 to 100."))
            #expect(answer.text.contains(#"value="x""#))
        }
    }
}

@Suite("One's own profile")
struct ProfilePageTests {
    @Test("a name changes freely; e-mail address and password ask for the present password")
    func change() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let cookie = try await site.signUp(.author)
            let other = try #require(
                try await site.post("/admin/sign-in/", form: "name=author@example.org&password=a+long+password").cookie)
            let name = "name=Clio&email=author%40example.org&password=&present="
            #expect(try await site.post("/admin/profile/", form: name, cookie).status == 303)
            #expect(try await site.get("/admin/profile/", cookie).text.contains(#"value="Clio""#))
            let form = "name=Clio&email=clio%40example.org&password=another+one&present="
            let refused = try await site.post("/admin/profile/", form: form + "wrong", cookie)
            #expect(refused.status == 422 && refused.text.contains("This is not your present password."))
            #expect(refused.text.contains(#"value="clio@example.org""#) && !refused.text.contains("another one"))
            #expect(try await site.post("/admin/profile/", form: form + "a+long+password", cookie).status == 303)
            #expect(try await site.get("/admin/", cookie).status == 200)
            #expect(try await site.get("/admin/", "Cookie: \(other)").status == 303)
            #expect(
                try await site.post("/admin/sign-in/", form: "name=clio@example.org&password=another+one").status == 303
            )
            #expect(
                try await site.post("/admin/sign-in/", form: "name=author@example.org&password=a+long+password")
                    .status == 403)
        }
    }

    @Test("nobody takes another's e-mail address, and guessing the password comes to an end")
    func refusals() async throws {
        try await TestSite.run(DaysGoneBy.export, { $0.passwordTries = 2 }) { site in
            _ = try await site.signUp(.owner)
            let cookie = try await site.signUp(.author)
            func answer(_ email: String, _ present: String) async throws -> Answer {
                try await site.post(
                    "/admin/profile/", form: "name=A&email=\(email)&password=&present=\(present)", cookie)
            }
            #expect(try await answer("OWNER@example.org", "a+long+password").text.contains("already"))
            #expect(try await answer("nothing", "a+long+password").text.contains("This is no e-mail address."))
            for _ in 0..<2 { #expect(try await answer("x@example.org", "wrong").status == 422) }
            #expect(try await answer("x@example.org", "a+long+password").text.contains("Too many wrong passwords."))
        }
    }

    @Test("somebody sees where they are signed in, and signs out there, but never others")
    func sessions() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let owner = try await site.signUp(.owner)
            let cookie = try await site.signUp(.author)
            let signIn = "name=author@example.org&password=a+long+password"
            let agent = "User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
            let second = "Cookie: " + (try #require(try await site.post("/admin/sign-in/", form: signIn, agent).cookie))
            let third = "Cookie: " + (try #require(try await site.post("/admin/sign-in/", form: signIn).cookie))
            let page = try await site.get("/admin/profile/", cookie).text
            #expect(page.contains("Firefox on Linux") && page.contains("this browser"))
            let ids = page.matches(of: /name="end" value="(\d+)"/).map { String($0.1) }
            #expect(ids.count == 2)
            _ = try await site.post("/admin/profile/sessions/", form: "end=\(ids[0])", owner)
            #expect(try await site.get("/admin/", third).status == 200)
            #expect(
                try await site.post("/admin/profile/sessions/", form: "end=\(ids[0])", cookie).location
                    == "/admin/profile/?ended=1")
            let open = [try await site.get("/admin/", second).status, try await site.get("/admin/", third).status]
            #expect(open.sorted() == [200, 303])
            _ = try await site.post("/admin/profile/sessions/", form: "end=others", cookie)
            #expect(try await site.get("/admin/", second).status == 303)
            #expect(try await site.get("/admin/", third).status == 303)
            #expect(try await site.get("/admin/", cookie).status == 200)
            #expect(try await site.get("/admin/", owner).status == 200)
        }
    }
}
