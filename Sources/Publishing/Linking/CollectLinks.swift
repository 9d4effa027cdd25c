import Citations
import Database
import Markup
import Model
import Store

/// Notes which addresses elsewhere are named: by published posts and pages, as readers see them, and by the site's sources.
struct CollectLinks: Sendable {
    private let database: any Database
    /// The site's own addresses are not elsewhere.
    private let ownHosts: Set<String>

    init(_ database: any Database, base: String) {
        self.database = database
        ownHosts = Set([WebAddress(base)?.host].compactMap(\.self))
    }

    func run(site: Site.ID, now: Instant) async throws {
        try await collect(.post, site: site, now: now) { last, tx in
            try tx.publishedPages(after: Post.ID(last), site: site, limit: Self.piece).map { id, pages in
                (id.rawValue, pages.flatMap(LinkedAddresses.read))
            }
        }
        try await collect(.source, site: site, now: now) { last, tx in
            try tx.sourceItems(after: last, site: site, limit: Self.piece).map { id, csl in
                (id, [try? CSLJSON.read(Array(csl.utf8)).references.first?.url].compactMap { $0 ?? nil })
            }
        }
        try await database.writeAlone { tx in
            try tx.forgetUnnamedLinks(site: site)
            try tx.setLinksCollected(at: now, site: site)
        }
    }

    private static let piece = 100

    /// - Parameter read: the next places behind an id, each with the addresses that it names.
    private func collect(
        _ place: LinkPlace, site: Site.ID, now: Instant,
        _ read: @escaping @Sendable (Int64, any ReadTransaction) throws -> [(Int64, [String])]
    ) async throws {
        var last: Int64 = 0
        while true {
            let piece = try await database.read { [last] tx in
                try read(last, tx).map { id, addresses in
                    (id: id, addresses: addresses, known: try tx.addresses(namedBy: place, id))
                }
            }
            guard let end = piece.last?.id else { return }
            last = end
            let fresh = piece.compactMap { found -> (Int64, Set<NamedAddress>)? in
                let named = Set(found.addresses).compactMap(named)
                return Set(named.map(\.address)) == found.known ? nil : (found.id, Set(named))
            }
            if fresh.isEmpty { continue }
            try await database.writeAlone { tx in
                for (id, named) in fresh {
                    try tx.setAddresses(named, namedBy: place, id, site: site, at: now)
                }
            }
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
