import Foundation
import Jobs
import Model
import Publishing
import SQLiteDatabase
import SiteSupport
import Store
import Testing
import Web

@Suite("Sources in the administration")
struct SourcesAdminTests {
    static let taubman =
        "key=taubman2003&type=book&author=Taubman,+William&title=Khrushchev:+The+Man+and+His+Era&publisher=Norton"
        + "&place=New+York&issued=2003"

    /// Gives the number of a public post.
    static func publish(_ source: String, on site: TestSite, _ cookie: String) async throws -> Int {
        let words = source.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        let made = try await site.post(
            "/admin/posts/new/", form: "title=The+speech&source=\(words)&action=save&standing=published", cookie)
        return try #require(made.location?.firstMatch(of: /(\d+)/).flatMap { Int($0.1) })
    }

    /// What the server does by itself.
    static func runJobs(_ site: TestSite) async throws {
        let jobs = RunJobs(
            site.database, handlers: [ShowSources(site.database).handler], rules: JobRules(),
            now: site.services.now, jitter: { 0 })
        while try await jobs.runOne() {}
    }

    private func upload(_ fields: [(String, String)], to site: TestSite, _ cookie: String) async throws -> Answer {
        let body =
            fields.map { "--XX\r\nContent-Disposition: form-data; \($0.0)\r\n\r\n\($0.1)\r\n" }.joined() + "--XX--\r\n"
        return try await SiteClient.connect(port: site.port) {
            try await $0.request(
                "POST", "/admin/sources/import/", ["Content-Type: multipart/form-data; boundary=XX", cookie],
                body: body)
        }
    }

