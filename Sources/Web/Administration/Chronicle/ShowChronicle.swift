import Administration
import EDTF
import HTTPTypes
import Hummingbird
import Language
import Model
import Publishing
import Store
import Themes

/// `/admin/chronicle/`: the year as the site tells of it, and what comes round.
struct ShowChronicle: Sendable {
    let services: SiteServices

    static let address = "/admin/chronicle/"
    /// Anniversaries that are shown.
    private static let most = 100

    static func routes(_ services: SiteServices) -> [AdminRoute] {
        let page = ShowChronicle(services: services)
        return [
            .get("admin/chronicle", .write, page.show),
            .post("admin/chronicle/draft", .write, page.draft),
            .post("admin/chronicle/schedule", .publish, page.schedule),
        ] + ReviewDates.routes(services) + ChangeChroniclePage.routes(services)
    }

    @Sendable func show(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let writer = Writer(staff.account)
        let (site, chronicle, dated, doubtful) = try await services.read { tx, site in
            (
                site, try tx.chronicle(site: site.id), try tx.datedPosts(site: site.id),
                try tx.doubtfulEventCount(site: site.id)
            )
        }
        let today = SiteClock(of: site).reading(at: staff.now)
        let listed = dated.filter { $0.status == .published }
        let coming = dated.compactMap { Coming($0, today: today, rule: chronicle.leapDay) }.sorted { $0.day < $1.day }
        let page = AdminChroniclePage(
            ways: Self.ways(staff, doubtful: doubtful, current: Self.address), sum: Self.sum(listed),
            months: Self.months(listed, folder: chronicle.prefix),
            anniversaries: coming.filter { $0.post.status == .published && $0.isSoon && Anniversary.isRound($0.years) }
                .prefix(Self.most).map(\.row),
            drafts: coming.filter { $0.post.isUnfinished && $0.post.mayBeSeen(by: writer) }.map(\.row),
            draftAction: SafeURL(path: Self.address + "draft/"),
            scheduleAction: SafeURL(path: Self.address + "schedule/"), mayPublish: writer.may(.publish),
            disagreements: dated.filter { $0.mayBeSeen(by: writer) }.compactMap(DisagreementRow.init))
        return try await services.admin(page, title: "Chronicle", for: staff, path: Self.address)
    }

    /// Begins a post on an anniversary.
    @Sendable func draft(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let fields = try await FormFields(request, context, services)
        let number = Int64(fields.first("number")) ?? 0
        let (language, years) = try await services.read { tx, site -> (Language, Int?) in
            let today = SiteClock(of: site).reading(at: staff.now)
            let rule = try tx.chronicle(site: site.id).leapDay
            let post = try tx.datedPosts(site: site.id).first { $0.number == number }
            return (Language(of: site), post.flatMap { Coming($0, today: today, rule: rule)?.years })
        }
        let ago = language.say(language.messages.chronicle.yearsAgo, years ?? 0)
        return try await services.respond(to: staff, path: Self.address) { writer in
            let number = try await DraftAnniversary(services.database).draft(
                from: number, title: { "\($0) – \(ago)" }, lead: { "[\($0)](\($1))\n" }, by: writer, now: staff.now)
            return .seeOther(AdminAddress(.post).url(number))
        }
    }

    /// Publishes a draft on the day on which what it tells of comes round.
    @Sendable func schedule(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let fields = try await FormFields(request, context, services)
        let number = Int64(fields.first("number")) ?? 0
        return try await services.respond(to: staff, path: Self.address) { writer in
            try await ScheduleAnniversary(services.database).schedule(number: number, by: writer, now: staff.now)
            return .seeOther(SafeURL(path: AdminAddress(.post).url(number).text + "?saved=1"))
        }
    }

    static func ways(_ staff: Staff, doubtful: Int, current: String) -> [AdminLink] {
        let known: [(String, String, Permission)] = [
            ("The year", address, .write), ("Doubtful dates", ReviewDates.address, .editOthers),
            ("Settings", ChangeChroniclePage.address, .configure),
        ]
        return known.filter { staff.account.role.may($0.2) }.map { title, path, _ in
            AdminLink(
                title: title, url: SafeURL(path: path), isCurrent: path == current,
                count: path == ReviewDates.address && doubtful > 0 ? String(doubtful) : nil)
        }
    }

    private static func sum(_ listed: [DatedPost]) -> String {
        let days = Set(listed.map(\.day)).count
        return
            "\(listed.count) public \(listed.count == 1 ? "post tells" : "posts tell") of \(days) \(days == 1 ? "day" : "days"); "
            + "\(DayOfYear.all.count - days) have none."
    }

    private static func months(_ listed: [DatedPost], folder: String) -> [ChronicleMonth] {
        let counts = Dictionary(grouping: listed, by: \.day).mapValues(\.count)
        let language = Language(tag: "en")
        return Dictionary(grouping: DayOfYear.all, by: \.month).sorted { $0.key < $1.key }.map { month, days in
            ChronicleMonth(
                name: language.month(month),
                days: days.sorted().map { day in
                    let count = counts[day] ?? 0
                    return ChronicleDay(
                        number: String(day.day),
                        label:
                            "\(language.day(day)), \(count == 0 ? "no" : String(count)) \(count == 1 ? "post" : "posts")",
                        url: count == 0 ? nil : SafeURL(path: ChronicleAddress(folder: folder, .day(day)).path))
                })
        }
    }

    /// When what a post tells of is next remembered.
    private struct Coming {
        let post: DatedPost
        let day: LocalDateTime
        let years: Int
        let isSoon: Bool

        init?(_ post: DatedPost, today: LocalDateTime, rule: LeapDayRule) {
            guard let day = Anniversary.next(of: post.day, from: today, by: rule) else { return nil }
            self.post = post
            self.day = day
            years = day.year - post.year
            isSoon = day.secondsSince1970 - today.secondsSince1970 < 366 * 86_400
        }

        var row: AnniversaryRow {
            AnniversaryRow(
                when: Language(tag: "en").day(day), years: "\(years) \(years == 1 ? "year" : "years")",
                title: post.title.isEmpty ? "No. \(post.number)" : post.title,
                edit: AdminAddress(.post).url(post.number), number: String(post.number))
        }
    }
}

extension DatedPost {
    fileprivate var isUnfinished: Bool { status == .draft || status == .pending }

    /// What is not public is its author's, and of those who look after all posts.
    fileprivate func mayBeSeen(by writer: Writer) -> Bool {
        status == .published || writer.may(.editOthers) || author == writer.account
    }
}

extension DisagreementRow {
    /// Nil where both may be true.
    fileprivate init?(_ post: DatedPost) {
        guard let title = TitleDate.disagreement(title: post.title, post.event) else { return nil }
        let language = Language(tag: "en")
        self.init(
            title: post.title, edit: AdminAddress(.post).url(post.number), titleDate: language.words(title),
            eventDate: language.words(post.event))
    }
}
