import DatabaseSupport
import ExportSupport
import Foundation
import Testing

@Suite("thaw export")
struct ExportCommandTests {
    private let export = Export([Item(7, "one", comments: [Response(21)]), Item(8, "two")])

    private func moveIn() async throws -> DataFolder {
        let data = try DataFolder()
        let file = try data.write(export)
        #expect(try await ThawProcess.run("import", file, "--data", data.path).exitCode == 0)
        return data
    }

    @Test("wxr: exit 0, a file for its owner alone, and thaw import takes it")
    func wxr() async throws {
        let data = try await moveIn()
        let file = data.place.path("out.xml")
        let outcome = try await ThawProcess.run("export", "--data", data.path, "--format", "wxr", file)
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        #expect(outcome.output == "\(file) holds 2 posts and other items, and 1 comments.\n")
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == 0o600)
        let other = try DataFolder()
        #expect(try await ThawProcess.run("import", file, "--data", other.path).exitCode == 0)
        let (here, there) = try await (data.contents(), other.contents())
        for table in ["account", "address", "comment", "post", "post_body", "term"] {
            #expect(here[table] == there[table], "\(table)")
        }
    }

    @Test("to standard output: the same file, and nothing else")
    func standardOutput() async throws {
        let data = try await moveIn()
        let file = data.place.path("out.xml")
        #expect(try await ThawProcess.run("export", "--data", data.path, "--format", "wxr", file).exitCode == 0)
        let outcome = try await ThawProcess.run("export", "--data", data.path, "--format", "wxr", "-")
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        let undated = { (text: String) in text.replacing(/<pubDate>[^<]*<\/pubDate>/, with: "") }
        #expect(undated(outcome.output) == undated(try String(contentsOfFile: file, encoding: .utf8)))
    }

    @Test("a file that is there stays as it is, unless it is to be written over")
    func force() async throws {
        let data = try await moveIn()
        let file = try data.write("Mine.", as: "out.xml")
        let refused = try await ThawProcess.run("export", "--data", data.path, "--format", "wxr", file)
        #expect(refused.exitCode == 2)
        #expect(refused.errors == "thaw: \(file) is there already. --force writes over it.\n")
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "Mine.")
        let outcome = try await ThawProcess.run("export", "--data", data.path, "--format", "wxr", "--force", file)
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        #expect(try String(contentsOfFile: file, encoding: .utf8).hasSuffix("</rss>\n"))
    }

    @Test("a folder without a site, a place without a folder: exit 1, one sentence, and no file")
    func nowhere() async throws {
        let data = try DataFolder()
        let file = data.place.path("out.xml")
        let empty = try await ThawProcess.run("export", "--data", data.path, "--format", "wxr", file)
        #expect(empty.exitCode == 1 && empty.errors.contains("holds no site yet"))
        #expect(!data.exists && !FileManager.default.fileExists(atPath: file))
        let full = try await moveIn()
        let lost = try await ThawProcess.run("export", "--data", full.path, "--format", "wxr", file + "/no/out.xml")
        #expect(lost.exitCode == 1 && lost.errors.hasPrefix("thaw: ") && lost.errors.contains("cannot be written"))
        #expect(lost.errors.count { $0 == "\n" } == 1)
    }
}
