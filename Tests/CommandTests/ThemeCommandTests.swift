import DatabaseSupport
import Foundation
import Testing

@Suite("thaw theme check")
struct ThemeCommandTests {
    @Test("a sound folder has no mistakes")
    func sound() async throws {
        let folder = try TemporaryFolder()
        try "<p>{{words.noPosts}}</p>".write(toFile: folder.path("terms.mustache"), atomically: true, encoding: .utf8)
        let outcome = try await ThawProcess.run("theme", "check", folder.url.path)
        #expect(outcome.exitCode == 0)
        #expect(outcome.output.contains("no mistakes"))
    }

    @Test("each mistake is named with its file, line and column")
    func mistakes() async throws {
        let folder = try TemporaryFolder()
        try "<p>\n {{nothing}}</p>".write(toFile: folder.path("terms.mustache"), atomically: true, encoding: .utf8)
        let outcome = try await ThawProcess.run("theme", "check", folder.url.path)
        #expect(outcome.exitCode == 1)
        #expect(outcome.output.contains("terms.mustache:2:2: "))
    }

    @Test("what is no folder is refused")
    func noFolder() async throws {
        let outcome = try await ThawProcess.run("theme", "check", "/nothing/there")
        #expect(outcome.exitCode == 2)
        #expect(outcome.errors.contains("/nothing/there is no folder"))
    }
}
