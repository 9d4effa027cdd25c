import Foundation
import Model
import Outbound

// IndieAuth: a person's own site says who may vouch for them (https://indieauth.spec.indieweb.org, 11 July 2024).
extension AskProvider {
    /// The provider that a site names, and the site's address in its one form.
    package func indieAuth(_ site: String, allowsPlain: Bool) async throws(LoginFault) -> (IdentityProvider, me: String)
    {
        guard let me = ProfileAddress(site, allowsPlain: allowsPlain) else { throw .address("\(site) is no profile") }
        let answer = try await ask(AskRequest(me.text, headers: ["Accept: text/html"], followsRedirects: true))
        guard (200..<300).contains(answer.status) else {
            throw .unreachable("\(me.text) was answered with \(answer.status)")
        }
        let links = SiteLinks(answer)
        var provider = IdentityProvider.indieAuth
        if let address = links.first("indieauth-metadata") {
            let metadata = try ProviderMetadata(try await ask(AskRequest(address)))
            guard let issuer = metadata.value["issuer"].text, address.hasPrefix(issuer), issuer.isWebAddress else {
                throw .unreachable("the issuer at \(address) is not at its own address")
            }
            provider.issuer = issuer
            provider = try metadata.completed(provider)
            // The answer of a server with a document names it.
            provider.traits.namesItself = true
        } else {
            guard let authorize = links.first("authorization_endpoint") else {
                throw .address("\(me.text) names no server that vouches for it")
            }
            provider.authorize = authorize
            provider.token = links.first("token_endpoint") ?? ""
            provider.issuer = authorize
        }
        return (provider, me.text)
    }

    /// Who came back, which the site named has to have vouched for by itself.
    func siteProfile(_ value: JSONValue, of attempt: LoginAttempt) async throws(LoginFault) -> IdentityProfile {
        let allowsPlain = attempt.named.hasPrefix("http://")
        guard let text = value["me"].text, let me = ProfileAddress(text, allowsPlain: allowsPlain) else {
            throw .provider("nobody is named")
        }
        // Another address than was typed: it has to name the same server (section 5.4).
        if me.text != attempt.named {
            let (other, _) = try await indieAuth(me.text, allowsPlain: allowsPlain)
            guard other.authorize == attempt.provider.authorize else { throw .mixedUp }
        }
        var facts = value.members ?? [:]
        facts["me"] = .string(me.text)
        guard
            var profile = IdentityProfile(
                .object(facts), issuer: IdentityProvider.indieAuth.id, fields: attempt.provider.fields)
        else { throw .provider("nobody is named") }
        profile.handle = me.shown
        if profile.name.isEmpty { profile.name = me.shown }
        return profile
    }
}

/// The address of a person, in its one form (section 3.2): a name, a path, nothing else.
struct ProfileAddress: Hashable, Sendable {
    let text: String
    /// Without scheme and last slash.
    let shown: String

    init?(_ typed: String, allowsPlain: Bool) {
        let trimmed = typed.trimmingCharacters(in: .whitespaces)
        let whole = trimmed.contains("://") ? trimmed : "https://" + trimmed
        guard let server = NamedServer(whole, allowsPlain: allowsPlain), whole.isWebAddress,
            let scheme = whole.firstRange(of: "://"), !whole.contains("#"), !whole.contains("@")
        else { return nil }
        let rest = whole[scheme.upperBound...]
        let path = rest.firstIndex(where: { "/?".contains($0) }).map { String(rest[$0...]) } ?? "/"
        guard !path.split(separator: "/").contains(where: { $0 == "." || $0 == ".." }) else { return nil }
        text = server.origin + (path.hasPrefix("?") ? "/" + path : path)
        let bare = server.host + path
        shown = bare.hasSuffix("/") ? String(bare.dropLast()) : bare
    }
}
