package import Database
package import Model
import Store

/// What people of the site say about the addresses that it names. The words of posts are never changed.
package struct ChangeLinks: Sendable {
    package enum Fault: Error, Hashable {
        case noSuchLink
        /// The copy has no address of the web.
        case noAddress
    }

    private let database: any Database
    private let actor: String

    package init(_ database: any Database, actor: String) {
        self.database = database
        self.actor = actor
    }

    /// Shows readers a copy behind each link to the address, once the posts that name it are rendered again.
    ///
    /// - Parameter archive: where the copy is; nil: it is shown no more.
    package func attach(_ archive: String?, to link: Link.ID, now: Instant) async throws {
        if let archive, !archive.isWebAddress || archive.utf8.count > 2000 { throw Fault.noAddress }
        try await change(link, verb: archive == nil ? "detach" : "attach", now: now) { tx, link, site in
            try tx.setArchive(archive, of: link.id, site: site)
            try tx.enqueue(
                ShowArchives.kind, key: String(link.id.rawValue), payload: String(link.id.rawValue), site: site,
                after: now)
        }
    }

    /// It is fine as it is: neither asked nor listed any more, until somebody takes that back.
    package func ignore(_ link: Link.ID, _ isIgnored: Bool = true, now: Instant) async throws {
        try await change(link, verb: isIgnored ? "ignore" : "watch", now: now) { tx, link, site in
            try tx.setIgnored(isIgnored, of: link.id, site: site)
            if isIgnored { return }
            try tx.setDue(link.id, at: now, site: site)
            if try tx.linkChecking(site: site).isOn { try tx.enqueueLinkCheck(site: site, at: now) }
        }
    }

    /// Asks as soon as there is time, where links are checked.
    ///
    /// - Parameter link: nil: all of them, those included that posts have named since.
    package func check(_ link: Link.ID?, now: Instant) async throws {
        try await database.write { tx in
            guard let site = try tx.site()?.id, try tx.linkChecking(site: site).isOn else { return }
            try tx.setDue(link, at: now, site: site)
            if link == nil { try tx.setLinksCollected(at: nil, site: site) }
            try tx.enqueueLinkCheck(site: site, at: now)
        }
    }

    package func change(to checking: LinkChecking, now: Instant) async throws {
        try await database.write { [actor] tx in
            guard let site = try tx.site()?.id else { throw WritingFault.noSite }
            guard try tx.linkChecking(site: site) != checking else { return }
            try tx.set(checking, site: site)
            try tx.record(
                Event(
                    at: now, actor: actor, verb: checking.isOn ? "check links" : "leave links alone",
                    objectKind: "site",
                    objectID: site.rawValue), site: site)
            if checking.isOn { try tx.enqueueLinkCheck(site: site, at: now) }
        }
    }

    private func change(
        _ link: Link.ID, verb: String, now: Instant,
        _ work: @escaping @Sendable (any WriteTransaction, Link, Site.ID) throws -> Void
    ) async throws {
        try await database.write { [actor] tx in
            guard let site = try tx.site()?.id, let link = try tx.link(link, site: site) else { throw Fault.noSuchLink }
            try work(tx, link, site)
            try tx.record(
                Event(at: now, actor: actor, verb: verb, objectKind: "link", objectID: link.id.rawValue), site: site)
        }
    }
}
