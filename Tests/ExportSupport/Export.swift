/// A WordPress export made by a test: what the test says, and for the rest what WordPress would write.
package struct Export: Sendable {
    package var blog: String
    package var title = "Days Gone By"
    package var tagline = "What happened & when"
    package var language = "en-US"
    package var version = "1.2"
    package var authors: [Author] = [Author(id: 3, login: "clio", email: "clio@example.org", name: "Clio Müller")]
    package var terms: [Term] = []
    package var items: [Item]

    package init(blog: String = "https://days.example", _ items: [Item] = []) {
        self.blog = blog
        self.items = items
    }

    package struct Author: Sendable {
        package var id: Int64
        package var login: String
        package var email: String
        package var name: String

        package init(id: Int64, login: String, email: String, name: String) {
            self.id = id
            self.login = login
            self.email = email
            self.name = name
        }
    }

    package struct Term: Sendable {
        package var id: Int64
        /// `category`, `post_tag`, or another.
        package var taxonomy: String
        package var slug: String
        package var name: String
        /// The parent's slug.
        package var parent = ""

        package init(id: Int64, taxonomy: String, slug: String, name: String, parent: String = "") {
            self.id = id
            self.taxonomy = taxonomy
            self.slug = slug
            self.name = name
            self.parent = parent
        }
    }

    /// The whole document.
    package var text: String { head + items.map { $0.text(blog: blog) }.joined() + foot }

    /// What stands before the first item.
    package var head: String {
        """
        <?xml version="1.0" encoding="UTF-8" ?>
        <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/\(version)/excerpt/"
            xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
            xmlns:wp="http://wordpress.org/export/\(version)/">
        <channel>
        <title>\(cdata(title))</title>
        <link>\(blog)</link>
        <description>\(cdata(tagline))</description>
        <language>\(language)</language>
        <wp:wxr_version>\(version)</wp:wxr_version>
        <wp:base_site_url>\(blog)</wp:base_site_url>
        <wp:base_blog_url>\(blog)</wp:base_blog_url>

        """ + authors.map(\.text).joined() + terms.map(\.text).joined()
    }

    package var foot: String { "</channel>\n</rss>\n" }
}

extension Export.Author {
    fileprivate var text: String {
        """
        <wp:author><wp:author_id>\(id)</wp:author_id><wp:author_login>\(cdata(login))</wp:author_login>\
        <wp:author_email>\(cdata(email))</wp:author_email>\
        <wp:author_display_name>\(cdata(name))</wp:author_display_name></wp:author>

        """
    }
}

extension Export.Term {
    fileprivate var text: String {
        switch taxonomy {
        case "category":
            """
            <wp:category><wp:term_id>\(id)</wp:term_id><wp:category_nicename>\(cdata(slug))</wp:category_nicename>\
            <wp:category_parent>\(cdata(parent))</wp:category_parent><wp:cat_name>\(cdata(name))</wp:cat_name>\
            </wp:category>

            """
        case "post_tag":
            """
            <wp:tag><wp:term_id>\(id)</wp:term_id><wp:tag_slug>\(cdata(slug))</wp:tag_slug>\
            <wp:tag_name>\(cdata(name))</wp:tag_name></wp:tag>

            """
        default:
            """
            <wp:term><wp:term_id>\(id)</wp:term_id><wp:term_taxonomy>\(cdata(taxonomy))</wp:term_taxonomy>\
            <wp:term_slug>\(cdata(slug))</wp:term_slug><wp:term_parent>\(cdata(parent))</wp:term_parent>\
            <wp:term_name>\(cdata(name))</wp:term_name></wp:term>

            """
        }
    }
}

func cdata(_ text: String) -> String {
    "<![CDATA[" + text.split(separator: "]]>", omittingEmptySubsequences: false).joined(separator: "]]]]><![CDATA[>")
        + "]]>"
}
