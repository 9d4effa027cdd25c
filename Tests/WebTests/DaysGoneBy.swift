import SiteSupport

/// A blog of the tests' own, with one of each thing that has an address, and of each that must have none.
enum DaysGoneBy {
    static let speech = "/2012/02/25/a-speech/"
    static let parts = "/2012/02/26/in-parts/"
    static let locked = "/2012/02/27/behind-a-door/"
    static let password = "open sesame"

    static var export: String {
        var export = TestExport()
        export.add(
            TestExport.Item(7, "A Speech", "a-speech") { item in
                item.content =
                    "<p>Words before.</p>\n<!--more-->\n<p>Words behind, and <a href=\"https://days.example/about/\">who</a>.</p>"
                item.more = oldSlug("an-older-name")
                item.comments =
                    TestExport.comment(21) + TestExport.comment(22, under: 21, by: "Bo", "Indeed.")
                    + TestExport.comment(23, "SECRET held", status: "0")
                    + TestExport.comment(24, "SECRET spam", status: "spam")
                    + TestExport.comment(25, "SECRET binned", status: "trash")
                    + TestExport.comment(26, under: 23, by: "Cy", "Under a held one.")
                    + TestExport.comment(27, by: "Elsewhere", "[...] words [...]", type: "pingback")
            })
        export.add(
            TestExport.Item(8, "In Parts", "in-parts") { item in
                item.date = "2012-02-26 10:30:00"
                item.content = "<p>First part.</p>\n<!--nextpage-->\n<p>Second part.</p>"
                item.comments = TestExport.comment(31)
                item.commentStatus = "closed"
            })
        export.add(
            TestExport.Item(9, "Behind a Door", "behind-a-door") { item in
                item.date = "2012-02-27 10:30:00"
                item.content = "<p>SECRET words behind a door.</p>"
                item.password = password
                item.comments = TestExport.comment(41, "SECRET answer behind the door.")
            })
        for (number, status) in [(11, "draft"), (12, "private"), (13, "pending"), (14, "trash")] {
            export.add(
                TestExport.Item(number, "SECRET \(status)", "secret-\(status)") { item in
                    item.status = status
                    item.content = "<p>SECRET \(status)</p>"
                    item.comments = TestExport.comment(number + 40, "SECRET on \(status)")
                })
        }
        export.add(
            TestExport.Item(15, "Tomorrow", "tomorrow") { item in
                item.status = "future"
                item.date = "2026-04-09 12:00:00"
                item.content = "<p>SECRET until tomorrow.</p>"
            })
        export.add(TestExport.Item(2, "About", "about") { $0.kind = "page" })
        export.add(
            TestExport.Item(3, "Method", "method") { item in
                item.kind = "page"
                item.parent = 2
                item.link = "/about/method/"
            })
        export.add(
            TestExport.Item(17, "A picture", "a-picture") { item in
                item.kind = "attachment"
                item.status = "inherit"
                item.parent = 7
                item.link = "\(speech)a-picture/"
                item.more =
                    "<wp:attachment_url>https://days.example/wp-content/uploads/2012/02/hall.jpg</wp:attachment_url>"
                    + meta("_wp_attached_file", "2012/02/hall.jpg")
            })
        for number in 100..<112 {
            export.add(
                TestExport.Item(number, "Entry \(number)", "entry-\(number)") {
                    $0.date = "2011-05-01 08:00:\(number - 90)"
                })
        }
        return export.text
    }

    private static func oldSlug(_ slug: String) -> String { meta("_wp_old_slug", slug) }

    private static func meta(_ key: String, _ value: String) -> String {
        "<wp:postmeta><wp:meta_key>\(key)</wp:meta_key><wp:meta_value><![CDATA[\(value)]]></wp:meta_value></wp:postmeta>"
    }
}
