import Accounts
import Database
import Foundation
import Model
import SQLiteDatabase
import Secrets
import SiteSupport
import Store
import Testing
import Web

/// A program with a token.
struct Program {
    let site: TestSite
    let token: String

    init(_ site: TestSite, _ role: Role = .owner, scopes: Set<TokenScope> = Set(TokenScope.allCases)) async throws {
        _ = try await site.signUp(role)
        self.site = site
        let account = try await site.database.read { tx in
            try #require(
                try tx.site().flatMap { try tx.accounts(email: "\(role.rawValue)@example.org", site: $0.id).first })
        }
        token = try await site.services.programTokens
            .make("test", scopes: scopes, for: account, now: site.clock.now).text
    }

    func send(
        _ method: String, _ path: String, _ body: String? = nil, type: String = "application/json", _ fields: String...
    ) async throws -> Answer {
        try await SiteClient.connect(port: site.port) { [token] client in
            try await client.request(
                method, "/api/v1" + path, ["Authorization: Bearer \(token)", "Content-Type: \(type)"] + fields,
                body: body ?? "")
        }
    }
}

extension Answer {
    var json: JSONValue { (try? JSONDecoder().decode(JSONValue.self, from: Data(body))) ?? .null }

    /// What is wrong, by the names of fields.
    var faultyFields: [String] { json["errors"].elements?.compactMap { $0["field"].text } ?? [] }
}

@Suite("The interface for programs")
struct APITests {
    private static func run(_ body: @escaping @Sendable (Program) async throws -> Void) async throws {
        try await TestSite.run(DaysGoneBy.export) { site in try await body(try await Program(site)) }
    }

