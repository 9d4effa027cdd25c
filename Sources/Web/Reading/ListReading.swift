import Database
import Model
import Store

/// One page of a list of posts.
struct ListReading: Sendable {
    /// What the list is of.
    enum Subject: Sendable {
        /// The newest posts of all; the page where they begin, when another stands at the root.
        case home(at: PostLink?)
        case term(Term, slugs: [String])
        case author(Account)
        case date(year: Int, month: Int?, day: Int?)
    }

    let subject: Subject
    let page: Store.PostListPage
    /// The posts' pictures, by their attachments.
    let pictures: [Post.ID: Picture]
    /// On the first page of the home, by setting.
    let onThisDay: OnThisDay?

    /// Nil beyond the last page, and for an archive without posts.
    init?(
        _ subject: Subject, page: Int, site: Site, chronicle: Chronicle, now: Instant, in tx: any ReadTransaction
    ) throws {
        let list: PostList =
            switch subject {
            case .home: .home
            case .term(let term, _): .term(term.id)
            case .author(let account): .author(account.id)
            case .date(let year, let month, let day): PostList(year: year, month: month, day: day)
            }
        guard
            let found = try tx.listPage(
                list, site: site.id, page: page, perPage: site.postsPerPage, withContent: list == .home)
        else { return nil }
        if found.posts.isEmpty, case .date = subject { return nil }
        self.subject = subject
        self.page = found
        let featured = found.posts.filter { !$0.isPasswordProtected }.compactMap(\.featuredImage)
        pictures = try tx.pictures(of: featured)
        onThisDay =
            list == .home && page == 1 && chronicle.isOnHome
            ? try OnThisDay(of: chronicle, site: site, now: now, in: tx) : nil
    }

    /// The address of another page of the same list.
    func address(page: Int) -> Address {
        switch subject {
        case .home(let first?) where page == 1: .item(path: first.path, part: .whole)
        case .home: .home(page: page)
        case .term(let term, let slugs):
            term.taxonomy == .tag ? .tag(slug: term.slug, page: page) : .category(slugs: slugs, page: page)
        case .author(let account): .author(slug: account.slug, page: page)
        case .date(let year, let month, let day): .date(year: year, month: month, day: day, page: page)
        }
    }

    /// What the feeds of the same list are of; nil where every page names them.
    var feedSubject: Address.FeedSubject? {
        switch subject {
        case .home: nil
        case .date(let year, let month, let day): .date(year: year, month: month, day: day)
        case .term(let term, let slugs):
            term.taxonomy == .tag ? .tag(slug: term.slug) : .category(slugs: slugs)
        case .author(let account): .author(slug: account.slug)
        }
    }

    var subjects: Set<Model.Subject> {
        let told = onThisDay?.events.map(\.post.id) ?? []
        return Set(
            [.lists, .site]
                + (page.posts.flatMap { [$0.id, $0.featuredImage].compactMap(\.self) } + told).map { .post($0) })
    }
}

extension PostList {
    /// A year, a month of it, or a day of that.
    init(year: Int, month: Int?, day: Int?) {
        switch (month, day) {
        case (nil, _): self = .year(year)
        case (let month?, nil): self = .month(year: year, month: month)
        case (let month?, let day?): self = .day(year: year, month: month, day: day)
        }
    }
}
