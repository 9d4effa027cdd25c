package import Database
package import Model

/// Whether a post was written here or came with an import.
package enum PostOrigin: String, Sendable, SQLValue {
    case here, imported
}

extension WriteTransaction {
    /// Adds a post under `post.number`, or under a new one when that is 0 or taken. Gives it back with its id and
    /// number; its `commentCount` is 0 until comments are inserted.
    package func insert(_ post: Post, body: PostBody, origin: PostOrigin, at now: Instant) throws -> Post {
        let (id, number): (Post.ID, Int64) = try insertNumbered(.post, wanted: post.number, site: post.site) { number in
            try first(
                """
                INSERT INTO post (site_id, number, kind, status, title, slug, author_id, parent_id, menu_order, format,
                    sticky, password, comments_open, pings_open, published_at, local_date, modified_at, guid,
                    featured_image_id, origin)
                VALUES (\(post.site), \(number), \(post.kind), \(post.status), \(post.title), \(post.slug),
                    \(post.author), \(post.parent), \(post.menuOrder), \(post.format), \(post.isSticky),
                    \(post.password), \(post.commentsOpen), \(post.pingsOpen), \(post.publishedAt),
                    \(post.localDate), \(post.modifiedAt), \(post.guid), \(post.featuredImage), \(origin))
                ON CONFLICT (site_id, number) DO NOTHING RETURNING id
                """
            ) { $0.id(0) }
        }
        try insert(body, of: id)
        try relist(id)
        let stored = post.numbered(id, number)
        try note(citedBy: stored, body)
        try addWords(of: stored, body)
        try touchPages(showing: stored, at: now)
        return stored
    }

    /// Writes everything that may change of a post, and its body where one is given; counts its version up.
    package func update(_ post: Post, body: PostBody? = nil, at now: Instant) throws {
        let former = try self.post(post.id)
        if let former { try touchPages(showing: former, at: now) }
        try run(
            """
            UPDATE post SET status = \(post.status), title = \(post.title), slug = \(post.slug),
                author_id = \(post.author), parent_id = \(post.parent), menu_order = \(post.menuOrder),
                format = \(post.format), sticky = \(post.isSticky), password = \(post.password),
                comments_open = \(post.commentsOpen), pings_open = \(post.pingsOpen),
                published_at = \(post.publishedAt), local_date = \(post.localDate),
                modified_at = \(post.modifiedAt), guid = \(post.guid), featured_image_id = \(post.featuredImage),
                version = version + 1
            WHERE id = \(post.id)
            """)
        if let body {
            try run("DELETE FROM post_body WHERE post_id = \(post.id)")
            try insert(body, of: post.id)
            try note(citedBy: post, body)
        }
        if former?.status == .trash, post.status != .trash { try forgetTrashed(post.id) }
        try relist(post.id)
        try relistEvent(of: post.id, site: post.site, at: now)
        try updateWords(of: post, formerly: former, body)
        try touchPages(showing: post, at: now)
    }

    /// Sets what an import learns only after the post itself was inserted, without counting as a change.
    package func link(_ post: Post.ID, parent: Post.ID?, featuredImage: Post.ID?) throws {
        try run("UPDATE post SET parent_id = \(parent), featured_image_id = \(featuredImage) WHERE id = \(post)")
    }

    /// Puts another rendering of the same source in a post's place, without counting as a change; false when the
    /// source is another by now.
    package func setRendering(_ body: PostBody, of id: Post.ID, at now: Instant) throws -> Bool {
        let changed = try run(
            """
            UPDATE post_body SET html = \(body.storedPages), teaser = \(body.teaser?.markup),
                more_text = \(body.moreText), excerpt = \(body.excerpt), sanitizer_version = \(body.sanitizerVersion),
                cited = \(body.storedCited)
            WHERE post_id = \(id) AND source = \(body.source) AND excerpt_source = \(body.excerptSource)
            """)
        guard changed > 0, let post = try post(id) else { return false }
        try note(citedBy: post, body)
        try updateWords(of: post, formerly: post, body)
        try touchPages(showing: post, at: now)
        return true
    }

    private func insert(_ body: PostBody, of post: Post.ID) throws {
        try run(
            """
            INSERT INTO post_body (post_id, source, source_format, excerpt_source, html, teaser, more_text, excerpt,
                sanitizer_version, cited)
            VALUES (\(post), \(body.source), \(body.sourceFormat), \(body.excerptSource), \(body.storedPages),
                \(body.teaser?.markup), \(body.moreText), \(body.excerpt), \(body.sanitizerVersion),
                \(body.storedCited))
            """)
    }

    /// A listed post is shown by its own page, by lists, and as a neighbour; a page may be in every page's navigation.
    private func touchPages(showing post: Post, at now: Instant) throws {
        try touch(.post(post.id), site: post.site, at: now)
        guard post.status == .published else { return }
        if post.kind == .page { try touch(.site, site: post.site, at: now) }
        try touch(.lists, site: post.site, at: now)
        guard post.kind == .post, let at = post.publishedAt else { return }
        let neighbours = try neighbourIDs(of: post.id, at: at, site: post.site)
        for neighbour in [neighbours.previous, neighbours.next].compactMap(\.self) {
            try touch(.post(neighbour), site: post.site, at: now)
        }
    }
}

extension ReadTransaction {
    /// `wanted`, or with `-2`, `-3` … behind it, so that no other post of the kind and parent has it.
    package func freeSlug(
        _ wanted: String, kind: Post.Kind, parent: Post.ID? = nil, except: Post.ID? = nil, site: Site.ID
    ) throws -> String {
        try freeSlug(wanted) { slug in
            try posts(kind, slug: slug, site: site).contains { post in
                post.id != except && (kind != .page || post.parent == parent)
            }
        }
    }

    package func freeSlug(_ wanted: String, taxonomy: Term.Taxonomy, site: Site.ID) throws -> String {
        try freeSlug(wanted) { try term(taxonomy, slug: $0, site: site) != nil }
    }

    package func freeAccountSlug(_ wanted: String, site: Site.ID) throws -> String {
        try freeSlug(wanted) { try account(slug: $0, site: site) != nil }
    }

    private func freeSlug(_ wanted: String, isTaken: (String) throws -> Bool) throws -> String {
        var slug = wanted
        var suffix = 2
        while try isTaken(slug) {
            slug = "\(wanted)-\(suffix)"
            suffix += 1
        }
        return slug
    }
}

extension Post {
    fileprivate func numbered(_ id: ID, _ number: Int64) -> Post {
        Post(
            id: id, site: site, number: number, kind: kind, status: status, title: title, slug: slug, author: author,
            parent: parent, menuOrder: menuOrder, format: format, isSticky: isSticky, password: password,
            commentsOpen: commentsOpen, pingsOpen: pingsOpen, publishedAt: publishedAt, localDate: localDate,
            modifiedAt: modifiedAt, guid: guid, featuredImage: featuredImage)
    }
}
