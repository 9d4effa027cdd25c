package import Model

/// The newest posts of a site or of one of its lists, or the comments on them, as feed readers get them.
/// All addresses are absolute.
package struct Feed: Sendable {
    /// Scheme and host (`https://example.org`), before which addresses inside the items' HTML are put.
    package var site: String
    /// The site's own title; it stands as author of what names none.
    package var publisher: String
    package var title: String
    package var description: String
    /// The page that the feed follows.
    package var link: String
    /// The feed's own address.
    package var selfLink: String
    /// BCP 47.
    package var language: String
    /// When anything in it changed last.
    package var updated: Instant
    package var items: [Item]

    package init(
        site: String, publisher: String, title: String, description: String, link: String, selfLink: String,
        language: String, updated: Instant, items: [Item]
    ) {
        self.site = site
        self.publisher = publisher
        self.title = title
        self.description = description
        self.link = link
        self.selfLink = selfLink
        self.language = language
        self.updated = updated
        self.items = items
    }

    package struct Item: Sendable {
        /// Empty where it has none.
        package var title: String
        package var link: String
        /// What feed readers know the item by. It is written as it was given and never becomes another.
        package var guid: String
        package var author: Author?
        package var published: Instant
        package var updated: Instant
        package var categories: [String]
        /// Plain text.
        package var summary: String
        /// Empty where only a summary is given.
        package var content: SafeHTML
        package var enclosures: [Enclosure]
        package var comments: Comments?
        /// Told by JSON Feed alone; the others have no word for it.
        package var likes = 0

        package init(
            title: String, link: String, guid: String, author: Author?, published: Instant, updated: Instant,
            categories: [String] = [], summary: String = "", content: SafeHTML, enclosures: [Enclosure] = [],
            comments: Comments? = nil
        ) {
            self.title = title
            self.link = link
            self.guid = guid
            self.author = author
            self.published = published
            self.updated = updated
            self.categories = categories
            self.summary = summary
            self.content = content
            self.enclosures = enclosures
            self.comments = comments
        }

        /// The content as it can be shown on any other site.
        func wholeContent(site: String) -> String {
            AbsoluteAddresses(site: site, page: link).resolve(in: content)
        }
    }

    package struct Author: Sendable {
        package let name: String
        package let url: String?

        /// - Parameter url: what commenters gave as theirs may be no address; then it is left out.
        package init(name: String, url: String? = nil) {
            self.name = name
            self.url = url.flatMap { $0.isWebAddress ? $0 : nil }
        }
    }

    /// Where the responses to a post are.
    package struct Comments: Sendable {
        package var link: String
        /// Their feed, in the same format.
        package var feed: String
        package var count: Int

        package init(link: String, feed: String, count: Int) {
            self.link = link
            self.feed = feed
            self.count = count
        }
    }
}

extension Enclosure {
    /// RSS and JSON Feed want a type for every file.
    var feedType: String { mimeType.isEmpty ? "application/octet-stream" : mimeType }
}
