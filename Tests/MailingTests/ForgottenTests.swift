import Accounts
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

@Suite("What waits, and what was forgotten")
struct ForgottenTests {
    @Test("a link to set a new password comes by mail, and nobody learns who signs in here")
    func forgotten() async throws {
        let relay = try await MailRelay()
        try await TestSite.run(TestExport.small, { $0.sendsMail = true }) { site in
            let cookie = try await site.signUp(.owner)
            #expect(try await site.get("/admin/sign-in/").text.contains(#"href="/admin/forgotten/""#))
            let known = try await site.post("/admin/forgotten/", form: "email=OWNER@example.org")
            // The author of the export has an address, and never could sign in.
            let others = [
                try await site.post("/admin/forgotten/", form: "email=nobody@example.org"),
                try await site.post("/admin/forgotten/", form: "email=clio@private.example"),
            ]
            for answer in others { #expect(answer.status == known.status && answer.text == known.text) }
            try await site.deliver(through: relay.settings())
            let message = try #require(await relay.messages.first { _ in true })
            #expect(message.to == ["owner@example.org"])
            let link = try #require(message.plain.firstMatch(of: /https:\/\/days\.example(\/admin\/password\/\w+\/)/)).1
            #expect(try await site.post(String(link), form: "password=another+one+now").status == 303)
            #expect(try await site.get("/admin/", cookie).status == 303)
            let again = "name=owner@example.org&password=another+one+now"
            #expect(try await site.post("/admin/sign-in/", form: again).status == 303)
            #expect(try await site.post("/admin/forgotten/", form: "email=owner@example.org").status == 429)
        }
        try await TestSite.run(TestExport.small) { site in
            let page = try await site.get("/admin/forgotten/")
            #expect(page.text.contains("thaw account reset"))
        }
    }

    @Test("a job that was given up is shown with its reason, tried again, or discarded")
    func jobs() async throws {
        let relay = try await MailRelay(refusing: ["owner@example.org": "550 No such person"])
        let settings = relay.settings()
        try await TestSite.run(TestExport.small, { $0.sendsMail = true }) { site in
            let cookie = try await site.signUp(.owner)
            #expect(try await site.get("/admin/jobs/", cookie).text.contains("Nothing."))
            _ = try await site.post("\(TestExport.smallPost)comments/", form: "comment=A&author=B&email=c@example.org")
            #expect(try await site.get("/admin/jobs/", cookie).text.contains("News of a response"))
            try await site.deliver(through: settings)
            let page = try await site.get("/admin/jobs/", cookie).text
            #expect(page.contains("After one attempt: 127.0.0.1:\(relay.port) answered with 550."))
            #expect(try await site.get("/admin/", cookie).text.contains("job was given up"))
            let id = try #require(page.firstMatch(of: /name="again" value="(\d+)"/)).1
            #expect(try await site.post("/admin/jobs/", form: "again=\(id)", cookie).status == 303)
            #expect(try await !site.get("/admin/", cookie).text.contains("given up"))
            try await site.deliver(through: settings)
            #expect(try await site.post("/admin/jobs/", form: "again=all", cookie).status == 303)
            try await site.deliver(through: settings)
            #expect(try await site.post("/admin/jobs/", form: "discard=\(id)", cookie).status == 303)
            #expect(try await !site.get("/admin/", cookie).text.contains("given up"))
            #expect(try await site.post("/admin/jobs/", form: "", cookie).status == 400)
        }
    }
}
