import Conversation
import Database
import HTTPTypes
import Hummingbird
import Language
import Model
import Store
import Subscriptions
import Themes

/// `/follow-by-mail/TOKEN/`: what comes to one address. Whoever has the link confirms, changes and ends it.
struct ReviewSubscription: Sendable {
    let services: SiteServices

    private struct Found: Sendable {
        let site: Site
        let subscriber: Subscriber
        let posts: [FollowedPost]
        /// Whether the site tells of any event.
        let hasEvents: Bool

        var messages: SubscriptionMessages { Language(of: site).messages.subscription }

        var path: String
    }

    @Sendable func show(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let found = try await found(context) else { return try await unknown(request) }
        let done = FormFields(query: request.uri.query).first("done")
        return try await services.follow(page(found, done: done), to: request)
    }

    @Sendable func take(_ request: Request, _ context: WebContext) async throws -> Response {
        let fields = try await FormFields(request, context, services)
        guard let found = try await found(context) else { return try await unknown(request) }
        let change = ChangeSubscription(services.database)
        let (id, now) = (found.subscriber.id, services.now())
        switch fields.first("do") {
        case "confirm":
            let responder =
                Reader(request, responders: services.responders).responder ?? services.responders.make()
            try await change.confirm(id, browser: responder.digest, now: now)
            var response = Response.seeOther(found.path + "?done=confirmed")
            response.setCookie(
                ReplyCookies.responder.set(
                    responder.token, seconds: ReplyCookies.responderSeconds, isSecure: services.location.isSecure))
            return response
        case "save":
            try await change.change(
                id,
                to: ChangeSubscription.Choice(
                    pace: Subscriber.Pace(rawValue: fields.first("pace")) ?? found.subscriber.pace,
                    newPosts: fields.has("posts"), today: fields.has("today"),
                    posts: Set(fields.all("thread").compactMap { Int64($0) })), now: now)
            return .seeOther(found.path + "?done=saved")
        case "end": return .seeOther(found.path + "end/all/")
        default: throw Refusal(.badRequest, "Nothing at this address takes what was sent.")
        }
    }

    /// Asks once more: programs look at links before people do.
    @Sendable func showEnding(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let ending = ending(context), let found = try await found(context) else {
            return try await unknown(request)
        }
        let messages = found.messages
        let what =
            switch ending {
            case .everything: messages.everything
            case .newPosts: messages.newPosts
            case .today: messages.today
            case .responses(let number):
                found.posts.first { $0.number == number }.map { messages.commentsOn($0.shownTitle) }
                    ?? messages.everything
            }
        let page = SubscriptionPage(
            heading: messages.manageHeading, introduction: messages.endAsk(what),
            end: SafeURL(path: request.uri.path))
        return try await services.follow(page, to: request)
    }

    /// Takes the mail program's own request as well (RFC 8058), which comes from elsewhere, without cookies, and knows no
    /// question.
    @Sendable func end(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let ending = ending(context), let found = try await found(context) else {
            return try await unknown(request)
        }
        try await ChangeSubscription(services.database).end(ending, of: found.subscriber.id, now: services.now())
        let page = SubscriptionPage(heading: found.messages.manageHeading, notice: found.messages.ended)
        return try await services.follow(page, to: request)
    }

    private func page(_ found: Found, done: String) -> SubscriptionPage {
        let messages = found.messages
        let wishes = SubscriptionWishes(found.subscriber, found.posts).texts(messages)
        let action = SafeURL(path: found.path)
        let notice =
            switch done {
            case "confirmed": messages.confirmed
            case "saved": messages.saved
            default: nil as String?
            }
        let kept = found.posts.filter(\.isConfirmed)
        let isConfirmed = found.subscriber.confirmedAt != nil
        return SubscriptionPage(
            heading: wishes.isEmpty ? messages.manageHeading : messages.confirmHeading,
            notice: notice ?? (wishes.isEmpty && !isConfirmed ? messages.unknown : nil),
            introduction: wishes.isEmpty ? nil : messages.confirmAsk(found.site.title), wishes: wishes,
            confirm: wishes.isEmpty ? nil : action,
            managing: !isConfirmed
                ? nil
                : SubscriptionPage.ManagingView(
                    action: action, newPosts: found.subscriber.newPosts == .on,
                    offersToday: found.hasEvents || found.subscriber.today == .on,
                    today: found.subscriber.today == .on,
                    threads: kept.map {
                        SubscriptionPage.ThreadView(
                            number: String($0.number), title: messages.commentsOn($0.shownTitle))
                    },
                    paces: found.subscriber.pace.choices(messages)))
    }

    private func found(_ context: WebContext) async throws -> Found? {
        guard let token = context.parameters.get("token"), let id = services.subscriptionLinks.subscriber(token) else {
            return nil
        }
        return try await services.database.read { [links = services.subscriptionLinks] tx in
            guard let site = try tx.site(), let subscriber = try tx.subscriber(id) else { return nil }
            return Found(
                site: site, subscriber: subscriber, posts: try tx.followedPosts(of: id),
                hasEvents: try tx.hasEvents(site: site.id), path: links.path(of: id))
        }
    }

    private func ending(_ context: WebContext) -> SubscriptionLinks.Ending? {
        context.parameters.get("what").flatMap { SubscriptionLinks.Ending($0) }
    }

    private func unknown(_ request: Request) async throws -> Response {
        let messages = Language(of: try await services.site()).messages.subscription
        let page = SubscriptionPage(heading: messages.manageHeading, notice: messages.unknown)
        return try await services.follow(page, to: request, status: .notFound)
    }
}
