import Exchange
import Testing

@Suite("Writing WXR")
struct WXRWriterTests {
    private func written(_ records: [ExportRecord]) -> String {
        var writer = WXRWriter()
        var bytes: [UInt8] = []
        for record in records { writer.write(record, to: &bytes) }
        writer.finish(&bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let place = FilePlace(file: "", line: 0, byte: 0)

    private static var blog: BlogRecord {
        var blog = BlogRecord(at: place)
        blog.title = "Days & <Nights>"
        blog.baseBlogURL = "https://days.example"
        return blog
    }

    private static func item(_ content: String) -> ItemRecord {
        var item = ItemRecord(at: place)
        item.id = 7
        item.content = content
        item.terms = [ItemTerm(taxonomy: "a\"b", slug: "<c>", name: "]]>")]
        item.meta = [MetaRecord(key: "k", value: content)]
        return item
    }

    @Test(
        "any text comes back byte for byte",
        arguments: [
            "", "]]>", "]]]>", "]]]]>>", "a]]>b]]>c", "<![CDATA[x]]>", "&amp; & &#13;", "\r\n and \r alone", "\t\n  ",
            "👋 ж ]]", "  blanks  ", "]]\r>", "\r",
        ])
    func anyText(text: String) throws {
        let reading = try read(written([.blog(Self.blog), .item(Self.item(text))]))
        let item = try #require(reading.items.first)
        #expect(reading.blog?.title == "Days & <Nights>" && reading.blog?.baseBlogURL == "https://days.example")
        #expect(Array(item.content.utf8) == Array(text.utf8))
        #expect(item.meta.map { Array($0.value.utf8) } == [Array(text.utf8)])
        #expect(item.terms == Self.item("").terms)
    }

    @Test("characters that XML cannot carry leave a mark where they stood")
    func control() throws {
        let text = written([.blog(Self.blog), .item(Self.item("a\u{1}b\u{FFFE}c\u{C}\td"))])
        #expect(text.contains("<![CDATA[a\u{FFFD}b\u{FFFD}c\u{FFFD}\td]]>"))
    }
}
