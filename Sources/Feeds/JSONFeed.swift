import Foundation
import Model

extension Feed {
    package static let jsonType = "application/feed+json"

    /// JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).
    package func json() -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Strings, numbers and lists of them: nothing here can fail to be encoded.
        let data = (try? encoder.encode(JSONFeed(self))) ?? Data()
        return Array(data)
    }
}

private struct JSONFeed: Encodable {
    let version = "https://jsonfeed.org/version/1.1"
    let title: String
    let homePage: String
    let feed: String
    let description: String?
    let language: String
    let authors: [Author]
    let items: [Item]

    init(_ values: Feed) {
        title = values.title
        homePage = values.link
        feed = values.selfLink
        description = values.description.isEmpty ? nil : values.description
        language = values.language
        authors = [Author(name: values.publisher, url: values.site + "/")]
        items = values.items.map { Item($0, site: values.site) }
    }

    enum CodingKeys: String, CodingKey {
        case version, title, description, language, authors, items
        case homePage = "home_page_url"
        case feed = "feed_url"
    }

    struct Author: Encodable {
        let name: String
        let url: String?
    }

    struct Item: Encodable {
        let id: String
        let url: String
        let title: String?
        /// One of both contents has to be there.
        let html: String?
        let text: String?
        let summary: String?
        let published: String
        let modified: String
        let authors: [Author]?
        let tags: [String]?
        let attachments: [Attachment]?
        let extra: Extra?

        init(_ item: Feed.Item, site: String) {
            id = item.guid
            url = item.link
            title = item.title.isEmpty ? nil : item.title
            html = item.content.isEmpty ? nil : item.wholeContent(site: site)
            text = item.content.isEmpty ? item.summary : nil
            summary = item.summary.isEmpty || item.content.isEmpty ? nil : item.summary
            published = item.published.rfc3339
            modified = item.updated.rfc3339
            authors = item.author.map { [Author(name: $0.name, url: $0.url)] }
            tags = item.categories.isEmpty ? nil : item.categories
            extra = item.likes == 0 ? nil : Extra(likes: item.likes)
            attachments = item.enclosures.isEmpty ? nil : item.enclosures.map(Attachment.init)
        }

        enum CodingKeys: String, CodingKey {
            case id, url, title, summary, authors, tags, attachments
            case html = "content_html"
            case text = "content_text"
            case published = "date_published"
            case modified = "date_modified"
            case extra = "_thaw"
        }
    }

    /// What the format leaves to who writes it.
    struct Extra: Encodable { let likes: Int }

    struct Attachment: Encodable {
        let url: String
        let type: String
        let size: Int?

        init(_ enclosure: Enclosure) {
            url = enclosure.url
            type = enclosure.feedType
            size = enclosure.length
        }

        enum CodingKeys: String, CodingKey {
            case url
            case type = "mime_type"
            case size = "size_in_bytes"
        }
    }
}
