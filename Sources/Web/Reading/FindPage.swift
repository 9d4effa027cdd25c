import Database
import Foundation
import Model
import Publishing
import Search
import Store

/// What an address leads to, with everything that its page shows.
enum FoundPage: Sendable {
    /// No site has been made or imported yet.
    case noSite
    case post(PostReading)
    /// A post that asks for a password first.
    case locked(FullPost)
    /// All who like a post.
    case likers(FullPost, Likes)
    case list(ListReading)
    case search(SearchReading)
    case feed(FeedReading)
    case chronicle(ChronicleReading)
    /// What a calendar program or another one gets of it.
    case calendar(CalendarReading)
    /// What a post cites.
    case sources(SourceFormat, [StoredSource], of: Post.ID)
    /// When each part of it changed last.
    case sitemapIndex(parts: [Instant?])
    case sitemap([SitemapEntry])
    case robots
    /// A path, or an address elsewhere.
    case redirect(String)
    /// To where a file will be once it has moved here, so not for ever.
    case passingRedirect(String)
    /// Nothing, but perhaps one of these was meant.
    case notFound(suggestions: [PostLink])
}

/// Finds what an address leads to, in one transaction.
struct FindPage: Sendable {
    /// The path as it was sent.
    let path: String
    let query: [(name: String, value: String)]
    let chronicle: Chronicle
    let visit: Visit
    let passwords: PostPassword
    let searchLimits: SearchLimits

    func find(site: Site, in tx: any ReadTransaction) throws -> FoundPage {
        if let query = QueryAddress(query), let found = try follow(query, site: site, in: tx) { return found }
        guard let decoded = AddressKey(path)?.text else { return .notFound(suggestions: []) }
        for address in Address.readings(of: decoded, chronicle: chronicle.prefix) {
            if let found = try find(address, site: site, in: tx) { return found }
        }
        if let moved = chronicle.moved(decoded) { return .redirect(moved.path) }
        if let file = try movedFile(site: site, in: tx) { return file }
        return try foldedPath(site: site) ?? guess(decoded, site: site, in: tx)
    }

    /// Nil where the address leads nowhere and another reading may be right.
    func find(_ address: Address, site: Site, in tx: any ReadTransaction) throws -> FoundPage? {
        switch address {
        case .home(let page): return try home(page: page, site: site, in: tx)
        case .item(let path, let part): return try item(path, part, site: site, in: tx)
        case .category(let slugs, let page):
            return try archive(.category, slugs, site: site, in: tx) {
                .term($0, slugs: $1)
            } page: {
                page
            }
        case .tag(let slug, let page):
            return try archive(.tag, [slug], site: site, in: tx) {
                .term($0, slugs: $1)
            } page: {
                page
            }
        case .author(let slug, let page):
            guard let account = try tx.account(slug: slug, site: site.id) else { return nil }
            return try list(.author(account), page: page, site: site, in: tx)
        case .date(let year, let month, let day, let page):
            return try list(.date(year: year, month: month, day: day), page: page, site: site, in: tx)
        case .search(let words, let page):
            if path != "/" { return .redirect(address.path) }
            return try SearchReading(words, page: page, limits: searchLimits, site: site, in: tx).map(FoundPage.search)
                ?? .notFound(suggestions: [])
        case .feed(let format, let subject): return try feed(format, of: subject, site: site, in: tx)
        case .commentsFeed(let format):
            return try canonical(address)
                ?? .feed(FeedReading(commentsOf: site, address: address, format: format, in: tx))
        case .sitemap(nil):
            return try canonical(address)
                ?? .sitemapIndex(parts: tx.sitemapParts(site: site.id, perPart: Self.sitemapPart))
        case .sitemap(let part?):
            guard try part == 1 || (part - 1) * Self.sitemapPart < tx.sitemapCount(site: site.id) else { return nil }
            return .sitemap(try tx.sitemap(site: site.id, part: part, perPart: Self.sitemapPart))
        case .robots: return .robots
        case .chronicle(let place): return try told(at: place, site: site, in: tx)
        case .asset: return nil
        }
    }

    private static let sitemapPart = 2_000
    /// More than that are counted, not shown.
    private static let likers = 1_000

    /// A redirect where the address was spelled otherwise than it is linked.
    private func canonical(_ address: Address) -> FoundPage? {
        path == address.path ? nil : .redirect(address.path)
    }

    // MARK: Lists

