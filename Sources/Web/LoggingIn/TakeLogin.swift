import Accounts
import Conversation
import Foundation
import HTTPTypes
import Hummingbird
import Identities
import Language
import Logging
import Model
import Pages
import Secrets
import Store
import Themes

/// What the icons of the form under a post do, and “Log Out” and “Change”: all of them buttons of that form, so that what
/// was typed travels along.
struct TakeLogin: Sendable {
    let services: SiteServices
    let place: ReplyPlace

    /// The form again, for who the reader is now; or another page.
    enum Outcome {
        case form(ReplyDraft, Reader)
        case response(Response)
    }

    /// - Parameter wish: `out`, `change`, or the name of a provider.
    func take(
        _ wish: String, address: String, draft: ReplyDraft, reader: Reader, network: String, _ request: Request
    ) async throws -> Outcome {
        var draft = draft
        switch wish {
        case "out":
            if let session = reader.session { try await services.logIn.logOut(session, now: services.now()) }
            var reader = reader
            reader.session = nil
            return .form(draft, reader)
        case "change":
            draft.changesLogin = true
            return .form(draft, reader)
        default: break
        }
        do {
            if IdentityProvider.preset(wish)?.kind == .mail { return try await mail(address, draft, reader, network) }
            return .response(try await depart(to: wish, address, draft, reader, network: network, request))
        } catch let fault as LoginFault {
            services.logger.info("nobody was logged in", metadata: ["cause": "\(fault.cause)"])
            draft.changesLogin = true
            draft.loginFault = (fault.kind, wish)
            draft.askedProvider = (wish, address)
            return .form(draft, reader)
        } catch let asked as AddressAsked {
            draft.changesLogin = true
            draft.askedProvider = (asked.provider, address)
            return .form(draft, reader)
        }
    }

    /// The provider has to know more first.
    private struct AddressAsked: Error { let provider: String }

    /// A link is sent; the form says so.
    private func mail(
        _ address: String, _ draft: ReplyDraft, _ reader: Reader, _ network: String
    ) async throws -> Outcome {
        // What stands in the form's own field is as good.
        let email = address.trimmingCharacters(in: .whitespaces).isEmpty ? draft.reply.email : address
        guard !email.isEmpty else { throw AddressAsked(provider: IdentityProvider.mail.id) }
        var (draft, reader) = (draft, reader)
        reader.browser = try await services.mailLogin.ask(
            email, called: draft.reply.name, with: LogIn.Luggage(path: place.path, draft: KeptReply(draft).json),
            browser: reader.browser, network: network, now: services.now())
        draft.mailWasSent = true
        return .form(draft, reader)
    }

    private func depart(
        to slug: String, _ address: String, _ draft: ReplyDraft, _ reader: Reader, network: String, _ request: Request
    ) async throws -> Response {
        if IdentityProvider.preset(slug)?.asksAddress == true,
            address.trimmingCharacters(in: .whitespaces).isEmpty
        {
            throw AddressAsked(provider: slug)
        }
        let departure = try await services.logIn.begin(
            slug, named: address, for: .reading,
            with: LogIn.Luggage(path: place.path, draft: KeptReply(draft).json), browser: reader.browser,
            network: network, now: services.now())
        var response = try await services.connecting(to: departure, request)
        response.keepDraft(at: place.path, isSecure: services.location.isSecure)
        return response
    }
}

extension SiteServices {
    /// The page that leads to a provider: never a redirect, which the policy of the form's own page would stop
    /// (`form-action`) in Chromium and WebKit.
    func connecting(to departure: LogIn.Departure, _ request: Request) async throws -> Response {
        guard let url = SafeURL(departure.address) else { throw LoginFault.unreachable("an odd address") }
        let language = try await Language(of: site())
        let provider = departure.provider
        let page = ConnectingPage(
            heading: language.messages.login.connecting(provider), note: language.messages.login.connectingNote,
            url: url)
        var response = try await discreet(page, title: page.heading, to: request)
        response.headers[.refresh] = "0; url=\(url.text)"
        response.remember(departure.browser, isSecure: location.isSecure)
        return response
    }
}

extension Response {
    /// Lets a browser show that it set out.
    mutating func remember(_ browser: SecretToken, isSecure: Bool) {
        setCookie(LoginCookies.browser.set(browser.text, seconds: LoginCookies.browserSeconds, isSecure: isSecure))
    }

    /// Lets the page that it left show what was typed there.
    mutating func keepDraft(at path: String, isSecure: Bool) {
        setCookie(ReplyCookies.own.set("1", seconds: ReplyCookies.ownSeconds, path: path, isSecure: isSecure))
    }
}

extension HTTPField.Name {
    fileprivate static let refresh = Self("refresh")!
}
