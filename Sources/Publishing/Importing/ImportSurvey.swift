import Exchange
import Markup
import Model

/// What the first pass over an export gathers, before anything is written: whether it is whole, and what an item has to
/// know of others that may come after it.
struct ImportSurvey: Sendable {
    private(set) var blog: BlogRecord?
    private(set) var authors: [AuthorRecord] = []
    private(set) var terms: [TermRecord] = []
    /// Terms that only items name, in the order in which they were met.
    private(set) var termsOfItems: [ItemTerm] = []
    private(set) var attachments: [Int64: RenderingContext.Attachment] = [:]
    /// Numbers of a post's attachments in their menu order.
    private(set) var children: [Int64: [Int64]] = [:]
    private(set) var reusableBlocks: [Int64: String] = [:]
    private(set) var menuItems: [ItemRecord] = []
    /// Slug and parent of pages, for those whose links do not tell their path.
    private(set) var pages: [Int64: (slug: String, parent: Int64)] = [:]
    /// What readers do not see, so that its attachments are not shown either.
    private(set) var hidden: Set<Int64> = []
    /// The page that stood at the blog's root.
    private(set) var frontPage: Int64?
    /// The highest numbers in use there: what has to change its number here gets one beyond them.
    private(set) var highestPost: Int64 = 0
    private(set) var highestComment: Int64 = 0
    private(set) var items = 0
    private(set) var comments = 0
    private(set) var zone = TimeZoneInference()
    private var permalinks = PermalinkRecognition()
    private var logins: Set<String> = []
    private var termKeys: Set<String> = []
    private var declaredTerms: Set<String> = []
    private var orders: [Int64: Int] = [:]

    var address: OldAddress { OldAddress(urls: blog.map { [$0.baseBlogURL, $0.link].filter { !$0.isEmpty } } ?? []) }

    /// Nil when no post's link tells.
    var permalinkStructure: PermalinkStructure? { permalinks.structure }

    /// Names the old blog in the mapping from old to new.
    var source: String {
        guard let blog else { return "" }
        var url = (blog.baseBlogURL.isEmpty ? blog.link : blog.baseBlogURL)[...]
        while url.hasSuffix("/") { url.removeLast() }
        return url.isEmpty ? "wordpress:\(blog.title)" : String(url)
    }

    mutating func add(_ record: ExportRecord) throws {
        switch record {
        case .blog(let record): try add(record)
        case .author(let author):
            if logins.insert(author.login).inserted { authors.append(author) }
        case .term(let term):
            let key = Self.key(term.taxonomy, term.slug)
            declaredTerms.insert(key)
            if termKeys.insert(key).inserted { terms.append(term) }
        case .item(let item): add(item)
        case .oversized: break
        }
    }

    private mutating func add(_ record: BlogRecord) throws {
        guard let blog else {
            self.blog = record
            return
        }
        guard record.baseBlogURL == blog.baseBlogURL else {
            throw ImportRefusal(
                "\(record.place): this part is of another blog (\(record.baseBlogURL)) than the one before "
                    + "(\(blog.baseBlogURL)). Import them one after the other.")
        }
    }

    private mutating func add(_ item: ItemRecord) {
        items += 1
        if !item.creator.isEmpty, logins.insert(item.creator).inserted {
            // WXR 1.0 names authors only where they wrote something.
            var author = AuthorRecord(at: item.place)
            author.login = item.creator
            author.displayName = item.creator
            authors.append(author)
        }
        comments += item.comments.count
        if let local = item.date.local, let gmt = item.dateGMT.local { zone.add(local: local, gmt: gmt) }
        for term in item.terms where !term.name.isEmpty && term.taxonomy != "post_format" {
            let slug = term.slug.isEmpty ? Slug.make(from: term.name) : term.slug
            if termKeys.insert(Self.key(term.taxonomy, slug)).inserted {
                termsOfItems.append(ItemTerm(taxonomy: term.taxonomy, slug: slug, name: term.name))
            }
        }
        let number = item.id ?? 0
        highestPost = max(highestPost, number)
        highestComment = item.comments.reduce(highestComment) { max($0, $1.id ?? 0) }
        if item.status != "publish" && item.status != "inherit" { hidden.insert(number) }
        switch item.type {
        case "attachment": addAttachment(item, number: number)
        case "wp_block": reusableBlocks[number] = item.content
        case "nav_menu_item": if item.status == "publish" { menuItems.append(item.withoutComments) }
        case "page":
            pages[number] = (Slug.decoded(item.slug), item.parent)
            if address.path(of: item.link) == "/" { frontPage = number }
        case "post" where item.status == "publish": addLink(of: item, number: number)
        default: break
        }
    }

    private mutating func addLink(of item: ItemRecord, number: Int64) {
        guard let date = item.date.local, let path = address.path(of: item.link) else { return }
        let categories = item.terms.filter { $0.taxonomy == "category" && !$0.slug.isEmpty }.map(\.slug)
        // The one of its categories that the link shows, with those above it.
        let category = categories.first { path.contains("/\($0)/") } ?? categories.first ?? ""
        permalinks.add(
            path: Slug.decoded(path),
            values: .init(
                date: date, slug: Slug.decoded(item.slug), number: number, categoryPath: categoryPath(category),
                author: item.creator))
    }

    /// The slugs from the outermost category down.
    func categoryPath(_ slug: String) -> String {
        var path = [Slug.decoded(slug)]
        var parent = terms.first { $0.taxonomy == "category" && $0.slug == slug }?.parentSlug ?? ""
        while !parent.isEmpty, path.count < 32 {
            path.insert(Slug.decoded(parent), at: 0)
            parent = terms.first { $0.taxonomy == "category" && $0.slug == parent }?.parentSlug ?? ""
        }
        return path.joined(separator: "/")
    }

    private mutating func addAttachment(_ item: ItemRecord, number: Int64) {
        let size = AttachmentFacts(item)
        attachments[number] = RenderingContext.Attachment(
            number: number, url: item.attachmentURL.isEmpty ? item.guid : item.attachmentURL, title: item.title,
            caption: item.excerpt, alternativeText: item.meta("_wp_attachment_image_alt") ?? "",
            mimeType: size.mimeType, width: size.width, height: size.height, page: address.path(of: item.link))
        guard item.parent != 0 else { return }
        orders[number] = item.menuOrder
        children[item.parent, default: []].append(number)
    }

    /// Whether the export itself describes a term, so that its words can be trusted over what is here.
    func declares(_ record: TermRecord) -> Bool { declaredTerms.contains(Self.key(record.taxonomy, record.slug)) }

    /// The terms that the export declares, and those that only its items name.
    var allTerms: [TermRecord] {
        guard let blog else { return terms }
        return terms
            + termsOfItems.map { term in
                var record = TermRecord(at: blog.place)
                record.taxonomy = term.taxonomy
                record.slug = term.slug
                record.name = term.name
                return record
            }
    }

    /// To be called once after the last record.
    mutating func finish() {
        for parent in children.keys {
            children[parent]?.sort { (orders[$0] ?? 0, $0) < (orders[$1] ?? 0, $1) }
        }
    }

    static func key(_ taxonomy: String, _ slug: String) -> String { "\(taxonomy)\u{0}\(slug)" }
}

extension ItemRecord {
    fileprivate var withoutComments: ItemRecord {
        var item = self
        item.comments = []
        return item
    }
}

/// An export that is refused as a whole; nothing was written.
package struct ImportRefusal: Error, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}
