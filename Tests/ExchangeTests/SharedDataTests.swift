import Exchange
import Glibc
import Testing

private let testData = getenv("THAW_TEST_DATA").map { String(cString: $0) }

/// Files of other projects, which may not be kept here. The numbers are counted by hand in the files.
@Suite("Exports from elsewhere", .enabled(if: testData != nil, "THAW_TEST_DATA names no folder"))
struct SharedDataTests {
    struct Expected: Sendable, CustomTestStringConvertible {
        var file: String
        var items: Int
        var comments: Int
        var authors: Int
        var terms: Int
        var testDescription: String { file }

        init(_ file: String, _ items: Int, _ comments: Int, _ authors: Int, _ terms: Int) {
            (self.file, self.items, self.comments, self.authors, self.terms) = (file, items, comments, authors, terms)
        }
    }

    private func input(_ file: String) throws -> ExportInput {
        try ExportInput(paths: ["\(try #require(testData))/wxr/\(file)"])
    }

    private func read(_ file: String) throws -> Reading {
        var reading = Reading()
        reading.summary = try WXRReader(parts: try input(file).parts).read { reading.records.append($0) }
        return reading
    }

    @Test("a sound export gives all it has", arguments: sound)
    func whole(expected: Expected) throws {
        let reading = try read(expected.file)
        #expect(reading.items.count == expected.items)
        #expect(reading.items.map(\.comments.count).reduce(0, +) == expected.comments)
        #expect(reading.authors.count == expected.authors)
        #expect(reading.terms.count == expected.terms)
        #expect(reading.blog != nil)
    }

    @Test("a broken export is refused for its reason")
    func broken() throws {
        func fault(_ name: String) throws -> ImportFileError? {
            #expect(throws: ImportFileError.self) { try read("importer-fixtures/\(name).xml") }
        }
        guard case .notWXR(_, .version("abc"))? = try fault("invalid-version-tag"),
            case .notWXR(_, .noVersion)? = try fault("missing-version-tag"),
            case .truncated(_, 0)? = try fault("malformed-simple"), case .malformed(_, _, 0)? = try fault("malformed")
        else {
            Issue.record("refused for other reasons")
            return
        }
    }

    @Test("unescaped section ends of old exports read as the escaped ones of new exports do")
    func sectionEnds() throws {
        let old = try read("importer-fixtures/crazy-cdata.xml").items[0]
        let new = try read("importer-fixtures/crazy-cdata-escaped.xml").items[0]
        #expect(old.content == new.content && old.meta == new.meta)
        #expect(old.content == "Content with nested <![CDATA[ tags ]]> :)")
    }

    @Test("hijacked namespaces are not read")
    func namespaces() throws {
        let reading = try read("importer-fixtures/namespace-edge-cases.xml")
        #expect(reading.authors.map(\.login) == ["real_user", "version_conflict"])
        #expect(reading.items.map(\.id) == [1, 2, 3, 4, nil, 6])
        #expect(reading.items[0].meta == [MetaRecord(key: "normal_key", value: "normal_value")])
        #expect(reading.terms.map(\.id) == [100, 102])
    }

    @Test("every serialized array in the custom fields can be read")
    func serialized() throws {
        var arrays = 0
        for expected in Self.sound {
            for item in try read(expected.file).items {
                for meta in item.meta where meta.key == "_wp_attachment_metadata" && meta.value.hasPrefix("a:") {
                    #expect(throws: Never.self) { try PHPValue(serialized: meta.value) }
                    arrays += 1
                }
            }
        }
        #expect(arrays > 0)
    }

