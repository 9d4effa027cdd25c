import ExportSupport
import Testing

@Suite("thaw check, on pictures")
struct CheckPicturesTests {
    @Test("it makes one to see whether pictures can be made")
    func works() async throws {
        let data = try DataFolder()
        let file = try data.write(Export([Item(7, "one")]))
        #expect(try await ThawProcess.run("import", file, "--data", data.path).exitCode == 0)
        let outcome = try await ThawProcess.run("check", "--data", data.path)
        #expect(outcome.exitCode == 0, "\(outcome.output)")
        #expect(outcome.output.contains("fine   pictures can be made\n"))
    }

    @Test("it says what is missing, and how to mend it")
    func missing() async throws {
        let data = try DataFolder()
        try data.makeFolder()
        let outcome = try await ThawProcess.run(
            "check", "--data", data.path, environment: ["THAW_IMAGES_PROGRAM": "/nowhere/thaw-images"])
        #expect(outcome.exitCode == 1)
        #expect(
            outcome.output.contains(
                """
                WRONG  no picture can be made: /nowhere/thaw-images cannot be started: No such file or directory.
                       put thaw-images beside thaw, or set images.program to it

                """))
    }
}
