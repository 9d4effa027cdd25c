import Database
import DatabaseSupport
import ExportSupport
import Foundation
import SQLiteDatabase
import Testing

@Suite("An import that is killed", .serialized)
struct KilledImportTests {
    /// Some thousand items with everything that is set only at the end: parents, featured images, menu, front page.
    private static let export: Export = {
        var items: [Item] = []
        for number in Int64(1)...1500 {
            items.append(
                Item(number, "post-\(number)", content: String(repeating: "Words and more words. ", count: 20)) {
                    $0.terms = [.init("category", "c\(number % 7)", "C\(number % 7)")]
                    $0.comments = [Response(number * 10), Response(number * 10 + 1, under: number * 10)]
                    $0.meta = [
                        (key: "_thumbnail_id", value: String(3000 + number % 50)), (key: "source", value: "Pravda"),
                    ]
                })
            if number % 10 == 0 {
                items.append(
                    Item(2000 + number / 10, "page-\(number)", kind: "page") { $0.parent = 2000 + number / 10 + 1 })
            }
        }
        for number in Int64(3000)..<3050 {
            items.append(Item(number, "picture-\(number)", kind: "attachment") { $0.status = "inherit" })
        }
        items.append(Item(4000, "welcome", kind: "page") { $0.link = "https://days.example/" })
        items.append(
            Item(4001, "", kind: "nav_menu_item", title: "Start") {
                $0.terms = [.init("nav_menu", "main", "Main")]
                $0.meta = [
                    (key: "_menu_item_type", value: "post_type"), (key: "_menu_item_object_id", value: "4000"),
                ]
            })
        return Export(items)
    }()

    private static let atOnce = Task {
        let data = try DataFolder()
        let outcome = try await ThawProcess.run("import", try data.write(export), "--data", data.path)
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        return try await data.contents()
    }

    /// - Parameter condition: of the database, `$file`.
    private static func isKilled(when condition: String, importing file: String, into data: DataFolder) async throws
        -> Bool
    {
        try await ThawProcess.isKilled(when: condition, of: data.database, ["import", file, "--data", data.path])
    }

    // The empty schema takes a megabyte.
    @Test("the same command again ends complete and without doubles", arguments: [1_600_000, 2_500_000, 4_000_000])
    func goesOn(bytes: Int) async throws {
        let expected = try await Self.atOnce.value
        let data = try DataFolder()
        let file = try data.write(Self.export)
        // Sizes of files: a look into the database would hold locks of its own.
        let condition = #"[ "$(du -cb "$file" "$file-wal" | tail -n 1 | cut -f 1)" -ge \#(bytes) ]"#
        #expect(try await Self.isKilled(when: condition, importing: file, into: data))

        let rows = try await data.open { try await $0.read { try $0.first("SELECT count(*) FROM post") { $0.int(0) } } }
        #expect(rows ?? 0 > 0 && rows ?? 0 < Self.export.items.count, "killed in the middle")

        let second = try await ThawProcess.run("import", file, "--data", data.path)
        #expect(second.exitCode == 0, "\(second.errors)")
        let contents = try await data.contents()
        for table in expected.keys.sorted() { #expect(contents[table] == expected[table], "table \(table)") }
    }

    @Test("a kill before anything was written leaves nothing that hinders the next import")
    func early() async throws {
        let data = try DataFolder()
        let file = try data.write(Self.export)
        _ = try await Self.isKilled(when: #"[ -s "$file" ]"#, importing: file, into: data)
        let second = try await ThawProcess.run("import", file, "--data", data.path)
        #expect(second.exitCode == 0, "\(second.errors)")
        #expect(try await data.contents() == Self.atOnce.value)
    }
}
