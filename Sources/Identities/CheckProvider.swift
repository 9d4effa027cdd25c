package import Model

/// What a provider answers to a question that costs nothing.
package enum ProviderFinding: Hashable, Sendable {
    /// It knows this site by identifier and secret.
    case right
    /// It cannot be told without a login, in which readers name the server themselves.
    case needsNothing
    case wrongClient(String)
    case wrongRedirect(String)
    case fault(String)
}

extension AskProvider {
    /// Asks for its documents and keys, and tries to redeem a code that it never gave: what it says of that tells whether it
    /// knows this site.
    package func check(
        _ provider: IdentityProvider, as client: ProviderClient, redirect: String, now: Instant
    ) async -> ProviderFinding {
        guard provider.needsClient else { return .needsNothing }
        do throws(LoginFault) {
            let complete = try await complete(provider, now: now)
            if complete.traits.hasIDToken {
                guard !complete.keys.isEmpty else { return .fault("It gives ID tokens, but no address of its keys.") }
                _ = try await keySet(of: complete, isNew: true, now: now)
            }
            let attempt = LoginAttempt(to: complete, as: client, redirect: redirect) { "thaw-checks-the-connection" }
            _ = try TokenAnswer(try await ask(attempt.redemption(of: "thaw-checks-the-connection")))
            return .right
        } catch {
            return Self.finding(error)
        }
    }

    private static func finding(_ fault: LoginFault) -> ProviderFinding {
        guard case .provider(let words) = fault else { return .fault(fault.cause) }
        let said = words.lowercased()
        if ["invalid_grant", "bad_verification_code", "verification code", "invalid code", "invalid_request: code"]
            .contains(where: said.contains)
        {
            return .right
        }
        if said.contains("redirect") { return .wrongRedirect(words) }
        if ["invalid_client", "incorrect_client", "unauthorized_client", "client_id", "client secret", "app id"]
            .contains(where: said.contains)
        {
            return .wrongClient(words)
        }
        return .fault(words)
    }
}
