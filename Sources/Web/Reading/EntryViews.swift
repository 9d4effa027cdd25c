import Language
import Model
import Store
import Themes

extension EntryView {
    /// A post in a list.
    /// - Parameters:
    ///   - picture: the file of the post's picture.
    ///   - showsContent: the whole post up to its “more” mark, as on the home page; else its excerpt.
    init(_ post: PostSummary, picture: Picture?, showsContent: Bool, language: Language) {
        let messages = language.messages
        self.init(
            title: post.shownTitle, url: SafeURL(path: post.path), format: post.format,
            date: DateView(post.localDate, at: post.publishedAt, in: language), author: AuthorView(post.author),
            categories: LinkView.links(to: post.terms, in: .category), tags: LinkView.links(to: post.terms, in: .tag),
            isSticky: post.isSticky, isProtected: post.isPasswordProtected)
        if post.commentCount > 0 {
            responses = LinkView(
                title: language.responses(post.commentCount), url: SafeURL(path: post.path + "#comments"))
        }
        if post.isPasswordProtected {
            title = messages.protectedTitle(post.title)
            return
        }
        if showsContent || Post.Format.shortForms.contains(post.format) {
            content = post.teaser ?? post.pages.first
            self.picture = PictureView(picture, besides: content)
            guard post.teaser != nil || post.pages.count > 1 else { return }
            let anchor = post.teaser == nil ? "" : "#more-\(post.number)"
            more = LinkView(
                title: post.moreText ?? messages.continueReadingTitle(post.title),
                url: SafeURL(path: post.path + anchor))
        } else {
            summary = post.excerpt.isEmpty ? nil : post.excerpt
            self.picture = PictureView(picture, besides: nil)
        }
    }

    /// A post on its own page.
    init(_ reading: PostReading, language: Language) {
        let post = reading.post
        let parts = reading.full.body.pages
        let content = parts.indices.contains(reading.part - 1) ? parts[reading.part - 1] : nil
        self.init(
            title: post.title.isEmpty ? nil : post.title, url: SafeURL(path: reading.full.path), format: post.format,
            date: post.kind == .page ? nil : DateView(post.localDate, at: post.publishedAt, in: language),
            author: post.kind == .page ? nil : AuthorView(reading.full.author),
            picture: reading.part == 1 ? PictureView(reading.picture, besides: content) : nil, content: content,
            categories: LinkView.links(to: reading.full.terms, in: .category),
            tags: LinkView.links(to: reading.full.terms, in: .tag))
    }
}

extension PostSummary {
    /// Asides and statuses are named by their date, as are posts without a title.
    fileprivate var shownTitle: String? { title.isEmpty || format == .aside || format == .status ? nil : title }
}

extension DateView {
    init?(_ local: LocalDateTime?, at instant: Instant?, in language: Language) {
        guard let local, let instant else { return nil }
        self.init(local, at: instant, in: language)
    }
}

extension AuthorView {
    init?(_ author: AuthorLink?) {
        guard let author else { return nil }
        self.init(name: author.displayName, url: SafeURL(path: Address.author(slug: author.slug, page: 1).path))
    }
}

extension LinkView {
    static func links(to terms: [TermLink], in taxonomy: Term.Taxonomy) -> [LinkView] {
        terms.filter { $0.taxonomy == taxonomy }.compactMap { term in
            Address.archive(of: term).map { LinkView(title: term.name, url: SafeURL(path: $0.path)) }
        }
    }

    init?(_ post: PostLink?) {
        guard let post else { return nil }
        self.init(title: post.title.isEmpty ? post.path : post.title, url: SafeURL(path: post.path))
    }
}
