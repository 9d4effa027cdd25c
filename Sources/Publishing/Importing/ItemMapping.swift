import Exchange
import Markup
import Model
import Store

/// An item of the export as it is to be stored, rendered, but without the ids that only the database gives.
struct MappedItem: Sendable {
    let record: ItemRecord
    var post: Post
    var body: PostBody
    var meta: [MetaEntry]
    /// Taxonomy and slug of each term, in the item's order.
    var terms: [ItemTerm]
    var medium: Medium?
    /// What it tells of, as the export or its title says.
    var event: PostEvent?
    /// As it is written in a link; nil for what readers do not reach.
    var path: String?
    var aliases: [String]
    /// The number in the guid where it is not the item's own: items keep their guid when they move between blogs.
    var formerNumber: Int64?
    var comments: [MappedComment]
    /// Of the item as it stood in the export, without its comments.
    var digest: String
    var notes: [String] = []
    /// The rendering was refused; what is stored shows the words alone.
    var renderingFault: String?
    var dropped: [String: Int] = [:]
    var unknownShortcodes: [String: Int] = [:]

    var key: String { record.id.map(String.init) ?? "item:\(digest)" }
}

/// Turns records into what is stored; all that it knows was gathered by the survey.
struct ItemMapping: Sendable {
    let survey: ImportSurvey
    let site: Site
    let address: OldAddress
    let comments: CommentMapping
    let now: Instant
    let context: RenderingContext
    /// Accounts by login.
    let authors: [String: Account.ID]
    let titles: TitleText
    /// Old dates without a GMT counterpart are taken to be this far from it.
    let usualOffset: Int64

    /// The custom field that keeps the title as the writer left it, where what is shown differs.
    static let titleSourceKey = "_thaw_title_source"

    func map(_ item: ItemRecord) -> MappedItem {
        let kind = Post.Kind(rawValue: item.type.isEmpty ? "post" : item.type)
        var notes: [String] = []
        let dates = dates(of: item, notes: &notes)
        let status = status(of: item, publishedAt: dates.instant, notes: &notes)
        let slug = slug(of: item)
        let title = titles.text(of: item.title)
        let format = item.terms.first { $0.taxonomy == "post_format" }
            .flatMap { Post.Format(rawValue: $0.slug.replacing("post-format-", with: "")) }
        let rendering = Rendering(
            item.content, excerpt: item.excerpt, kind: kind, context: context(for: item))
        let post = Post(
            id: Post.ID(0), site: site.id, number: item.id ?? 0, kind: kind, status: status, title: title, slug: slug,
            author: authors[item.creator], menuOrder: item.menuOrder, format: format ?? .standard,
            isSticky: item.isSticky, password: item.password.isEmpty ? nil : item.password,
            commentsOpen: item.commentStatus == "open", pingsOpen: item.pingStatus == "open",
            publishedAt: dates.instant, localDate: dates.local,
            modifiedAt: item.modifiedGMT.local?.asUTC ?? dates.instant ?? now, guid: item.guid)
        var mapped = MappedItem(
            record: item, post: post, body: rendering.body, meta: meta(of: item, title: title),
            terms: item.terms.filter { $0.taxonomy != "post_format" && !$0.name.isEmpty }.map(withSlug),
            medium: kind == .attachment ? medium(of: item) : nil, path: nil, aliases: [], comments: [],
            digest: ImportDigest.of(item))
        mapped.notes = notes
        mapped.comments = comments.map(item.comments)
        mapped.renderingFault = rendering.fault
        mapped.dropped = rendering.dropped
        mapped.unknownShortcodes = rendering.unknownShortcodes
        if kind == .post {
            mapped.event =
                CarriedEvent.event(in: mapped.meta)
                ?? EventGuess(title: title, beginning: rendering.body.excerpt, published: dates.local)?.event
        }
        if kind.isPublic, status == .published || status == .private {
            let path = path(of: item, post: post)
            mapped.path = path
            mapped.aliases = aliases(of: item, path: path)
            mapped.formerNumber = address.number(of: item.guid).flatMap { $0 == item.id ? nil : $0 }
        }
        return mapped
    }

    // MARK: Dates and state

    private func dates(of item: ItemRecord, notes: inout [String]) -> (instant: Instant?, local: LocalDateTime?) {
        let local = item.date.local
        let instant = item.dateGMT.local?.asUTC ?? local.map { $0.asUTC.adding(seconds: -usualOffset) }
        let isDated =
            item.status == "publish" || item.status == "inherit" || item.status == "future"
            || item.status == "private"
        // A draft or a trashed post with a moment of its own was given it, or was public before.
        guard isDated else { return (item.dateGMT.local?.asUTC, local) }
        guard let instant else {
            notes.append("it carries no date, so it is dated by this import")
            return (now, now.adding(seconds: usualOffset).utc)
        }
        return (instant, local ?? instant.adding(seconds: usualOffset).utc)
    }

