import DatabaseSupport
import ExportSupport
import Foundation
import Model
import SQLiteDatabase
import Store
import Testing

@Suite("thaw sources")
struct SourcesCommandTests {
    @Test("sources come from files, are listed with where they are cited, and go into files")
    func sources() async throws {
        let data = try DataFolder()
        let blog = Export([Item(1, "one", content: "So [@a, p. 3], and [@missing].")])
        let imported = try await ThawProcess.run("import", try data.write(blog), "--data", data.path)
        #expect(imported.exitCode == 0, "\(imported.errors)")
        let bib = try data.write("@book{a, title = {First}}\n@book{b, title = {broken\n", as: "a.bib")
        let taken = try await ThawProcess.run("sources", "import", bib, "--data", data.path)
        #expect(taken.exitCode == 0, "\(taken.errors)")
        #expect(taken.output.contains("1 added, 1 not read"))
        #expect(taken.output.contains("line 2, column"))
        let listed = try await ThawProcess.run("sources", "list", "--data", data.path)
        #expect(listed.output == "a\t1\tFirst. n.d.\nmissing?\t1\n")
        let json = try data.write(#"[{"id": "a", "type": "book", "title": "Second"}]"#, as: "a.json")
        let kept = try await ThawProcess.run("sources", "import", json, "--data", data.path)
        #expect(kept.output.contains("a is here with other words"))
        let replaced = try await ThawProcess.run("sources", "import", json, "--replace", "--data", data.path)
        #expect(replaced.output.contains("1 replaced"))
        let shown = try await data.open { database in
            try await database.read { tx in
                try tx.site().flatMap { try tx.post(number: 1, site: $0.id) }.flatMap { try tx.body(of: $0.id) }
            }
        }
        #expect(shown?.pages[0].markup.contains("<em>Second</em>") == true)
        let file = data.place.path("out.bib")
        let exported = try await ThawProcess.run("sources", "export", file, "--data", data.path)
        #expect(exported.exitCode == 0 && exported.output.contains("1 source written"))
        #expect(try String(contentsOfFile: file, encoding: .utf8).hasPrefix("@book{a,\n  title = {Second}"))
        let refused = try await ThawProcess.run(
            "sources", "import", try data.write("[1", as: "b.json"), "--data", data.path)
        #expect(refused.exitCode == 2 && refused.errors.contains("not JSON"))
    }
}
