import Database
import Model
import Store

/// The newest posts or comments, for a feed.
struct FeedReading: Sendable {
    enum Content: Sendable {
        /// Posts with their enclosures.
        case posts([(summary: PostSummary, enclosures: [Enclosure])])
        case comments([RecentComment])
    }

    /// What the feed is of, for its title.
    enum Subject: Sendable {
        case site
        case list(String)
        case siteComments
        case comments(title: String)
    }

    let subject: Subject
    let content: Content
    /// The page that the feed follows.
    let page: String
    let address: Address
    let format: Address.FeedFormat
    let subjects: Set<Model.Subject>

    /// The posts of a list.
    init(
        _ list: PostList, called subject: Subject, page: String, address: Address, format: Address.FeedFormat,
        site: Site, in tx: any ReadTransaction
    ) throws {
        self.subject = subject
        self.page = page
        self.address = address
        self.format = format
        let posts = try tx.newestPosts(in: list, site: site.id, limit: site.feedItems)
        content = .posts(
            try posts.map { post in
                let values = try tx.meta(of: post.id).filter { $0.key == "enclosure" }.map(\.value)
                // An address that is none of the web's, or not whole, is nothing that a reader could fetch.
                return (post, values.compactMap(Enclosure.init(metaValue:)).filter(\.url.isWebAddress))
            })
        subjects = Set([.lists, .site] + posts.map { .post($0.id) })
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
        subjects = [.post(post.id), .site]
    }
}
