import DatabaseSupport
import ExportSupport
import Foundation
import Testing

@Suite("thaw spam export, import, rebuild")
struct MoveFilterTests {
    @Test("a filter is taken out and put in; what is no filter is refused, and nothing changes")
    func moves() async throws {
        let data = try DataFolder()
        let imported = try await ThawProcess.run(
            "import", try data.write(Export([Item(1, "one")])), "--data", data.path)
        #expect(imported.exitCode == 0, "\(imported.errors)")
        let folder = try TemporaryFolder()
        let file = folder.path("filter")
        let exported = try await ThawProcess.run("spam", "export", file, "--data", data.path)
        #expect(exported.exitCode == 0, "\(exported.errors)")
        #expect(exported.output.contains("taught by 0 real responses and 0 of spam"))
        let again = try await ThawProcess.run("spam", "export", file, "--data", data.path)
        #expect(again.exitCode == 2 && again.errors.contains("--force"))
        let taken = try await ThawProcess.run("spam", "import", file, "--data", data.path)
        #expect(taken.exitCode == 0, "\(taken.errors)")
        let rebuilt = try await ThawProcess.run("spam", "rebuild", "--data", data.path)
        #expect(rebuilt.exitCode == 0, "\(rebuilt.errors)")
        try Data("nonsense".utf8).write(to: URL(filePath: folder.path("other")))
        let refused = try await ThawProcess.run("spam", "import", folder.path("other"), "--data", data.path)
        #expect(refused.exitCode == 2 && refused.errors.contains("was not written by thaw spam export"))
        let whole = try Data(contentsOf: URL(filePath: file))
        try whole.prefix(whole.count / 2).write(to: URL(filePath: folder.path("half")))
        let half = try await ThawProcess.run("spam", "import", folder.path("half"), "--data", data.path)
        #expect(half.exitCode == 2 && half.errors.contains("is damaged at byte"))
    }
}
