import Accounts
import Conversation
import HTTPTypes
import Hummingbird
import Model
import Pages
import Secrets
import Subscriptions

/// Takes a response to a post: `POST {permalink}comments/`, and changes to one: `POST {permalink}comments/21/`.
struct TakeReply: Sendable {
    let services: SiteServices

    /// Nil where the address is no place for responses.
    func take(_ request: Request, _ context: WebContext) async throws -> Response? {
        let reader = Reader(request, responders: services.responders)
        guard let place = try await ReplyPlace(request.uri.path, reader: reader, services: services) else { return nil }
        let visitor = services.proxies.visitor(peer: IPAddress(context.remoteAddress), request.headers)
        let form = SubmittedReply(try await FormFields(request, context, services))
        let origin = form.origin(request, visitor: visitor)
        var draft = ReplyDraft(
            reply: form.reply, remembers: form.remembers, follows: form.follows, changed: place.changed)
        if place.changed == nil, let wish = form.login {
            let outcome = try await TakeLogin(services: services, place: place).take(
                wish, address: form.loginAddress, draft: draft, reader: reader, network: origin.network, request)
            switch outcome {
            case .response(let response): return response
            case .form(let draft, let changed):
                var response = try await page(draft, at: place, reader: changed, request)
                if reader.session != nil, changed.session == nil {
                    response.setCookie(LoginCookies.session.clear(isSecure: services.location.isSecure))
                }
                if let browser = changed.browser, browser != reader.browser || draft.mailWasSent {
                    response.remember(browser, isSecure: services.location.isSecure)
                    response.keepDraft(at: place.path, isSecure: services.location.isSecure)
                }
                return response
            }
        }
        do {
            if let number = place.changed {
                return try await change(number, at: place, form, reader: reader, from: origin)
            }
            if form.wantsPreview {
                draft.preview = try await submit.preview(form.reply, to: place.post, now: services.now())
            } else {
                return try await take(form, at: place, reader: reader, from: origin)
            }
        } catch let refusal as ReplyRefusal {
            draft.faults = refusal.faults
        }
        return try await page(draft, at: place, reader: reader, request)
    }

    private var submit: SubmitComment {
        SubmitComment(
            services.database, limits: services.replyLimits, rates: services.replyRates,
            filters: services.filters, domains: services.domains, akismet: services.akismet,
            sendsMail: services.sendsMail)
    }

    private func take(
        _ form: SubmittedReply, at place: ReplyPlace, reader: Reader, from origin: ReplyOrigin
    ) async throws -> Response {
        let responder = reader.responder ?? services.responders.make()
        let now = services.now()
        let wish = FollowWish(responses: form.follows.responses ? place.post : nil, newPosts: form.follows.newPosts)
        let taken = try await submit.submit(
            form.reply, to: place.post, by: responder, signedIn: form.isSigned ? reader.session?.digest ?? "" : nil,
            from: origin, wishing: wish, now: now)
        if let browser = reader.browser {
            try await services.logIn.forgetDraft(of: browser, at: place.path)
        }
        let page = taken.page > 1 ? Address.item(path: place.path, part: .comments(page: taken.page)).path : place.path
        var response = seeOther("\(page)#comment-\(taken.number)")
        let isSecure = services.location.isSecure
        response.setCookie(
            ReplyCookies.responder.set(responder.token, seconds: ReplyCookies.responderSeconds, isSecure: isSecure))
        response.setCookie(
            ReplyCookies.own.set("1", seconds: ReplyCookies.ownSeconds, path: place.path, isSecure: isSecure))
        if form.remembers {
            let commenter = Commenter(name: form.reply.name, email: form.reply.email, website: form.reply.url)
            response.setCookie(
                ReplyCookies.commenter.set(
                    commenter.cookie, seconds: ReplyCookies.commenterSeconds, isSecure: isSecure))
        } else if reader.commenter != nil, !form.isSigned {
            response.setCookie(ReplyCookies.commenter.clear(isSecure: isSecure))
        }
        return response
    }

    private func change(
        _ number: Int64, at place: ReplyPlace, _ form: SubmittedReply, reader: Reader, from origin: ReplyOrigin
    ) async throws -> Response {
        guard let responder = reader.responder else { throw ReplyRefusal([.notYours]) }
        let revise = ReviseComment(services.database, limits: services.replyLimits)
        let now = services.now()
        if form.wantsDeletion {
            try await revise.takeBack(number, on: place.post, by: responder, now: now)
            return seeOther(place.path + "#comments")
        }
        try await revise.revise(
            number, on: place.post, to: form.reply.text, by: responder, from: origin, now: now)
        return seeOther("\(place.path)#comment-\(number)")
    }

    private func page(
        _ draft: ReplyDraft, at place: ReplyPlace, reader: Reader, _ request: Request
    ) async throws -> Response {
        var visit = Visit(reader, now: services.now())
        visit.draft = draft
        let page = try await RenderPage(services: services).render(path: place.path, query: [], for: visit)
        return try services.response(page, to: request)
    }

    private func seeOther(_ path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path, .cacheControl: "no-store"])
    }
}
