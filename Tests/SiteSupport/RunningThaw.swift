package import Foundation
import Synchronization

/// The real executable, as an operator runs it.
package final class RunningThaw: Sendable {
    package let port: Int
    private let process: Mutex<Process>
    private let exits: AsyncStream<Int32>

    /// It ended before it said where it listens.
    package struct DidNotStart: Error {
        package let said: String
    }

    /// Where the build put an executable: beside the program that runs the tests.
    package static func executable(named name: String) -> String {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(filePath: own).deletingLastPathComponent().appending(path: name).path
    }

    /// `thaw serve` on a free port; returns once it listens.
    /// - Parameter log: what it logs, for a test that reads all of it.
    package init(serving data: String, _ flags: String..., log: Pipe? = nil) throws {
        let output = Pipe()
        let (exits, exit) = AsyncStream.makeStream(of: Int32.self)
        let process = Process()
        process.executableURL = URL(filePath: Self.executable(named: "thaw"))
        process.arguments = ["serve", "--data", data, "--port", "0"] + flags
        process.standardOutput = output
        process.standardError = log ?? FileHandle.nullDevice
        process.terminationHandler = { process in
            exit.yield(process.terminationStatus)
            exit.finish()
        }
        try process.run()
        var said = ""
        while !said.contains("\n") {
            let data = output.fileHandleForReading.availableData
            if data.isEmpty { break }
            said += String(decoding: data, as: UTF8.self)
        }
        guard let port = said.firstMatch(of: /:(\d+)\/\n/).flatMap({ Int($0.1) }) else {
            process.terminate()
            throw DidNotStart(said: said)
        }
        self.port = port
        self.process = Mutex(process)
        self.exits = exits
    }

    /// SIGTERM; returns at once.
    package func terminate() { process.withLock { $0.terminate() } }

    /// SIGKILL; returns at once.
    package func kill() { process.withLock { _ = Foundation.kill($0.processIdentifier, SIGKILL) } }

    /// Waits for its end and gives its exit code.
    package func exitCode() async -> Int32? { await exits.first { _ in true } }

    /// Runs a command to its end and gives its exit code.
    /// - Parameter input: what it reads; it ends with what is in it.
    package static func run(_ arguments: String..., input: Pipe? = nil) async throws -> Int32 {
        let (exits, exit) = AsyncStream.makeStream(of: Int32.self)
        let process = Process()
        process.executableURL = URL(filePath: executable(named: "thaw"))
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        if let input {
            process.standardInput = input
            try input.fileHandleForWriting.close()
        }
        process.terminationHandler = { exit.yield($0.terminationStatus) }
        try process.run()
        return await exits.first { _ in true } ?? -1
    }
}
