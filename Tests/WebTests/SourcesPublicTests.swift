import Foundation
import Model
import Publishing
import SQLiteDatabase
import SiteSupport
import Store
import Testing
import Web

@Suite("Sources for readers and programs")
struct SourcesPublicTests {
    /// A site with a source, and the address of a post that cites it.
    private func run(
        _ text: String = "He spoke [@taubman2003, p. 273].",
        _ body: @escaping @Sendable (TestSite, _ path: String, _ cookie: String) async throws -> Void
    ) async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let cookie = try await site.signUp(.owner)
            _ = try await site.post("/admin/sources/new/", form: SourcesAdminTests.taubman, cookie)
            let number = try await SourcesAdminTests.publish(text, on: site, cookie)
            let path = try #require(
                try await site.database.read { tx in
                    try tx.site().flatMap { try tx.post(number: Int64(number), site: $0.id) }.flatMap {
                        try tx.canonicalPath(of: $0.id)
                    }
                })
            try await body(site, path, cookie)
        }
    }

    @Test("a post names what it cites for machines, and gives it as files; its feed has the notes")
    func post() async throws {
        try await run { site, path, _ in
            let page = try await site.get(path).text
            #expect(page.contains("\"citation\":[{\"@type\":\"Book\""))
            #expect(page.contains("\"name\":\"Khrushchev: The Man and His Era\""))
            #expect(page.contains("href=\"\(path)sources.bib\""))
            let bibtex = try await site.get(path + "sources.bib")
            #expect(bibtex.field("content-type") == "application/x-bibtex; charset=utf-8")
            #expect(bibtex.text.hasPrefix("@book{taubman2003,"))
            #expect(try await site.get(path + "sources.json").text.contains("\"id\" : \"taubman2003\""))
            #expect(try await site.get("/feed/").text.contains("(New York: Norton, 2003), 273."))
            #expect(try await site.get(DaysGoneBy.speech + "sources.bib").status == 404)
            #expect(!(try await site.get(DaysGoneBy.speech).text.contains("sources.bib")))
        }
    }

    @Test("a changed source is in the files and for machines at once, and in the notes when the job has run")
    func freshness() async throws {
        try await run { site, path, cookie in
            _ = try await site.get(path)
            _ = try await site.get(path + "sources.bib")
            let form = SourcesAdminTests.taubman.replacing("2003&type", with: "2003&isbn=1-2&type")
            _ = try await site.post("/admin/sources/edit/?key=taubman2003", form: form, cookie)
            #expect(try await site.get(path + "sources.bib").text.contains("1-2"))
            #expect(try await site.get(path).text.contains("\"isbn\":\"1-2\""))
        }
    }

    @Test("a script in a title stays letters, everywhere")
    func hostile() async throws {
        try await run("See [@evil].") { site, path, cookie in
            let form = "key=evil&type=book&author=%3Cscript%3Ea%3C/script%3E&title=%3C/script%3E%3Cscript%3Ealert(1)"
            _ = try await site.post("/admin/sources/new/", form: form, cookie)
            try await SourcesAdminTests.runJobs(site)
            for (address, field) in [(path, "X: y"), ("/admin/sources/", cookie), ("/admin/posts/new/", cookie)] {
                let page = try await site.get(address, field)
                #expect(page.text.contains("alert(1)"), "\(address)")
                #expect(!page.text.contains("<script>a"), "\(address)")
            }
        }
    }

    @Test("what has a password gives no sources away")
    func locked() async throws {
        try await run { site, path, cookie in
            let number = try await SourcesAdminTests.publish("[@taubman2003]", on: site, cookie)
            let page = try await site.get("/admin/posts/\(number)/", cookie).text
            let version = try #require(page.firstMatch(of: /name="version" value="(\d+)"/)?.1)
            _ = try await site.post(
                "/admin/posts/\(number)/",
                form: "title=Locked&source=[@taubman2003]&slug=locked&action=save&standing=published&password=x"
                    + "&version=\(version)", cookie)
            let locked = path.split(separator: "/").dropLast().joined(separator: "/")
            #expect(try await site.get("/\(locked)/locked/").status == 200)
            #expect(try await site.get("/\(locked)/locked/sources.bib").status == 404)
        }
    }

    @Test("programs list, read, add, change and take away sources")
    func programs() async throws {
        try await run { site, _, _ in
            let program = try await Program(site, .editor)
            let list = try await program.send("GET", "/sources").json
            #expect(list["items"].elements?.first?["csl"]["title"].text == "Khrushchev: The Man and His Era")
            #expect(list["items"].elements?.first?["cited_in"].elements?.count == 1)
            let item = #"{"csl": {"id": "a/b", "type": "book", "title": "A", "custom": {"x": [1]}}}"#
            let made = try await program.send("POST", "/sources", item)
            #expect(made.status == 201)
            #expect(made.location == "/api/v1/sources/a%2fb")
            #expect(try await program.send("POST", "/sources", item).status == 422)
            #expect(try await program.send("GET", "/sources/a%2fb").json["csl"]["custom"]["x"] == [1])
            let bad = try await program.send("POST", "/sources", #"{"csl": {"type": "book"}}"#)
            #expect(bad.status == 422)
            #expect(bad.text.contains("id: missing"))
            let changed = try await program.send(
                "PATCH", "/sources/a%2fb", #"{"csl": {"id": "a/b", "type": "book", "title": "B"}}"#)
            #expect(changed.json["csl"]["title"] == "B")
            #expect(try await program.send("DELETE", "/sources/a%2fb").status == 204)
            #expect(try await program.send("DELETE", "/sources/taubman2003").status == 422)
            #expect(try await program.send("DELETE", "/sources/taubman2003?even_cited=true").status == 204)
            let posts = try await program.send("GET", "/posts").json
            #expect(posts["items"].elements?.contains { $0["cites"] == ["taubman2003"] } == true)
        }
    }
}
