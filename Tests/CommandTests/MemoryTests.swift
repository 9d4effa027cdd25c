import DatabaseSupport
import Foundation
import Testing

@Suite("Memory")
struct MemoryTests {
    /// An export of posts that all say the same.
    private func write(_ path: String, posts: Int) throws {
        guard FileManager.default.createFile(atPath: path, contents: nil) else { throw CocoaError(.fileWriteUnknown) }
        let file = try FileHandle(forWritingTo: URL(filePath: path))
        let head = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                xmlns:wp="http://wordpress.org/export/1.2/">
            <channel><title>Days</title><wp:wxr_version>1.2</wp:wxr_version>
            <wp:base_blog_url>https://days.example</wp:base_blog_url>

            """
        try file.write(contentsOf: Data(head.utf8))
        let words = String(repeating: "What happened on this day. ", count: 700)
        for number in 1...posts {
            let item = """
                <item><title>Day \(number)</title><wp:post_id>\(number)</wp:post_id>
                <wp:post_name>day-\(number)</wp:post_name><wp:post_type>post</wp:post_type>
                <wp:status>publish</wp:status><wp:post_date>2012-02-25 00:00:00</wp:post_date>
                <wp:post_date_gmt>2012-02-25 05:00:00</wp:post_date_gmt>
                <content:encoded><![CDATA[\(words)]]></content:encoded></item>

                """
            try file.write(contentsOf: Data(item.utf8))
        }
        try file.write(contentsOf: Data("</channel></rss>\n".utf8))
        try file.close()
    }

    @Test("an export of 40 MB is looked through in a process that may hold 150 MB of data")
    func flat() async throws {
        let folder = try TemporaryFolder()
        try write(folder.path("export.xml"), posts: 2_000)
        // RLIMIT_DATA counts what the process allocates; the whole file in memory twice over would pass it.
        let outcome = try await ThawProcess.run(
            shell: "ulimit -d 150000; exec \"$THAW\" import --dry-run \"$1\" --data \"$2\"",
            folder.path("export.xml"), folder.path("data"))
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("2000 post"))
    }
}
