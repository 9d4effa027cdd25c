/// Writes WXR 1.2, WordPress's own export format: `wp-admin/includes/export.php` has the elements and their order.
package struct WXRWriter: ExportWriter {
    package init() {}

    package mutating func write(_ record: ExportRecord, to bytes: inout [UInt8]) {
        var xml = ExportXML()
        switch record {
        case .blog(let blog): Self.write(blog, &xml)
        case .author(let author): Self.write(author, &xml)
        case .term(let term): Self.write(term, &xml)
        case .item(let item): item.writeWXR(to: &xml)
        // Only a reader makes these.
        case .oversized: break
        }
        bytes += xml.bytes
    }

    package mutating func finish(_ bytes: inout [UInt8]) { bytes += Array("</channel>\n</rss>\n".utf8) }

    private static func write(_ blog: BlogRecord, _ xml: inout ExportXML) {
        xml.raw(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" \
            xmlns:content="http://purl.org/rss/1.0/modules/content/" \
            xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:dc="http://purl.org/dc/elements/1.1/" \
            xmlns:wp="http://wordpress.org/export/1.2/">
            <channel>

            """)
        xml.text(.title, blog.title)
        xml.text(.link, blog.link)
        xml.text(.description, blog.description)
        xml.text(.pubDate, blog.pubDate)
        xml.text(.language, blog.language)
        xml.text(.version, "1.2")
        xml.text(.baseSiteURL, blog.baseSiteURL)
        xml.text(.baseBlogURL, blog.baseBlogURL)
        xml.text(.generator, blog.generator)
    }

    private static func write(_ author: AuthorRecord, _ xml: inout ExportXML) {
        xml.container(.author) { xml in
            if let id = author.id { xml.text(.authorID, String(id)) }
            xml.data(.authorLogin, author.login)
            xml.data(.authorEmail, author.email)
            xml.data(.authorDisplayName, author.displayName)
            xml.data(.authorFirstName, author.firstName)
            xml.data(.authorLastName, author.lastName)
        }
    }

    private static func write(_ term: TermRecord, _ xml: inout ExportXML) {
        let container: WXRElement =
            switch term.taxonomy {
            case "category": .blogCategory
            case "post_tag": .tag
            default: .term
            }
        xml.container(container) { xml in
            if let id = term.id { xml.text(.termID, String(id)) }
            switch container {
            case .blogCategory:
                xml.data(.categorySlug, term.slug)
                xml.data(.categoryParent, term.parentSlug)
                xml.data(.categoryName, term.name)
                if !term.description.isEmpty { xml.data(.categoryDescription, term.description) }
            case .tag:
                xml.data(.tagSlug, term.slug)
                xml.data(.tagName, term.name)
                if !term.description.isEmpty { xml.data(.tagDescription, term.description) }
            default:
                xml.data(.termTaxonomy, term.taxonomy)
                xml.data(.termSlug, term.slug)
                xml.data(.termParent, term.parentSlug)
                xml.data(.termName, term.name)
                if !term.description.isEmpty { xml.data(.termDescription, term.description) }
            }
            for entry in term.meta { xml.meta(.termMeta, entry) }
        }
    }
}
