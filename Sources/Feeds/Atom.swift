import Model

extension Feed {
    package static let atomType = "application/atom+xml"

    /// Atom 1.0 (RFC 4287), with the threading extension (RFC 4685) for the responses.
    package func atom() -> [UInt8] {
        var xml = XMLWriter()
        xml.open(
            "feed", ("xmlns", "http://www.w3.org/2005/Atom"), ("xmlns:thr", "http://purl.org/syndication/thread/1.0"),
            ("xml:lang", language))
        xml.element("title", title)
        if !description.isEmpty { xml.element("subtitle", description) }
        xml.element("id", selfLink)
        xml.element("updated", updated.rfc3339)
        xml.empty("link", ("rel", "self"), ("type", Self.atomType), ("href", selfLink))
        xml.empty("link", ("rel", "alternate"), ("type", "text/html"), ("href", link))
        // Entries without an author have the feed's, and one of both has to be there.
        xml.open("author")
        xml.element("name", publisher)
        xml.close("author")
        xml.element("generator", "Thaw")
        for item in items { item.writeAtom(to: &xml, site: site) }
        xml.close("feed")
        return xml.bytes
    }
}

extension Feed.Item {
    fileprivate func writeAtom(to xml: inout XMLWriter, site: String) {
        xml.open("entry")
        xml.element("title", atomTitle)
        xml.element("id", atomID)
        xml.empty("link", ("rel", "alternate"), ("type", "text/html"), ("href", link))
        xml.element("published", published.rfc3339)
        xml.element("updated", updated.rfc3339)
        if let author {
            xml.open("author")
            xml.element("name", author.name)
            if let url = author.url { xml.element("uri", url) }
            xml.close("author")
        }
        for category in categories { xml.empty("category", ("term", category)) }
        if !summary.isEmpty { xml.element("summary", summary) }
        if !content.isEmpty { xml.element("content", wholeContent(site: site), ("type", "html")) }
        for enclosure in enclosures {
            let length: [XMLWriter.Attribute] = enclosure.length.map { [("length", String($0))] } ?? []
            let type: [XMLWriter.Attribute] = enclosure.mimeType.isEmpty ? [] : [("type", enclosure.mimeType)]
            xml.empty("link", [("rel", "enclosure"), ("href", enclosure.url)] + length + type)
        }
        if let comments {
            let count = ("thr:count", String(comments.count))
            xml.empty("link", ("rel", "replies"), ("type", "text/html"), ("href", comments.link), count)
            xml.empty("link", ("rel", "replies"), ("type", Feed.atomType), ("href", comments.feed), count)
            xml.element("thr:total", String(comments.count))
        }
        xml.close("entry")
    }

    /// Every entry must have a title; one without is named by its first words.
    private var atomTitle: String {
        if !title.isEmpty { return title }
        let words = summary.split(whereSeparator: \.isWhitespace).prefix(10).joined(separator: " ")
        return words.isEmpty ? link : words
    }

    /// An id must be an address; a guid that is none becomes a `urn:` of its own.
    private var atomID: String { guid.isWholeAddress ? guid : "urn:guid:\(guid.percentEncodedSegment)" }
}
