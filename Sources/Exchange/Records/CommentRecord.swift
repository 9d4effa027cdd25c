/// A response, in any order among its fellows.
package struct CommentRecord: Hashable, Sendable {
    package var place: FilePlace
    package var id: Int64?
    package var author = ""
    package var authorEmail = ""
    package var authorURL = ""
    package var authorIP = ""
    /// The blog's wall clock.
    package var date = ExportDate("")
    package var dateGMT = ExportDate("")
    package var content = ""
    /// `1`, `0`, `trash`, `post-trashed`, `spam`.
    package var approved = ""
    /// `comment` or nothing, `pingback`, `trackback`, or a plugin's own.
    package var type = ""
    /// 0 for a response to the post.
    package var parent: Int64 = 0
    /// 0 for a guest.
    package var userID: Int64 = 0
    package var meta: [MetaRecord] = []
}

extension CommentRecord {
    /// One that says nothing yet.
    package init(at place: FilePlace) { self.init(place: place) }
}
