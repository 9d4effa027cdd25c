import Database
import DatabaseSupport
import Foundation
import Model
import SQLiteDatabase
import SiteSupport
import Store
import Testing

@Suite("Import, export and backup in the browser", .serialized)
struct ToolsTests {
    private static func upload(_ site: RunningThaw, _ text: String, cookie: String) async throws -> Answer {
        let body =
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"my blog.xml\"\r\n\r\n\(text)\r\n--b--\r\n"
        return try await SiteClient.connect(port: site.port) {
            try await $0.request(
                "POST", "/admin/tools/import/", ["Content-Type: multipart/form-data; boundary=b", cookie], body: body)
        }
    }

    private static func post(_ site: RunningThaw, _ target: String, _ form: String, _ cookie: String = "X: y")
        async throws -> Answer
    {
        try await SiteClient.connect(port: site.port) {
            try await $0.request(
                "POST", target, ["Content-Type: application/x-www-form-urlencoded", cookie], body: form)
        }
    }

    private static func get(_ site: RunningThaw, _ target: String, _ cookie: String = "X: y") async throws -> Answer {
        try await SiteClient.connect(port: site.port) { try await $0.request("GET", target, [cookie]) }
    }

    /// A real server on a blog, with an owner who signed in.
    private static func run(_ body: (RunningThaw, String, URL) async throws -> Void) async throws {
        let file = try TestExportFile(DaysGoneBy.export)
        let folder = try TemporaryFolder()
        let data = folder.url.appending(path: "data")
        #expect(try await RunningThaw.run("import", file.path, "--data", data.path) == 0)
        let input = Pipe()
        try input.fileHandleForWriting.write(contentsOf: Data("a long password\n".utf8))
        let added = try await RunningThaw.run(
            "account", "add", "--data", data.path, "--role", "owner", "--name", "Clio", "--email", "owner@example.org",
            "--password-stdin", input: input)
        #expect(added == 0)
        let site = try RunningThaw(serving: data.path)
        let answer = try await post(site, "/admin/sign-in/", "name=owner@example.org&password=a+long+password")
        try await body(site, "Cookie: \(answer.cookie ?? "")", folder.url)
        site.terminate()
        #expect(await site.exitCode() == 0)
    }

    @Test("what would come is shown first, then it comes, and the report stays", .timeLimit(.minutes(2)))
    func moving() async throws {
        try await Self.run { site, cookie, folder in
            var export = TestExport()
            export.add(.init(900, "Another day", "another-day"))
            let foreseen = try await Self.upload(site, export.text, cookie: cookie)
            #expect(foreseen.status == 200 && foreseen.text.contains("would be taken: 1 post"), "\(foreseen.text)")
            let address = "/2012/02/25/another-day/"
            #expect(try await Self.get(site, address).status == 404)
            let id = try #require(foreseen.text.firstMatch(of: /name="waiting" value="([0-9a-f-]{36})"/)).1
            #expect(try await Self.post(site, "/admin/tools/import/run/", "waiting=\(id)&do=run", cookie).status == 303)
            while try await Self.get(site, address).status != 200 {}
            while try await !Self.get(site, "/admin/tools/", cookie).text.contains("The last import") {}
            let backups = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/data/backups")
            #expect(backups.contains { $0.contains("before-import") })
            #expect(try await Self.post(site, "/admin/tools/import/run/", "waiting=\(id)&do=run", cookie).status == 422)

            let broken = try await Self.upload(site, "<rss>", cookie: cookie)
            #expect(broken.status == 422 && broken.text.contains("role=\"alert\""))
            let left = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/data/incoming")
            #expect(left == ["last-import.txt"])
        }
    }

    @Test("the blog is taken along in both forms, and a backup makes a site again", .timeLimit(.minutes(2)))
    func leaving() async throws {
        try await Self.run { site, cookie, folder in
            let wxr = try await Self.post(site, "/admin/tools/export/", "format=wxr", cookie)
            #expect(wxr.field("content-disposition")?.hasSuffix("export.xml\"") == true)
            #expect(wxr.text.hasPrefix("<?xml") && wxr.text.hasSuffix("</rss>\n"))
            let json = try await Self.post(site, "/admin/tools/export/", "format=json", cookie)
            #expect(json.field("content-type") == "application/json" && json.text.contains("Days Gone By"))
            let tar = try await Self.post(site, "/admin/tools/backup/", "", cookie)
            let file = folder.appending(path: "thaw.tar")
            try Data(tar.body).write(to: file)
            let restored = folder.appending(path: "restored").path
            #expect(try await RunningThaw.run("restore", file.path, "--data", restored) == 0)
            #expect(try await RunningThaw.run("check", "--data", restored) == 0)
            #expect(try await Self.get(site, "/admin/log/", cookie).text.contains("Exported: the site"))
            for target in ["/admin/tools/export/", "/admin/tools/backup/"] {
                #expect(try await Self.post(site, target, "").location?.hasPrefix("/admin/sign-in/") == true)
            }
        }
    }
}
