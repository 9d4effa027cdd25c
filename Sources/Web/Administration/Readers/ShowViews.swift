import Administration
import Database
import HTTPTypes
import Hummingbird
import Language
import Model
import Store
import Themes

/// `/admin/views/`: how often posts were read, and `/admin/views/:number` for one of them.
struct ShowViews: Sendable {
    let services: SiteServices

    static let address = "/admin/views/"
    private static let spans: [(days: Int, title: String)] = [(7, "7 days"), (30, "30 days"), (365, "a year")]
    private static let most = 50

    static func routes(_ services: SiteServices) -> [AdminRoute] {
        let show = ShowViews(services: services)
        return [
            .get("admin/views", .publish, show.all),
            .get("admin/views/:number", .publish, show.one),
        ]
    }

    @Sendable func all(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let asked = Span.asked(request)
        let (site, span, days, posts) = try await services.read { tx, site in
            let span = Span(asked, now: staff.now, in: site)
            return (
                site, span, try tx.views(from: span.first, site: site.id),
                try tx.mostViewed(from: span.first, site: site.id, limit: Self.most)
            )
        }
        let language = Language(tag: "en")
        return try await answer(
            ViewsPage(
                heading: "Views", sum: span.sum(of: days), spans: span.links(Self.address), days: span.bars(days),
                posts: posts.map { post in
                    AdminLink(
                        title: post.title.isEmpty ? "No. \(post.number)" : post.title,
                        url: SafeURL(path: "\(Self.address)\(post.number)/?days=\(span.days)"),
                        count: language.number(post.views))
                },
                missing: site.countsViews ? nil : "Views are not counted; Reading turns that on."), staff)
    }

    @Sendable func one(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let number = try context.number
        let asked = Span.asked(request)
        let found = try await services.read { tx, site -> (FullPost, Span, [DayViews], Int)? in
            guard let post = try tx.post(number: number, site: site.id), let full = try tx.fullPost(post.id) else {
                return nil
            }
            let span = Span(asked, now: staff.now, in: site)
            return (full, span, try tx.views(of: post.id, from: span.first), try tx.viewCount(of: post.id))
        }
        guard let (full, span, days, total) = found else { throw Refusal(.notFound, "This post is not here.") }
        let title = full.post.title.isEmpty ? "No. \(number)" : full.post.title
        return try await answer(
            ViewsPage(
                heading: "Views: \(title)",
                sum: "\(span.sum(of: days)), \(Language(tag: "en").number(total)) since it is counted",
                spans: span.links("\(Self.address)\(number)/"), days: span.bars(days),
                ways: [
                    AdminLink(title: "To the post", url: SafeURL(path: full.path)),
                    AdminLink(title: "All posts", url: SafeURL(path: Self.address)),
                ]), staff)
    }

    private func answer(_ page: ViewsPage, _ staff: Staff) async throws -> Response {
        try await services.admin(page, title: page.heading, for: staff, path: Self.address)
    }

    /// Days that end with today.
    private struct Span: Sendable {
        let days: Int
        /// Midnight of today on the site's clock.
        private let today: LocalDateTime

        static func asked(_ request: Request) -> Int? { Int(FormFields(query: request.uri.query).first("days")) }

        /// - Parameter asked: how many days; 30 for a number that is not offered.
        init(_ asked: Int?, now: Instant, in site: Site) {
            days = ShowViews.spans.first { $0.days == asked }?.days ?? 30
            let reading = SiteClock(of: site).reading(at: now)
            today = LocalDateTime(year: reading.year, month: reading.month, day: reading.day)
        }

        private func date(_ index: Int) -> LocalDateTime {
            LocalDateTime(secondsSince1970: today.secondsSince1970 - Int64(days - 1 - index) * 86_400)
        }

        var first: String { date(0).dateText }

        func links(_ path: String) -> [AdminLink] {
            ShowViews.spans.map { span in
                AdminLink(
                    title: span.title, url: SafeURL(path: "\(path)?days=\(span.days)"), isCurrent: span.days == days)
            }
        }

        func sum(of counted: [DayViews]) -> String {
            let language = Language(tag: "en")
            let sum = counted.reduce(0) { $0 + $1.views }
            let now = counted.last { $0.day == today.dateText }?.views ?? 0
            return
                "\(sum == 1 ? "One view" : "\(language.number(sum)) views") in \(days) days, \(language.number(now)) today"
        }

        func bars(_ counted: [DayViews]) -> [DayBar] {
            let language = Language(tag: "en")
            let known = Dictionary(uniqueKeysWithValues: counted.map { ($0.day, $0.views) })
            let highest = max(known.values.max() ?? 0, 1)
            return (0..<days).map { index in
                let views = known[date(index).dateText] ?? 0
                return DayBar(
                    index: index, day: language.day(date(index)), views: language.number(views),
                    height: views * 100 / highest)
            }
        }
    }
}
