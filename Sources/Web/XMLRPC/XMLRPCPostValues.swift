import Exchange
import Model
import Publishing
import Store

// How posts look to programs of WordPress, and what they send of them.

extension Post.Status {
    /// As WordPress calls it.
    var wordPressName: String {
        switch self {
        case .published: "publish"
        case .scheduled: "future"
        default: rawValue
        }
    }

    init?(wordPress name: String) {
        switch name {
        case "publish": self = .published
        case "future": self = .scheduled
        default: self.init(rawValue: name)
        }
    }
}

extension PostResource {
    private var post: Post { full.post }

    private var date: XMLRPCValue { post.localDate.map { .date($0) } ?? .date(post.modifiedAt.utc) }

    private var dateInUTC: XMLRPCValue { .date((post.publishedAt ?? post.modifiedAt).utc) }

    private func link(_ request: XMLRPCRequest) -> XMLRPCValue {
        .string(request.services.location.absolute(full.path.isEmpty ? "/?p=\(post.number)" : full.path))
    }

    private func local(_ request: XMLRPCRequest, _ site: Site) -> XMLRPCValue {
        .date(SiteClock(of: site).reading(at: post.modifiedAt))
    }

    /// As `wp.getPost` gives it.
    func wordPress(_ request: XMLRPCRequest, _ site: Site, terms: [Term], picture: XMLRPCValue) -> XMLRPCValue {
        [
            "post_id": .string(String(post.number)), "post_title": .string(post.title), "post_date": date,
            "post_date_gmt": dateInUTC, "post_modified": local(request, site),
            "post_modified_gmt": .date(post.modifiedAt.utc), "post_status": .string(post.status.wordPressName),
            "post_type": .string(post.kind.rawValue), "post_name": .string(post.slug),
            "post_author": .string(author.map(String.init) ?? "0"), "post_password": .string(post.password ?? ""),
            "post_excerpt": .string(full.body.excerptSource), "post_content": .string(full.body.source),
            "post_parent": .string(parent.map(String.init) ?? "0"), "post_mime_type": "", "link": link(request),
            "guid": .string(post.guid), "menu_order": .int(Int64(post.menuOrder)),
            "comment_status": .string(post.commentsOpen ? "open" : "closed"), "ping_status": "closed",
            "sticky": .bool(post.isSticky), "post_format": .string(post.format.rawValue),
            "post_thumbnail": picture, "custom_fields": [],
            "terms": .array(terms.map { XMLRPCTerms.value($0, among: terms, count: 0) }),
        ]
    }

    /// As `metaWeblog.getPost` gives it.
    func metaWeblog(_ request: XMLRPCRequest, _ site: Site) -> XMLRPCValue {
        let number = String(post.number)
        let isOpen: XMLRPCValue = post.commentsOpen ? 1 : 0
        return [
            "postid": .string(number), "title": .string(post.title), "description": .string(full.body.source),
            "link": link(request), "permaLink": link(request),
            "categories": .array(names(.category).map { .string($0) }), "dateCreated": date,
            "date_created_gmt": dateInUTC, "date_modified": local(request, site),
            "date_modified_gmt": .date(post.modifiedAt.utc), "mt_excerpt": .string(full.body.excerptSource),
            "mt_text_more": "", "wp_more_text": "", "mt_allow_comments": isOpen, "mt_allow_pings": 0,
            "mt_keywords": .string(names(.tag).joined(separator: ", ")), "wp_slug": .string(post.slug),
            "wp_password": .string(post.password ?? ""), "wp_author_id": .string(author.map(String.init) ?? "0"),
            "wp_author_display_name": .string(full.author?.displayName ?? ""),
            "userid": .string(author.map(String.init) ?? "0"), "post_status": .string(post.status.wordPressName),
            "custom_fields": [], "wp_post_format": .string(post.format.rawValue), "sticky": .bool(post.isSticky),
            "wp_post_thumbnail": .string(picture.map(String.init) ?? ""),
        ]
    }

    /// As `wp.getPage` gives it.
    func page(_ request: XMLRPCRequest, _ site: Site) -> XMLRPCValue {
        guard var members = metaWeblog(request, site).members else { return .null }
        members["page_id"] = .string(String(post.number))
        members["page_status"] = .string(post.status.wordPressName)
        members["wp_page_parent_id"] = .string(parent.map(String.init) ?? "0")
        members["wp_page_order"] = .int(Int64(post.menuOrder))
        members["excerpt"] = .string(full.body.excerptSource)
        members["text_more"] = ""
        return .dictionary(members)
    }
}