    private func home(page: Int, site: Site, in tx: any ReadTransaction) throws -> FoundPage? {
        if page == 1, let front = site.frontPage, let full = try tx.fullPost(front), full.post.status == .published {
            return try post(full, .whole, site: site, in: tx)
        }
        let first = try site.frontPage.flatMap { _ in try site.postsPage.flatMap { try tx.links(to: [$0]).first } }
        return try list(.home(at: first), page: page, site: site, in: tx)
    }

    private func list(
        _ subject: ListReading.Subject, page: Int, site: Site, in tx: any ReadTransaction
    ) throws -> FoundPage? {
        guard
            let reading = try ListReading(
                subject, page: page, site: site, chronicle: chronicle, now: visit.now, in: tx)
        else { return nil }
        return canonical(reading.address(page: page)) ?? .list(reading)
    }

    private func term(
        _ taxonomy: Term.Taxonomy, _ slugs: [String], site: Site, in tx: any ReadTransaction
    ) throws -> (term: Term, slugs: [String])? {
        guard let slug = slugs.last,
            let term = try tx.term(taxonomy, slug: slug, site: site.id)
                ?? tx.term(taxonomy, formerSlug: slug, site: site.id)
        else { return nil }
        return (term, try tx.lineage(of: term.id).map(\.slug))
    }

    private func archive(
        _ taxonomy: Term.Taxonomy, _ slugs: [String], site: Site, in tx: any ReadTransaction,
        subject: (Term, [String]) -> ListReading.Subject, page: () -> Int
    ) throws -> FoundPage? {
        guard let found = try term(taxonomy, slugs, site: site, in: tx) else { return nil }
        return try list(subject(found.term, found.slugs), page: page(), site: site, in: tx)
    }

    // MARK: The chronicle

    private func told(
        at address: ChronicleAddress, site: Site, in tx: any ReadTransaction
    ) throws -> FoundPage? {
        if let other = canonical(.chronicle(address)) { return other }
        switch address.form {
        case .page:
            return try ChronicleReading(address, of: chronicle, site: site, now: visit.now, in: tx)
                .map(FoundPage.chronicle)
        case .calendar, .json:
            return try CalendarReading(address, of: chronicle, site: site, now: visit.now, in: tx)
                .map(FoundPage.calendar)
        case .feed(let format):
            return try FeedReading(
                address, format: format, of: chronicle, site: site, now: visit.now, in: tx
            ).map(FoundPage.feed)
        }
    }

    // MARK: Posts

    /// The page of the post at this path, with the form as an answer; nil where there is none to give.
    func answer(to comment: Comment, site: Site, in tx: any ReadTransaction) throws -> FoundPage? {
        guard let key = AddressKey(path), case .post(let id, _) = try tx.destination(of: key, site: site.id),
            id == comment.post, let full = try tx.fullPost(id), full.post.status == .published,
            try tx.discussion(site: site.id).isOpen(full.post, at: visit.now)
        else { return nil }
        return try post(full, .whole, answering: comment, site: site, in: tx)
    }

    private func item(
        _ itemPath: String, _ part: Address.Part, site: Site, in tx: any ReadTransaction
    ) throws -> FoundPage? {
        switch try tx.destination(of: AddressKey(normalized: itemPath), site: site.id) {
        case nil: return nil
        case .redirect(let target):
            // What was behind the former address is behind the new one too.
            return .redirect(part == .whole ? target : Address.item(path: target, part: part).path)
        case .post(let id, let spelled):
            guard let full = try tx.fullPost(id), full.post.status == .published, full.post.kind.isPublic else {
                return nil
            }
            guard path == spelled || part != .whole else { return .redirect(spelled) }
            if id == site.postsPage, site.frontPage != nil {
                if case .page(let page) = part { return .redirect(page > 1 ? Address.home(page: page).path : spelled) }
                if part == .whole {
                    return try list(
                        .home(at: PostLink(id: id, title: full.post.title, path: spelled)), page: 1, site: site, in: tx)
                }
            }
            return try post(full, part, site: site, in: tx)
        }
    }

