import Citations
import Language
import Model
import Publishing
import Store
import Themes

extension PostPage {
    init(_ reading: PostReading, comments: CommentsView?, language: Language) {
        let parts = reading.full.body.pages.count
        var entry = EntryView(reading, language: language)
        _ = entry.hurryPicture()
        self.init(
            entry: entry,
            pages: parts < 2
                ? []
                : (1...parts).map { part in
                    PageLink(
                        number: language.number(part),
                        url: part == reading.part ? nil : SafeURL(path: reading.path(ofPart: part)))
                },
            previous: LinkView(reading.previous), next: LinkView(reading.next),
            comments: comments,
            event: EventNoteView(reading.event, folder: reading.chronicle.prefix, language: language),
            onThisDay: OnThisDayView(reading.onThisDay, language: language),
            sourceFiles: reading.sources.isEmpty
                ? []
                : SourceFormat.allCases.map { format in
                    LinkView(
                        title: format.title,
                        url: SafeURL(path: Address.item(path: reading.full.path, part: .sources(format)).path))
                })
    }
}

extension AttachmentPage {
    init(_ reading: PostReading, medium: Medium, comments: CommentsView?, language: Language) {
        let post = reading.post
        let body = reading.full.body
        var picture = PictureView(reading.picture, besides: nil)
        picture?.isFirst = true
        self.init(
            title: post.title, entryURL: SafeURL(path: reading.full.path),
            file: medium.file.map { _ in SafeURL(path: medium.address) }, picture: picture,
            original: SafeURL(medium.sourceURL),
            alternativeText: medium.alternativeText,
            caption: body.excerptSource.isEmpty ? nil : SafeHTML.text(body.excerpt),
            content: body.pages.first.flatMap { $0.isEmpty ? nil : $0 },
            date: DateView(post.localDate, at: post.publishedAt, in: language), parent: LinkView(reading.parent),
            comments: reading.comments.total > 0 || reading.isOpen ? comments : nil)
    }
}

extension PageHead {
    init(_ reading: PostReading, site: Site, language: Language, location: SiteLocation) {
        let post = reading.post
        let parts = reading.full.body.pages.count
        let canonical = location.absolute(reading.canonicalPath)
        let description = reading.searchDescription ?? (post.password == nil ? reading.full.body.excerpt : "")
        let structured = reading.structured(
            site: site, language: language, location: location, description: description)
        let title = post.title.isEmpty ? site.title : post.title
        self.init(
            title: reading.searchTitle ?? "\(title) – \(site.title)",
            description: description.isEmpty ? nil : description, canonical: SafeURL(canonical),
            openGraph: post.password == nil ? structured.openGraph : [],
            structuredData: post.kind == .post && post.password == nil ? structured.json : nil,
            isHidden: post.password != nil,
            previous: reading.part > 1 ? SafeURL(path: reading.path(ofPart: reading.part - 1)) : nil,
            next: reading.part < parts ? SafeURL(path: reading.path(ofPart: reading.part + 1)) : nil,
            feeds: reading.isOpen || reading.comments.total > 0
                ? FeedLink.links(called: language.messages.commentsOnFeed(post.title)) { format in
                    .item(path: reading.full.path, part: .feed(format))
                } : [])
    }
}

extension PostReading {
    func path(ofPart part: Int) -> String {
        part == 1 ? full.path : Address.item(path: full.path, part: .page(part)).path
    }

    /// Of exactly this page: a part of the post, or a page of its comments.
    var canonicalPath: String {
        if part > 1 { return path(ofPart: part) }
        return comments.page > 1 ? Address.item(path: full.path, part: .comments(page: comments.page)).path : full.path
    }

    fileprivate func structured(
        site: Site, language: Language, location: SiteLocation, description: String
    ) -> StructuredPost {
        StructuredPost(
            title: post.title, url: location.absolute(full.path), description: description, language: language.tag,
            siteName: site.title, author: full.author?.displayName,
            published: post.localDate.flatMap { date in post.publishedAt.map { date.iso8601(at: $0) } },
            modified: post.modifiedAt.utc.iso8601(at: post.modifiedAt),
            picture: leadPicture.map { medium in
                StructuredPost.Picture(
                    url: location.absolute(medium.address), width: medium.width, height: medium.height,
                    alternativeText: medium.alternativeText)
            },
            event: event.flatMap { $0.isShown && post.password == nil ? StructuredEvent($0, named: post.title) : nil },
            citations: sources.compactMap(Reference.init).map(\.structuredData),
            keywords: full.terms.filter { $0.taxonomy == .category || $0.taxonomy == .tag }.map(\.name),
            commentCount: comments.total,
            comments: comments.comments.map { comment in
                StructuredPost.Comment(
                    url: location.absolute("\(canonicalPath)#comment-\(comment.number)"),
                    author: comment.authorName.isEmpty ? language.messages.anonymous : comment.authorName,
                    published: comment.localDate.iso8601(at: comment.createdAt))
            })
    }
}
