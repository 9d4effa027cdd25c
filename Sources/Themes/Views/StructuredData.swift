package import Model

/// A post as schema.org's BlogPosting, with its comments, and as an OpenGraph article.
package struct StructuredPost: Sendable {
    package var title: String
    /// Absolute.
    package var url: String
    package var description: String
    package var language: String
    package var siteName: String
    package var author: String?
    /// ISO 8601 with offset.
    package var published: String?
    package var modified: String?
    /// What stands for it elsewhere.
    package var picture: Picture?
    /// What it tells of.
    package var event: StructuredEvent?
    /// The sources that it cites, each as schema.org has it.
    package var citations: [JSONValue]
    /// The names of its categories and tags.
    package var keywords: [String]
    package var commentCount: Int
    package var comments: [Comment]

    package init(
        title: String, url: String, description: String, language: String, siteName: String, author: String? = nil,
        published: String? = nil, modified: String? = nil, picture: Picture? = nil, event: StructuredEvent? = nil,
        citations: [JSONValue] = [], keywords: [String] = [], commentCount: Int = 0, comments: [Comment] = []
    ) {
        self.title = title
        self.url = url
        self.description = description
        self.language = language
        self.siteName = siteName
        self.author = author
        self.published = published
        self.modified = modified
        self.picture = picture
        self.event = event
        self.citations = citations
        self.keywords = keywords
        self.commentCount = commentCount
        self.comments = comments
    }

    package struct Picture: Sendable {
        /// Absolute.
        package var url: String
        /// In pixels.
        package var width: Int?
        package var height: Int?
        /// Empty where there is none.
        package var alternativeText: String

        package init(url: String, width: Int? = nil, height: Int? = nil, alternativeText: String = "") {
            self.url = url
            self.width = width
            self.height = height
            self.alternativeText = alternativeText
        }

        fileprivate var json: ScriptValue {
            .object([
                .init("@type", "ImageObject"), .init("url", url), .init("width", width.map(ScriptValue.number)),
                .init("height", height.map(ScriptValue.number)),
            ])
        }

        fileprivate var openGraph: [(String, String?)] {
            [
                ("og:image", url), ("og:image:width", width.map(String.init)),
                ("og:image:height", height.map(String.init)),
                ("og:image:alt", alternativeText.isEmpty ? nil : alternativeText),
            ]
        }
    }

    /// Without its text, which stands in the page at `url`: a page of long comments would be half as long again.
    package struct Comment: Sendable {
        package var url: String
        package var author: String
        package var published: String

        package init(url: String, author: String, published: String) {
            self.url = url
            self.author = author
            self.published = published
        }
    }

    package var json: ScriptJSON {
        ScriptJSON(
            .object([
                .init("@context", "https://schema.org"),
                .init("@type", "BlogPosting"),
                .init("headline", title),
                .init("url", url),
                .init("mainEntityOfPage", url),
                .init("description", description.isEmpty ? nil : description),
                .init("inLanguage", language),
                .init("datePublished", published),
                .init("dateModified", modified),
                .init("image", picture?.json),
                .init("author", author.map(person)),
                .init("publisher", .object([.init("@type", "Organization"), .init("name", siteName)])),
                .init("temporalCoverage", event?.coverage),
                .init("about", event?.json),
                .init("citation", citations.isEmpty ? nil : .list(citations.map(ScriptValue.init))),
                .init("keywords", keywords.isEmpty ? nil : .list(keywords.map(ScriptValue.text))),
                .init("commentCount", .number(commentCount)),
                .init("comment", comments.isEmpty ? nil : .list(comments.map(json))),
            ]))
    }

    package var openGraph: [OpenGraphProperty] {
        let properties: [(String, String?)] = [
            ("og:type", "article"), ("og:title", title), ("og:url", url), ("og:site_name", siteName),
            ("og:description", description.isEmpty ? nil : description),
            ("og:locale", OpenGraphProperty.locale(language)),
            ("article:published_time", published), ("article:modified_time", modified),
        ]
        return (properties + (picture?.openGraph ?? [])).compactMap { property, content in
            content.map { OpenGraphProperty(property: property, content: $0) }
        }
    }

    private func json(_ comment: Comment) -> ScriptValue {
        .object([
            .init("@type", "Comment"), .init("url", comment.url), .init("author", person(comment.author)),
            .init("datePublished", comment.published),
        ])
    }

    private func person(_ name: String) -> ScriptValue {
        .object([.init("@type", "Person"), .init("name", name)])
    }
}
