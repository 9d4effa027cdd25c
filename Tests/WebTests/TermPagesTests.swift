import Database
import Model
import SQLiteDatabase
import SiteSupport
import Store
import Testing
import Web

@Suite("Categories and tags in the administration")
struct TermPagesTests {
    private static let export: String = {
        var export = TestExport()
        for number in 1...3 { export.add(.init(number, "Day \(number)", "day-\(number)")) }
        export.add(.init(4, "Day 4", "day-4") { $0.categories = ["twentieth", "letters"] })
        return export.text
    }()

    private static func number(_ taxonomy: Term.Taxonomy, _ slug: String, _ site: TestSite) async throws -> Int64 {
        try await site.database.read { tx in
            let id = try #require(try tx.site()).id
            return try #require(try tx.term(taxonomy, slug: slug, site: id)).number
        }
    }

    @Test("a category is added under another, renamed and moved; its former address leads to it")
    func change() async throws {
        try await TestSite.run(Self.export) { site in
            let cookie = try await site.signUp(.editor)
            let parent = try await Self.number(.category, "centuries", site)
            let added = try await site.post(
                "/admin/categories/", form: "name=Nineteenth&slug=&description=&parent=\(parent)", cookie)
            #expect(added.location == "/admin/categories/?saved=1")
            let list = try await site.get("/admin/categories/", cookie).text
            #expect(list.contains("Nineteenth") && list.contains("Centuries › "))
            let number = try await Self.number(.category, "twentieth", site)
            let form = "name=20th+%3Cage%3E&slug=20th&description=Much.&parent="
            #expect(try await site.post("/admin/categories/\(number)/", form: form, cookie).status == 303)
            #expect(try await site.get("/category/centuries/twentieth/").location == "/category/20th/")
            let archive = try await site.get("/category/20th/").text
            #expect(archive.contains("20th &lt;age&gt;") && archive.contains("day-1"))
            #expect(try await site.get("/2012/02/25/day-1/").text.contains(#"href="/category/20th/""#))
            for (wrong, word) in [
                ("name=&slug=x", "Give a name."), ("name=X&slug=centuries", "has this slug."),
                ("name=%21&slug=%21", "needs a letter or a digit"), ("name=X&slug=&parent=\(number)", "under itself"),
            ] {
                let answer = try await site.post("/admin/categories/\(number)/", form: wrong, cookie)
                #expect(answer.status == 422 && answer.text.contains(word), "\(wrong)")
            }
        }
    }

    @Test("merged, a term's posts, children, menus and addresses are the other's")
    func merge() async throws {
        try await TestSite.run(Self.export) { site in
            let cookie = try await site.signUp(.editor)
            let (from, into) = (
                try await Self.number(.category, "centuries", site), try await Self.number(.category, "letters", site)
            )
            let below = try await Self.number(.category, "twentieth", site)
            #expect(try await site.post("/admin/categories/\(from)/merge/", form: "into=", cookie).status == 422)
            #expect(try await site.post("/admin/categories/\(from)/merge/", form: "into=\(from)", cookie).status == 422)
            let merged = try await site.post("/admin/categories/\(from)/merge/", form: "into=\(into)", cookie)
            #expect(merged.location == "/admin/categories/?merged=1")
            #expect(try await site.get("/category/centuries/").location == "/category/letters/")
            #expect(try await site.get("/category/centuries/twentieth/").location == "/category/letters/twentieth/")
            #expect(try await site.get("/category/letters/").text.contains("day-1"))
            // And into the one that stands below it.
            let again = try await site.post("/admin/categories/\(into)/merge/", form: "into=\(below)", cookie)
            #expect(again.status == 303)
            #expect(try await site.get("/category/centuries/").location == "/category/twentieth/")
            let counts = try await site.database.read { tx in
                try tx.site().map { try tx.terms(of: .category, site: $0.id).map { "\($0.term.slug) \($0.posts)" } }
            }
            #expect(counts == ["twentieth 4"])
        }
    }

    @Test("deleted, a term leaves its posts and its address, once that was meant")
    func delete() async throws {
        try await TestSite.run(Self.export) { site in
            let cookie = try await site.signUp(.editor)
            let number = try await Self.number(.tag, "moscow", site)
            #expect(try await site.get("/tag/moscow/").status == 200)
            #expect(try await site.post("/admin/tags/\(number)/delete/", form: "", cookie).status == 422)
            #expect(try await site.get("/tag/moscow/").status == 200)
            #expect(
                try await site.post("/admin/tags/\(number)/delete/", form: "sure=1", cookie).location
                    == "/admin/tags/?deleted=1")
            #expect(try await site.get("/tag/moscow/").status == 404)
            #expect(try await !site.get("/2012/02/25/day-1/").text.contains("Moscow"))
            #expect(try await site.get("/admin/tags/\(number)/", cookie).status == 404)
            #expect(try await site.get("/admin/tags/", cookie).text.contains("None."))
        }
    }

    @Test("a term of thousands of posts is merged in pieces, and every list stays right")
    func many() async throws {
        var export = TestExport()
        for number in 1...450 { export.add(.init(number, "Day \(number)", "day-\(number)")) }
        try await TestSite.run(export.text) { site in
            let cookie = try await site.signUp(.owner)
            _ = try await site.post("/admin/tags/", form: "name=Kremlin", cookie)
            let (from, into) = (
                try await Self.number(.tag, "moscow", site), try await Self.number(.tag, "kremlin", site)
            )
            #expect(try await site.post("/admin/tags/\(from)/merge/", form: "into=\(into)", cookie).status == 303)
            let counts = try await site.database.read { tx in
                try tx.site().map { try tx.terms(of: .tag, site: $0.id).map { "\($0.term.slug) \($0.posts)" } }
            }
            #expect(counts == ["kremlin 450"])
            #expect(try await site.get("/tag/moscow/page/3/").location == "/tag/kremlin/page/3/")
        }
    }
}
