import Database
import Markup
import Model
import Store

/// Makes attachments for files of the blog's own that posts show but no attachment tells of: exports leave attachments
/// out, or hold one year of a blog and not its files' years.
struct AdoptFiles: Sendable {
    let database: any Database
    /// The path and address that such a file is to have, of those that a post names; nil leaves it.
    let choose: @Sendable (_ path: String, _ url: String) -> (path: String, url: String)?
    /// Has its files fetched, with the rows that name them.
    let fetches: Bool

    /// A file as the first post that shows it names it.
    fileprivate struct Found: Sendable {
        let post: Post.ID
        let path: String
        let url: String
    }

    /// Gives the number of attachments that were made. The files themselves are taken as those of all attachments.
    func run(now: Instant) async throws -> Int {
        guard let media = try await database.read({ tx in try tx.site().map { try SiteMedia($0, in: tx) } }) else {
            return 0
        }
        var found: [Found] = []
        var seen: Set<String> = []
        var last = Post.ID(0)
        while true {
            let piece = try await database.read { [last] tx in
                try tx.bodies(after: last, site: media.site.id, limit: 100)
            }
            guard let end = piece.last?.id else { break }
            last = end
            for (id, _, body) in piece {
                let named = WebAddress.all(in: body.source) + WebAddress.relativeUploads(in: body.source)
                for url in named.map(media.wholeAddress) where media.entry(at: url) == nil {
                    guard let file = file(at: url, of: id, in: media), seen.insert(file.path).inserted else { continue }
                    found.append(file)
                }
            }
        }
        for start in stride(from: 0, to: found.count, by: 100) {
            let piece = found[start..<min(start + 100, found.count)]
            try await database.writeAlone { tx in
                for file in piece { try tx.adopt(file, site: media.site.id, fetches: fetches, now: now) }
            }
        }
        return found.count
    }

    private func file(at url: String, of post: Post.ID, in media: SiteMedia) -> Found? {
        guard let path = media.ownPath(of: url),
            let chosen = choose(path, url)
        else { return nil }
        return Found(post: post, path: chosen.path, url: chosen.url)
    }
}

extension WriteTransaction {
    fileprivate func adopt(_ file: AdoptFiles.Found, site: Site.ID, fetches: Bool, now: Instant) throws {
        guard let parent = try post(file.post) else { return }
        let title = String(file.path.split(separator: "/").last ?? "")
        let isOpen = parent.status == .published && parent.password == nil
        let slug = try freeSlug(Slug.make(from: title), kind: .attachment, site: site)
        let attachment = try insert(
            Post(
                id: Post.ID(0), site: site, number: 0, kind: .attachment, status: isOpen ? .published : .private,
                title: title, slug: slug, author: parent.author, parent: parent.id, commentsOpen: false,
                pingsOpen: false, publishedAt: parent.publishedAt ?? now,
                localDate: parent.localDate ?? (parent.publishedAt ?? now).utc, modifiedAt: now, guid: file.url),
            body: Rendering("", excerpt: "", kind: .attachment, context: RenderingContext(postNumber: 0)).body,
            origin: .imported, at: now)
        let path = (try canonicalPath(of: parent.id) ?? "/") + attachment.slug.percentEncodedSegment + "/"
        if try !setCanonicalPath(path, of: attachment.id, site: site) {
            _ = try setCanonicalPath(
                "/\(attachment.slug.percentEncodedSegment)-\(attachment.number)/", of: attachment.id, site: site)
        }
        try setMedium(
            Medium(
                post: attachment.id, sourceURL: file.url, path: file.path,
                mimeType: AttachmentFacts.mimeType(ofFile: file.path), alternativeText: ""),
            site: site)
        if fetches { try enqueueFetch(of: attachment.id, site: site, at: now) }
    }
}
