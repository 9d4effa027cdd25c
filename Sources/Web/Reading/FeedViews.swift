import Feeds
import Language
import Model
import Store

extension Feed {
    init(_ reading: FeedReading, site: Site, location: SiteLocation) {
        let language = Language(of: site)
        let messages = language.messages
        let title: String
        switch reading.subject {
        case .site: title = site.title
        case .list(let name): title = "\(name) – \(site.title)"
        case .date(let year, let month, let day):
            title = "\(language.period(year: year, month: month, day: day)) – \(site.title)"
        case .search(let words): title = "\(messages.searchResultsFor(words)) – \(site.title)"
        case .chronicle(let place): title = "\(place.heading(language)) – \(site.title)"
        case .siteComments: title = messages.commentsFeed(site.title)
        case .comments(let post): title = messages.commentsOnFeed(post)
        }
        let items: [Item]
        switch reading.content {
        case .posts(let posts):
            items = posts.map { post in
                var item = Item(
                    post.summary, isWhole: site.hasFullFeeds, enclosures: post.enclosures, format: reading.format,
                    messages: messages, location: location)
                item.likes = post.likes
                if let day = post.remembered { item.remember(on: day, site: site) }
                return item
            }
        case .comments(let comments):
            let isSiteWide = if case .siteComments = reading.subject { true } else { false }
            items = comments.map { Item($0, isSiteWide: isSiteWide, messages: messages, location: location) }
        }
        self.init(
            site: location.url, publisher: site.title, title: title, description: site.tagline,
            link: location.absolute(reading.page),
            selfLink: location.absolute(reading.address.path), language: language.tag,
            updated: items.map(\.updated).max() ?? Instant(milliseconds: 0), items: items)
    }
}

extension Feed.Item {
    /// Feed readers show an item once, so each year's is one of its own, of the day on which it is remembered.
    fileprivate mutating func remember(on day: LocalDateTime, site: Site) {
        guid += "#\(day.dateText)"
        published = SiteClock(of: site).instant(of: LocalDateTime(year: day.year, month: day.month, day: day.day))
        updated = published
    }

    fileprivate init(
        _ post: PostSummary, isWhole: Bool, enclosures: [Enclosure], format: Address.FeedFormat, messages: Messages,
        location: SiteLocation
    ) {
        let published = post.publishedAt ?? post.modifiedAt
        let whole = post.pages.count < 2 ? post.pages.first : SafeHTML.joined(post.pages)
        let content = isWhole || post.isPasswordProtected ? whole : SafeHTML.text(post.excerpt)
        self.init(
            title: post.isPasswordProtected ? messages.protectedTitle(post.title) : post.title,
            link: location.absolute(post.path),
            guid: post.guid.isEmpty ? location.absolute("/?p=\(post.number)") : post.guid,
            author: post.author.map { author in
                Feed.Author(
                    name: author.displayName,
                    url: location.absolute(Address.author(slug: author.slug, page: 1).path))
            }, published: published, updated: max(published, post.modifiedAt),
            categories: post.terms.filter { $0.taxonomy == .category || $0.taxonomy == .tag }.map(\.name),
            summary: post.isPasswordProtected ? messages.protectedText : post.excerpt,
            content: content ?? SafeHTML.text(messages.protectedText),
            enclosures: post.isPasswordProtected
                ? []
                : enclosures.map { enclosure in
                    var enclosure = enclosure
                    if enclosure.url.hasPrefix("/") { enclosure.url = location.absolute(enclosure.url) }
                    return enclosure
                },
            comments: !post.isPasswordProtected && (post.commentsOpen || post.commentCount > 0)
                ? Feed.Comments(
                    link: location.absolute(post.path + "#comments"),
                    feed: location.absolute(Address.item(path: post.path, part: .feed(format)).path),
                    count: post.commentCount) : nil)
    }

    fileprivate init(_ recent: RecentComment, isSiteWide: Bool, messages: Messages, location: SiteLocation) {
        let comment = recent.comment
        let author = comment.authorName.isEmpty ? messages.anonymous : comment.authorName
        let link = location.absolute("\(recent.postPath)#comment-\(comment.number)")
        self.init(
            title: isSiteWide ? messages.commentOn(author, recent.postTitle) : messages.commentBy(author), link: link,
            guid: link, author: Feed.Author(name: author, url: comment.authorURL), published: comment.createdAt,
            updated: comment.createdAt,
            summary: comment.html.words, content: comment.html)
    }
}
