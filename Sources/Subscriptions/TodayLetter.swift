import Database
import Language
import Mailing
import Model
import Store

/// What happened on one day, as it is told by mail to whoever follows that.
struct TodayLetter: Sendable {
    private let site: Site
    private let chronicle: Chronicle
    /// What the site's clock shows.
    let today: LocalDateTime
    private let days: [DayOfYear]
    private let events: [ToldEvent]
    private let total: Int

    /// Events that are written out; the page of the day has the rest.
    private static let most = 50

    /// Nil where nothing happened that readers see.
    init?(of chronicle: Chronicle, site: Site, on today: LocalDateTime, in tx: any ReadTransaction) throws {
        days = chronicle.leapDay.days(rememberedOn: today)
        events = try tx.told(try tx.posts(in: .days(days), site: site.id, limit: Self.most))
        if events.isEmpty { return nil }
        total = try tx.count(of: .days(days), site: site.id)
        (self.site, self.chronicle, self.today) = (site, chronicle, today)
    }

    /// One for each: the same but for its end.
    func mails(to subscribers: [Subscriber], links: SubscriptionLinks, days pages: DayLinks) -> [(Subscriber.ID, Mail)]
    {
        let language = Language(of: site)
        let heading = language.messages.chronicle.onDay(language.day(DayOfYear(today)))
        var text = [heading]
        var html = [MailHTML.Piece.heading(heading)]
        for told in events {
            let (year, title, behind) = words(of: told, language)
            let url = links.url(of: told.post.path)
            text.append("\(year)\(title)\(behind)\n\(url)")
            html.append(.sentence(year, (title, url), behind))
        }
        if total > events.count {
            let more = language.messages.subscription.more(language.number(total - events.count))
            text.append(more)
            html.append(.paragraph(more))
        }
        let further =
            [(language.messages.chronicle.today, links.url(of: pages.today(chronicle)))]
            + days.map { (language.day($0), links.url(of: pages.day($0, chronicle))) }
        text.append(further.map { "\($0): \($1)" }.joined(separator: "\n"))
        html.append(.links(further))
        let clock = SiteClock(of: site)
        let expires = clock.nextMidnight(after: chronicle.mailTime(on: today, clock))
        return subscribers.map { subscriber in
            let mail = Mail(
                key: "today-\(subscriber.id.rawValue)-\(today.dateText)", to: subscriber, of: site, subject: heading,
                text: text, html: html, ending: .today, links: links, expires: expires)
            return (subscriber.id, mail)
        }
    }

    /// What stands before the link, the link's own words, and what stands behind it.
    private func words(of told: ToldEvent, _ language: Language) -> (String, String, String) {
        let (post, event) = (told.post, told.event)
        let title = post.title.isEmpty ? post.path : event.title(of: post.title)
        let details = [event.age(on: today).map(language.ago), language.doubt(about: event), event.place]
            .compactMap(\.self).filter { !$0.isEmpty }
        return (
            event.startYear.map { "\(language.words(ofYear: $0)) · " } ?? "",
            post.isPasswordProtected ? language.messages.protectedTitle(title) : title,
            details.map { " · \($0)" }.joined()
        )
    }
}
