import Accounts
import Conversation
import Database
import HTTPTypes
import Model
import SQLiteDatabase
import Secrets
import SiteSupport
import Store
import Testing
import Web

@Suite("The administration")
struct AdminTests {
    @Test("every page and deed is open to who may, and to nobody else")
    func roles() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            var cookies: [Role: String] = [:]
            for role in Role.allCases { cookies[role] = try await site.signUp(role) }
            for route in AdminRoute.all(site.services) where route.path != "admin/sign-out" {
                let path = "/" + route.path.replacing(":number", with: "21") + "/"
                func answer(_ fields: String) async throws -> Answer {
                    route.method == .get
                        ? try await site.get(path, fields) : try await site.post(path, form: "", fields)
                }
                let anonymous = try await answer("X-Nobody: 1")
                #expect(anonymous.location?.hasPrefix("/admin/sign-in/?to=") == true, "\(path)")
                #expect(try await answer("Cookie: thaw-session=\(String(repeating: "0", count: 64))").status == 303)
                for (role, cookie) in cookies {
                    let status = try await answer(cookie).status
                    #expect((status == 403) == !role.may(route.permission), "\(role) \(path) \(status)")
                }
                if route.method == .post {
                    let foreign = try await site.post(
                        path, form: "", "Sec-Fetch-Site: cross-site", try #require(cookies[.owner]))
                    #expect(foreign.status == 403, "\(path)")
                }
            }
        }
    }

    @Test("signing in leads where one was going, and out again")
    func signingIn() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let cookie = try await site.signUp(.owner)
            #expect(cookie.hasPrefix("Cookie: __Host-thaw-session="))
            let first = try await site.get("/admin/comments/?state=spam")
            #expect(first.location == "/admin/sign-in/?to=%2fadmin%2fcomments%2f%3fstate%3dspam")
            for (target, place) in [
                ("/admin/comments/?state=spam", "/admin/comments/?state=spam"), ("//elsewhere.example/", "/admin/"),
                ("/admin/\\elsewhere", "/admin/"), ("https://elsewhere.example/admin/", "/admin/"),
            ] {
                let escaped = target.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
                let answer = try await site.post(
                    "/admin/sign-in/", form: "name=owner@example.org&password=a+long+password&to=\(escaped)")
                #expect(answer.location == place)
            }
            let page = try await site.get("/admin/", cookie)
            #expect(page.status == 200 && page.field("cache-control") == "no-store")
            #expect(try await site.post("/admin/sign-out/", form: "", cookie).location == "/admin/sign-in/")
            #expect(try await site.get("/admin/", cookie).status == 303)
        }
    }

    @Test("wrong passwords are told alike, and after some of them nobody may try for a while")
    func guessing() async throws {
        try await TestSite.run(DaysGoneBy.export, { $0.passwordTries = 2 }) { site in
            _ = try await site.signUp(.owner)
            for name in ["owner@example.org", "nobody@example.org"] {
                let answer = try await site.post("/admin/sign-in/", form: "name=\(name)&password=wrong")
                #expect(answer.status == 403 && answer.text.contains("do not belong together"))
                #expect(answer.cookie == nil)
            }
            let right = "name=owner@example.org&password=a+long+password"
            #expect(try await site.post("/admin/sign-in/", form: right).status == 429)
            site.clock.advance(seconds: 601)
            #expect(try await site.post("/admin/sign-in/", form: right).status == 303)
        }
    }

    @Test("a one-time link sets the password once, and ends all sessions")
    func reset() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let cookie = try await site.signUp(.owner)
            let token = try #require(
                try await site.services.resetPassword.link(email: "Owner@example.org", now: site.clock.now))
            let path = "/admin/password/\(token.text)/"
            #expect(try await site.get(path).text.contains("owner@example.org"))
            #expect(try await site.post(path, form: "password=short").status == 422)
            #expect(try await site.post(path, form: "password=another+one+now").location == "/admin/sign-in/")
            #expect(try await site.get("/admin/", cookie).status == 303)
            #expect(try await site.get(path).status == 404)
            let answer = try await site.post(
                "/admin/sign-in/", form: "name=owner@example.org&password=another+one+now")
            #expect(answer.status == 303)
            let late = try #require(
                try await site.services.resetPassword.link(email: "owner@example.org", now: site.clock.now))
            site.clock.advance(seconds: 3601)
            #expect(try await site.get("/admin/password/\(late.text)/").status == 404)
            #expect(try await site.services.resetPassword.link(email: "x@example.org", now: site.clock.now) == nil)
        }
    }

    @Test("responses are judged one by one and together, with the way back, and readers see it at once")
    func moderation() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let cookie = try await site.signUp(.moderator)
            for word in ["One", "Two"] {
                let form = "comment=\(word)+more.&author=Anna&email=anna%40example.org"
                _ = try await site.post("\(DaysGoneBy.speech)comments/", form: form)
            }
            let queue = try await site.get("/admin/comments/", cookie).text
            #expect(queue.contains("One more.") && queue.contains("nothing by this browser was approved yet"))
            #expect(queue.contains("its author: 2 held"))
            let numbers = queue.matches(of: /name="number" value="(\d+)"/).map { String($0.1) }
            let one = try await site.post("/admin/comments/", form: "state=held&one=approved+\(numbers[0])", cookie)
            #expect(one.location == "/admin/comments/?state=held&done=approved&changes=\(numbers[0]):held")
            #expect(try await site.get(DaysGoneBy.speech).text.contains("Two more."))
            let notice = try await site.get(one.location ?? "", cookie).text
            #expect(notice.contains("One comment approved.") && !notice.contains("Two more."))
            let undone = try await site.post("/admin/comments/undo/", form: "undo=\(numbers[0]):held", cookie)
            #expect(undone.location == "/admin/comments/?state=held")
            #expect(try await !site.get(DaysGoneBy.speech).text.contains("Two more."))
            let all = "state=held&all=spam&number=\(numbers[0])&number=\(numbers[1])"
            _ = try await site.post("/admin/comments/", form: all, cookie)
            let spam = try await site.get("/admin/comments/?state=spam&words=anna@", cookie).text
            #expect(spam.contains("One more.") && spam.contains("Two more.") && !spam.contains("SECRET"))
            #expect(try await site.post("/admin/comments/", form: "all=nonsense&number=21", cookie).status == 400)
        }
    }

    @Test("a response is changed, with its original kept, and answered, which approves it")
    func changing() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let cookie = try await site.signUp(.editor)
            let form = "comment=First+words.&author=Anna&email=anna%40example.org"
            let sent = try await site.post("\(DaysGoneBy.speech)comments/", form: form)
            let number = try #require(sent.location?.split(separator: "-").last)
            let path = "/admin/comments/\(number)/"
            #expect(try await site.get(path, cookie).text.contains(">\nFirst words.</textarea>"))
            let changed = "comment=Second+**words**.&author=Anna+B&email=anna%40example.org&url="
            #expect(try await site.post(path, form: changed, cookie).location == path)
            let page = try await site.get(path, cookie).text
            #expect(page.contains("<pre dir=\"auto\">First words.</pre>") && page.contains("Anna B"))
            #expect(try await site.post(path, form: "comment=", cookie).status == 422)
            #expect(try await site.post("\(path)answer/", form: "comment=Thank+you.", cookie).status == 303)
            let shown = try await site.get(DaysGoneBy.speech).text
            #expect(shown.contains("Second <strong>words</strong>.") && shown.contains("Thank you."))
            #expect(try await site.get("/admin/comments/999999/", cookie).status == 404)
        }
    }

    @Test("discussion settings are kept, and a wrong number is named with everything else left as typed")
    func discussion() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let cookie = try await site.signUp(.owner)
            let form =
                "email=optional&closes=&order=oldest&depth=3&per-page=20&minutes=5&holding=nobody&admits=everybody&likes=off&links=&held=one%0D%0Atwo+&blocked="
            #expect(
                try await site.post("/admin/discussion/", form: form + "&opens=1&mails-held=1", cookie).location
                    == "/admin/discussion/?saved=1")
            let (kept, perPage) = try await site.database.read { tx -> (Discussion, Int) in
                let site = try #require(try tx.site())
                return (try tx.discussion(site: site.id), site.commentsPerPage)
            }
            var wanted = Discussion()
            wanted.email = .optional
            wanted.depth = 3
            wanted.editMinutes = 5
            wanted.holding = .nobody
            wanted.likes = .off
            wanted.linksHeld = nil
            wanted.heldWords = ["one", "two"]
            wanted.mailsNew = false
            #expect(kept == wanted && perPage == 20)
            #expect(try await site.get(DaysGoneBy.speech).text.contains("(optional)"))
            let wrong = try await site.post(
                "/admin/discussion/", form: form.replacing("closes=", with: "closes=soon"), cookie)
            #expect(
                wrong.status == 422 && wrong.text.contains("A number from 1 to 36500.")
                    && wrong.text.contains("value=\"soon\""))
        }
    }
}
