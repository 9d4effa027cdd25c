import Database
import DatabaseSupport
import Foundation
import SQLiteDatabase
import Testing

private let testData = ProcessInfo.processInfo.environment["THAW_TEST_DATA"]

/// Files of other projects, which may not be kept here. What is expected of each was counted in the file itself by other
/// means; where the two differ, a comment says why.
@Suite("Exports from elsewhere move in", .enabled(if: testData != nil, "THAW_TEST_DATA names no folder"))
struct SharedExportTests {
    struct Expected: Sendable, CustomTestStringConvertible {
        let file: String
        let taken: [String: Int]
        var testDescription: String { file }

        /// - Parameter words: `3 post, 1 page`
        init(_ file: String, _ words: String) {
            self.file = file
            let pairs = words.split(separator: ", ").map { $0.split(separator: " ", maxSplits: 1) }
            taken = Dictionary(uniqueKeysWithValues: pairs.map { (String($0[1]), Int($0[0])!) })
        }
    }

    @Test("a sound one: exit 0, and all that it holds is here", arguments: soundFiles)
    func sound(expected: Expected) async throws {
        let data = try DataFolder()
        let path = "\(try #require(testData))/wxr/\(expected.file)"
        let report = data.place.path("report.json")
        let outcome = try await ThawProcess.run("import", path, "--data", data.path, "--report", report)
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        #expect(try Report(path: report).taken == expected.taken)
        let contents = try await data.contents()
        let comments = ["comment", "pingback", "trackback"].reduce(0) { $0 + expected.taken[$1, default: 0] }
        #expect(contents["comment"]?.count == comments)
        #expect(contents["account"]?.count == expected.taken["author", default: 0])
        let rows = ["post", "comment", "account", "term"].reduce(0) { $0 + (contents[$1]?.count ?? 0) }
        #expect(rows == expected.taken.values.reduce(0, +))

        let again = try await ThawProcess.run("import", path, "--data", data.path, "--report", report)
        #expect(again.exitCode == 0)
        #expect(try Report(path: report).alreadyThere == expected.taken)
        #expect(try await data.contents() == contents)
    }

    @Test("a broken one: exit 2, a sentence with file, line and byte, and no folder", arguments: brokenFiles)
    func broken(file: String, sentence: String) async throws {
        let data = try DataFolder()
        let path = "\(try #require(testData))/wxr/importer-fixtures/\(file)"
        let outcome = try await ThawProcess.run("import", path, "--data", data.path)
        #expect(outcome.exitCode == 2)
        #expect(outcome.errors.hasPrefix("thaw: \(file), \(sentence)"), "\(outcome.errors)")
        #expect(!data.exists)
    }

    private static let brokenFiles = [
        (
            "invalid-version-tag.xml",
            "line 33, byte 1705: this is not a WordPress export: its <wp:wxr_version> is “abc”"
        ),
        ("malformed-simple.xml", "line 14, byte 372: the file ends before the export does."),
        ("malformed.xml", "line 90, byte 11426: the XML is broken here:"),
        ("missing-version-tag.xml", "line 89, byte 11371: this is not a WordPress export: no <wp:wxr_version>"),
    ]

