/// The file behind an attachment.
package struct Medium: Hashable, Sendable {
    /// The attachment that tells its title (`title`), caption (`excerptSource`) and description (`source`).
    package let post: Post.ID
    /// Where the file stood before it moved here; empty for one that was uploaded.
    package var sourceURL: String
    /// The path under the site's root (`wp-content/uploads/2012/02/khrushchev.jpg`), percent-decoded.
    package var path: String
    /// From the name's ending until the file itself has been looked at.
    package var mimeType: String
    package var alternativeText: String
    package var width: Int?
    package var height: Int?

    package init(
        post: Post.ID, sourceURL: String, path: String, mimeType: String, alternativeText: String, width: Int? = nil,
        height: Int? = nil
    ) {
        self.post = post
        self.sourceURL = sourceURL
        self.path = path
        self.mimeType = mimeType
        self.alternativeText = alternativeText
        self.width = width
        self.height = height
    }
}
