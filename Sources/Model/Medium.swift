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
    /// Nil until the file itself is here.
    package var file: StoredFile?

    package init(
        post: Post.ID, sourceURL: String, path: String, mimeType: String, alternativeText: String, width: Int? = nil,
        height: Int? = nil, file: StoredFile? = nil
    ) {
        self.post = post
        self.sourceURL = sourceURL
        self.path = path
        self.mimeType = mimeType
        self.alternativeText = alternativeText
        self.width = width
        self.height = height
        self.file = file
    }

    /// Whether it is a picture whose file is here.
    package var isPictureHere: Bool { file != nil && isShownPicture }

    /// SVG may hold scripts, so it is never shown in a page.
    package var isShownPicture: Bool { mimeType.hasPrefix("image/") && mimeType != "image/svg+xml" }

    /// A smaller picture of the same, made when the file came.
    package struct Copy: Hashable, Sendable {
        /// Made from its bytes, so that browsers may keep it for ever.
        package var name: String
        package var mimeType: String
        package var width: Int
        package var height: Int
        package var bytes: Int

        package init(name: String, mimeType: String, width: Int, height: Int, bytes: Int) {
            self.name = name
            self.mimeType = mimeType
            self.width = width
            self.height = height
            self.bytes = bytes
        }

        package var address: String { "/" + Self.folder + name.percentEncodedSegment }

        /// Beside the uploads, where no blog has anything.
        package static let folder = "wp-content/copies/"
    }

    /// What is known of a file's bytes.
    package struct StoredFile: Hashable, Sendable {
        /// From the SHA-256 of its bytes, in hexadecimal digits: other bytes have another.
        package var hash: String
        package var bytes: Int

        package init(hash: String, bytes: Int) {
            self.hash = hash
            self.bytes = bytes
        }
    }

    /// As it is written in a link: from the root, percent-encoded.
    package var address: String { Self.address(ofPath: path) }

    package static func address(ofPath path: String) -> String {
        path.split(separator: "/").map { "/" + String($0).percentEncodedSegment }.joined()
    }
}
