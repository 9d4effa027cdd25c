package import Model

/// What search engines are told to look at (https://www.sitemaps.org/protocol.html).
package enum Sitemap {
    package static let type = "application/xml; charset=utf-8"

    /// The most addresses that one file may hold.
    package static let mostEntries = 50_000

    /// The most pictures that one page may name (https://developers.google.com/search/docs/crawling-indexing/sitemaps/image-sitemaps).
    package static let mostPictures = 1_000

    package struct Entry: Sendable {
        /// Absolute.
        package var url: String
        package var modified: Instant?
        /// Of the pictures that the page shows, absolute.
        package var pictures: [String]

        package init(url: String, modified: Instant? = nil, pictures: [String] = []) {
            self.url = url
            self.modified = modified
            self.pictures = pictures
        }
    }

    /// A file of pages.
    package static func pages(_ entries: [Entry]) -> [UInt8] { write("urlset", "url", entries) }

    /// A file of files of pages.
    package static func index(_ entries: [Entry]) -> [UInt8] { write("sitemapindex", "sitemap", entries) }

    private static func write(_ root: String, _ name: String, _ entries: [Entry]) -> [UInt8] {
        var xml = XMLWriter()
        xml.open(
            root, ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"),
            ("xmlns:image", "http://www.google.com/schemas/sitemap-image/1.1"))
        for entry in entries.prefix(mostEntries) {
            xml.open(name)
            xml.element("loc", entry.url)
            if let modified = entry.modified { xml.element("lastmod", modified.rfc3339) }
            for picture in entry.pictures.prefix(mostPictures) {
                xml.open("image:image")
                xml.element("image:loc", picture)
                xml.close("image:image")
            }
            xml.close(name)
        }
        xml.close(root)
        return xml.bytes
    }
}
