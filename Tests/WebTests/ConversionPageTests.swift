import Model
import SiteSupport
import Testing

@Suite("A post of HTML becomes Markdown")
struct ConversionPageTests {
    private static let number = 20

    private static func export(_ content: String) -> String {
        var export = TestExport()
        export.add(.init(number, "Imported", "imported") { $0.content = content })
        return export.text
    }

    @Test("after a look at it; readers see the same page, and the HTML can be put back")
    func converts() async throws {
        let content = "<h2>Head</h2>Some <b>words</b> &amp; <i>more</i>\n\n<table><tr><td>1</td></tr></table>"
        try await TestSite.run(Self.export(content)) { site in
            let cookie = try await site.signUp(.editor)
            let address = "/admin/posts/\(Self.number)/"
            let before = try await site.get("/2012/02/25/imported/").text
            #expect(try await site.get(address, cookie).text.contains("\(address)markdown/"))
            let look = try await site.get(address + "markdown/", cookie).text
            #expect(look.contains("The same page as now."))
            #expect(look.contains("## Head\n\nSome **words** &amp; *more*\n\n&lt;table&gt;"))
            let version = look.firstMatch(of: /name="version" value="(\d+)"/)?.1 ?? ""
            let taken = try await site.post(address + "markdown/", form: "version=\(version)", cookie)
            #expect(taken.location == address)
            let editor = try await site.get(address, cookie).text
            #expect(editor.contains("Text, in Markdown") && !editor.contains("\(address)markdown/"))
            let after = try await site.get("/2012/02/25/imported/").text
            #expect(after.contains("<strong>words</strong>") && before.contains("<b>words</b>"))
            #expect(try await site.get(address + "markdown/", cookie).status == 409)

            let former = try await site.get(address + "revisions/", cookie).text
            let revision = former.firstMatch(of: /name="revision" value="(\d+)"/)?.1 ?? ""
            let now = former.firstMatch(of: /name="version" value="(\d+)"/)?.1 ?? ""
            let back = try await site.post(
                address + "revisions/", form: "revision=\(revision)&version=\(now)", cookie)
            #expect(back.status == 303)
            #expect(try await site.get("/2012/02/25/imported/").text.contains("<b>words</b>"))
            #expect(try await site.get(address, cookie).text.contains("Text, in HTML"))
        }
    }

    @Test("what would change is shown; a text that changed meanwhile is left; who may not edit it is refused")
    func refuses() async throws {
        try await TestSite.run(Self.export("A<br>- b")) { site in
            let (cookie, other) = (try await site.signUp(.editor), try await site.signUp(.contributor))
            let address = "/admin/posts/\(Self.number)/markdown/"
            let look = try await site.get(address, cookie).text
            #expect(look.contains("It would change here:") && look.contains("class=\"added\""))
            #expect(try await site.post(address, form: "version=0", cookie).status == 409)
            #expect(try await site.get(address, other).status == 403)
            #expect(try await site.post(address, form: "version=1", other).status == 403)
            #expect(try await site.get("/admin/posts/999/markdown/", cookie).status == 404)
        }
    }
}
