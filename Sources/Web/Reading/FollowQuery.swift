import Database
import Model
import Search
import Store

extension FindPage {
    /// Where an address by query leads; nil where what it names is not here.
    func follow(_ query: QueryAddress, site: Site, in tx: any ReadTransaction) throws -> FoundPage? {
        switch query {
        case .number(let number, let feed):
            guard let post = try numberedPost(number, site: site, in: tx) else { return .notFound(suggestions: []) }
            return redirect(to: post, part: feed.map { .feed($0) } ?? .whole)
        case .slug(let slug):
            let last = String(slug.split(separator: "/").last ?? "")
            for kind in [Post.Kind.post, .page, .attachment] {
                guard let post = try tx.posts(kind, slug: last, site: site.id).first else { continue }
                if let link = try tx.links(to: [post.id]).first { return redirect(to: link, part: .whole) }
            }
            return .notFound(suggestions: [])
        case .termNumber(let number, let feed):
            let aliased = try tx.localID(ofAliased: .term, oldNumber: number, site: site.id)
            let known = try tx.term(number: number, site: site.id)
            guard let term = try known ?? aliased.flatMap({ try tx.term(Term.ID($0)) }) else {
                return .notFound(suggestions: [])
            }
            let slugs = try tx.lineage(of: term.id).map(\.slug)
            switch term.taxonomy {
            case .category: return redirect(toCategory: slugs, feed: feed)
            case .tag: return redirect(toTag: term.slug, feed: feed)
            default: return .notFound(suggestions: [])
            }
        case .category(let slugs, let feed):
            // The address names all categories from the outermost, the query the innermost alone.
            guard let term = try tx.term(.category, slug: slugs.last ?? "", site: site.id) else {
                return .notFound(suggestions: [])
            }
            return redirect(toCategory: try tx.lineage(of: term.id).map(\.slug), feed: feed)
        case .tag(let slug, let feed): return redirect(toTag: slug, feed: feed)
        case .authorNumber(let number, let feed):
            let aliased = try tx.localID(ofAliased: .account, oldNumber: number, site: site.id)
            let known = try tx.account(number: number, site: site.id)
            guard let account = try known ?? aliased.flatMap({ try tx.account(Account.ID($0)) }) else {
                return .notFound(suggestions: [])
            }
            return redirect(toAuthor: account.slug, feed: feed)
        case .author(let slug, let feed): return redirect(toAuthor: slug, feed: feed)
        case .date(let year, let month, let day, let feed):
            let list = Address.date(year: year, month: month, day: day, page: 1)
            return .redirect((feed.map { .feed($0, of: .date(year: year, month: month, day: day)) } ?? list).path)
        case .feed(let format): return .redirect(Address.feed(format, of: .site).path)
        case .commentsFeed(let format): return .redirect(Address.commentsFeed(format).path)
        case .home(let page): return .redirect(Address.home(page: page).path)
        case .search(let words, let page, nil):
            return try find(.search(words: words, page: page), site: site, in: tx)
        case .search(let words, _, let format?):
            let isEmpty = SearchQuery(words, limits: searchLimits).isEmpty
            return .redirect(Address.feed(format, of: isEmpty ? .site : .search(words: words)).path)
        case .comment(let number): return try comment(number, site: site, in: tx)
        }
    }

    private func numberedPost(_ number: Int64, site: Site, in tx: any ReadTransaction) throws -> PostLink? {
        if let post = try tx.post(number: number, site: site.id) { return try tx.links(to: [post.id]).first }
        guard let id = try tx.localID(ofAliased: .post, oldNumber: number, site: site.id) else { return nil }
        return try tx.links(to: [Post.ID(id)]).first
    }

    private func redirect(to post: PostLink, part: Address.Part) -> FoundPage {
        .redirect(part == .whole ? post.path : Address.item(path: post.path, part: part).path)
    }

    private func redirect(toCategory slugs: [String], feed: Address.FeedFormat?) -> FoundPage {
        .redirect(
            (feed.map { .feed($0, of: .category(slugs: slugs)) } ?? Address.category(slugs: slugs, page: 1)).path)
    }

    private func redirect(toTag slug: String, feed: Address.FeedFormat?) -> FoundPage {
        .redirect((feed.map { .feed($0, of: .tag(slug: slug)) } ?? Address.tag(slug: slug, page: 1)).path)
    }

    private func redirect(toAuthor slug: String, feed: Address.FeedFormat?) -> FoundPage {
        .redirect((feed.map { .feed($0, of: .author(slug: slug)) } ?? Address.author(slug: slug, page: 1)).path)
    }

    /// The form to answer it, at the address of its post; else to the comment itself, on whichever page it is shown.
    private func comment(_ number: Int64, site: Site, in tx: any ReadTransaction) throws -> FoundPage? {
        if let comment = try tx.comment(number: number, site: site.id), comment.status == .approved,
            comment.kind == .comment, let page = try answer(to: comment, site: site, in: tx)
        {
            return page
        }
        guard let place = try tx.place(ofComment: number, of: site),
            let post = try tx.links(to: [place.post]).first
        else { return nil }
        let page = place.page > 1 ? Address.item(path: post.path, part: .comments(page: place.page)).path : post.path
        return .redirect("\(page)#comment-\(number)")
    }
}
