import Feeds
import Language
import Model
import Store

extension Feed {
    init(_ reading: FeedReading, site: Site, location: SiteLocation) {
        let language = Language(tag: site.language)
        let messages = language.messages
        let title: String
        switch reading.subject {
        case .site: title = site.title
        case .list(let name): title = "\(name) – \(site.title)"
        case .siteComments: title = messages.commentsFeed(site.title)
        case .comments(let post): title = messages.commentsOnFeed(post)
        }
        let items: [Item]
        switch reading.content {
        case .posts(let posts):
            items = posts.map { Item($0.summary, enclosures: $0.enclosures, messages: messages, location: location) }
        case .comments(let comments):
            let isSiteWide = if case .siteComments = reading.subject { true } else { false }
            items = comments.map { Item($0, isSiteWide: isSiteWide, messages: messages, location: location) }
        }
        self.init(
            site: location.url, title: title, description: site.tagline, link: location.absolute(reading.page),
            selfLink: location.absolute(reading.address.path), language: site.language,
            updated: items.map(\.updated).max() ?? Instant(milliseconds: 0), items: items)
    }
}

extension Feed.Item {
    fileprivate init(_ post: PostSummary, enclosures: [MetaEntry], messages: Messages, location: SiteLocation) {
        let published = post.publishedAt ?? post.modifiedAt
        let whole = post.pages.count < 2 ? post.pages.first : SafeHTML.joined(post.pages)
        self.init(
            title: post.isPasswordProtected ? messages.protectedTitle(post.title) : post.title,
            link: location.absolute(post.path),
            guid: post.guid.isEmpty ? location.absolute("/?p=\(post.number)") : post.guid,
            author: post.author?.displayName ?? "", published: published, updated: max(published, post.modifiedAt),
            categories: post.terms.filter { $0.taxonomy == .category || $0.taxonomy == .tag }.map(\.name),
            summary: post.isPasswordProtected ? messages.protectedText : post.excerpt,
            content: whole ?? SafeHTML.text(messages.protectedText),
            enclosures: post.isPasswordProtected ? [] : enclosures.compactMap { Feed.Enclosure(metaValue: $0.value) },
            comments: post.commentsOpen || post.commentCount > 0
                ? Feed.Comments(
                    link: location.absolute(post.path + "#comments"),
                    feed: location.absolute(Address.item(path: post.path, part: .feed(.rss)).path),
                    count: post.commentCount) : nil)
    }

    fileprivate init(_ recent: RecentComment, isSiteWide: Bool, messages: Messages, location: SiteLocation) {
        let comment = recent.comment
        let author = comment.authorName.isEmpty ? messages.anonymous : comment.authorName
        let link = location.absolute("\(recent.postPath)#comment-\(comment.number)")
        self.init(
            title: isSiteWide ? messages.commentOn(author, recent.postTitle) : messages.commentBy(author), link: link,
            guid: link, author: author, published: comment.createdAt, updated: comment.createdAt,
            summary: comment.html.words, content: comment.html)
    }
}

extension Feed.Enclosure {
    /// WordPress keeps address, length and type on a line each.
    fileprivate init?(metaValue: String) {
        let lines = metaValue.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        guard let url = lines.first, url.hasPrefix("http://") || url.hasPrefix("https://") else { return nil }
        self.init(
            url: url, length: lines.count > 1 ? Int(lines[1]) ?? 0 : 0,
            mimeType: lines.count > 2 && !lines[2].isEmpty ? lines[2] : "application/octet-stream")
    }
}
