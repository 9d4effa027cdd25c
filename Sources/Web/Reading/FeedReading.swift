import Database
import Model
import Publishing
import Search
import Store

/// The newest posts or comments, for a feed.
struct FeedReading: Sendable {
    enum Content: Sendable {
        case posts([Entry])
        case comments([RecentComment])
    }

    struct Entry: Sendable {
        let summary: PostSummary
        /// Of a file that is here, the address goes from the root.
        let enclosures: [Enclosure]
        /// By how many it is liked; 0 where the format does not tell.
        let likes: Int
        /// In a feed of what is remembered today: since when, which makes another item of the post each time.
        var remembered: LocalDateTime?
    }

    /// What the feed is of, for its title.
    enum Subject: Sendable {
        case site
        case list(String)
        case date(year: Int, month: Int?, day: Int?)
        /// What was asked.
        case search(String)
        case siteComments
        case chronicle(ChronicleAddress.Place)
        case comments(title: String)
    }

    let subject: Subject
    let content: Content
    /// The page that the feed follows.
    let page: String
    let address: Address
    let format: Address.FeedFormat
    let subjects: Set<Model.Subject>
    /// When the clock alone makes another feed of it.
    var expires: Instant?

    /// Questions are without number, and would push out what is read.
    var isStorable: Bool { if case .search = subject { false } else { true } }

    /// The posts of a list.
    init(
        _ list: PostList, called subject: Subject, page: String, address: Address, format: Address.FeedFormat,
        site: Site, in tx: any ReadTransaction
    ) throws {
        try self.init(
            try tx.newestPosts(in: list, site: site.id, limit: site.feedItems), called: subject, page: page,
            address: address, format: format, site: site.id, in: tx)
    }

    /// The newest posts that a search finds.
    init(
        searchFor words: String, limits: SearchLimits, format: Address.FeedFormat, site: Site,
        in tx: any ReadTransaction
    ) throws {
        let query = SearchQuery(words, limits: limits)
        let found = try tx.search(query, site: site.id, limit: limits.matches, order: .newest)
        try self.init(
            try tx.summaries(of: found.hits.prefix(site.feedItems).map(\.post)), called: .search(query.text),
            page: Address.search(words: query.text, page: 1).path,
            address: .feed(format, of: .search(words: words)), format: format, site: site.id, in: tx)
    }

    /// What is told of a day or a stretch of years, the newest posts first; of today, what is remembered. Nil where the page
    /// of the same is not there.
    init?(
        _ address: ChronicleAddress, format: Address.FeedFormat, of chronicle: Chronicle, site: Site, now: Instant,
        in tx: any ReadTransaction
    ) throws {
        let place = address.with(.page(1))
        guard let reading = try ChronicleReading(place, of: chronicle, site: site, now: now, in: tx) else { return nil }
        let isToday = address.place == .today
        let ids =
            isToday
            ? reading.events.map(\.post.id) : try tx.newestPosts(in: reading.list, site: site.id, limit: site.feedItems)
        try self.init(
            try tx.summaries(of: ids), called: .chronicle(isToday ? .day(reading.days[0]) : address.place),
            page: place.path, address: .chronicle(address), format: format, site: site.id,
            remembered: isToday ? reading.today : nil, in: tx)
        if isToday { expires = reading.expires }
    }

    private init(
        _ posts: [PostSummary], called subject: Subject, page: String, address: Address,
        format: Address.FeedFormat, site: Site.ID, remembered: LocalDateTime? = nil, in tx: any ReadTransaction
    ) throws {
        self.subject = subject
        self.page = page
        self.address = address
        self.format = format
        content = .posts(
            try posts.map { post in
                let values = try tx.meta(of: post.id).filter { $0.key == "enclosure" }.map(\.value)
                // An address that is none of the web's, or not whole, is nothing that a reader could fetch.
                let enclosures = values.compactMap(Enclosure.init(metaValue:)).filter(\.url.isWebAddress)
                return Entry(
                    summary: post, enclosures: try enclosures.map { try Self.here($0, site: site, in: tx) },
                    likes: format == .json ? try tx.likes(of: post.id, newest: 0).count : 0, remembered: remembered)
            })
        subjects = Set(
            [.lists, .site] + posts.map { .post($0.id) } + (format == .json ? posts.map { .thread($0.id) } : []))
    }

    /// An enclosure whose file has come is told by what is here.
    private static func here(_ enclosure: Enclosure, site: Site.ID, in tx: any ReadTransaction) throws -> Enclosure {
        guard let medium = try tx.medium(at: enclosure.url, site: site), let file = medium.file else {
            return enclosure
        }
        return Enclosure(url: medium.address, length: file.bytes, mimeType: medium.mimeType)
    }

    /// The comments of the whole site.
    init(commentsOf site: Site, address: Address, format: Address.FeedFormat, in tx: any ReadTransaction) throws {
        subject = .siteComments
        page = "/"
        self.address = address
        self.format = format
        content = .comments(try tx.recentComments(site: site.id, limit: site.feedItems))
        // A comment touches the lists as well as its post.
        subjects = [.lists, .site]
    }

    /// The comments of one post.
    init(
        commentsOf post: Post, path: String, address: Address, format: Address.FeedFormat, site: Site,
        in tx: any ReadTransaction
    ) throws {
        subject = .comments(title: post.title)
        page = path
        self.address = address
        self.format = format
        content = .comments(try tx.recentComments(of: post.id, limit: site.feedItems))
        subjects = [.post(post.id), .thread(post.id), .site]
    }
}
