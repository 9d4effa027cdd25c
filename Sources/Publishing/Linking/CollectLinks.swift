import Database
import Markup
import Model
import Store

/// Notes which addresses elsewhere published posts and pages name, by what readers see of them.
struct CollectLinks: Sendable {
    private let database: any Database
    /// The site's own addresses are not elsewhere.
    private let ownHosts: Set<String>

    init(_ database: any Database, base: String) {
        self.database = database
        ownHosts = Set([WebAddress(base)?.host].compactMap(\.self))
    }

    func run(site: Site.ID, now: Instant) async throws {
        var last = Post.ID(0)
        while true {
            let piece = try await database.read { [last] tx in
                try tx.publishedPages(after: last, site: site, limit: 100).map { id, pages in
                    (id: id, pages: pages, known: try tx.addresses(namedBy: .post, id.rawValue))
                }
            }
            guard let end = piece.last?.id else { break }
            last = end
            let fresh = piece.compactMap { post -> (Post.ID, Set<NamedAddress>)? in
                let named = Set(post.pages.flatMap(LinkedAddresses.read)).compactMap(named)
                return Set(named.map(\.address)) == post.known ? nil : (post.id, Set(named))
            }
            if fresh.isEmpty { continue }
            try await database.writeAlone { tx in
                for (id, named) in fresh {
                    try tx.setAddresses(named, namedBy: .post, id.rawValue, site: site, at: now)
                }
            }
        }
        try await database.writeAlone { tx in
            try tx.forgetUnnamedLinks(site: site)
            try tx.setLinksCollected(at: now, site: site)
        }
    }

    private func named(_ address: String) -> NamedAddress? {
        NamedAddress(address).flatMap { ownHosts.contains($0.host) ? nil : $0 }
    }
}

extension NamedAddress {
    /// Nil for what is no address of the web.
    ///
    /// - Parameter address: a fragment in it does not count.
    package init?(_ address: String) {
        let whole = String(address.prefix { $0 != "#" })
        guard let web = WebAddress(whole) else { return nil }
        self.init(address: whole, host: web.host)
    }
}
