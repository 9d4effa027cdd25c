import Exchange
import Testing

@Suite("Files that are not UTF-8")
struct EncodingTests {
    @Test("UTF-16 is read in either order", arguments: [true, false])
    func wide(littleEndian: Bool) throws {
        let bytes = ("\u{FEFF}" + Sample.whole).utf16.flatMap { unit in
            littleEndian
                ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        }
        let reading = try read(bytes)
        #expect(reading.items[0].content.hasSuffix("Three 👋 “four”."))
        #expect(reading.items.count == 3)
        #expect(ExportFormat.detect(bytes) == .wxr)
    }

    @Test("what calls itself Latin-1 is read as Windows-1252")
    func latin() throws {
        let text = Sample.export(Sample.item(1, content: "<![CDATA[caf@ #]]>"))
            .replacing("encoding=\"UTF-8\"", with: "encoding='iso-8859-1'")
        let bytes = text.utf8.map { $0 == UInt8(ascii: "@") ? 0xE9 : $0 == UInt8(ascii: "#") ? 0x80 : $0 }
        #expect(try read(bytes).items[0].content == "café €")
    }

    @Test("what the declared encoding does not have becomes U+FFFD and is counted")
    func damaged() throws {
        var units = Array(("\u{FEFF}" + Sample.export(Sample.item(1, content: "a?b"))).utf16)
        let place = try #require(units.lastIndex(of: UInt16(UInt8(ascii: "?"))))
        units[place] = 0xDC00
        let bytes = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let reading = try read(bytes)
        #expect(reading.items[0].content == "a\u{FFFD}b")
        #expect(reading.summary.mendings.counts == [.byteOrderMark: 1, .invalidText: 1])
    }

    @Test("an encoding that nobody knows is refused by name")
    func unknown() {
        let text = Sample.whole.replacing("encoding=\"UTF-8\"", with: "encoding=\"x-klingon\"")
        #expect(
            fault(text).error
                == .unsupportedEncoding(FilePlace(file: "export.xml", line: 1, byte: 0), name: "x-klingon"))
    }
}
