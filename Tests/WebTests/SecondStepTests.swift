import Accounts
import Database
import Model
import SiteSupport
import Testing
import Web

@Suite("One-time codes at signing in")
struct SecondStepTests {
    /// A phone: what a program for codes shows for a key at a moment.
    private static func code(_ key: String, _ site: TestSite) throws -> String {
        try #require(OneTimeCode(key)).shown(at: site.clock.now)
    }

    private static func begin(_ site: TestSite) async throws -> (ticket: String, page: Answer) {
        let page = try await site.post("/admin/sign-in/", form: "name=owner@example.org&password=a+long+password")
        return (String(try #require(page.text.firstMatch(of: /name="ticket" value="([^"]+)"/)).1), page)
    }

    /// Turns codes on; gives the key and the recovery codes.
    private static func turnOn(_ site: TestSite, _ cookie: String) async throws -> (key: String, codes: [String]) {
        let offer = try await site.get("/admin/profile/codes/", cookie).text
        let key = String(try #require(offer.firstMatch(of: /The key: <code>([A-Z2-7]{32})<\/code>/)).1)
        let picture = try await site.get("/admin/profile/codes/picture/", cookie)
        #expect(picture.field("content-type") == "image/svg+xml" && picture.text.contains("<path d=\"M"))
        let address = "/admin/profile/codes/"
        let code = try Self.code(key, site)
        #expect(try await site.post(address, form: "code=\(code)&present=wrong", cookie).status == 422)
        #expect(try await site.post(address, form: "code=000000&present=a+long+password", cookie).status == 422)
        let on = try await site.post(address, form: "code=\(code)&present=a+long+password", cookie)
        let codes = on.text.matches(of: /<code>([a-z0-9]{5}-[a-z0-9]{5})<\/code>/).map { String($0.1) }
        #expect(on.status == 200 && codes.count == 10)
        return (key, codes)
    }

    @Test("the password alone signs nobody in; a code does, once, and so does each recovery code")
    func codes() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let cookie = try await site.signUp(.owner)
            let (key, codes) = try await Self.turnOn(site, cookie)
            let (ticket, page) = try await Self.begin(site)
            #expect(page.status == 200 && page.cookies.isEmpty)
            func send(_ code: String, ticket: String = ticket) async throws -> Answer {
                try await site.post("/admin/sign-in/", form: "ticket=\(ticket)&code=\(code)&to=/admin/posts/")
            }
            // The code with which they were turned on is used up.
            #expect(try await send(Self.code(key, site)).status == 403)
            site.clock.advance(seconds: 60)
            let code = try Self.code(key, site)
            let signedIn = try await send(code)
            #expect(signedIn.location == "/admin/posts/" && signedIn.cookie != nil)
            #expect(try await send(code).status == 403)
            #expect(try await send(codes[0].uppercased().replacing("-", with: "+")).status == 303)
            #expect(try await send(codes[0]).status == 403)
            #expect(try await site.get("/admin/profile/codes/", cookie).text.contains("9 recovery codes are left."))
            #expect(try await send(codes[1], ticket: "9" + ticket).status == 403)
            site.clock.advance(seconds: 601)
            let late = try await send(codes[1])
            #expect(
                late.status == 403 && late.text.contains("took too long") && late.text.contains("name=\"password\""))
            #expect(try await site.get("/admin/log/", cookie).text.contains("Turned on one-time codes of"))
        }
    }

    @Test("guessing is throttled, and turning off asks for the password")
    func guessing() async throws {
        try await TestSite.run(DaysGoneBy.export, { $0.passwordTries = 3 }) { site in
            let cookie = try await site.signUp(.owner)
            _ = try await Self.turnOnQuietly(site, cookie)
            let (ticket, _) = try await Self.begin(site)
            for guess in ["111111", "222222", "333333"] {
                #expect(try await site.post("/admin/sign-in/", form: "ticket=\(ticket)&code=\(guess)").status == 403)
            }
            #expect(try await site.post("/admin/sign-in/", form: "ticket=\(ticket)&code=444444").status == 429)
            site.clock.advance(seconds: 700)
            let off = try await site.post("/admin/profile/codes/", form: "present=a+long+password", cookie)
            #expect(off.location == "/admin/profile/?saved=1")
            let answer = try await site.post("/admin/sign-in/", form: "name=owner@example.org&password=a+long+password")
            #expect(answer.status == 303)
        }
    }

    private static func turnOnQuietly(_ site: TestSite, _ cookie: String) async throws -> String {
        let offer = try await site.get("/admin/profile/codes/", cookie).text
        let key = String(try #require(offer.firstMatch(of: /The key: <code>([A-Z2-7]{32})<\/code>/)).1)
        let form = "code=\(try Self.code(key, site))&present=a+long+password"
        #expect(try await site.post("/admin/profile/codes/", form: form, cookie).status == 200)
        return key
    }
}
