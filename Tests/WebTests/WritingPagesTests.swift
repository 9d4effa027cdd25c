import Database
import DatabaseSupport
import Foundation
import Model
import Publishing
import SQLiteDatabase
import SiteSupport
import Store
import Testing

@Suite("Writing in the administration, without scripts")
struct WritingPagesTests {
    private func field(_ name: String, in page: String) -> String {
        guard let start = page.range(of: "name=\"\(name)\" value=\"") else { return "" }
        return String(page[start.upperBound...].prefix { $0 != "\"" })
    }

    @Test("a post is written, looked at, saved, published, revised and restored; what is typed over it is refused")
    func writing() async throws {
        try await TestSite.run(TestExport().text) { site in
            let cookie = try await site.signUp(.owner)
            let looked = try await site.post(
                "/admin/posts/new/", form: "title=One&source=A+*b*&action=preview&comments=1", cookie)
            #expect(looked.status == 200)
            #expect(looked.text.contains("A <em>b</em>"))
            #expect(looked.text.contains("2 words, 1 minute to read"))
            #expect(try await site.get("/admin/posts/?status=draft", cookie).text.contains("Nothing is here."))

            let made = try await site.post(
                "/admin/posts/new/",
                form: "title=One&source=A+*b*%0D%0Ac&action=save&standing=published&tags=Red,+Blue&comments=1", cookie)
            let place = try #require(made.location).replacing("?saved=1", with: "")
            let editor = try await site.get(place + "?saved=1", cookie)
            #expect(editor.text.contains("Saved. It is published."))
            #expect(editor.text.contains("A *b*\nc</textarea>"))
            #expect(editor.text.contains("value=\"Red, Blue\""))
            #expect(try await site.get("/2026/04/08/one/").text.contains("A <em>b</em>"))

            let version = field("version", in: editor.text)
            let changed = "title=One&source=Other&action=save&standing=published&version=\(version)"
            #expect(try await site.post(place, form: changed, cookie).status == 303)
            let refused = try await site.post(
                place, form: "title=One&source=Mine&action=save&standing=published&version=\(version)", cookie)
            #expect(refused.status == 422)
            #expect(refused.text.contains("Nothing was overwritten."))
            #expect(refused.text.contains("Mine</textarea>"))
            // Now that it is known, it may be saved; the other is a former text.
            let known = field("version", in: refused.text)
            let mine = "title=One&source=Mine&action=save&standing=published&version=\(known)"
            #expect(try await site.post(place, form: mine, cookie).status == 303)

            let all = try await site.get(place + "revisions/", cookie).text.matches(of: /\?with=(\d+)/)
            #expect(all.count == 3)
            let oldest = try #require(all.last).1
            let revisions = try await site.get(place + "revisions/?with=\(oldest)", cookie)
            #expect(revisions.text.contains("class=\"added\""))
            let button = try #require(revisions.text.firstMatch(of: /name="revision" value="(\d+)"/)).1
            let restored = try await site.post(
                place + "revisions/", form: "revision=\(button)&version=\(field("version", in: revisions.text))", cookie
            )
            #expect(restored.status == 303)
            #expect(try await site.get("/2026/04/08/one/").text.contains("A <em>b</em>"))
        }
    }

    @Test("a long text in any script is taken, beyond what visitors may send")
    func long() async throws {
        try await TestSite.run(TestExport().text) { site in
            let cookie = try await site.signUp(.author)
            // Each letter is six characters of the form.
            let text = String(repeating: "%D0%BE+", count: 60_000)
            let made = try await site.post("/admin/posts/new/", form: "title=Long&source=\(text)&action=save", cookie)
            #expect(made.status == 303)
        }
    }

