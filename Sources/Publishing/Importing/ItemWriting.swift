import Database
import Exchange
import Model
import Store

/// Where items are written to: which blog they come from, and which terms are here.
struct ItemDestination: Sendable {
    let site: Site
    let source: String
    let terms: [String: Term.ID]
    let now: Instant
    /// Nothing of this blog is here yet, so nothing needs to be looked up.
    let isFirstImport: Bool
    /// Asks for each new file with its row.
    let fetchesMedia: Bool
}

extension ReadTransaction {
    /// What writing the item would do; writes nothing.
    func foresee(_ keyed: KeyedItem, to destination: ItemDestination) throws -> ItemOutcome {
        let item = keyed.item
        var outcome: ItemOutcome
        switch try decision(on: keyed, to: destination) {
        case .insert where keyed.isRepeat: outcome = ItemOutcome(fate: .alreadyThere)
        case .insert: outcome = ItemOutcome(fate: .taken)
        case .keep(let post): outcome = ItemOutcome(fate: .alreadyThere, post: post.id)
        case .update(let post): outcome = ItemOutcome(fate: .updated, post: post.id)
        case .conflict(let post): outcome = ItemOutcome(fate: .conflict, post: post.id)
        case .deletedHere: return ItemOutcome(fate: .deletedHere)
        }
        outcome.count(try comments(of: item, to: destination))
        return outcome
    }

    fileprivate func decision(on keyed: KeyedItem, to destination: ItemDestination) throws -> ImportDecision {
        if destination.isFirstImport, !keyed.isRepeat { return .insert }
        return try decision(on: keyed.item, key: keyed.key, site: destination.site.id)
    }

    fileprivate func comments(of item: MappedItem, to destination: ItemDestination) throws -> CommentDecisions {
        if destination.isFirstImport, !item.comments.contains(where: \.isRepeat) {
            return CommentDecisions(new: item.comments.filter { $0.leftOut == nil })
        }
        return try decisions(on: item.comments, source: destination.source, site: destination.site.id)
    }
}

extension WriteTransaction {
    func write(_ keyed: KeyedItem, to destination: ItemDestination) throws -> ItemOutcome {
        let (item, key) = (keyed.item, keyed.key)
        let site = destination.site.id
        var outcome: ItemOutcome
        let post: Post
        switch try decision(on: keyed, to: destination) {
        case .deletedHere: return ItemOutcome(fate: .deletedHere)
        case .keep(let known):
            post = known
            outcome = ItemOutcome(fate: .alreadyThere, post: known.id)
            outcome.needsLinks = known.parent == nil || known.featuredImage == nil
        case .conflict(let known):
            post = known
            outcome = ItemOutcome(fate: .conflict, post: known.id)
        case .update(let known):
            post = try update(known, by: item, to: destination)
            outcome = ItemOutcome(fate: .updated, post: post.id, needsLinks: true)
            let record = ImportRecord(localID: post.id.rawValue, digest: item.digest, localVersion: known.version + 1)
            try note(record, for: key, site: site)
            try setBelongings(of: post, item, to: destination, &outcome)
        case .insert:
            post = try insert(
                try withFreeSlug(item.post, site: site), body: item.body, origin: .imported, at: destination.now)
            outcome = ItemOutcome(fate: .taken, post: post.id, needsLinks: true)
            try note(ImportRecord(localID: post.id.rawValue, digest: item.digest), for: key, site: site)
            if item.post.number > 0, post.number != item.post.number {
                try noteAlias(
                    of: .post, oldNumber: item.post.number, source: destination.source, localID: post.id.rawValue,
                    site: site)
                outcome.notes.append("its number \(item.post.number) is taken here, so it has \(post.number)")
            }
            try setBelongings(of: post, item, to: destination, &outcome)
        }
        let decisions = try comments(of: item, to: destination)
        try write(decisions, of: post, to: destination)
        outcome.count(decisions)
        return outcome
    }

    private func withFreeSlug(_ post: Post, site: Site.ID) throws -> Post {
        // Published items have their own links; only a draft's slug waits to become an address.
        guard post.kind.isPublic, post.status != .published else { return post }
        var post = post
        post.slug = try freeSlug(post.slug, kind: post.kind, site: site)
        return post
    }

