internal import Model

// The objects of the JSON export. What a post does not have is left out.

struct JSONSite: Encodable {
    let title: String
    let tagline: String
    let language: String
    let url: String
    let made: String
    let settings: [String: String]

    init(_ blog: BlogRecord) {
        title = blog.title
        tagline = blog.description
        language = blog.language
        url = blog.link
        made = blog.pubDate
        settings = Dictionary(blog.settings.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    }
}

struct JSONAuthor: Encodable {
    let id: Int64?
    let login: String
    let email: String
    let name: String
    let firstName: String
    let lastName: String

    init(_ author: AuthorRecord) {
        id = author.id
        login = author.login
        email = author.email
        name = author.displayName
        firstName = author.firstName
        lastName = author.lastName
    }
}

struct JSONMeta: Encodable {
    let key: String
    let value: String
}

struct JSONTerm: Encodable {
    let id: Int64?
    let taxonomy: String
    let slug: String
    let parent: String?
    let name: String
    let description: String
    let meta: [JSONMeta]?

    init(_ term: TermRecord) {
        id = term.id
        taxonomy = term.taxonomy
        slug = term.slug
        parent = term.parentSlug.isEmpty ? nil : term.parentSlug
        name = term.name
        description = term.description
        meta = term.meta.json
    }
}

struct JSONPost: Encodable {
    struct Term: Encodable {
        let taxonomy: String
        let slug: String
        let name: String
    }

    let id: Int64?
    let type: String
    let status: String
    let title: String
    let slug: String
    let url: String
    let addresses: [String]?
    let guid: String
    let author: String?
    let date: String?
    let dateUTC: String?
    let modifiedUTC: String?
    let parent: Int64?
    let menuOrder: Int
    let isSticky: Bool
    let password: String?
    let commentsOpen: Bool
    let pingsOpen: Bool
    let source: String
    let html: String?
    let excerpt: String?
    let file: String?
    let terms: [Term]?
    let meta: [JSONMeta]?
    let comments: [JSONComment]?

    init(_ item: ItemRecord) {
        id = item.id
        type = item.type
        status = item.status
        title = item.title
        slug = item.slug
        url = item.link
        addresses = item.addresses.isEmpty ? nil : item.addresses
        guid = item.guid
        author = item.creator.isEmpty ? nil : item.creator
        date = item.date.local?.iso8601
        dateUTC = item.dateGMT.local.map { $0.iso8601 + "Z" }
        modifiedUTC = item.modifiedGMT.local.map { $0.iso8601 + "Z" }
        parent = item.parent == 0 ? nil : item.parent
        menuOrder = item.menuOrder
        isSticky = item.isSticky
        password = item.password.isEmpty ? nil : item.password
        commentsOpen = item.commentStatus == "open"
        pingsOpen = item.pingStatus == "open"
        source = item.content
        html = item.html.isEmpty ? nil : item.html
        excerpt = item.excerpt.isEmpty ? nil : item.excerpt
        file = item.attachmentURL.isEmpty ? nil : item.attachmentURL
        terms =
            item.terms.isEmpty
            ? nil : item.terms.map { Term(taxonomy: $0.taxonomy, slug: $0.slug, name: $0.name) }
        meta = item.meta.json
        comments = item.comments.isEmpty ? nil : item.comments.map(JSONComment.init)
    }
}

struct JSONComment: Encodable {
    let id: Int64?
    let parent: Int64?
    let type: String
    let status: String
    let author: String
    let email: String?
    let url: String?
    let ip: String?
    let accountID: Int64?
    let date: String?
    let dateUTC: String?
    let source: String
    let meta: [JSONMeta]?

    init(_ comment: CommentRecord) {
        id = comment.id
        parent = comment.parent == 0 ? nil : comment.parent
        type = comment.type
        status =
            switch comment.approved {
            case "1": "approved"
            case "0": "held"
            default: comment.approved
            }
        author = comment.author
        email = comment.authorEmail.isEmpty ? nil : comment.authorEmail
        url = comment.authorURL.isEmpty ? nil : comment.authorURL
        ip = comment.authorIP.isEmpty ? nil : comment.authorIP
        accountID = comment.userID == 0 ? nil : comment.userID
        date = comment.date.local?.iso8601
        dateUTC = comment.dateGMT.local.map { $0.iso8601 + "Z" }
        source = comment.content
        meta = comment.meta.json
    }
}

extension [MetaRecord] {
    fileprivate var json: [JSONMeta]? { isEmpty ? nil : map { JSONMeta(key: $0.key, value: $0.value) } }
}
