import DatabaseSupport
import ExportSupport
import Foundation
import Testing

/// Whether a test may mount file systems that only its child sees.
private let canMount = system("unshare -rm sh -c 'mount -t tmpfs -o size=1m tmpfs /mnt' 2>/dev/null") == 0

@Suite("A backup or a restore that is killed, or finds the disk full", .serialized)
struct KilledBackupTests {
    private static let pictureSize = 128 << 20

    private func killed(when file: String, _ arguments: String...) async throws -> Bool {
        try await ThawProcess.isKilled(when: #"[ -s "$file" ]"#, of: file, arguments)
    }

    /// A data folder with one large file.
    private func moveIn() async throws -> DataFolder {
        let data = try DataFolder()
        let file = try data.write(Export([Item(7, "one"), Item(8, "two")]))
        #expect(try await ThawProcess.run("import", file, "--data", data.path).exitCode == 0)
        try FileManager.default.createDirectory(atPath: data.path + "/media", withIntermediateDirectories: true)
        let picture = data.path + "/media/large.jpg"
        #expect(FileManager.default.createFile(atPath: picture, contents: Data()))
        #expect(truncate(picture, off_t(Self.pictureSize)) == 0)
        return data
    }

    private func size(_ path: String) -> Int {
        ((try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? NSNumber)?.intValue ?? 0
    }

    @Test("a killed backup leaves no file of its name; the same command again ends whole, and nothing beside it")
    func backup() async throws {
        let data = try await moveIn()
        let file = data.place.path("blog.tar")
        let part = data.place.path(".blog.tar.thaw-part")
        #expect(try await killed(when: part, "backup", "--data", data.path, file))
        #expect(size(part) > 0)
        #expect(!FileManager.default.fileExists(atPath: file))
        let again = try await ThawProcess.run("backup", "--data", data.path, file)
        #expect(again.exitCode == 0, "\(again.errors)")
        #expect(size(file) > Self.pictureSize)
        let names = try FileManager.default.contentsOfDirectory(atPath: data.place.url.path)
        #expect(names.filter { $0.contains("blog.tar") } == ["blog.tar"])
    }

    @Test("a killed restore leaves a folder without a site; the same command again ends whole")
    func restore() async throws {
        let data = try await moveIn()
        let (file, target) = (data.place.path("blog.tar"), data.place.path("target"))
        #expect(try await ThawProcess.run("backup", "--data", data.path, file).exitCode == 0)
        let part = target + "/.restoring/media/large.jpg"
        #expect(try await killed(when: part, "restore", file, "--data", target))
        #expect(size(part) > 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: target) == [".restoring"])
        let again = try await ThawProcess.run("restore", file, "--data", target)
        #expect(again.exitCode == 0, "\(again.errors)")
        let names = try FileManager.default.contentsOfDirectory(atPath: target)
        #expect(names.sorted() == ["media", "secret.key", "thaw.sqlite"])
        #expect(size(target + "/media/large.jpg") == Self.pictureSize)
    }

    @Test(
        "a full disk: exit 1, a clear sentence, and nothing half written",
        .enabled(if: canMount, "no file system can be mounted here"))
    func fullDisk() async throws {
        let data = try await moveIn()
        let file = data.place.path("blog.tar")
        #expect(try await ThawProcess.run("backup", "--data", data.path, file).exitCode == 0)
        let outcome = try await ThawProcess.run(
            shell: """
                exec unshare -rm sh -c '
                    mount -t tmpfs -o size=8m tmpfs /mnt || exit 99
                    "$THAW" backup --data "$1" /mnt/blog.tar; echo "$?" "$(ls -A /mnt)"
                    "$THAW" restore "$2" --data /mnt/data; echo "$?" "$(ls -A /mnt)"
                    "$THAW" export --data "$1" --format wxr /mnt/small.xml; echo "$?" "$(ls -A /mnt)"
                    ' sh "$@" 2>&1
                """, data.path, file)
        let lines = outcome.output.split(separator: "\n").map(String.init)
        #expect(lines.count == 6, "\(outcome.output)")
        #expect(lines.first?.hasPrefix("thaw: The disk is full, so ") == true, "\(outcome.output)")
        #expect(lines.dropFirst().first == "1 ")
        #expect(lines.dropFirst(2).first?.hasPrefix("thaw: The disk is full, so ") == true, "\(outcome.output)")
        #expect(lines.dropFirst(3).first == "1 ")
        #expect(lines.last == "0 small.xml")
    }
}
