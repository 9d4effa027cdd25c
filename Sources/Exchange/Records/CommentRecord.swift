/// A response, in any order among its fellows.
package struct CommentRecord: Hashable, Sendable {
    package var place: FilePlace
    package var id: Int64?
    package var author: String
    package var authorEmail: String
    package var authorURL: String
    package var authorIP: String
    /// The blog's wall clock.
    package var date: ExportDate
    package var dateGMT: ExportDate
    package var content: String
    /// `1`, `0`, `trash`, `post-trashed`, `spam`.
    package var approved: String
    /// `comment` or nothing, `pingback`, `trackback`, or a plugin's own.
    package var type: String
    /// 0 for a response to the post.
    package var parent: Int64
    /// 0 for a guest.
    package var userID: Int64
    package var meta: [MetaRecord]
}
