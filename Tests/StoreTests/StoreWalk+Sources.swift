import Database
import Model
import Store

extension StoreWalk {
    /// What is cited, and where.
    func sources(_ post: Post, _ tx: any WriteTransaction) throws {
        let (site, now) = (post.site, StoreFixture.now)
        var body = StoreFixture.body
        body.cited = ["taubman2003", "unknown"]
        try tx.update(post, body: body, at: now)
        let source = StoredSource(key: "taubman2003", csl: "{}", sortKey: "taubman", words: "taubman khrushchev")
        try tx.set(source, site: site, at: now)
        _ = (try tx.source("taubman2003", site: site), try tx.sources(keys: ["taubman2003"], site: site))
        _ = (try tx.sources(site: site), try tx.sourceCount(SourceSelection(words: "Taubman"), site: site))
        _ = try tx.posts(citing: ["taubman2003"], site: site)
        _ = (try tx.missingSources(site: site, limit: 5), try tx.citingBodies(after: Post.ID(0), site: site, limit: 5))
        try tx.setCitationStyle("mla", site: site, at: now)
        _ = try tx.citationStyle(site: site)
        try tx.removeSource("taubman2003", site: site, at: now)
    }
}
