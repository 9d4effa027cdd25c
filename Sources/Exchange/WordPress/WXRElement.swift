/// The elements that are read, by their usual qualified names.
enum WXRElement: String, CaseIterable {
    case rss, channel, item, image
    case title, link, description, language, generator, pubDate, guid, category, enclosure, url
    case creator = "dc:creator"
    case content = "content:encoded"
    case excerpt = "excerpt:encoded"

    case version = "wp:wxr_version"
    case baseSiteURL = "wp:base_site_url"
    case baseBlogURL = "wp:base_blog_url"

    case author = "wp:author"
    /// What WordPress 2.x called it.
    case oldAuthor = "wp:wp_author"
    case authorID = "wp:author_id"
    case authorLogin = "wp:author_login"
    case authorEmail = "wp:author_email"
    case authorDisplayName = "wp:author_display_name"
    case authorFirstName = "wp:author_first_name"
    case authorLastName = "wp:author_last_name"
    case authorDescription = "wp:author_description"

    case blogCategory = "wp:category"
    case tag = "wp:tag"
    case term = "wp:term"
    case termID = "wp:term_id"
    case categorySlug = "wp:category_nicename"
    case categoryParent = "wp:category_parent"
    case categoryName = "wp:cat_name"
    case categoryDescription = "wp:category_description"
    case tagSlug = "wp:tag_slug"
    case tagName = "wp:tag_name"
    case tagDescription = "wp:tag_description"
    case termTaxonomy = "wp:term_taxonomy"
    case termSlug = "wp:term_slug"
    case termParent = "wp:term_parent"
    case termName = "wp:term_name"
    case termDescription = "wp:term_description"

    case postID = "wp:post_id"
    case postDate = "wp:post_date"
    case postDateGMT = "wp:post_date_gmt"
    case postModified = "wp:post_modified"
    case postModifiedGMT = "wp:post_modified_gmt"
    case commentStatus = "wp:comment_status"
    case pingStatus = "wp:ping_status"
    case postName = "wp:post_name"
    case status = "wp:status"
    case postParent = "wp:post_parent"
    case menuOrder = "wp:menu_order"
    case postType = "wp:post_type"
    case postPassword = "wp:post_password"
    case isSticky = "wp:is_sticky"
    case attachmentURL = "wp:attachment_url"

    case postMeta = "wp:postmeta"
    case commentMeta = "wp:commentmeta"
    case termMeta = "wp:termmeta"
    case metaKey = "wp:meta_key"
    case metaValue = "wp:meta_value"

    case comment = "wp:comment"
    case commentID = "wp:comment_id"
    case commentAuthor = "wp:comment_author"
    case commentAuthorEmail = "wp:comment_author_email"
    case commentAuthorURL = "wp:comment_author_url"
    case commentAuthorIP = "wp:comment_author_IP"
    case commentDate = "wp:comment_date"
    case commentDateGMT = "wp:comment_date_gmt"
    case commentContent = "wp:comment_content"
    case commentApproved = "wp:comment_approved"
    case commentType = "wp:comment_type"
    case commentParent = "wp:comment_parent"
    case commentUserID = "wp:comment_user_id"

    private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

    /// Nil for an element that is not read, whatever its namespace.
    init?(_ name: XMLName) {
        guard let prefix = Self.usualPrefix(name), let element = Self.byName[prefix + String(cString: name.local)]
        else { return nil }
        self = element
    }

    /// Blanks at the ends are the writer's own.
    var keepsBlanks: Bool {
        switch self {
        case .title, .content, .excerpt, .description, .postPassword, .metaKey, .metaValue, .commentContent,
            .categoryDescription, .tagDescription, .termDescription, .authorDescription:
            true
        default: false
        }
    }

    /// Whether this one is made of other elements, which stand inside of `container`.
    func isContainer(in container: WXRElement?) -> Bool {
        switch (container, self) {
        case (nil, .rss), (.rss, .channel), (.channel, .item), (.channel, .image), (.channel, .author),
            (.channel, .oldAuthor), (.channel, .blogCategory), (.channel, .tag), (.channel, .term), (.item, .postMeta),
            (.item, .comment), (.comment, .commentMeta), (.term, .termMeta), (.blogCategory, .termMeta),
            (.tag, .termMeta):
            true
        default: false
        }
    }

    /// The prefix, with its colon, that WordPress gives to the namespace; nil for a foreign one. WordPress's own carries the
    /// version in its address; a prefix that the file never declares is taken at its word.
    private static func usualPrefix(_ name: XMLName) -> String? {
        guard let address = name.namespace.map({ String(cString: $0) }), !address.isEmpty else {
            guard let prefix = name.prefix.map({ String(cString: $0) }) else { return "" }
            return ["wp", "content", "excerpt", "dc"].contains(prefix) ? prefix + ":" : nil
        }
        switch address {
        case "http://purl.org/rss/1.0/modules/content/": return "content:"
        case "http://purl.org/dc/elements/1.1/": return "dc:"
        case "http://backend.userland.com/rss2": return ""
        default:
            guard let export = address.wholeMatch(of: /https?:\/\/wordpress\.org\/export\/[^\/]+\/(excerpt\/)?/) else {
                return nil
            }
            return export.1 == nil ? "wp:" : "excerpt:"
        }
    }
}

/// Looks each name up once: the parser gives the same pointers for the same text, as long as it lives.
struct WXRElementCache {
    private struct Key: Hashable {
        var local: UnsafePointer<UInt8>
        var prefix: UnsafePointer<UInt8>?
        var namespace: UnsafePointer<UInt8>?
    }

    /// A sound export has about 80. libxml2's table of names slows down with their number, to a crawl at millions.
    static let limit = 5000

    private var known: [Key: WXRElement?] = [:]

    var isFull: Bool { known.count > Self.limit }

    mutating func element(_ name: XMLName) -> WXRElement? {
        let key = Key(local: name.local, prefix: name.prefix, namespace: name.namespace)
        if let element = known[key] { return element }
        let element = WXRElement(name)
        known[key] = .some(element)
        return element
    }
}
