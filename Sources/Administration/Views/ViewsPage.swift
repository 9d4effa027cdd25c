package import Themes

/// How often posts were read: over a time, by day and by post.
package struct ViewsPage: PageView {
    package var heading: String
    /// “1,204 views in 30 days, 43 of them today”
    package var sum: String
    /// Ways to a longer or shorter time.
    package var spans: [AdminLink]
    package var days: [DayBar]
    package var posts: [AdminLink]
    /// The ways from one post's numbers to it, and to those of all; empty where all are told.
    package var ways: [AdminLink]
    /// Why nothing is counted.
    package var missing: String?

    package init(
        heading: String, sum: String, spans: [AdminLink], days: [DayBar], posts: [AdminLink] = [],
        ways: [AdminLink] = [], missing: String? = nil
    ) {
        self.heading = heading
        self.sum = sum
        self.spans = spans
        self.days = days
        self.posts = posts
        self.ways = ways
        self.missing = missing
    }

    package static let template = "views"

    package static let fields: [Field<ViewsPage>] = [
        .text("heading") { $0.heading },
        .text("sum") { $0.sum },
        .list("spans") { $0.spans },
        .list("days") { $0.days },
        .text("width") { String($0.days.count) },
        .list("posts") { $0.posts },
        .flag("hasPosts") { !$0.posts.isEmpty },
        .list("ways") { $0.ways },
        .flag("hasWays") { !$0.ways.isEmpty },
        .optionalText("missing") { $0.missing },
    ]
}

/// One day in the picture: a unit wide, and a hundred high where it is the highest.
package struct DayBar: View {
    /// Its place, 0 for the first.
    package var index: Int
    package var day: String
    package var views: String
    /// Hundredths of the highest.
    package var height: Int

    package init(index: Int, day: String, views: String, height: Int) {
        self.index = index
        self.day = day
        self.views = views
        self.height = height
    }

    package static let fields: [Field<DayBar>] = [
        .text("index") { String($0.index) },
        .text("day") { $0.day },
        .text("views") { $0.views },
        .text("height") { String($0.height) },
        .text("top") { String(100 - $0.height) },
    ]
}
