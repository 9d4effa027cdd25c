import Accounts
import Database
import Model
import SQLiteDatabase
import Secrets
import SiteSupport
import Store
import Testing
import Web

@Suite("The first start")
struct SetUpTests {
    private static let form =
        "title=Days+Gone+By&address=https%3A%2F%2Fdays.example&language=de&time-zone=Europe%2FBerlin"
        + "&name=Clio&email=clio%40example.org&password=a+long+password"

    @Test("the link makes the site and its owner once, who is signed in at once")
    func once() async throws {
        try await TestSite.run(TestSite.Setting(exports: [])) { site in
            let token = try #require(try await site.services.setUp.open())
            let path = "/admin/set-up/\(token.text)/"
            #expect(try await site.get("/admin/set-up/\(String(repeating: "0", count: 64))/").status == 404)
            #expect(try await site.get("/admin/set-up/nonsense/").status == 404)
            #expect(try await site.get("/").text.contains("waiting for its first post"))
            let page = try await site.get(path)
            #expect(page.status == 200 && page.field("cache-control") == "no-store")
            #expect(page.text.contains("Europe/Berlin") && page.text.contains("Deutsch"))
            let done = try await site.post(path, form: Self.form)
            #expect(done.status == 303 && done.location == "/admin/?welcome=1")
            let cookie = "Cookie: " + (try #require(done.cookie))
            #expect(try await site.get("/admin/?welcome=1", cookie).text.contains("The site is yours."))
            let home = try await site.get("/").text
            #expect(home.contains("Days Gone By") && home.contains(#"lang="de""#))
            #expect(try await site.get(path).status == 404)
            #expect(try await site.post(path, form: Self.form).status == 404)
            #expect(try await site.services.setUp.open() == nil)
            let stored = try await site.database.read { tx in try tx.site() }
            #expect(stored?.timeZone == "Europe/Berlin" && stored?.permalinks == .dayAndName)
        }
    }

    @Test("each fault stands beside its field, what was typed stays, and nothing is done")
    func faults() async throws {
        try await TestSite.run(TestSite.Setting(exports: [])) { site in
            let token = try #require(try await site.services.setUp.open())
            let path = "/admin/set-up/\(token.text)/"
            let answer = try await site.post(
                path, form: "title=+&language=x_y&time-zone=Nowhere&name=Clio+%3Cb%3E&email=clio&password=secret7")
            #expect(answer.status == 422)
            for word in [
                "Give the site a title", "Choose a language.", "Choose a time zone.", #"value="Clio &lt;b&gt;""#,
                #"value="clio""#, #"aria-invalid="true""#,
            ] { #expect(answer.text.contains(word), "\(word)") }
            #expect(!answer.text.contains("secret7"))
            let short = try await site.post(path, form: Self.form.replacing("a+long+password", with: "short"))
            #expect(short.status == 422 && short.text.contains("at least 8 characters"))
            let email = try await site.post(path, form: Self.form.replacing("%40example.org", with: ""))
            #expect(email.status == 422 && email.text.contains("This is no e-mail address."))
            let foreign = try await site.post(path, form: Self.form, "Sec-Fetch-Site: cross-site")
            #expect(foreign.status == 403)
            #expect(try await site.database.read { tx in try tx.site() } == nil)
        }
    }

    @Test("of two at once one becomes the owner")
    func race() async throws {
        try await TestSite.run(TestSite.Setting(exports: [])) { site in
            let token = try #require(try await site.services.setUp.open())
            let answers = try await withThrowingTaskGroup(of: Int.self) { group in
                for name in ["a", "b", "c", "d"] {
                    group.addTask {
                        let form = Self.form.replacing("clio%40", with: "\(name)%40")
                        return try await site.post("/admin/set-up/\(token.text)/", form: form).status
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.sorted() == [303, 404, 404, 404])
            let people = try await site.database.read { tx in try tx.site().map { try tx.accounts(site: $0.id) } }
            #expect(people?.map(\.role) == [.owner])
        }
    }

    @Test("a blog that moved in keeps what it is, and its author becomes its owner")
    func movedIn() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let before = try #require(
                try await site.database.read { tx in try tx.site().map { ($0, try tx.accounts(site: $0.id)) } })
            let token = try #require(try await site.services.setUp.open())
            let path = "/admin/set-up/\(token.text)/"
            #expect(try await site.get(path).text.contains(#"value="\#(before.0.title)""#))
            let author = try #require(before.1.first { !$0.email.isEmpty })
            let form = Self.form.replacing("clio%40example.org", with: author.email.replacing("@", with: "%40"))
            #expect(try await site.post(path, form: form).status == 303)
            let after = try await site.database.read { tx in try tx.accounts(site: before.0.id) }
            #expect(after.count == before.1.count && after.first { $0.id == author.id }?.role == .owner)
        }
    }

    @Test("while an owner can sign in there is no link")
    func noLink() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            _ = try await site.signUp(.editor)
            #expect(try await site.services.setUp.open() != nil)
            _ = try await site.signUp(.owner)
            #expect(try await site.services.setUp.open() == nil)
        }
    }
}