extension PostDraft {
    /// What a program of WordPress sends, over what the post is. `terms` are by number.
    func changed(byWordPress content: XMLRPCValue, terms all: [Term], clock: SiteClock) -> PostDraft {
        var draft = self
        draft.title = content["post_title"]?.text ?? title
        draft.source = content["post_content"]?.text ?? source
        draft.excerpt = content["post_excerpt"]?.text ?? excerpt
        draft.slug = content["post_name"]?.text ?? slug
        if let password = content["post_password"]?.text { draft.password = password.isEmpty ? nil : password }
        draft.isSticky = content["sticky"]?.truth ?? isSticky
        if let status = content["comment_status"]?.text { draft.commentsOpen = status == "open" }
        if let parent = content["post_parent"]?.integer { draft.parent = parent > 0 ? parent : nil }
        if let picture = content["post_thumbnail"]?.integer { draft.featuredPicture = picture > 0 ? picture : nil }
        func names(_ taxonomy: Term.Taxonomy) -> [String]? {
            let given = content["terms"]?[taxonomy.rawValue]?.elements
            let named = content["terms_names"]?[taxonomy.rawValue]?.elements
            if given == nil, named == nil { return nil }
            let numbers = given?.compactMap(\.integer) ?? []
            return all.filter { $0.taxonomy == taxonomy && numbers.contains($0.number) }.map(\.name)
                + (named?.compactMap(\.text) ?? [])
        }
        draft.categories = names(.category) ?? categories
        draft.tags = names(.tag) ?? tags
        draft.setStanding(
            content["post_status"]?.text,
            date: content["post_date_gmt"]?.date.map { clock.reading(at: $0.asUTC) } ?? content["post_date"]?.date)
        return draft
    }

    /// What a program of MetaWeblog sends.
    func changed(byMetaWeblog content: XMLRPCValue, publishes: Bool, clock: SiteClock) -> PostDraft {
        var draft = self
        draft.title = content["title"]?.text ?? title
        if let description = content["description"]?.text {
            let more = content["mt_text_more"]?.text ?? ""
            draft.source = more.isEmpty ? description : "\(description)\n<!--more-->\n\(more)"
        }
        draft.excerpt = content["mt_excerpt"]?.text ?? excerpt
        draft.slug = content["wp_slug"]?.text ?? slug
        if let password = content["wp_password"]?.text { draft.password = password.isEmpty ? nil : password }
        draft.isSticky = content["sticky"]?.truth ?? isSticky
        if let comments = content["mt_allow_comments"] {
            draft.commentsOpen = comments.text.map { $0 == "1" || $0 == "open" } ?? commentsOpen
        }
        draft.categories = content["categories"]?.elements?.compactMap(\.text) ?? categories
        if let tags = content["mt_keywords"] {
            draft.tags =
                tags.elements?.compactMap(\.text)
                ?? tags.text?.split(separator: ",").map { String($0.trimmingPrefix(while: \.isWhitespace)) }
                ?? self.tags
        }
        if let picture = content["wp_post_thumbnail"]?.integer { draft.featuredPicture = picture > 0 ? picture : nil }
        if let parent = content["wp_page_parent_id"]?.integer { draft.parent = parent > 0 ? parent : nil }
        let status = content["post_status"]?.text ?? content["page_status"]?.text
        draft.setStanding(
            publishes ? status ?? "publish" : status == "publish" ? "draft" : status ?? "draft",
            date: content["date_created_gmt"]?.date.map { clock.reading(at: $0.asUTC) } ?? content["dateCreated"]?.date)
        return draft
    }

    /// - Parameter status: WordPress's name; nil leaves it.
    private mutating func setStanding(_ status: String?, date: LocalDateTime?) {
        var known = date
        if known == nil, case .published(let former) = standing { known = former }
        switch status {
        case "publish", "future": standing = .published(at: known)
        case "private": standing = .private
        case "pending": standing = .pending
        case nil: if case .published = standing { standing = .published(at: known) }
        default: standing = .draft
        }
    }
}