    /// - Parameter answered: the response to which the form is an answer.
    private func post(
        _ full: FullPost, _ part: Address.Part, answering answered: Comment? = nil, site: Site,
        in tx: any ReadTransaction
    ) throws -> FoundPage? {
        if part != .whole, let other = canonical(.item(path: full.path, part: part)) { return other }
        if let password = full.post.password, !isUnlocked(password) {
            switch part {
            case .feed, .sources: return nil
            default: return .locked(full)
            }
        }
        var number = 1
        var commentPage = 1
        switch part {
        case .whole: break
        case .page(let page):
            // A part that is not there leads to the post, as it does in WordPress.
            guard page > 1, page <= full.body.pages.count else { return .redirect(full.path) }
            number = page
        case .comments(let page):
            if page == 1 { return .redirect(full.path) }
            commentPage = page
        case .replies: return .redirect(full.path + "#comments")
        case .likes:
            let likes = try tx.likes(of: full.post.id, newest: Self.likers)
            return likes.people.isEmpty ? .redirect(full.path + "#likes") : .likers(full, likes)
        case .reply(let number): return .redirect("\(full.path)#comment-\(number)")
        case .sources(let format):
            let sources = try tx.sources(citedBy: full.body.cited, site: site.id)
            return sources.isEmpty ? nil : .sources(format, sources, of: full.post.id)
        case .feed(let format):
            return .feed(
                try FeedReading(
                    commentsOf: full.post, path: full.path, address: .item(path: full.path, part: part), format: format,
                    site: site, in: tx))
        }
        let reading = try PostReading(
            full, part: number, commentPage: commentPage, site: site, chronicle: chronicle, visit: visit,
            answering: answered, in: tx)
        return reading.map(FoundPage.post) ?? .redirect(full.path)
    }

    /// Whether the reader has given it.
    private func isUnlocked(_ password: String) -> Bool {
        visit.reader.passwordToken.map { passwords.isValid(token: $0, for: password) } ?? false
    }

    /// A file that has not moved here yet leads to the page that tells of it.
    private func movedFile(site: Site, in tx: any ReadTransaction) throws -> FoundPage? {
        guard path.hasPrefix("/wp-content/uploads/"), let decoded = path.dropFirst().removingPercentEncoding,
            let medium = try tx.medium(path: decoded, site: site.id),
            let page = try tx.links(to: [medium.post]).first
        else { return nil }
        return .passingRedirect(page.path)
    }

    /// A blog that lived in a folder (`https://example.org/blog`) had it before each path.
    private func foldedPath(site: Site) throws -> FoundPage? {
        guard let scheme = site.origin.firstRange(of: "://") else { return nil }
        let folder = site.origin[scheme.upperBound...].drop { $0 != "/" }
        guard folder.count > 1, path == folder || path.hasPrefix(folder + "/") else { return nil }
        let rest = path.dropFirst(folder.count)
        return .redirect(rest.isEmpty ? "/" : String(rest))
    }

    // MARK: Feeds

    private func feed(
        _ format: Address.FeedFormat, of subject: Address.FeedSubject, site: Site, in tx: any ReadTransaction
    ) throws -> FoundPage? {
        let list: PostList
        let name: FeedReading.Subject
        let page: Address
        let address: Address
        switch subject {
        case .site:
            (list, name, page) = (.home, .site, .home(page: 1))
            address = .feed(format, of: .site)
        case .category(let slugs):
            guard let found = try term(.category, slugs, site: site, in: tx) else { return nil }
            (list, name) = (.term(found.term.id), .list(found.term.name))
            page = .category(slugs: found.slugs, page: 1)
            address = .feed(format, of: .category(slugs: found.slugs))
        case .tag(let slug):
            guard let found = try term(.tag, [slug], site: site, in: tx) else { return nil }
            (list, name, page) = (.term(found.term.id), .list(found.term.name), .tag(slug: found.term.slug, page: 1))
            address = .feed(format, of: .tag(slug: found.term.slug))
        case .author(let slug):
            guard let account = try tx.account(slug: slug, site: site.id) else { return nil }
            (list, name, page) = (.author(account.id), .list(account.displayName), .author(slug: account.slug, page: 1))
            address = .feed(format, of: .author(slug: account.slug))
        case .date(let year, let month, let day):
            list = PostList(year: year, month: month, day: day)
            // As the archive itself, one without posts is not there.
            guard try tx.count(of: list, site: site.id) > 0 else { return nil }
            (name, page) = (
                .date(year: year, month: month, day: day), .date(year: year, month: month, day: day, page: 1)
            )
            address = .feed(format, of: subject)
        case .search(let words):
            if let other = canonical(.feed(format, of: subject)) { return other }
            return .feed(
                try FeedReading(
                    searchFor: words, limits: searchLimits, format: format, site: site, in: tx))
        }
        if let other = canonical(address) { return other }
        return .feed(
            try FeedReading(
                list, called: name, page: page.path, address: address, format: format, site: site, in: tx))
    }
}