    @Test("a post is made, read, changed by who knows its state, and taken away")
    func posts() async throws {
        try await Self.run { program in
            let draft = #"{"title": "Rome", "source": "It *fell*.", "categories": ["Antiquity"], "tags": ["rome"]}"#
            let made = try await program.send("POST", "/posts", draft)
            let path = String(try #require(made.location).dropFirst("/api/v1".count))
            #expect(
                made.status == 201 && made.json["status"] == "draft"
                    && made.json["html"].text?.contains("<em>fell</em>") == true)
            let read = try await program.send("GET", path)
            let tag = try #require(read.field("etag"))
            #expect(read.json == made.json && made.field("etag") == tag)
            #expect(try await program.send("GET", path, nil, type: "x/y", "If-None-Match: \(tag)").status == 304)
            let changed = try await program.send(
                "PATCH", path, #"{"status": "published", "slug": "rome"}"#, type: "application/json", "If-Match: \(tag)"
            )
            #expect(changed.status == 200 && changed.json["url"].text == "\(TestSite.address)/2026/04/08/rome/")
            #expect(changed.json["title"] == "Rome" && changed.json["categories"] == ["Antiquity"])
            #expect(try await program.site.get("/2026/04/08/rome/").text.contains("<em>fell</em>"))
            let late = try await program.send(
                "PATCH", path, #"{"title": "Lost"}"#, type: "application/json", "If-Match: \(tag)")
            #expect(late.status == 412 && late.field("content-type") == "application/problem+json")
            #expect(try await program.send("DELETE", path).status == 204)
            #expect(try await program.site.get("/2026/04/08/rome/").status == 404)
            #expect(try await program.send("GET", path).json["status"] == "trash")
            #expect(try await program.send("DELETE", path + "?for_good=true").status == 204)
            #expect(try await program.send("GET", path).status == 404)
        }
    }

    @Test("what is wrong is named field by field, and nothing is done")
    func faults() async throws {
        try await Self.run { program in
            let wrong = try await program.send(
                "POST", "/posts", #"{"title": 7, "tags": ["a", 1], "status": "gone", "colour": "red"}"#)
            #expect(wrong.status == 422 && wrong.faultyFields == ["title", "status", "tags[1]", "colour"])
            let date = try await program.send(
                "POST", "/posts", #"{"title": "A", "status": "published", "date": "soon"}"#)
            #expect(date.faultyFields == ["date"])
            #expect(try await program.send("POST", "/posts", "{").status == 400)
            #expect(try await program.send("POST", "/posts", "[]").status == 422)
            #expect(try await program.send("POST", "/posts", "{}", type: "text/plain").status == 415)
            #expect(try await program.send("POST", "/categories", "{}").faultyFields == ["name"])
            #expect(
                try await program.send("PATCH", "/settings", #"{"time_zone": "Moon", "posts_per_page": 0}"#)
                    .faultyFields == ["posts_per_page", "time_zone"])
            #expect(try await program.send("GET", "/posts?limit=0").status == 400)
            #expect(try await program.send("GET", "/posts/4711").status == 404)
            let nowhere = try await program.send("GET", "/posts/x")
            #expect(nowhere.status == 404 && nowhere.json["status"] == 404)
        }
    }

    @Test("a list is gone through page by page, each item once")
    func cursors() async throws {
        try await Self.run { program in
            for number in 1...5 { _ = try await program.send("POST", "/tags", #"{"name": "tag \#(number)"}"#) }
            for (path, least) in [("/posts", 3), ("/tags", 5), ("/comments?status=approved", 1), ("/media", 0)] {
                let mark: Character = path.contains("?") ? "&" : "?"
                let whole = try await program.send("GET", "\(path)\(mark)limit=100").json["items"].elements ?? []
                #expect(whole.count >= least, "\(path)")
                var (pieces, cursor): ([JSONValue], String?) = ([], "")
                while let next = cursor {
                    let page = try await program.send(
                        "GET",
                        "\(path)\(mark)limit=2" + (next.isEmpty ? "" : "&cursor=\(next.replacing("=", with: "%3D"))"))
                    pieces += page.json["items"].elements ?? []
                    cursor = page.json["next"].text
                }
                #expect(pieces == whole, "\(path)")
            }
        }
    }

    @Test("the same key is one call, and no other")
    func idempotency() async throws {
        try await Self.run { program in
            func make(_ title: String) async throws -> Answer {
                try await program.send(
                    "POST", "/posts", "{\"title\": \"\(title)\"}", type: "application/json", "Idempotency-Key: k1")
            }
            let first = try await make("Once")
            let second = try await make("Once")
            #expect(
                first.status == 201 && second.status == 201 && first.json == second.json
                    && first.location == second.location)
            #expect(try await make("Twice").status == 422)
            let posts = try await program.send("GET", "/posts?words=once").json["items"].elements
            #expect(posts?.count == 1)
            program.site.clock.advance(seconds: 86_401)
            #expect(try await make("Twice").status == 201)
            // A call that was refused leaves its key free.
            let refused = try await program.send(
                "POST", "/tags", #"{"name": "!"}"#, type: "application/json", "Idempotency-Key: k2")
            #expect(refused.status == 422)
            let again = try await program.send(
                "POST", "/tags", #"{"name": "ok"}"#, type: "application/json", "Idempotency-Key: k2")
            #expect(again.status == 201)
        }
    }

    @Test("responses are judged, changed and answered")
    func comments() async throws {
        try await Self.run { program in
            let list = try await program.send("GET", "/comments?status=approved&limit=1")
            let number = try #require(list.json["items"].elements?.first?["number"].integer)
            let held = try await program.send(
                "PATCH", "/comments/\(number)", #"{"status": "held", "text": "Other *words*"}"#)
            #expect(held.json["status"] == "held")
            let answer = try await program.send("POST", "/comments/\(number)/answers", #"{"text": "So it is."}"#)
            #expect(answer.status == 201 && answer.json["author"] == "owner")
            #expect(try await program.send("GET", "/comments/\(number)").json["status"] == "approved")
            #expect(try await program.send("DELETE", "/comments/\(number)").status == 204)
            #expect(try await program.send("GET", "/comments/\(number)").json["status"] == "trash")
        }
    }

    @Test("a file is sent as it is, described, and taken away")
    func media() async throws {
        try await Self.run { program in
            let sent = try await SiteClient.connect(port: program.site.port) { client in
                try await client.request(
                    "POST", "/api/v1/media?name=red.png&alternative_text=A+square",
                    ["Authorization: Bearer \(program.token)", "Content-Type: application/octet-stream"],
                    bytes: SmallPNG.bytes(width: 8, height: 8))
            }
            #expect(
                sent.status == 201 && sent.json["kind"] == "image/png" && sent.json["alternative_text"] == "A square")
            let number = try #require(sent.json["number"].integer)
            let changed = try await program.send("PATCH", "/media/\(number)", #"{"caption": "Red"}"#)
            #expect(changed.json["caption"] == "Red" && changed.json["alternative_text"] == "A square")
            #expect(try await program.send("DELETE", "/media/\(number)").status == 204)
            #expect(try await program.send("GET", "/media/\(number)").status == 404)
            let text = try await program.send(
                "POST", "/media?name=a.png", "<svg onload='x'/>", type: "application/octet-stream")
            #expect(text.status == 422)
        }
    }

    @Test("categories stand under each other, and settings are changed alone")
    func termsAndSettings() async throws {
        try await Self.run { program in
            let parent = try await program.send("POST", "/categories", #"{"name": "Years"}"#)
            let above = try #require(parent.json["number"].integer)
            let child = try await program.send("POST", "/categories", "{\"name\": \"1956\", \"parent\": \(above)}")
            #expect(child.json["parent"] == .integer(above) && child.json["slug"] == "1956")
            #expect(try await program.send("PATCH", "/categories/\(above)", "{\"parent\": \(above)}").status == 422)
            #expect(try await program.send("DELETE", "/categories/\(above)").status == 204)
            let settings = try await program.send("PATCH", "/settings", #"{"tagline": "New"}"#)
            #expect(settings.json["tagline"] == "New" && settings.json["title"] == "Days Gone By")
            #expect(try await program.site.get("/").text.contains(">New</p>"))
        }
    }

    @Test(
        "only a token opens it: no cookie, no token of another scope, none that was taken back, and no role is exceeded"
    )
    func doors() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let cookie = try await site.signUp(.editor)
            #expect(try await site.get("/api/v1/posts", cookie).status == 401)
            #expect(
                try await site.get("/api/v1/posts", "Authorization: Bearer \(String(repeating: "0", count: 64))").field(
                    "www-authenticate") == "Bearer")
            let reader = try await Program(site, .contributor, scopes: [.read])
            #expect(try await reader.send("GET", "/posts").status == 200)
            #expect(try await reader.send("POST", "/posts", #"{"title": "A"}"#).status == 403)
            #expect(try await reader.send("GET", "/comments").status == 403)
            let author = try await Program(site, .author)
            #expect(try await author.send("PATCH", "/settings", #"{"title": "Mine"}"#).status == 403)
            #expect(try await author.send("POST", "/categories", #"{"name": "Mine"}"#).status == 403)
            let theirs = try #require(
                try await author.send("GET", "/posts").json["items"].elements?.first?["number"].integer)
            #expect(try await author.send("PATCH", "/posts/\(theirs)", #"{"title": "Mine"}"#).status == 403)
            let account = try await site.database.read { tx in
                try #require(try tx.site().flatMap { try tx.accounts(email: "author@example.org", site: $0.id).first })
            }
            for token in try await site.services.programTokens.tokens(of: account.id) {
                try await site.services.programTokens.revoke(token.id, of: account, now: site.clock.now)
            }
            #expect(try await author.send("GET", "/posts").status == 401)
        }
    }

    @Test("tokens are made in the administration, shown once, and taken back there")
    func tokensPage() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let cookie = try await site.signUp(.author)
            let none = try await site.post("/admin/tokens/", form: "name=Editor", cookie)
            #expect(none.status == 422 && none.text.contains("Choose what it is good for."))
            let page = try await site.post("/admin/tokens/", form: "name=Editor&read=1", cookie)
            let token = String(try #require(page.text.firstMatch(of: /<code>([0-9a-f]{64})<\/code>/)).1)
            #expect(try await site.get("/api/v1/posts", "Authorization: Bearer \(token)").status == 200)
            let list = try await site.get("/admin/tokens/", cookie).text
            #expect(!list.contains(token))
            let id = try #require(list.firstMatch(of: /name="revoke" value="(\d+)"/)).1
            #expect(try await site.post("/admin/tokens/revoke/", form: "revoke=\(id)", cookie).status == 303)
            #expect(try await site.get("/api/v1/posts", "Authorization: Bearer \(token)").status == 401)
        }
    }
}
