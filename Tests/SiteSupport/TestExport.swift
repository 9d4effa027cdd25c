/// Writes small exports, item by item.
package struct TestExport {
    private var items = ""
    private var head = ""

    package init(language: String = "en-US", channel: String = "") {
        head = """
            <?xml version="1.0" encoding="UTF-8" ?>
            <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
                xmlns:content="http://purl.org/rss/1.0/modules/content/"
                xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
            <channel>
            <title>Days Gone By</title>
            <link>https://days.example</link>
            <description>What happened, and when</description>
            <language>\(language)</language>
            <wp:wxr_version>1.2</wp:wxr_version>
            <wp:base_site_url>https://days.example</wp:base_site_url>
            <wp:base_blog_url>https://days.example</wp:base_blog_url>
            <wp:author><wp:author_id>3</wp:author_id><wp:author_login>clio</wp:author_login>\
            <wp:author_email>clio@private.example</wp:author_email>\
            <wp:author_display_name>Clio Moore</wp:author_display_name></wp:author>
            <wp:category><wp:term_id>5</wp:term_id><wp:category_nicename>centuries</wp:category_nicename>\
            <wp:category_parent></wp:category_parent><wp:cat_name>Centuries</wp:cat_name></wp:category>
            <wp:category><wp:term_id>6</wp:term_id><wp:category_nicename>twentieth</wp:category_nicename>\
            <wp:category_parent>centuries</wp:category_parent><wp:cat_name>Twentieth</wp:cat_name></wp:category>
            <wp:tag><wp:term_id>7</wp:term_id><wp:tag_slug>moscow</wp:tag_slug>\
            <wp:tag_name>Moscow</wp:tag_name></wp:tag>
            \(channel)

            """
    }

    package var text: String { head + items + "</channel>\n</rss>\n" }

    /// What a test says of an item; the rest is as WordPress would write it.
    package struct Item {
        package var number: Int
        package var title: String
        package var slug: String
        package var date = "2012-02-25 10:30:00"
        package var kind = "post"
        package var status = "publish"
        package var link: String?
        package var content = "<p>Words.</p>"
        package var password = ""
        package var parent = 0
        package var commentStatus = "open"
        package var categories = ["twentieth"]
        package var tags = ["moscow"]
        package var comments = ""
        /// Further elements of the item.
        package var more = ""

        /// The site's clock is GMT. Drafts have no moment yet, as WordPress writes them.
        var dateInGMT: String { ["draft", "pending"].contains(status) ? "0000-00-00 00:00:00" : date }

        package init(_ number: Int, _ title: String, _ slug: String, _ change: (inout Item) -> Void = { _ in }) {
            self.number = number
            self.title = title
            self.slug = slug
            change(&self)
        }

        package var path: String {
            kind == "post" ? "/\(date.prefix(10).split(separator: "-").joined(separator: "/"))/\(slug)/" : "/\(slug)/"
        }
    }

    /// A file that was uploaded in February 2012, at `/wp-content/uploads/2012/02/NAME`.
    package mutating func add(attachment number: Int, _ name: String, parent: Int = 0, alternativeText: String = "") {
        let url = "https://days.example/wp-content/uploads/2012/02/\(name)"
        add(
            Item(number, name, name.replacing(".", with: "-")) {
                $0.kind = "attachment"
                $0.status = "inherit"
                $0.parent = parent
                $0.content = ""
                $0.more =
                    "<wp:attachment_url>\(url)</wp:attachment_url>"
                    + TestExport.meta("_wp_attachment_image_alt", alternativeText)
            })
    }

    /// A custom field; nothing where it is empty.
    package static func meta(_ key: String, _ value: String) -> String {
        if value.isEmpty { return "" }
        return "<wp:postmeta><wp:meta_key>\(key)</wp:meta_key><wp:meta_value>\(value)</wp:meta_value></wp:postmeta>"
    }

    package mutating func add(_ item: Item) {
        let isPublic = item.status == "publish" || item.status == "inherit"
        let link = item.link ?? (isPublic ? item.path : "/?p=\(item.number)")
        let terms =
            item.kind == "post"
            ? item.categories.map { "<category domain=\"category\" nicename=\"\($0)\">\($0)</category>" }
                + item.tags.map { "<category domain=\"post_tag\" nicename=\"\($0)\">\($0)</category>" } : []
        items += """
            <item><title><![CDATA[\(item.title)]]></title><link>https://days.example\(link)</link>
            <dc:creator>clio</dc:creator><guid isPermaLink="false">https://days.example/?p=\(item.number)</guid>
            <content:encoded><![CDATA[\(item.content)]]></content:encoded>
            <excerpt:encoded><![CDATA[]]></excerpt:encoded>
            <wp:post_id>\(item.number)</wp:post_id><wp:post_date>\(item.date)</wp:post_date>
            <wp:post_date_gmt>\(item.dateInGMT)</wp:post_date_gmt>
            <wp:comment_status>\(item.commentStatus)</wp:comment_status><wp:ping_status>open</wp:ping_status>
            <wp:post_name>\(item.slug)</wp:post_name><wp:status>\(item.status)</wp:status>
            <wp:post_parent>\(item.parent)</wp:post_parent><wp:menu_order>0</wp:menu_order>
            <wp:post_type>\(item.kind)</wp:post_type>
            <wp:post_password><![CDATA[\(item.password)]]></wp:post_password><wp:is_sticky>0</wp:is_sticky>
            \(terms.joined())\(item.more)\(item.comments)</item>

            """
    }

    /// - Parameter status: `1`, `0`, `spam` or `trash`.
    package static func comment(
        _ number: Int, under parent: Int = 0, by author: String = "Ann", _ words: String = "Well said.",
        status: String = "1", type: String = "comment"
    ) -> String {
        let seconds = number % 60 < 10 ? "0\(number % 60)" : "\(number % 60)"
        let minutes = number / 60 % 60 < 10 ? "0\(number / 60 % 60)" : "\(number / 60 % 60)"
        return """
            <wp:comment><wp:comment_id>\(number)</wp:comment_id><wp:comment_author><![CDATA[\(author)]]></wp:comment_author>\
            <wp:comment_author_email>reader\(number)@private.example</wp:comment_author_email>\
            <wp:comment_author_url></wp:comment_author_url><wp:comment_author_IP>192.0.2.77</wp:comment_author_IP>\
            <wp:comment_date>2012-03-01 08:\(minutes):\(seconds)</wp:comment_date>\
            <wp:comment_date_gmt>2012-03-01 08:\(minutes):\(seconds)</wp:comment_date_gmt>\
            <wp:comment_content><![CDATA[\(words)]]></wp:comment_content>\
            <wp:comment_approved>\(status)</wp:comment_approved><wp:comment_type>\(type)</wp:comment_type>\
            <wp:comment_parent>\(parent)</wp:comment_parent><wp:comment_user_id>0</wp:comment_user_id></wp:comment>

            """
    }
}
