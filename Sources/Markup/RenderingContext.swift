/// What a rendering has to know beyond the text itself. The closures are asked in the middle of a rendering, so they
/// answer from memory.
package struct RenderingContext: Sendable {
    /// The post's public number: the anchor behind its "more" mark is `#more-NUMBER`.
    package var postNumber: Int64
    /// BCP 47; decides the quotation marks.
    package var language: String
    /// Addresses of the blog that moved in (`https://thisday.wordpress.com`, or with a path). Scheme and `www.` do not matter.
    package var origins: [String]
    /// The pictures and sounds attached to the post, in their order: what a bare `[gallery]` shows.
    package var attachments: [Attachment]
    /// Any attachment of the site by its public number.
    package var attachment: @Sendable (Int64) -> Attachment?
    /// The file that stands here for an address out of the content; nil while it has not come.
    package var file: @Sendable (_ url: String) -> File?
    /// The source of a reusable block by its public number.
    package var reusableBlock: @Sendable (Int64) -> String?
    /// What citations become; nil leaves them as they are typed.
    package var citations: CitationContext?
    /// Copies of what links led to, as the owner has attached them.
    package var archived = ArchivedLinks()

    package init(
        postNumber: Int64, language: String = "en", origins: [String] = [], attachments: [Attachment] = [],
        attachment: @escaping @Sendable (Int64) -> Attachment? = { _ in nil },
        file: @escaping @Sendable (String) -> File? = { _ in nil },
        reusableBlock: @escaping @Sendable (Int64) -> String? = { _ in nil }, citations: CitationContext? = nil
    ) {
        self.postNumber = postNumber
        self.language = language
        self.origins = origins
        self.attachments = attachments
        self.attachment = attachment
        self.file = file
        self.reusableBlock = reusableBlock
        self.citations = citations
    }

    /// A file of the site, as galleries and playlists show it.
    package struct Attachment: Hashable, Sendable {
        package var number: Int64
        /// Where its file stands, as an import told it.
        package var url: String
        package var title: String
        /// HTML.
        package var caption: String
        package var alternativeText: String
        /// `image/jpeg`, `audio/mpeg` …; empty when not known.
        package var mimeType: String
        package var width: Int?
        package var height: Int?
        /// The path of its own page; nil when it has none.
        package var page: String?

        package init(
            number: Int64, url: String, title: String = "", caption: String = "", alternativeText: String = "",
            mimeType: String = "image/jpeg", width: Int? = nil, height: Int? = nil, page: String? = nil
        ) {
            self.number = number
            self.url = url
            self.title = title
            self.caption = caption
            self.alternativeText = alternativeText
            self.mimeType = mimeType
            self.width = width
            self.height = height
            self.page = page
        }
    }

    /// A file on this server.
    package struct File: Hashable, Sendable {
        /// From the root (`/wp-content/uploads/2012/02/khrushchev.jpg`), percent-encoded.
        package var path: String
        package var mimeType: String
        /// What the library calls it: its alternative text, or else its title; may be empty.
        package var name: String
        package var bytes: Int
        package var width: Int?
        package var height: Int?
        /// The same picture as WebP, narrowest first.
        package var copies: [Copy]

        /// A picture in another size.
        package struct Copy: Hashable, Sendable {
            /// From the root, percent-encoded.
            package var path: String
            /// In pixels.
            package var width: Int

            package init(path: String, width: Int) {
                self.path = path
                self.width = width
            }
        }

        package init(
            path: String, mimeType: String = "image/jpeg", name: String = "", bytes: Int = 0, width: Int? = nil,
            height: Int? = nil, copies: [Copy] = []
        ) {
            self.path = path
            self.mimeType = mimeType
            self.name = name
            self.bytes = bytes
            self.width = width
            self.height = height
            self.copies = copies
        }

        /// SVG may hold scripts, so it is never shown in a page.
        package var isPicture: Bool { mimeType.hasPrefix("image/") && mimeType != "image/svg+xml" }
        package var isPlayable: Bool { mimeType.hasPrefix("audio/") || mimeType.hasPrefix("video/") }
    }
}
