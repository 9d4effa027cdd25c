import Conversation
import Database
import DatabaseSupport
import Foundation
import Model
import SQLiteDatabase
import SiteSupport
import Store
import Testing

@Suite("The protocol of Akismet")
struct AkismetTests {
    private static func run(
        hosts: Set<String> = [], _ body: @escaping @Sendable (TestSite, _ key: String) async throws -> Void
    ) async throws {
        try await TestSite.run(DaysGoneBy.export, { $0.hosts = hosts }) { site in
            let key = try await FilterKeys(site.database, actor: "test").make("A shop", now: site.clock.now)
            try await body(site, key)
        }
    }

    private static func check(_ fields: String, _ key: String, _ site: TestSite) async throws -> Answer {
        try await site.post(
            "/1.1/comment-check", form: "api_key=\(key)&blog=https%3A%2F%2Fa.example&user_ip=192.0.2.9&\(fields)")
    }

    @Test("a key is twelve characters; it is known, and no other is")
    func keys() async throws {
        try await Self.run { site, key in
            #expect(key.utf8.count == 12 && FilterKey.isPlausible(key))
            let known = try await site.post("/1.1/verify-key", form: "key=\(key)&blog=https%3A%2F%2Fa.example")
            #expect(known.status == 200 && known.text == "valid")
            #expect(known.field("content-type") == "text/plain; charset=utf-8")
            for wrong in ["000000000000", "", "x", String(repeating: "a", count: 4_000)] {
                let answer = try await site.post("/1.1/verify-key", form: "key=\(wrong)&blog=https%3A%2F%2Fa.example")
                #expect(answer.status == 200 && answer.text == "invalid")
                #expect(answer.field("x-akismet-debug-help") != nil)
            }
            #expect(try await site.post("/1.1/verify-key", form: "key=\(key)").text == "invalid")
            #expect(
                try await site.post("/1.1/comment-check", form: "api_key=\(key)&blog=x").field("x-akismet-debug-help")
                    == "Empty \"user_ip\" value")
        }
    }

    @Test("the values that clients test with, in their order; unknown fields are passed over")
    func fixed() async throws {
        try await Self.run { site, key in
            for (fields, wanted) in [
                ("comment_author=viagra-test-123", "true"), ("comment_author=akismet-guaranteed-spam", "true"),
                ("comment_author_email=akismet-guaranteed-spam%40example.com", "true"),
                ("comment_content=an+akismet-guaranteed-spam+here", "true"),
                ("user_role=administrator&comment_content=casino", "false"),
                ("user_role=administrator&comment_author=viagra-test-123", "true"),
                ("comment_content=Quite+so&nonsense=1&comment_context%5B%5D=history&HTTP_ACCEPT=x", "false"),
            ] {
                let answer = try await Self.check(fields, key, site)
                #expect(answer.status == 200 && answer.text == wanted, "\(fields)")
                #expect(answer.field("x-akismet-guid")?.count == 32)
            }
        }
    }

    @Test("a key's filter learns from what is submitted, by itself, and its use is counted")
    func learns() async throws {
        try await Self.run { site, key in
            let other = try await FilterKeys(site.database, actor: "test").make("Another", now: site.clock.now)
            func submit(_ what: String, _ text: String, _ said: String) async throws {
                let answer = try await site.post(
                    "/1.1/\(what)",
                    form: "key=\(key)&blog=x&user_ip=192.0.2.9&comment_content=\(text)&comment_check_response=\(said)")
                #expect(answer.text == "Thanks for making the web a better place.")
            }
            for index in 0..<40 {
                try await submit("submit-spam", "cheap+casino+bonus+pills+\(index)", "false")
                try await submit("submit-ham", "my+grandmother+told+of+that+winter+\(index)", "false")
            }
            #expect(try await Self.check("comment_content=casino+pills+bonus", key, site).text == "true")
            #expect(try await Self.check("comment_content=that+winter+of+my+grandmother", key, site).text == "false")
            #expect(try await Self.check("comment_content=casino+pills+bonus", other, site).text == "false")
            #expect(try await Self.check("comment_content=casino+pills&is_test=1", key, site).text == "true")

            let cookie = try await site.signUp(.owner)
            let page = try await site.get("/admin/spam/keys/", cookie).text
            #expect(page.contains("A shop"))
            let uses = try await FilterKeys(site.database, actor: "test").uses(
                from: site.clock.now, until: site.clock.now)
            #expect(uses.first?.work == FilterWork(checked: 2, caught: 1, missed: 40))
            // Sixty-four lessons are kept as bytes.
            let lessons = try await site.database.read { tx in
                try tx.lessons(of: uses[0].filter.id, after: 0, limit: 500).count
            }
            #expect(lessons < 64)
        }
    }

    private static func ask(_ host: String, _ site: TestSite) async throws -> Answer {
        try await SiteClient.connect(port: site.port) { client in
            try await client.request(
                "POST", "/1.1/comment-check",
                ["Content-Type: application/x-www-form-urlencoded", "Host: \(host)"],
                body: "blog=x&user_ip=192.0.2.9&comment_content=hello")
        }
    }

    @Test("the key may stand before the host's name")
    func hostLabel() async throws {
        try await Self.run(hosts: ["days.example"]) { site, key in
            let known = try await Self.ask("\(key).days.example", site)
            #expect(known.text == "false")
            #expect(try await Self.ask("000000000000.days.example", site).text == "invalid")
            #expect(try await Self.ask("\(key).other.example", site).status == 421)
            #expect(try await Self.ask("days.example", site).text == "invalid")
        }
    }

    @Test("the owner makes keys, each shown once, and takes them back")
    func administration() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let cookie = try await site.signUp(.owner)
            #expect(try await site.post("/admin/spam/keys/", form: "name=+", cookie).status == 422)
            let made = try await site.post("/admin/spam/keys/", form: "name=My+shop", cookie).text
            let key = String(try #require(made.firstMatch(of: /<code>([0-9a-f]{12})<\/code>/)).output.1)
            #expect(try await !site.get("/admin/spam/keys/", cookie).text.contains(key))
            #expect(try await Self.check("comment_content=hello", key, site).text == "false")
            let page = try await site.get("/admin/spam/keys/", cookie).text
            let id = try #require(page.firstMatch(of: /name="revoke" value="([0-9]+)"/)).output.1
            #expect(
                try await site.post("/admin/spam/keys/revoke/", form: "revoke=\(id)", cookie).status == 303)
            #expect(try await Self.check("comment_content=hello", key, site).text == "invalid")
        }
    }

    /// Runs a script of Python with one of the clients that `scripts/bootstrap test` brings. Waits without a thread, which
    /// the server needs.
    private static func python(_ client: String, _ script: String, _ arguments: String...) async throws -> String {
        let folder = try TemporaryFolder()
        let output = URL(filePath: folder.path("output"))
        try Data().write(to: output)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = ["-c", script] + arguments
        let packages = URL(filePath: FileManager.default.currentDirectoryPath).appending(path: ".build/\(client)")
        process.environment = ["PYTHONPATH": packages.path, "PYTHON_AKISMET_TIMEOUT": "30"]
        let file = try FileHandle(forWritingTo: output)
        process.standardOutput = file
        process.standardError = file
        let (ended, end) = AsyncStream.makeStream(of: Never.self)
        process.terminationHandler = { _ in end.finish() }
        try process.run()
        for await _ in ended {}
        return try String(contentsOf: output, encoding: .utf8)
    }

    @Test("the client “akismet” of PyPI verifies its key, asks and submits")
    func akismetClient() async throws {
        try await Self.run { site, key in
            let script = """
                import sys, akismet
                from akismet import _common
                _common._API_URL = "http://127.0.0.1:" + sys.argv[1]
                def client(key):
                    return akismet.SyncClient(akismet.Config(key=key, url="https://a.example"))
                good = client(sys.argv[2])
                print(good.verify_key(sys.argv[2], "https://a.example"), good.verify_key("000000000000", "https://a.example"))
                print(good.comment_check("192.0.2.9", comment_author="viagra-test-123").name)
                print(good.comment_check("192.0.2.9", comment_content="Quite so.", user_role="administrator").name)
                print(good.submit_spam("192.0.2.9", comment_content="casino"), good.submit_ham("192.0.2.9", comment_content="so"))
                try:
                    client("000000000000").comment_check("192.0.2.9", comment_content="x")
                except akismet.APIKeyError:
                    print("refused")
                """
            let said = try await Self.python("akismet-client", script, String(site.port), key)
            #expect(said == "True False\nSPAM\nHAM\nTrue True\nrefused\n")
        }
    }

    @Test("the client “python-akismet” of PyPI asks and submits, with the key before the host's name")
    func pythonAkismetClient() async throws {
        try await Self.run(hosts: ["days.example"]) { site, key in
            let script = """
                import socket, sys
                from akismet import Akismet, SpamStatus
                from akismet.exceptions import AkismetServerError
                # Every name is loopback here.
                found = socket.getaddrinfo
                socket.getaddrinfo = lambda host, *rest, **named: found("127.0.0.1", *rest, **named)
                class Client(Akismet):
                    protocol = "http"
                    domain = "days.example:" + sys.argv[1]
                client = Client(sys.argv[2], blog="https://a.example")
                print(client.check("192.0.2.9", "Firefox", comment_content="Quite so.") == SpamStatus.Ham)
                print(client.check("192.0.2.9", "Firefox", comment_author="viagra-test-123") == SpamStatus.ProbableSpam)
                client.submit_spam("192.0.2.9", "Firefox", comment_content="casino")
                client.submit_ham("192.0.2.9", "Firefox", comment_content="so")
                try:
                    Client("000000000000", blog="https://a.example").check("192.0.2.9", "Firefox")
                except AkismetServerError:
                    print("refused")
                """
            let said = try await Self.python("python-akismet-client", script, String(site.port), key)
            #expect(said == "True\nTrue\nrefused\n")
        }
    }
}
