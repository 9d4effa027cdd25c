import Administration
import Database
import HTTPTypes
import Hummingbird
import Model
import Store
import Themes

/// `/admin/log/`: what happened, by whom.
struct ShowLog: Sendable {
    let services: SiteServices

    private static let address = "/admin/log/"
    private static let perPage = 100
    private static let kinds = [
        ("", "everything"), ("account", "people and signing in"), ("post", "posts"), ("comment", "comments"),
        ("medium", "files"), ("term", "categories and tags"), ("site", "the site"), ("discussion", "discussion"),
        ("subscriber", "subscribers"), ("job", "jobs"),
    ]

    @Sendable func show(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let query = FormFields(query: request.uri.query)
        let (who, what) = (query.first("who"), query.first("what"))
        let filter = EventFilter(
            actor: who.isEmpty ? nil : who, objectKind: what.isEmpty ? nil : what,
            before: Int64(query.first("before")))
        let (site, events, accounts) = try await services.read { tx, site in
            (site, try tx.log(filter, site: site.id, limit: Self.perPage + 1), try tx.accounts(site: site.id))
        }
        let names = Dictionary(uniqueKeysWithValues: accounts.map { ($0.id.rawValue, $0.displayName) })
        let words = EventWords(names: names)
        let clock = AdminClock(site)
        let shown = events.prefix(Self.perPage)
        let people =
            [("", "anybody")] + accounts.map { ("account:\($0.id.rawValue)", $0.displayName) }
            + ["visitor", "import", "command line", "clock", "set-up"].map { ($0, EventWords.other($0)) }
        func choices(_ pairs: [(String, String)], _ chosen: String) -> [AdminChoice] {
            pairs.map { AdminChoice(value: $0.0, title: $0.1, isChosen: $0.0 == chosen) }
        }
        let page = LogPage(
            address: SafeURL(path: Self.address), people: choices(people, who), kinds: choices(Self.kinds, what),
            rows: shown.map { _, event in
                LogRow(
                    when: clock.text(event.at), who: words.actor(of: event), what: words.deed(of: event),
                    detail: words.detail(of: event))
            },
            older: events.count > Self.perPage
                ? shown.last.map { last in
                    SafeURL(
                        path: "\(Self.address)?before=\(last.id)&who=\(who.percentEncodedSegment)"
                            + "&what=\(what.percentEncodedSegment)")
                } : nil)
        return try await services.admin(page, title: "Log", for: staff, path: Self.address)
    }
}