    @Test("what is typed is kept and offered, and a second window is told")
    func typed() async throws {
        try await TestSite.run(TestExport().text) { site in
            let cookie = try await site.signUp(.author)
            let place = try #require(
                try await site.post("/admin/posts/new/", form: "title=One&source=A&action=save", cookie).location
            )
            .replacing("?saved=1", with: "")
            let version = field("version", in: try await site.get(place, cookie).text)
            let typed = "title=One&source=Unsaved&version=\(version)&serial=0"
            #expect(try await site.post(place + "autosave/", form: typed, cookie).text == "{\"serial\":1}")
            let other = try await site.post(place + "autosave/", form: typed, cookie)
            #expect(other.status == 409)
            #expect(other.text.contains("Nothing was overwritten."))
            #expect(try await site.get(place, cookie).text.contains("?typed=1"))
            #expect(try await site.get(place + "?typed=1", cookie).text.contains("Unsaved</textarea>"))
            #expect(try await site.post(place + "autosave/", form: "action=drop", cookie).status == 303)
            #expect(try await !site.get(place, cookie).text.contains("?typed=1"))
        }
    }

    @Test("posts are filtered, trashed by the button, and come back by undo")
    func list() async throws {
        try await TestSite.run(TestExport().text) { site in
            let cookie = try await site.signUp(.editor)
            for title in ["Alpha", "Beta"] {
                _ = try await site.post("/admin/posts/new/", form: "title=\(title)&source=x&action=save", cookie)
            }
            let found = try await site.get("/admin/posts/?s=alph", cookie).text
            #expect(found.contains(">Alpha</a>"))
            #expect(!found.contains(">Beta</a>"))
            let button = try #require(found.firstMatch(of: /value="(trash \d+)"/)).1
            let trashed = try await site.post("/admin/posts/", form: "one=\(button.replacing(" ", with: "+"))", cookie)
            let list = try await site.get(try #require(trashed.location), cookie).text
            #expect(list.contains("In the trash: 1."))
            #expect(!list.contains(">Alpha</a>"))
            let undo = field("undo", in: list).replacing(" ", with: "+")
            _ = try await site.post("/admin/posts/", form: "undo=\(undo)", cookie)
            #expect(try await site.get("/admin/posts/", cookie).text.contains(">Alpha</a>"))
        }
    }

    @Test("a contributor's post waits for review, and the form does not offer more")
    func contributor() async throws {
        try await TestSite.run(TestExport().text) { site in
            let cookie = try await site.signUp(.contributor)
            let form = try await site.get("/admin/posts/new/", cookie).text
            #expect(form.contains("value=\"pending\""))
            #expect(!form.contains("value=\"published\""))
            let refused = try await site.post(
                "/admin/posts/new/", form: "title=One&source=A&action=save&standing=published", cookie)
            #expect(refused.status == 422)
            #expect(refused.text.contains("Your role does not let you publish."))
        }
    }

    private func multipart(_ parts: [(head: String, body: String)]) -> String {
        parts.map { "--XX\r\nContent-Disposition: form-data; \($0.head)\r\n\r\n\($0.body)\r\n" }.joined() + "--XX--\r\n"
    }

    private func send(_ body: String, to site: TestSite, _ path: String, _ cookie: String) async throws -> Answer {
        try await SiteClient.connect(port: site.port) {
            try await $0.request(
                "POST", path, ["Content-Type: multipart/form-data; boundary=XX", cookie], body: body)
        }
    }

    @Test("a file that is sent is kept byte for byte, told of, and removed when one is sure")
    func media() async throws {
        try await TestSite.run(TestExport().text) { site in
            let cookie = try await site.signUp(.author)
            // Whatever looks like the boundary's beginning is part of the file.
            let words = "Line\r\n--X\r\n--XY\r\n\r\nend" + String(repeating: "\r\n--X", count: 20_000)
            let body = multipart([
                ("name=\"caption\"", "Words"), ("name=\"file\"; filename=\"My notes.txt\"", words),
            ])
            let sent = try await send(body, to: site, "/admin/media/", cookie)
            let place = try #require(sent.location)
            let page = try await site.get(place, cookie).text
            #expect(page.contains("/my-notes.txt"))
            #expect(try await site.get("/wp-content/uploads/2026/04/my-notes.txt").text == words)
            #expect(try await site.post(place, form: "action=remove&sure=1", cookie).location == "/admin/media/")
            #expect(try await site.get("/wp-content/uploads/2026/04/my-notes.txt").status == 404)
        }
    }

    @Test("a form that is cut off, without a file, or with a page in it is refused with a sentence")
    func refusedMedia() async throws {
        try await TestSite.run(TestExport().text) { site in
            let cookie = try await site.signUp(.author)
            let cut = "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nabc"
            #expect(try await send(cut, to: site, "/admin/media/", cookie).status == 400)
            let empty = try await send(multipart([("name=\"caption\"", "x")]), to: site, "/admin/media/", cookie)
            #expect(empty.status == 422)
            #expect(empty.text.contains("No file came."))
            let page = multipart([("name=\"file\"; filename=\"a.txt\"", "<!doctype html><p>x")])
            #expect(try await send(page, to: site, "/admin/media/", cookie).status == 422)
            let large = multipart([("name=\"file\"; filename=\"a.txt\"", String(repeating: "x", count: 1 << 20 + 1))])
            #expect(try await send(large, to: site, "/admin/media/", cookie).status == 413)
            let left = (try? FileManager.default.contentsOfDirectory(atPath: site.folder.path("media"))) ?? []
            #expect(left == [])
        }
    }
}
