/// What a page says about itself to browsers, search engines and other sites.
package struct PageHead: View {
    /// The document's title, the site's name included.
    package var title: String
    package var description: String?
    /// Absolute.
    package var canonical: SafeURL?
    package var openGraph: [OpenGraphProperty]
    package var structuredData: ScriptJSON?
    /// Search engines are asked to leave it out.
    package var isHidden: Bool
    /// The site's title is this page's main heading.
    package var isHome: Bool
    /// The page before this one in a series (`rel=prev`).
    package var previous: SafeURL?
    package var next: SafeURL?
    /// Feeds of this page alone: its comments, its category.
    package var feeds: [FeedLink]
    /// Who the site's owner is elsewhere (`rel=me`); on its first page.
    package var identities: [IdentityLink]
    /// The script that loads a player on a click; on pages that show one, where the owner lets it.
    package var playerScript: SafeURL?
    /// The rules for days, years and the timeline; on pages that show something of them.
    package var chronicleStyle: SafeURL?

    package init(
        title: String, description: String? = nil, canonical: SafeURL? = nil, openGraph: [OpenGraphProperty] = [],
        structuredData: ScriptJSON? = nil, isHidden: Bool = false, isHome: Bool = false, previous: SafeURL? = nil,
        next: SafeURL? = nil, feeds: [FeedLink] = [], identities: [IdentityLink] = [], playerScript: SafeURL? = nil,
        chronicleStyle: SafeURL? = nil
    ) {
        self.title = title
        self.description = description
        self.canonical = canonical
        self.openGraph = openGraph
        self.structuredData = structuredData
        self.isHidden = isHidden
        self.isHome = isHome
        self.previous = previous
        self.next = next
        self.feeds = feeds
        self.identities = identities
        self.playerScript = playerScript
        self.chronicleStyle = chronicleStyle
    }

    package static let fields: [Field<PageHead>] = [
        .text("title") { $0.title },
        .optionalText("description") { $0.description },
        .optionalURL("canonical") { $0.canonical },
        .list("openGraph") { $0.openGraph },
        .flag("hasPicture") { $0.openGraph.contains { $0.property == "og:image" } },
        .optionalScript("structuredData") { $0.structuredData },
        .flag("isHidden") { $0.isHidden },
        .flag("isHome") { $0.isHome },
        .optionalURL("previous") { $0.previous },
        .optionalURL("next") { $0.next },
        .list("feeds") { $0.feeds },
        .list("identities") { $0.identities },
        .optionalURL("playerScript") { $0.playerScript },
        .optionalURL("chronicleStyle") { $0.chronicleStyle },
    ]
}

/// A profile of the owner's on another site, which leads back here.
package struct IdentityLink: View {
    package var url: SafeURL

    package init(url: SafeURL) { self.url = url }

    package static let fields: [Field<IdentityLink>] = [.url("url") { $0.url }]
}

/// One `<meta property="og:…">`.
package struct OpenGraphProperty: View {
    package var property: String
    package var content: String

    package init(property: String, content: String) {
        self.property = property
        self.content = content
    }

    /// `pt-BR` as OpenGraph writes it; nil for a language without a territory, of which it has no form.
    package static func locale(_ tag: String) -> String? {
        let parts = tag.split(separator: "-")
        guard parts.count == 2, parts[0].utf8.count <= 3, parts[1].utf8.count == 2 else { return nil }
        return "\(parts[0].lowercased())_\(parts[1].uppercased())"
    }

    package static let fields: [Field<OpenGraphProperty>] = [
        .text("property") { $0.property },
        .text("content") { $0.content },
    ]
}
