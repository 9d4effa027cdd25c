import DatabaseSupport
import Foundation

/// A PostgreSQL database of its own for one test, in a temporary folder: its single-user mode, so that there is no
/// server to start, to wait for, or to leave behind.
struct Postgres {
    struct Failure: Error { let output: String }

    /// Debian's place for the newest version's binaries; nil where PostgreSQL is not installed.
    static let binaries: URL? = {
        let root = URL(filePath: "/usr/lib/postgresql")
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
        let newest = versions.compactMap(Int.init).max()
        return newest.map { root.appending(path: "\($0)/bin") }.flatMap {
            FileManager.default.isExecutableFile(atPath: $0.appending(path: "initdb").path) ? $0 : nil
        }
    }()

    private let folder: TemporaryFolder
    private let binaries: URL

    init(binaries: URL) throws {
        self.binaries = binaries
        folder = try TemporaryFolder()
        // PostgreSQL refuses to run as root, and its own user has to make its folder here.
        try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: folder.url.path)
        _ = try run("initdb", ["-D", data, "-U", "postgres", "-E", "UTF8", "--no-locale", "-N"])
    }

    private var data: String { folder.path("data") }

    /// Runs statements one by one in one session; gives the lines in which PostgreSQL refuses one, with the statement.
    func errors(of statements: [String]) throws -> [String] {
        // With -j, a semicolon and an empty line end a statement.
        let script = statements.map { $0.replacing("\n\n", with: "\n") + ";\n\n" }.joined()
        let output = try run("postgres", ["--single", "-j", "-F", "-D", data, "postgres"], input: script)
        return output.split(separator: "\n").map(String.init).filter {
            $0.contains("ERROR:") || $0.contains("FATAL:") || $0.contains("STATEMENT:")
        }
    }

    /// Gives what the program wrote to its standard error.
    private func run(_ program: String, _ arguments: [String], input: String = "") throws -> String {
        let (inputPath, outputPath) = (folder.path("\(program).input"), folder.path("\(program).output"))
        try input.write(toFile: inputPath, atomically: true, encoding: .utf8)
        try "".write(toFile: outputPath, atomically: true, encoding: .utf8)
        let process = Process()
        let path = binaries.appending(path: program).path
        if getuid() == 0 {
            process.executableURL = URL(filePath: "/usr/sbin/runuser")
            process.arguments = ["-u", "postgres", "--", path] + arguments
        } else {
            process.executableURL = URL(filePath: path)
            process.arguments = arguments
        }
        process.currentDirectoryURL = folder.url
        process.standardInput = FileHandle(forReadingAtPath: inputPath)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle(forWritingAtPath: outputPath)
        try process.run()
        process.waitUntilExit()
        let output = try String(contentsOfFile: outputPath, encoding: .utf8)
        guard process.terminationStatus == 0 else { throw Failure(output: "\(program): \(output)") }
        return output
    }
}