    // Post formats are a property of their posts and no terms. The items of theme-preview.xml name their categories by
    // name alone; a11y-unit-test-data.xml has one item without a type, which counts as a post; valid-wxr-1.0.xml names
    // each tag in two ways; the elements of namespace-edge-cases.xml have other prefixes.
    private static let soundFiles: [Expected] = [
        .init(
            "64-block-test-data.xml",
            "61 post, 1 page, 9 attachment, 2 comment, 2 author, 7 category, 4 post_tag, 1 wp_navigation, 1 wp_template_part_area, 1 wp_theme"
        ),
        .init("ghost-migrate/attachments-only.xml", "1 attachment, 1 author"),
        .init("ghost-migrate/co-authors-plus.xml", "4 post, 3 author, 1 post_tag, 3 author term"),
        .init("ghost-migrate/feature-image-captions.xml", "3 post, 2 attachment, 1 author"),
        .init("ghost-migrate/has-audio-enclosure-with-libsyn-embed.xml", "1 post, 1 author"),
        .init("ghost-migrate/has-audio-enclosure.xml", "1 post, 1 author"),
        .init("ghost-migrate/has-meta.xml", "3 author, 1 category, 1 enmse_message"),
        .init("ghost-migrate/has-yoast-meta.xml", "2 post, 1 author"),
        .init("ghost-migrate/pages-only.xml", "1 page, 1 author"),
        .init("ghost-migrate/posts-only.xml", "3 post, 2 author, 2 category, 2 post_tag, 1 customcpt"),
        .init(
            "ghost-migrate/sample-no-slug.xml",
            "3 post, 1 page, 1 attachment, 2 author, 2 category, 2 post_tag, 1 customcpt"),
        .init("ghost-migrate/sample-with-alt.xml", "1 post, 1 attachment, 1 author, 2 category, 1 post_tag"),
        .init(
            "ghost-migrate/sample.xml",
            "3 post, 1 page, 1 attachment, 2 author, 2 category, 2 post_tag, 1 customcpt"),
        .init(
            "importer-fixtures/a11y-unit-test-data.xml",
            "48 post, 17 page, 39 attachment, 25 comment, 4 pingback, 3 author, 28 category, 71 post_tag, 5 nav_menu, 50 nav_menu_item"
        ),
        .init("importer-fixtures/authors-multiline.xml", "1 post, 3 author"),
        .init("importer-fixtures/backslashes.xml", "1 post"),
        .init("importer-fixtures/blank-lines.xml", "1 post"),
        .init("importer-fixtures/cdata-edge.xml", "1 post"),
        .init("importer-fixtures/chunked-meta.xml", "1 post"),
        .init("importer-fixtures/crazy-cdata-escaped.xml", "1 post, 1 author"),
        .init("importer-fixtures/crazy-cdata.xml", "1 post, 1 author"),
        .init("importer-fixtures/large-authors.xml", "300 author"),
        .init("importer-fixtures/missing-tags.xml", "1 post"),
        .init("importer-fixtures/multiple-cdata.xml", "1 post"),
        .init("importer-fixtures/namespace-edge-cases.xml", "6 post, 2 author, 2 category"),
        .init("importer-fixtures/post-content-blank-lines.xml", "1 post, 1 author"),
        .init("importer-fixtures/slashes.xml", "1 post, 1 comment, 2 author, 1 category, 1 post_tag"),
        .init("importer-fixtures/small-export.xml", "6 post, 5 page, 1 comment, 3 author, 30 category, 3 post_tag"),
        .init("importer-fixtures/term-formats.xml", "2 category, 3 post_tag, 1 custom-taxonomy, 1 nav_menu"),
        .init("importer-fixtures/term-meta.xml", "1 category"),
        .init("importer-fixtures/test-serialized-comment-meta.xml", "1 post, 1 comment, 1 author, 1 category"),
        .init("importer-fixtures/test-serialized-postmeta-no-cdata.xml", "1 post, 1 author, 1 category"),
        .init("importer-fixtures/test-serialized-postmeta-with-cdata.xml", "1 post, 1 author, 1 category"),
        .init(
            "importer-fixtures/test-serialized-term-meta.xml",
            "1 post, 1 author, 1 category, 1 post_tag, 1 custom_taxonomy"),
        .init("importer-fixtures/test-utw-post-meta-import.xml", "1 post, 1 author, 1 category"),
        .init(
            "importer-fixtures/theme-unit-test-data.xml",
            "58 post, 21 page, 37 attachment, 29 comment, 2 pingback, 2 trackback, 4 author, 68 category, 114 post_tag, 6 nav_menu, 70 nav_menu_item"
        ),
        .init("importer-fixtures/valid-wxr-1.0.xml", "3 post, 3 page, 1 comment, 1 author, 5 category, 4 post_tag"),
        .init(
            "importer-fixtures/valid-wxr-1.1.xml",
            "1 post, 1 page, 1 comment, 1 author, 1 category, 1 post_tag, 1 post_tax"),
        .init("importer-fixtures/wxr-flat-attachment-different-site.xml", "1 post, 1 attachment, 1 author"),
        .init("importer-fixtures/wxr-flat-attachment-same-site.xml", "1 post, 1 attachment, 1 author"),
        .init("importer-fixtures/wxr-simple.xml", "1 post, 1 author, 1 category"),
        .init("importer-fixtures/wxr-utf-8-challenges.xml", "1 post, 1 author, 1 category"),
        .init("importer-fixtures/wxr-with-sub-data.xml", "1 post, 1 comment, 1 author, 1 category, 1 custom_tax"),
        .init("seed-page.xml", "1 post, 1 attachment, 1 comment, 1 author, 1 category, 1 post_tag"),
        .init("theme-preview.xml", "7 post, 2 comment, 1 author, 9 category"),
        .init(
            "themeunittestdata.wordpress.xml",
            "58 post, 21 page, 37 attachment, 29 comment, 2 pingback, 2 trackback, 4 author, 68 category, 114 post_tag, 6 nav_menu, 70 nav_menu_item"
        ),
        .init(
            "wptrt-2021-themeunittestdata.xml",
            "51 post, 21 page, 38 attachment, 28 comment, 2 pingback, 2 trackback, 4 author, 67 category, 112 post_tag, 6 nav_menu, 70 nav_menu_item"
        ),
    ]
}
