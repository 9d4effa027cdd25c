import Conversation
import Database
import Foundation
import HTTPTypes
import Hummingbird
import Language
import Model
import Pages
import Store
import Subscriptions
import Themes

/// `/follow-by-mail/`: takes an address that new posts are to be sent to.
struct FollowByMail: Sendable {
    let services: SiteServices

    @Sendable func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let site = try await services.site()
        let wasTaken = FormFields(query: request.uri.query).has("asked")
        return try await services.follow(page(site, notice: wasTaken), to: request)
    }

    @Sendable func take(_ request: Request, _ context: WebContext) async throws -> Response {
        let fields = try await FormFields(request, context, services)
        let site = try await services.site()
        let email = fields.first("email").trimmingCharacters(in: .whitespaces)
        let pace = Subscriber.Pace(rawValue: fields.first("pace")) ?? .instantly
        let messages = Language(of: site).messages
        guard EmailAddress.isPlausible(email) else {
            let fault = email.isEmpty ? messages.reply.emailMissing : messages.reply.emailUnclear
            return try await services.follow(
                page(site, email: fields.first("email"), pace: pace, fault: fault), to: request,
                status: .unprocessableContent)
        }
        let now = services.now()
        let visitor = services.proxies.visitor(peer: IPAddress(context.remoteAddress), request.headers)
        let network = ReplyOrigin(address: visitor.address, agent: "").network
        guard services.replyRates.take(network: network, now: now) else {
            return try await services.follow(
                page(site, email: email, pace: pace, fault: messages.reply.tooMany), to: request,
                status: .tooManyRequests)
        }
        // Whoever fills the field that people do not see gets the same answer.
        if fields.first("subject").isEmpty {
            let browser = Reader(request, responders: services.responders).responder?.digest ?? ""
            try await services.database.write { tx in
                try tx.note(
                    FollowWish(newPosts: true), of: email, browser: browser, pace: pace, site: site.id, at: now)
            }
        }
        return .seeOther(SubscriptionLinks.path + "?asked=1")
    }

    private func page(
        _ site: Site, email: String = "", pace: Subscriber.Pace = .instantly, fault: String? = nil,
        notice: Bool = false
    ) -> SubscriptionPage {
        let messages = Language(of: site).messages.subscription
        return SubscriptionPage(
            heading: messages.heading, notice: notice ? messages.checkMail : nil,
            introduction: notice ? nil : messages.introduction(site.title),
            asking: notice
                ? nil
                : SubscriptionPage.AskingView(
                    action: SafeURL(path: SubscriptionLinks.path), email: email, fault: fault,
                    paces: pace.choices(messages)))
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
