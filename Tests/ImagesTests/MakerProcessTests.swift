import DatabaseSupport
import Foundation
import Images
import Testing

@Suite("The maker's process") struct MakerProcessTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// A program that stands in for the maker.
    private func program(_ script: String) throws -> String {
        let draft = folder.path("draft")
        try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(filePath: draft))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: draft)
        // Written by another process: a descriptor of ours could still be open in a program that another test starts,
        // and Linux starts no file that is open for writing.
        let copying = Process()
        copying.executableURL = URL(filePath: "/bin/cp")
        copying.arguments = [draft, folder.path("program")]
        try copying.run()
        copying.waitUntilExit()
        return folder.path("program")
    }

    private func fault(_ script: String, seconds: Int = 120) async throws -> PictureFault? {
        try await Making(file: "/dev/null").fault(program: program(script), limits: PictureLimits(seconds: seconds))
    }

    @Test("a maker that never ends is ended at the deadline, and what it started with it")
    func deadline() async throws {
        let pipe = folder.path("pipe")
        #expect(mkfifo(pipe, 0o600) == 0)
        let reader = open(pipe, O_RDONLY | O_NONBLOCK)
        defer { close(reader) }
        // Whoever lives holds the pipe open.
        let fault = try await fault("exec 9>'\(pipe)'; echo begun >&9; sleep 1000 & sleep 1000", seconds: 1)
        #expect(fault?.kind == .tooSlow)
        #expect(fault?.sentence == "It took longer than 1 seconds (images.seconds).")
        #expect(fcntl(reader, F_SETFL, 0) == 0)
        var bytes = [UInt8](repeating: 0, count: 100)
        #expect(read(reader, &bytes, bytes.count) == 6)
        #expect(read(reader, &bytes, bytes.count) == 0)
    }

    @Test("a maker that closes its output and goes on is ended too")
    func silent() async throws {
        #expect(try await fault("exec >&-; sleep 1000", seconds: 1)?.kind == .tooSlow)
    }

    @Test("a maker that talks without end is ended")
    func endless() async throws {
        let fault = try await fault("while :; do echo yes; done")
        #expect(fault?.sentence == "The picture maker said more than anybody asked for.")
    }

    @Test(
        "whatever way it ends, there is a sentence",
        arguments: [
            ("exit 3", "The picture maker ended with code 3 and no answer."),
            ("kill -SEGV $$", "Decoding it crashed the picture maker (signal 11)."),
            ("echo nonsense", "The picture maker's answer cannot be read."),
            ("echo '{}'", "The picture maker gave no answer."),
        ])
    func endings(script: String, sentence: String) async throws {
        #expect(try await fault(script)?.sentence == sentence)
    }

    @Test("a maker that is not there is named")
    func missing() async throws {
        let fault = try await Making(file: "/dev/null").fault(program: "/nowhere/thaw-images")
        #expect(fault?.sentence == "/nowhere/thaw-images cannot be started: No such file or directory.")
    }

    @Test("it gets neither the server's environment nor its open files")
    func bare() async throws {
        setenv("THAW_TESTS_SECRET", "1956", 1)
        let kept = fcntl(STDERR_FILENO, F_DUPFD, 200)
        defer { close(kept) }
        let answer =
            #"{\"fault\":{\"kind\":\"maker\",\"sentence\":\"$(env | cut -d= -f1 | sort | tr '\n' ' ')$(ls /proc/$$/fd | tr '\n' ' ')\"}}"#
        let sentence = try #require(try await fault(#"echo "\#(answer)""#)?.sentence)
        #expect(!sentence.contains("THAW"))
        #expect(sentence.contains("LC_ALL"))
        #expect(sentence.contains("0 1"))
        #expect(!sentence.split(separator: " ").contains("\(kept)"))
    }

    @Test("when its task is cancelled, it is ended at once")
    func cancelled() async throws {
        let pipe = folder.path("pipe")
        #expect(mkfifo(pipe, 0o600) == 0)
        let path = try program("exec 9>'\(pipe)'; sleep 1000")
        let making = try Making(file: "/dev/null")
        let task = Task { await making.fault(program: path) }
        // Waits until the maker has opened its end.
        let reader = await Task.detached { open(pipe, O_RDONLY) }.value
        defer { close(reader) }
        task.cancel()
        #expect(await task.value?.sentence == "The picture maker was stopped.")
        var byte: UInt8 = 0
        #expect(read(reader, &byte, 1) == 0)
    }
}
