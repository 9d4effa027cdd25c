import Model

/// An element that is open, with what was read of it so far.
struct WXRFrame {
    let element: WXRElement
    let place: FilePlace
    private var fields: [(element: WXRElement, text: String)] = []
    var terms: [ItemTerm] = []
    var meta: [MetaRecord] = []
    var comments: [CommentRecord] = []
    var enclosures: [Enclosure] = []
    var guidIsPermaLink = true

    init(_ element: WXRElement, at place: FilePlace) {
        self.element = element
        self.place = place
    }

    /// Where an element stands twice, the first counts, as it does for WordPress.
    mutating func set(_ element: WXRElement, _ text: String) {
        if !has(element) { fields.append((element, text)) }
    }

    func has(_ element: WXRElement) -> Bool { fields.contains { $0.element == element } }

    subscript(element: WXRElement) -> String { fields.first { $0.element == element }?.text ?? "" }

    func number(_ element: WXRElement) -> Int64? { Int64(self[element]) }
}

extension WXRFrame {
    func blog(iconURL: String) -> BlogRecord {
        BlogRecord(
            place: place, version: self[.version], title: self[.title], link: self[.link],
            description: self[.description], language: self[.language], baseSiteURL: self[.baseSiteURL],
            baseBlogURL: self[.baseBlogURL], generator: self[.generator], pubDate: self[.pubDate], iconURL: iconURL)
    }

    var author: AuthorRecord {
        AuthorRecord(
            place: place, id: number(.authorID), login: self[.authorLogin], email: self[.authorEmail],
            displayName: self[.authorDisplayName], firstName: self[.authorFirstName], lastName: self[.authorLastName],
            description: self[.authorDescription])
    }

    var term: TermRecord {
        func record(
            _ taxonomy: String, slug: WXRElement, parent: WXRElement, name: WXRElement, description: WXRElement
        ) -> TermRecord {
            TermRecord(
                place: place, taxonomy: taxonomy, id: number(.termID), slug: self[slug], parentSlug: self[parent],
                name: self[name], description: self[description], meta: meta)
        }
        return switch element {
        case .blogCategory:
            record(
                "category", slug: .categorySlug, parent: .categoryParent, name: .categoryName,
                description: .categoryDescription)
        case .tag:
            record("post_tag", slug: .tagSlug, parent: .termParent, name: .tagName, description: .tagDescription)
        default:
            record(
                self[.termTaxonomy], slug: .termSlug, parent: .termParent, name: .termName,
                description: .termDescription)
        }
    }

    var item: ItemRecord {
        ItemRecord(
            place: place, id: number(.postID), title: self[.title], link: self[.link], pubDate: self[.pubDate],
            creator: self[.creator], guid: self[.guid], guidIsPermaLink: guidIsPermaLink,
            description: self[.description], content: self[.content], excerpt: self[.excerpt],
            date: ExportDate(self[.postDate]), dateGMT: ExportDate(self[.postDateGMT]),
            modified: ExportDate(self[.postModified]), modifiedGMT: ExportDate(self[.postModifiedGMT]),
            commentStatus: self[.commentStatus], pingStatus: self[.pingStatus], slug: self[.postName],
            status: self[.status], parent: number(.postParent) ?? 0, menuOrder: Int(self[.menuOrder]) ?? 0,
            type: self[.postType], password: self[.postPassword], isSticky: self[.isSticky] == "1",
            attachmentURL: self[.attachmentURL], terms: ownTerms, meta: meta, comments: comments,
            enclosures: enclosures)
    }

    /// WXR 1.0 names each term twice: once by its name alone, once with its slug.
    private var ownTerms: [ItemTerm] {
        let named = Set(terms.lazy.filter { !$0.slug.isEmpty }.map(\.name))
        return terms.filter { !$0.slug.isEmpty || !named.contains($0.name) }
    }

    var comment: CommentRecord {
        CommentRecord(
            place: place, id: number(.commentID), author: self[.commentAuthor],
            authorEmail: self[.commentAuthorEmail], authorURL: self[.commentAuthorURL],
            authorIP: self[.commentAuthorIP], date: ExportDate(self[.commentDate]),
            dateGMT: ExportDate(self[.commentDateGMT]), content: self[.commentContent],
            approved: self[.commentApproved], type: self[.commentType], parent: number(.commentParent) ?? 0,
            userID: number(.commentUserID) ?? 0, meta: meta)
    }
}
