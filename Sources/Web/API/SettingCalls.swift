import Database
import HTTPTypes
import Language
import Model
import Publishing
import Store

/// The site's settings over `/api/v1`.
enum SettingCalls {
    static let schemas: [APISchema] = [settings, settings.optional("SettingsChange")]

    private static let settings = APISchema(
        "Settings",
        [
            .init("title", .string), .init("tagline", .string), .init("language", .string, "en, de, pt-BR …"),
            .init("time_zone", .string, "Europe/Berlin"),
            .init("date_format", .choice(DateFormat.allCases.map(\.rawValue))), .init("posts_per_page", .integer),
            .init("feed_items", .integer), .init("full_feeds", .boolean, "Feeds carry whole posts."),
            .init("hidden", .boolean, "Search engines are asked to leave the site out."),
            .init("counts_views", .boolean, "How often each post is read is counted, by day."),
        ])

    static let routes: [APIRoute] = [
        .get("/settings", "Settings", "Reads the site’s settings.") { call in
            APIAnswer(json: json(try await call.services.site()))
        },
        .change(
            "/settings", "Settings", by: "SettingsChange", .settings, "Changes what is given of the settings.",
            handle: change),
    ]

    private static func change(_ call: APICall) async throws -> APIAnswer {
        try call.require(.configure)
        var site = try await call.services.site()
        try call.requireMatch(json(site))
        let body = call.body
        var faults: [APIProblem.Fault] = []
        func number(_ name: String, _ current: Int) -> Int {
            guard let given = body[name].integer else { return current }
            if !(1...100).contains(given) { faults.append(.init(name, "A number from 1 to 100.")) }
            return Int(clamping: given)
        }
        site.title = body["title"].text ?? site.title
        site.tagline = body["tagline"].text ?? site.tagline
        site.language = body["language"].text ?? site.language
        site.timeZone = body["time_zone"].text ?? site.timeZone
        site.dateFormat = body["date_format"].text.flatMap(DateFormat.init(rawValue:)) ?? site.dateFormat
        site.postsPerPage = number("posts_per_page", site.postsPerPage)
        site.feedItems = number("feed_items", site.feedItems)
        site.hasFullFeeds = body["full_feeds"].truth ?? site.hasFullFeeds
        site.isHidden = body["hidden"].truth ?? site.isHidden
        site.countsViews = body["counts_views"].truth ?? site.countsViews
        if site.title.isEmpty { faults.append(.init("title", "The site needs a title.")) }
        if !Language.isTag(site.language) { faults.append(.init("language", "This is no language tag.")) }
        if SiteClock(timeZone: site.timeZone) == nil { faults.append(.init("time_zone", "This is no time zone.")) }
        guard faults.isEmpty else { throw APIProblem(.unprocessableContent, "Some fields are wrong.", faults: faults) }
        try await ChangeSite(call.services.database, actor: call.actor).change(to: site, now: call.now)
        return APIAnswer(json: json(site))
    }

    private static func json(_ site: Site) -> JSONValue {
        [
            "title": .string(site.title), "tagline": .string(site.tagline), "language": .string(site.language),
            "time_zone": .string(site.timeZone), "date_format": .string(site.dateFormat.rawValue),
            "posts_per_page": .integer(Int64(site.postsPerPage)), "feed_items": .integer(Int64(site.feedItems)),
            "full_feeds": .bool(site.hasFullFeeds), "hidden": .bool(site.isHidden),
            "counts_views": .bool(site.countsViews),
        ]
    }
}
