/// What a write can touch, and so what a kept page can show.
package enum Subject: Hashable, Sendable {
    /// The post, its comments, its terms, its addresses.
    case post(Post.ID)
    /// Every list of posts: home, archives, feeds, sitemap.
    case lists
    /// What stands on all pages: the site's title, navigation, settings; also all terms and authors.
    case site

    /// The stored form: `post:12`, `lists`, `site`.
    package var text: String {
        switch self {
        case .post(let id): "post:\(id.rawValue)"
        case .lists: "lists"
        case .site: "site"
        }
    }

    package init?(_ text: String) {
        switch text {
        case "lists": self = .lists
        case "site": self = .site
        default:
            guard text.hasPrefix("post:"), let id = Int64(text.dropFirst(5)) else { return nil }
            self = .post(Post.ID(id))
        }
    }
}
