import Model
package import Publishing

/// Every address of the public site. A link is made from a value of this type and a request is read into one, so that
/// the two cannot drift apart. Paths are those of a migrated WordPress site.
package enum Address: Hashable, Sendable {
    case home(page: Int)
    /// A post, page or attachment, found by its path in the address table; `path` has a slash at its head.
    case item(path: String, part: Part)
    /// `slugs` goes from the outermost category inward.
    case category(slugs: [String], page: Int)
    case tag(slug: String, page: Int)
    case author(slug: String, page: Int)
    case date(year: Int, month: Int?, day: Int?, page: Int)
    /// `words` as they were typed.
    case search(words: String, page: Int)
    case feed(FeedFormat, of: FeedSubject)
    case commentsFeed(FeedFormat)
    /// The index of sitemaps, or one of its parts, from 1.
    case sitemap(part: Int?)
    case robots
    /// Days, years and the timeline of what posts tell of.
    case chronicle(ChronicleAddress)
    /// A file of the theme; `version` changes with its content.
    case asset(version: String, name: String)

    package enum Part: Hashable, Sendable {
        case whole
        /// A page of a post cut by `<!--nextpage-->`, from 2.
        case page(Int)
        /// A page of its comments, from 1.
        case comments(page: Int)
        case feed(FeedFormat)
        /// What it cites, as a file.
        case sources(SourceFormat)
        /// Where a response is sent to.
        case replies
        /// Who likes it, and where that is said.
        case likes
        /// Where one response is changed, by its public number.
        case reply(number: Int64)
    }

    package enum FeedFormat: String, Hashable, Sendable, CaseIterable {
        case rss, atom, json

        /// WordPress's names for its formats, and its JSON Feed plugin's; RDF and the oldest RSS are answered with RSS 2.0.
        package init?(wordPress name: String) {
            switch name {
            case "", "feed", "rss", "rss2", "rdf": self = .rss
            case "atom": self = .atom
            case "json": self = .json
            default: return nil
            }
        }
    }

    package enum FeedSubject: Hashable, Sendable {
        case site
        case category(slugs: [String])
        case tag(slug: String)
        case author(slug: String)
        case date(year: Int, month: Int?, day: Int?)
        case search(words: String)
    }

    /// The path to link to: percent-encoded, and with one slash at its end where it is a page.
    package var path: String {
        switch self {
        case .home(let page): Self.paged("/", page)
        case .item(let path, let part): path.withSlash + Self.segment(of: part)
        case .category(let slugs, let page): Self.paged(Self.base("category", slugs), page)
        case .tag(let slug, let page): Self.paged(Self.base("tag", [slug]), page)
        case .author(let slug, let page): Self.paged(Self.base("author", [slug]), page)
        case .date(let year, let month, let day, let page): Self.paged(Self.base(year, month, day), page)
        case .search(let words, let page):
            "/?s=\(words.percentEncodedSegment)" + (page > 1 ? "&paged=\(page)" : "")
        case .feed(let format, .site): "/feed/" + Self.suffix(of: format)
        case .feed(let format, .category(let slugs)): Self.base("category", slugs) + "feed/" + Self.suffix(of: format)
        case .feed(let format, .tag(let slug)): Self.base("tag", [slug]) + "feed/" + Self.suffix(of: format)
        case .feed(let format, .author(let slug)): Self.base("author", [slug]) + "feed/" + Self.suffix(of: format)
        case .feed(let format, .date(let year, let month, let day)):
            Self.base(year, month, day) + "feed/" + Self.suffix(of: format)
        case .feed(let format, .search(let words)): Self.base("search", [words]) + "feed/" + Self.suffix(of: format)
        case .commentsFeed(let format): "/comments/feed/" + Self.suffix(of: format)
        case .sitemap(nil): "/sitemap.xml"
        case .sitemap(let part?): "/sitemap-\(part).xml"
        case .robots: "/robots.txt"
        case .chronicle(let address): address.path
        case .asset(let version, let name): "/theme/\(version)/\(name)"
        }
    }

    private static func base(_ name: String, _ slugs: [String]) -> String {
        "/" + name + "/" + slugs.map { $0.percentEncodedSegment + "/" }.joined()
    }

    private static func base(_ year: Int, _ month: Int?, _ day: Int?) -> String {
        "/" + ([four(year)] + [month, day].compactMap { $0.map(two) }).joined(separator: "/") + "/"
    }

    private static func paged(_ path: String, _ page: Int) -> String { page > 1 ? "\(path)page/\(page)/" : path }

    private static func suffix(of format: FeedFormat) -> String { format == .rss ? "" : format.rawValue + "/" }

    private static func segment(of part: Part) -> String {
        switch part {
        case .whole: ""
        case .page(let page): "\(page)/"
        case .comments(let page): "comment-page-\(page)/"
        case .feed(let format): "feed/" + suffix(of: format)
        case .sources(let format): "sources.\(format.ending)"
        case .replies: "comments/"
        case .likes: "likes/"
        case .reply(let number): "comments/\(number)/"
        }
    }
}

private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

private func four(_ number: Int) -> String {
    String(repeating: "0", count: max(0, 4 - String(number).count)) + String(number)
}

extension String {
    fileprivate var withSlash: String { hasSuffix("/") ? self : self + "/" }
}
