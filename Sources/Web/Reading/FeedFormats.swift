import Feeds
import Themes

extension Address.FeedFormat {
    /// Without parameters: `application/rss+xml`.
    var mimeType: String {
        switch self {
        case .rss: Feed.rssType
        case .atom: Feed.atomType
        case .json: Feed.jsonType
        }
    }

    func write(_ feed: Feed) -> [UInt8] {
        switch self {
        case .rss: feed.rss()
        case .atom: feed.atom()
        case .json: feed.json()
        }
    }

    /// What tells it from the others of the same name; RSS is the one that needs no word.
    fileprivate var mark: String {
        switch self {
        case .rss: ""
        case .atom: " (Atom)"
        case .json: " (JSON)"
        }
    }
}

extension FeedLink {
    /// A feed in several formats, for the head of a page.
    static func links(
        called name: String, in formats: [Address.FeedFormat] = Address.FeedFormat.allCases,
        _ address: (Address.FeedFormat) -> Address
    ) -> [FeedLink] {
        formats.map { format in
            FeedLink(
                title: name + format.mark, url: SafeURL(path: address(format).path), type: format.mimeType)
        }
    }
}
