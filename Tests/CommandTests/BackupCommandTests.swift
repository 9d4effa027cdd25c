import Database
import DatabaseSupport
import ExportSupport
import Foundation
import SQLiteDatabase
import Testing

@Suite("thaw backup and thaw restore")
struct BackupCommandTests {
    /// A data folder with something of everything.
    private func moveIn(posts: Int64 = 3) async throws -> DataFolder {
        let data = try DataFolder()
        let file = try data.write(
            Export((1...posts).map { Item($0, "post-\($0)", comments: [Response($0 * 10)]) }))
        #expect(try await ThawProcess.run("import", file, "--data", data.path).exitCode == 0)
        for (path, text) in Self.files {
            let place = URL(filePath: "\(data.path)/\(path)")
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: place)
        }
        chmod(data.path + "/secret.key", 0o600)
        return data
    }

    private static let files = [
        "config.json": "{}", "secret.key": String(repeating: "k", count: 32), "themes/own/style.css": "p{}",
        "media/wp-content/uploads/2012/02/ж \(String(repeating: "long", count: 30)).jpg": "picture",
        "media/empty": "",
    ]

    private func restored(_ path: String) -> [String: String] {
        Self.files.keys.reduce(into: [:]) { found, file in
            found[file] = try? String(contentsOfFile: "\(path)/\(file)", encoding: .utf8)
        }
    }

    private func names(_ path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    }

    @Test("with secrets: everything is as it was, the key for its owner alone")
    func withSecrets() async throws {
        let data = try await moveIn()
        let file = data.place.path("blog.tar")
        let outcome = try await ThawProcess.run("backup", "--data", data.path, "--with-secrets", file)
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        #expect(outcome.output == "\(file) holds 6 files.\n")
        #expect(try names(data.place.url.path).filter { $0.contains("thaw-") } == [])
        let target = data.place.path("new/data")
        let restore = try await ThawProcess.run("restore", file, "--data", target)
        #expect(restore.exitCode == 0, "\(restore.errors)")
        #expect(restored(target) == Self.files)
        let mode =
            try FileManager.default.attributesOfItem(atPath: target + "/secret.key")[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == 0o600)
        let before = try await data.contents()
        let after = try await data.open(target + "/thaw.sqlite") { try await $0.read { try $0.contents() } }
        #expect(after == before)
        #expect(try names(target) == ["config.json", "media", "secret.key", "thaw.sqlite", "themes"])
    }

    @Test("without secrets: the key is not in the file, and a new one is made and said")
    func withoutSecrets() async throws {
        let data = try await moveIn()
        let file = data.place.path("blog.tar")
        let outcome = try await ThawProcess.run("backup", "--data", data.path, file)
        #expect(outcome.output == "\(file) holds 5 files; secret.key is not among them.\n")
        let key = Data(Self.files["secret.key", default: ""].utf8)
        #expect(try Data(contentsOf: URL(filePath: file)).range(of: key) == nil)
        let target = data.place.path("new")
        let restore = try await ThawProcess.run("restore", file, "--data", target)
        #expect(restore.exitCode == 0, "\(restore.errors)")
        #expect(restore.output.contains("a new one was made"))
        #expect(try Data(contentsOf: URL(filePath: target + "/secret.key")).count == 32)
        #expect(try await ThawProcess.run("check", "--data", target).exitCode == 0)
    }

    @Test("a file that is there, a folder that is not empty: exit 2, and both stay as they are")
    func taken() async throws {
        let data = try await moveIn()
        let file = try data.write("Mine.", as: "blog.tar")
        let refused = try await ThawProcess.run("backup", "--data", data.path, file)
        #expect(refused.exitCode == 2 && refused.errors.contains("--force"))
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "Mine.")
        #expect(try await ThawProcess.run("backup", "--data", data.path, "--force", file).exitCode == 0)
        let before = try await data.contents()
        let restore = try await ThawProcess.run("restore", file, "--data", data.path)
        #expect(restore.exitCode == 2)
        #expect(restore.errors.hasPrefix("thaw: \(data.path) is not empty: it holds "))
        #expect(try await data.contents() == before)
        #expect(restored(data.path) == Self.files)
    }

    @Test("links below media/ are left out, and said")
    func links() async throws {
        let data = try await moveIn()
        symlink("/etc/passwd", data.path + "/media/passwd")
        let file = data.place.path("blog.tar")
        let outcome = try await ThawProcess.run("backup", "--data", data.path, file)
        #expect(outcome.exitCode == 0)
        #expect(outcome.errors == "\(data.path)/media/passwd is no plain file and was left out.\n")
        #expect(try Data(contentsOf: URL(filePath: file)).range(of: Data("root:".utf8)) == nil)
    }

    @Test("while something writes, every backup is of one state: a sum that each transaction keeps is kept in it")
    func whileWriting() async throws {
        let data = try await moveIn()
        let database = try SQLiteDatabase(path: data.database)
        try await database.writeAlone { tx in
            try tx.run("CREATE TABLE left_hand (n INTEGER NOT NULL) STRICT")
            try tx.run("CREATE TABLE right_hand (n INTEGER NOT NULL) STRICT")
        }
        let writing = Task {
            var written: Int64 = 0
            while !Task.isCancelled {
                written += 1
                try await database.write { [written] tx in
                    try tx.run("INSERT INTO left_hand (n) VALUES (\(written))")
                    try tx.run("INSERT INTO right_hand (n) VALUES (\(written))")
                }
            }
            return written
        }
        for number in 1...3 {
            let (file, target) = (data.place.path("\(number).tar"), data.place.path("restored-\(number)"))
            let backup = try await ThawProcess.run("backup", "--data", data.path, file)
            #expect(backup.exitCode == 0, "\(backup.errors)")
            #expect(try await ThawProcess.run("restore", file, "--data", target).exitCode == 0)
            let (left, right) = try await data.open(target + "/thaw.sqlite") { database in
                try await database.read { tx in
                    (
                        try tx.first("SELECT count(*), max(n) FROM left_hand") {
                            [$0.int64(0), $0.optionalInt64(1) ?? 0]
                        },
                        try tx.first("SELECT count(*), max(n) FROM right_hand") {
                            [$0.int64(0), $0.optionalInt64(1) ?? 0]
                        }
                    )
                }
            }
            #expect(left == right)
        }
        writing.cancel()
        #expect(try await writing.value > 0)
        try await database.close()
    }

    @Test("a restored folder is served, and a running server can be backed up")
    func served() async throws {
        let data = try await moveIn()
        let server = try ThawProcess(["serve", "--data", data.path, "--port", "0"])
        defer { server.kill() }
        while server.isRunning, !FileManager.default.fileExists(atPath: data.database + "-wal") { await Task.yield() }
        let file = data.place.path("blog.tar")
        let backup = try await ThawProcess.run("backup", "--data", data.path, file)
        #expect(backup.exitCode == 0, "\(backup.errors)")
        #expect(server.isRunning)
        let target = data.place.path("new")
        #expect(try await ThawProcess.run("restore", file, "--data", target).exitCode == 0)
        let posts = try await ThawProcess.run("post", "list", "--data", target)
        #expect(posts.output.split(separator: "\n").count == 3)
    }
}
