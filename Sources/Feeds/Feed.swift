package import Model

/// The newest posts of a site or of one of its lists, or the comments on them, as feed readers get them.
/// All addresses are absolute.
package struct Feed: Sendable {
    /// Scheme and host (`https://example.org`), before which addresses inside the items' HTML are put.
    package var site: String
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
        site: String, title: String, description: String, link: String, selfLink: String, language: String,
        updated: Instant, items: [Item]
    ) {
        self.site = site
        self.title = title
        self.description = description
        self.link = link
        self.selfLink = selfLink
        self.language = language
        self.updated = updated
        self.items = items
    }

    package struct Item: Sendable {
        package var title: String
        package var link: String
        /// What feed readers know the item by. It is written as it was given and never becomes another.
        package var guid: String
        package var author: String
        package var published: Instant
        package var updated: Instant
        package var categories: [String]
        /// Plain text.
        package var summary: String
        /// Empty where only a summary is given.
        package var content: SafeHTML
        package var enclosures: [Enclosure]
        package var comments: Comments?

        package init(
            title: String, link: String, guid: String, author: String, published: Instant, updated: Instant,
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
    }

    /// A file that belongs to an item, for instance the sound of a podcast.
    package struct Enclosure: Sendable {
        package var url: String
        /// Bytes; 0 where it is not known.
        package var length: Int
        package var mimeType: String

        package init(url: String, length: Int, mimeType: String) {
            self.url = url
            self.length = length
            self.mimeType = mimeType
        }
    }

    /// Where the responses to a post are.
    package struct Comments: Sendable {
        package var link: String
        package var feed: String
        package var count: Int

        package init(link: String, feed: String, count: Int) {
            self.link = link
            self.feed = feed
            self.count = count
        }
    }
}
