import Database
import Model
import Store
import Subscriptions

extension WriteTransaction {
    /// Brings all but the text of a post in line with what its writer set.
    func apply(
        _ draft: PostDraft, to former: Post, site: Site, by writer: Writer, at now: Instant
    ) throws -> WritePost.Saved {
        var post = former
        post.slug = try slug(for: draft, of: former)
        post.password = draft.password.flatMap { $0.isEmpty ? nil : $0 }
        post.commentsOpen = draft.commentsOpen
        if writer.may(.editOthers) { post.isSticky = draft.isSticky }
        if post.kind == .page { post.parent = try parent(draft.parent, of: post) }
        post.featuredImage = try draft.featuredPicture.map { try picture($0, site: site.id) }
        if post.kind == .post {
            try setTerms(terms(of: draft, site: site, by: writer, at: now), of: post.id)
            if try event(of: post.id) != draft.event { try set(draft.event, of: post.id, site: site.id, at: now) }
        }
        try setStanding(draft.standing, of: &post, site: site, by: writer, now: now)
        try update(post, at: now)
        if post.status != former.status {
            try record(post.status.verb, post, formerly: former.status, by: writer, at: now)
            if post.status == .published { try tellFollowers(of: post, at: now) }
        }
        var path = try canonicalPath(of: post.id)
        if post.status == .published || path != nil {
            let isMoved = post.slug != former.slug || post.localDate != former.localDate || post.parent != former.parent
            if path == nil || isMoved { path = try NewAddress(of: post, site: site, in: self).give(to: post, in: self) }
            try keepChronicleApart(site: site.id, at: now)
        }
        guard let stored = try self.post(post.id) else { throw WritingFault.noSuchPost(post.number) }
        return WritePost.Saved(number: stored.number, version: stored.version, status: stored.status, path: path)
    }

    /// The writer's own, else the one it has had in public, else one made of the title.
    private func slug(for draft: PostDraft, of post: Post) throws -> String {
        let asked = Slug.make(from: draft.slug)
        if asked.isEmpty, post.publishedAt != nil, !post.slug.isEmpty { return post.slug }
        let wanted = asked.isEmpty ? Slug.make(from: draft.title) : asked
        return try freeSlug(
            wanted.isEmpty ? String(post.number) : wanted, kind: post.kind, parent: post.parent, except: post.id,
            site: post.site)
    }

    /// Nil for a page that would stand under itself.
    private func parent(_ number: Int64?, of page: Post) throws -> Post.ID? {
        guard let number, let parent = try post(number: number, site: page.site), parent.kind == .page else {
            return nil
        }
        var above: Post? = parent
        var steps = 0
        while let next = above {
            guard next.id != page.id, steps < 32 else { return nil }
            above = try next.parent.flatMap { try post($0) }
            steps += 1
        }
        return parent.id
    }

    private func picture(_ number: Int64, site: Site.ID) throws -> Post.ID {
        guard let attachment = try post(number: number, site: site), attachment.kind == .attachment else {
            throw WritingFault.noSuchPicture(number)
        }
        return attachment.id
    }

    private func terms(
        of draft: PostDraft, site: Site, by writer: Writer, at now: Instant
    ) throws -> [Term.ID] {
        let categories = try draft.categories.compactMap {
            try term(.category, named: $0, site: site.id, by: writer, at: now)
        }
        let tags = try draft.tags.compactMap { try term(.tag, named: $0, site: site.id, by: writer, at: now) }
        return (categories.isEmpty ? [site.defaultCategory].compactMap(\.self) : categories) + tags
    }

    /// The term of this name, made when there is none; nil for a name without a letter or digit.
    private func term(
        _ taxonomy: Term.Taxonomy, named name: String, site: Site.ID, by writer: Writer, at now: Instant
    ) throws -> Term.ID? {
        let slug = Slug.make(from: name)
        guard !slug.isEmpty else { return nil }
        let known = try terms(of: taxonomy, site: site).map(\.term)
        if let found = known.first(where: { $0.name == name }) ?? known.first(where: { $0.slug == slug }) {
            return found.id
        }
        if taxonomy == .category { try writer.require(.publish, to: "make categories") }
        return try insert(
            Term(id: .unassigned, site: site, number: 0, taxonomy: taxonomy, slug: slug, name: name, description: ""),
            at: now
        ).id
    }

    private func setStanding(
        _ standing: PostDraft.Standing, of post: inout Post, site: Site, by writer: Writer, now: Instant
    ) throws {
        switch standing {
        case .draft: post.status = .draft
        case .pending: post.status = .pending
        case .private:
            try writer.require(.publish, to: "publish")
            post.status = .private
            try date(&post, at: nil, site: site, now: now)
        case .published(let reading):
            try writer.require(.publish, to: "publish")
            if post.title.isEmpty, try body(of: post.id)?.source.isEmpty ?? true { throw WritingFault.nothingToPublish }
            try date(&post, at: reading, site: site, now: now)
            post.status = post.publishedAt.map { $0 > now } ?? false ? .scheduled : .published
        }
    }

    /// Sets when a post is or was published: what the site's clock shows is kept beside the moment.
    private func date(_ post: inout Post, at reading: LocalDateTime?, site: Site, now: Instant) throws {
        guard let clock = SiteClock(timeZone: site.timeZone) else { throw WritingFault.unknownTimeZone(site.timeZone) }
        if let reading {
            // A form tells no seconds; the same minute is no other date.
            if let known = post.localDate, known.text.prefix(16) == reading.text.prefix(16) { return }
            post.publishedAt = clock.instant(of: reading)
        } else if post.publishedAt.map({ $0 > now }) ?? true {
            post.publishedAt = now
        } else if post.localDate != nil {
            return
        }
        post.localDate = post.publishedAt.map(clock.reading)
    }
}

extension Post.Status {
    fileprivate var verb: String {
        switch self {
        case .published: "publish"
        case .scheduled: "schedule"
        case .draft: "unpublish"
        case .pending: "submit"
        case .private: "hide"
        case .trash: "trash"
        }
    }
}

extension WriteTransaction {
    /// Notes what somebody did to a post.
    func record(
        _ verb: String, _ post: Post, formerly: Post.Status?, by writer: Writer, at now: Instant
    ) throws {
        try record(
            Event(
                at: now, actor: writer.actor, verb: verb, objectKind: "post", objectID: post.id.rawValue,
                before: formerly.map { "{\"status\":\"\($0.rawValue)\"}" },
                after: "{\"status\":\"\(post.status.rawValue)\"}"),
            site: post.site)
    }
}