    private func update(_ known: Post, by item: MappedItem, to destination: ItemDestination) throws -> Post {
        var post = known
        let new = item.post
        post.status = new.status
        post.title = new.title
        post.slug = new.slug
        post.author = new.author
        post.menuOrder = new.menuOrder
        post.format = new.format
        post.isSticky = new.isSticky
        post.password = new.password
        post.commentsOpen = new.commentsOpen
        post.pingsOpen = new.pingsOpen
        post.publishedAt = new.publishedAt
        post.localDate = new.localDate
        post.modifiedAt = new.modifiedAt
        post.guid = new.guid
        try update(post, body: item.body, at: destination.now)
        return post
    }

    /// Addresses, terms, custom fields and the file.
    private func setBelongings(
        of post: Post, _ item: MappedItem, to destination: ItemDestination, _ outcome: inout ItemOutcome
    ) throws {
        let site = destination.site.id
        if let path = item.path {
            if try !setCanonicalPath(path, of: post.id, site: site) {
                let other = "/\(post.slug.percentEncodedSegment)-\(post.number)/"
                _ = try setCanonicalPath(other, of: post.id, site: site)
                outcome.notes.append("its address \(path) belongs to another post here, so it has \(other)")
            }
            for alias in item.aliases { _ = try addAlias(alias, of: post.id, site: site) }
            // What had this number itself, in this export or another, has the better claim.
            if let former = item.formerNumber, try localID(ofAliased: .post, oldNumber: former, site: site) == nil {
                try noteAlias(
                    of: .post, oldNumber: former, source: destination.source, localID: post.id.rawValue, site: site)
            }
        }
        let terms = item.terms.compactMap { destination.terms[ImportSurvey.key($0.taxonomy, $0.slug)] }
        try setTerms(terms, of: post.id)
        try setMeta(
            item.meta.filter {
                !CarriedReaders.keys.contains($0.key) && !CarriedEvent.isCarried($0) && !CarriedSources.isCarried($0)
            }, of: post.id)
        try takeEvent(item, of: post, at: destination.now)
        outcome.sources = try takeSources(
            CarriedSources.references(in: item.meta), site: site, at: destination.now)
        try takeLikes(item.meta, of: post.id, site: site, at: destination.now)
        if let medium = item.medium {
            try setMedium(medium.with(post: post.id), site: site)
            if destination.fetchesMedia, !medium.sourceURL.isEmpty {
                try enqueueFetch(of: post.id, site: site, at: destination.now)
            }
        }
    }

    /// What somebody said of it here has the last word.
    private func takeEvent(_ item: MappedItem, of post: Post, at now: Instant) throws {
        let known = try event(of: post.id)
        guard known.map({ $0.origin != .writer && $0.state != .refused }) ?? true, known != item.event else { return }
        try set(item.event, of: post.id, site: post.site, at: now)
    }

    private func write(_ decisions: CommentDecisions, of post: Post, to destination: ItemDestination) throws {
        let site = destination.site.id
        let inserted = try insertThread(
            of: post.id, site: site,
            decisions.new.map { try signed($0.comment, site: site, at: destination.now) }, known: decisions.known,
            at: destination.now)
        for comment in decisions.new {
            guard let row = inserted[comment.comment.reference] else { continue }
            try takeLikes(comment.comment.meta, ofComment: row.number, site: site, at: destination.now)
            try note(
                ImportRecord(localID: row.id.rawValue, digest: comment.digest),
                for: ImportKey(source: destination.source, kind: .comment, key: comment.key), site: site)
            if comment.comment.number > 0, row.number != comment.comment.number {
                try noteAlias(
                    of: .comment, oldNumber: comment.comment.number, source: destination.source,
                    localID: row.id.rawValue, site: site)
            }
        }
        for (id, comment) in decisions.changed {
            try revise(
                id, as: signed(comment.comment, site: site, at: destination.now), site: site, at: destination.now)
            try note(
                ImportRecord(localID: id.rawValue, digest: comment.digest),
                for: ImportKey(source: destination.source, kind: .comment, key: comment.key), site: site)
        }
    }
}

extension ItemOutcome {
    fileprivate mutating func count(_ decisions: CommentDecisions) {
        for comment in decisions.new { commentsTaken[comment.comment.kind, default: 0] += 1 }
        for (_, comment) in decisions.changed { commentsUpdated[comment.comment.kind, default: 0] += 1 }
        for comment in decisions.same { commentsAlreadyThere[comment.comment.kind, default: 0] += 1 }
        commentConflicts = decisions.conflicts
        commentsDeletedHere = decisions.deletedHere
    }
}

extension Medium {
    fileprivate func with(post: Post.ID) -> Medium {
        Medium(
            post: post, sourceURL: sourceURL, path: path, mimeType: mimeType, alternativeText: alternativeText,
            width: width, height: height)
    }
}
