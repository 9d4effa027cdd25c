import Administration
import Conversation
import Database
import HTTPTypes
import Hummingbird
import Model
import Spam
import Store
import Themes

/// `/admin/spam/`: what the filter for spam decides, and what it did.
struct ChangeSpamPage: Sendable {
    let services: SiteServices

    static let address = "/admin/spam/"
    /// Weeks that are told, this one with them.
    private static let weeks = 8

    static func routes(_ services: SiteServices) -> [AdminRoute] {
        let page = ChangeSpamPage(services: services)
        return [.get("admin/spam", .configure, page.show), .post("admin/spam", .configure, page.take)]
    }

    @Sendable func show(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let discussion = try await services.read { tx, site in try tx.discussion(site: site.id) }
        return try await page(discussion, staff, notice: .saved(request))
    }

    @Sendable func take(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        var fields = CheckedFields(try await FormFields(request, context, services))
        var discussion = try await services.read { tx, site in try tx.discussion(site: site.id) }
        let filtering = fields.choice("filtering", of: Discussion.Filtering.allCases.map(\.rawValue))
        discussion.filtering = Discussion.Filtering(rawValue: filtering) ?? discussion.filtering
        discussion.realLost = fields.share("lost", of: Self.lost, else: discussion.realLost)
        discussion.spamPublished = fields.share("published", of: Self.published, else: discussion.spamPublished)
        guard fields.isRight else { return try await page(discussion, staff, faults: fields.faults) }
        if fields.isTicked("foresee") {
            let foresight = try await ForeseeFilter(services.database, filters: services.filters).foresee(discussion)
            return try await page(discussion, staff, foresight: foresight)
        }
        try await ChangeFilter(services.database, actor: staff.actor).change(to: discussion, now: staff.now)
        return .saved(Self.address)
    }

    /// Shares that are offered, of 10,000.
    private static let lost = [1, 5, 10, 50, 100]
    private static let published = [10, 50, 100, 200, 500, 1_000]

    private func page(
        _ discussion: Discussion, _ staff: Staff, foresight: Foresight? = nil, faults: [String: String] = [:],
        notice: AdminNotice? = nil
    ) async throws -> Response {
        let (filter, weeks) = try await services.read { [services] tx, site in
            let stored = try tx.filter(site: site.id)
            return (
                try services.filters.current(stored, in: tx),
                try stored.map { try Self.weeks(of: $0.id, until: staff.now, in: tx) } ?? []
            )
        }
        let view = SpamPage(
            state: Self.state(of: filter), action: SafeURL(path: Self.address),
            fields: [
                FormField(
                    "filtering", "The filter", kind: .choices(discussion.filtering.choices),
                    hint: "Rules of the page Discussion hold besides: what they hold is held whatever the filter says.",
                    fault: faults["filtering"]),
                FormField(
                    "lost", "Real responses that go to Spam unseen",
                    kind: .choices(Self.choices(Self.lost, chosen: discussion.realLost)),
                    hint: "The worst mistake. The fewer, the more is held for you to look at.",
                    fault: faults["lost"]),
                FormField(
                    "published", "Spam that readers see",
                    kind: .choices(
                        Self.choices(Self.published, chosen: discussion.spamPublished)),
                    hint: "The fewer, the more is held for you to look at.", fault: faults["published"]),
            ], foresight: foresight.map(ForesightView.init), weeks: weeks,
            floods: SafeURL(path: ReviewFloods.address), keys: SafeURL(path: ChangeFilterKeysPage.address),
            akismet: SafeURL(path: ChangeAkismetPage.address), asksAkismet: discussion.asksAkismet)
        return try await services.admin(
            view, title: "Spam", for: staff, path: Self.address, notice: notice,
            status: faults.isEmpty ? .ok : .unprocessableContent)
    }

    private static func state(of filter: LearningFilter) -> String {
        let (spam, real) = filter.lessons
        let taught = "The filter was taught by \(counted(real, "real response")) and \(counted(spam, "spam"))."
        if filter.isTaught { return taught }
        return taught
            + " It decides once it knows \(LearningFilter.least) of each; until then the rules of the page Discussion "
            + "do, and it only holds what looks like spam by its form."
    }

    private static func counted(_ count: Int, _ word: String) -> String {
        "\(count == 0 ? "no" : String(count)) \(word)" + (count == 1 || word == "spam" ? "" : "s")
    }

    private static func choices(_ shares: [Int], chosen: Int) -> [AdminChoice] {
        Set(shares + [chosen]).sorted().map { share in
            let words = 10_000 % share == 0 ? "1 in \(10_000 / share)" : "\(share) in 10000"
            return AdminChoice(
                value: String(share), title: "at most \(words)", isChosen: share == chosen)
        }
    }

    private static func weeks(
        of filter: StoredFilter.ID, until now: Instant, in tx: any ReadTransaction
    ) throws -> [FilterWeekRow] {
        try (0..<weeks).compactMap { week in
            let end = now.adding(seconds: Int64(1 - week * 7) * 86_400).filterDay
            let first = now.adding(seconds: Int64(-6 - week * 7) * 86_400).filterDay
            let work = try tx.work(of: filter, from: first, before: end)
            return work == FilterWork() ? nil : FilterWeekRow(first, work)
        }
    }
}

extension FilterWeekRow {
    init(_ title: String, _ work: FilterWork) {
        self.init(
            title: title, checked: String(work.checked), caught: String(work.caught),
            discarded: String(work.discarded), rescued: String(work.rescued), missed: String(work.missed))
    }
}

extension CheckedFields {
    /// One of those that were offered, or the one that is set.
    fileprivate mutating func share(_ name: String, of shares: [Int], else current: Int) -> Int {
        Int(choice(name, of: (shares + [current]).map(String.init))) ?? current
    }
}

extension ForesightView {
    fileprivate init(_ foresight: Foresight) {
        func row(_ title: String, _ counts: Foresight.Counts) -> ForesightRow {
            ForesightRow(
                title: "\(counts.all) \(title)", published: String(counts.published), held: String(counts.held),
                spam: String(counts.spam))
        }
        let sentence =
            foresight.isTaught
            ? "With these settings, of the latest responses that are decided. It has learned from most of them, so new ones "
                + "will do a little worse."
            : "It was not taught enough yet, so it would hold all of them, if it decided."
        self.init(
            sentence: sentence, rows: [row("real ones", foresight.real), row("spam", foresight.spam)])
    }
}

extension Discussion.Filtering {
    /// All, this one chosen.
    fileprivate var choices: [AdminChoice] {
        choices {
            switch $0 {
            case .off: "is off"
            case .noting: "notes what it would do, and does nothing"
            case .on: "decides"
            }
        }
    }
}
