import Model

extension Feed {
    package static let rssType = "application/rss+xml"

    /// RSS 2.0 (https://www.rssboard.org/rss-specification) with the namespaces content, dc, atom, slash and wfw.
    /// The guid is marked as no permalink, as WordPress does: it may be an address of the place where the blog was.
    package func rss() -> [UInt8] {
        var xml = XMLWriter()
        xml.open(
            "rss", ("version", "2.0"), ("xmlns:atom", "http://www.w3.org/2005/Atom"),
            ("xmlns:content", "http://purl.org/rss/1.0/modules/content/"),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
            ("xmlns:slash", "http://purl.org/rss/1.0/modules/slash/"),
            ("xmlns:wfw", "http://wellformedweb.org/CommentAPI/"))
        xml.open("channel")
        xml.element("title", title)
        xml.element("link", link)
        xml.element("description", description)
        xml.element("language", language)
        xml.element("lastBuildDate", updated.rfc822)
        xml.element("generator", "Thaw")
        xml.empty("atom:link", ("href", selfLink), ("rel", "self"), ("type", Self.rssType))
        for item in items { item.writeRSS(to: &xml, site: site) }
        xml.close("channel")
        xml.close("rss")
        return xml.bytes
    }
}

extension Feed.Item {
    fileprivate func writeRSS(to xml: inout XMLWriter, site: String) {
        xml.open("item")
        if !title.isEmpty { xml.element("title", title) }
        xml.element("link", link)
        if let comments { xml.element("comments", comments.link) }
        if let author { xml.element("dc:creator", author.name) }
        xml.element("pubDate", published.rfc822)
        for category in categories { xml.element("category", category) }
        xml.element("guid", guid, ("isPermaLink", "false"))
        xml.element("description", summary)
        if !content.isEmpty { xml.data("content:encoded", wholeContent(site: site)) }
        if let comments {
            xml.element("wfw:commentRss", comments.feed)
            xml.element("slash:comments", String(comments.count))
        }
        for enclosure in enclosures {
            xml.empty(
                "enclosure", ("url", enclosure.url), ("length", String(enclosure.length ?? 0)),
                ("type", enclosure.feedType))
        }
        xml.close("item")
    }
}
