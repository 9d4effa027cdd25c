import Foundation

/// The program that steers Chromium, started on a port of the system's choosing and ended with what it started.
final class ChromeDriver: Sendable {
    let port: Int
    private let process: pid_t

    /// nil where it is not installed.
    static var path: String? {
        let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
        return folders.map { "\($0)/chromedriver" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    init() throws {
        guard let path = Self.path else { throw BrowserError(message: "chromedriver is not on PATH") }
        // It takes one port for both families of addresses, and gives up where another program has it in one of them.
        for _ in 0..<5 {
            let (process, said) = try Self.start(path)
            if let match = said.firstMatch(of: Self.success), let port = Int(match.1) {
                (self.process, self.port) = (process, port)
                return
            }
            Self.end(process)
            guard said.contains("port not available") else {
                throw BrowserError(message: "chromedriver did not start: \(said)")
            }
        }
        throw BrowserError(message: "chromedriver found no free port")
    }

    private static var success: Regex<(Substring, Substring)> { /started successfully on port (\d+)/ }

    /// What it said until it had started, or ended.
    private static func start(_ path: String) throws -> (process: pid_t, said: String) {
        let output = Pipe()
        let process = try spawn([path, "--port=0"], output: output.fileHandleForWriting.fileDescriptor)
        try output.fileHandleForWriting.close()
        var said = ""
        while !said.contains(success) {
            let data = output.fileHandleForReading.availableData
            if data.isEmpty { break }
            said += String(decoding: data, as: UTF8.self)
        }
        return (process, said)
    }

    func stop() { Self.end(process) }

    /// Foundation's `Process` hands on the caller's blocked signals, and a test's thread may block SIGTERM; here the
    /// child has none blocked, and leads a process group that can be ended as a whole.
    private static func spawn(_ command: [String], output: Int32) throws -> pid_t {
        var attributes = posix_spawnattr_t()
        var actions = posix_spawn_file_actions_t()
        var signals = sigset_t()
        posix_spawnattr_init(&attributes)
        posix_spawn_file_actions_init(&actions)
        sigemptyset(&signals)
        defer {
            posix_spawnattr_destroy(&attributes)
            posix_spawn_file_actions_destroy(&actions)
        }
        posix_spawnattr_setsigmask(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var arguments = command.map { strdup($0) }
        defer { arguments.forEach { free($0) } }
        arguments.append(nil)
        var process: pid_t = 0
        guard posix_spawn(&process, command[0], &actions, &attributes, arguments, environ) == 0 else {
            throw BrowserError(message: "\(command[0]) cannot be started")
        }
        return process
    }

    private static func end(_ process: pid_t) {
        kill(-process, SIGKILL)
        var status: Int32 = 0
        while waitpid(process, &status, 0) == -1, errno == EINTR {}
    }
}

/// What WebDriver answered instead of doing what was asked.
package struct BrowserError: Error, CustomStringConvertible {
    package let message: String

    package var description: String { message }
}
