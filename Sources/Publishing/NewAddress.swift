import Database
import Model
import Store

/// The address that a post gets by the site's permalink structure; pages stand under their parents.
struct NewAddress {
    /// Percent-encoded, as in a link.
    let path: String

    init(of post: Post, site: Site, in tx: any ReadTransaction) throws {
        guard post.kind == .post else {
            var slugs = [post.slug]
            var parent = post.parent
            while let id = parent, slugs.count < 32, let above = try tx.post(id), above.kind == .page {
                slugs.insert(above.slug, at: 0)
                parent = above.parent
            }
            path = "/" + slugs.map { $0.percentEncodedSegment + "/" }.joined()
            return
        }
        let category = try tx.terms(of: [post.id])[post.id]?.first { $0.taxonomy == .category }
        let author = try post.author.flatMap { try tx.account($0) }
        path = site.permalinks.path(
            for: .init(
                date: post.localDate ?? post.modifiedAt.utc, slug: post.slug.percentEncodedSegment, number: post.number,
                categoryPath: (category?.slugs ?? ["uncategorized"]).map(\.percentEncodedSegment).joined(
                    separator: "/"),
                author: (author?.slug ?? "author").percentEncodedSegment))
    }

    /// Makes it the post's own; a former one leads here from now on. Gives the address that the post has got.
    func give(to post: Post, in tx: any WriteTransaction) throws -> String {
        if try tx.setCanonicalPath(path, of: post.id, site: post.site) { return path }
        // Its number tells it apart from whatever has the address.
        let other = "/\(post.slug.percentEncodedSegment)-\(post.number)/"
        _ = try tx.setCanonicalPath(other, of: post.id, site: post.site)
        return other
    }
}
