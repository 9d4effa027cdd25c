import Accounts
import Database
import Model
import SQLiteDatabase
import SiteSupport
import Store
import Testing
import Web

@Suite("People in the administration")
struct PeoplePagesTests {
    private static func number(_ email: String, _ site: TestSite) async throws -> Int64 {
        try await site.database.read { tx in
            let id = try #require(try tx.site()).id
            return try #require(try tx.accounts(email: email, site: id).first).number
        }
    }

    @Test("an invitation makes somebody who signs in after setting a password, once")
    func invite() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let cookie = try await site.signUp(.owner)
            let form = "name=Urania+%3Cb%3E&email=urania@example.org&role=editor"
            let page = try await site.post("/admin/people/", form: form, cookie).text
            let link = try #require(page.firstMatch(of: /https:\/\/days\.example(\/admin\/password\/\w+\/)/)).1
            #expect(page.contains("Urania &lt;b&gt;") && page.contains("invited until"))
            #expect(try await !site.get("/admin/people/", cookie).text.contains(link))
            #expect(try await site.post(String(link), form: "password=a+long+password").status == 303)
            #expect(try await site.get(String(link)).status == 404)
            let answer = try await site.post(
                "/admin/sign-in/", form: "name=urania@example.org&password=a+long+password")
            let editor = "Cookie: " + (try #require(answer.cookie))
            #expect(try await site.get("/admin/categories/", editor).status == 200)
            #expect(try await site.get("/admin/people/", editor).status == 403)
            for (wrong, word) in [
                (form, "signs in with this"), ("name=&email=x@example.org&role=author", "Give their name."),
                ("name=X&email=x&role=author", "no e-mail address"), ("name=X&email=x@example.org&role=king", "Choose"),
            ] {
                let answer = try await site.post("/admin/people/", form: wrong, cookie)
                #expect(answer.status == 422 && answer.text.contains(word), "\(wrong)")
            }
        }
    }

    @Test("an author who moved in claims their account, posts and all")
    func claim() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let cookie = try await site.signUp(.owner)
            let number = try await Self.number("clio@private.example", site)
            let path = "/admin/people/\(number)/"
            #expect(try await site.get(path, cookie).text.contains("clio@private.example"))
            let page = try await site.post(path + "invite/", form: "email=clio@example.org", cookie).text
            let link = try #require(page.firstMatch(of: /https:\/\/days\.example(\/admin\/password\/\w+\/)/)).1
            #expect(try await site.post(String(link), form: "password=a+long+password").status == 303)
            let answer = try await site.post("/admin/sign-in/", form: "name=clio@example.org&password=a+long+password")
            let author = "Cookie: " + (try #require(answer.cookie))
            #expect(try await site.get("/admin/posts/", author).text.contains("A Speech"))
            #expect(try await site.post(path + "invite/", form: "email=x@example.org", cookie).status == 422)
        }
    }

    @Test("roles change at once; the last owner stays, whatever is tried")
    func roles() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let owner = try await site.signUp(.owner)
            let author = try await site.signUp(.author)
            let (first, second) = (
                try await Self.number("owner@example.org", site), try await Self.number("author@example.org", site)
            )
            for (path, form) in [("", "role=editor"), ("remove/", "sure=1")] {
                let answer = try await site.post("/admin/people/\(first)/\(path)", form: form, owner)
                #expect(answer.status == 422 && answer.text.contains("Nobody else may do everything"))
            }
            #expect(try await site.post("/admin/people/\(second)/", form: "role=owner", owner).status == 303)
            #expect(try await site.get("/admin/people/", author).status == 200)
            #expect(try await site.post("/admin/people/\(first)/", form: "role=moderator", author).status == 303)
            #expect(try await site.get("/admin/people/", owner).status == 403)
            #expect(try await site.get("/admin/people/999/", author).status == 404)
        }
    }

    @Test("removed, somebody is out at once; their posts keep the name or get another, and every list follows")
    func remove() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let owner = try await site.signUp(.owner)
            let editor = try await site.signUp(.editor)
            let number = try await Self.number("editor@example.org", site)
            _ = try await site.readers(["Anna"])
            let now = site.clock.now
            try await site.database.write { tx in
                let id = try #require(try tx.site()).id
                let account = try #require(try tx.accounts(email: "editor@example.org", site: id).first).id
                let anna = try tx.identity(
                    provider: "github", issuer: "https://github.com", subject: "Anna", site: id)
                try tx.set(account: account, of: #require(anna).id)
                try tx.insert(
                    StoredPasskey(
                        account: account, credential: "c", publicKey: "k", counter: 0, name: "Phone", createdAt: now))
            }
            #expect(try await site.post("/admin/people/\(number)/sign-out/", form: "", owner).status == 303)
            #expect(try await site.get("/admin/", editor).status == 303)
            #expect(try await site.post("/admin/people/\(number)/remove/", form: "", owner).status == 422)
            #expect(try await site.post("/admin/people/\(number)/remove/", form: "sure=1", owner).status == 303)
            let again = "name=editor@example.org&password=a+long+password"
            #expect(try await site.post("/admin/sign-in/", form: again).status == 403)
            let hasOtherWays = try await site.database.read { tx in
                let id = try #require(try tx.site()).id
                let anna = try tx.identity(
                    provider: "github", issuer: "https://github.com", subject: "Anna", site: id)
                return try anna?.account != nil || tx.hasPasskeys()
            }
            #expect(!hasOtherWays)
            let clio = try await Self.number("clio@private.example", site)
            #expect(try await site.post("/admin/people/\(clio)/posts/", form: "heir=", owner).status == 422)
            #expect(try await site.post("/admin/people/\(clio)/posts/", form: "heir=\(clio)", owner).status == 422)
            let before = try await site.get(DaysGoneBy.speech).text
            #expect(before.contains("/author/clio/"))
            #expect(try await site.post("/admin/people/\(clio)/posts/", form: "heir=\(number)", owner).status == 303)
            let after = try await site.get(DaysGoneBy.speech).text
            #expect(after.contains("/author/editor/") && !after.contains("/author/clio/"))
            #expect(try await site.get("/author/editor/").text.contains(DaysGoneBy.speech))
            #expect(try await !site.get("/author/clio/").text.contains(DaysGoneBy.speech))
        }
    }

    @Test("the log tells who did what, and finds it again")
    func log() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let owner = try await site.signUp(.owner)
            _ = try await site.post("/admin/sign-in/", form: "name=owner@example.org&password=wrong")
            _ = try await site.post(
                "/admin/site/", form: "title=A+%3Cb%3E&language=en&time-zone=UTC&date-format=language&icon=&category=",
                owner)
            _ = try await site.post("/admin/comments/", form: "state=approved&one=spam+21", owner)
            let all = try await site.get("/admin/log/", owner).text
            for word in [
                "Signed in: owner", "Wrong password for: owner", "Changed: the site",
                "title: Days Gone By → A &lt;b&gt;",
                "Moderated: a comment", "status: approved → spam", "Imported into: the site", "a visitor",
            ] { #expect(all.contains(word), "\(word)") }
            let some = try await site.get("/admin/log/?what=comment&who=", owner).text
            #expect(some.contains("Moderated") && !some.contains("Signed in: "))
            #expect(try await !site.get("/admin/log/?who=visitor&what=", owner).text.contains("Moderated"))
            let editor = try await site.signUp(.editor)
            #expect(try await site.get("/admin/log/", editor).status == 403)
        }
    }
}
