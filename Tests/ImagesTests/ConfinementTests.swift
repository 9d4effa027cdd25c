import DatabaseSupport
import Foundation
import Images
import Testing

@Suite("The maker's limits upon itself") struct ConfinementTests {
    @Test("before it reads a byte it has given up privileges, sockets, memory, time and files")
    func limits() async throws {
        let folder = try TemporaryFolder()
        let pipe = folder.path("picture.jpg")
        #expect(mkfifo(pipe, 0o600) == 0)
        let task = MakingTask(file: pipe, folder: folder.url.path, limits: PictureLimits(seconds: 77))
        let process = Process()
        process.executableURL = URL(filePath: Making.program)
        process.arguments = [String(decoding: try JSONEncoder().encode(task), as: UTF8.self)]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        // Waits until the maker has opened the file to read it.
        let writer = await Task.detached { open(pipe, O_WRONLY) }.value
        let proc = "/proc/\(process.processIdentifier)"
        let status = try String(contentsOfFile: "\(proc)/status", encoding: .utf8)
        let bounds = try String(contentsOfFile: "\(proc)/limits", encoding: .utf8).split(separator: "\n")
            .map { $0.split(separator: "  ", omittingEmptySubsequences: true).map { $0.trimmingPrefix(" ") } }
        close(writer)
        #expect(status.contains("NoNewPrivs:\t1\n"))
        #expect(status.contains("Seccomp:\t2\n"))
        func bound(_ name: String) -> String? { bounds.first { $0.first == name[...] }.map { String($0[1]) } }
        #expect(bound("Max cpu time") == "77")
        #expect(bound("Max open files") == "32")
        #expect(bound("Max core file size") == "0")
        #expect(bound("Max address space").flatMap { Int($0) }.map { $0 > 512 << 20 } == true)
        let answer = try #require(try output.fileHandleForReading.readToEnd())
        #expect(try JSONDecoder().decode(MakerAnswer.self, from: answer).fault?.sentence == "The file is empty.")
    }
}
