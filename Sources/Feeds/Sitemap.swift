package import Model

/// What search engines are told to look at (https://www.sitemaps.org/protocol.html).
package enum Sitemap {
    package static let type = "application/xml; charset=utf-8"

    /// The most addresses that one file may hold.
    package static let mostEntries = 50_000

    package struct Entry: Sendable {
        /// Absolute.
        package var url: String
        package var modified: Instant?

        package init(url: String, modified: Instant? = nil) {
            self.url = url
            self.modified = modified
        }
    }

    /// A file of pages.
    package static func pages(_ entries: [Entry]) -> [UInt8] { write("urlset", "url", entries) }

    /// A file of files of pages.
    package static func index(_ entries: [Entry]) -> [UInt8] { write("sitemapindex", "sitemap", entries) }

    private static func write(_ root: String, _ name: String, _ entries: [Entry]) -> [UInt8] {
        var xml = XMLWriter()
        xml.open(root, ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"))
        for entry in entries.prefix(mostEntries) {
            xml.open(name)
            xml.element("loc", entry.url)
            if let modified = entry.modified { xml.element("lastmod", modified.rfc3339) }
            xml.close(name)
        }
        xml.close(root)
        return xml.bytes
    }
}
