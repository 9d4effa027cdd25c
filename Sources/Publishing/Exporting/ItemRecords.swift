import Database
import Exchange
import Model
import Store

extension ReadTransaction {
    /// A post with all that belongs to it, as WordPress would export it.
    func itemRecord(_ post: Post, _ source: ExportSource) throws -> ItemRecord {
        let body = try body(of: post.id)
        let parent = try post.parent.flatMap { try self.post($0) }
        let meta = try meta(of: post.id)
        var item = ItemRecord(at: .none)
        item.id = post.number
        item.title = source.title(of: post, source: meta.first { $0.key == ItemMapping.titleSourceKey }?.value)
        item.link = post.link(source, path: try canonicalPath(of: post.id))
        item.pubDate = post.publishedAt?.rfc822 ?? ""
        item.creator = source.account(post.author)?.login ?? ""
        item.guid = post.guid
        item.guidIsPermaLink = false
        item.content = body?.exportedSource ?? ""
        item.excerpt = body?.excerptSource ?? ""
        item.date = post.localDate.exported
        item.dateGMT = (post.publishedAt?.utc).exported
        item.modified = LocalDateTime?(source.local(post.modifiedAt)).exported
        item.modifiedGMT = LocalDateTime?(post.modifiedAt.utc).exported
        item.commentStatus = post.commentsOpen ? "open" : "closed"
        item.pingStatus = post.pingsOpen ? "open" : "closed"
        item.slug = post.slug.percentEncodedSegment
        item.status = post.exportedStatus(under: parent)
        item.parent = parent?.number ?? 0
        item.menuOrder = post.menuOrder
        item.type = post.kind.rawValue
        item.password = post.password ?? ""
        item.isSticky = post.isSticky
        item.attachmentURL = try medium(of: post.id)?.sourceURL ?? ""
        item.terms = try itemTerms(of: post, source)
        item.meta = [MetaRecord](try withFeaturedImage(meta, of: post))
        item.meta += [MetaRecord](try event(of: post.id).map(CarriedEvent.entries) ?? [])
        item.meta += [MetaRecord](try carriedSources(citedBy: body, site: post.site).map { [$0] } ?? [])
        item.meta += [MetaRecord](try carriedLikes(of: post.id).map { [$0] } ?? [])
        let readers = try carriedReaders(ofCommentsOn: post.id)
        item.comments = try storedComments(of: post.id).map { comment in
            var record = comment.record(source)
            record.meta += [MetaRecord](readers[comment.number] ?? [])
            return record
        }
        item.addresses = try addresses(of: post.id)
        item.html = body?.storedPages ?? ""
        return item
    }

    private func itemTerms(of post: Post, _ source: ExportSource) throws -> [ItemTerm] {
        var terms = try terms(of: [post.id])[post.id, default: []].map { term in
            ItemTerm(
                taxonomy: term.taxonomy.rawValue, slug: term.slug.percentEncodedSegment,
                name: source.markup(ofText: term.name))
        }
        if post.format != .standard {
            let name = post.format.rawValue
            terms.append(
                ItemTerm(
                    taxonomy: "post_format", slug: "post-format-\(name)",
                    name: name.prefix(1).uppercased() + name.dropFirst()))
        }
        return terms
    }

    /// The custom fields, with the featured image by the number that it has here.
    private func withFeaturedImage(_ meta: [MetaEntry], of post: Post) throws -> [MetaEntry] {
        var meta = meta.filter { $0.key != ItemMapping.titleSourceKey }
        guard let image = try post.featuredImage.flatMap({ try self.post($0) }) else { return meta }
        let entry = MetaEntry(key: "_thumbnail_id", value: String(image.number))
        if let index = meta.firstIndex(where: { $0.key == entry.key }) {
            meta[index] = entry
        } else {
            meta.append(entry)
        }
        return meta
    }
}

extension Post {
    /// The front page stands at the root, as in WordPress; what readers do not reach has its number for an address.
    fileprivate func link(_ source: ExportSource, path: String?) -> String {
        if id == source.site.frontPage { return source.base + "/" }
        return source.base + (path ?? "/?\(kind == .page ? "page_id" : "p")=\(number)")
    }

    /// WordPress's word for the state. Attachments share that of what they belong to.
    fileprivate func exportedStatus(under parent: Post?) -> String {
        switch status {
        case .published: kind == .attachment ? "inherit" : "publish"
        case .private:
            kind == .attachment && parent.map { $0.status != .published } == true ? "inherit" : "private"
        case .scheduled: "future"
        case .draft: "draft"
        case .pending: "pending"
        case .trash: "trash"
        }
    }
}

extension NewComment {
    fileprivate func record(_ source: ExportSource) -> CommentRecord {
        var record = CommentRecord(at: .none)
        record.id = number
        record.author = source.markup(ofText: authorName)
        record.authorEmail = authorEmail
        record.authorURL = authorURL
        record.authorIP = authorIP
        record.date = LocalDateTime?(localDate).exported
        record.dateGMT = LocalDateTime?(createdAt.utc).exported
        record.content = self.source
        record.approved = status.exported
        record.type = kind.rawValue
        record.parent = parent ?? 0
        record.userID = source.account(account)?.number ?? 0
        record.meta = [MetaRecord](meta)
        return record
    }
}

extension Comment.Status {
    fileprivate var exported: String {
        switch self {
        case .approved: "1"
        case .held: "0"
        case .spam: "spam"
        case .trash: "trash"
        case .postTrashed: "post-trashed"
        }
    }
}

extension PostBody {
    /// WordPress takes HTML alone, so Markdown goes as what was made of it.
    fileprivate var exportedSource: String {
        switch sourceFormat {
        case .wordpress: source
        case .markdown: pages.map(\.markup).joined(separator: "\n<!--nextpage-->\n")
        }
    }
}
