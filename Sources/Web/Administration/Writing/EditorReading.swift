import Database
import Model
import Publishing
import Store

/// Everything that the editor shows beside what is written, as one transaction finds it.
struct EditorReading: Sendable {
    let site: Site
    /// Nil for a new one.
    let full: FullPost?
    /// What it tells of, guessed or certain.
    let event: PostEvent?
    let chronicle: Chronicle
    let picture: MediumEntry?
    let autosave: Autosave?
    let isShared: Bool
    let categories: [Term]
    let tags: [CountedTerm]
    let pages: [PostRow]
    let pictures: [MediumEntry]
    let links: [PostLink]
    let sources: [StoredSource]

    /// - Parameter number: nil for a new post.
    /// - Throws: `WritingFault`
    init(_ number: Int64?, by writer: Writer, in tx: any ReadTransaction) throws {
        guard let site = try tx.site() else { throw WritingFault.noSite }
        self.site = site
        full = try number.map { number in
            guard let post = try tx.post(number: number, site: site.id), post.kind == .post || post.kind == .page,
                let full = try tx.fullPost(post.id)
            else { throw WritingFault.noSuchPost(number) }
            guard writer.mayEdit(post) else { throw WritingFault.notAllowed("change this post") }
            return full
        }
        chronicle = try tx.chronicle(site: site.id)
        event = try full.flatMap { try tx.event(of: $0.post.id) }
        picture = try full?.post.featuredImage.flatMap { try tx.post($0) }.flatMap {
            try tx.libraryEntry(number: $0.number, site: site.id)
        }
        autosave = try full.flatMap { full in
            try writer.account.flatMap { try tx.autosave(of: full.post.id, by: $0) }
        }
        isShared = try full.flatMap { try tx.previewLink(to: $0.post.id) } != nil
        categories = try tx.terms(of: .category, site: site.id).map(\.term)
        tags = try tx.terms(of: .tag, site: site.id)
        pages = try tx.rows(PostSelection(kind: .page), site: site.id)
        pictures = try tx.library(MediaSelection(kind: "image/", limit: 60), site: site.id)
        let rows = try tx.rows(PostSelection(statuses: [.published]), site: site.id).prefix(500)
        links = try tx.orderedLinks(to: rows.map(\.id))
        sources = try tx.sources(SourceSelection(limit: 500), site: site.id)
    }
}

extension EditorForm {
    /// What is stored.
    init(_ reading: EditorReading) {
        self.init()
        guard let full = reading.full else { return }
        let post = full.post
        title = post.title
        source = full.body.source
        excerpt = full.body.excerptSource
        slug = post.slug
        standing =
            switch post.status {
            case .published, .scheduled: "published"
            case .private: "private"
            case .pending: "pending"
            case .draft, .trash: "draft"
            }
        date = post.status == .published || post.status == .scheduled ? post.localDate.map(Self.written) ?? "" : ""
        password = post.password ?? ""
        isSticky = post.isSticky
        commentsOpen = post.commentsOpen
        categories = full.terms.filter { $0.taxonomy == .category }.map(\.name)
        tags = full.terms.filter { $0.taxonomy == .tag }.map(\.name).joined(separator: ", ")
        picture = reading.picture.map { String($0.number) } ?? ""
        parent = reading.pages.first { $0.id == post.parent }.map { String($0.number) } ?? ""
        event = EventInput(reading.event)
        version = post.version
        serial = reading.autosave?.serial ?? 0
    }

    private static func written(_ date: LocalDateTime) -> String { String(date.iso8601.prefix(16)) }
}
