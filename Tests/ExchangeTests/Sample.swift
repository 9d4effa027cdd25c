import Exchange

/// A small export of the tests' own, and short ways to read one.
enum Sample {
    static let head = """
        <?xml version="1.0" encoding="UTF-8" ?>
        <!-- generator="WordPress/6.4" -->
        <rss version="2.0"
            xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
            xmlns:content="http://purl.org/rss/1.0/modules/content/"
            xmlns:dc="http://purl.org/dc/elements/1.1/"
            xmlns:wp="http://wordpress.org/export/1.2/">
        <channel>
        <title>Days Gone By</title>
        <link>https://days.example</link>
        <description>What happened &amp; when</description>
        <language>en-US</language>
        <wp:wxr_version>1.2</wp:wxr_version>
        <wp:base_site_url>https://example</wp:base_site_url>
        <wp:base_blog_url>https://days.example</wp:base_blog_url>

        """
    static let foot = "</channel>\n</rss>\n"

    static let people = """
        <wp:author><wp:author_id>3</wp:author_id><wp:author_login><![CDATA[clio]]></wp:author_login>\
        <wp:author_email><![CDATA[clio@example.org]]></wp:author_email>\
        <wp:author_display_name><![CDATA[Clio Müller]]></wp:author_display_name></wp:author>
        <wp:category><wp:term_id>5</wp:term_id><wp:category_nicename><![CDATA[cold-war]]></wp:category_nicename>\
        <wp:category_parent><![CDATA[century-20]]></wp:category_parent><wp:cat_name><![CDATA[Cold War]]></wp:cat_name>\
        <wp:termmeta><wp:meta_key>order</wp:meta_key><wp:meta_value><![CDATA[7]]></wp:meta_value></wp:termmeta></wp:category>
        <wp:tag><wp:tag_slug>moscow</wp:tag_slug><wp:tag_name><![CDATA[Moscow]]></wp:tag_name></wp:tag>
        <wp:term><wp:term_id>9</wp:term_id><wp:term_taxonomy>nav_menu</wp:term_taxonomy><wp:term_slug>main</wp:term_slug>\
        <wp:term_name><![CDATA[Main]]></wp:term_name></wp:term>
        <generator>https://wordpress.org/?v=6.4</generator>
        <image><url>https://days.example/icon.png</url><title>Days Gone By</title></image>

        """

    static let speech = """
        <item>
        <title><![CDATA[February 25, 1956 – A Speech]]></title>
        <link>https://days.example/2012/02/25/a-speech/</link>
        <pubDate>Sat, 25 Feb 2012 09:30:00 +0000</pubDate>
        <dc:creator><![CDATA[clio]]></dc:creator>
        <guid isPermaLink="false">https://days.example/?p=7</guid>
        <description></description>
        <content:encoded><![CDATA[One & <em>two</em>.

        Three 👋 “four”.]]></content:encoded>
        <excerpt:encoded><![CDATA[ Short. ]]></excerpt:encoded>
        <wp:post_id>7</wp:post_id>
        <wp:post_date><![CDATA[2012-02-25 10:30:00]]></wp:post_date>
        <wp:post_date_gmt><![CDATA[0000-00-00 00:00:00]]></wp:post_date_gmt>
        <wp:comment_status><![CDATA[open]]></wp:comment_status>
        <wp:ping_status><![CDATA[closed]]></wp:ping_status>
        <wp:post_name><![CDATA[a-speech]]></wp:post_name>
        <wp:status><![CDATA[publish]]></wp:status>
        <wp:post_parent>2</wp:post_parent>
        <wp:menu_order>-4</wp:menu_order>
        <wp:post_type><![CDATA[post]]></wp:post_type>
        <wp:post_password><![CDATA[ secret]]></wp:post_password>
        <wp:is_sticky>1</wp:is_sticky>
        <category domain="category" nicename="cold-war"><![CDATA[Cold War]]></category>
        <category domain="post_tag" nicename="moscow"><![CDATA[Moscow]]></category>
        <enclosure url="https://days.example/speech.mp3" length="1234" type="audio/mpeg"/>
        <wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value><![CDATA[12]]></wp:meta_value></wp:postmeta>
        <wp:postmeta><wp:meta_key>empty</wp:meta_key><wp:meta_value><![CDATA[]]></wp:meta_value></wp:postmeta>
        <wp:comment><wp:comment_id>21</wp:comment_id><wp:comment_author><![CDATA[Ann]]></wp:comment_author>\
        <wp:comment_author_email>ann@example.org</wp:comment_author_email>\
        <wp:comment_author_url>https://ann.example</wp:comment_author_url>\
        <wp:comment_author_IP>192.0.2.7</wp:comment_author_IP><wp:comment_date>2012-02-26 08:00:00</wp:comment_date>\
        <wp:comment_date_gmt>2012-02-26 07:00:00</wp:comment_date_gmt>\
        <wp:comment_content><![CDATA[Well said.]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved>\
        <wp:comment_type>comment</wp:comment_type><wp:comment_parent>20</wp:comment_parent>\
        <wp:comment_user_id>3</wp:comment_user_id><wp:commentmeta><wp:meta_key>rating</wp:meta_key>\
        <wp:meta_value>5</wp:meta_value></wp:commentmeta></wp:comment>
        </item>

        """

