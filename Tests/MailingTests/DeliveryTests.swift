import Conversation
import Database
import Jobs
import LoopbackSupport
import Mailing
import Model
import Outbound
import SQLiteDatabase
import SiteSupport
import Store
import Subscriptions
import Testing
import Web

@Suite("Mail through a real relay")
struct DeliveryTests {
    private static func send(_ settings: MailSettings, to address: String = "ann@example.org") async -> MailFault? {
        let mail = Mail(
            key: "k", to: address, fromName: "Дни", subject: "Ein Grüß “dich”", text: "Wörter.\n.\nEnd",
            html: "<p>Wörter</p>", unsubscribe: "https://days.example/subscription/x/")
        do throws(MailFault) {
            try await SendMail(settings).send(
                MailText(mail, from: settings.from, host: "days.example", at: Instant(milliseconds: 0)).text,
                to: mail.to)
            return nil
        } catch {
            return error
        }
    }

    @Test("a message arrives whole, with both of its parts and the way to unsubscribe")
    func whole() async throws {
        let relay = try await MailRelay()
        #expect(await Self.send(relay.settings()) == nil)
        let message = try #require(await relay.messages.first { _ in true })
        #expect(message.from == "site@days.example" && message.to == ["ann@example.org"])
        #expect(message.header("List-Unsubscribe") == "<https://days.example/subscription/x/>")
        #expect(message.header("List-Unsubscribe-Post") == "List-Unsubscribe=One-Click")
        #expect(message.header("Subject")?.hasPrefix("=?utf-8?B?") == true)
        #expect(message.plain.contains("Wörter.\r\n.\r\nEnd") && message.plain.contains("<p>Wörter</p>"))
    }

