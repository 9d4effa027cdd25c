import Model

extension Feed {
    package static let atomType = "application/atom+xml; charset=utf-8"

    /// Atom 1.0 (RFC 4287). An id must be an address; a guid that is none becomes a `urn:` of its own.
    package func atom() -> [UInt8] {
        var xml = XMLWriter()
        xml.open("feed", ("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", language))
        xml.element("title", title)
        if !description.isEmpty { xml.element("subtitle", description) }
        xml.element("id", selfLink)
        xml.element("updated", updated.rfc3339)
        xml.empty("link", ("rel", "self"), ("type", "application/atom+xml"), ("href", selfLink))
        xml.empty("link", ("rel", "alternate"), ("type", "text/html"), ("href", link))
        for item in items { item.writeAtom(to: &xml, site: site) }
        xml.close("feed")
        return xml.bytes
    }
}

extension Feed.Item {
    fileprivate func writeAtom(to xml: inout XMLWriter, site: String) {
        xml.open("entry")
        xml.element("title", title)
        xml.element("id", guid.contains(":") ? guid : "urn:guid:\(guid.percentEncodedSegment)")
        xml.empty("link", ("rel", "alternate"), ("type", "text/html"), ("href", link))
        xml.element("published", published.rfc3339)
        xml.element("updated", updated.rfc3339)
        xml.open("author")
        xml.element("name", author)
        xml.close("author")
        for category in categories { xml.empty("category", ("term", category)) }
        if !summary.isEmpty { xml.element("summary", summary) }
        if !content.isEmpty { xml.element("content", content.absoluteMarkup(site: site), ("type", "html")) }
        for enclosure in enclosures {
            xml.empty(
                "link", ("rel", "enclosure"), ("href", enclosure.url), ("length", String(enclosure.length)),
                ("type", enclosure.mimeType))
        }
        xml.close("entry")
    }
}
