import DatabaseSupport
import Foundation
import Synchronization

/// The built executable, started as a person would start it.
final class ThawProcess: Sendable {
    struct Outcome: Sendable {
        /// 128 and the signal's number for a process that was ended by one.
        let exitCode: Int32
        let output: String
        let errors: String
    }

    private let process: Mutex<Process>
    private let folder: TemporaryFolder
    private let ending = AsyncStream.makeStream(of: Never.self)

    /// It stands where the tests' own executable does.
    static let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "thaw").path

    /// - Parameters:
    ///   - shell: is run by `sh` with `$THAW` set to the executable, in place of the executable itself.
    init(_ arguments: [String], shell: String? = nil, environment: [String: String] = [:]) throws {
        folder = try TemporaryFolder()
        let process = Process()
        process.executableURL = URL(filePath: shell == nil ? Self.executable : "/bin/sh")
        process.arguments = (shell.map { ["-c", $0, "sh"] } ?? []) + arguments
        process.environment = environment.merging(
            ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "THAW": Self.executable], uniquingKeysWith: { given, _ in given })
        process.standardInput = FileHandle.nullDevice
        // Files, not pipes: nobody has to read while it runs.
        process.standardOutput = try Self.file(folder.path("output"))
        process.standardError = try Self.file(folder.path("errors"))
        let ended = ending.continuation
        process.terminationHandler = { _ in ended.finish() }
        try process.run()
        self.process = Mutex(process)
    }

    private static func file(_ path: String) throws -> FileHandle {
        try Data().write(to: URL(filePath: path))
        return try FileHandle(forWritingTo: URL(filePath: path))
    }

    static func run(
        _ arguments: String..., environment: [String: String] = [:]
    ) async throws -> Outcome {
        try await ThawProcess(arguments, environment: environment).outcome()
    }

    static func run(shell: String, _ arguments: String...) async throws -> Outcome {
        try await ThawProcess(arguments, shell: shell).outcome()
    }

    /// Runs a command that is killed as soon as a test of `sh` holds. A shell waits, which nothing else here delays, and
    /// the command leaves the processor to it.
    /// - Parameter condition: may name `subject` as `$file`.
    /// - Returns: whether the signal ended it.
    static func isKilled(when condition: String, of subject: String, _ arguments: [String]) async throws -> Bool {
        let script = """
            file=$1; shift
            (until \(condition); do kill -0 $$ || exit; done; kill -KILL $$) 2>/dev/null &
            exec nice -n 19 "$THAW" "$@"
            """
        return try await ThawProcess([subject] + arguments, shell: script).outcome().exitCode == 128 + SIGKILL
    }

    var isRunning: Bool { process.withLock { $0.isRunning } }

    /// SIGKILL, which nothing can catch.
    func kill() { process.withLock { _ = Foundation.kill($0.processIdentifier, SIGKILL) } }

    /// SIGTERM: asks it to end.
    func terminate() { process.withLock { $0.terminate() } }

    func outcome() async throws -> Outcome {
        for await _ in ending.stream {}
        let (status, reason) = process.withLock { ($0.terminationStatus, $0.terminationReason) }
        return Outcome(
            exitCode: reason == .exit ? status : 128 + status,
            output: try String(contentsOfFile: folder.path("output"), encoding: .utf8),
            errors: try String(contentsOfFile: folder.path("errors"), encoding: .utf8))
    }
}
