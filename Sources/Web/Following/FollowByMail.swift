import Conversation
import Database
import HTTPTypes
import Hummingbird
import Language
import Model
import Pages
import Store
import Subscriptions
import Themes

/// `/follow-by-mail/`: takes an address that new posts, or what happened on this day, are to be sent to.
struct FollowByMail: Sendable {
    let services: SiteServices

    @Sendable func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let (site, offersToday) = try await found()
        if FormFields(query: request.uri.query).has("asked") {
            let messages = Language(of: site).messages.subscription
            let page = SubscriptionPage(heading: messages.heading, notice: messages.checkMail)
            return try await services.follow(page, to: request)
        }
        return try await services.follow(FollowForm(offersToday: offersToday).page(site), to: request)
    }

    @Sendable func take(_ request: Request, _ context: WebContext) async throws -> Response {
        let fields = try await FormFields(request, context, services)
        let (site, offersToday) = try await found()
        var form = FollowForm(fields, offersToday: offersToday)
        form.check(Language(of: site).messages)
        guard form.isRight else {
            return try await services.follow(form.page(site), to: request, status: .unprocessableContent)
        }
        let now = services.now()
        let visitor = services.proxies.visitor(peer: IPAddress(context.remoteAddress), request.headers)
        let network = ReplyOrigin(address: visitor.address, agent: "").network
        guard services.replyRates.take(network: network, now: now) else {
            form.fault = Language(of: site).messages.reply.tooMany
            return try await services.follow(form.page(site), to: request, status: .tooManyRequests)
        }
        // Whoever fills the field that people do not see gets the same answer.
        if fields.first("subject").isEmpty {
            let browser = Reader(request, responders: services.responders).responder?.digest ?? ""
            try await services.database.write { [form] tx in
                try tx.note(form.wish, of: form.address, browser: browser, pace: form.pace, site: site.id, at: now)
            }
        }
        return .seeOther(SubscriptionLinks.path + "?asked=1")
    }

    /// What happened on this day is offered where the site tells of anything.
    private func found() async throws -> (Site, offersToday: Bool) {
        try await services.read { tx, site in (site, try tx.hasEvents(site: site.id)) }
    }
}

extension Subscriber.Pace {
    /// All, this one chosen.
    func choices(_ messages: SubscriptionMessages) -> [ChoiceView] {
        choices {
            switch $0 {
            case .instantly: messages.instantly
            case .daily: messages.daily
            case .weekly: messages.weekly
            }
        }
    }
}

extension SiteServices {
    /// A page about mail to readers. It is its reader's own.
    func follow(
        _ page: SubscriptionPage, to request: Request, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        guard sendsMail else { throw Refusal(.notFound, "No mail is sent from here.") }
        return try await discreet(page, title: page.heading, to: request, status: status)
    }
}
