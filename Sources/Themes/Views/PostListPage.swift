package import Model

/// The home page, and the archives of a category, a tag, an author or a stretch of time.
package struct PostListPage: PageView {
    /// nil on the home page, where the site's title is the heading.
    package var heading: String?
    package var description: SafeHTML?
    package var entries: [EntryView]
    package var pagination: PaginationView?
    /// On the first page of the home, by setting.
    package var onThisDay: OnThisDayView?

    package init(
        heading: String?, description: SafeHTML? = nil, entries: [EntryView], pagination: PaginationView? = nil,
        onThisDay: OnThisDayView? = nil
    ) {
        self.heading = heading
        self.description = description
        self.entries = entries
        self.pagination = pagination
        self.onThisDay = onThisDay
    }

    package static let template = "list"

    package static let fields: [Field<PostListPage>] = [
        .optionalText("heading") { $0.heading },
        .optionalHTML("description") { $0.description },
        .list("entries") { $0.entries },
        .optionalRecord("pagination") { $0.pagination },
        .optionalRecord("onThisDay") { $0.onThisDay },
        .flag("isEmpty") { $0.entries.isEmpty },
    ]
}

/// The way through a list of several pages.
package struct PaginationView: View {
    package var newer: SafeURL?
    package var older: SafeURL?
    /// “Page 2 of 7”
    package var position: String?
    /// Some of the pages by number; empty where only newer and older are offered.
    package var pages: [PageLink]

    package init(newer: SafeURL? = nil, older: SafeURL? = nil, position: String? = nil, pages: [PageLink] = []) {
        self.newer = newer
        self.older = older
        self.position = position
        self.pages = pages
    }

    package static let fields: [Field<PaginationView>] = [
        .optionalURL("newer") { $0.newer },
        .optionalURL("older") { $0.older },
        .optionalText("position") { $0.position },
        .list("pages") { $0.pages },
    ]
}

/// One page of several, by its number.
package struct PageLink: View {
    package var number: String
    /// nil for the page that is shown.
    package var url: SafeURL?

    package init(number: String, url: SafeURL?) {
        self.number = number
        self.url = url
    }

    package static let fields: [Field<PageLink>] = [
        .text("number") { $0.number },
        .optionalURL("url") { $0.url },
    ]
}
