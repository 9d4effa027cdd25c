import DatabaseSupport
import Foundation
import SiteSupport
import Testing

@Suite("A theme in the making")
struct ThemeWatchTests {
    @Test("a changed template shows without a restart, and a mistake in it leaves the site up", .timeLimit(.minutes(1)))
    func watch() async throws {
        let file = try TestExportFile(DaysGoneBy.export)
        let folder = try TemporaryFolder()
        let data = folder.url.path
        #expect(try await RunningThaw.run("import", file.path, "--data", data) == 0)
        let thaw = try RunningThaw(serving: data, "--watch")
        func home() async throws -> String {
            try await SiteClient.connect(port: thaw.port) { try await $0.request("GET", "/").text }
        }
        #expect(!(try await home().contains("Made by hand")))
        let theme = folder.url.appending(path: "themes/default")
        try FileManager.default.createDirectory(at: theme, withIntermediateDirectories: true)
        let template = theme.appending(path: "terms.mustache")
        try "<p>Made by hand</p>".write(to: template, atomically: true, encoding: .utf8)
        while !(try await home().contains("Made by hand")) {}
        try "<p>{{nothing.of.that.name}}</p>".write(to: template, atomically: true, encoding: .utf8)
        while try await home().contains("Made by hand") {}
        #expect(try await home().contains("</html>"))
        thaw.terminate()
        #expect(await thaw.exitCode() == 0)
    }
}
