import Accounts
import Conversation
import Database
import Foundation
import Identities
import Images
import Jobs
import LoopbackSupport
import Mailing
import Model
import Outbound
import SQLiteDatabase
import SiteSupport
import Store
import Testing
import Web

@Suite("Logging in with an icon")
struct LoginTests {
    private static let speech = DaysGoneBy.speech
    private static let form = "comment=My+words+%3Ctravel%3E&author=&email=&comment_parent=22"

    /// Answers as GitHub does.
    private static func standIn(id: Int = 7, name: String = "Anna Liddell", picture: [UInt8]? = nil) throws
        -> LoopbackServer
    {
        try LoopbackServer(answering: { request in
            let port = request.head.split(separator: "Host: 127.0.0.1:").last?.prefix { $0.isNumber } ?? ""
            switch request.path {
            case "/picture": return .init(body: picture ?? [])
            case "/token" where request.body.contains("code=bad"):
                return .init(body: Array(#"{"error":"bad_verification_code"}"#.utf8))
            case "/token": return .init(body: Array(#"{"access_token":"t0k"}"#.utf8))
            default:
                let avatar = picture == nil ? "" : #","avatar_url":"http://127.0.0.1:\#(port)/picture""#
                return .init(
                    body: Array(
                        #"{"id":\#(id),"login":"octo\#(id)","name":"\#(name)","html_url":"https://github.com/octo\#(id)"\#(avatar)}"#
                            .utf8))
            }
        })
    }

    /// The site with GitHub switched on, asked at a stand-in.
    private static func run(
        _ server: LoopbackServer, _ body: @escaping @Sendable (TestSite) async throws -> Void
    ) async throws {
        try await TestSite.run(DaysGoneBy.export) {
            $0.asksLoopback = true
        } _: { site in
            try await site.switchOnGitHub(at: server)
            try await body(site)
        }
    }

    @Test("a page shows an icon for each provider that is on, and asks nothing of it")
    func icons() async throws {
        let server = try Self.standIn()
        try await TestSite.run(DaysGoneBy.export) {
            $0.asksLoopback = true
        } _: { site in
            #expect(try await !site.get(Self.speech).text.contains("name=\"login\""))
            try await site.switchOnGitHub(at: server)
            let page = try await site.get(Self.speech)
            #expect(page.text.contains("Fill in your details below or click an icon to log in:"))
            #expect(page.text.contains("name=\"login\" value=\"github\""))
            #expect(page.text.contains("<span class=\"screen-reader-text\">Log in with GitHub</span>"))
            #expect(page.cookies.isEmpty && server.paths.isEmpty)
            let icon = try #require(page.text.firstMatch(of: /<use href="([^"#]+)#github"\/>/))
            let icons = try await site.get(String(icon.1))
            #expect(icons.status == 200 && icons.text.contains("<symbol id=\"github\""))
        }
    }

    @Test("what was typed travels along, and is signed when the reader comes back")
    func trip() async throws {
        let server = try Self.standIn()
        try await Self.run(server) { site in
            let away = try await site.depart(Self.form)
            #expect(away.page.status == 200 && away.page.text.contains("Connecting to GitHub"))
            #expect(away.page.field("refresh")?.hasPrefix("0; url=\(server.url("/authorize"))?") == true)
            #expect(away.page.field("referrer-policy") == "no-referrer")
            #expect(away.page.cookies.allSatisfy { $0.contains("thaw-login") || $0.contains("thaw-own") })

            let back = try await site.get("/identity/github/?code=c&state=\(away.state)", away.cookies)
            #expect(back.status == 303 && back.location == Self.speech + "#respond")
            let all = away.cookies + "; " + back.cookies.joined(separator: "; ")
            let page = try await site.get(Self.speech, all)
            #expect(page.field("cache-control") == "private, no-store")
            #expect(page.text.contains("You are commenting using your GitHub account."))
            #expect(page.text.contains("My words &lt;travel&gt;</textarea>"))
            #expect(page.text.contains("name=\"comment_parent\" value=\"22\""))
            #expect(!page.text.contains("name=\"email\"") && page.text.contains(">Log Out</button>"))
            // Nobody else sees any of it.
            #expect(try await !site.get(Self.speech).text.contains("travel"))

            let sent = try await site.post("\(Self.speech)comments/", form: Self.form + "&signed=1", all)
            #expect(sent.status == 303)
            let number = try #require(sent.location?.split(separator: "-").last.flatMap { Int64($0) })
            _ = try await ModerateComments(site.database, actor: "test").set(
                .approved, of: [number], now: site.clock.now)
            let shown = try await site.get(Self.speech).text
            #expect(shown.contains("Anna Liddell") && shown.contains("Signed with GitHub: </span>octo7</span>"))
            #expect(shown.contains("href=\"https://github.com/octo7\""))
            // The second one is known: something of the same identity was approved, from whichever browser.
            let session = back.cookies.joined(separator: "; ")
            let second = try await site.post(
                "\(Self.speech)comments/", form: "comment=Again.&author=Annie&signed=1", "Cookie: \(session)")
            #expect(second.status == 303)
            let renamed = try await site.get(Self.speech).text
            #expect(
                renamed.contains("Again.") && renamed.contains(">Annie</a>"), "shown as she likes, marked as who she is"
            )
            #expect(try await !site.get(Self.speech, all).text.contains("travel&gt;</textarea>"), "the draft was sent")
        }
    }

    @Test("Change shows the icons again, and Log Out ends the session; both keep the words")
    func leaving() async throws {
        let server = try Self.standIn()
        try await Self.run(server) { site in
            let all = try await site.logIn()
            let changed = try await site.post(
                "\(Self.speech)comments/", form: "comment=Kept&signed=1&login=change", all)
            #expect(changed.status == 200 && changed.text.contains("Kept</textarea>"))
            #expect(changed.text.contains("value=\"github\"") && changed.text.contains("name=\"email\""))
            let left = try await site.post("\(Self.speech)comments/", form: "comment=Kept&signed=1&login=out", all)
            #expect(left.text.contains("Kept</textarea>") && left.text.contains("value=\"github\""))
            #expect(left.cookies.contains("__Host-thaw-reader="))
            #expect(try await !site.get(Self.speech, all).text.contains("You are commenting using"))
            let late = try await site.post("\(Self.speech)comments/", form: "comment=Kept&signed=1", all)
            #expect(late.status == 422 && late.text.contains("You are no longer logged in."))
            #expect(late.text.contains("Kept</textarea>"))
        }
    }

    @Test("whatever goes wrong ends on the form, with the words and one sentence")
    func faults() async throws {
        let server = try Self.standIn()
        try await Self.run(server) { site in
            for (query, sentence) in [
                ("error=access_denied", "GitHub was told not to log you in."),
                ("code=bad", "GitHub reported an error."),
                ("code=c&iss=https%3A%2F%2Fevil.example", "Another service answered"),
            ] {
                let away = try await site.depart(Self.form)
                let back = try await site.get("/identity/github/?\(query)&state=\(away.state)", away.cookies)
                #expect(back.status == 303 && back.cookies.isEmpty)
                let page = try await site.get(Self.speech, away.cookies)
                #expect(page.text.contains(sentence), "\(query)")
                #expect(page.text.contains("travel&gt;</textarea>"), "\(query)")
            }
            // Used twice: the second answer logs nobody in.
            let away = try await site.depart(Self.form)
            let address = "/identity/github/?code=c&state=\(away.state)"
            #expect(try await !site.get(address, away.cookies).cookies.isEmpty)
            #expect(try await site.get(address, away.cookies).cookies.isEmpty)
            // Too late.
            let slow = try await site.depart(Self.form)
            site.clock.advance(seconds: 601)
            let late = try await site.get("/identity/github/?code=c&state=\(slow.state)", slow.cookies)
            #expect(late.status == 303 && late.cookies.isEmpty)
            #expect(try await site.get(Self.speech, slow.cookies).text.contains("The login took too long."))
        }
    }

    @Test("an answer that another browser brings logs nobody in, and shows nothing of what was typed")
    func foreign() async throws {
        let server = try Self.standIn()
        try await Self.run(server) { site in
            let away = try await site.depart(Self.form)
            let own = try await site.depart("comment=Mine")
            for cookies in ["X: y", own.cookies] {
                let answer = try await site.get("/identity/github/?code=c&state=\(away.state)", cookies)
                #expect(answer.status == 422 && answer.cookies.isEmpty)
                #expect(answer.text.contains("not begun in this browser") && !answer.text.contains("travel"))
            }
            #expect(try await site.get("/identity/github/?code=c&state=none", away.cookies).status == 400)
            #expect(try await site.get("/identity/github/", away.cookies).status == 400)
            #expect(server.paths.isEmpty, "no code was redeemed")
            // The one who set out still arrives.
            #expect(try await site.get("/identity/github/?code=c&state=\(away.state)", away.cookies).status == 303)
        }
    }

    @Test("a provider that is down, or switched off, ends on the form")
    func down() async throws {
        let server = try Self.standIn()
        try await Self.run(server) { site in
            let off = try await site.post("\(Self.speech)comments/", form: "comment=Kept&login=google")
            #expect(off.status == 422 && off.text.contains("This way to log in is not offered here."))
            #expect(off.text.contains("Kept</textarea>"))
            let asked = try await site.post("\(Self.speech)comments/", form: "comment=Kept&login=mastodon")
            #expect(!asked.text.contains("Your Mastodon server"), "it is not on")
            try await site.switchOn("mastodon")
            let named = try await site.post("\(Self.speech)comments/", form: "comment=Kept&login=mastodon")
            #expect(named.status == 200 && named.text.contains("Your Mastodon server"))
            let nowhere = try await site.post(
                "\(Self.speech)comments/", form: "comment=Kept&login=mastodon&login_address=http%3A%2F%2F127.0.0.1%3A1")
            #expect(nowhere.status == 422 && nowhere.text.contains("Mastodon cannot be reached at the moment."))
            #expect(nowhere.text.contains("Kept</textarea>"))
        }
    }

    @Test("a form of another site's begins no login")
    func crossSite() async throws {
        let server = try Self.standIn()
        try await Self.run(server) { site in
            let answer = try await site.post(
                "\(Self.speech)comments/", form: Self.form + "&login=github", "Sec-Fetch-Site: cross-site")
            #expect(answer.status == 403 && answer.cookies.isEmpty)
        }
    }

    @Test("the owner says who may respond: everybody, who logs in, or of whom something was approved")
    func admission() async throws {
        let server = try Self.standIn()
        try await Self.run(server) { site in
            let all = try await site.logIn()
            try await site.change { $0.admits = .loggedIn }
            let page = try await site.get(Self.speech).text
            #expect(page.contains("Click an icon to log in and leave a reply:") && !page.contains("name=\"author\""))
            let guest = try await site.post(
                "\(Self.speech)comments/", form: "comment=Kept&author=Bob&email=b%40b.example")
            #expect(guest.status == 422 && guest.text.contains("Please log in to leave a reply."))
            #expect(try await site.post("\(Self.speech)comments/", form: "comment=One&signed=1", all).status == 303)
            try await site.change { $0.admits = .approved }
            let refused = try await site.post("\(Self.speech)comments/", form: "comment=Two&signed=1", all)
            #expect(refused.status == 422 && refused.text.contains("a comment was approved before"))
            let number = try await site.database.read { tx in
                try tx.judgedComments(CommentFilter(status: .held), site: tx.site()!.id, limit: 1).first?.comment.number
            }
            _ = try await ModerateComments(site.database, actor: "test").set(
                .approved, of: [try #require(number)], now: site.clock.now)
            #expect(try await site.post("\(Self.speech)comments/", form: "comment=Two&signed=1", all).status == 303)
        }
    }

    @Test("two of one name at one provider are told apart, and the secret is shown to nobody")
    func apart() async throws {
        let server = try Self.standIn()
        try await Self.run(server) { site in
            for subject in ["1", "2"] {
                _ = try await site.database.write { tx in
                    try tx.note(
                        Identity(site: tx.site()!.id, provider: "google", issuer: "i", subject: subject, name: "Anna"),
                        at: site.clock.now)
                }
            }
            let names = try await site.database.read { tx in
                try tx.identities([Identity.ID(1), Identity.ID(2)]).map(\.namesake).sorted()
            }
            #expect(names == [1, 2])
            let owner = try await site.signUp(.owner)
            let page = try await site.get("/admin/logins/github/", owner)
            #expect(page.text.contains("https://days.example/identity/github/") && !page.text.contains("s3cret"))
            let stored = try await site.database.read { tx in try tx.identityProviders(site: tx.site()!.id) }
            #expect(stored.allSatisfy { !$0.secret.contains("s3cret") } && stored.contains { !$0.secret.isEmpty })
            let kept = try await site.post(
                "/admin/logins/github/", form: "on=1&name=Octo&client=us&secret=&token=\(server.url("/token"))", owner)
            #expect(kept.status == 303)
            #expect(try await site.get(Self.speech).text.contains("Log in with Octo"))
            let odd = try await site.post(
                "/admin/logins/github/", form: "on=1&client=us&token=file%3A%2F%2F%2Fetc", owner)
            #expect(odd.status == 422 && odd.text.contains("An address that begins with https://."))
            let none = try await site.post("/admin/logins/google/", form: "on=1&client=", owner)
            #expect(none.status == 422)
            let tested = try await site.post("/admin/logins/github/test/", form: "", owner)
            #expect(tested.status == 200 && tested.text.contains("role=\"status\""))
        }
    }

    @Test("somebody of the site adds an identity, signs in by it, and takes it away; nobody else comes in by one")
    func staff() async throws {
        let server = try Self.standIn()
        try await Self.run(server) { site in
            let owner = try await site.signUp(.owner)
            func come(_ form: String, to path: String, _ cookie: String) async throws -> Answer {
                let away = try await site.post(path, form: form, cookie)
                let state = try #require(away.field("refresh")?.firstMatch(of: /[?&]state=([0-9a-f]+)/)).1
                let all = ([cookie] + away.cookies).filter { $0 != "X: y" }.joined(separator: "; ")
                let field = all.hasPrefix("Cookie: ") ? all : "Cookie: \(all)"
                return try await site.get("/identity/github/?code=c&state=\(state)", field)
            }
            // Not before it was added, though a reader may be known by it.
            _ = try await site.logIn()
            #expect(try await site.get("/admin/sign-in/").text.contains("Sign in with GitHub"))
            let unknown = try await come("login=github&to=/admin/posts/", to: "/admin/sign-in/identity/", "X: y")
            #expect(unknown.location == "/admin/sign-in/?login=unknown" && unknown.cookies.isEmpty)
            let wrong = try await site.post("/admin/profile/identities/", form: "login=github&present=no", owner)
            #expect(wrong.location == "/admin/profile/?wrong=1")
            let added = try await come(
                "login=github&present=a+long+password", to: "/admin/profile/identities/", owner)
            #expect(added.location == "/admin/profile/?saved=1")
            #expect(try await site.get("/admin/profile/", owner).text.contains("Remove GitHub (octo7)"))
            let signedIn = try await come("login=github&to=/admin/posts/", to: "/admin/sign-in/identity/", "X: y")
            #expect(signedIn.location == "/admin/posts/")
            #expect(try await site.get("/admin/", "Cookie: \(try #require(signedIn.cookie))").status == 200)
            // Another's account does not take it over, and where to go is nobody else's to say.
            let editor = try await site.signUp(.editor)
            let taken = try await come(
                "login=github&present=a+long+password", to: "/admin/profile/identities/", editor)
            #expect(taken.location == "/admin/profile/?taken=1")
            let open = try await come("login=github&to=//evil.example/", to: "/admin/sign-in/identity/", "X: y")
            #expect(open.location == "/admin/")
            _ = try await site.post("/admin/profile/identities/", form: "remove=1&present=a+long+password", owner)
            let gone = try await come("login=github&to=/admin/", to: "/admin/sign-in/identity/", "X: y")
            #expect(gone.location == "/admin/sign-in/?login=unknown")
        }
    }

    @Test("who wants mail and has no address there gives one")
    func address() async throws {
        let server = try Self.standIn()
        try await TestSite.run(DaysGoneBy.export) {
            $0.asksLoopback = true
            $0.sendsMail = true
        } _: { site in
            try await site.switchOnGitHub(at: server)
            let all = try await site.logIn()
            let form = "comment=Tell+me&signed=1&subscribe_comments=1"
            let asked = try await site.post("\(Self.speech)comments/", form: form, all)
            #expect(asked.status == 422 && asked.text.contains("Please give your e-mail address."))
            #expect(asked.text.contains("name=\"email\"") && asked.text.contains("Tell me</textarea>"))
            let odd = try await site.post("\(Self.speech)comments/", form: form + "&email=odd", all)
            #expect(odd.status == 422 && odd.text.contains("This is not an e-mail address."))
            let sent = try await site.post("\(Self.speech)comments/", form: form + "&email=anna%40example.org", all)
            #expect(sent.status == 303)
            #expect(try await site.writtenMail().contains { $0.to == "anna@example.org" })
        }
    }

    @Test("a picture is fetched once, made anew and shown from here; what is none leaves the letters")
    func picture() async throws {
        for picture in [SmallPNG.bytes(width: 120, height: 120), Array("<svg onload=alert(1)>".utf8)] {
            let server = try Self.standIn(picture: picture)
            try await Self.run(server) { site in
                let all = try await site.logIn()
                #expect(try await site.get(Self.speech, all).text.contains(">AL</span>"))
                var outbound = OutboundSettings(program: RunningThaw.executable(named: "thaw-fetch"))
                outbound.allowed = ["127.0.0.0/8"]
                let fetch = FetchIdentityPicture(
                    site.database, files: site.services.files, fetch: FetchFile(outbound),
                    program: RunningThaw.executable(named: "thaw-images"), limits: PictureLimits())
                let isPicture = picture.first == 0x89
                do {
                    _ = try await fetch.handler.run("1", site.clock.now)
                    #expect(isPicture)
                } catch let fault as JobFault {
                    #expect(!isPicture && fault.isFinal)
                }
                let page = try await site.get(Self.speech, all).text
                let address = page.firstMatch(of: /<img src="(\/wp-content\/avatars\/[0-9a-f]+\.[a-z]+)"/)?.1
                #expect((address != nil) == isPicture)
                guard let address else { return }
                let file = try await site.get(String(address))
                #expect(file.status == 200 && file.field("content-type")?.hasPrefix("image/") == true)
                #expect(file.field("cache-control")?.contains("immutable") == true)
                #expect(server.paths.count { $0 == "/picture" } == 1)
                #expect(try await site.get("/wp-content/avatars/none.webp").status == 404)
            }
        }
    }

    @Test("two identities are one person's after a login with both, and not before")
    func linking() async throws {
        let server = try Self.standIn()
        try await Self.run(server) { site in
            let first = try await site.readers(["Anna"])[0]
            let cookie = "Cookie: __Host-thaw-reader=\(first)"
            let mine = "/privacy/comments/mine/"
            let away = try await site.post(mine, form: "login=github", cookie)
            let state = try #require(away.field("refresh")?.firstMatch(of: /[?&]state=([0-9a-f]+)/)).1
            let browser = away.cookies.joined(separator: "; ")
            #expect(try await !site.get(mine, cookie).text.contains("octo7"))
            let back = try await site.get("/identity/github/?code=c&state=\(state)", "\(cookie); \(browser)")
            #expect(back.status == 303 && back.location == mine)
            let page = try await site.get(mine, cookie).text
            #expect(page.contains("octo7") && page.contains("Anna"))
            // Without the first one's session nothing is tied together.
            let second = try await site.readers(["Bob"])[0]
            let other = try await site.post(mine, form: "login=github", "Cookie: __Host-thaw-reader=\(second)")
            let stolen = try #require(other.field("refresh")?.firstMatch(of: /[?&]state=([0-9a-f]+)/)).1
            let refused = try await site.get(
                "/identity/github/?code=c&state=\(stolen)", "Cookie: \(other.cookies.joined(separator: "; "))")
            #expect(refused.status == 403)
        }
    }

    @Test("a mailed link logs in once, by its button, in the browser that asked, and shows the address to nobody")
    func mail() async throws {
        try await TestSite.run(DaysGoneBy.export) {
            $0.sendsMail = true
        } _: { site in
            try await site.switchOn("mail")
            let comments = "\(Self.speech)comments/"
            #expect(try await site.post(comments, form: "comment=Kept&login=mail").text.contains("login_address"))
            let odd = try await site.post(comments, form: "comment=Kept&login=mail&login_address=odd")
            #expect(odd.status == 422 && odd.text.contains("Kept</textarea>"))
            let asked = try await site.post(
                comments, form: "comment=Kept&author=Cleo&login=mail&login_address=Cleo%40example.org")
            #expect(asked.status == 200 && asked.text.contains("Kept</textarea>"))
            let cookies = "Cookie: " + asked.cookies.joined(separator: "; ")
            let mail = try #require(try await site.writtenMail().first { $0.to == "Cleo@example.org" })
            let link = String(try #require(mail.text.firstMatch(of: /days\.example(\/identity\/mail\/[0-9a-f]+\/)/)).1)

            // A program that follows links, and another browser, log nobody in.
            #expect(try await site.get(link).status == 403)
            #expect(try await site.post(link, form: "").status == 400)
            let page = try await site.get(link, cookies)
            #expect(page.status == 200 && page.cookies.isEmpty && page.text.contains("<button type=\"submit\">"))
            let used = try await site.post(link, form: "", cookies)
            #expect(used.status == 303 && used.location == Self.speech + "#respond")
            #expect(try await site.get(link, cookies).status == 403)
            #expect(try await site.post(link, form: "", cookies).cookies.isEmpty)

            let session = "Cookie: " + (asked.cookies + used.cookies).joined(separator: "; ")
            let form = try await site.get(Self.speech, session).text
            #expect(form.contains("You are commenting using your E-mail account.") && form.contains("Kept</textarea>"))
            let sent = try await site.post(comments, form: "comment=Kept&signed=1", session)
            let number = try #require(sent.location?.split(separator: "-").last.flatMap { Int64($0) })
            _ = try await ModerateComments(site.database, actor: "test").set(
                .approved, of: [number], now: site.clock.now)
            let shown = try await site.get(Self.speech).text
            #expect(shown.contains("Kept") && shown.contains("Cleo") && !shown.lowercased().contains("cleo@"))

            // Not too many, and late ones are none.
            for _ in 0..<2 {
                _ = try await site.post(comments, form: "comment=x&login=mail&login_address=cleo%40example.org")
            }
            let much = try await site.post(comments, form: "comment=x&login=mail&login_address=cleo%40example.org")
            #expect(much.status == 422 && much.cookies.isEmpty)
        }
    }

    @Test("sites of IndieAuth are told who asks")
    func client() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let answer = try await site.get("/identity/client.json")
            #expect(answer.field("content-type") == "application/json")
            #expect(answer.text.contains(#""client_id":"https://days.example/identity/client.json""#))
            #expect(answer.text.contains(#""redirect_uris":["https://days.example/identity/indieauth/"]"#))
        }
    }
}

extension TestSite {
    fileprivate struct Away {
        let page: Answer
        let state: String
        let cookies: String
    }

    fileprivate func switchOnGitHub(at server: LoopbackServer) async throws {
        var details = ProviderDetails()
        details.authorize = server.url("/authorize")
        details.token = server.url("/token")
        details.profile = server.url("/profile")
        try await services.logIn.providers.change(
            "github",
            to: Providers.Change(name: "", isOn: true, client: "us", secret: "s3cret", details: details),
            actor: "test", now: clock.now)
    }

    fileprivate func switchOn(_ slug: String) async throws {
        try await services.logIn.providers.change(
            slug, to: Providers.Change(name: "", isOn: true, client: "", secret: nil, details: ProviderDetails()),
            actor: "test", now: clock.now)
    }

    fileprivate func depart(_ form: String) async throws -> Away {
        let page = try await post("\(DaysGoneBy.speech)comments/", form: form + "&login=github")
        let state = page.field("refresh")?.firstMatch(of: /[?&]state=([0-9a-f]+)/).map { String($0.1) }
        return Away(
            page: page, state: try #require(state), cookies: "Cookie: " + page.cookies.joined(separator: "; "))
    }

    /// The field of cookies of somebody who is logged in.
    fileprivate func logIn() async throws -> String {
        let away = try await depart("comment=")
        let back = try await get("/identity/github/?code=c&state=\(away.state)", away.cookies)
        return "Cookie: " + back.cookies.joined(separator: "; ")
    }
}
