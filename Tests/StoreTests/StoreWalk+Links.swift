import Database
import Model
import Store

extension StoreWalk {
    /// Addresses that a post names, and what is known of them.
    func links(_ post: Post, _ tx: any WriteTransaction) throws {
        let (site, now) = (post.site, StoreFixture.now)
        _ = (try tx.linkChecking(site: site), try tx.linksCollected(site: site))
        try tx.set(LinkChecking(isOn: true), site: site)
        try tx.setLinksCollected(at: now, site: site)
        _ = (
            try tx.publishedPages(after: Post.ID(0), site: site, limit: 5),
            try tx.sourceItems(after: 0, site: site, limit: 5)
        )
        let named = NamedAddress(address: "https://a.example/", host: "a.example")
        try tx.setAddresses([named], namedBy: .post, post.id.rawValue, site: site, at: now)
        try tx.setAddresses([named], namedBy: .source, 1, site: site, at: now)
        _ = (try tx.addresses(namedBy: .post, post.id.rawValue), try tx.nextLinkDue(site: site))
        guard let link = try tx.dueLink(at: now, site: site) else { return }
        try tx.claim(link, until: now, hostFree: now, site: site)
        try tx.setFound(link)
        try tx.setArchive("https://b.example/", of: link.id, site: site)
        try tx.setIgnored(false, of: link.id, site: site)
        try tx.setDue(link.id, at: now, site: site)
        try tx.setDue(nil, at: now, site: site)
        _ = (try tx.archives(site: site), try tx.link(link.id, site: site), try tx.bodies(naming: link.id))
        for list in LinkList.allCases {
            _ = (try tx.links(list, after: Link.ID(0), site: site, limit: 5), try tx.count(of: list, site: site))
        }
        _ = try tx.places(naming: link.id)
        try tx.forgetUnnamedLinks(site: site)
    }
}
