import Database
import DatabaseSupport
import Model
import SQLiteDatabase
import Store

/// A new database on a file of its own with one site, and short ways to fill it.
struct StoreFixture {
    let folder: TemporaryFolder
    let database: RecordingDatabase
    let site: Site

    init() async throws {
        folder = try TemporaryFolder()
        database = RecordingDatabase(try SQLiteDatabase(path: folder.path("thaw.sqlite")))
        try await database.migrate(at: Self.now)
        site = try await database.write { tx in
            try tx.insert(Site(id: .unassigned, title: "This Day", origin: "https://thisday.example"))
        }
    }

    static let now = Instant(milliseconds: 1_330_173_000_000)

    static let body = PostBody(
        source: "one\n\ntwo", sourceFormat: .wordpress, excerptSource: "",
        pages: [SafeHTML(stored: "<p>one</p>"), SafeHTML(stored: "<p>two</p>")],
        teaser: SafeHTML(stored: "<p>one</p>"), moreText: "Go on", excerpt: "one two", sanitizerVersion: 1)

    /// A published post `minutes` after noon of the day, at `/slug/`.
    func post(
        _ slug: String, minutes: Int64, kind: Post.Kind = .post, status: Post.Status = .published, number: Int64 = 0,
        author: Account.ID? = nil, parent: Post.ID? = nil, sticky: Bool = false, password: String? = nil
    ) -> Post {
        let at = Self.now.adding(seconds: minutes * 60)
        return Post(
            id: .unassigned, site: site.id, number: number, kind: kind, status: status, title: slug,
            slug: slug, author: author, parent: parent, isSticky: sticky, password: password, publishedAt: at,
            localDate: at.utc, modifiedAt: at, guid: "https://thisday.example/?p=\(slug)")
    }

    func comment(
        _ reference: Int64, under parent: Int64? = nil, minutes: Int64? = nil, kind: Comment.Kind = .comment,
        status: Comment.Status = .approved
    ) -> NewComment {
        let at = Self.now.adding(seconds: (minutes ?? reference) * 60)
        return NewComment(
            reference: reference, parent: parent, number: reference, kind: kind, status: status,
            authorName: "Reader \(reference)", source: "words", html: SafeHTML(stored: "<p>words</p>"),
            sanitizerVersion: 1, createdAt: at, localDate: at.utc)
    }

    /// Inserts a post with its address.
    func insert(_ post: Post) async throws -> Post {
        try await database.write { tx in try Self.insert(post, tx) }
    }

    static func insert(_ post: Post, _ tx: any WriteTransaction) throws -> Post {
        let stored = try tx.insert(post, body: body, origin: .imported, at: now)
        _ = try tx.setCanonicalPath("/\(post.slug)/", of: stored.id, site: post.site)
        return stored
    }

    func term(
        _ slug: String, parent: Term.ID? = nil, taxonomy: Term.Taxonomy = .category, number: Int64 = 0
    ) async throws -> Term {
        let term = Term(
            id: .unassigned, site: site.id, number: number, taxonomy: taxonomy, slug: slug, name: slug,
            parent: parent)
        return try await database.write { try $0.insert(term, at: Self.now) }
    }

    func account(_ login: String, number: Int64 = 0) async throws -> Account {
        let account = Account(
            id: .unassigned, site: site.id, number: number, login: login, slug: login, displayName: login)
        return try await database.write { try $0.insert(account, at: Self.now) }
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (any ReadTransaction) throws -> T) async throws -> T {
        try await database.read(body)
    }
}
