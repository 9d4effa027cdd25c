/// What a write can touch, and so what a kept page can show.
package enum Subject: Hashable, Sendable {
    /// The post, its terms, its addresses.
    case post(Post.ID)
    /// The comments under a post, and how many they are.
    case thread(Post.ID)
    /// Who is logged in, and what they like. No page shows it.
    case reader(Identity.ID)
    /// Every list of posts: home, archives, feeds, sitemap.
    case lists
    /// What stands on all pages: the site's title, navigation, settings; also all terms and authors.
    case site

    /// The stored form: `post:12`, `thread:12`, `reader:12`, `lists`, `site`.
    package var text: String {
        switch self {
        case .post(let id): "post:\(id.rawValue)"
        case .thread(let id): "thread:\(id.rawValue)"
        case .reader(let id): "reader:\(id.rawValue)"
        case .lists: "lists"
        case .site: "site"
        }
    }

    package init?(_ text: String) {
        switch text {
        case "lists": self = .lists
        case "site": self = .site
        default:
            let parts = text.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, let id = Int64(parts[1]) else { return nil }
            switch parts[0] {
            case "post": self = .post(Post.ID(id))
            case "thread": self = .thread(Post.ID(id))
            case "reader": self = .reader(Identity.ID(id))
            default: return nil
            }
        }
    }
}
