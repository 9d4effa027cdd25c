package import Model

/// What a render hands over to be kept.
package struct RenderedPage: Sendable {
    /// HTTP status. Validators and 304 are for 200 only.
    package var status: Int
    package var contentType: String
    package var body: PageBody
    /// Header fields of this page alone, as `Location`; the store adds length, validator, caching and security.
    package var headers: [HeaderField]
    /// Everything that the page shows; a touch of one of them removes the page.
    package var subjects: Set<Subject>
    /// The journal's number noted before the first read: touches up to it are already in the page.
    package var mark: Int64
    /// When the clock alone changes the page; nil when it never does.
    package var expires: Instant?
    /// False for what is not to be kept at all, a search for instance.
    package var isStorable: Bool
    /// Whether it is one reader's alone, which nobody keeps.
    package var isPersonal: Bool = false
    /// The post whose reading is counted when the page is sent; nil where nothing is.
    package var viewed: Post.ID? = nil
    /// The post that it is of, where readers who are logged in see something of their own; nil elsewhere.
    package var post: Post.ID? = nil
    /// Whether compression is worth trying.
    package var isCompressible: Bool

    package init(
        status: Int = 200,
        contentType: String = "text/html; charset=utf-8",
        body: PageBody,
        headers: [HeaderField] = [],
        subjects: Set<Subject>,
        mark: Int64,
        expires: Instant? = nil,
        isStorable: Bool = true,
        isCompressible: Bool = true
    ) {
        self.status = status
        self.contentType = contentType
        self.body = body
        self.headers = headers
        self.subjects = subjects
        self.mark = mark
        self.expires = expires
        self.isStorable = isStorable
        self.isCompressible = isCompressible
    }
}

extension RenderedPage {
    /// Those of every page, or this page's own of the same name.
    func securityHeaders(_ settings: PageSettings) -> [HeaderField] {
        settings.securityHeaders.map { field in headers.first { $0.name == field.name } ?? field }
    }

    /// The fields of this page alone, without those.
    func ownHeaders(_ settings: PageSettings) -> [HeaderField] {
        headers.filter { own in !settings.securityHeaders.contains { $0.name == own.name } }
    }
}
