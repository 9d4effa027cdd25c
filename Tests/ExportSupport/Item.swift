import Model

/// A post, page, attachment or whatever else of a made-up export.
package struct Item: Sendable {
    /// Nil leaves it out, as damaged files do.
    package var number: Int64?
    package var kind = "post"
    package var title: String
    package var slug: String
    package var status = "publish"
    /// The blog's wall clock, five hours behind GMT.
    package var date = "2012-02-25 09:30:00"
    package var creator = "clio"
    package var content = "Words."
    package var excerpt = ""
    /// Nil for what WordPress would make of date and slug, or for one that is not public, of the number.
    package var link: String?
    package var guid: String?
    package var parent: Int64 = 0
    package var menuOrder = 0
    package var password = ""
    package var isSticky = false
    package var commentStatus = "open"
    package var attachmentURL = ""
    package var terms: [ItemTerm] = []
    package var meta: [(key: String, value: String)] = []
    package var comments: [Response] = []
    /// Written as it stands, for elements that WordPress itself does not write.
    package var extra = ""

    package init(
        _ number: Int64?, _ slug: String, kind: String = "post", title: String? = nil, content: String = "Words.",
        comments: [Response] = [], edit: (inout Item) -> Void = { _ in }
    ) {
        self.number = number
        self.slug = slug
        self.kind = kind
        self.title = title ?? "About \(slug)"
        self.content = content
        self.comments = comments
        edit(&self)
    }

    package struct ItemTerm: Sendable {
        package var taxonomy: String
        package var slug: String
        package var name: String

        package init(_ taxonomy: String, _ slug: String, _ name: String) {
            self.taxonomy = taxonomy
            self.slug = slug
            self.name = name
        }
    }

    /// The same with some of it changed.
    package func with(_ edit: (inout Item) -> Void) -> Item {
        var item = self
        edit(&item)
        return item
    }

    private var isDraft: Bool { ["draft", "pending", "auto-draft"].contains(status) }

    /// As it stands in the item's `<link>`.
    package func link(blog: String) -> String {
        if let link { return link }
        if isDraft || status == "future" { return "\(blog)/?p=\(number ?? 0)" }
        switch kind {
        case "post": return "\(blog)/\(date.prefix(10).replacing("-", with: "/"))/\(slug)/"
        default: return "\(blog)/\(slug)/"
        }
    }

    package func text(blog: String) -> String {
        let gmt = isDraft ? "0000-00-00 00:00:00" : inGMT(date)
        var text = """
            <item>
            <title>\(cdata(title))</title>
            <link>\(link(blog: blog))</link>
            <dc:creator>\(cdata(creator))</dc:creator>
            <guid isPermaLink="false">\(guid ?? "\(blog)/?p=\(number ?? 0)")</guid>
            <content:encoded>\(cdata(content))</content:encoded>
            <excerpt:encoded>\(cdata(excerpt))</excerpt:encoded>
            <wp:post_date>\(date)</wp:post_date>
            <wp:post_date_gmt>\(gmt)</wp:post_date_gmt>
            <wp:comment_status>\(commentStatus)</wp:comment_status>
            <wp:ping_status>open</wp:ping_status>
            <wp:post_name>\(cdata(slug))</wp:post_name>
            <wp:status>\(status)</wp:status>
            <wp:post_parent>\(parent)</wp:post_parent>
            <wp:menu_order>\(menuOrder)</wp:menu_order>
            <wp:post_type>\(kind)</wp:post_type>
            <wp:post_password>\(cdata(password))</wp:post_password>
            <wp:is_sticky>\(isSticky ? 1 : 0)</wp:is_sticky>
            \(extra)

            """
        if let number { text += "<wp:post_id>\(number)</wp:post_id>\n" }
        if !attachmentURL.isEmpty { text += "<wp:attachment_url>\(cdata(attachmentURL))</wp:attachment_url>\n" }
        for term in terms {
            text += "<category domain=\"\(term.taxonomy)\" nicename=\"\(term.slug)\">\(cdata(term.name))</category>\n"
        }
        for (key, value) in meta {
            text += "<wp:postmeta><wp:meta_key>\(cdata(key))</wp:meta_key>"
            text += "<wp:meta_value>\(cdata(value))</wp:meta_value></wp:postmeta>\n"
        }
        return text + comments.map(\.text).joined() + "</item>\n"
    }
}

/// A comment of a made-up export.
package struct Response: Sendable {
    package var number: Int64
    package var parent: Int64
    package var author: String
    package var email = "ann@example.org"
    package var address = "192.0.2.7"
    /// `1`, `0`, `spam`, `trash`.
    package var approved: String
    package var type: String
    package var content: String
    package var date = "2012-02-26 08:00:00"

    package init(
        _ number: Int64, under parent: Int64 = 0, author: String = "Ann", approved: String = "1",
        type: String = "comment", content: String = "Well said."
    ) {
        self.number = number
        self.parent = parent
        self.author = author
        self.approved = approved
        self.type = type
        self.content = content
    }

    fileprivate var text: String {
        """
        <wp:comment><wp:comment_id>\(number)</wp:comment_id><wp:comment_author>\(cdata(author))</wp:comment_author>\
        <wp:comment_author_email>\(cdata(email))</wp:comment_author_email>\
        <wp:comment_author_url>https://ann.example</wp:comment_author_url>\
        <wp:comment_author_IP>\(address)</wp:comment_author_IP><wp:comment_date>\(date)</wp:comment_date>\
        <wp:comment_date_gmt>\(inGMT(date))</wp:comment_date_gmt>\
        <wp:comment_content>\(cdata(content))</wp:comment_content>\
        <wp:comment_approved>\(approved)</wp:comment_approved><wp:comment_type>\(type)</wp:comment_type>\
        <wp:comment_parent>\(parent)</wp:comment_parent><wp:comment_user_id>0</wp:comment_user_id></wp:comment>

        """
    }
}

private func inGMT(_ date: String) -> String {
    LocalDateTime(date).map { LocalDateTime(secondsSince1970: $0.secondsSince1970 + 5 * 3600).text } ?? date
}