    private static let sound: [Expected] = [
        .init("64-block-test-data.xml", 72, 2, 2, 24),
        .init("ghost-migrate/attachments-only.xml", 1, 0, 0, 0),
        .init("ghost-migrate/co-authors-plus.xml", 4, 0, 3, 0),
        .init("ghost-migrate/feature-image-captions.xml", 5, 0, 0, 0),
        .init("ghost-migrate/has-audio-enclosure-with-libsyn-embed.xml", 1, 0, 1, 0),
        .init("ghost-migrate/has-audio-enclosure.xml", 1, 0, 1, 0),
        .init("ghost-migrate/has-meta.xml", 1, 0, 2, 1),
        .init("ghost-migrate/has-yoast-meta.xml", 2, 0, 1, 0),
        .init("ghost-migrate/pages-only.xml", 1, 0, 1, 0),
        .init("ghost-migrate/posts-only.xml", 4, 0, 2, 1),
        .init("ghost-migrate/sample-no-slug.xml", 6, 0, 2, 1),
        .init("ghost-migrate/sample-with-alt.xml", 2, 0, 1, 1),
        .init("ghost-migrate/sample.xml", 6, 0, 2, 1),
        .init("importer-fixtures/a11y-unit-test-data.xml", 154, 29, 1, 93),
        .init("importer-fixtures/authors-multiline.xml", 1, 0, 3, 0),
        .init("importer-fixtures/backslashes.xml", 1, 0, 0, 0),
        .init("importer-fixtures/blank-lines.xml", 1, 0, 0, 0),
        .init("importer-fixtures/cdata-edge.xml", 1, 0, 0, 0),
        .init("importer-fixtures/chunked-meta.xml", 1, 0, 0, 0),
        .init("importer-fixtures/crazy-cdata-escaped.xml", 1, 0, 0, 0),
        .init("importer-fixtures/crazy-cdata.xml", 1, 0, 0, 0),
        .init("importer-fixtures/large-authors.xml", 0, 0, 300, 0),
        .init("importer-fixtures/missing-tags.xml", 1, 0, 0, 0),
        .init("importer-fixtures/multiple-cdata.xml", 1, 0, 0, 0),
        .init("importer-fixtures/namespace-edge-cases.xml", 6, 0, 2, 2),
        .init("importer-fixtures/post-content-blank-lines.xml", 1, 0, 1, 0),
        .init("importer-fixtures/slashes.xml", 1, 1, 1, 2),
        .init("importer-fixtures/small-export.xml", 11, 1, 3, 33),
        .init("importer-fixtures/term-formats.xml", 0, 0, 0, 7),
        .init("importer-fixtures/term-meta.xml", 0, 0, 0, 1),
        .init("importer-fixtures/test-serialized-comment-meta.xml", 1, 1, 0, 0),
        .init("importer-fixtures/test-serialized-postmeta-no-cdata.xml", 1, 0, 0, 0),
        .init("importer-fixtures/test-serialized-postmeta-with-cdata.xml", 1, 0, 0, 0),
        .init("importer-fixtures/test-serialized-term-meta.xml", 1, 0, 0, 3),
        .init("importer-fixtures/test-utw-post-meta-import.xml", 1, 0, 0, 0),
        .init("importer-fixtures/theme-unit-test-data.xml", 186, 33, 2, 185),
        .init("importer-fixtures/valid-wxr-1.0.xml", 6, 1, 0, 9),
        .init("importer-fixtures/valid-wxr-1.1.xml", 2, 1, 1, 3),
        .init("importer-fixtures/wxr-flat-attachment-different-site.xml", 2, 0, 1, 0),
        .init("importer-fixtures/wxr-flat-attachment-same-site.xml", 2, 0, 1, 0),
        .init("importer-fixtures/wxr-simple.xml", 1, 0, 1, 0),
        .init("importer-fixtures/wxr-utf-8-challenges.xml", 1, 0, 1, 0),
        .init("importer-fixtures/wxr-with-sub-data.xml", 1, 1, 0, 1),
        .init("seed-page.xml", 2, 1, 1, 1),
        .init("theme-preview.xml", 7, 2, 0, 0),
        .init("themeunittestdata.wordpress.xml", 186, 33, 2, 185),
        .init("wptrt-2021-themeunittestdata.xml", 180, 32, 2, 183),
    ]
}
