package import Model

/// A post: alone on its page, or one of a list.
package struct EntryView: View {
    /// nil for a post without one; it is then named by its date.
    package var title: String?
    package var url: SafeURL
    package var format: Post.Format
    /// nil for pages, which carry no date.
    package var date: DateView?
    /// Only where it says something that `date` does not.
    package var updated: DateView?
    package var author: AuthorView?
    /// The post's picture, where it does not stand in the content anyway.
    package var picture: PictureView?
    /// The whole post, or what stands before its “more” mark.
    package var content: SafeHTML?
    /// Plain text, shown where there is no content.
    package var summary: String?
    /// The way to the rest of a post that is cut short.
    package var more: LinkView?
    package var categories: [LinkView]
    package var tags: [LinkView]
    /// “2 Responses”, leading to them.
    package var responses: LinkView?
    package var isSticky: Bool
    /// It asks for a password, so nothing of its content is here.
    package var isProtected: Bool

    package init(
        title: String?, url: SafeURL, format: Post.Format = .standard, date: DateView? = nil, updated: DateView? = nil,
        author: AuthorView? = nil, picture: PictureView? = nil, content: SafeHTML? = nil, summary: String? = nil,
        more: LinkView? = nil,
        categories: [LinkView] = [], tags: [LinkView] = [], responses: LinkView? = nil, isSticky: Bool = false,
        isProtected: Bool = false
    ) {
        self.title = title
        self.url = url
        self.format = format
        self.date = date
        self.updated = updated
        self.author = author
        self.picture = picture
        self.content = content
        self.summary = summary
        self.more = more
        self.categories = categories
        self.tags = tags
        self.responses = responses
        self.isSticky = isSticky
        self.isProtected = isProtected
    }

    package static let fields: [Field<EntryView>] = [
        .optionalText("title") { $0.title },
        .url("url") { $0.url },
        .optionalRecord("date") { $0.date },
        .optionalRecord("updated") { $0.updated },
        .optionalRecord("author") { $0.author },
        .optionalRecord("picture") { $0.picture },
        .optionalHTML("content") { $0.content },
        .optionalText("summary") { $0.summary },
        .optionalRecord("more") { $0.more },
        .list("categories") { $0.categories },
        .list("tags") { $0.tags },
        .optionalRecord("responses") { $0.responses },
        .flag("isSticky") { $0.isSticky },
        .flag("isProtected") { $0.isProtected },
        .optionalText("formatClass") { $0.format == .standard ? nil : "format-\($0.format.rawValue)" },
        .flag("hasByline") { $0.date != nil || $0.author != nil || $0.isSticky },
        .flag("hasCategories") { !$0.categories.isEmpty },
        .flag("hasTags") { !$0.tags.isEmpty },
    ]
}

/// Who wrote a post.
package struct AuthorView: View {
    package var name: String
    /// The list of their posts.
    package var url: SafeURL?

    package init(name: String, url: SafeURL? = nil) {
        self.name = name
        self.url = url
    }

    package static let fields: [Field<AuthorView>] = [
        .text("name") { $0.name },
        .optionalURL("url") { $0.url },
    ]
}

/// A title that leads somewhere.
package struct LinkView: View {
    package var title: String
    package var url: SafeURL

    package init(title: String, url: SafeURL) {
        self.title = title
        self.url = url
    }

    package static let fields: [Field<LinkView>] = [
        .text("title") { $0.title },
        .url("url") { $0.url },
    ]
}
