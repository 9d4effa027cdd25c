import Exchange
import Model
import Testing

@Suite("Mending bytes")
struct MendingTests {
    private func content(_ bytes: [UInt8]) throws -> (text: String, Reading) {
        let text =
            Array((Sample.head + "<item><content:encoded>").utf8) + bytes
            + Array(("</content:encoded></item>" + Sample.item(2) + Sample.foot).utf8)
        let reading = try read(text)
        #expect(reading.items.count == 2)
        #expect(reading.items.last?.content == "words")
        return (reading.items.first?.content ?? "", reading)
    }

    private func content(_ text: String) throws -> (text: String, Reading) { try content(Array(text.utf8)) }

    @Test("sound text is not touched and nothing is counted")
    func sound() throws {
        let text = "&amp;nbsp; &#8217;&#x1F44B; tab\t line\n ÿ 你好 👋 \u{7F}"
        let (found, reading) = try content(text)
        #expect(found == "&nbsp; ’👋 tab\t line\n ÿ 你好 👋 \u{7F}")
        #expect(reading.summary.mendings.isEmpty)
    }

    @Test("characters that XML does not allow are removed, counted and placed")
    func controls() throws {
        let (text, reading) = try content("<![CDATA[a\u{5}b\u{1C}c\u{0}]]>d&#5;e\u{1D}")
        #expect(text == "abcde")
        let mendings = reading.summary.mendings
        #expect(mendings.counts == [.controlCharacter: 5])
        let place = try #require(mendings.places[.controlCharacter]?.first)
        let start = Array((Sample.head + "<item><content:encoded><![CDATA[a").utf8)
        #expect(place.byte == start.count)
        #expect(place.line == Sample.head.count { $0 == "\n" } + 1)
    }

    @Test("bytes that are not UTF-8 become U+FFFD")
    func invalidText() throws {
        let (text, reading) = try content(
            Array("<![CDATA[a".utf8) + [0xE9, 0x62, 0xC0, 0xAF, 0xED, 0xA0, 0x80, 0xEF, 0xBF, 0xBF, 0xF0, 0x9F]
                + Array("c]]>".utf8))
        #expect(text == "a\u{FFFD}b\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}c")
        #expect(reading.summary.mendings.counts == [.invalidText: 8])
    }

    @Test(
        "a section's end inside a text stays text",
        arguments: [
            ("<![CDATA[a ]]> b]]>", "a ]]> b", 1), ("<![CDATA[]]>]]>", "]]>", 1),
            ("<![CDATA[x <![CDATA[ y ]]> z ]]>]]>", "x <![CDATA[ y ]]> z ]]>", 2),
            ("<![CDATA[<foo><![CDATA[a]]></foo>]]>", "<foo><![CDATA[a]]></foo>", 1),
            ("<![CDATA[a]]]]><![CDATA[>b]]>", "a]]>b", 0), ("<![CDATA[a]]]>", "a]", 0),
            ("<![CDATA[a ]] > ]]>\n ", "a ]] > ", 0), ("<![CDATA[a]]> <![CDATA[b]]>", "a b", 0),
            ("a ]]> b", "a ]]> b", 1),
        ])
    func sectionEnds(source: String, text: String, mended: Int) throws {
        let (found, reading) = try content(source)
        #expect(found == text)
        #expect(reading.summary.mendings.counts[.sectionEnd] ?? 0 == mended)
    }

    @Test("text beside a section does not swallow what follows")
    func mixedContent() throws {
        let (text, reading) = try content("<![CDATA[a]]> b &amp; c")
        #expect(text == "a b & c")
        #expect(reading.summary.mendings.isEmpty)
    }

    @Test(
        "ampersands and HTML's entities are mended outside of sections",
        arguments: [
            ("a & b", "a & b", Mendings.Kind.ampersand), ("a &b; &", "a &b; &", .ampersand),
            ("?a=1&b=2", "?a=1&b=2", .ampersand), ("&nbsp;&eacute;&hellip;", "\u{A0}é…", .htmlEntity),
            ("a < b", "a < b", .lessThan),
        ])
    func references(source: String, text: String, kind: Mendings.Kind) throws {
        let (found, reading) = try content(source)
        #expect(found == text)
        #expect(reading.summary.mendings.counts.keys.elementsEqual([kind]))
        let (section, other) = try content("<![CDATA[\(source)]]>")
        #expect(section == source)
        #expect(other.summary.mendings.isEmpty)
    }

    @Test("an ampersand in an attribute is mended")
    func attributes() throws {
        let item = "<item><enclosure url='https://a.example/?x=1&y=2&amp;z=>' length=\"3\" type=\"a\"/></item>"
        #expect(try read(Sample.export(item)).items[0].enclosures[0].url == "https://a.example/?x=1&y=2&z=>")
    }

    @Test("byte order marks and blanks before the declaration are removed")
    func heads() throws {
        let marked = try read("\u{FEFF}" + Sample.whole)
        #expect(marked.summary.mendings.counts == [.byteOrderMark: 1])
        let blank = try read("\n \n" + Sample.whole)
        #expect(blank.summary.mendings.counts == [.leadingBlanks: 1])
        #expect(blank.items.map(\.id) == marked.items.map(\.id))
        #expect(blank.items[0].place.line == marked.items[0].place.line + 2)
    }

    @Test("comments with dashes inside do no harm")
    func comments() throws {
        let text = Sample.export("<!-- a -- b\n<item> -->" + Sample.item(1, content: "a<!-- x -- y -->b"))
        #expect(try read(text).items.map(\.content) == ["ab"])
    }

    @Test("only the first places of each kind are kept")
    func manyPlaces() throws {
        let (_, reading) = try content(String(repeating: "& ", count: 100))
        #expect(reading.summary.mendings.counts[.ampersand] == 100)
        #expect(reading.summary.mendings.places[.ampersand]?.count == Mendings.placesKept)
    }
}