    static let whole = head + people + speech + note + item(9) + foot

    static let note = "<item><title>A &lt;note&gt; &amp; more</title><wp:post_id>8</wp:post_id></item>\n"

    static func item(_ id: Int, content: String = "<![CDATA[words]]>") -> String {
        "<item><title>Item \(id)</title><content:encoded>\(content)</content:encoded><wp:post_id>\(id)</wp:post_id></item>\n"
    }

    static func export(_ items: String) -> String { head + items + foot }
}

struct Reading: Equatable {
    var records: [ExportRecord] = []
    var summary = ReadSummary()

    var items: [ItemRecord] {
        records.compactMap { if case .item(let item) = $0 { item } else { nil } }
    }
    var terms: [TermRecord] {
        records.compactMap { if case .term(let term) = $0 { term } else { nil } }
    }
    var authors: [AuthorRecord] {
        records.compactMap { if case .author(let author) = $0 { author } else { nil } }
    }
    var blog: BlogRecord? {
        records.lazy.compactMap { if case .blog(let blog) = $0 { blog } else { nil } }.first
    }
}

func part(_ bytes: [UInt8], chunk: Int = .max, name: String = "export.xml") -> ExportPart {
    ExportPart(name: name, size: bytes.count) { () throws(ImportFileError) in MemorySource(bytes, chunk: chunk) }
}

func read(
    _ bytes: [UInt8], chunk: Int = .max, partial: Bool = false, limits: ImportLimits = ImportLimits()
) throws -> Reading {
    var reading = Reading()
    reading.summary = try WXRReader(parts: [part(bytes, chunk: chunk)], limits: limits)
        .read(partial: partial) { reading.records.append($0) }
    return reading
}

func read(_ text: String, partial: Bool = false, limits: ImportLimits = ImportLimits()) throws -> Reading {
    try read(Array(text.utf8), partial: partial, limits: limits)
}

/// The error that reading ends in, with what was delivered before.
func fault(_ text: String) -> (error: ImportFileError?, records: [ExportRecord]) { fault(Array(text.utf8)) }

func fault(_ bytes: [UInt8], chunk: Int = .max) -> (error: ImportFileError?, records: [ExportRecord]) {
    var records: [ExportRecord] = []
    do {
        _ = try WXRReader(parts: [part(bytes, chunk: chunk)]).read { records.append($0) }
        return (nil, records)
    } catch {
        return (error as? ImportFileError, records)
    }
}

/// SplitMix64: the same numbers for the same seed.
struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
