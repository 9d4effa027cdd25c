import Database
import DatabaseSupport
import ExportSupport
import Foundation
import SQLiteDatabase
import Testing

@Suite("thaw import")
struct ImportCommandTests {
    private let export = Export([Item(7, "one", comments: [Response(21)]), Item(8, "two")])

    @Test("a whole export: exit 0, a summary for the person and a report for programs")
    func whole() async throws {
        let data = try DataFolder()
        let file = try data.write(export)
        let outcome = try await ThawProcess.run(
            "import", file, "--data", data.path, "--report", data.place.path("report.json"))
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("Days Gone By"))
        #expect(outcome.output.contains("2 post"))
        #expect(outcome.output.contains("An export never holds:"))
        let report = try Report(path: data.place.path("report.json"))
        #expect(report.taken == ["post": 2, "comment": 1, "author": 1])
        #expect(try FileManager.default.contentsOfDirectory(atPath: data.path) == ["thaw.sqlite"])
    }

    @Test("the same again: exit 0, a backup first, and nothing else changes")
    func again() async throws {
        let data = try DataFolder()
        let file = try data.write(export)
        #expect(try await ThawProcess.run("import", file, "--data", data.path).exitCode == 0)
        let before = try await data.contents()
        let outcome = try await ThawProcess.run("import", file, "--data", data.path)
        #expect(outcome.exitCode == 0)
        #expect(outcome.output.contains("taken: nothing"))
        let after = try await data.contents()
        #expect(after == before)
        let copies = try FileManager.default.contentsOfDirectory(atPath: data.path + "/backups")
        #expect(copies.count == 1)
        let copied = try await data.open("\(data.path)/backups/\(copies[0])") {
            try await $0.read { try $0.contents() }
        }
        #expect(copied == before)
    }

    @Test("a dry run leaves no folder behind")
    func dryRun() async throws {
        let data = try DataFolder()
        let file = try data.write(export)
        let outcome = try await ThawProcess.run("import", file, "--data", data.path, "--dry-run")
        #expect(outcome.exitCode == 0)
        #expect(outcome.output.contains("would be taken: 2 post"))
        #expect(!data.exists)
    }

    @Test("an item that fails: exit 1, and the rest is here")
    func failed() async throws {
        let data = try DataFolder()
        var export = export
        export.items[0].content = String(repeating: "<div>", count: 300)
        let file = try data.write(export)
        let outcome = try await ThawProcess.run("import", file, "--data", data.path)
        #expect(outcome.exitCode == 1)
        #expect(outcome.output.contains("failed:") && outcome.output.contains("export.xml, line "))
        let posts = try await data.open { database in
            try await database.read { try $0.first("SELECT count(*) FROM post") { $0.int(0) } }
        }
        #expect(posts == 2)
    }

    @Test("a file that is cut off: exit 2 with place and whole items, and no folder; in part when asked for")
    func cutOff() async throws {
        let data = try DataFolder()
        let text = export.text
        let end = try #require(text.range(of: "<title><![CDATA[About two")).lowerBound
        let file = try data.write(String(text[..<end]), as: "cut.xml")
        let refused = try await ThawProcess.run("import", file, "--data", data.path)
        #expect(refused.exitCode == 2)
        let byte = text[..<end].utf8.count
        let line = text[..<end].count { $0 == "\n" } + 1
        #expect(refused.errors.contains("cut.xml, line \(line), byte \(byte):"))
        #expect(refused.errors.contains("1 whole item stands before this place."))
        #expect(refused.errors.hasPrefix("thaw: ") && refused.errors.hasSuffix(".\n"))
        #expect(!data.exists)

        let partial = try await ThawProcess.run("import", file, "--data", data.path, "--partial")
        #expect(partial.exitCode == 1)
        #expect(partial.output.contains("1 post"))
    }

    @Test(
        "what cannot be used: exit 2, a sentence that names the file, and no folder",
        arguments: [
            "", "Just words.", "<html><body>404</body></html>", "<rss version=\"2.0\"><channel></channel></rss>",
            "<!DOCTYPE rss [<!ENTITY a \"b\">]><rss version=\"2.0\"><channel></channel></rss>", "{\"db\": []}",
        ])
    func unusable(text: String) async throws {
        let data = try DataFolder()
        let file = try data.write(text, as: "strange.xml")
        let outcome = try await ThawProcess.run("import", file, "--data", data.path)
        #expect(outcome.exitCode == 2)
        #expect(outcome.errors.contains("strange.xml"))
        #expect(outcome.errors.count { $0 == "\n" } == 1)
        #expect(!data.exists)
    }

    @Test("a file that is not there: exit 2 and a sentence that names it")
    func missing() async throws {
        let data = try DataFolder()
        let outcome = try await ThawProcess.run("import", data.place.path("nothing.xml"), "--data", data.path)
        #expect(outcome.exitCode == 2)
        #expect(outcome.errors.contains("nothing.xml"))
        #expect(!data.exists)
    }

    @Test("a broken export leaves a database that is there as it is")
    func untouched() async throws {
        let data = try DataFolder()
        let file = try data.write(export)
        #expect(try await ThawProcess.run("import", file, "--data", data.path).exitCode == 0)
        let before = try Data(contentsOf: URL(filePath: data.database))
        let broken = try data.write(export.text.replacing("</item>", with: "</thing>"), as: "broken.xml")
        let outcome = try await ThawProcess.run("import", broken, "--data", data.path)
        #expect(outcome.exitCode == 2)
        #expect(try Data(contentsOf: URL(filePath: data.database)) == before)
        #expect(!FileManager.default.fileExists(atPath: data.path + "/backups"))
    }
}
