package import Language

/// What every page of a site shows around its own content.
package struct SiteHead: View {
    package var title: String
    package var tagline: String?
    /// Its messages are what templates reach as `words`.
    package var language: Language
    package var home: SafeURL
    /// Versioned by its content, so that it may be kept for ever.
    package var stylesheet: SafeURL
    /// The owner's own rules, behind the theme's.
    package var ownStyle: SafeURL?
    /// What stands in a browser's tab.
    package var icon: SafeURL?
    package var navigation: [NavigationItem]
    /// The feeds of the whole site, in the format that every reader knows.
    package var feeds: [FeedLink]
    /// The same feeds in further formats.
    package var otherFeeds: [FeedLink]
    /// Where mail about new posts is asked for; nil where none is sent.
    package var follow: SafeURL?
    /// Everything that posts tell of, in order; nil where they tell of nothing.
    package var timeline: SafeURL?

    package init(
        title: String, tagline: String? = nil, language: Language, home: SafeURL, stylesheet: SafeURL,
        ownStyle: SafeURL? = nil, icon: SafeURL? = nil,
        navigation: [NavigationItem] = [], feeds: [FeedLink] = [], otherFeeds: [FeedLink] = [],
        follow: SafeURL? = nil, timeline: SafeURL? = nil
    ) {
        self.title = title
        self.tagline = tagline
        self.language = language
        self.home = home
        self.stylesheet = stylesheet
        self.ownStyle = ownStyle
        self.icon = icon
        self.navigation = navigation
        self.feeds = feeds
        self.otherFeeds = otherFeeds
        self.follow = follow
        self.timeline = timeline
    }

    package static let fields: [Field<SiteHead>] = [
        .text("title") { $0.title },
        .optionalText("tagline") { $0.tagline },
        .url("home") { $0.home },
        .url("stylesheet") { $0.stylesheet },
        .optionalURL("ownStyle") { $0.ownStyle },
        .optionalURL("icon") { $0.icon },
        .list("navigation") { $0.navigation },
        .list("feeds") { $0.feeds },
        .list("otherFeeds") { $0.otherFeeds },
        .optionalURL("follow") { $0.follow },
        .optionalURL("timeline") { $0.timeline },
        .flag("hasNavigation") { !$0.navigation.isEmpty },
        .text("language") { $0.language.tag },
        .text("direction") { $0.language.direction.rawValue },
    ]
}

/// One entry of the site's menu.
package struct NavigationItem: View {
    package var title: String
    package var url: SafeURL
    /// It leads to the page that is shown.
    package var isCurrent: Bool
    /// Shown one level deep: theirs are not.
    package var children: [NavigationItem]

    package init(title: String, url: SafeURL, isCurrent: Bool = false, children: [NavigationItem] = []) {
        self.title = title
        self.url = url
        self.isCurrent = isCurrent
        self.children = children
    }

    package static let fields: [Field<NavigationItem>] = [
        .text("title") { $0.title },
        .url("url") { $0.url },
        .flag("isCurrent") { $0.isCurrent },
        .list("children") { $0.children },
        .flag("hasChildren") { !$0.children.isEmpty },
    ]
}

/// A feed that the head of a page names.
package struct FeedLink: View {
    package var title: String
    package var url: SafeURL
    /// `application/rss+xml`, `application/atom+xml` or `application/feed+json`
    package var type: String

    package init(title: String, url: SafeURL, type: String = "application/rss+xml") {
        self.title = title
        self.url = url
        self.type = type
    }

    package static let fields: [Field<FeedLink>] = [
        .text("title") { $0.title },
        .url("url") { $0.url },
        .text("type") { $0.type },
    ]
}
