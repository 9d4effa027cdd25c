import Exchange
import Testing

@Suite("Files that cannot be read to the end")
struct UnusableFileTests {
    @Test("a file cut off at any byte tells the whole items before it")
    func cutAnywhere() throws {
        let comment = "<wp:comment><wp:comment_id>4</wp:comment_id></wp:comment>"
        let commented = "<item><guid isPermaLink=\"false\">a&amp;b</guid>\(comment)</item>\n<!-- é -->"
        let bytes = Array(Sample.export(Sample.note + Sample.item(9) + commented).utf8)
        let ends = bytes.indices.filter { bytes[..<$0].suffix(7).elementsEqual("</item>".utf8) }
        let end = bytes.count - "\n".utf8.count
        for length in 0..<end {
            let whole = ends.count { $0 <= length }
            let (error, records) = fault(Array(bytes[..<length]))
            guard case .truncated(let place, let items)? = error else {
                Issue.record("cut at \(length): \(String(describing: error))")
                return
            }
            #expect(items == whole, "cut at \(length)")
            #expect(place.byte == length)
            #expect(records.count { $0.kind == "item" } == whole)
        }
        #expect(fault(Array(bytes[..<end])).error == nil)
    }

    @Test("partial takes the whole items of a cut-off part and goes on with the next")
    func partial() throws {
        let cut = Array(Sample.export(Sample.item(1) + Sample.item(2)).utf8.dropLast(60))
        let sound = Array(Sample.export(Sample.item(3)).utf8)
        var ids: [Int64?] = []
        let summary = try WXRReader(parts: [part(cut, name: "1.xml"), part(sound, name: "2.xml")]).read(partial: true) {
            if case .item(let item) = $0 { ids.append(item.id) }
        }
        #expect(ids == [1, 3])
        #expect(summary.damages.count == 1 && summary.wholeItems == 2)
    }

    @Test("broken XML is refused with its line, and the items before it are counted")
    func malformed() {
        let broken = Sample.item(1) + "<item>\n<title>x</link>\n</item>" + Sample.item(2)
        let (error, records) = fault(Sample.export(broken))
        guard case .malformed(let place, _, let items)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        let line = Sample.head.count { $0 == "\n" } + 3
        #expect(place.line == line && items == 1 && records.count { $0.kind == "item" } == 1)
    }

    @Test("a second document after the first is not passed over")
    func twoDocuments() {
        guard case .malformed(_, _, 3)? = fault(Sample.whole + Sample.whole).error else {
            Issue.record("taken without a word")
            return
        }
    }

    @Test(
        "declarations in a document type end the import, whatever they declare",
        arguments: [
            #"<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">"#,
            #"<!ENTITY x SYSTEM "file:///etc/passwd">"#, #"<!ENTITY % p SYSTEM "http://192.0.2.1/p"> %p;"#,
            #"<!ATTLIST item a CDATA "b">"#, #"<!NOTATION n SYSTEM "n">"#,
        ])
    func declarations(body: String) {
        let text = Sample.export(Sample.item(1, content: "&b;&x;"))
            .replacing("<rss ", with: "<!DOCTYPE rss [\n\(body)]>\n<rss ", maxReplacements: 1)
        guard case .declarations(let place)? = fault(text).error else {
            Issue.record("\(String(describing: fault(text).error))")
            return
        }
        #expect(place.line == 4 || place.line == 5)
        #expect(fault(text).records.isEmpty)
    }

    @Test("a document type alone is let through, and what it points to is not fetched")
    func plainDocumentType() throws {
        let text = Sample.whole.replacing(
            "<rss ", with: "<!DOCTYPE rss SYSTEM \"http://192.0.2.1/rss.dtd\">\n<rss ", maxReplacements: 1)
        #expect(try read(text).items.count == 3)
    }

    @Test("an endless document type is refused without being held in memory")
    func endlessDocumentType() {
        let text = "<!DOCTYPE rss [" + String(repeating: "<!ELEMENT a ANY>", count: 10_000)
        guard case .declarations? = fault(text).error else {
            Issue.record("taken")
            return
        }
    }

    @Test("nesting beyond the limit is refused")
    func nesting() {
        let text = Sample.export("<item>" + String(repeating: "<a>", count: 5000))
        guard case .tooDeep(_, 64)? = fault(text).error else {
            Issue.record("\(String(describing: fault(text).error))")
            return
        }
    }

    @Test("a tag beyond the limit is refused")
    func longTag() {
        let text = Sample.export("<item " + String(repeating: "a=\"b\" ", count: 10_000) + ">")
        guard case .tagTooLong? = fault(text).error else {
            Issue.record("\(String(describing: fault(text).error))")
            return
        }
    }

    @Test("ever new element names are refused before they slow the parser down")
    func manyNames() {
        let text = Sample.export((0..<6000).map { "<n\($0)/>" }.joined())
        guard case .tooManyNames(_, 5000)? = fault(text).error else {
            Issue.record("\(String(describing: fault(text).error))")
            return
        }
    }

    @Test(
        "RSS that is not WordPress's is refused with the reason",
        arguments: [
            ("<wp:wxr_version>1.2</wp:wxr_version>", "", ImportFileError.WXRFault.noVersion),
            ("<wp:wxr_version>1.2<", "<wp:wxr_version>abc<", .version("abc")),
            ("<wp:wxr_version>1.2<", "<wp:wxr_version>1.2.3<", .version("1.2.3")),
            ("channel>", "chapter>", .noChannel),
        ])
    func notWXR(old: String, new: String, reason: ImportFileError.WXRFault) {
        guard case .notWXR(let place, reason)? = fault(Sample.whole.replacing(old, with: new)).error else {
            Issue.record("taken")
            return
        }
        #expect(place.line > 1)
    }

    @Test("another root element is refused by name")
    func rootElement() {
        let place = FilePlace(file: "export.xml", line: 1, byte: 0)
        #expect(fault("<html><body/></html>").error == .notWXR(place, .rootElement("html")))
    }
}
