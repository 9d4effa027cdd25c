import Database
import Model
import Store

extension WriteTransaction {
    /// Puts a text in the place of a post's present one, which stays as a former text.
    /// - Parameters:
    ///   - version: of the post that the writer saw.
    ///   - deed: as the log names it.
    func setText(
        _ text: PostText, body: PostBody, of post: Post, basedOn version: Int, deed: String, by writer: Writer,
        at now: Instant
    ) throws {
        guard var post = try self.post(post.id), let former = try self.body(of: post.id) else {
            throw WritingFault.noSuchPost(post.number)
        }
        guard post.version == version else { throw WritingFault.conflict(version: post.version) }
        try keepRevision(text, after: PostText(post, former, event: event(of: post.id)), of: post, by: writer, at: now)
        // A text of before events were kept tells nothing of one.
        if let event = text.event { try set(event, of: post.id, site: post.site, at: now) }
        post.title = text.title
        post.modifiedAt = max(now, post.modifiedAt)
        try update(post, body: body, at: now)
        try record(deed, post, formerly: post.status, by: writer, at: now)
    }

    /// - Parameter post: as it was with its former text.
    func keepRevision(
        _ text: PostText, after former: PostText, of post: Post, by writer: Writer, at now: Instant
    ) throws {
        // What an import brought has no revision yet.
        if try !hasRevisions(post.id) {
            try keepRevision(former, of: post.id, by: post.author, at: post.modifiedAt)
        }
        try keepRevision(text, of: post.id, by: writer.account, at: now)
    }
}
