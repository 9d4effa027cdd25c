import Exchange
import Testing

@Suite("Telling files apart")
struct ExportFormatTests {
    @Test(
        "a file is told by its first bytes",
        arguments: [
            (Sample.whole, ExportFormat.wxr), ("\u{FEFF}\n " + Sample.whole, .wxr), ("<rss>", .wxr),
            ("<!DOCTYPE rss [<!ENTITY a 'b'>]><rss/>", .wxr), ("PK\u{3}\u{4}", .zip), ("", .other(.empty)),
            (" \n", .other(.empty)), ("<!DOCTYPE html><html>", .other(.htmlPage)),
            ("<!-- x --><html>", .other(.htmlPage)),
            ("<?xml version='1.0'?><disqus xmlns='http://disqus.com'>", .other(.disqus)),
            ("<?xml version='1.0'?><feed><generator>blogger", .other(.blogger)), ("<feed>", .other(.atom)),
            ("{\"db\":[{\"meta\":{}}]}", .other(.ghost)), ("[1]", .other(.json)), ("title,date\n", .other(.text)),
            ("\u{7F}ELF\u{1}\u{1}", .other(.binary)), ("<opml version='2'>", .other(.xml(root: "opml"))),
        ])
    func detect(text: String, format: ExportFormat) {
        #expect(ExportFormat.detect(Array(text.utf8)) == format)
    }

    @Test("gzip is told by its first bytes")
    func gzip() {
        #expect(ExportFormat.detect([0x1F, 0x8B, 8]) == .gzip)
    }

    @Test("every message names the file and says what is the matter")
    func messages() {
        let place = FilePlace(file: "a.xml", line: 3, byte: 40)
        #expect(
            "\(ImportFileError.notAnExport(file: "a.xml", .htmlPage))".hasPrefix(
                "a.xml is not a WordPress export: it is an HTML page"))
        #expect(
            "\(ImportFileError.truncated(place, wholeItems: 1))"
                == "a.xml, line 3, byte 40: the file ends before the export does. 1 whole item stands before this place."
        )
        #expect("\(ImportFileError.declarations(place))".hasPrefix("a.xml, line 3, byte 40: "))
    }
}
