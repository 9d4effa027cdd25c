import Crypto
import Database
import DatabaseSupport
import Exchange
import ExportSupport
import Foundation
import SQLiteDatabase
import Testing

@Suite("A backup that is damaged or made to harm")
struct HostileBackupTests {
    private struct Entry {
        var path: String
        var bytes: [UInt8]
    }

    /// A backup that is whole, entry by entry, without its list of files.
    private func entries(_ data: DataFolder, format: Int = 1) async throws -> [Entry] {
        let file = try data.write(Export([Item(7, "one"), Item(8, "two")]))
        #expect(try await ThawProcess.run("import", file, "--data", data.path).exitCode == 0)
        return [
            Entry(
                path: "thaw-backup.json",
                bytes: Array(#"{"format":\#(format),"made":"2026-02-25T00:00:00Z","thaw":"9.9"}"#.utf8)),
            Entry(path: "thaw.sqlite", bytes: Array(try Data(contentsOf: URL(filePath: data.database)))),
            Entry(path: "media/a.jpg", bytes: Array("picture".utf8)),
        ]
    }

    private func list(_ entries: [Entry]) throws -> Entry {
        let files = entries.map { entry in
            let sum = SHA256.hash(data: entry.bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            return ["path": entry.path, "size": entry.bytes.count, "sha256": sum] as [String: Any]
        }
        let data = try JSONSerialization.data(withJSONObject: ["files": files])
        return Entry(path: "manifest.json", bytes: Array(data))
    }

    private func archive(_ entries: [Entry]) -> [UInt8] {
        entries.reduce(into: []) { bytes, entry in
            bytes += TarWriter.header(TarEntry(path: entry.path, size: entry.bytes.count, mode: 0o644, modified: 0))
            bytes += entry.bytes + TarWriter.padding(after: entry.bytes.count)
        } + TarWriter.end
    }

    /// Restores the bytes; what is refused has to say so in one sentence, with exit code 2, and leave nothing.
    private func refused(_ bytes: [UInt8], in data: DataFolder, existing: Bool = false) async throws -> String {
        let file = data.place.path("hostile.tar")
        try Data(bytes).write(to: URL(filePath: file))
        let target = data.place.path("target")
        if existing { try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: false) }
        let outcome = try await ThawProcess.run("restore", file, "--data", target)
        #expect(outcome.exitCode == 2, "\(outcome.errors)")
        #expect(outcome.errors.hasPrefix("thaw: ") && outcome.errors.count { $0 == "\n" } == 1, "\(outcome.errors)")
        #expect(FileManager.default.fileExists(atPath: target) == existing)
        if existing { #expect(try FileManager.default.contentsOfDirectory(atPath: target) == []) }
        return outcome.errors
    }

    @Test("the whole one is restored")
    func whole() async throws {
        let data = try DataFolder()
        let entries = try await entries(data)
        let file = data.place.path("whole.tar")
        try Data(archive(entries + [list(entries)])).write(to: URL(filePath: file))
        let outcome = try await ThawProcess.run("restore", file, "--data", data.place.path("target"))
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
    }

    @Test("one that was cut off, anywhere, or altered in any part")
    func damaged() async throws {
        let data = try DataFolder()
        let entries = try await entries(data)
        let bytes = archive(entries + [try list(entries)])
        for length in [
            0, 100, 511, 600, 1024, bytes.count / 2, bytes.count - 1500, bytes.count - 1024, bytes.count - 1,
        ] {
            _ = try await refused(Array(bytes[..<length]), in: data)
        }
        for place in [530, 1100, 2 * 512 + 4000, bytes.count - 1024 - 400] {
            var altered = bytes
            altered[place] ^= 1
            _ = try await refused(altered, in: data, existing: false)
        }
    }

    @Test(
        "entries that do not belong there",
        arguments: ["../up", "/tmp/absolute", "media/../../up", "cron.d/job", ".bashrc", "media", "thaw.sqlite-wal"])
    func foreign(path: String) async throws {
        let data = try DataFolder()
        var entries = try await entries(data)
        entries.append(Entry(path: path, bytes: [1]))
        let said = try await refused(archive(entries + [list(entries)]), in: data)
        #expect(said.contains("“\(path)”"))
        #expect(!FileManager.default.fileExists(atPath: data.place.path("up")))
    }

    @Test("a link")
    func link() async throws {
        let data = try DataFolder()
        let entries = try await entries(data)
        var header = TarWriter.header(TarEntry(path: "media/link", size: 0, mode: 0o644, modified: 0))
        header[156] = UInt8(ascii: "2")
        header.replaceSubrange(157..<168, with: Array("/etc/passwd".utf8))
        let sum = header.indices.reduce(0) { $0 + ((148..<156).contains($1) ? 32 : Int(header[$1])) }
        let digits = String(sum, radix: 8)
        header.replaceSubrange(
            148..<156, with: Array((String(repeating: "0", count: 7 - digits.count) + digits + "\0").utf8))
        let whole = archive(entries)
        let said = try await refused(Array(whole.dropLast(1024)) + header + TarWriter.end, in: data, existing: true)
        #expect(said.contains("“media/link” is no plain file"))
    }

    @Test("files that are missing from it, twice in it, or not on its list; a list that is none")
    func lists() async throws {
        let data = try DataFolder()
        let entries = try await entries(data)
        let list = try list(entries)
        #expect(try await refused(archive(entries.dropLast() + [list]), in: data).contains("“media/a.jpg” is missing"))
        let more = Entry(path: "media/b.jpg", bytes: [1])
        #expect(try await refused(archive(entries + [more, list]), in: data).contains("is not on its list"))
        #expect(try await refused(archive(entries + [entries[2], list]), in: data).contains("does not belong"))
        #expect(try await refused(archive(entries + [list, more]), in: data).contains("behind its list"))
        #expect(try await refused(archive(entries), in: data).contains("list of files is missing"))
        let nonsense = Entry(path: "manifest.json", bytes: [1, 2])
        #expect(try await refused(archive(entries + [nonsense]), in: data).contains("makes no sense"))
        let pictures = [entries[0], entries[2]]
        #expect(try await refused(archive(pictures + [self.list(pictures)]), in: data).contains("no database"))
    }

    @Test("a format or a database of a newer version, and a database that is none")
    func newer() async throws {
        let data = try DataFolder()
        var entries = try await entries(data, format: 2)
        let format = try await refused(archive(entries + [list(entries)]), in: data)
        #expect(format.contains("newer Thaw (9.9)"))
        entries[0].bytes = Array(#"{"format":1,"made":"","thaw":"9.9"}"#.utf8)
        try await data.open { database in
            try await database.writeAlone { tx in
                try tx.run("INSERT INTO schema_migration (version, name, applied_at) VALUES (999, 'later', 0)")
            }
        }
        var newer = entries
        newer[1].bytes = Array(try Data(contentsOf: URL(filePath: data.database)))
        #expect(try await refused(archive(newer + [list(newer)]), in: data).contains("schema 999"))
        var broken = entries
        broken[1].bytes = Array(repeating: 0x41, count: 8192)
        #expect(try await refused(archive(broken + [list(broken)]), in: data).contains("database"))
    }

    @Test("what is no backup at all")
    func noBackup() async throws {
        let data = try DataFolder()
        _ = try await refused(Array("Just words.".utf8), in: data)
        let said = try await refused(archive([Entry(path: "thaw.sqlite", bytes: [1])]), in: data)
        #expect(said.contains("no backup that thaw backup wrote"))
        let missing = try await ThawProcess.run("restore", "/nowhere.tar", "--data", data.place.path("target"))
        #expect(missing.exitCode == 2 && missing.errors.contains("/nowhere.tar"))
    }
}
