/// Everything there is, by year and month, category and tag.
package struct ArchivesPage: PageView {
    package var heading: String
    package var years: [ArchiveYear]
    package var categories: [CountedLink]
    package var tags: [CountedLink]

    package init(heading: String, years: [ArchiveYear], categories: [CountedLink] = [], tags: [CountedLink] = []) {
        self.heading = heading
        self.years = years
        self.categories = categories
        self.tags = tags
    }

    package static let template = "archives"

    package static let fields: [Field<ArchivesPage>] = [
        .text("heading") { $0.heading },
        .list("years") { $0.years },
        .list("categories") { $0.categories },
        .list("tags") { $0.tags },
        .flag("hasCategories") { !$0.categories.isEmpty },
        .flag("hasTags") { !$0.tags.isEmpty },
    ]
}

/// A year with its months that have posts.
package struct ArchiveYear: View {
    package var title: String
    package var url: SafeURL
    package var months: [CountedLink]

    package init(title: String, url: SafeURL, months: [CountedLink]) {
        self.title = title
        self.url = url
        self.months = months
    }

    package static let fields: [Field<ArchiveYear>] = [
        .text("title") { $0.title },
        .url("url") { $0.url },
        .list("months") { $0.months },
    ]
}

/// A list of posts and how many it holds.
package struct CountedLink: View {
    package var title: String
    package var url: SafeURL
    package var count: String

    package init(title: String, url: SafeURL, count: String) {
        self.title = title
        self.url = url
        self.count = count
    }

    package static let fields: [Field<CountedLink>] = [
        .text("title") { $0.title },
        .url("url") { $0.url },
        .text("count") { $0.count },
    ]
}
