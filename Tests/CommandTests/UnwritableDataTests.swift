import Database
import DatabaseSupport
import Dispatch
import ExportSupport
import Foundation
import SQLiteDatabase
import Store
import Testing

/// Whether a test may mount file systems that only its child sees.
private let canMount = {
    let script = "unshare -rm sh -c 'mount -t tmpfs -o size=1m tmpfs /mnt' 2>/dev/null"
    return system(script) == 0
}()

@Suite("A data folder that cannot be written to")
struct UnwritableDataTests {
    private let export = Export(
        (Int64(1)...300).map { Item($0, "post-\($0)", content: String(repeating: "Words. ", count: 2000)) })

    private func check(_ outcome: ThawProcess.Outcome, says words: String) {
        #expect(outcome.exitCode == 1)
        #expect(outcome.errors.hasPrefix("thaw: ") && outcome.errors.contains(words), "\(outcome.errors)")
        #expect(!outcome.errors.contains("please report it"))
        #expect(outcome.errors.count { $0 == "\n" } == 1)
    }

    @Test(
        "a full disk: exit 1 and a clear sentence; with more room the same command ends complete",
        .enabled(if: canMount, "no file system can be mounted here"))
    func fullDisk() async throws {
        let data = try DataFolder()
        try data.makeFolder()
        let file = try data.write(export)
        let outcome = try await ThawProcess.run(
            shell: """
                exec unshare -rm sh -c '
                    mount -t tmpfs -o size=3m tmpfs "$1" || exit 99
                    "$THAW" import "$2" --data "$1"; code=$?
                    mkdir "$3/full" && cp "$1"/thaw.sqlite* "$3/full/"
                    mount -o remount,size=64m "$1" || exit 98
                    "$THAW" import "$2" --data "$1" >&2 || exit 97
                    mkdir "$3/mended" && cp "$1"/thaw.sqlite* "$3/mended/"
                    exit $code' sh "$@" 2>&1 >/dev/null
                """, data.path, file, data.place.url.path)
        #expect(outcome.exitCode == 1, "\(outcome.output)")
        #expect(outcome.output.contains("thaw: The disk is full"), "\(outcome.output)")
        let counts = try await [data.place.path("full"), data.place.path("mended")].asyncMap { folder in
            try await data.open(folder + "/thaw.sqlite") { database in
                try await database.read { try $0.first("SELECT count(*) FROM post") { $0.int(0) } ?? 0 }
            }
        }
        #expect(counts[0] < 300)
        #expect(counts[1] == 300)
    }

    @Test("a limit on the size of files: exit 1, and the database is sound")
    func fileSize() async throws {
        let data = try DataFolder()
        let file = try data.write(export)
        // In blocks of 512 bytes; the signal would end the program before it could say anything.
        let outcome = try await ThawProcess.run(
            shell: "trap '' XFSZ; ulimit -f 2000; exec \"$THAW\" import \"$1\" --data \"$2\"", file, data.path)
        check(outcome, says: "thaw.sqlite cannot be read or written")
        let first = try await data.contents()
        #expect(first["post", default: []].count < 300)
        #expect(try await ThawProcess.run("import", file, "--data", data.path).exitCode == 0)
        #expect(try await data.contents()["post"]?.count == 300)
    }

    @Test(
        "a read-only folder: exit 1 and a sentence that names it",
        .enabled(if: canMount, "no file system can be mounted here"), arguments: [true, false])
    func readOnly(holdsDatabase: Bool) async throws {
        let data = try DataFolder()
        try data.makeFolder()
        let file = try data.write(export)
        if holdsDatabase { #expect(try await ThawProcess.run("import", file, "--data", data.path).exitCode == 0) }
        let before = try FileManager.default.contentsOfDirectory(atPath: data.path)
        let outcome = try await ThawProcess.run(
            shell: """
                exec unshare -rm sh -c '
                    mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" || exit 99
                    exec "$THAW" import "$2" --data "$1"' sh "$@"
                """, data.path, file)
        check(outcome, says: data.path)
        #expect(outcome.errors.contains("cannot be written to"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: data.path) == before)
    }

    @Test("a file where the folder should be: exit 1 and a sentence that names it")
    func fileAsFolder() async throws {
        let data = try DataFolder()
        let file = try data.write(export)
        _ = try data.write("I am no folder.", as: "data")
        check(try await ThawProcess.run("import", file, "--data", data.path), says: data.path)
        #expect(try String(contentsOfFile: data.path, encoding: .utf8) == "I am no folder.")
    }

    @Test("a database that another process writes to: exit 1 after the time that is set, and nothing is written")
    func locked() async throws {
        let data = try DataFolder()
        let small = try data.write(Export([Item(7, "one")]))
        #expect(try await ThawProcess.run("import", small, "--data", data.path).exitCode == 0)
        let before = try await data.contents()
        let file = try data.write(export, as: "more.xml")
        let database = try SQLiteDatabase(path: data.database)
        let (held, release) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        async let holding: Void = database.writeAlone { tx in
            try tx.run("UPDATE site SET title = title")
            held.signal()
            release.wait()
        }
        await held.signalled()
        let outcome = try await ThawProcess.run(
            "import", file, "--data", data.path, environment: ["THAW_DATABASE_BUSY_SECONDS": "0"])
        release.signal()
        try await holding
        try await database.close()
        check(outcome, says: "is locked by another process")
        #expect(try await data.contents() == before)
    }

    @Test("a database of a newer version: exit 1, its version is named, and it is left alone")
    func newer() async throws {
        let data = try DataFolder()
        let file = try data.write(export)
        let small = try data.write(Export([Item(7, "one")]), as: "small.xml")
        #expect(try await ThawProcess.run("import", small, "--data", data.path).exitCode == 0)
        try await data.open { database in
            try await database.writeAlone { tx in
                try tx.run("INSERT INTO schema_migration (version, name, applied_at) VALUES (999, 'later', 0)")
            }
        }
        let before = try await data.contents()
        check(try await ThawProcess.run("import", file, "--data", data.path), says: "newer Thaw (schema 999")
        #expect(try await data.contents() == before)
    }

    @Test("a file that is no database: exit 1, and it is left alone")
    func noDatabase() async throws {
        let data = try DataFolder()
        try data.makeFolder()
        let file = try data.write(export)
        let words = String(repeating: "These are words and no database. ", count: 100)
        try words.write(toFile: data.database, atomically: false, encoding: .utf8)
        check(try await ThawProcess.run("import", file, "--data", data.path), says: "is not a database")
        #expect(try String(contentsOfFile: data.database, encoding: .utf8) == words)
    }

    @Test("a report that cannot be written: exit 1, and the blog is here")
    func report() async throws {
        let data = try DataFolder()
        let file = try data.write(Export([Item(7, "one")]))
        let outcome = try await ThawProcess.run(
            "import", file, "--data", data.path, "--report", data.place.path("missing/report.json"))
        check(outcome, says: "missing/report.json cannot be written")
        #expect(try await data.contents()["post"]?.count == 1)
    }
}

extension DispatchSemaphore {
    /// Waits on a thread of Dispatch, not on one of those that run tasks.
    fileprivate func signalled() async {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                self.wait()
                continuation.resume()
            }
        }
    }
}

extension Array {
    fileprivate func asyncMap<T>(_ body: (Element) async throws -> T) async rethrows -> [T] {
        var mapped: [T] = []
        for element in self { mapped.append(try await body(element)) }
        return mapped
    }
}
