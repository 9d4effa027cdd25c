import Foundation
package import Model
package import Outbound

/// The engine of OAuth 2 and OpenID Connect: what is asked of a provider, from server to server.
package struct AskProvider: Sendable {
    let server: AskServer
    private let memory: ProviderMemory

    package init(_ settings: OutboundSettings) {
        server = AskServer(settings)
        memory = ProviderMemory()
    }

    /// The provider with all of its addresses.
    package func complete(_ provider: IdentityProvider, now: Instant) async throws(LoginFault) -> IdentityProvider {
        guard provider.kind == .discovered else { return provider }
        guard provider.issuer.isWebAddress else { throw .address("the issuer is no address") }
        if let known = memory.provider(provider, now: now) { return known }
        let metadata = try ProviderMetadata(try await ask(AskRequest(provider.discoveryAddress)))
        let complete = try metadata.completedOpenID(provider)
        memory.keep(complete, for: provider, now: now)
        return complete
    }

    /// Who it was that came back with this code.
    package func profile(for answer: LoginAnswer, to attempt: LoginAttempt, now: Instant) async throws(LoginFault)
        -> IdentityProfile
    {
        let provider = attempt.provider
        let token = try TokenAnswer(try await ask(attempt.redemption(of: answer.code)))
        if provider.kind == .indieAuth { return try await siteProfile(token.value, of: attempt) }
        var facts = JSONValue.object([:])
        if provider.traits.hasIDToken {
            guard let text = token.idToken else { throw .provider("no ID token") }
            facts = try await checked(text, of: attempt, now: now).claims
        }
        if !provider.profile.isEmpty {
            guard let access = token.accessToken else { throw .provider("no access token") }
            let said = try await said(by: provider, to: access)
            // Another person's profile (OpenID Connect Core, section 5.3.2).
            if provider.traits.hasIDToken, said["sub"].text != facts["sub"].text { throw .token(.subject) }
            facts = facts.with(said)
        }
        guard let profile = IdentityProfile(facts, issuer: provider.issuer, fields: provider.fields) else {
            throw .provider("nobody is named")
        }
        return profile
    }

    private func said(by provider: IdentityProvider, to token: String) async throws(LoginFault) -> JSONValue {
        // A token is put into a line of a request's head.
        guard token.utf8.allSatisfy({ (0x21...0x7e).contains($0) }) else { throw .provider("an odd access token") }
        let answer = try await ask(
            AskRequest(provider.profile, headers: ["Accept: application/json", "Authorization: Bearer \(token)"]))
        guard answer.status == 200, let value = answer.json,
            value.members != nil
        else { throw .unreachable("\(answer.url) was answered with \(answer.status)") }
        return value
    }

    private func checked(_ token: String, of attempt: LoginAttempt, now: Instant) async throws(LoginFault) -> IDToken {
        var keys = try await keySet(of: attempt.provider, isNew: false, now: now)
        // The provider may have changed its keys since; it is asked again, but not by everybody who makes one up.
        if try !IDToken.hasKey(for: token, in: keys), memory.mayAskAgain(attempt.provider.keys, now: now) {
            keys = try await keySet(of: attempt.provider, isNew: true, now: now)
        }
        return try await IDToken(
            token, keys: keys, of: attempt.provider, client: attempt.client.id,
            nonce: attempt.provider.traits.echoesNonce ? attempt.nonce : nil, now: now)
    }

    func keySet(of provider: IdentityProvider, isNew: Bool, now: Instant) async throws(LoginFault) -> JSONValue {
        if !isNew, let known = memory.keySet(at: provider.keys, now: now) { return known }
        let answer = try await ask(AskRequest(provider.keys, headers: ["Accept: application/json"]))
        guard answer.status == 200, let keys = answer.json,
            keys["keys"].elements != nil
        else { throw .unreachable("\(answer.url) is no set of keys (\(answer.status))") }
        memory.keep(keys, at: provider.keys, now: now)
        return keys
    }

    func ask(_ request: AskRequest) async throws(LoginFault) -> AskAnswer {
        do {
            return try await server.ask(request)
        } catch {
            throw error.kind == .refused || error.kind == .address
                ? .address(error.description) : .unreachable(error.description)
        }
    }
}

extension JSONValue {
    /// With the members of another object in place of its own.
    fileprivate func with(_ other: JSONValue) -> JSONValue {
        .object((members ?? [:]).merging(other.members ?? [:], uniquingKeysWith: { $1 }))
    }
}