    private func status(of item: ItemRecord, publishedAt: Instant?, notes: inout [String]) -> Post.Status {
        switch item.status {
        case "publish": return .published
        case "inherit": return survey.hidden.contains(item.parent) ? .private : .published
        case "future":
            guard let publishedAt, publishedAt > now else {
                notes.append("it was scheduled for a time that has passed, so it is a draft now")
                return .draft
            }
            return .scheduled
        case "draft", "auto-draft", "": return .draft
        case "pending": return .pending
        case "private": return .private
        case "trash": return .trash
        default:
            notes.append("its status “\(item.status)” is not known here, so it is a draft now")
            return .draft
        }
    }

    // MARK: Addresses

    private func slug(of item: ItemRecord) -> String {
        let slug = Slug.decoded(item.slug)
        if !slug.isEmpty { return slug.hasSuffix("__trashed") ? String(slug.dropLast(9)) : slug }
        let made = Slug.make(from: item.title)
        return made.isEmpty ? String(item.id ?? 0) : made
    }

    /// The item's own link, if it tells a path; else what the site's structure makes of it.
    private func path(of item: ItemRecord, post: Post) -> String {
        if let path = address.path(of: item.link), path != "/" || survey.frontPage == item.id { return path }
        switch post.kind {
        case .post:
            let category = item.terms.first { $0.taxonomy == "category" }.map { withSlug($0).slug } ?? ""
            return site.permalinks.path(
                for: .init(
                    date: post.localDate ?? now.utc, slug: post.slug.percentEncodedSegment, number: post.number,
                    categoryPath: survey.categoryPath(category).split(separator: "/")
                        .map { String($0).percentEncodedSegment }.joined(separator: "/"),
                    author: item.creator.percentEncodedSegment))
        default:
            var slugs = [post.slug]
            var parent = item.parent
            while let page = survey.pages[parent], slugs.count < 32 {
                slugs.insert(page.slug, at: 0)
                parent = page.parent
            }
            return "/" + slugs.map { $0.percentEncodedSegment + "/" }.joined()
        }
    }

    /// Former slugs, and what the guid names if that is a path of this blog.
    private func aliases(of item: ItemRecord, path: String) -> [String] {
        var aliases = item.meta.filter { $0.key == "_wp_old_slug" && !$0.value.isEmpty }.compactMap { entry in
            replacingLastSegment(of: path, by: entry.value)
        }
        if item.type != "attachment", let guid = address.path(of: item.guid), guid != "/" { aliases.append(guid) }
        return aliases.filter { $0 != path }
    }

    private func replacingLastSegment(of path: String, by slug: String) -> String? {
        var segments = path.split(separator: "/").map(String.init)
        guard !segments.isEmpty else { return nil }
        segments[segments.count - 1] = slug
        return "/" + segments.joined(separator: "/") + (path.hasSuffix("/") ? "/" : "")
    }

    // MARK: What belongs to it

    private func withSlug(_ term: ItemTerm) -> ItemTerm {
        ItemTerm(
            taxonomy: term.taxonomy, slug: term.slug.isEmpty ? Slug.make(from: term.name) : Slug.decoded(term.slug),
            name: term.name)
    }

    private func meta(of item: ItemRecord, title: String) -> [MetaEntry] {
        var meta = item.meta.map { MetaEntry(key: $0.key, value: $0.value) }
        if !meta.contains(where: { $0.key == "enclosure" }) {
            meta += item.enclosures.map { MetaEntry(key: "enclosure", value: $0.metaValue) }
        }
        if title != item.title { meta.append(MetaEntry(key: Self.titleSourceKey, value: item.title)) }
        return meta
    }

    private func medium(of item: ItemRecord) -> Medium {
        let facts = AttachmentFacts(item)
        let url = item.attachmentURL.isEmpty ? item.guid : item.attachmentURL
        let path = MediumPath.path(of: url, attachedFile: item.meta("_wp_attached_file"))
        return Medium(
            post: Post.ID(0), sourceURL: url, path: path, mimeType: facts.mimeType,
            alternativeText: item.meta("_wp_attachment_image_alt") ?? "", width: facts.width, height: facts.height)
    }

    private func context(for item: ItemRecord) -> RenderingContext {
        var context = context
        context.postNumber = item.id ?? 0
        context.attachments = (survey.children[item.id ?? 0] ?? []).compactMap { survey.attachments[$0] }
        return context
    }
}