    @Test(
        "TLS from the first byte and after STARTTLS, with a login; another certificate and a wrong password are refused"
    )
    func secure() async throws {
        let certificate = try await TestCertificate()
        let files = (certificate.files.certificate, certificate.files.key)
        for (kind, security) in [(MailRelay.Security.tls, MailSettings.Security.tls), (.starttls, .starttls)] {
            let relay = try await MailRelay(security: kind, certificate: files, login: ("site", "s3cret"))
            func settings(_ password: String = "s3cret", trusted: Bool = true) -> MailSettings {
                relay.settings(
                    security, host: "localhost", user: "site", password: password,
                    certificates: trusted ? files.0 : "")
            }
            #expect(await Self.send(settings()) == nil)
            let message = try #require(await relay.messages.first { _ in true })
            #expect(message.isSecure && message.user == "site")
            let wrong = await Self.send(settings("guess"))
            #expect(
                wrong?.description.contains("refuses the name or the password") == true, "\(String(describing: wrong))")
            #expect(await Self.send(settings(trusted: false))?.description.contains("not trusted") == true)
        }
        let plain = try await MailRelay()
        #expect(await Self.send(plain.settings(.starttls))?.description.contains("offers no TLS") == true)
    }

    @Test("a receiver that never will be is told from one that is not now, and from a relay that is down")
    func refusals() async throws {
        let relay = try await MailRelay(
            refusing: ["gone@example.org": "550 No such person", "later@example.org": "451 Not now"])
        let settings = relay.settings()
        let gone = await Self.send(settings, to: "gone@example.org")
        #expect(gone?.isFinal == true && gone?.description.contains("550") == true)
        let later = await Self.send(settings, to: "later@example.org")
        #expect(later?.isFinal == false && later?.description.contains("451") == true)
        var down = settings
        down.port = 1
        #expect(await Self.send(down)?.isFinal == false)
        var missing = settings
        missing.program = "/nowhere/thaw-mail"
        #expect(await Self.send(missing)?.description.contains("cannot be started") == true)
    }

    @Test("a response that waits is told to who decides, and approved by the link in the mail, which asks once more")
    func moderation() async throws {
        let relay = try await MailRelay()
        try await TestSite.run(TestExport.small, { $0.sendsMail = true }) { site in
            _ = try await site.signUp(.owner)
            _ = try await site.signUp(.editor)
            let form = "comment=Well+%3Csaid%3E&author=Ann&email=ann@example.org"
            #expect(try await site.post("\(TestExport.smallPost)comments/", form: form).status == 303)
            try await site.deliver(through: relay.settings())
            let message = try #require(await relay.messages.first { _ in true })
            #expect(message.to == ["owner@example.org"])
            #expect(message.header("Subject")?.hasPrefix("=?utf-8?B?") == true)
            let text = message.plain
            #expect(text.contains("Ann responded to “A day”:") && text.contains("It waits for approval."))
            let link = try #require(text.firstMatch(of: /Approve: https:\/\/days\.example(\S+)/)).1
            let asks = try await site.get(String(link))
            #expect(asks.status == 200 && asks.text.contains("Approve this response?"))
            #expect(try await !site.get(TestExport.smallPost).text.contains("Well"))
            #expect(try await site.post(String(link), form: "", "Sec-Fetch-Site: cross-site").status == 403)
            #expect(try await site.post(String(link), form: "").text.contains("readers see it"))
            #expect(try await site.get(TestExport.smallPost).text.contains("Well"))
            #expect(try await site.get(String(link).replacing("approved", with: "trash")).status == 404)
            site.clock.advance(seconds: 31 * 86_400)
            #expect(try await site.get(String(link)).status == 404)
        }
    }

    @Test("a relay that is down for a while loses nothing, and without a relay nothing is asked for")
    func down() async throws {
        let relay = try await MailRelay()
        try await TestSite.run(TestExport.small, { $0.sendsMail = true }) { site in
            _ = try await site.signUp(.owner)
            let form = "comment=Well+said&author=Ann&email=ann@example.org"
            _ = try await site.post("\(TestExport.smallPost)comments/", form: form)
            var settings = relay.settings()
            settings.port = 1
            try await site.deliver(through: settings)
            site.clock.advance(seconds: 100)
            try await site.deliver(through: relay.settings())
            #expect(await relay.messages.first { _ in true }?.to == ["owner@example.org"])
        }
        try await TestSite.run(TestExport.small) { site in
            _ = try await site.signUp(.owner)
            _ = try await site.post("\(TestExport.smallPost)comments/", form: "comment=A&author=B&email=c@example.org")
            let due = try await site.database.read { tx in
                try tx.nextJob(of: [DeliverMail.kind, NotifyStaff.kind])
            }
            #expect(due == nil)
        }
    }
}

extension MailRelay {
    /// How a site hands its mail to this relay.
    func settings(
        _ security: MailSettings.Security = .none, host: String = "127.0.0.1", user: String = "",
        password: String = "", certificates: String = ""
    ) -> MailSettings {
        MailSettings(
            program: RunningThaw.executable(named: "thaw-mail"), host: host, port: port, security: security,
            user: user, password: password, from: "site@days.example", certificates: certificates, totalSeconds: 20)
    }
}

extension TestSite {
    /// Runs all mail jobs that are due.
    func deliver(through settings: MailSettings) async throws {
        let jobs = RunJobs(
            database,
            handlers: [
                DeliverMail(settings, host: "days.example").handler,
                NotifyStaff(database, deeds: services.mailedDeeds, base: TestSite.address).handler,
                ForgetUnconfirmed(database).handler,
            ] + SubscriptionJobs.handlers(database, links: services.subscriptionLinks, days: .chronicle),
            rules: JobRules(),
            now: services.now, jitter: { 0 })
        while try await jobs.runOne() {}
    }
}

extension TestExport {
    static let smallPost = "/2012/02/25/a-day/"

    static let small: String = {
        var export = TestExport()
        export.add(.init(1, "A day", "a-day"))
        return export.text
    }()
}
