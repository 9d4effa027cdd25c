import Database
import Exchange
import Model
import Store

extension ReadTransaction {
    /// What stands before the items of an export: the blog, its authors, its terms with parents before children.
    func headRecords(_ source: ExportSource, at now: Instant) throws -> [ExportRecord] {
        var blog = BlogRecord(at: .none)
        blog.version = "1.2"
        blog.title = source.markup(ofText: source.site.title)
        blog.link = source.base
        blog.description = source.markup(ofText: source.site.tagline)
        blog.pubDate = now.rfc822
        blog.language = source.site.language
        blog.baseSiteURL = source.base
        blog.baseBlogURL = source.base
        blog.generator = "Thaw"
        blog.settings = try settings(source.site)
        let authors = source.accounts.map { account in
            var author = AuthorRecord(at: .none)
            author.id = account.number
            author.login = account.login
            author.email = account.email
            author.displayName = source.markup(ofText: account.displayName)
            author.firstName = account.firstName
            author.lastName = account.lastName
            return ExportRecord.author(author)
        }
        return try [.blog(blog)] + authors + termRecords(source)
    }

    private func settings(_ site: Site) throws -> [MetaRecord] {
        var settings = [
            MetaRecord(key: "time-zone", value: site.timeZone),
            MetaRecord(key: "permalinks", value: site.permalinks.rawValue),
            MetaRecord(key: "origin", value: site.origin),
            MetaRecord(key: "posts-per-page", value: String(site.postsPerPage)),
            MetaRecord(key: "comments-per-page", value: String(site.commentsPerPage)),
            MetaRecord(key: "feed-items", value: String(site.feedItems)),
        ]
        for (key, page) in [("front-page", site.frontPage), ("posts-page", site.postsPage)] {
            guard let post = try page.flatMap({ try post($0) }) else { continue }
            settings.append(MetaRecord(key: key, value: String(post.number)))
        }
        return settings
    }

    private func termRecords(_ source: ExportSource) throws -> [ExportRecord] {
        let terms = try terms(site: source.site.id)
        let byID = Dictionary(uniqueKeysWithValues: terms.map { ($0.id, $0) })
        var written: Set<Term.ID> = []
        var records: [ExportRecord] = []
        // WordPress's importer wants categories first, then tags, then the rest.
        let ordered = Term.Taxonomy.inExportOrder.map { taxonomy in terms.filter { $0.taxonomy == taxonomy } }
        let rest = terms.filter { !Term.Taxonomy.inExportOrder.contains($0.taxonomy) }
        for term in ordered.joined() + rest {
            var lineage: [Term] = []
            var next: Term? = term
            while let current = next, written.insert(current.id).inserted {
                lineage.append(current)
                next = current.parent.flatMap { byID[$0] }
            }
            for term in lineage.reversed() {
                var record = TermRecord(at: .none)
                record.taxonomy = term.taxonomy.rawValue
                record.id = term.number
                record.slug = term.slug.percentEncodedSegment
                record.parentSlug = term.parent.flatMap { byID[$0] }?.slug.percentEncodedSegment ?? ""
                record.name = source.markup(ofText: term.name)
                record.description = term.description
                record.meta = [MetaRecord](try meta(of: term.id))
                records.append(.term(record))
            }
        }
        return records
    }
}

extension Term.Taxonomy {
    fileprivate static let inExportOrder: [Term.Taxonomy] = [.category, .tag]
}