    @Test("a source is added, cited, found where it is cited, changed everywhere, and not removed by accident")
    func life() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let cookie = try await site.signUp(.owner)
            let number = try await Self.publish("He spoke [@taubman2003, p. 273].", on: site, cookie)
            let path = try #require(
                try await site.database.read { tx in
                    try tx.site().flatMap { try tx.post(number: Int64(number), site: $0.id) }.flatMap {
                        try tx.canonicalPath(of: $0.id)
                    }
                })
            #expect(try await site.get(path).text.contains("He spoke [@taubman2003, p. 273]."))
            #expect(try await site.get("/admin/sources/", cookie).text.contains("Cited, and not here"))

            let added = try await site.post("/admin/sources/new/", form: Self.taubman, cookie)
            #expect(added.location == "/admin/sources/?saved=1")
            try await Self.runJobs(site)
            #expect(try await site.get(path).text.contains("(New York: Norton, 2003), 273."))
            let list = try await site.get("/admin/sources/?words=khrushchev", cookie).text
            #expect(list.contains("Taubman, William. Khrushchev: The Man and His Era. New York: Norton, 2003."))
            #expect(list.contains("<a href=\"/admin/posts/\(number)/\" dir=\"auto\">The speech</a>"))
            #expect(!list.contains("Cited, and not here"))
            #expect(try await site.get("/admin/sources/?words=nobody", cookie).text.contains("<p>None.</p>"))

            let own = try await site.get("/admin/sources/export/?format=bibtex&post=\(number)", cookie)
            #expect(own.text.hasPrefix("@book{taubman2003,"))
            #expect(
                try await site.get("/admin/posts/\(number)/", cookie).text.contains("format=bibtex&amp;post=\(number)"))
            #expect(try await site.get("/admin/sources/export/?post=999", cookie).status == 404)
            let again = try await site.post("/admin/sources/new/", form: Self.taubman, cookie)
            #expect(again.status == 422)
            #expect(again.text.contains("Another source has the key “taubman2003”."))
            let changed = try await site.post(
                "/admin/sources/edit/?key=taubman2003", form: Self.taubman.replacing("Norton", with: "Free+Press"),
                cookie)
            #expect(changed.status == 303)
            try await Self.runJobs(site)
            #expect(try await site.get(path).text.contains("(New York: Free Press, 2003), 273."))
            let renamed = try await site.post(
                "/admin/sources/edit/?key=taubman2003", form: Self.taubman.replacing("taubman2003", with: "t"), cookie)
            #expect(renamed.text.contains("One post cites “taubman2003”."))

            _ = try await site.post("/admin/sources/style/", form: "style=apa", cookie)
            try await Self.runJobs(site)
            #expect(try await site.get(path).text.contains("Taubman, 2003, p. 273"))

            let refused = try await site.post("/admin/sources/remove/?key=taubman2003", form: "", cookie)
            #expect(refused.status == 422)
            #expect(refused.text.contains("One post cites “taubman2003”. Tick this"))
            let removed = try await site.post("/admin/sources/remove/?key=taubman2003", form: "sure=1", cookie)
            #expect(removed.location == "/admin/sources/?removed=1")
            try await Self.runJobs(site)
            #expect(try await site.get(path).text.contains("He spoke [@taubman2003, p. 273]."))
        }
    }

    @Test("the editor offers sources, marks keys that are none, and keeps the text as it was typed")
    func editor() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let cookie = try await site.signUp(.author)
            _ = try await site.post("/admin/sources/new/", form: Self.taubman, cookie)
            let page = try await site.post(
                "/admin/posts/new/", form: "title=A&source=So+[@nobody;+@taubman2003]+[@other]&action=preview", cookie
            ).text
            #expect(page.contains("<option value=\"[@taubman2003]\">Taubman, William."))
            #expect(page.contains("No source of the site has the key “nobody”, “other”."))
            #expect(page.contains("<mark class=\"missing-source\">[@other?]</mark>"))
            #expect(page.contains("So [@nobody; @taubman2003] [@other]</textarea>"))
            let told = try await site.post("/admin/preview/", form: "source=[@nobody]&format=markdown", cookie)
            #expect(told.text.contains("the key “nobody”"))
        }
    }

    @Test("BibTeX and CSL-JSON come by paste and as files; what is wrong is told by its place, the rest is taken")
    func importing() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let cookie = try await site.signUp(.editor)
            let bib = "@book{one, title = {First}}\n\n@book{two, title = {broken\n\n@book{three, title = {Third}}\n"
            let first = try await upload([("name=\"text\"", bib)], to: site, cookie)
            #expect(first.status == 200)
            #expect(first.text.contains("line 3, column"))
            #expect(try await site.get("/admin/sources/", cookie).text.contains("@one"))
            let json = "[{\"id\": \"one\", \"type\": \"book\", \"title\": \"Other\"}, {\"type\": \"book\"}]"
            let file = "name=\"file\"; filename=\"a.json\""
            let second = try await upload([(file, json)], to: site, cookie)
            #expect(second.text.contains("1 left as they are here, 1 not read"))
            #expect(second.text.contains("item 1, id: missing"))
            let third = try await upload([(file, json), ("name=\"collisions\"", "replace")], to: site, cookie)
            #expect(third.text.contains("1 replaced"))
            let exported = try await site.get("/admin/sources/export/?format=bibtex", cookie)
            #expect(exported.text.contains("@book{one,\n  title = {Other}"))
            #expect(try await site.get("/admin/sources/export/?format=csl-json", cookie).text.contains("\"Other\""))
            let none = try await upload([("name=\"text\"", "[1")], to: site, cookie)
            #expect(none.status == 422)
            #expect(none.text.contains("Nothing was taken: not JSON."))
        }
    }

    @Test("what the form has no field for stays as it was imported")
    func rest() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let cookie = try await site.signUp(.owner)
            let item = """
                [{"id": "goya", "type": "graphic", "title": "Saturn", "medium": "Oil", "custom": {"x": 1},
                "author": [{"family": "Goya", "given": "Francisco", "dropping-particle": "de", "ORCID": "0"}],
                "issued": {"date-parts": [[1819], [1823]], "circa": true, "edtf": "x"}}]
                """
            _ = try await upload([("name=\"text\"", item)], to: site, cookie)
            let form = try await site.get("/admin/sources/edit/?key=goya", cookie).text
            #expect(form.contains("Goya, Francisco de"))
            #expect(form.contains("value=\"1819/1823~\""))
            let saved = try await site.post(
                "/admin/sources/edit/?key=goya",
                form: "key=goya&type=graphic&title=Saturn+II&author=Goya,+Francisco+de&issued=1819/1823~", cookie)
            #expect(saved.status == 303)
            let kept = try await site.get("/admin/sources/export/", cookie).text
            for part in [
                "Saturn II", "\"Oil\"", "\"ORCID\" : \"0\"", "\"dropping-particle\" : \"de\"", "\"edtf\"", "\"x\" : 1",
            ] {
                #expect(kept.contains(part), "\(part)")
            }
        }
    }
}
