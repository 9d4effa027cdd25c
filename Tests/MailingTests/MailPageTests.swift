import LoopbackSupport
import Mailing
import Model
import Outbound
import SiteSupport
import Testing

@Suite("Mail is tried from the administration")
struct MailPageTests {
    @Test("a message goes to whoever asks; what the relay says against it is told; without a relay, what is missing")
    func trying() async throws {
        let relay = try await MailRelay()
        let trial = TryMail(relay.settings(), host: "days.example", url: TestSite.address)
        try await TestSite.run(TestExport.small, { $0.tryMail = trial }) { site in
            let (owner, editor) = (try await site.signUp(.owner), try await site.signUp(.editor))
            #expect(try await site.get("/admin/mail/", owner).text.contains("none, from site@days.example"))
            let answer = try await site.post("/admin/mail/", form: "", owner)
            #expect(answer.status == 200 && answer.text.contains("has taken the message to owner@example.org on."))
            let message = try #require(await relay.messages.first { _ in true })
            #expect(message.to == ["owner@example.org"] && message.plain.contains(TestSite.address))
            #expect(try await site.post("/admin/mail/", form: "", editor).status == 403)
        }
        let certificates = TryMail(
            relay.settings(.starttls), host: "days.example", url: TestSite.address)
        try await TestSite.run(TestExport.small, { $0.tryMail = certificates }) { site in
            let owner = try await site.signUp(.owner)
            let answer = try await site.post("/admin/mail/", form: "", owner)
            #expect(answer.status == 502 && answer.text.contains("It was not sent:"))
        }
        try await TestSite.run(TestExport.small) { site in
            let owner = try await site.signUp(.owner)
            #expect(try await site.get("/admin/mail/", owner).text.contains("No mail goes out yet."))
            #expect(try await site.post("/admin/mail/", form: "", owner).location == "/admin/mail/")
        }
    }
}
